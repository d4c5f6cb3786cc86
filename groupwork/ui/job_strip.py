"""What a long job shows: its words, a count, a bar and Cancel; only once it took longer than a second."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.ui.accessibility import announce
from groupwork.ui.gate import Gate
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Progress
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row

PATIENCE_MS = 1000


class JobStrip(Card):
    """Floats at the bottom centre of the page while the window is read-only."""

    def __init__(self, gate: Gate, parent: QWidget) -> None:
        super().__init__(fill="raised", line="line2", pad=(16, 10, 13, 10), gap=12, across=True)
        self.setParent(parent)
        self._gate = gate
        self._words = Label("", "text", 14, 600)
        self._count = Label("", "text2", 13)
        self._bar = Progress()
        self._cancel = Button("", "secondary", small=True)
        self._cancel.clicked.connect(self._stop)
        self.add((column(row(self._words, None, self._count), self._bar, gap=6), 1), self._cancel)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        gate.busy_changed.connect(self._busy)
        gate.progressed.connect(self._progress)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._cancel.set_words(_("Cancel"))
        self._bar.setAccessibleName(_("Progress"))

    def place(self) -> None:
        """Bottom centre of the parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.resize(min(theme.size(460), parent.width() - theme.size(32)), self.sizeHint().height())
            x = (parent.width() - self.width()) // 2
            self.move(x, parent.height() - self.height() - theme.size(14))

    def _busy(self, busy: bool) -> None:
        if not busy:
            self._patience.stop()
            self.hide()
            return
        self._words.set_words(self._gate.job)
        self._count.set_words("")
        self._bar.set_value(0.0)
        self._cancel.setEnabled(True)
        self._patience.start()

    def _appear(self) -> None:
        self.place()
        self.show()
        self.raise_()
        announce(self, self._gate.job)

    def _progress(self, done: int, of: int) -> None:
        self._count.set_words(_("{done} of {of}").format(done=done, of=of) if of else "")
        self._bar.set_value(done / of if of else 0.0, "good" if done == of else "accent")

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        if self._gate.running is not None:
            self._gate.running.cancel()
