"""What can be typed after `groupwork`: one table of commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from groupwork import __version__
from groupwork.cli import parser_words, register_options
from groupwork.domain.note_sheet import NameShown
from groupwork.domain.notes import INDIVIDUAL
from groupwork.i18n import LANGUAGES, _

PAPERS = ("A4", "Letter")
SHEET_KINDS = ("register", "plan", "incident", "fire_list", "week", "notes")
TEMPLATES = tuple(template.value for template in INDIVIDUAL)
PALETTES = ("light", "dark", "contrast")
Add = Callable[[argparse.ArgumentParser], None]


def build() -> argparse.ArgumentParser:
    """The parser with every command, its help in the language in use."""
    parser_words.speak()
    parser = argparse.ArgumentParser(
        prog="groupwork",
        description=_("The group programme of a day centre: schedule, registers, sheets."),
        epilog=_("Without a command, “groupwork [FILE]” opens the window."),
    )
    parser.add_argument("--version", action="version", version=f"Groupwork {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    for name, (words, add) in _commands().items():
        command = commands.add_parser(name, help=words, description=words)
        add(command)
        if not any("--language" in action.option_strings for action in command._actions):
            _language(command, _("language of the messages"))
    return parser


def _commands() -> dict[str, tuple[str, Add]]:
    return {
        "new": (_("make an empty centre"), _new),
        "demo": (_("make the demo centre"), _demo),
        "import": (_("import participants from a CSV file or workbook"), _import),
        "schedule": (_("list sessions"), _schedule),
        "register": (_("show or record a register"), _register),
        "missing": (_("list registers that are not complete"), _missing),
        "note": (_("show, write or sign notes of a session"), _note),
        "sheets": (_("save sheets as PDF"), _sheets),
        "followups": (_("list who stayed away and what was done about it"), _followups),
        "backup": (_("make a verified backup"), _backup),
        "restore": (_("restore a backup under a new name"), _restore),
        "check": (_("check a file"), _check),
        "audit": (_("verify the journal"), _audit),
        "screenshots": (_("save every screen as a picture"), _screenshots),
    }


def _new(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar=_("FILE"))
    command.add_argument("--centre", required=True, metavar=_("NAME"), help=_("name of the centre"))
    command.add_argument(
        "--as", dest="name", required=True, metavar=_("NAME"), help=_("your name; you sign in by the first")
    )
    command.add_argument("--examples", action="store_true", help=_("with the example library"))
    _passphrase(command)


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar=_("FILE"))
    _language(command, _("language of the demo centre"))
    command.add_argument(
        "--until", type=day, metavar=_("DATE"), help=_("record up to and including this day")
    )
    command.add_argument("--years", type=number(1, 200), help=_("so many years in all, for measuring"))
    command.add_argument("--people", type=number(24, 20_000), help=_("so many people, for measuring"))
    _passphrase(command)


def _import(command: argparse.ArgumentParser) -> None:
    _file(command)
    about = _("a CSV file or a workbook (.xlsx, .xls, .ods)")
    command.add_argument("list", type=Path, metavar=_("participants.csv"), help=about)
    command.add_argument("--sheet", default="", metavar=_("NAME"), help=_("the sheet of the workbook"))
    command.add_argument("--dry-run", action="store_true", help=_("show what would happen, change nothing"))
    _json(command)


def _schedule(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--from", dest="first", type=day, required=True, metavar=_("DATE"))
    command.add_argument("--to", dest="last", type=day, required=True, metavar=_("DATE"))
    _json(command)


def _register(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--session", type=number(1, 2**62), required=True, metavar="ID")
    register_options.add(command)


def _missing(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--from", dest="first", type=day, metavar=_("DATE"))
    command.add_argument("--to", dest="last", type=day, metavar=_("DATE"))
    _json(command)


def _note(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--session", type=number(1, 2**62), required=True, metavar="ID")
    command.add_argument("--participant", default="", metavar="P05", help=_("without one: the group note"))
    command.add_argument("--template", choices=TEMPLATES, help=_("kind of note"))
    command.add_argument(
        "--part",
        dest="parts",
        action="append",
        default=[],
        metavar=_("PART=WORDS"),
        help=_("words of one part, such as response=“…”; writes the note"),
    )
    command.add_argument(
        "--late-reason", default="", metavar=_("WORDS"), help=_("why it is written after the day")
    )
    command.add_argument("--sign", action="store_true", help=_("sign the note; cannot be undone"))
    _json(command)


def _sheets(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--kind", choices=SHEET_KINDS, required=True)
    which = command.add_mutually_exclusive_group()
    which.add_argument("--session", type=number(1, 2**62), metavar="ID")
    which.add_argument("--incident", type=number(1, 2**62), metavar="ID", help=_("of the kind “incident”"))
    which.add_argument("--date", type=day, metavar=_("DATE"))
    which.add_argument("--participant", metavar="P05", help=_("of the kind “notes”: whose"))
    command.add_argument("--out", type=Path, required=True, metavar=_("FOLDER"))
    _of_notes(command)
    _language(command, _("language of the sheets"))
    form = command.add_mutually_exclusive_group()
    form.add_argument("--blank", dest="form", action="store_const", const="blank", help=_("for the pen"))
    form.add_argument("--record", dest="form", action="store_const", const="record", help=_("record copy"))
    command.add_argument("--paper", choices=PAPERS)
    command.add_argument("--large", action="store_true", help=_("large print"))
    plans = _("with the plan of each session; of the kinds “register” with --date, and “week”")
    command.add_argument("--plans", action="store_true", help=plans)
    _json(command)


def _of_notes(command: argparse.ArgumentParser) -> None:
    about = _("of the kind “notes”")
    command.add_argument("--from", dest="first", type=day, metavar=_("DATE"), help=about)
    command.add_argument("--to", dest="last", type=day, metavar=_("DATE"), help=about)
    names = tuple(each.value for each in NameShown)
    command.add_argument("--name", choices=names, help=_("of the kind “notes”: how the person is named"))
    versions = _("of the kind “notes”: with what each note said before")
    command.add_argument("--versions", action="store_true", help=versions)


def _followups(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--all", action="store_true", help=_("closed ones too"))
    _json(command)


def _backup(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--to", dest="folder", type=Path, required=True, metavar=_("FOLDER"))


def _restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("backup", type=Path, metavar=_("BACKUP"))
    command.add_argument("--to", dest="target", type=Path, required=True, metavar=_("FILE"))
    _who(command)


def _check(command: argparse.ArgumentParser) -> None:
    _file(command)
    _json(command)


def _audit(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--verify", action="store_true", required=True, help=_("verify the whole chain"))
    _json(command)


def _screenshots(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, metavar=_("FOLDER"))
    _language(command, _("language of the window"))
    command.add_argument("--palette", choices=PALETTES)
    command.add_argument(
        "--scale", type=scale, metavar="N", help=_("text size: 1 to 2, or 100 to 200 per cent")
    )


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar=_("FILE"))
    _who(command)


def _who(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as", dest="sign_in", metavar=_("NAME"), help=_("sign-in name"))
    _passphrase(command)


def _passphrase(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=_("FILE"),
        help=_("file with the passphrase on its first line"),
    )


def _language(command: argparse.ArgumentParser, words: str) -> None:
    command.add_argument("--language", choices=LANGUAGES, help=words)


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help=_("write JSON"))


def day(typed: str) -> date:
    """A day as 2026-11-16."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{typed}” is not a date like 2026-11-16").format(typed=typed)
        ) from None


def number(least: int, most: int) -> Callable[[str], int]:
    """A whole number in a range."""

    def read(typed: str) -> int:
        if typed.isascii() and typed.isdigit() and least <= int(typed[:20]) <= most:
            return int(typed)
        raise argparse.ArgumentTypeError(
            _("“{typed}” is not a number from {least} to {most}").format(typed=typed, least=least, most=most)
        )

    return read


def scale(typed: str) -> float:
    """A text size as a factor from 1 to 2; "150" is read as per cent."""
    try:
        size = float(typed)
    except ValueError:
        size = 0.0
    factor = size / 100 if size >= 100 else size
    if 1 <= factor <= 2:
        return factor
    raise argparse.ArgumentTypeError(_("“{typed}” is not a size from 1 to 2").format(typed=typed))
