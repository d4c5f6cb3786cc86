"""The search field: type, arrows, Enter; Esc gives the focus back. What was typed is never kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from groupwork.domain.search import MAX_TYPED
from groupwork.i18n import _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.actions import key_words
from groupwork.ui.search.hit_list import PAGE, HitList
from groupwork.ui.search.offers import Offer, OfferGroup
from groupwork.ui.theme import theme
from groupwork.ui.widgets.line_undo import leaves_undo

Find = Callable[[str], Sequence[OfferGroup]]
KEYS = "Ctrl+K"
HIGH, WIDE, NARROWEST, LIST_WIDE = 36, 400, 200, 520
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


class _Edit(QLineEdit):
    """A field without an edge of its own: the plate around it is the field."""

    bare = True

    def event(self, event: QEvent) -> bool:
        if leaves_undo(self, event):
            event.ignore()
            return False
        return super().event(event)


class SearchField(QWidget):
    """`taken` carries the chosen Offer; `left` when the field was left, by Esc, a choice or a click."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self._before: QWidget | None = None
        self.edit = _Edit(self)
        self.edit.setMaxLength(MAX_TYPED)
        self.edit.setFrame(False)
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.list = HitList()
        self.list.setParent(self)
        self.list.taken.connect(self._take)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.retranslate()

    def open(self) -> None:
        """Put the cursor here; Esc will give the focus back to where it was."""
        focus = QApplication.focusWidget()
        if focus is not self.edit:
            self._before = focus
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def close_search(self) -> None:
        """Forget what was typed and give the focus back."""
        before, self._before = self._before, None
        self._forget()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.edit.clearFocus()
        self.left.emit()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._keys = key_words(KEYS)
        self.edit.setPlaceholderText(_("Search people, groups, dates …"))
        self.edit.setAccessibleName(_("Search ({keys})").format(keys=self._keys))
        self.edit.setAccessibleDescription(_("Arrows choose, Enter goes there, Esc closes"))
        if self.list.isVisible():
            self._typed(self.edit.text())
        self._place()
        self.update()

    def restyle(self) -> None:
        """Height, font and colours at the present theme."""
        self.setFixedHeight(theme.size(HIGH))
        self.setMinimumWidth(theme.size(NARROWEST))
        self.setMaximumWidth(theme.size(WIDE))
        self.edit.setFont(fonts.font(14, 400, self.edit.text()))
        palette = QPalette(self.edit.palette())
        palette.setColor(QPalette.ColorRole.Base, theme.color("surface"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("text2"))
        self.edit.setPalette(palette)
        if hasattr(self, "_keys"):
            self._place()

    def sizeHint(self) -> QSize:
        """400 px wide when there is room."""
        return QSize(theme.size(WIDE), theme.size(HIGH))

    def _cap_width(self) -> int:
        return round(paint.key_cap_width(self._keys))

    def _place(self) -> None:
        left, high = theme.size(34), theme.size(28)
        right = self._cap_width() + theme.size(14)
        self.edit.setGeometry(left, (self.height() - high) // 2, max(0, self.width() - left - right), high)
        if self.list.isVisible():
            self._open_list()

    def resizeEvent(self, event: object) -> None:
        self._place()

    def mousePressEvent(self, event: QEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        focus = self.edit.hasFocus()
        width = theme.sizef(2) if focus else 1
        paint.rounded(painter, area, 10, "surface", "focus" if focus else "control", width)
        icon = QRectF(theme.sizef(10), 0, theme.sizef(20), area.height())
        icons.draw_centred(painter, "search", "text2", icon, 16)
        wide, high = self._cap_width(), theme.sizef(24)
        spot = QRectF(area.right() - wide - theme.sizef(6), area.center().y() - high / 2, wide, high)
        paint.key_cap(painter, spot, self._keys)

    def _typed(self, text: str) -> None:
        self.edit.setFont(fonts.font(14, 400, text))
        typed = text.strip()
        if not typed:
            self.list.forget()
            return
        self.list.show_offers(self._find(typed), typed)
        self._open_list()

    def _open_list(self) -> None:
        """Under the field, over the page; a child of the page's ground, it goes when the window is locked."""
        host = self._host()
        if self.list.parentWidget() is not host:
            self.list.setParent(host)
        spot = self.mapTo(host, QPoint(0, self.height() + theme.size(4)))
        edge = theme.size(8)
        width = min(max(self.width(), theme.size(LIST_WIDE)), host.width() - 2 * edge)
        high = min(self.list.wanted_height(width), host.height() - spot.y() - edge)
        self.list.setGeometry(min(spot.x(), host.width() - edge - width), spot.y(), width, high)
        self.list.show()
        self.list.raise_()

    def _host(self) -> QWidget:
        bar = self.parentWidget()
        host = bar.parentWidget() if bar is not None else None
        return host if host is not None else self

    def _forget(self) -> None:
        self.edit.setText("")  # this drops the field's own undo too
        self.list.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QFocusEvent):
            self.update()
            if event.lostFocus() and event.reason() not in (
                Qt.FocusReason.ActiveWindowFocusReason,
                Qt.FocusReason.PopupFocusReason,
            ):
                self._forget()
                self.left.emit()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            offer = self.list.lit() if self.list.isVisible() else None
            if offer is not None:
                self._take(offer)
            return True
        if key in _MOVES:
            self.list.move_by(_MOVES[key])
            return True
        if key == Qt.Key.Key_Escape:
            self.close_search()
            return True
        return False

    def _take(self, offer: Offer) -> None:
        self.close_search()
        self.taken.emit(offer)
