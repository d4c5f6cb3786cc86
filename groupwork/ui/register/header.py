"""The register's column headings: two lines at most, broken at blanks and soft hyphens, never anywhere."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from groupwork.ui import fonts, icons, paint
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.models.register_columns import Column, Kind
from groupwork.ui.theme import theme

HIGH = 48
SIZE, WEIGHT = 12.5, 600
EDGE = 5
SOFT = "\u00ad"


class RegisterHeader(QHeaderView):
    """Headings at the foot of their cell; a task's heading opens its menu, the last one adds a task."""

    task_menu = Signal(int, QPoint)
    """Column and global position."""
    add_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.can_change = True
        self._hover = -1

    def restyle(self) -> None:
        """Height at the present text size."""
        self.setFixedHeight(theme.size(HIGH))

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint().width(), theme.size(HIGH))

    def _column(self, section: int) -> Column | None:
        model = self.model()
        if not isinstance(model, RegisterModel) or not 0 <= section < len(model.columns):
            return None
        return model.columns[section]

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one heading and the line under it."""
        column = self._column(section)
        if column is None:
            return
        # the card's rounded corners show above the words
        paint.fill(painter, rect.adjusted(0, theme.size(5), 0, 0), "surface")
        line = theme.size(1)
        paint.fill(painter, QRect(rect.left(), rect.bottom() + 1 - line, rect.width(), line), "line2")
        said = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        if column.kind is Kind.ADD:
            self._paint_add(painter, rect, said)
            return
        hovered = section == self._hover and column.kind is Kind.TASK and self.can_change
        if hovered:
            plate = QRectF(rect).adjusted(1, theme.size(4), -1, -theme.size(4))
            paint.rounded(painter, plate, 7, "hover")
        left = theme.size(16 if column.kind is Kind.NAME else EDGE)
        area = QRectF(rect).adjusted(left, theme.size(2), -theme.size(3), -theme.size(6))
        self._paint_lines(painter, area, said, column.kind)

    def _paint_lines(self, painter: QPainter, area: QRectF, said: str, kind: Kind) -> None:
        font = fonts.font(SIZE, WEIGHT, said.replace(SOFT, ""))
        lines = two_lines(said, area.width(), lambda text: fonts.width(text, SIZE, WEIGHT))
        high = theme.sizef(16)
        flat = kind in (Kind.NAME, Kind.LAST, Kind.TASK)
        side = Qt.AlignmentFlag.AlignLeft if flat else Qt.AlignmentFlag.AlignHCenter
        top = area.bottom() - high * len(lines)
        for n, each in enumerate(lines):
            box = QRectF(area.left(), top + n * high, area.width(), high)
            paint.text(painter, box, each, font, "text2", side | Qt.AlignmentFlag.AlignVCenter)

    def _paint_add(self, painter: QPainter, rect: QRect, said: str) -> None:
        if not self.can_change:
            return
        wide = rect.width() > fonts.width(said, SIZE, WEIGHT) + theme.size(44)
        width = fonts.width(said, SIZE, WEIGHT) + theme.size(34) if wide else theme.sizef(30)
        left = rect.left() + min(theme.sizef(6), max(0.0, (rect.width() - theme.sizef(30)) / 2))
        plate = QRectF(left, rect.bottom() - theme.sizef(28), width, theme.sizef(26))
        if self._hover >= 0 and self.logicalIndexAt(rect.center()) == self._hover:
            paint.rounded(painter, plate, 7, "hover")
        before = min(
            theme.sizef(7), (rect.width() - theme.size(16)) / 2
        )  # narrow: in the middle, not cut off
        at = QPointF(left + before, plate.center().y() - theme.size(16) / 2)
        icons.draw(painter, "plus", "accent", at, 16)
        if wide:
            words = QRectF(left + theme.sizef(27), plate.top(), width, plate.height())
            paint.text(painter, words, said, fonts.font(SIZE, WEIGHT), "accent", elide=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if section != self._hover:
            self._hover = section
            column = self._column(section)
            active = self.can_change and column is not None and column.kind in (Kind.TASK, Kind.ADD)
            self.setCursor(Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        column = self._column(section)
        super().mouseReleaseEvent(event)
        if column is None or not self.can_change:
            return
        corner = QPoint(self.sectionViewportPosition(section), self.height())
        if column.kind is Kind.TASK:
            self.task_menu.emit(section, self.viewport().mapToGlobal(corner))
        elif column.kind is Kind.ADD:
            self.add_wanted.emit(self.viewport().mapToGlobal(corner))


def head_width(said: str) -> int:
    """The px a column needs for the longest word of its head."""
    words = (fonts.width(word, SIZE, WEIGHT) for word in said.split())
    return math.ceil(max(words, default=0.0)) + theme.size(EDGE + 4)


def two_lines(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The text on one or two lines: broken at blanks, else at soft hyphens, the rest elided.

    `measure` gives a text's width in the unit of `width`. Soft hyphens that are not used vanish.
    """
    whole = text.replace(SOFT, "")
    if measure(whole) <= width:
        return [whole]
    first, rest = _first_line(text, width, measure)
    return [first, _elided(rest, width, measure)] if rest else [_elided(whole, width, measure)]


def _first_line(text: str, width: float, measure: Callable[[str], float]) -> tuple[str, str]:
    """The longest beginning that fits and ends at a blank or a soft hyphen, and what follows."""
    best = ("", text)
    for at, letter in enumerate(text):
        if letter not in (" ", SOFT):
            continue
        head = text[:at].replace(SOFT, "") + ("-" if letter == SOFT else "")
        if measure(head) <= width:
            best = (head, text[at + 1 :])
    return best if best[0] else ("", "")


def _elided(text: str, width: float, measure: Callable[[str], float]) -> str:
    whole = text.replace(SOFT, "").strip()
    if measure(whole) <= width:
        return whole
    end = len(whole)
    while end > 1 and measure(whole[:end].rstrip() + "…") > width:
        end -= 1
    return whole[:end].rstrip() + "…"
