"""Rows of a list that look like no person: totals, notes below the last name, headings in between."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_high

from groupwork.i18n import N_

NO_PERSON = N_("This does not look like a person. Not imported.")


def usual(filled: Sequence[int]) -> int:
    """How many cells of a row are filled, in the middle of all rows; 0 for none."""
    return median_high(filled) if filled else 0


def doubt(name: str, given: str, filled: int, usual_filled: int) -> str:
    """A gettext source when a row is hardly a person: digits or a colon in the name, or only half a name.

    Half a name counts only where the row is far emptier than the others.
    """
    if ":" in name or any(letter.isdigit() for letter in name):
        return NO_PERSON
    return NO_PERSON if not given and 2 * filled <= usual_filled else ""
