"""What is kept about who is at the centre on some days, read with one SELECT."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.people import PersonName
from groupwork.domain.presence import Away, Entry, Slot, Times
from groupwork.domain.presence_day import PresenceRow
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.text import fold
from groupwork.store import reads_presence as reads
from groupwork.store.reading import Rows

if TYPE_CHECKING:
    import peewee as pw


@dataclass
class Facts:
    """What was read about some days."""

    first: date
    last: date
    people: list[PresenceRow] = field(default_factory=list)
    agreed: dict[int, list[tuple[date, date, int]]] = field(default_factory=dict)
    recorded: dict[tuple[int, date], Entry] = field(default_factory=dict)
    absences: dict[int, list[tuple[int, date, date, Away]]] = field(default_factory=dict)
    closed: dict[date, str] = field(default_factory=dict)
    slots: dict[tuple[int, date], list[Slot]] = field(default_factory=dict)

    def agreed_on(self, person: int, day: date) -> bool:
        """Whether a day is one of the person's agreed ones and the centre is open."""
        if day in self.closed:
            return False
        return any(f <= day <= t and w == day.weekday() for f, t, w in self.agreed.get(person, ()))

    def absence(self, person: int, day: date) -> Away | None:
        """What is planned for the day."""
        return next((away for _n, f, t, away in self.absences.get(person, ()) if f <= day <= t), None)


def read(db: pw.Database, first: date, last: date) -> Facts:
    """Everything about the days from `first` to `last`. One SELECT."""
    return _kept(Facts(first, last), reads.facts(db, first, last))


def _kept(facts: Facts, rows: Rows) -> Facts:
    for kind, person, *columns in rows:
        _KEEP[kind](facts, person, *columns)
    facts.people.sort(key=lambda row: (fold(row.sort_name), row.participant))
    for slots in facts.slots.values():
        slots.sort(key=lambda slot: (slot.start, slot.session))
    for absences in facts.absences.values():
        absences.sort(key=lambda absence: absence[0])  # two over one day: the first one counts
    return facts


def _keep_person(facts: Facts, person: int, *columns: Any) -> None:
    code, called, full, rest, native, sort_name = columns[:6]
    name = PersonName(called, full, rest, native)
    facts.people.append(PresenceRow(ParticipantId(person), code, name, sort_name or full))


def _keep_agreed(facts: Facts, person: int, *columns: Any) -> None:
    from_, to, weekday = columns[:3]
    until = date.fromisoformat(to) if to else facts.last
    facts.agreed.setdefault(person, []).append((date.fromisoformat(from_), until, int(weekday)))


def _keep_day(facts: Facts, person: int, *columns: Any) -> None:
    day, arrived, left, away, reason = columns[:5]
    times = (time.fromisoformat(t) if t else None for t in (arrived, left))
    facts.recorded[person, date.fromisoformat(day)] = Away(Status(away), reason) if away else Times(*times)


def _keep_absence(facts: Facts, person: int, *columns: Any) -> None:
    from_, to, status, words, number = columns[:5]
    span = (int(number), date.fromisoformat(from_), date.fromisoformat(to))
    facts.absences.setdefault(person, []).append((*span, Away(Status(status), words)))


def _keep_closed(facts: Facts, _nobody: int, *columns: Any) -> None:
    from_, to, name = columns[:3]
    at, until = max(facts.first, date.fromisoformat(from_)), min(facts.last, date.fromisoformat(to))
    while at <= until:
        facts.closed.setdefault(at, name)
        at += timedelta(days=1)


def _keep_slot(facts: Facts, person: int, *columns: Any) -> None:
    day, session, title, start, end, room, status, *marked = columns
    code, late, early, reason, planned = marked
    late, early = (int(n) if n is not None else None for n in (late, early))
    mark = Mark(Status(code), late, early, None, reason or "", None, bool(planned)) if code else Mark()
    times = (time.fromisoformat(start), time.fromisoformat(end))
    lost = status == SessionStatus.NOT_HELD
    slot = Slot(SessionId(int(session)), title, *times, room or "", mark, lost)
    facts.slots.setdefault((person, date.fromisoformat(day)), []).append(slot)


_KEEP: dict[str, Callable[..., None]] = {
    "person": _keep_person,
    "agreed": _keep_agreed,
    "day": _keep_day,
    "absence": _keep_absence,
    "closed": _keep_closed,
    "slot": _keep_slot,
}
