"""Rates and hours, exactly as DOMAIN.md "Attendance" and "Tasks" define them.

Percentages are fractions until they are shown, then rounded half up to one decimal. Every rate
carries n, N and the name of its denominator; a denominator of 0 shows "–".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from groupwork.domain.attendance import MEANINGS, Expected, Mark, Status, counted_minutes
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.i18n import N_

NOTHING = "–"


class Denominator(StrEnum):
    """What a rate is counted against."""

    AVAILABLE = "available"
    BOOKED = "booked"
    DNA = "dna"
    TASKS = "tasks"
    TASK_HOURS = "task_hours"


DENOMINATOR_LABELS: dict[Denominator, str] = {
    Denominator.AVAILABLE: N_("rate of available"),
    Denominator.BOOKED: N_("rate of booked"),
    Denominator.DNA: N_("absent without a word, of present and absent"),
    Denominator.TASKS: N_("of tasks offered"),
    Denominator.TASK_HOURS: N_("of task hours offered"),
}


def half_up(value: Fraction, digits: int = 1) -> Decimal:
    """A fraction of 0 or more rounded half up to so many decimals: 1/8 → 0.1 and 1/4 → 0.3."""
    scale = 10**digits
    return Decimal((value * scale * 2 + 1) // 2).scaleb(-digits)


@dataclass(frozen=True)
class Rate:
    """n of N with the denominator's name."""

    n: int
    of: int
    denominator: Denominator

    @property
    def percent(self) -> Decimal | None:
        """Per cent with one decimal, half up; None when the denominator is 0."""
        return half_up(Fraction(self.n * 100, self.of)) if self.of else None

    def shown(self, number: Callable[[float, int], str]) -> str:
        """ "66.7 %" or "–"; `number` writes decimals in the language (`Words.number`)."""
        percent = self.percent
        return NOTHING if percent is None else f"{number(float(percent), 1)} %"


@dataclass(frozen=True)
class Entry:
    """One mark of one booked session or walk-in. `minutes` is the session's length; `held` as stored.

    The caller leaves out what lies outside the membership and the episode.
    """

    mark: Mark
    minutes: int
    held: bool = True


@dataclass(frozen=True)
class Attendance:
    """What a set of marks comes to. Walk-ins are in head count and minutes only, never in a rate."""

    available: Rate
    booked: Rate
    dna: Rate
    walk_ins: int
    not_recorded: int
    transport: int
    minutes: int
    """Minutes that count, walk-ins included."""
    booked_minutes: int
    """Minutes that count in booked sessions: without walk-ins."""
    available_length: int
    """Scheduled minutes of the sessions in the available denominator."""
    booked_length: int
    attended_length: int

    @property
    def hours(self) -> Decimal:
        """Hours attended (German: Teilnahmestunden), two decimals."""
        return half_up(Fraction(self.minutes, 60), 2)

    def share(self, denominator: Denominator) -> Decimal | None:
        """Minutes in booked sessions as per cent of the denominator's scheduled minutes; None at 0."""
        length = self.available_length if denominator is Denominator.AVAILABLE else self.booked_length
        return half_up(Fraction(self.booked_minutes * 100, length)) if length else None

    @property
    def share_of_attended(self) -> Decimal | None:
        """Minutes in booked sessions as per cent of the scheduled minutes of those attended."""
        length = self.attended_length
        return half_up(Fraction(self.booked_minutes * 100, length)) if length else None


def in_available(mark: Mark) -> bool:
    """True for P R A X U O D: the headline's denominator."""
    return mark.status is not None and MEANINGS[mark.status].expected is Expected.YES


def in_booked(mark: Mark) -> bool:
    """The same, and H and V."""
    return mark.status is not None and MEANINGS[mark.status].expected is not Expected.NO


def attendance(entries: Iterable[Entry]) -> Attendance:
    """The rates and minutes of these entries; only held sessions count."""
    held = [entry for entry in entries if entry.held]
    came = [entry for entry in held if entry.mark.status is Status.PRESENT]
    walked = [entry for entry in held if entry.mark.status is Status.WALK_IN]
    available = [entry for entry in held if in_available(entry.mark)]
    booked = [entry for entry in held if in_booked(entry.mark)]
    absent = sum(entry.mark.status is Status.ABSENT for entry in held)
    booked_minutes = _minutes(came)
    return Attendance(
        available=Rate(len(came), len(available), Denominator.AVAILABLE),
        booked=Rate(len(came), len(booked), Denominator.BOOKED),
        dna=Rate(absent, len(came) + absent, Denominator.DNA),
        walk_ins=len(walked),
        not_recorded=sum(entry.mark.status is None for entry in held),
        transport=sum(entry.mark.status is Status.TRANSPORT for entry in held),
        minutes=booked_minutes + _minutes(walked),
        booked_minutes=booked_minutes,
        available_length=sum(entry.minutes for entry in available),
        booked_length=sum(entry.minutes for entry in booked),
        attended_length=sum(entry.minutes for entry in came),
    )


def _minutes(entries: Iterable[Entry]) -> int:
    return sum(counted_minutes(entry.mark, entry.minutes) or 0 for entry in entries)


def offered(result: TaskResult | None) -> bool:
    """True when the result counts in a completion: done, partly or not done."""
    return result is not None and result.outcome is not Outcome.NOT_OFFERED


def _is_done(result: TaskResult | None) -> bool:
    return result is not None and result.outcome is Outcome.DONE


def completion(results: Iterable[TaskResult | None]) -> Rate:
    """done ÷ (done + partly + not done); not offered and not recorded never enter."""
    counted = [result for result in results if offered(result)]
    return Rate(sum(map(_is_done, counted)), len(counted), Denominator.TASKS)


def done_alone(results: Iterable[TaskResult | None]) -> Rate:
    """Done at help level 6 ÷ the same denominator."""
    counted = [result for result in results if result is not None and offered(result)]
    return Rate(sum(_is_done(r) and r.level == 6 for r in counted), len(counted), Denominator.TASKS)


def completion_by_hours(results: Iterable[tuple[TaskResult | None, int]]) -> Rate:
    """Completion weighted by each task's quarter hours."""
    counted = [(result, weight) for result, weight in results if offered(result)]
    return Rate(
        sum(weight for result, weight in counted if _is_done(result)),
        sum(weight for _, weight in counted),
        Denominator.TASK_HOURS,
    )


def mean_level(results: Iterable[TaskResult | None]) -> tuple[Decimal | None, int]:
    """The mean help level with one decimal and its n; "not done" has no level and never counts as 0."""
    levels = [result.level for result in results if result is not None and result.level is not None]
    return (half_up(Fraction(sum(levels), len(levels))) if levels else None), len(levels)
