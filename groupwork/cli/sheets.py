"""The sheets command: session sheets, the packs of a day and of a week, the fire list, as PDF files."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from groupwork.cli import opening, saving
from groupwork.domain.ids import SessionId
from groupwork.errors import Refused
from groupwork.i18n import N_, _, ngettext
from groupwork.operations import fire_list, sessions, week_pack
from groupwork.operations import sheets as printing
from groupwork.operations.desk import Desk
from groupwork.operations.sheets import Sheet

DONE = 0


def sheets(options: Namespace) -> int:
    """Save the sheet of a session; or of a day the sheet of every session, and all of them in one pack.

    Other kinds are of a day: the registers of its week in one file, and the fire list.
    """
    folder = saving.ready_folder(options.out)
    saved: list[dict[str, Any]] = []
    with opening.desk(options, write=True) as desk:
        for session, sheet in _drawn(desk, options):
            path = saving.save(folder, sheet.file_name, sheet.data)
            saved.append({"file": str(path), "pages": sheet.pages, "session": session})
            if not options.json:
                _tell(path, sheet)
            for code in sheet.not_printable:
                print(_only_latin(code), file=sys.stderr)
    if options.json:
        print(json.dumps({"sheets": saved}, ensure_ascii=False, indent=2))
    return DONE


def _drawn(desk: Desk, options: Namespace) -> Iterator[tuple[SessionId | None, Sheet]]:
    wish = {
        "language": options.language,
        "paper": options.paper,
        "form": options.form or "auto",
        "large": options.large,
    }
    if options.kind != "register":
        yield None, _of_day(desk, options.kind, options.date, wish)
        return
    if options.session is not None:
        number = SessionId(options.session)
        yield number, printing.session_sheet(desk, number, **wish)
        return
    found = sessions.day(desk, options.date).sessions
    if not found:
        raise Refused(N_("There are no sessions on {date}."), date=options.date.isoformat())
    yield None, printing.day_pack(desk, options.date, **wish)
    for session in found:
        yield session.id, printing.session_sheet(desk, session.id, **wish)


def _of_day(desk: Desk, kind: str, day: date | None, wish: dict[str, Any]) -> Sheet:
    if day is None:
        raise Refused(N_("Sheets of the kind {kind} are of a day: give --date."), kind=kind)
    if kind == "week":
        return week_pack.week_pack(desk, day, **wish)
    plain = {name: value for name, value in wish.items() if name != "form"}
    return fire_list.fire_list(desk, day, **plain)


def _tell(path: Path, sheet: Sheet) -> None:
    pages = ngettext("{n} page", "{n} pages", sheet.pages).format(n=sheet.pages)
    print(_("Saved {file} ({pages})").format(file=path, pages=pages))


def _only_latin(code: str) -> str:
    return _("{code}: no font here has the name’s own script, so it is printed in Latin letters.").format(
        code=code
    )
