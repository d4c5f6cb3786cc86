"""Short names break at spaces and soft hyphens only."""

import pytest

from groupwork.ui.week.short_names import fitted, plain

SOFT = "\u00ad"


def width(words, size):
    """Every letter is half as wide as its size."""
    return len(words) * size / 2


@pytest.mark.parametrize(
    ("words", "room", "wanted"),
    [
        ("Wood", 40, (12.5, ["Wood"])),
        ("Garden Room", 40, (12.5, ["Garden", "Room"])),
        ("Garden Room", 80, (12.5, ["Garden Room"])),
        (f"Paint{SOFT}ing", 60, (12.5, ["Painting"])),
        (f"Paint{SOFT}ing", 48, (12, ["Painting"])),
        (f"Paint{SOFT}ing", 40, (12.5, ["Paint-", "ing"])),
        (f"Garten{SOFT}zimmer", 45, (12.5, ["Garten-", "zimmer"])),
        ("Wood", 20, None),
        ("A B C D", 7, None),
    ],
)
def test_the_largest_size_that_fits_then_the_hyphen_then_nothing(words, room, wanted):
    assert fitted(words, room, width) == wanted


def test_soft_hyphens_are_not_shown():
    assert plain(f"Paint{SOFT}ing") == "Painting"
