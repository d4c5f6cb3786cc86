"""What may be written on a session's register, checked once for marks, tasks and drop-ins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from groupwork.domain.attendance import MEANINGS, Status
from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.sessions import SessionStatus
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.store import reads_register as reads
from groupwork.store.tables import Attendance, Session

if TYPE_CHECKING:
    from groupwork.store.database import Store


@dataclass(frozen=True)
class Stored:
    """One stored row of a register; `row` None: expected, but there is no row before the snapshot."""

    row: int | None
    status: Status | None


@dataclass(frozen=True)
class Page:
    """A session's register as it is stored, ready to be written on."""

    store: Store
    session: SessionId
    status: SessionStatus
    day: date
    taken: bool
    people: dict[ParticipantId, Stored]

    def name(self, participant: ParticipantId) -> str:
        """The full name for a sentence on the screen; refuses an unknown number."""
        found = reads.names(self.store.db, participant)
        if found is None:
            raise Refused(N_("There is no person with the number {number}."), number=participant)
        return str(found[1])

    def require_day(self, today: date) -> None:
        """Refuses what can only be said on or after the day of the session."""
        if self.day > today:
            raise Refused(N_("This session is still ahead: before its day only absences can be entered."))

    def require(self, people: Iterable[ParticipantId]) -> None:
        """Refuses, naming them, a person who is not on the register."""
        for person in people:
            if person not in self.people:
                raise Refused(
                    N_("{name} is not on this register. Add the name in the last row first."),
                    name=self.name(person),
                )

    def require_there(self, people: Iterable[ParticipantId]) -> None:
        """Refuses, naming them, a person marked as having taken no part; blanks may be filled."""
        for person in people:
            status = self.people[person].status
            if status is not None and not MEANINGS[status].attended:
                raise Refused(
                    N_("{name} is marked as not having taken part. Change the mark first."),
                    name=self.name(person),
                )


def page(store: Store, session: SessionId) -> Page:
    """The register to write on. Refuses a session that is unknown or did not take place.

    Two SELECTs, a third before the snapshot of a coming session is taken.
    """
    facts = reads.facts(store.db, session)
    if facts is None:
        raise Refused(N_("There is no session with the number {number}."), number=session)
    status, day, taken = SessionStatus(facts[0]), date.fromisoformat(facts[1]), bool(facts[2])
    if status is SessionStatus.NOT_HELD:
        raise Refused(N_("This session did not take place. Open it again before you record anything."))
    people: dict[ParticipantId, Stored] = {}
    if not taken:
        people |= {ParticipantId(p): Stored(None, None) for (p,) in reads.expected(store.db, session)}
    for person, row, code, _absence in reads.marks(store.db, session):
        people[ParticipantId(person)] = Stored(row, Status(code) if code else None)
    return Page(store, session, status, day, taken, people)


def attendance_row(on: Page, participant: ParticipantId) -> Attendance:
    """The row to change: only what is set on it is written; a new one when there is none yet."""
    stored = on.people.get(participant)
    if stored is None or stored.row is None:
        return Attendance(session=on.session, participant=participant)
    row = Attendance(__no_default__=1)
    row.id = stored.row
    return row


def session_row(session: SessionId) -> Session:
    """A session's row of which only what is set is written."""
    row = Session(__no_default__=1)
    row.id = session
    return row
