"""Printed sheets: the session sheet of one session, and the pack of a day.

A print that is not a preview gets an id of its own; its layout and its rows are stored with it, so that
the marked paper can be read back later whatever becomes of the register. Printing takes no snapshot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from groupwork.domain.ids import SessionId
from groupwork.domain.scripts import printable
from groupwork.domain.sessions import SessionInfo, SessionStatus
from groupwork.domain.sheet_facts import DayFacts, Look, SessionFacts, Stamp, anything_recorded
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations import register as registers
from groupwork.operations import sessions
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.kept_prints import Printed, centre_key, keep_prints, new_stamp
from groupwork.operations.logo import on_paper
from groupwork.operations.plan_facts import plan_facts
from groupwork.operations.settings import read_centre
from groupwork.operations.sheet_look import chosen_look, look_name
from groupwork.store import durable

if TYPE_CHECKING:
    from groupwork.sheets.drawn import Drawn

FORMS = ("auto", "blank", "record")


@dataclass(frozen=True)
class Sheet:
    """A drawn sheet. `text` is its content page by page; `file_name` has no name of a person in it."""

    data: bytes
    pages: int
    text: tuple[str, ...]
    file_name: str
    not_printable: tuple[str, ...] = ()
    """Codes of people whose native form no shipped font has: only the Latin form was printed."""
    session: SessionInfo | None = None
    """The session of a session sheet; None for a day pack."""
    record: bool = False
    """True for a record copy of one session."""
    person: bool = False
    """True for notes about somebody; a group note is about nobody."""


@allowed(Right.PRINT)
def save(_desk: Desk, path: Path, data: bytes) -> None:
    """The whole PDF under that name or nothing; an older file of that name is replaced at the end.

    Raises DiskFull, ReadOnly or Missing in words.
    """
    durable.write(path, data)


@allowed(Right.PRINT)
def session_sheet(
    desk: Desk,
    session: SessionId,
    *,
    language: str | None = None,
    paper: str | None = None,
    form: str = "auto",
    large: bool = False,
    preview: bool = False,
) -> Sheet:
    """The sheet of a session as a PDF.

    `form` "blank", "record", or "auto": blank while nothing is recorded. Language and paper are the
    centre's unless given. A preview stores nothing and says so on the sheet. Refused in words for an
    unknown session and for more people or tasks than a sheet holds.
    """
    from groupwork.sheets import draw

    look = chosen_look(desk.store, language, paper, large)
    facts = session_facts(desk, session, form, look.language)
    with_codes = not preview and not facts.record
    stamp = new_stamp(centre_key(desk.store)) if with_codes else Stamp()
    drawn = draw.session_sheet(facts, look=look, stamp=stamp)
    if not preview:
        prints = (Printed(facts, draw.layout_of(facts, look), stamp),)
        keep_prints(prints, look, desk, "sheet.printed", session=session)
    name = f"{look_name(look, 'session')}-{facts.register.session.date.isoformat()}-{session}.pdf"
    return replace(sheet_of(drawn, name, (facts,)), session=facts.register.session, record=facts.record)


@allowed(Right.PRINT)
def day_pack(
    desk: Desk,
    date: date,
    *,
    language: str | None = None,
    paper: str | None = None,
    form: str = "auto",
    large: bool = False,
    preview: bool = False,
    plans: bool = False,
) -> Sheet:
    """Every sheet of a day in one PDF, with "Read before you start" in front; options as above.

    `plans`: the plan of each session that takes place stands before its register.
    """
    from groupwork.sheets import draw

    look = chosen_look(desk.store, language, paper, large)
    info = sessions.day(desk, date)
    facts = DayFacts(
        centre=read_centre(desk.store).name,
        date=date,
        closure=info.closure,
        sessions=tuple(
            with_plan(desk, session_facts(desk, session.id, form, look.language), look, plans, preview)
            for session in info.sessions
        ),
        printed=desk.now,
        logo=on_paper(desk.store),
    )
    key = b"" if preview else centre_key(desk.store)
    stamps = tuple(Stamp() if preview or session.record else new_stamp(key) for session in facts.sessions)
    drawn = draw.day_pack(facts, look=look, stamps=stamps, preview=preview)
    if not preview:
        prints = [
            Printed(session, draw.layout_of(session, look), stamp)
            for session, stamp in zip(facts.sessions, stamps, strict=True)
        ]
        keep_prints(prints, look, desk, "day.printed", date=date)
    return sheet_of(drawn, f"{look_name(look, 'day')}-{date.isoformat()}.pdf", facts.sessions)


@allowed(Right.PRINT)
def session_facts(desk: Desk, session: SessionId, form: str, language: str) -> SessionFacts:
    """What the sheet of a session says; `form` as in `session_sheet`."""
    if form not in FORMS:
        raise Refused(N_("Choose one of: {choices}."), choices=", ".join(FORMS))
    register = registers.register(desk, session)
    lost = register.session.status is SessionStatus.NOT_HELD
    record = form == "record" or (form == "auto" and (lost or anything_recorded(register)))
    centre = read_centre(desk.store)
    return SessionFacts(centre.name, register, desk.now, record, centre.signs(language))


@allowed(Right.PRINT)
def with_plan(desk: Desk, facts: SessionFacts, look: Look, wanted: bool, preview: bool) -> SessionFacts:
    """The facts with the session's plan, where plans are wanted and the session takes place."""
    session = facts.register.session
    if not wanted or session.status is SessionStatus.NOT_HELD:
        return facts
    return replace(facts, plan=plan_facts(desk, session, look.language, preview=preview))


def sheet_of(drawn: Drawn, file_name: str, facts: Sequence[SessionFacts]) -> Sheet:
    """The drawn sheet with what has to be said about it."""
    missing = {
        row.code
        for session in facts
        for row in session.register.rows
        if not all(printable(part) for part in (row.name.called, row.name.rest, row.name.native) if part)
    }
    return Sheet(drawn.data, drawn.pages, drawn.text, file_name, tuple(sorted(missing)))
