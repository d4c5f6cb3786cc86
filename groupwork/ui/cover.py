"""The privacy blur: a calm cover over the whole window; nothing is closed and nothing is lost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.ui.actions import key_words
from groupwork.ui.widgets.card import Ground
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import column, row

KEYS = "Ctrl+Shift+L"
ALONE = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)
"""Keys that begin a combination: they show nothing."""
LOCK = (Qt.Key.Key_L, Qt.Key.Key_Q)
"""With Ctrl these go on working: blur, lock, close."""


class Cover(Ground):
    """`ended` when any key or the mouse was pressed on it."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rail")
        if parent is not None:
            self.setParent(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = Label("", "text", 27, 700)
        self._words = Label("", "text2", 15, wrap=True)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = row(None, Icon("eye-off", "accent", 48), None)
        self.setLayout(
            column(None, middle, 10, self._title, self._words, None, gap=6, margins=(24, 24, 24, 24))
        )
        self.hide()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._title.set_words(_("Privacy blur"))
        words = _("Press any key or {keys} to go on.").format(keys=key_words(KEYS))
        self._words.set_words(words)
        self.setAccessibleName(f"{self._title.text()}. {words}")

    def event(self, event: QEvent) -> bool:
        """Keys are the cover's before they are the window's commands, but for lock and close."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if not (ctrl and event.key() in LOCK):
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, _on: bool) -> bool:
        """Tab is any key."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ALONE and not event.isAutoRepeat():
            self.ended.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.ended.emit()
