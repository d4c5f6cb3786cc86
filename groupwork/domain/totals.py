"""The register's totals row; its numbers are those of rates.py."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from groupwork.domain.attendance import Status
from groupwork.domain.rates import Attendance, Entry, Rate, attendance, completion, half_up
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.sessions import SessionStatus


@dataclass(frozen=True)
class Totals:
    """What stands under the grid."""

    came: int
    """Present people who were on the register: 3 of "3/6"."""
    expected: int
    """6 of "3/6": the denominator of the rate of available plus those not recorded yet."""
    walk_ins: int
    others: tuple[tuple[Status | None, int], ...]
    """How many of each status but P and W, in the codes' order; None (not recorded) last."""
    minutes: int
    hours: Decimal
    """One decimal, walk-ins included."""
    participation: Decimal | None
    participation_n: int
    tasks: tuple[Rate, ...]
    """Per task done of offered, in `Register.tasks`' order; 0 of 0 shows as "not yet"."""
    rates: Attendance


def totals(register: Register) -> Totals:
    """The totals of a register. A session that was not held counts nothing; its people are all C."""
    not_held = register.session.status is SessionStatus.NOT_HELD
    rows = () if not_held else register.rows
    length = register.session.planned_minutes
    # A running register is summed before its session is marked held: the first mark does that.
    rates = attendance(Entry(row.mark, length) for row in rows)
    there = [row for row in rows if took_part(row)]
    taking_part = [row.participation for row in there if row.participation is not None]
    return Totals(
        came=rates.available.n,
        expected=rates.available.of + rates.not_recorded,
        walk_ins=rates.walk_ins,
        others=_others(register.rows, not_held),
        minutes=rates.minutes,
        hours=half_up(Fraction(rates.minutes, 60)),
        participation=half_up(Fraction(sum(taking_part), len(taking_part))) if taking_part else None,
        participation_n=len(taking_part),
        tasks=tuple(
            completion(row.results[i] for row in there if i < len(row.results))
            for i in range(len(register.tasks))
        ),
        rates=rates,
    )


def took_part(row: RegisterRow) -> bool:
    """False once a mark says that the person was not there: what was typed before is not counted."""
    return row.mark.status is None or row.mark.attended


def _others(rows: tuple[RegisterRow, ...], not_held: bool) -> tuple[tuple[Status | None, int], ...]:
    if not_held:
        return ((Status.CENTRE_CANCELLED, len(rows)),) if rows else ()
    counts = Counter(row.mark.status for row in rows)
    order = [*(s for s in Status if s not in (Status.PRESENT, Status.WALK_IN)), None]
    return tuple((status, counts[status]) for status in order if counts[status])
