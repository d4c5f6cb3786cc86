"""The registers of one group side by side: people × dates, with sums as the rates define them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from groupwork.domain.attendance import NOT_RECORDED, Mark
from groupwork.domain.ids import GroupId, ParticipantId, SessionId
from groupwork.domain.people import PersonName
from groupwork.domain.rates import Attendance, Entry, attendance
from groupwork.domain.sessions import Category, SessionStatus


@dataclass(frozen=True)
class BlockDate:
    """One session of the group, a column."""

    session: SessionId
    date: date
    start: time
    end: time
    status: SessionStatus
    reason: str = ""
    """Why it was not held."""
    taken: bool = False

    @property
    def minutes(self) -> int:
        """Its length."""
        day = date(2000, 1, 1)
        first, last = (datetime.combine(day, at) for at in (self.start, self.end))
        return int((last - first).total_seconds()) // 60

    @property
    def lost(self) -> bool:
        """True when it did not take place."""
        return self.status is SessionStatus.NOT_HELD


@dataclass(frozen=True)
class BlockCell:
    """What a register says of a person: the mark. `away_words` come from a planned absence."""

    mark: Mark = NOT_RECORDED
    away_words: str = ""
    in_stay: bool = True
    """False outside every stay of the person: then it enters no rate."""


@dataclass(frozen=True)
class BlockRow:
    """One person. `cells` follow `Block.dates`; None where the person is not on the register."""

    participant: ParticipantId
    code: str
    name: PersonName
    cells: tuple[BlockCell | None, ...]
    sum: Attendance


@dataclass(frozen=True)
class Block:
    """A group's registers from `first` to `last`. `sums` follow `dates`."""

    group: GroupId
    title: str
    category: Category
    first: date
    last: date
    dates: tuple[BlockDate, ...]
    rows: tuple[BlockRow, ...]
    sums: tuple[Attendance, ...]

    @property
    def total(self) -> Attendance:
        """All people and dates together."""
        return attendance(
            entry for row in self.rows for entry in _entries(zip(self.dates, row.cells, strict=True))
        )


@dataclass(frozen=True)
class BlockPerson:
    """A person and their marks by session, as they are read."""

    participant: ParticipantId
    code: str
    name: PersonName
    sort_name: str
    cells: dict[SessionId, BlockCell]


def rows_of(dates: tuple[BlockDate, ...], people: Iterable[BlockPerson]) -> tuple[BlockRow, ...]:
    """The rows in the people's order, each with its sum."""
    return tuple(_row(dates, person) for person in people)


def sums_of(dates: tuple[BlockDate, ...], rows: tuple[BlockRow, ...]) -> tuple[Attendance, ...]:
    """What each date comes to."""
    return tuple(attendance(_entries((day, row.cells[n]) for row in rows)) for n, day in enumerate(dates))


def last_before(row: BlockRow, dates: tuple[BlockDate, ...], column: int) -> Mark | None:
    """The person's mark in the last session before a column that took place and has one, or None."""
    for n in range(column - 1, -1, -1):
        cell = row.cells[n]
        if cell is not None and not dates[n].lost and cell.mark.status is not None:
            return cell.mark
    return None


def _row(dates: tuple[BlockDate, ...], person: BlockPerson) -> BlockRow:
    cells = tuple(person.cells.get(day.session) for day in dates)
    found = attendance(_entries(zip(dates, cells, strict=True)))
    return BlockRow(person.participant, person.code, person.name, cells, found)


def _entries(pairs: Iterable[tuple[BlockDate, BlockCell | None]]) -> Iterable[Entry]:
    """What counts: held sessions inside the person's stay, as in the person's own history."""
    for day, cell in pairs:
        if cell is not None and cell.in_stay:
            yield Entry(cell.mark, day.minutes, day.status is SessionStatus.HELD)
