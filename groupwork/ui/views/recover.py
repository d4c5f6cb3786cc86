"""Passphrase forgotten: the recovery sheet opens the centre and gives a new passphrase."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from groupwork.errors import UserError
from groupwork.i18n import N_, _, say
from groupwork.operations import recovery
from groupwork.operations.vault import OpenFile
from groupwork.ui import background
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.fields import TextField, labelled
from groupwork.ui.widgets.front import Front
from groupwork.ui.widgets.label import Elided, Label
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.new_passphrase import NewPassphrase
from groupwork.ui.widgets.page import Refusal

Open = Callable[[Path, str, str, str | None], OpenFile]
SAMPLE = "-".join("•" * size for size in (5, 5, 5, 5, 6))
SQUARE_BEGINS = "GWR1-"


def open_file(path: Path, code: str, passphrase: str, square: str | None) -> OpenFile:
    """As `recovery.open_with_recovery`; runs off the window's thread."""
    return recovery.open_with_recovery(path, code, passphrase, sheet=square)


class RecoverView(Front):
    """`opened` carries the OpenFile; `back` returns to the unlock page."""

    opened = Signal(object)
    back = Signal()

    def __init__(self, path: Path, open_with: Open = open_file) -> None:
        super().__init__()
        self._path, self._open_with = path, open_with
        self._busy = False
        self._error: UserError | None = None
        self._title, self._file = Label("", "text", 30, 700, wrap=True), Elided("", "text2", 15)
        self.head.add((column(self._title, self._file, gap=2), 1))
        self._code, self._square = TextField(), TextField()
        self._code.setPlaceholderText(SAMPLE)
        self._square.setPlaceholderText(f"{SQUARE_BEGINS}…")
        code, self._code_label = labelled("", self._code)
        square, self._square_label = labelled("", self._square)
        self._square_box = box(square)
        self._square_box.hide()
        self._hint = Label("", "text2", 13, wrap=True)
        self.secret = NewPassphrase(N_("Your new passphrase"))
        self._refusal = Refusal()
        self._go, self._back = Button("", "primary", after="arrow-right"), Button("", "ghost", "arrow-left")
        fields = Card(box(code), self._hint, self._square_box, gap=8, pad=(20, 16, 20, 18))
        self.body.add(22, fields, 14, self.secret, 14, self._refusal, 6)
        self.body.add(row(self._go, self._back, None, gap=2, margins=(-3, 0, 0, 0)))
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._code.textChanged.connect(self._sort)
        self._code.returnPressed.connect(self.submit)
        self._square.returnPressed.connect(self.submit)
        self.secret.submitted.connect(self.submit)
        self._go.clicked.connect(self.submit)
        self._back.clicked.connect(self.back)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.show_language()
        self._title.set_words(_("Open with the recovery sheet"))
        self._file.set_words(self._path.name)
        for label, field, words in (
            (self._code_label, self._code, _("Recovery code")),
            (self._square_label, self._square, _("Text of the square code")),
        ):
            label.set_words(words)
            field.setAccessibleName(words)
        self._hint.set_words(
            _("Five groups. Capitals, blanks and dashes do not matter; 0, O, 1, I and L are in none.")
        )
        self.secret.retranslate()
        self._back.set_words(_("Back"))
        self._show_busy()
        if self._error is not None:
            self._refusal.say(say(self._error))

    def begin(self) -> None:
        """Put the focus where typing starts."""
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Try the code off the window's thread; a mistype is told with its group."""
        if self._busy:
            return
        self._refuse(None)
        square = self._square.text().strip() or None
        told = (self._path, self._code.text(), self.secret.text(), square)
        self._busy = True
        self._show_busy()
        background.run(lambda _report: self._opened(*told), self._done, self._failed)

    def _sort(self, text: str) -> None:
        """The square code's text, pasted or scanned into the first field, belongs into the second."""
        if text.strip().upper().startswith(SQUARE_BEGINS):
            self._code.clear()
            self._square_box.show()
            self._square.setText(text.strip())

    def _opened(self, path: Path, code: str, secret: str, square: str | None) -> OpenFile:
        file = self._open_with(path, code, secret, square)
        file.detach()
        return file

    def _done(self, file: OpenFile) -> None:
        self.secret.forget()
        self._code.clear()
        file.attach()
        self.opened.emit(file)

    def _failed(self, error: UserError) -> None:
        self._busy = False
        self._show_busy()
        self._refuse(error)
        field = self._code
        if isinstance(error, recovery.SquareNeeded):
            self._square_box.show()
            field = self._square
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, error: UserError | None) -> None:
        self._error = error
        self._refusal.say(say(error) if error is not None else "")

    def _show_busy(self) -> None:
        self._go.set_words(_("Opening …") if self._busy else _("Open"))
        for control in (self._go, self._back, self._code, self._square, self.secret):
            control.setEnabled(not self._busy)
