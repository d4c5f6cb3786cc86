"""How a short name is broken for a narrow block: at spaces and soft hyphens, never anywhere. No Qt here."""

from __future__ import annotations

from collections.abc import Callable

SOFT = "\u00ad"
SIZES = (12.5, 12, 11.5)
MOST_LINES = 2

Width = Callable[[str, float], float]
"""How wide words are at a size."""


def plain(words: str) -> str:
    """The words without soft hyphens."""
    return words.replace(SOFT, "")


def fitted(words: str, room: float, width: Width) -> tuple[float, list[str]] | None:
    """The size and the lines in which the words fit into a room, or None when they do not.

    Tried: whole words at each size, the largest first; then broken at their soft hyphens.
    """
    for broken in (False, True):
        for size in SIZES:
            lines = _lines(words, room, size, width, broken=broken)
            if lines is not None:
                return size, lines
    return None


def _lines(words: str, room: float, size: float, width: Width, *, broken: bool) -> list[str] | None:
    pieces: list[str] = []
    for word in words.split():
        if width(plain(word), size) <= room:
            pieces.append(plain(word))
        elif broken and SOFT in word:
            head, _soft, tail = word.partition(SOFT)
            pieces += [head + "-", plain(tail)]
        else:
            return None
    lines: list[str] = []
    for piece in pieces:
        joined = f"{lines[-1]} {piece}" if lines and not lines[-1].endswith("-") else ""
        if joined and width(joined, size) <= room:
            lines[-1] = joined
        else:
            lines.append(piece)
    fits = len(lines) <= MOST_LINES and all(width(line, size) <= room for line in lines)
    return lines if fits else None
