"""Numbers with what they are counted of: the headline large, the others beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from groupwork.ui import fonts
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row


@dataclass(frozen=True)
class Figure:
    """A number, its n of N, and the name of what it is counted of."""

    number: str
    of: str
    label: str


class FigureBlock(QWidget):
    """One number over its words; `large` for the headline."""

    def __init__(self, figure: Figure, *, large: bool = False) -> None:
        super().__init__()
        number = Label(figure.number, "text", 26 if large else 19, 700)
        beside = Label(figure.of, "text2", 14 if large else 13)
        label = Label(figure.label, "text2", 13)
        parts = row(number, beside, None, gap=10 if large else 7)
        self._number = number
        self.setLayout(column(parts, label, gap=1, margins=(0, 0, 26, 0)))
        self.restyle()
        self.setAccessibleName(" ".join(part for part in (figure.label, figure.number, figure.of) if part))

    def restyle(self) -> None:
        """All numbers stand on one line, large or not."""
        self._number.setMinimumHeight(math.ceil(fonts.height(26, 700)))


class Figures(QWidget):
    """A line of numbers that wraps, and chips for what stands beside them."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers, self._chips = Flow(gap=6), Flow(gap=6)
        self.setLayout(column(self._numbers, self._chips, gap=10))

    def tell(self, figures: Sequence[Figure], beside: Sequence[tuple[str, str, str]] = ()) -> None:
        """The first figure is the headline; `beside` has words, tone and icon of each chip."""
        self._numbers.clear()
        self._chips.clear()
        self._numbers.add(*(FigureBlock(figure, large=not n) for n, figure in enumerate(figures)))
        self._chips.add(*(Chip(words, tone, icon) for words, tone, icon in beside))
        self._chips.setVisible(bool(beside))

    def text(self) -> str:
        """Everything shown, for tests that look for words."""
        labels = (label.text() for label in self._numbers.findChildren(Label))
        chips = (chip.text() for chip in self._chips.findChildren(Chip))
        return "\n".join((*labels, *chips))
