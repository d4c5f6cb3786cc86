"""The search field of the top bar: what it offers, its list, its keys."""
