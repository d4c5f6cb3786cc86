"""The registers of a group side by side, read and written: people × dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import TYPE_CHECKING, Any

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.block import Block, BlockCell, BlockDate, BlockPerson, rows_of, sums_of
from groupwork.domain.ids import GroupId, ParticipantId, SessionId
from groupwork.domain.people import PersonName
from groupwork.domain.sessions import Category, SessionStatus
from groupwork.domain.text import fold
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.attendance import record_marks
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.group_rows import NO_GROUP
from groupwork.operations.register import mark_of
from groupwork.operations.register_lock import days_of, require_open
from groupwork.store import reads_block as reads
from groupwork.store.reading import Rows

if TYPE_CHECKING:
    from groupwork.store.journal import Done

Cells = dict[tuple[int, int], BlockCell]
Marks = Mapping[SessionId, Mapping[ParticipantId, Mark]]


@allowed(Right.RECORDS)
def block(desk: Desk, group: GroupId, first: date, last: date) -> Block:
    """A group's registers of these days, both inclusive; people by name. Five SELECTs.

    Everybody who is, or would be, on one of the registers has a row, whatever became of their membership.
    """
    db = desk.store.db
    head = reads.group(db, group)
    if head is None:
        raise Refused(NO_GROUP, number=group)
    dates = tuple(_date(row) for row in reads.dates(db, group, first, last))
    cells = _cells(reads.marks(db, group, first, last), reads.expected(db, group, first, last))
    people = _people(desk, cells)
    rows = rows_of(dates, people)
    return Block(group, head[0], Category(head[1]), first, last, dates, rows, sums_of(dates, rows))


@allowed(Right.RECORD)
def record(desk: Desk, marks: Marks) -> Done:
    """Store marks of several registers in one step, or none of them; see `attendance.record_marks`.

    Raises NeedsReason naming all of the registers that are locked.
    """
    wanted = {session: people for session, people in marks.items() if people}
    if not wanted:
        raise Refused(N_("There is nothing to record."))
    if len(wanted) == 1:
        ((session, people),) = wanted.items()
        return record_marks(desk, session, people)
    require_open(desk, days_of(desk, wanted))
    count = sum(len(people) for people in wanted.values())
    with desk.step("registers.recorded", count=count) as step:
        for session, people in wanted.items():
            record_marks(desk, session, people)
    return step.done


def _date(row: tuple[Any, ...]) -> BlockDate:
    number, day, start, end, status, reason, taken = row
    return BlockDate(
        SessionId(number),
        date.fromisoformat(day),
        time.fromisoformat(start),
        time.fromisoformat(end),
        SessionStatus(status),
        reason,
        bool(taken),
    )


def _cells(marked: Rows, expected: Rows) -> Cells:
    """Who stands on which register with which mark; a mark says more than a planned absence."""
    found: Cells = {}
    for session, person, _absence, status, told_at, words in expected:
        if (session, person) not in found:  # of two planned absences the first one counts
            told = date.fromisoformat(told_at) if told_at else None
            mark = Mark(Status(status), told_at=told, planned=True) if status else Mark()
            found[session, person] = BlockCell(mark, words or "")
    for row in marked:
        words = row[9] if row[8] else ""
        found[row[0], row[1]] = BlockCell(mark_of(*row[2:9]), words or "", bool(row[10]))
    return found


def _people(desk: Desk, cells: Cells) -> list[BlockPerson]:
    rows = reads.people(desk.store.db, sorted({person for _session, person in cells}))
    by_person: dict[int, dict[SessionId, BlockCell]] = {}
    for (session, person), cell in cells.items():
        by_person.setdefault(person, {})[SessionId(session)] = cell
    found = [
        BlockPerson(
            ParticipantId(number),
            code,
            PersonName(called, full, rest, native),
            name or full,
            by_person[number],
        )
        for number, code, called, full, rest, native, name in rows
    ]
    return sorted(found, key=lambda person: (fold(person.sort_name), person.participant))
