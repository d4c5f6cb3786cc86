"""Groupwork: the desktop app of a day centre's group programme."""

__version__ = "0.1.0"
