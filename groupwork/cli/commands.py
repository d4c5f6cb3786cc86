"""Running one command: exit 0 done, 2 usage, 3 a clear refusal on stderr, 1 a mistake of ours."""

from __future__ import annotations

import locale
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence

from groupwork import i18n
from groupwork.cli import days, files, follow_ups, importing, missing, notes, parser, register, sheets, shots
from groupwork.errors import Misused, UserError
from groupwork.i18n import LANGUAGES, _

DONE, BUG, USAGE, REFUSED = 0, 1, 2, 3
Command = Callable[[Namespace], int]

COMMANDS: dict[str, Command] = {
    "new": files.new,
    "demo": files.demo,
    "import": importing.import_people,
    "schedule": days.schedule,
    "register": register.register,
    "note": notes.note,
    "sheets": sheets.sheets,
    "missing": missing.missing,
    "followups": follow_ups.followups,
    "backup": files.backup,
    "restore": files.restore,
    "check": files.check,
    "audit": files.audit,
    "screenshots": shots.screenshots,
}


def main(arguments: Sequence[str]) -> int:
    """Run a command and return the exit code; never raises SystemExit."""
    i18n.use(_language(arguments))
    try:
        options = parser.build().parse_args(list(arguments))
    except SystemExit as stopped:  # argparse has said why, or shown its help
        return stopped.code if isinstance(stopped.code, int) else USAGE
    return _run(COMMANDS[options.command], options, options.command)


def _run(command: Command, options: Namespace, name: str = "") -> int:
    try:
        return command(options)
    except Misused as error:
        print(f"usage: groupwork {name} --help\n{i18n.say(error)}", file=sys.stderr)
        return USAGE
    except UserError as error:
        print(i18n.say(error), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print(_("Stopped."), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # whoever read our output has seen enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the exit only
        return DONE
    except Exception:
        traceback.print_exc()
        print(_("This is a mistake in Groupwork. Nothing was half-written."), file=sys.stderr)
        return BUG


def _language(arguments: Sequence[str]) -> str:
    """The language after --language, else the environment's, else English."""
    words = list(arguments)
    for at, word in enumerate(words):
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--language" and at + 1 < len(words):
            return words[at + 1]
    return environment_language()


def environment_language() -> str:
    """The language of LC_ALL, LC_MESSAGES, LANG, or of the system."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            break
    else:
        value = locale.getlocale()[0] or "en"
    folded = value.lower()
    found = "de" if folded.startswith(("de", "german")) else folded[:2]
    return found if found in LANGUAGES else "en"
