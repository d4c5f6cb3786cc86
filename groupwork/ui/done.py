"""What an operation did, as the window hears it: one place to import it from."""

from groupwork.store.journal import Done

__all__ = ["Done"]
