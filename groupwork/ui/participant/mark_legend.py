"""What the shapes in a picture of marks mean: only those that are in it."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.domain.attendance import MEANINGS, Mark, Status
from groupwork.domain.signs import Signs
from groupwork.i18n import _
from groupwork.ui import fonts, paint
from groupwork.ui.register.mark import draw_mark
from groupwork.ui.theme import theme
from groupwork.ui.widgets.flow import Flow


class _Entry(QWidget):
    """A mark and its word."""

    def __init__(self, mark: Mark, words: str, signs: Signs) -> None:
        super().__init__()
        self._mark, self._words, self._signs = mark, words, signs
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Size at the present text size."""
        wide = fonts.width(self._words, 12.5) + theme.size(18 + 7 + 12)
        self.setFixedSize(QSize(math.ceil(wide), theme.size(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), theme.sizef(16)
        square = QRectF(theme.sizef(1), (self.height() - side) / 2, side, side)
        draw_mark(painter, square, self._mark, self._signs)
        words = QRectF(theme.size(18 + 7), 0, self.width(), self.height())
        paint.text(painter, words, self._words, fonts.font(12.5), "text2", elide=False)


class MarkLegend(Flow):
    """The meanings of the marks that are shown."""

    def __init__(self) -> None:
        super().__init__(gap=6)

    def tell(self, marks: Iterable[Mark], signs: Signs) -> None:
        """Each kind once, in the order of the codes, with the centre's signs and words."""
        kinds = {_kind(mark) for mark in marks}
        self.clear()
        self.add(*(_Entry(mark, words, signs) for kind, mark, words in _entries(signs) if kind in kinds))


def _kind(mark: Mark) -> str:
    if mark.status is None:
        return "-"
    if mark.status is Status.PRESENT:
        late, early = mark.late_min is not None, mark.early_min is not None
        return "P" + "L" * late + "E" * early
    return mark.status.value


def _entries(signs: Signs) -> Iterable[tuple[str, Mark, str]]:
    present = Status.PRESENT
    yield "P", Mark(present), signs.label(present, _)
    yield "PL", Mark(present, late_min=0), _("late")
    yield "PE", Mark(present, early_min=0), _("left early")
    yield "PLE", Mark(present, late_min=0, early_min=0), _("late and left early")
    for status in MEANINGS:
        if status is not present:
            yield status.value, Mark(status), signs.label(status, _)
    yield "-", Mark(), _("not recorded")
