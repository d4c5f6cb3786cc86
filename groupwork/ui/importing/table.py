"""The preview: a plain table of the rows as they would be stored."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from groupwork.ui import fonts, icons, paint
from groupwork.ui.importing.rows import LINE, NAME, STATUS, ImportModel
from groupwork.ui.theme import theme

ROW, HEADER = 36, 38
MOST_SHOWN = 8
"""Rows shown at once; the others by scrolling."""
NARROWEST, WIDEST = 54, 260
MEASURED = 40
"""Rows whose words decide the widths."""
_SIGNS = {
    "add": ("user-plus", "good"),
    "there": ("users", "warn"),
    "unlikely": ("circle-help", "warn"),
    "refused": ("circle-alert", "bad"),
}
Index = QModelIndex | QPersistentModelIndex


class _Cell(QStyledItemDelegate):
    """One cell, painted whole; names in the font of their script."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell of an index into its rectangle."""
        model, area = index.model(), QRectF(option.rect)
        if not isinstance(model, ImportModel):
            return
        line = model.lines[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint.fill(painter, area, "accent_soft" if chosen else "surface")
        edge = theme.size(1)
        paint.fill(painter, QRectF(area.left(), area.bottom() - edge, area.width(), edge), "line")
        words = model.text(index.row(), index.column())
        inner = area.adjusted(theme.size(8), 0, -theme.size(8), 0)
        ink = "text" if line.status == "add" else "text2"
        if index.column() == STATUS:
            icon, tone = _SIGNS[line.status]
            side = theme.size(18)
            icons.draw_centred(painter, icon, tone, QRectF(inner.left(), area.top(), side, area.height()), 16)
            inner.setLeft(inner.left() + theme.size(24))
            ink = f"{tone}_ink" if not chosen else "text"
        weight = 600 if index.column() == NAME else 400
        paint.text(
            painter, inner, words, fonts.font(13.5, weight, words), "text2" if index.column() == LINE else ink
        )
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            paint.ring(painter, area.adjusted(3, 3, -3, -3), 6)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a row."""
        return QSize(theme.size(NARROWEST), theme.size(ROW))


class _Header(QHeaderView):
    """Headings as elsewhere."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(super().sizeHint().width(), theme.size(HEADER))

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:
        """One heading and the line under it."""
        area = QRectF(rect)  # type: ignore[call-overload]  # Qt hands over a QRect, its stub says object
        paint.fill(painter, area, "surface")
        edge = theme.size(1)
        paint.fill(painter, QRectF(area.left(), area.bottom() - edge, area.width(), edge), "line2")
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        room = area.adjusted(theme.size(8), 0, -theme.size(8), 0)
        paint.text(painter, room, words, fonts.font(12.5, 600, words), "text2")


class PreviewTable(QTableView):
    """Arrows move through the cells; Tab leaves it; wider than its room it scrolls sideways."""

    def __init__(self, model: ImportModel) -> None:
        super().__init__()
        self._rows = model
        self._cell, self._heading = _Cell(self), _Header(self)
        self.setModel(model)
        self.setItemDelegate(self._cell)
        self.setHorizontalHeader(self._heading)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())  # the style would draw a square between the two bars
        model.modelReset.connect(self.fit)
        self.restyle()

    def restyle(self) -> None:
        """Rows, header and columns at the present text size."""
        self._heading.setFixedHeight(theme.size(HEADER))
        self.verticalHeader().setDefaultSectionSize(theme.size(ROW))
        self.fit()

    def fit(self) -> None:
        """As wide as the words of the first rows, as high as a few rows."""
        for column in range(self._rows.columnCount()):
            self.setColumnWidth(column, self._width(column))
        self._fill()
        shown = min(MOST_SHOWN, max(1, self._rows.rowCount()))
        bar = theme.size(14)
        self.setFixedHeight(theme.size(HEADER) + shown * theme.size(ROW) + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The last column takes the room that is left."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        last = self._rows.columnCount() - 1
        if last < 0:
            return
        before = sum(self.columnWidth(column) for column in range(last))
        self.setColumnWidth(last, max(self._width(last), self.viewport().width() - before))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What does not scroll here scrolls the page."""
        bar = self.verticalScrollBar()
        down = event.angleDelta().y() < 0
        if bar.value() == (bar.maximum() if down else bar.minimum()) and not event.angleDelta().x():
            event.ignore()
            return
        super().wheelEvent(event)

    def _width(self, column: int) -> int:
        words = [self._rows.text(row, column) for row in range(min(MEASURED, self._rows.rowCount()))]
        words.append(str(self._rows.headerData(column, Qt.Orientation.Horizontal) or ""))
        weight = 600 if column == NAME else 500
        wide = max((fonts.width(each, 13.5, weight) for each in words), default=0.0)
        wide += theme.size(44 if column == STATUS else 20)
        return math.ceil(min(max(wide, theme.size(NARROWEST)), theme.size(WIDEST)))
