"""Pieces of a page that are not broken, placed one below the other, in one column or side by side.

For sheets that no machine reads: their places follow from their words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from groupwork.sheets.page import Paper
from groupwork.sheets.text import Fitted, Room, fit

MOST_LINES = 400
BASE = 0.76
"""Where the first baseline lies within a line."""
SMALLER = 1.5
"""Points by which a text may shrink before a word is broken."""
Draw = Callable[[Paper, float, float], None]


@dataclass(frozen=True)
class Block:
    """Its height in mm, how it is drawn with its upper left corner at a place, and what it says."""

    height: float
    draw: Draw
    text: str = ""
    opens: bool = False
    """A head: it does not stay alone at the foot of a page."""
    closes: bool = False
    """An end: where there is no room for it the page's own end will do."""


@dataclass
class Placing:
    """Puts blocks on pages between two heights (mm)."""

    top: float
    bottom: float
    pages: list[list[tuple[Block, float, float]]] = field(default_factory=lambda: [[]])
    page: int = 0
    y: float = 0.0

    def __post_init__(self) -> None:
        self.y = self.top

    def add(self, x: float, blocks: Sequence[Block]) -> None:
        """Blocks one below the other at `x`, on the next page where there is no room."""
        for at, block in enumerate(blocks):
            needed = block.height + (blocks[at + 1].height if block.opens and at + 1 < len(blocks) else 0.0)
            full = self.y + needed > self.bottom and self.y > self.top
            if full and block.closes:
                continue
            if full:
                self.page, self.y = self.page + 1, self.top
            while len(self.pages) <= self.page:
                self.pages.append([])
            self.pages[self.page].append((block, x, self.y))
            self.y += block.height

    def side_by_side(self, *columns: tuple[float, Sequence[Block]]) -> None:
        """Columns that begin at the same height; what follows begins under the longest."""
        begin, ends = (self.page, self.y), []
        for x, blocks in columns:
            self.page, self.y = begin
            self.add(x, blocks)
            ends.append((self.page, self.y))
        self.page, self.y = max(ends)

    def texts(self) -> tuple[str, ...]:
        """What stands on each page, in the order in which it was placed."""
        return tuple("\n".join(b.text for b, _x, _y in page if b.text) for page in self.pages)

    def draw(self, paper: Paper, page: int) -> None:
        """Draw a page's blocks."""
        for block, x, y in self.pages[page]:
            block.draw(paper, x, y)


def space(height: float) -> Block:
    """White."""
    return Block(height, lambda _paper, _x, _y: None)


def lines_of(text: str, width: float, size: float, weight: int = 400) -> tuple[Fitted, ...]:
    """All of the words: each of their own lines fitted to the width."""
    found = []
    for line in text.split("\n"):
        fitted = fit(line, Room(width, size, max(6.0, size - SMALLER), MOST_LINES, weight))
        if fitted is not None:
            found.append(fitted)
    return tuple(found)


def words(
    text: str,
    width: float,
    size: float,
    weight: int = 400,
    *,
    leading: float,
    indent: float = 0.0,
    after: float = 0.0,
    opens: bool = False,
) -> Block:
    """A text in as many lines as it needs, `leading` mm apart."""
    fitted = lines_of(text, width - indent, size, weight)
    drawn = [(line, each.size) for each in fitted for line in each.lines]

    def draw(paper: Paper, x: float, y: float) -> None:
        for at, (line, points) in enumerate(drawn):
            paper.text(x + indent, y + leading * (at + BASE), line, points, weight, whole=False)

    return Block(leading * len(drawn) + after, draw, text, opens)


def broken(text: str, width: float, size: float, *, leading: float, weight: int = 400) -> list[Block]:
    """As `words`, but a block for each line: a long text goes on on the next page."""
    return [
        words(line, width, each.size, weight, leading=leading)
        for each in lines_of(text, width, size, weight)
        for line in each.lines
    ]


def pair(
    left: str, right: str, width: float, at: float, size: float, *, leading: float, after: float = 0.0
) -> Block:
    """Bold words and, `at` mm to the right of them, what they are about."""
    first = lines_of(left, at - 2.0, size, 700)
    second = lines_of(right, width - at, size)
    count = max(sum(len(f.lines) for f in first), sum(len(f.lines) for f in second))

    def draw(paper: Paper, x: float, y: float) -> None:
        for fitted, shift, weight in ((first, 0.0, 700), (second, at, 400)):
            n = 0
            for each in fitted:
                for line in each.lines:
                    paper.text(x + shift, y + leading * (n + BASE), line, each.size, weight, whole=False)
                    n += 1

    said = f"{left}: {right}" if left and right else left or right
    return Block(leading * count + after, draw, said)


def rule(width: float, weight: float, *, before: float = 0.0, after: float = 0.0) -> Block:
    """A line across."""

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.rule(x, y + before, x + width, y + before, weight)

    return Block(before + after, draw)


def write_on(width: float, count: int, pitch: float) -> Block:
    """Lines to write on, `pitch` mm apart."""

    def draw(paper: Paper, x: float, y: float) -> None:
        for n in range(1, count + 1):
            paper.rule(x, y + n * pitch, x + width, y + n * pitch, 0.2)

    return Block(count * pitch, draw)
