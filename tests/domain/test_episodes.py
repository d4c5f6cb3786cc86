"""Stays: where somebody stands, what may follow what, reasons for an ending."""

from datetime import date

import pytest

from groupwork.domain.episodes import (
    Episode,
    Stage,
    Standing,
    check_reason,
    check_stage,
    check_stay,
    current,
    first_free,
    is_active,
    standing,
)
from groupwork.errors import Refused

TODAY = date(2026, 10, 12)


def day(text):
    return date.fromisoformat(f"2026-{text}") if text else None


def stay(number, start, end="", stage=Stage.ACTIVE):
    return Episode(number, day(start), day(end), stage)


@pytest.mark.parametrize(
    ("stays", "number", "where"),
    [
        ([], None, Standing.ENDED),
        ([stay(1, "01-05")], 1, Standing.HERE),
        ([stay(1, "10-12", "10-12")], 1, Standing.HERE),
        ([stay(1, "01-05", "10-11")], 1, Standing.ENDED),
        ([stay(1, "10-13")], 1, Standing.WAITING),
        ([stay(1, "01-05", "02-01"), stay(2, "11-01")], 2, Standing.WAITING),
        ([stay(1, "01-05", "02-01"), stay(2, "03-01")], 2, Standing.HERE),
        ([stay(1, "01-05", "02-01"), stay(2, "03-01", "04-01")], 2, Standing.ENDED),
        ([stay(1, "01-05", stage=Stage.REFERRED)], 1, Standing.WAITING),
        ([stay(1, "01-05", stage=Stage.WAITING)], 1, Standing.WAITING),
        ([stay(1, "01-05", stage=Stage.TRIAL)], 1, Standing.HERE),
        ([stay(1, "01-05", stage=Stage.PAUSED)], 1, Standing.HERE),
        ([stay(1, "01-05", "02-01", Stage.WAITING)], 1, Standing.ENDED),
    ],
)
def test_where_somebody_stands(stays, number, where):
    found = current(stays, TODAY)
    assert (found.id if found else None) == number
    assert standing(found, TODAY) is where


@pytest.mark.parametrize(
    ("start", "end", "others", "words"),
    [
        ("03-02", "03-01", [], "end on 2026-03-01, before it begins on 2026-03-02"),
        ("03-02", "", [stay(1, "01-01")], "since 2026-01-01 has no end"),
        ("01-01", "02-01", [stay(1, "02-01", "03-01")], "from 2026-02-01 to 2026-03-01 overlaps"),
        ("02-28", "", [stay(1, "02-01", "03-01")], "overlaps"),
        ("01-01", "", [stay(1, "02-01", "03-01")], "overlaps"),
    ],
)
def test_stays_that_cannot_be(start, end, others, words):
    with pytest.raises(Refused, match=words):
        check_stay(day(start), day(end), others)


@pytest.mark.parametrize(
    ("start", "end", "others"),
    [
        ("03-02", "", [stay(1, "01-01", "03-01")]),
        ("01-01", "01-31", [stay(1, "02-01")]),
        ("03-02", "03-02", []),
    ],
)
def test_stays_that_follow_one_another(start, end, others):
    check_stay(day(start), day(end), others)


def test_a_year_nobody_can_mean_is_refused():
    with pytest.raises(Refused, match="choose a year"):
        check_stay(date(1, 1, 1), None, [])


def test_active_and_the_first_free_day():
    over, on = stay(1, "01-05", "10-11"), stay(2, "10-12", "10-20")
    assert not is_active([over], TODAY)
    assert is_active([over, on], TODAY)
    assert first_free([over], TODAY) == TODAY
    assert first_free([over, on], TODAY) == date(2026, 10, 21)


def test_unknown_codes_are_refused():
    assert check_reason("") == ""
    for check in (check_stage, check_reason):
        with pytest.raises(Refused, match="Choose one"):
            check("nonsense")
