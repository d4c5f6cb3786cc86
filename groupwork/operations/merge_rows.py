"""Moving everything of a duplicate record to the one that is kept, row by row inside an open step.

Each table that points at a participant has its rule in `RULES`; a test fails for a table without one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from groupwork.domain.ids import SessionId
from groupwork.domain.merging import Joined, Stretch, join
from groupwork.operations.merge_marks import Both, move_marks, move_results
from groupwork.store.row import Row
from groupwork.store.tables import (
    AgreedDay,
    Alert,
    Attendance,
    Consent,
    Contact,
    DayPresence,
    Episode,
    FollowUp,
    FollowUpCall,
    IncidentPerson,
    Membership,
    Note,
    Participant,
    PlannedAbsence,
    Result,
    SessionInvite,
    Setting,
    Trait,
    Waiting,
)

if TYPE_CHECKING:
    from groupwork.store.journal import Step

DRAFTS = "draft."
_PEOPLE_KEYS = ("people", "participants", "participant")


@dataclass
class Move:
    """A merge under way. `theirs` are the sessions in which the duplicate's mark counts."""

    step: Step
    keep: int
    drop: int
    theirs: frozenset[SessionId]
    absences: dict[int, int] = field(default_factory=dict)
    """Planned absences both had: the duplicate's to the kept one's."""

    def rows(self, table: Any, person: int) -> list[Any]:
        """What a table has of one of the two, in order."""
        return list(table.select().where(table.participant == person).order_by(table.id))

    def both(self, table: Any) -> tuple[list[Any], list[Any]]:
        """The kept record's rows and the duplicate's."""
        return self.rows(table, self.keep), self.rows(table, self.drop)

    def over(self, row: Any) -> None:
        """Give one row of the duplicate to the kept record."""
        row.participant = self.keep
        self.step.save(row)


def move_everything(move: Move) -> None:
    """Every row of the duplicate goes over, is joined with one of the kept record, or goes when alike."""
    for rule in RULES.values():
        rule(move)
    _drafts(move)


def _alike(table: type[Row], *columns: str) -> Callable[[Move], None]:
    """Rows go over behind the kept record's; one that says the same in these columns goes."""

    def rule(move: Move) -> None:
        ours, theirs = move.both(table)
        there = {_said(row, columns): row for row in ours}
        after = max((row.position for row in ours), default=-1) + 1 if "position" in _names(table) else None
        for row in theirs:
            same = there.get(_said(row, columns))
            if same is not None:
                _printed_too(move, same, row)
                move.step.delete(row)
                continue
            if after is not None:
                row.position += after
            move.over(row)

    return rule


def _said(row: Any, columns: Iterable[str]) -> tuple[object, ...]:
    values = (getattr(row, column) for column in columns)
    return tuple(value.casefold() if isinstance(value, str) else value for value in values)


def _names(table: Any) -> Mapping[str, object]:
    fields: Mapping[str, object] = table._meta.fields
    return fields


def _printed_too(move: Move, ours: Any, theirs: Any) -> None:
    """An alert that one of the two prints is printed."""
    if isinstance(ours, Alert) and theirs.printed and not ours.printed:
        ours.printed = True
        move.step.save(ours)


def _absences(move: Move) -> None:
    ours, theirs = move.both(PlannedAbsence)
    there = {(row.from_date, row.to_date, row.status): row.id for row in ours}
    for row in theirs:
        same = there.get((row.from_date, row.to_date, row.status))
        if same is None:
            move.over(row)
        else:
            move.absences[row.id] = same
            move.step.delete(row)


def _stretches(
    table: type[Row], first: str, last: str, of: Callable[[Any], object]
) -> Callable[[Move], None]:
    """Rows that hold from a day to a day: those of the same thing that overlap become one."""

    def rule(move: Move) -> None:
        ours, theirs = move.both(table)
        rows = {row.id: row for row in (*ours, *theirs)}
        for thing in dict.fromkeys(of(row) for row in theirs):
            found = [row for row in rows.values() if of(row) == thing]
            stretches = (
                Stretch(row.id, getattr(row, first), getattr(row, last), row.participant_id == move.keep)
                for row in found
            )
            for joined in join(list(stretches)):
                _join_rows(move, rows, joined, (first, last))

    return rule


def _join_rows(move: Move, rows: Mapping[int, Any], joined: Joined, names: tuple[str, str]) -> None:
    into, latest = rows[joined.into], rows[joined.last_one]
    if joined.gone and isinstance(into, Episode):
        into.reason, into.planned, into.stage = latest.reason, latest.planned, latest.stage
        for gone in (rows[number] for number in joined.gone):
            into.referred_on = into.referred_on or gone.referred_on
            into.referred_by = into.referred_by or gone.referred_by
    setattr(into, names[0], joined.first)
    setattr(into, names[1], joined.last)
    move.over(into)
    for number in joined.gone:
        move.step.delete(rows[number])


def _waiting(move: Move) -> None:
    """Waiting twice for one group is waiting once, since the earlier day."""
    ours, theirs = move.both(Waiting)
    there = {row.group_id: row for row in ours if row.ended is None}
    for row in theirs:
        same = there.get(row.group_id) if row.ended is None else None
        if same is None:
            move.over(row)
            continue
        same.since, same.words = min(same.since, row.since), same.words or row.words
        move.step.save(same)
        move.step.delete(row)


def _all_over(move: Move) -> None:
    """What somebody wrote stays as it was written, also twice."""
    for row in move.rows(Note, move.drop):
        move.over(row)


def _follow_ups(move: Move) -> None:
    """Two open ones are one, since the earlier day and with the calls of both."""
    ours, theirs = move.both(FollowUp)
    still = next((row for row in ours if row.closed is None), None)
    for row in theirs:
        if still is None or row.closed is not None:
            move.over(row)
            continue
        for call in FollowUpCall.select().where(FollowUpCall.follow_up == row.id):
            call.follow_up = still.id
            move.step.save(call)
        still.opened, still.first_day = min(still.opened, row.opened), min(still.first_day, row.first_day)
        still.words = still.words or row.words
        move.step.save(still)
        move.step.delete(row)


def _invites(move: Move) -> None:
    ours, theirs = move.both(SessionInvite)
    there = {row.session_id for row in ours}
    for row in theirs:
        if row.session_id in there:
            move.step.delete(row)
        else:
            move.over(row)


def _presence(move: Move) -> None:
    """One day, one entry: being there counts more than being away, from first coming to last going."""
    ours, theirs = move.both(DayPresence)
    there = {row.date: row for row in ours}
    for row in theirs:
        same = there.get(row.date)
        if same is None:
            move.over(row)
            continue
        if not row.away:
            arrived = [at for at in (same.arrived, row.arrived) if at is not None]
            left = [at for at in (same.left, row.left) if at is not None]
            same.away, same.reason = "", same.reason if not same.away else row.reason
            same.arrived, same.left = min(arrived, default=None), max(left, default=None)
            move.step.save(same)
        move.step.delete(row)


def _attendance(move: Move) -> None:
    ours, theirs = move.both(Attendance)
    there = {row.session_id: row for row in ours}
    pairs = []
    for row in theirs:
        row.absence = move.absences.get(row.absence_id, row.absence_id)
        same = there.get(row.session_id)
        if same is None:
            move.over(row)
        else:
            pairs.append(Both(same, row, row.session_id in move.theirs))
    move_results(move.step, move.keep, move.drop, pairs)
    move_marks(move.step, pairs)


def _merged_before(move: Move) -> None:
    """Records that were merged into the duplicate belong to the kept one now."""
    for row in Participant.select().where(Participant.merged_into == move.drop):
        row.merged_into = move.keep
        move.step.save(row)


def _drafts(move: Move) -> None:
    """What somebody had begun to type about the duplicate is about the kept record."""
    for row in Setting.select().where(Setting.key.startswith(DRAFTS)):
        value = _renamed(row.value, move.keep, move.drop)
        if value != row.value:
            row.value = value
            move.step.save(row)


def _renamed(value: object, keep: int, drop: int) -> object:
    if not isinstance(value, dict):
        return value
    return {
        key: _swapped(said, keep, drop) if key in _PEOPLE_KEYS else _renamed(said, keep, drop)
        for key, said in value.items()
    }


def _swapped(said: object, keep: int, drop: int) -> object:
    if isinstance(said, list):
        return list(dict.fromkeys(keep if person == drop else person for person in said))
    return keep if said == drop else said


RULES: dict[type[Row], Callable[[Move], None]] = {
    Participant: _merged_before,
    Alert: _alike(Alert, "kind", "words"),
    Contact: _alike(Contact, "name", "phone", "email"),
    Trait: _alike(Trait, "kind", "words"),
    Consent: _alike(Consent, "purpose", "words", "given", "date", "withdrawn_on"),
    PlannedAbsence: _absences,
    Episode: _stretches(Episode, "start", "end", lambda _row: None),
    Membership: _stretches(Membership, "from_date", "to_date", lambda row: row.group_id),
    AgreedDay: _stretches(AgreedDay, "from_date", "to_date", lambda row: row.weekday),
    Waiting: _waiting,
    SessionInvite: _invites,
    Note: _all_over,
    FollowUp: _follow_ups,
    IncidentPerson: _alike(IncidentPerson, "incident_id", "part", "injury"),
    DayPresence: _presence,
    Attendance: _attendance,
    Result: lambda _move: None,  # moved with the marks they belong to
}
"""By table, in order: absences before the marks that point at them."""
