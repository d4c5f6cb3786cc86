"""Parts of the follow-ups: a card for each, its forms, the list of closed ones."""
