"""The sheets command: session sheets, packs of a day and a week, plans, notes, forms, as PDF files."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from groupwork.cli import opening, saving
from groupwork.domain.ids import IncidentId, SessionId
from groupwork.domain.note_sheet import NameShown
from groupwork.errors import Misused, Refused
from groupwork.i18n import N_, _, ngettext
from groupwork.operations import (
    fire_list,
    incident_sheet,
    note_sheet,
    people,
    plan_sheet,
    sessions,
    week_pack,
)
from groupwork.operations import sheets as printing
from groupwork.operations.desk import Desk
from groupwork.operations.sheets import Sheet

DONE = 0


def sheets(options: Namespace) -> int:
    """Save the sheet of a session; or of a day the sheet of every session, and all of them in one pack.

    Other kinds are of a session (its plan), of a day (the registers of its week in one file, the fire
    list), of a participant (the notes of a span) or of an incident: its form, blank without a number.
    """
    if options.kind == "register" and options.session is None and options.date is None:
        raise Misused(N_("Give --session or --date: which registers are wanted?"))
    _check_fitting(options)
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
    number = None if options.session is None else SessionId(options.session)
    plain = {name: value for name, value in wish.items() if name != "form"}
    if options.kind == "incident":
        yield None, _of_incident(desk, options, plain)
    elif options.kind == "notes":
        yield None, _of_person(desk, options, plain)
    elif options.kind == "plan":
        yield number, plan_sheet.plan_sheet(desk, _given(number, options.kind), **plain)
    elif options.kind != "register":
        yield None, _of_day(desk, options, wish)
    elif number is not None:
        yield number, printing.session_sheet(desk, number, **wish)
    else:
        yield from _day(desk, options, wish)


def _day(desk: Desk, options: Namespace, wish: dict[str, Any]) -> Iterator[tuple[SessionId | None, Sheet]]:
    found = sessions.day(desk, options.date).sessions
    if not found:
        raise Refused(N_("There are no sessions on {date}."), date=options.date.isoformat())
    yield None, printing.day_pack(desk, options.date, **wish, plans=options.plans)
    for session in found:
        yield session.id, printing.session_sheet(desk, session.id, **wish)


def _given(session: SessionId | None, kind: str) -> SessionId:
    if session is None:
        raise Refused(N_("Sheets of the kind {kind} are of a session: give --session."), kind=kind)
    return session


def _of_incident(desk: Desk, options: Namespace, wish: dict[str, Any]) -> Sheet:
    """The form of an entry; blank without a number, also when --blank is said."""
    if options.session is not None or options.date is not None:
        raise Refused(N_("The incident form is of an entry: give --incident, or nothing for a blank one."))
    number = None if options.incident is None else IncidentId(options.incident)
    return incident_sheet.incident_sheet(desk, number, **wish)


def _of_day(desk: Desk, options: Namespace, wish: dict[str, Any]) -> Sheet:
    day: date | None = options.date
    if day is None:
        raise Refused(N_("Sheets of the kind {kind} are of a day: give --date."), kind=options.kind)
    if options.kind == "week":
        return week_pack.week_pack(desk, day, **wish, plans=options.plans)
    plain = {name: value for name, value in wish.items() if name != "form"}
    return fire_list.fire_list(desk, day, **plain)


def _of_person(desk: Desk, options: Namespace, wish: dict[str, Any]) -> Sheet:
    """The notes about somebody, of a span of days."""
    if options.participant is None:
        raise Refused(N_("Notes are of a person: give --participant."))
    person = people.participant(desk, options.participant)
    name = NameShown(options.name or NameShown.FULL)
    return note_sheet.person_notes(
        desk, person.id, options.first, options.last, **wish, name=name, versions=options.versions
    )


def _check_fitting(options: Namespace) -> None:
    """Options that another kind of sheet would silently leave aside."""
    notes = options.participant or options.first or options.last or options.name or options.versions
    if notes and options.kind != "notes":
        raise Misused(N_("--participant, --from, --to, --name and --versions go with --kind notes."))
    packs = options.kind == "week" or (options.kind == "register" and options.date is not None)
    if options.plans and not packs:
        raise Misused(N_("--plans goes with the registers of a day (--date) or of a week (--kind week)."))


def _tell(path: Path, sheet: Sheet) -> None:
    pages = ngettext("{n} page", "{n} pages", sheet.pages).format(n=sheet.pages)
    print(_("Saved {file} ({pages})").format(file=path, pages=pages))


def _only_latin(code: str) -> str:
    return _("{code}: no font here has the name’s own script, so it is printed in Latin letters.").format(
        code=code
    )
