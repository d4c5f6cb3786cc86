"""The commands: everything the window's main job needs, for scripts and for machines without a display."""

from groupwork.cli.commands import main

__all__ = ["main"]
