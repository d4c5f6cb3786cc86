"""A session's plan as it is read in the room, and the line it leaves for next time."""

from __future__ import annotations

import json
from datetime import date, time
from typing import TYPE_CHECKING, Any

from groupwork.domain.activities import Hazard, HazardLevel, LibraryTask, Material, Permission, Phase
from groupwork.domain.groups import StaffRole
from groupwork.domain.ids import ActivityId, GroupId, ParticipantId, SessionId
from groupwork.domain.people import AlertKind, PersonName
from groupwork.domain.session_plan import (
    AwayLine,
    DoneTask,
    KnowLine,
    LastTime,
    PlanStaff,
    Said,
    SessionPlan,
    clean_next_time,
    ordered,
    timed,
)
from groupwork.domain.sessions import Category
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.changes import existing
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_session_plan as reads
from groupwork.store.reading import Rows

if TYPE_CHECKING:
    from groupwork.store.journal import Done

EVENTS = "events"
"""The part of a group note that is told again next time."""


@allowed(Right.READ)
def plan(desk: Desk, session: SessionId) -> SessionPlan:
    """What to know, to do and to bring; four SELECTs.

    Nothing of notes for whoever may not read them, nothing of what was said with a planned absence for
    whoever may not open records. Refused in words when there is no such session.
    """
    db = desk.store.db
    facts = reads.facts(db, session)
    if facts is None:
        raise Refused(N_("There is no session with the number {number}."), number=session)
    day, start, end = date.fromisoformat(facts[0]), time.fromisoformat(facts[1]), time.fromisoformat(facts[2])
    parts = _parts(reads.parts(db, session))
    people = reads.people(db, session)
    last = _last(desk, facts[11])
    away = _away(people, said=desk.may(Right.RECORDS))
    return SessionPlan(
        session=session,
        title=facts[3],
        category=Category(facts[4]),
        date=day,
        start=start,
        end=end,
        place=facts[5] or "",
        activity=ActivityId(facts[6]),
        group=None if facts[7] is None else GroupId(facts[7]),
        aims=facts[8],
        hazard=HazardLevel(facts[9]),
        know=_know(people),
        away=away,
        phases=timed([_phase(row) for row in parts["phase"]], day, start, end),
        tasks=tuple(LibraryTask(row[1], row[2], row[3], row[4]) for row in parts["task"]),
        materials=tuple(_material(row) for row in parts["material"]),
        hazards=tuple(Hazard(row[1], row[2], row[3]) for row in parts["hazard"]),
        staff=tuple(_staff(row) for row in parts["staff"]),
        said=_said(facts[12], last),
        last=last,
        next_time=facts[10],
        expected=len({row[0] for row in people if not row[12]}) - len(away),
    )


@allowed(Right.RECORD)
def set_next_time(desk: Desk, session: SessionId, words: str) -> Done:
    """Leave a line for the next session of the group; empty takes it away. It is not part of a note."""
    row = existing(session)
    row.next_time = clean_next_time(words)
    with desk.step("session.next_time_set", session=session) as step:
        step.save(row)
    return step.done


def _parts(rows: Rows) -> dict[str, Rows]:
    found: dict[str, Rows] = {kind: [] for kind in ("phase", "task", "material", "hazard", "staff")}
    for row in rows:
        found[row[0]].append(row)
    return found


def _phase(row: tuple[Any, ...]) -> Phase:
    return Phase(row[1], row[2], row[5], row[3])


def _material(row: tuple[Any, ...]) -> Material:
    return Material(row[1], row[2], row[3], bool(row[6]), Permission(row[4]))


def _staff(row: tuple[Any, ...]) -> PlanStaff:
    return PlanStaff(row[2], row[3], StaffRole(row[4]) if row[4] else None)


def _name(row: tuple[Any, ...]) -> PersonName:
    return PersonName(row[1], row[2], row[3], row[4])


def _know(rows: Rows) -> tuple[KnowLine, ...]:
    """Each alert once, also when two planned absences meet on the day."""
    found = {
        row[5]: KnowLine(
            ParticipantId(row[0]), _name(row), AlertKind(row[6]), row[7], bool(row[8]), bool(row[9])
        )
        for row in rows
        if row[5] is not None
    }
    return ordered(tuple(found.values()))


def _away(rows: Rows, *, said: bool) -> tuple[AwayLine, ...]:
    found: dict[int, AwayLine] = {}
    for row in rows:
        if row[9]:
            until = date.fromisoformat(row[11]) if row[11] else None
            words = row[10] if said else ""
            found.setdefault(row[0], AwayLine(ParticipantId(row[0]), _name(row), row[9], words, until))
    return tuple(found.values())


def _said(text: str | None, last: LastTime | None) -> Said | None:
    """The newest line, unless a session was held since then: what it said was done or is out of date."""
    if not text:
        return None
    day, number, words = text.split(" ", 2)
    on = date.fromisoformat(day)
    return Said(words, on, SessionId(int(number))) if last is None or on >= last.date else None


def _last(desk: Desk, number: int | None) -> LastTime | None:
    if number is None:
        return None
    rows = reads.last(desk.store.db, number, notes=desk.may(Right.NOTES))
    day, title, there, came, available, *_task, parts = rows[0]
    tasks = tuple(DoneTask(row[5], row[6], row[7]) for row in rows if row[5] is not None and row[7])
    said = json.loads(parts) if isinstance(parts, str) else parts or {}
    return LastTime(
        SessionId(number), date.fromisoformat(day), title, came, available, there, tasks, said.get(EVENTS, "")
    )
