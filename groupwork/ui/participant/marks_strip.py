"""The last marks of a person side by side, as in the register's history; the words are in the tool tip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.domain.person_history import Visit
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import _, current
from groupwork.ui.models.register_words import mark_words
from groupwork.ui.register.mark import HISTORY_SIZE, draw_mark
from groupwork.ui.theme import theme

STEP = 21


class MarksStrip(QWidget):
    """As many of the latest as there is room for, oldest first."""

    def __init__(self) -> None:
        super().__init__()
        self._visits: tuple[Visit, ...] = ()
        self._signs = plain_signs(current().language)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def show_visits(self, visits: Sequence[Visit], signs: Signs) -> None:
        """Show these, oldest first, with the centre's signs."""
        self._visits, self._signs = tuple(visits), signs
        said = ", ".join(_said(visit, signs) for visit in visits)
        self.setAccessibleName(_("last {n}, oldest first: {marks}").format(n=len(visits), marks=said))
        self.update()

    def restyle(self) -> None:
        """Height at the present text size."""
        self.setFixedHeight(theme.size(HISTORY_SIZE + 2))

    def sizeHint(self) -> QSize:
        """All of them."""
        return QSize(theme.size(STEP) * max(1, len(self._visits)), self.height())

    def minimumSizeHint(self) -> QSize:
        """A few."""
        return QSize(theme.size(STEP) * 6, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), theme.size(HISTORY_SIZE)
        for n, visit in enumerate(self._shown()):
            area = QRectF(n * theme.size(STEP), theme.size(1), side, side)
            draw_mark(painter, area, visit.mark, self._signs)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            shown, at = self._shown(), event.pos().x() // theme.size(STEP)
            self.setToolTip(_said(shown[at], self._signs) if 0 <= at < len(shown) else "")
        return super().event(event)

    def _shown(self) -> tuple[Visit, ...]:
        fits = max(1, self.width() // theme.size(STEP))
        return self._visits[-fits:]


def _said(visit: Visit, signs: Signs) -> str:
    day, mark = current().day(visit.date), mark_words(visit.mark, signs)
    return _("{day}, {session}: {mark}").format(day=day, session=visit.title, mark=mark)
