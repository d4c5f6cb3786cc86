"""The centre's logo in the upper right corner of a sheet, above the date."""

from __future__ import annotations

from groupwork.domain.logo import Logo
from groupwork.sheets.page import Paper

WIDEST, HIGHEST, TOP = 30.0, 12.5, 6.5
"""mm: what is free above the date on the sheets that are not read by machine."""
GAP = 3.0


def draw_logo(paper: Paper, logo: Logo | None, right: float) -> float:
    """Draw it with its right edge at `right`; returns where words beside it may end (mm)."""
    if logo is None:
        return right
    wide, high = logo.within(WIDEST, HIGHEST)
    paper.picture(right - wide, TOP + (HIGHEST - high) / 2, wide, high, logo.data)
    return right - wide - GAP
