"""Dates of a list with a year of two digits: read by what the column means, and said."""

from datetime import date

import pytest

from groupwork.domain.import_cells import SHORT_YEAR, DayOrder, day_order, read_date
from groupwork.domain.import_judge import LEFT_OUT, judge
from groupwork.domain.import_said import BIRTH_SHORT_SAID, STAY_SHORT_SAID
from groupwork.domain.imports import Choices, Table
from groupwork.errors import UserError


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1.2.55", date(1955, 2, 1)),
        ("3/4/08", date(2008, 4, 3)),
        ("20.11.26", date(2026, 11, 20)),
        ("21.11.26", date(1926, 11, 21)),
        ("29. 2.28", date(1928, 2, 29)),
    ],
)
def test_a_short_year_of_birth_is_the_latest_that_is_not_in_the_future(cell, expected):
    assert read_date(cell, DayOrder.ASSUMED, date(2026, 11, 20)) == expected


@pytest.mark.parametrize("cell", ["30.2.55", "80-12-31", "1.2.5", "1.2.055"])
def test_a_short_year_is_no_excuse_for_a_wrong_day(cell):
    with pytest.raises(UserError, match=r"no day|not a date"):
        read_date(cell, DayOrder.ASSUMED, date(2026, 11, 20))


def test_short_years_of_a_list_are_read_by_what_the_column_means_and_said_once():
    lines = ((2, ("Ola", "1.2.55", "3/4/25", "")), (3, ("Ivo", "3.4.08", "13/4/26", "1.5.27")))
    table = Table(("Name", "DOB", "Start", "End"), lines, "UTF-8", ";")
    found = judge(table, Choices(today=date(2026, 11, 20)))
    assert [row.birth_date for row in found.rows] == [date(1955, 2, 1), date(2008, 4, 3)]
    assert [row.start for row in found.rows] == [date(2025, 4, 3), date(2026, 4, 13)]
    assert found.rows[1].end == date(2027, 5, 1)
    assert found.said == (BIRTH_SHORT_SAID, STAY_SHORT_SAID)
    left_out = judge(table)
    assert len(left_out.rows) == 2
    assert {note.text for note in left_out.remarks} == {LEFT_OUT[SHORT_YEAR]}


def test_the_order_of_short_dates_is_decided_over_the_column_too():
    assert day_order(["12/31/80", "1/2/90"]) is DayOrder.MONTH_FIRST
    assert day_order(["12/31/80", "31/12/1980"]) is DayOrder.MIXED
