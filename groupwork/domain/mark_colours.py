"""The colour of each mark (LOOK.md "Meaning"): six, of which a centre may choose another for each code.

The shape carries the meaning and never changes; the colour only helps.
"""

from __future__ import annotations

from enum import StrEnum

from groupwork.domain.attendance import Status
from groupwork.i18n import N_


class Colour(StrEnum):
    """The stored name of a colour; what it looks like is the theme's."""

    GREEN = "green"
    OCHRE = "ochre"
    RED = "red"
    SLATE = "slate"
    VIOLET = "violet"
    GREY = "grey"


COLOUR_WORDS: dict[Colour, str] = {
    Colour.GREEN: N_("green"),
    Colour.OCHRE: N_("ochre"),
    Colour.RED: N_("red"),
    Colour.SLATE: N_("slate"),
    Colour.VIOLET: N_("violet"),
    Colour.GREY: N_("grey"),
}
"""What the colours are called (gettext sources)."""

OWN_COLOURS: dict[str, Colour] = {
    Status.PRESENT.value: Colour.GREEN,
    Status.TOO_LATE.value: Colour.OCHRE,
    Status.ABSENT.value: Colour.RED,
    Status.CANCELLED.value: Colour.SLATE,
    Status.UNWELL.value: Colour.SLATE,
    Status.OTHER.value: Colour.SLATE,
    Status.DECLINED.value: Colour.SLATE,
    Status.TRANSPORT.value: Colour.SLATE,
    Status.HOSPITAL.value: Colour.VIOLET,
    Status.LEAVE.value: Colour.VIOLET,
    Status.NOT_BOOKED.value: Colour.GREY,
    "L": Colour.OCHRE,
    "E": Colour.OCHRE,
    Status.WALK_IN.value: Colour.GREEN,
    Status.CENTRE_CANCELLED.value: Colour.GREY,
}
"""The colour of each code where the centre chose none; L and E: late and left early."""


def colour_named(stored: object) -> Colour | None:
    """The colour with this stored name, None for anything else."""
    return next((each for each in Colour if each.value == stored), None)
