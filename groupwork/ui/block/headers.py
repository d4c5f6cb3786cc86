"""The block's headings: names with their sums at the left, dates with theirs above; both stand still."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from groupwork.i18n import WEEKDAYS, _, current
from groupwork.ui import fonts, icons, paint
from groupwork.ui.models.block import BlockModel, sum_sign
from groupwork.ui.register.delegate import Places
from groupwork.ui.theme import theme

HIGH, NAME, NARROW_NAME, SUM = 68, 244, 176, 60
"""Height of the dates' heading, widths of the names and of their sums, in logical px."""


def short_date(day: int, month: int) -> str:
    """ "12/10", in German "12.10."."""
    return f"{day}.{month}." if current().language == "de" else f"{day}/{month}"


class DateHeader(QHeaderView):
    """Weekday, date and how many came; a click opens the register of that day."""

    opened = Signal(int)
    """A column whose register is wanted."""

    def __init__(self, places: Places, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._places, self._hover = places, -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(super().sizeHint().width(), theme.size(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and its line reach to the edge, beyond the last date."""
        super().paintEvent(event)
        area, line = self.viewport().rect(), theme.size(1)
        area.setLeft(self.length() - self.offset())
        painter = QPainter(self.viewport())
        paint.fill(painter, area, "surface")
        paint.fill(painter, QRect(area.left(), area.bottom() + 1 - line, area.width(), line), "line2")
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one date with its sum."""
        model = self.model()
        if not isinstance(model, BlockModel) or model.block is None:
            return
        day, line = model.day(section), theme.size(1)
        lit = section in (self._hover, self._places.column)
        paint.fill(painter, rect, "hover" if lit else "surface")
        paint.fill(painter, QRect(rect.left(), rect.bottom() + 1 - line, rect.width(), line), "line2")
        weekday = WEEKDAYS[current().language][day.date.weekday()]
        date = short_date(day.date.day, day.date.month)
        total = "" if day.lost else sum_sign(model.block.sums[section])
        if day.date > model.today:
            total = ""
        role = "text3" if day.lost or day.date > model.today else "text"
        lines = ((weekday, 11.5, 400, "text2", 6), (date, 13, 700, role, 22), (total, 12, 500, "text2", 43))
        for words, size, weight, ink, top in lines:
            box = QRectF(rect.left(), rect.top() + theme.sizef(top), rect.width(), theme.sizef(18))
            paint.text(painter, box, words, fonts.font(size, weight), ink, paint.CENTRE, elide=False)
        if model.locked(section):
            at = QPointF(rect.right() - theme.sizef(13), rect.top() + theme.sizef(4))
            icons.draw(painter, "lock", "text3", at, 10)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.logicalIndexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        """No date is under the mouse."""
        self._point(-1)

    def _point(self, section: int) -> None:
        if section != self._hover:
            self._hover = section
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        section = self.logicalIndexAt(event.position().toPoint())
        if section >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(section)


class NameHeader(QHeaderView):
    """A name and "8/10" beside it."""

    def __init__(self, places: Places, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._places, self.narrow = places, False
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """As wide as a name and its sum."""
        return QSize(theme.size(NARROW_NAME if self.narrow else NAME), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and its line reach to the foot, below the last name."""
        super().paintEvent(event)
        area, line = self.viewport().rect(), theme.size(1)
        area.setTop(self.length() - self.offset())
        painter = QPainter(self.viewport())
        paint.fill(painter, area, "surface")
        paint.fill(painter, QRect(area.right() + 1 - line, area.top(), line, area.height()), "line2")
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one name with its sum."""
        model = self.model()
        if not isinstance(model, BlockModel):
            return
        row, line = model.row(section), theme.size(1)
        lit = section == self._places.row
        paint.fill(painter, rect, "accent_soft" if lit else "surface")
        paint.fill(painter, QRect(rect.left(), rect.bottom() + 1 - line, rect.width(), line), "line")
        if lit:
            paint.fill(painter, QRect(rect.left(), rect.top(), theme.size(4), rect.height()), "accent")
        width = rect.width() - theme.sizef(16 + SUM)
        name = QRectF(rect.left() + theme.sizef(16), rect.top(), width, rect.height())
        paint.text(painter, name, row.name.full, fonts.font(14, 600, row.name.full), "text")
        box = QRectF(rect.right() - theme.sizef(SUM), rect.top(), theme.sizef(SUM - 10), rect.height())
        paint.text(painter, box, sum_sign(row.sum), fonts.font(13, 500), "text2", paint.RIGHT, elide=False)
        paint.fill(painter, QRect(rect.right() + 1 - line, rect.top(), line, rect.height()), "line2")


class Corner(QWidget):
    """Over the names: what the two columns beneath are."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, line = QPainter(self), theme.size(1)
        paint.fill(painter, self.rect(), "surface")
        paint.fill(painter, QRect(0, self.height() - line, self.width(), line), "line2")
        paint.fill(painter, QRect(self.width() - line, 0, line, self.height()), "line2")
        top = self.height() - theme.sizef(28)
        left = QRectF(theme.sizef(16), top, self.width() - theme.sizef(112), theme.sizef(22))
        paint.text(painter, left, _("Participant"), fonts.font(12.5, 600), "text2")
        right = QRectF(self.width() - theme.sizef(100), top, theme.sizef(90), theme.sizef(22))
        paint.text(painter, right, _("attended"), fonts.font(12.5, 600), "text2", paint.RIGHT)
