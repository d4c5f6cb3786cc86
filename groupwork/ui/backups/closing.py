"""The window closes: a backup first when something was changed, with a way out after three seconds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.ui import paint
from groupwork.ui.accessibility import announce
from groupwork.ui.backup_keeper import BackupKeeper
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Progress
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import row
from groupwork.ui.widgets.page import Refusal, Title

PATIENCE_MS, HANG_MS = 3_000, 5_000
"""When the way out is offered, and how long a backup that was told to stop is waited for."""


class ClosingBackup:
    """Asked by the window's close event: `lets_go` begins the backup and closes the window after it."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._over = False
        self._overlay: ClosingOverlay | None = None

    def lets_go(self, keeper: BackupKeeper | None) -> bool:
        """True when the window may close now; else the window is asked to close again later."""
        if keeper is None or self._over:
            return True
        if self._overlay is not None:
            return False
        if not keeper.running and not keeper.due():
            return True
        ended: list[UserError | None] = []
        keeper.ended.connect(ended.append)
        keeper.back_up()
        keeper.ended.disconnect(ended.append)
        if ended == [None]:
            return True
        self._overlay = ClosingOverlay(self._window, keeper)
        self._overlay.leave.connect(self._leave)
        self._overlay.stay.connect(self._stay)
        self._overlay.begin(ended[0] if ended else None)
        return False

    def _leave(self, backed_up: bool) -> None:
        """Close again: after a backup only when nothing was changed while it was made."""
        self._over = not backed_up
        self._stay()
        self._window.close()

    def _stay(self) -> None:
        if self._overlay is not None:
            self._overlay.shut()
        self._overlay = None


class ClosingOverlay(QWidget):
    """Covers the window while the backup is made. `leave`: close now, with True when there is a backup;
    `stay`: the window is used again."""

    leave = Signal(bool)
    stay = Signal()

    def __init__(self, window: QWidget, keeper: BackupKeeper) -> None:
        super().__init__(window)
        self._keeper = keeper
        self._title, self._words = Title("", 19), Label("", "text2", 14, wrap=True)
        self._bar, self._refusal = Progress(), Refusal()
        self._without, self._stay = Button("", "secondary"), Button("", "ghost")
        self._without.clicked.connect(self._give_up)
        self._stay.clicked.connect(self.stay)
        buttons = row(None, self._stay, self._without, gap=2, margins=(0, 0, -3, 0))
        self._card = Card(self._title, self._words, self._bar, self._refusal, radius=14, pad=(24, 18, 24, 16))
        self._card.add(buttons)
        self._card.set_look(fill="raised", line="line2")
        self._card.setParent(self)
        self._patience, self._hang = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._patience, PATIENCE_MS), (self._hang, HANG_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
        self._patience.timeout.connect(self._offer)
        self._hang.timeout.connect(lambda: self.leave.emit(False))
        for button in (self._without, self._stay):
            button.hide()
        window.installEventFilter(self)
        self._stilled = [action for action in window.actions() if action.isEnabled()]
        for action in self._stilled:
            action.setEnabled(False)

    def begin(self, error: UserError | None) -> None:
        """Show how the backup gets on, or at once why there is none."""
        self._title.set_words(_("Backing up before closing"))
        self._without.set_words(_("Close without backup"))
        self._stay.set_words(_("Stay"))
        self._bar.setAccessibleName(_("Progress"))
        self.setAccessibleName(self._title.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keeper.changed.connect(self._show)
        self._keeper.ended.connect(self._ended)
        self._show()
        self.place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._title.text())
        if error is None:
            self._patience.start()
        else:
            self._ended(error)

    def place(self) -> None:
        """Cover the window, the card in the middle."""
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        w = min(theme.size(460), self.width() - theme.size(32))
        layout = self._card.body
        h = layout.heightForWidth(w) if layout.hasHeightForWidth() else layout.sizeHint().height()
        self._card.setGeometry((self.width() - w) // 2, (self.height() - h) // 2, w, h)

    def _show(self) -> None:
        if not self._hang.isActive():
            self._words.set_words(_("{n} % done").format(n=self._keeper.percent))
        self._bar.set_value(self._keeper.percent / 100)

    def _offer(self) -> None:
        self._without.show()
        self.place()
        self._without.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        """Stop the backup; what it had begun is removed before the window goes."""
        if not self._keeper.running:
            self.leave.emit(False)
            return
        self._words.set_words(_("Stopping …"))
        self._without.setEnabled(False)
        self._hang.start()
        self._keeper.cancel()

    def _ended(self, error: UserError | None) -> None:
        if error is None or self._hang.isActive():
            self._hang.stop()
            self.leave.emit(error is None)
            return
        self._patience.stop()
        self._title.set_words(_("No backup was made"))
        self._words.set_words(_("What was recorded is safe in the centre’s file."))
        self._bar.hide()
        self._refusal.say(say(error))
        self._stay.show()
        self._offer()

    def shut(self) -> None:
        """Away with it; the window's keys act again."""
        for timer in (self._patience, self._hang):
            timer.stop()
        for action in self._stilled:
            action.setEnabled(True)
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.hide()
        self.setParent(None)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys stay in the card: nothing behind it may be changed any more."""
        if event.key() == Qt.Key.Key_Escape and self._stay.isVisible():
            self.stay.emit()
        event.accept()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        shown = [button for button in (self._stay, self._without) if button.isVisible()]
        if shown:
            at = shown.index(self._without) if self._without.hasFocus() else 0
            shown[(at + 1) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self.rect(), paint.alpha("shadow", 0.45))
