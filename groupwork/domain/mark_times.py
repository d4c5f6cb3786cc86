"""Arrived and left as wall times: another way of saying how late or early somebody was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from groupwork.domain.attendance import Mark

Span = tuple[time, time]
"""Start and end of a session, local wall time."""
_DAY = date(2000, 1, 1)


def typed_time(digits: str) -> time | None:
    """ "1005" as 10:05; None when the four digits are no time of day."""
    if len(digits) != 4 or not (digits.isascii() and digits.isdigit()):
        return None
    hour, minute = int(digits[:2]), int(digits[2:])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def with_arrival(mark: Mark, at: time, span: Span) -> Mark:
    """The mark of somebody who came at a time: late by the minutes since the start, or not late.

    Minutes typed for the whole mark go; how early they left stays.
    """
    minutes = _minutes(span[0], at)
    there = mark.late(max(minutes, 0))
    return replace(there, late_min=minutes if minutes > 0 else None, minutes=None)


def with_leaving(mark: Mark, at: time, span: Span) -> Mark:
    """The mark of somebody who left at a time: early by the minutes to the end, or not early."""
    minutes = _minutes(at, span[1])
    there = mark.early(max(minutes, 0))
    return replace(there, early_min=minutes if minutes > 0 else None, minutes=None)


def arrived(mark: Mark, span: Span) -> time | None:
    """When somebody came who was late by said minutes; None when that was not said."""
    if not mark.attended or not mark.late_min:
        return None
    return (datetime.combine(_DAY, span[0]) + timedelta(minutes=mark.late_min)).time()


def left(mark: Mark, span: Span) -> time | None:
    """When somebody went who left early by said minutes; None when that was not said."""
    if not mark.attended or not mark.early_min:
        return None
    return (datetime.combine(_DAY, span[1]) - timedelta(minutes=mark.early_min)).time()


def _minutes(first: time, last: time) -> int:
    return int((datetime.combine(_DAY, last) - datetime.combine(_DAY, first)).total_seconds()) // 60
