"""The form of an incident, its list, and the people it is about."""
