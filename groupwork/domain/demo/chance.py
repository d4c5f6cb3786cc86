"""Chance that repeats: one stream of numbers per thing that is drawn, named by what it is for.

Only `random.Random(text).random()` is used, whose numbers Python promises to keep; so another Python,
another machine and another order of asking give the same demo.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """One stream."""

    def __init__(self, *name: object) -> None:
        self._next = random.Random("/".join(map(str, name))).random

    def happens(self, probability: float) -> bool:
        """True so often."""
        return self._next() < probability

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends possible."""
        return low + int(self._next() * (high - low + 1))

    def level(self, middle: float, spread: float, low: int, high: int) -> int:
        """A whole number around `middle`, at most `spread` away before rounding, kept in the range."""
        return max(low, min(high, round(middle + (self._next() * 2 - 1) * spread)))

    def share(self) -> float:
        """A number from 0 up to 1."""
        return self._next()

    def one_of(self, weighted: Sequence[tuple[T, int]]) -> T:
        """One of these, by weight."""
        point = self._next() * sum(weight for _each, weight in weighted)
        for each, weight in weighted:
            point -= weight
            if point < 0:
                return each
        return weighted[-1][0]
