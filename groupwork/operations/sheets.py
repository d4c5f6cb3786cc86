"""Printed sheets: the session sheet of one session, and the pack of a day.

A print that is not a preview gets an id of its own; its layout and its rows are stored with it, so that
the marked paper can be read back later whatever becomes of the register. Printing takes no snapshot.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groupwork.domain.ids import SessionId
from groupwork.domain.layout import Layout
from groupwork.domain.payload import ID_BYTES, KEY_BYTES
from groupwork.domain.register import Register
from groupwork.domain.scripts import printable
from groupwork.domain.sessions import SessionInfo, SessionStatus
from groupwork.domain.sheet_facts import DayFacts, Look, SessionFacts, Stamp, anything_recorded
from groupwork.errors import Refused
from groupwork.i18n import LANGUAGES, N_
from groupwork.operations import register as registers
from groupwork.operations import sessions
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.settings import PAPERS, read_centre
from groupwork.store import durable
from groupwork.store.entries import Kind
from groupwork.store.tables import Print, Setting

if TYPE_CHECKING:
    from groupwork.sheets.draw import Drawn

FORMS = ("auto", "blank", "record")
KEY_SETTING = "sheet_key"
"""The centre's key for its codes; made by the first print, in the encrypted file like all else."""


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

    look = _look(desk, language, paper, large)
    facts = _facts(desk, session, form)
    with_codes = not preview and not facts.record
    stamp = Stamp(secrets.token_bytes(ID_BYTES), _key(desk)) if with_codes else Stamp()
    drawn = draw.session_sheet(facts, look=look, stamp=stamp)
    if not preview:
        _store(
            desk, "sheet.printed", {"session": session}, ((facts, draw.layout_of(facts, look), stamp),), look
        )
    name = f"{look_name(look, 'session')}-{facts.register.session.date.isoformat()}-{session}.pdf"
    return replace(_sheet(drawn, name, (facts,)), session=facts.register.session, record=facts.record)


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
) -> Sheet:
    """Every sheet of a day in one PDF, with "Read before you start" in front; options as above."""
    from groupwork.sheets import draw

    look = _look(desk, language, paper, large)
    info = sessions.day(desk, date)
    facts = DayFacts(
        centre=read_centre(desk.store).name,
        date=date,
        closure=info.closure,
        sessions=tuple(_facts(desk, session.id, form) for session in info.sessions),
        printed=desk.now,
    )
    key = b"" if preview else _key(desk)
    stamps = tuple(
        Stamp() if preview or session.record else Stamp(secrets.token_bytes(ID_BYTES), key)
        for session in facts.sessions
    )
    drawn = draw.day_pack(facts, look=look, stamps=stamps, preview=preview)
    if not preview:
        prints = [
            (session, draw.layout_of(session, look), stamp)
            for session, stamp in zip(facts.sessions, stamps, strict=True)
        ]
        _store(desk, "day.printed", {"date": date}, prints, look)
    return _sheet(drawn, f"{look_name(look, 'day')}-{date.isoformat()}.pdf", facts.sessions)


def look_name(look: Look, kind: str) -> str:
    """The beginning of a file name: what it is, never who is on it."""
    names = {
        ("en", "session"): "session-sheet",
        ("en", "day"): "day-pack",
        ("de", "session"): "sitzungsblatt",
        ("de", "day"): "tagesmappe",
    }
    return names[look.language, kind]


def _look(desk: Desk, language: str | None, paper: str | None, large: bool) -> Look:
    centre = read_centre(desk.store)
    look = Look(language or centre.language, paper or centre.paper, large)
    if look.language not in LANGUAGES:
        raise Refused(N_("Sheets are printed in English or German."))
    if look.paper not in PAPERS:
        raise Refused(N_("Choose one of: {choices}."), choices=", ".join(PAPERS))
    return look


def _facts(desk: Desk, session: SessionId, form: str) -> SessionFacts:
    if form not in FORMS:
        raise Refused(N_("Choose one of: {choices}."), choices=", ".join(FORMS))
    register = registers.register(desk, session)
    lost = register.session.status is SessionStatus.NOT_HELD
    record = form == "record" or (form == "auto" and (lost or anything_recorded(register)))
    return SessionFacts(read_centre(desk.store).name, register, desk.now, record)


def _sheet(drawn: Drawn, file_name: str, facts: Sequence[SessionFacts]) -> Sheet:
    missing = {
        row.code
        for session in facts
        for row in session.register.rows
        if not all(printable(part) for part in (row.name.called, row.name.rest, row.name.native) if part)
    }
    return Sheet(drawn.data, drawn.pages, drawn.text, file_name, tuple(sorted(missing)))


def _key(desk: Desk) -> bytes:
    """The centre's key; made here when there is none yet (stored with the print)."""
    row = Setting.get_or_none(Setting.key == KEY_SETTING)
    if row is not None:
        return bytes.fromhex(str(row.value))
    key = secrets.token_bytes(KEY_BYTES)
    with desk.store.journal.step("setting.changed", {"key": KEY_SETTING}, kind=Kind.SYSTEM) as step:
        step.save(Setting(key=KEY_SETTING, value=key.hex()))
    return key


def _store(
    desk: Desk,
    verb: str,
    params: Mapping[str, Any],
    prints: Sequence[tuple[SessionFacts, Layout, Stamp]],
    look: Look,
) -> None:
    """The print records and the journal's word of it: one step that nobody can take back."""
    coded = [entry for entry in prints if not entry[2].preview]
    if not coded:
        desk.store.journal.event(verb, dict(params), desk.actor)
        return
    with desk.store.journal.step(verb, dict(params), desk.actor, kind=Kind.FINAL) as step:
        for facts, layout, stamp in coded:
            step.save(
                Print(
                    sheet_id=stamp.sheet.hex(),
                    session=facts.register.session.id,
                    kind=layout.kind,
                    language=look.language,
                    paper=look.paper,
                    printed_at=desk.store.journal.clock(),
                    pages=len(layout.pages),
                    layout=layout.to_json(),
                    people=_rows(facts.register),
                )
            )


def _rows(register: Register) -> dict[str, Any]:
    """Who stands in which row and what in which task column, as printed."""
    return {
        "people": [row.participant for row in register.rows],
        "tasks": [
            {"id": task.id if task.id > 0 else None, "activity_task": task.activity_task}
            for task in register.tasks
        ],
    }
