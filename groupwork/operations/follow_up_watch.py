"""Follow-ups that open and close by themselves: in the step of the mark that does it, or at the start.

At most one is open for a person; the database holds that too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.follow_ups import ATTENDED, ENDS_ROW, AbsentRow, Outcome
from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.sessions import SessionStatus
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.follow_up_rows import due_rows, standing
from groupwork.operations.on_register import Page, page
from groupwork.store import reads_follow_ups as reads
from groupwork.store import reads_register
from groupwork.store.tables import FollowUp

if TYPE_CHECKING:
    from groupwork.store.database import Store
    from groupwork.store.journal import Done, Step

ABSENT = Status.ABSENT


@dataclass(frozen=True)
class _Change:
    """What became of one person's mark; `on_day` is the day of its session."""

    person: ParticipantId
    before: Status | None
    after: Status | None
    on_day: date

    @property
    def matters(self) -> bool:
        """Whether it can open or close anything; most marks of a register are attended ones."""
        return self.after in ATTENDED or self.may_open or self.before is ABSENT

    @property
    def may_open(self) -> bool:
        """An absence came, or what ended a row went."""
        return self.after is ABSENT or (self.before in ENDS_ROW and self.after not in ENDS_ROW)


@dataclass(frozen=True)
class _Open:
    """A follow-up; `touched`: somebody called, took it over, or set a date.

    Not `open`: it was closed because the person came back on the day that is looked at.
    """

    row: int
    since: date
    touched: bool
    open: bool


def watch(step: Step, on: Page, marks: Mapping[ParticipantId, Mark | None], today: date) -> None:
    """Open and close what follows from marks just saved in this step; None for a mark taken away.

    Undoing the step takes that back too. One SELECT, a second one when somebody stays away or comes back.
    """
    if on.day > today:
        return
    changes = [c for c in _changes(on, marks) if c.matters and c.before is not c.after]
    if not changes:
        return
    there = _open_of(on.store, [change.person for change in changes], on.day)
    asked = [change for change in changes if change.may_open or _is_open(there, change)]
    if not asked:
        return
    for change in asked:
        if not _is_open(there, change) and change.person in there:
            _reopen(step, there[change.person].row)
    rows = standing(on.store, [change.person for change in asked], today)
    for change in asked:
        _settle(step, change, there.get(change.person), rows.get(change.person), today)


@contextmanager
def recounted(step: Step, store: Store, session: SessionId, today: date) -> Iterator[None]:
    """Around the decision whether a session took place: its marks count from then on, or no more."""
    before = _counted(store, session)
    yield
    after = _counted(store, session)
    if before is not None and after is None:
        watch(step, before, dict.fromkeys(before.people), today)
    elif before is None and after is not None:
        marks = {person: Mark(there.status) for person, there in after.people.items()}
        watch(step, replace(after, people={}), marks, today)


@allowed(Right.READ)
def look_over(desk: Desk) -> Done | None:
    """Open what is due and close what the end of a stay has settled: one system step, None for nothing.

    Any sign-in's opening does it, as it takes registers: it says nothing that was not known.
    """
    if desk.store.read_only:
        return None
    db = desk.store.db
    due, lapsed = due_rows(desk.store, desk.today), reads.lapsed(db, desk.today)
    if not due and not lapsed:
        return None
    params = {"date": desk.today, "count": len(due) + len(lapsed)}
    with desk.store.journal.system_step("follow_ups.looked_over", params) as step:
        for number, opened, last in lapsed:
            _close(step, number, Outcome.ENDED, max(date.fromisoformat(last or opened), _day(opened)))
        for found in due:
            step.save(_new(found.participant, found.row, desk.today))
    done: Done = step.done
    return done


def end_with_stay(step: Step, participant: int, last_day: date, today: date) -> None:
    """Close the person's open follow-up because the stay is over; one that ends later waits for its day."""
    if last_day > today:
        return
    row = FollowUp.get_or_none((FollowUp.participant == participant) & FollowUp.closed.is_null())
    if row is not None:
        _close(step, row.id, Outcome.ENDED, max(last_day, row.opened))


def _counted(store: Store, session: SessionId) -> Page | None:
    """The register whose marks count; None for a session that did not take place."""
    facts = reads_register.facts(store.db, session)
    return None if facts is None or facts[0] == SessionStatus.NOT_HELD else page(store, session)


def _changes(on: Page, marks: Mapping[ParticipantId, Mark | None]) -> list[_Change]:
    return [
        _Change(
            person,
            on.people[person].status if person in on.people else None,
            mark.status if mark is not None else None,
            on.day,
        )
        for person, mark in marks.items()
    ]


def _settle(step: Step, change: _Change, there: _Open | None, row: AbsentRow | None, today: date) -> None:
    """What becomes of one person's follow-up, `row` being a row of absent days that is long enough."""
    if there is None:
        if row is not None:
            step.save(_new(change.person, row, today))
    elif row is not None:
        if row.first != there.since:
            step.save(_moved(there, row.first))
    elif not there.open or (change.after in ATTENDED and change.on_day >= there.since):
        _close(step, there.row, Outcome.CAME_BACK, change.on_day)
    elif change.before is ABSENT and not there.touched:
        step.delete(_only_id(there.row))  # the absence was a slip: nobody has to know of a follow-up


def _new(person: int, row: AbsentRow, today: date) -> FollowUp:
    return FollowUp(participant=person, opened=today, first_day=row.first)


def _moved(there: _Open, first: date) -> FollowUp:
    changed = _only_id(there.row)
    changed.first_day = first
    return changed


def _close(step: Step, number: int, outcome: Outcome, day: date) -> None:
    row = _only_id(number)
    row.closed, row.outcome = day, outcome.value
    step.save(row)


def _reopen(step: Step, number: int) -> None:
    """The mark that closed it is no coming back any more; `_settle` closes it again when another one is."""
    row = _only_id(number)
    row.closed, row.outcome = None, ""
    step.save(row)


def _is_open(there: Mapping[int, _Open], change: _Change) -> bool:
    return change.person in there and there[change.person].open


def _open_of(store: Store, people: Collection[int], day: date) -> dict[int, _Open]:
    """By person; the last row of one counts, which is the open one where there is any."""
    rows = reads.open_of(store.db, people, day)
    return {row[0]: _Open(row[1], _day(row[2]), bool(row[3]), bool(row[4])) for row in rows}


def _only_id(number: int) -> FollowUp:
    row = FollowUp(__no_default__=1)
    row.id = number
    return row


def _day(text: str) -> date:
    return date.fromisoformat(text)
