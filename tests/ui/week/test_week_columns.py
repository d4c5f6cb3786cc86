"""Where blocks, days and hours go, as tables."""

from datetime import date, time

import pytest

from groupwork.ui.week.columns import Span, Spot, axis, clock, day_widths, shown_days, snapped, spots

MONDAY = date(2026, 10, 12)
WEEK = tuple(date(2026, 10, 12 + n) for n in range(7))


def at(text):
    hours, _colon, rest = text.partition(":")
    return int(hours) * 60 + int(rest)


def day(*blocks):
    """Spans "09:45-11:45", numbered from 1."""
    return [Span(n, *(at(part) for part in block.split("-"))) for n, block in enumerate(blocks, 1)]


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        ((), {}),
        (("09:00-09:30",), {1: Spot()}),
        (("09:00-10:00", "10:00-11:00"), {1: Spot(), 2: Spot()}),
        (("09:00-10:30", "10:00-11:00"), {1: Spot(0, 2), 2: Spot(1, 2)}),
        (("09:45-11:45", "10:00-11:30", "10:00-11:00"), {1: Spot(0, 3), 2: Spot(1, 3), 3: Spot(2, 3)}),
        # the fourth begins when the third is over: it takes the first free column
        (
            ("09:00-12:00", "09:00-10:00", "09:30-10:30", "10:00-11:00"),
            {1: Spot(0, 3), 2: Spot(1, 3), 3: Spot(2, 3), 4: Spot(1, 3)},
        ),
        # the last one grows over columns that are free
        (("09:00-10:00", "09:00-10:00", "09:00-12:00", "10:30-11:00"), None),
        (
            ("09:00-12:00", "09:00-10:00", "09:00-10:00", "10:00-12:00"),
            {1: Spot(0, 3), 2: Spot(1, 3), 3: Spot(2, 3), 4: Spot(1, 3, 2)},
        ),
        # two clusters know nothing of one another
        (("09:00-10:00", "09:30-10:00", "13:00-14:00"), {1: Spot(0, 2), 2: Spot(1, 2), 3: Spot()}),
    ],
)
def test_blocks_that_overlap_stand_side_by_side(blocks, wanted):
    found = spots(day(*blocks))
    if wanted is not None:
        assert found == wanted
    for one in day(*blocks):
        for other in day(*blocks):
            if one.key < other.key and one.start < other.end and other.start < one.end:
                a, b = found[one.key], found[other.key]
                assert set(range(a.column, a.column + a.covers)).isdisjoint(
                    range(b.column, b.column + b.covers)
                )


def test_busy_days_are_wider_and_closed_ones_narrower_until_all_have_enough():
    narrow = day_widths([3, 3, 1, 3, 2], [False, False, True, False, False], 782, 1.0)
    assert sum(narrow) == pytest.approx(782)
    assert narrow[0] == narrow[1] > narrow[4] > narrow[2]
    assert narrow[0] / narrow[2] == pytest.approx(1.54 / 0.82)
    assert day_widths([3, 1], [False, True], 460, 1.0) == [230, 230]
    assert day_widths([3, 1], [False, True], 460, 2.0) != [230, 230]
    assert day_widths([], [], 100, 1.0) == []


@pytest.mark.parametrize(
    ("times", "wanted"),
    [
        ((), (525, 970)),
        (((time(10), time(12)),), (525, 970)),
        (((time(7, 30), time(8)),), (435, 970)),
        (((time(18), time(21)),), (525, 21 * 60 + 10)),
        (((time(0), time(23, 59)),), (0, 24 * 60)),
    ],
)
def test_the_axis_shows_the_opening_hours_and_what_lies_outside(times, wanted):
    assert axis(times) == wanted


def test_weekend_days_are_shown_only_when_something_is_there():
    assert shown_days(WEEK, [MONDAY]) == WEEK[:5]
    assert shown_days(WEEK, [WEEK[5]]) == WEEK[:6]
    assert shown_days(WEEK, [], WEEK[6]) == (*WEEK[:5], WEEK[6])


def test_minutes_snap_and_stay_in_the_day():
    assert [snapped(m, 15) for m in (0, 7, 8, 601, 608)] == [0, 0, 15, 600, 615]
    assert (clock(600), clock(24 * 60)) == (time(10), time(23, 59))
