"""Signs drawn as vectors: none of the fonts has them, and shapes survive a photocopier.

Each sign is drawn round a centre with a radius in mm; different shapes, never only different colours.
"""

from __future__ import annotations

from collections.abc import Callable

from groupwork.domain.people import AlertKind
from groupwork.sheets.page import Paper

Draw = Callable[[Paper, float, float, float], None]


def safety(p: Paper, x: float, y: float, r: float) -> None:
    """The only filled one: a triangle with a white exclamation mark."""
    p.polygon([(x, y - r), (x + r * 1.1, y + r * 0.85), (x - r * 1.1, y + r * 0.85)], r * 0.13, filled=True)
    p.fill(
        [(x - r * 0.12, y - r * 0.4, r * 0.24, r * 0.72), (x - r * 0.12, y + r * 0.44, r * 0.24, r * 0.24)],
        white=True,
    )


def food(p: Paper, x: float, y: float, r: float) -> None:
    """A fork beside a plate."""
    p.circle(x + r * 0.32, y, r * 0.72, r * 0.15)
    left, handle, prong = x - r * 1.25, x - r * 0.95, y - r * 0.25
    p.rule(handle, y - r * 0.9, handle, y + r * 0.9, r * 0.18)
    p.rule(left, y - r * 0.9, left, prong, r * 0.13)
    p.rule(x - r * 0.65, y - r * 0.9, x - r * 0.65, prong, r * 0.13)
    p.rule(left, prong, x - r * 0.65, prong, r * 0.13)


def language(p: Paper, x: float, y: float, r: float) -> None:
    """A speech bubble: interpreter, another language."""
    p.rounded(x - r, y - r * 0.85, 2 * r, r * 1.3, r * 0.35, r * 0.15)
    p.polygon(
        [(x - r * 0.4, y + r * 0.45), (x - r * 0.5, y + r), (x + r * 0.15, y + r * 0.45)],
        r * 0.15,
        filled=True,
    )


def support(p: Paper, x: float, y: float, r: float) -> None:
    """A ring with a plus."""
    p.circle(x, y, r * 0.95, r * 0.15)
    p.rule(x - r * 0.5, y, x + r * 0.5, y, r * 0.21)
    p.rule(x, y - r * 0.5, x, y + r * 0.5, r * 0.21)


def one_to_one(p: Paper, x: float, y: float, r: float) -> None:
    """A pill with 1:1."""
    p.rounded(x - r * 1.2, y - r * 0.75, 2.4 * r, 1.5 * r, r * 0.45, r * 0.15)
    p.text(x, y + r * 0.38, "1:1", r * 3.1, 700, align="centre")


def no_photos(p: Paper, x: float, y: float, r: float) -> None:
    """A crossed camera."""
    p.rounded(x - r, y - r * 0.6, 2 * r, r * 1.4, r * 0.2, r * 0.15)
    p.circle(x, y + r * 0.07, r * 0.4, r * 0.14)
    p.rule(x - r, y + r * 0.95, x + r, y - r * 0.85, r * 0.21)


def more(p: Paper, x: float, y: float, r: float) -> None:
    """There are more alerts than signs: read the first page."""
    p.rule(x - r * 0.55, y, x + r * 0.55, y, r * 0.25)
    p.rule(x, y - r * 0.55, x, y + r * 0.55, r * 0.25)


def padlock(p: Paper, x: float, y: float, r: float) -> None:
    """Staff only."""
    p.fill([(x - r * 0.8, y - r * 0.22, r * 1.6, r * 1.25)])
    p.curve(
        [
            (x - r * 0.5, y - r * 0.2),
            (x - r * 0.5, y - r * 1.3),
            (x + r * 0.5, y - r * 1.3),
            (x + r * 0.5, y - r * 0.2),
        ],
        r * 0.24,
    )


def ticked(p: Paper, x: float, y: float, r: float) -> None:
    """An example: a box with a tick."""
    p.frame(x - r, y - r, 2 * r, 2 * r, r * 0.17)
    p.rule(x - r * 0.67, y - r * 0.07, x - r * 0.13, y + r * 0.53, r * 0.3, round_ends=True)
    p.rule(x - r * 0.13, y + r * 0.53, x + r * 1.2, y - r * 1.4, r * 0.3, round_ends=True)


def blotted(p: Paper, x: float, y: float, r: float) -> None:
    """An example: a box filled in because it was wrong."""
    p.fill([(x - r, y - r, 2 * r, 2 * r)])


def box(p: Paper, x: float, y: float, r: float) -> None:
    """A small box to tick that is not read by machine."""
    p.frame(x - r, y - r, 2 * r, 2 * r, 0.25)


def cross(p: Paper, x: float, y: float, size: float) -> None:
    """The mark of a record copy in a box of that size: two strokes of 0.55."""
    d = size * 0.30
    p.rule(x - d, y - d, x + d, y + d, 0.55, round_ends=True)
    p.rule(x - d, y + d, x + d, y - d, 0.55, round_ends=True)


def tick(p: Paper, x: float, y: float, size: float) -> None:
    """Done, in a record copy: a tick as wide as `size`, its middle at x and y."""
    d = size / 2
    p.rule(x - d, y + 0.1 * d, x - 0.3 * d, y + 0.8 * d, 0.55, round_ends=True)
    p.rule(x - 0.3 * d, y + 0.8 * d, x + d, y - 0.9 * d, 0.55, round_ends=True)


_MOUTHS = {
    1: (0.42, -0.42, 0.55),
    2: (0.42, -0.2, 0.55),
    3: (0.42, 0.0, 0.42),
    4: (0.45, 0.25, 0.42),
    5: (0.52, 0.5, 0.3),
}
"""Half width, bend and height of the five mouths."""


def face(p: Paper, x: float, y: float, r: float, mood: int) -> None:
    """One of five own faces: rounded square, dot eyes, one mouth."""
    line = r * 0.105
    p.rounded(x - r, y - r, 2 * r, 2 * r, r * 0.55, line)
    for side in (-0.4, 0.4):
        eye = x + side * r
        if mood == 5:
            p.curve([(eye - 0.16 * r, y - 0.15 * r), (eye - 0.1 * r, y - 0.38 * r),
                     (eye + 0.1 * r, y - 0.38 * r), (eye + 0.16 * r, y - 0.15 * r)], line)  # fmt: skip
        else:
            p.circle(eye, y - 0.25 * r, 0.1 * r, 0, filled=True)
    half, bend, height = _MOUTHS[mood]
    low = y + height * r
    p.curve([(x - half * r, low), (x - half * 0.5 * r, low + bend * r),
             (x + half * 0.5 * r, low + bend * r), (x + half * r, low)], line)  # fmt: skip
    if mood == 1:
        p.rule(x - 0.62 * r, y - 0.42 * r, x - 0.28 * r, y - 0.58 * r, line, round_ends=True)
        p.rule(x + 0.62 * r, y - 0.42 * r, x + 0.28 * r, y - 0.58 * r, line, round_ends=True)


ALERTS: dict[AlertKind, Draw] = {
    AlertKind.SAFETY: safety,
    AlertKind.ONE_TO_ONE: one_to_one,
    AlertKind.SUPPORT: support,
    AlertKind.LANGUAGE: language,
    AlertKind.FOOD: food,
    AlertKind.NO_PHOTOS: no_photos,
}
"""Most urgent first, as `AlertKind` is."""
