"""Unlock: sign-in name, passphrase, errors in place. Nothing of anybody is on this page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from groupwork import paths
from groupwork.errors import Damaged, KeysLost, Missing, NotOurs, Refused, TooSoon, UserError
from groupwork.i18n import N_, _, say
from groupwork.operations import vault
from groupwork.operations.vault import OpenFile
from groupwork.ui import background
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.countdown import Countdown
from groupwork.ui.widgets.fields import PassphraseField, TextField, labelled
from groupwork.ui.widgets.front import Front
from groupwork.ui.widgets.label import Elided, IconLabel, Label
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.page import Refusal

Open = Callable[[Path, str | None, str], OpenFile]
LOST = (Damaged, KeysLost, Missing, NotOurs)
"""What a backup helps against."""
SEVERAL_WORDS = re.compile(r"\S\s+\S")
MOVED = N_("A sign-in name is one word. What you typed was moved to the passphrase, where nobody reads it.")


class UnlockView(Front):
    """`opened` carries the OpenFile; `elsewhere` when another file is wanted, `start` for the first page,
    `forgotten` when the passphrase is lost.

    `public` is sign-in name and passphrase of a demo centre: both are shown.
    """

    opened = Signal(object)
    elsewhere = Signal()
    start = Signal()
    restore = Signal()
    forgotten = Signal()

    def __init__(
        self, path: Path, *, public: tuple[str, str] | None = None, open_file: Open = vault.open_file
    ) -> None:
        super().__init__()
        self._path, self._open_file = path, open_file
        self._public_name, self._hint = public or ("", "")
        self._busy = False
        self._asks_name = vault.sign_in_hint(path)
        self._error: UserError | None = None
        self._wait = Countdown(self, self._waiting)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._title = Label("", "text", 30, 700)
        self._file = Elided("", "text2", 15)
        self.head.add((column(self._title, self._file, gap=2), 1))
        if _only_one(self._path):
            self._file.hide()
        self._name, self._passphrase = TextField(self._public_name), PassphraseField()
        name, self._name_label = labelled("", self._name)
        secret, self._secret_label = labelled("", self._passphrase)
        self._name_box = box(name)
        if not self._asks_name:
            self._name_box.hide()
        self._demo = IconLabel("sparkles", "", "info_ink", 13.5, 500)
        self._demo_card = Card(self._demo, fill="info_soft", line="", radius=10, pad=(12, 8, 12, 8))
        if not self._hint:
            self._demo_card.hide()
        self._refusal = Refusal()
        self._go = Button("", "primary", after="arrow-right")
        self._other = Button("", "ghost", "folder-open")
        self._start = Button("", "ghost", "house")
        self._lost = Button("", "ghost", "key-round", small=True)
        self._restore = Button("", "secondary", "history")
        self._restore.hide()
        fields = Card(
            self._name_box, box(secret), self._demo_card, self._refusal, gap=14, pad=(20, 18, 20, 20)
        )
        fields.body.add(row(self._go, self._restore, None, margins=(-3, 0, 0, 0)))
        fields.body.add(row(self._lost, None, margins=(-3, 0, 0, 0)))
        others = row(self._other, self._start, None, gap=2, margins=(-3, 0, 0, 0))
        if self._hint:
            self._lost.hide()
        note = IconLabel("info", "", "text2", 13.5)
        self._note = note
        self.body.add(26, fields, 12, others, 6, note)
        self._go.clicked.connect(self.submit)
        self._other.clicked.connect(self.elsewhere)
        self._start.clicked.connect(self.start)
        self._restore.clicked.connect(self.restore)
        self._lost.clicked.connect(self.forgotten)
        self._name.textEdited.connect(self._hide_a_passphrase)
        self._name.returnPressed.connect(self._passphrase.setFocus)
        self._passphrase.returnPressed.connect(self.submit)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.show_language()
        self._title.set_words(_("Open your centre"))
        self._file.set_words(self._path.name)
        for label, field, words in (
            (self._name_label, self._name, _("Sign-in name")),
            (self._secret_label, self._passphrase, _("Passphrase")),
        ):
            label.set_words(words)
            field.setAccessibleName(words)
        self._passphrase.retranslate()
        self._demo.set_words(
            _("Demo centre. Its passphrase is public: {passphrase}").format(passphrase=self._hint)
        )
        self._other.set_words(_("Another file …"))
        self._start.set_words(_("Start page"))
        self._restore.set_words(_("Restore from a backup"))
        self._lost.set_words(_("Forgotten? Use the recovery sheet"))
        self._note.set_words(_("Without the passphrase or the recovery sheet nobody can open the data."))
        self._show_busy()
        if self._error is not None:
            self._refusal.say(self._wait.sentence() if self._wait.left else say(self._error))

    def submit(self) -> None:
        """Try to open with what is typed; Argon2 takes a moment, so off the window's thread."""
        if self._busy or self._wait.left:
            return
        name = self._name.text().strip() if self._asks_name else ""
        secret = self._passphrase.text()
        self._refuse(None)
        self._busy = True
        self._show_busy()
        background.run(lambda _report: self._open(name or None, secret), self._done, self._failed)

    def submit_public(self) -> None:
        """Open a demo centre with its public passphrase."""
        self._passphrase.setText(self._hint)
        self.submit()

    def begin(self) -> None:
        """Put the focus where typing starts."""
        field = self._name if self._asks_name and not self._public_name else self._passphrase
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_a_passphrase(self, typed: str) -> None:
        """Somebody came back to a locked screen and typed on: a second word is no name, so it is covered."""
        if SEVERAL_WORDS.search(typed):
            self._name.clear()
            self._passphrase.setText(typed)
            self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
            self._passphrase.end(False)
            self._refuse(Refused(MOVED))

    def _open(self, name: str | None, secret: str) -> OpenFile:
        file = self._open_file(self._path, name, secret)
        file.detach()
        return file

    def _done(self, file: OpenFile) -> None:
        self._busy = False
        self._passphrase.clear()
        file.attach()
        self.opened.emit(file)

    def _failed(self, error: UserError) -> None:
        self._busy = False
        self._show_busy()
        self._refuse(error)
        if isinstance(error, TooSoon):
            self._wait.start(int(str(error.values.get("seconds", 1))))
        self._restore.setVisible(isinstance(error, LOST))
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self._passphrase.selectAll()

    def _waiting(self, sentence: str) -> None:
        """Each second; read out once, by the first sentence."""
        if not sentence:
            self._refuse(None)
        elif self._refusal.text():
            self._refusal.go_on(sentence)
        else:
            self._refusal.say(sentence)
        self._show_busy()

    def _refuse(self, error: UserError | None) -> None:
        self._error = error
        self._refusal.say(say(error) if error is not None else "")

    def _show_busy(self) -> None:
        self._go.set_words(_("Opening …") if self._busy else _("Open"))
        self._go.setEnabled(not self._busy and not self._wait.left)
        for field in (self._name, self._passphrase):
            field.setReadOnly(self._busy)


def _only_one(path: Path) -> bool:
    """Whether it is the one centre in the usual folder: its file's name tells nobody anything."""
    usual = paths.data_folder()
    return path.parent == usual and len(list(usual.glob(f"*{path.suffix}"))) <= 1
