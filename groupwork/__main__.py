"""`groupwork [FILE]` opens the window, `groupwork COMMAND …` runs a command."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from groupwork.cli import commands
from groupwork.i18n import LANGUAGES

ABOUT = ("-h", "--help", "--version")
DEMO = "--demo"


def main() -> int:
    """Choose window or command by the first word, and return the exit code."""
    for stream in (sys.stdout, sys.stderr):  # a console that cannot write a name shows "?" and goes on
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = sys.argv[1:]
    if is_command(words):
        return commands.main(words)
    from groupwork.app import run

    if words[:1] == [DEMO]:
        return run(demo=words[1] if words[1:] and words[1] in LANGUAGES else commands.environment_language())
    return run(Path(words[0]) if words else None)


def is_command(words: Sequence[str]) -> bool:
    """True for anything but nothing, one file, or --demo (the demo centre, made when missing)."""
    if not words or words[0] == DEMO:
        return False
    return len(words) > 1 or words[0] in commands.COMMANDS or words[0] in ABOUT


if __name__ == "__main__":
    sys.exit(main())
