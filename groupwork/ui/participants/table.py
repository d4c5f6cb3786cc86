"""The table of people: a cursor row, boxes to choose several, a click or Enter opens a person's page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from groupwork.domain.ids import ParticipantId
from groupwork.ui import fonts, paint
from groupwork.ui.models.participants import Column, PeopleModel
from groupwork.ui.participants.delegate import MARK_STEP, ROW, PeopleDelegate
from groupwork.ui.theme import theme

HEADER = 40
WIDTHS = {Column.CHECK: 44, Column.CODE: 56, Column.AGE: 48, Column.RATE: 104}
MARKS = 12
NARROW = 760
"""Logical px under which code, age and groups are left out and half the marks are shown."""
_MOVE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class PeopleHeader(QHeaderView):
    """Headings that say what is in a column."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(super().sizeHint().width(), theme.size(HEADER))

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:
        """One heading and the line under it."""
        area = QRectF(rect)  # type: ignore[call-overload]  # Qt hands over a QRect, its stub says object
        paint.fill(painter, area.adjusted(0, theme.size(6), 0, 0), "surface")
        line = theme.size(1)
        paint.fill(painter, QRectF(area.left(), area.bottom() - line, area.width(), line), "line2")
        column = Column(section)
        if column is Column.CHECK:
            return
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        left = theme.size(6) if column is Column.NAME else 0
        right = theme.size(16) if column is Column.RATE else theme.size(4)
        align = Qt.AlignmentFlag.AlignRight if column is Column.RATE else Qt.AlignmentFlag.AlignLeft
        room = area.adjusted(left, theme.size(4), -right, 0)
        font = fonts.font(12.5, 600, words)
        paint.text(painter, room, words, font, "text2", align | Qt.AlignmentFlag.AlignVCenter)


class PeopleTable(QTableView):
    """`opened` with a person, `chosen_changed` when others are chosen, `left_up` when Up leaves the top."""

    opened = Signal(object)
    chosen_changed = Signal()
    left_up = Signal()

    def __init__(self, model: PeopleModel) -> None:
        super().__init__()
        self._people = model
        self._anchor = -1
        self._delegate = PeopleDelegate(self)
        self._header = PeopleHeader(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        self._dress()
        model.modelReset.connect(self._reset)
        self.restyle()

    def _dress(self) -> None:
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)

    def restyle(self) -> None:
        """Rows, header and columns at the present text size."""
        self._header.setFixedHeight(theme.size(HEADER))
        self.verticalHeader().setDefaultSectionSize(theme.size(ROW))
        self.fit()

    def fit(self) -> None:
        """Column widths for the present room."""
        room = self.viewport().width()
        narrow = room / theme.scale < NARROW
        for column in (Column.CODE, Column.AGE, Column.GROUPS):
            self.setColumnHidden(column, narrow)
        marks = theme.size(MARK_STEP) * (MARKS // 2 if narrow else MARKS) + theme.size(14)
        widths = {column: theme.size(width) for column, width in WIDTHS.items()} | {Column.MARKS: marks}
        left = room - sum(w for c, w in widths.items() if not (narrow and c in (Column.CODE, Column.AGE)))
        widths[Column.NAME] = left if narrow else round(left * 0.55)
        widths[Column.GROUPS] = max(0, left - widths[Column.NAME])
        for column, width in widths.items():
            self.setColumnWidth(column, max(0, width))

    def person(self) -> ParticipantId | None:
        """The person under the cursor."""
        row = self.currentIndex().row()
        return self._people.lines[row].id if 0 <= row < len(self._people.lines) else None

    def go(self, row: int) -> None:
        """Put the cursor on a row and show it."""
        if not self._people.lines:
            return
        row = min(max(row, 0), len(self._people.lines) - 1)
        index = self._people.index(row, Column.NAME)
        self.selectionModel().setCurrentIndex(index, _MOVE)
        self._delegate.cursor = row
        self.scrollTo(index)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.person() is None:
            self.go(0)
        self._delegate.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._delegate.focused = False
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        before, row = self._cursor(), index.row()
        self.go(row)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._range(self._anchor if self._anchor >= 0 else before, row)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or index.column() == Column.CHECK:
            self._toggle(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and index.isValid() and index.column() != Column.CHECK and index.row() == self._cursor():
            self.opened.emit(self._people.lines[index.row()].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(int(event.position().y()))
        if row != self._delegate.hover:
            self._delegate.hover = row
            self.viewport().update()
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
        )

    def leaveEvent(self, event: QEvent) -> None:
        self._delegate.hover = -1
        self.viewport().update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self._cursor()
        if row < 0:
            return
        top = self.rowViewportPosition(row)
        area = QRectF(0, top, self.viewport().width(), self.rowHeight(row))
        inside = area.adjusted(theme.size(3), theme.size(3), -theme.size(3), -theme.size(4))
        if self._delegate.focused:
            paint.ring(QPainter(self.viewport()), inside, 9, 2.5)

    def _cursor(self) -> int:
        return self.currentIndex().row()

    def _key(self, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.person() is not None and not control:
            self.opened.emit(self.person())
        elif key == Qt.Key.Key_Space:
            self._toggle(self._cursor())
        elif key == Qt.Key.Key_A and control:
            self._choose(range(len(self._people.lines)), on=True)
        elif key == Qt.Key.Key_Escape and self._people.chosen:
            self._choose(range(len(self._people.lines)), on=False)
        else:
            return self._move(key, shift=shift)
        return True

    def _move(self, key: Qt.Key, *, shift: bool) -> bool:
        page = max(1, self.viewport().height() // max(1, self.rowHeight(0) or theme.size(ROW)) - 1)
        count = len(self._people.lines)
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -count,
            Qt.Key.Key_End: count,
        }
        if key not in steps or not count:
            return False
        before = self._cursor()
        if key == Qt.Key.Key_Up and before <= 0 and not shift:
            self.left_up.emit()
            return True
        if shift and self._anchor < 0:
            self._anchor = before
        self.go(before + steps[key])
        if shift:
            self._range(self._anchor, self._cursor())
        else:
            self._anchor = -1
        return True

    def _toggle(self, row: int) -> None:
        if row >= 0:
            self._anchor = row
            self._choose([row], on=not self._people.is_chosen(row))

    def _range(self, first: int, last: int) -> None:
        low, high = sorted((max(first, 0), max(last, 0)))
        self._choose(range(low, high + 1), on=True)

    def _choose(self, rows: range | list[int], *, on: bool) -> None:
        self._people.choose(rows, on=on)
        self.viewport().update()
        self.chosen_changed.emit()

    def _reset(self) -> None:
        self._anchor = -1
        self._delegate.hover = -1
        self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)
        self.fit()
