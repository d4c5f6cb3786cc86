"""The lines of the history as the page shows them: read in portions, grouped by day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from groupwork.domain.ids import StepId
from groupwork.operations.history import HistoryLine

PORTION = 50
Read = Callable[[StepId | None, int], tuple[HistoryLine, ...] | None]


@dataclass(frozen=True)
class HistoryDay:
    """One day's lines, newest first."""

    day: date
    lines: tuple[HistoryLine, ...]


class HistoryPages:
    """What was read so far. `more` says whether older lines may follow."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self.lines: tuple[HistoryLine, ...] = ()
        self.more = False

    def load(self) -> None:
        """Read again from the newest, as many lines as were shown (at least one portion)."""
        self._take((), max(PORTION, len(self.lines)), None)

    def load_more(self) -> None:
        """Read the next older portion."""
        if self.lines:
            self._take(self.lines, PORTION, self.lines[-1].step)

    def days(self) -> tuple[HistoryDay, ...]:
        """The lines by day, newest day first."""
        found: dict[date, list[HistoryLine]] = {}
        for line in self.lines:
            found.setdefault(line.at_local.date(), []).append(line)
        return tuple(HistoryDay(day, tuple(lines)) for day, lines in found.items())

    def _take(self, kept: tuple[HistoryLine, ...], limit: int, before: StepId | None) -> None:
        read = self._read(before, limit)
        self.more = read is not None and len(read) == limit
        self.lines = (*kept, *(read or ()))
