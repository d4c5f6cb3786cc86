"""People: found by what is typed, by code, and added by name as a drop-in."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.people import PersonBrief, PersonName, build_name, next_code, sort_key, split_name
from groupwork.domain.search import rank, typed_words
from groupwork.domain.text import clean_name, fold
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.attendance import add_drop_in
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_people as reads
from groupwork.store.tables import Episode, Participant

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

_CODE_TYPED = re.compile(r"[A-Za-z]\d{0,9}")


@allowed(Right.READ)
def find_people(
    desk: Desk, typed: str, *, session: SessionId | None = None, limit: int = 8
) -> tuple[PersonBrief, ...]:
    """People whose name or code has what was typed, in any script and without accents; one SELECT.

    For a session: who knows its activity first, and nobody who is on its register already. Nothing
    typed finds nobody.
    """
    words = typed_words(typed)
    if not words:
        return ()
    code = typed.strip().upper()
    code = code if _CODE_TYPED.fullmatch(code) else ""
    rows = reads.find(desk.store.db, words, code, session or 0)
    ordered = sorted(rows, key=lambda r: (not r[9], rank(r[7], words), fold(r[8] or r[3]), r[0]))
    return tuple(_brief(row[:7], known=bool(row[9]) and session is not None) for row in ordered[:limit])


@allowed(Right.READ)
def participant(desk: Desk, which: ParticipantId | str) -> PersonBrief:
    """The person of a number or of a code such as "P05" in either case; refused in words."""
    db = desk.store.db
    if isinstance(which, str):
        rows = reads.by_code(db, which.strip()[:40])
        if not rows:
            shown = "".join(c if c.isprintable() else "�" for c in which.strip()[:40])
            raise Refused(N_("There is nobody with the code {code}."), code=shown)
    else:
        rows = reads.by_id(db, which)
        if not rows:
            raise Refused(N_("There is no person with the number {number}."), number=which)
    return _brief(rows[0])


@allowed(Right.RECORD)
def add_participant(desk: Desk, name_typed: str) -> tuple[Done, ParticipantId]:
    """A new person by name, with the next free code and an episode from today; undoable.

    One word may be the whole name; of several the first is what people are called, the rest the family
    name ("Maier, Jürgen" says it the other way round).
    """
    code = _next_code(desk)
    with desk.step("participant.added", code=code) as step:
        person = _add(desk, step, name_typed, code)
    return step.done, person


@allowed(Right.RECORD)
def add_new_drop_in(desk: Desk, session: SessionId, name_typed: str) -> tuple[Done, ParticipantId]:
    """A new person by name, put on the session's register as a walk-in in the same step."""
    code = _next_code(desk)
    with desk.step("attendance.new_drop_in_added", session=session, code=code) as step:
        person = _add(desk, step, name_typed, code)
        add_drop_in(desk, session, person)
    return step.done, person


def _add(desk: Desk, step: Step, typed: str, code: str) -> ParticipantId:
    given, family = split_name(clean_name(typed))
    name = build_name(given, family)
    row = Participant(
        code=code,
        given=given,
        family=family,
        called=name.called,
        full=name.full,
        rest=name.rest,
        sort_name=sort_key(given, family),
    )
    step.save(row)
    step.save(Episode(participant=row.id, start=desk.today))
    return ParticipantId(row.id)


def _next_code(desk: Desk) -> str:
    return next_code("P", reads.codes(desk.store.db))


def _brief(row: tuple[Any, ...], *, known: bool = False) -> PersonBrief:
    id_, code, called, full, rest, native, born = row
    name = PersonName(called, full, rest, native)
    return PersonBrief(ParticipantId(id_), code, name, date.fromisoformat(born) if born else None, known)
