"""The lines for the pen at the foot of a session plan, in columns side by side."""

from __future__ import annotations

from collections.abc import Sequence

from groupwork.sheets import blocks
from groupwork.sheets.blocks import Block
from groupwork.sheets.page import Paper

GAP, PITCH = 4.0, 8.5
FEWEST, MOST = 3, 4
"""Lines of a column."""
AROUND = 10.0
"""The heads over the lines, and white under them."""
HEAD = 10.5


def note_lines(titles: Sequence[str], width: float, room: float) -> Block:
    """A column for each title; a line less where that keeps it within `room` (mm)."""
    wide = (width - (len(titles) - 1) * GAP) / len(titles)
    fit = int((room - AROUND) / PITCH)
    lines = blocks.write_on(wide, min(MOST, fit) if fit >= FEWEST else MOST, PITCH)

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.rule(x, y, x + width, y, 0.5)
        for n, title in enumerate(titles):
            at = x + n * (wide + GAP)
            paper.text(at, y + 5.0, title, HEAD, 700)
            lines.draw(paper, at, y + 6.0)

    return Block(lines.height + AROUND, draw, " | ".join(titles), opens=True)
