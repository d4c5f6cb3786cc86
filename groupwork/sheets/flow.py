"""A line of words, signs and gaps, one after the other: legends and the line that says how to tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groupwork.domain.layout import POINT, Slot
from groupwork.sheets.page import Paper
from groupwork.sheets.signs import Draw
from groupwork.sheets.text import STEP, width


@dataclass(frozen=True)
class Label:
    """A text within the line."""

    text: str
    weight: int = 400


@dataclass(frozen=True)
class Sign:
    """A drawn sign, with its room."""

    draw: Draw
    ems: float = 1.55


@dataclass(frozen=True)
class Gap:
    """White, in parts of the type size."""

    ems: float = 1.0


@dataclass(frozen=True)
class Tab:
    """What follows begins at least so far from the slot's left end, in parts of the type size."""

    ems: float


Bit = Label | Sign | Gap | Tab
SIGN_RADIUS = 0.57


def fits(slot: Slot, bits: Sequence[Bit]) -> bool:
    """Whether the bits have room in the slot at its smallest size."""
    return _end(bits, slot.floor or slot.size) <= slot.width


def flow(paper: Paper, slot: Slot, bits: Sequence[Bit]) -> None:
    """Draw the bits at the slot, smaller down to its floor when they are too wide."""
    size = slot.size
    while size > (slot.floor or slot.size) and _end(bits, size) > slot.width:
        size -= STEP
    em, start = size * POINT, slot.left
    x = start if slot.align == "left" else slot.x - _end(bits, size)
    origin = x
    for bit in bits:
        if isinstance(bit, Label):
            paper.text(x, slot.y, bit.text, size, bit.weight)
        elif isinstance(bit, Sign):
            bit.draw(paper, x + em * bit.ems / 2 - em * 0.1, slot.y - em * 0.35, em * SIGN_RADIUS)
        x = _after(bit, x - origin, size) + origin


def _after(bit: Bit, x: float, size: float) -> float:
    em = size * POINT
    if isinstance(bit, Label):
        return x + width(bit.text, size, bit.weight)
    if isinstance(bit, Tab):
        return max(x, bit.ems * em)
    return x + bit.ems * em


def _end(bits: Sequence[Bit], size: float) -> float:
    x = 0.0
    for bit in bits:
        x = _after(bit, x, size)
    return x
