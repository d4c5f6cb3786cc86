"""`groupwork [FILE]` opens the window, `groupwork COMMAND …` runs a command."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from groupwork.i18n import LANGUAGES

ABOUT = ("-h", "--help", "--version")
DEMO = "--demo"
SUFFIX = ".groupwork"


def main() -> int:
    """Choose window or command by the first word, and return the exit code."""
    for stream in (sys.stdout, sys.stderr):  # a console that cannot write a name shows "?" and goes on
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = sys.argv[1:]
    if is_command(words):
        from groupwork.cli import commands

        return commands.main(words)
    return _window(words)


def is_command(words: Sequence[str]) -> bool:
    """True for anything but nothing, one file, or --demo (the demo centre, made when missing)."""
    if not words or words[0] == DEMO:
        return False
    if len(words) > 1 or words[0] in ABOUT:
        return True
    if words[0].endswith(SUFFIX):  # the usual start: it need not read the commands
        return False
    from groupwork.cli import commands

    return words[0] in commands.COMMANDS


def _window(words: Sequence[str]) -> int:
    _import_ahead_of_qt()
    from groupwork.app import run

    if words[:1] != [DEMO]:
        return run(Path(words[0]) if words else None)
    if words[1:] and words[1] in LANGUAGES:
        return run(demo=words[1])
    from groupwork.cli import commands

    return run(demo=commands.environment_language())


def _import_ahead_of_qt() -> None:
    """What the first page needs: Qt's binding reads the source of every module imported after it.

    Nothing of all this is ever garbage, so it is not searched for any; `app.run` switches that on again.
    """
    gc.disable()
    from groupwork.operations import history, today, vault  # noqa: F401 - for the order only


if __name__ == "__main__":
    sys.exit(main())
