"""Whole numbers from spreadsheets in English and German."""

import pytest

from groupwork.domain.whole import whole


@pytest.mark.parametrize(
    ("text", "number"),
    [("90", 90), ("90,0", 90), ("90.00", 90), (" 90 min ", 90), ("90′", 90), ("0", 0), ("007", 7)],
)
def test_what_means_a_whole_number(text, number):
    assert whole(text, 0, 1440) == number


@pytest.mark.parametrize(
    "text",
    ["", "90,5", "1.000", "1,000", "1441", "-5", "9e9", "９", "1 000", "2:30", "9" * 5000, "90,", ",0"],
)
def test_what_does_not(text):
    assert whole(text, 0, 1440) is None
