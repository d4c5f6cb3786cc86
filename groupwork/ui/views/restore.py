"""Restore from a backup: which one, its passphrase; the file that was there is kept under another name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from groupwork.domain.backups import BackupInfo
from groupwork.errors import Cancelled, UserError
from groupwork.i18n import _, say
from groupwork.operations import restoring
from groupwork.operations.restoring import Restored
from groupwork.ui import background, messages
from groupwork.ui.background import Report
from groupwork.ui.backup_keeper import utc_now
from groupwork.ui.backups.pick import BackupPick
from groupwork.ui.gate import Gate
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Progress
from groupwork.ui.widgets.fields import PassphraseField, TextField, labelled
from groupwork.ui.widgets.front import Front
from groupwork.ui.widgets.label import Elided, Label
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.page import Refusal, SectionHead


class RestoreView(Front):
    """`restored` carries a Restored; `back` returns to where one came from.

    `path` is the file that is damaged, gone or to be replaced, None when nobody knows it; `chosen` the
    backup to begin with.
    """

    restored = Signal(object)
    back = Signal()

    def __init__(self, path: Path | None, chosen: BackupInfo | None = None) -> None:
        super().__init__()
        self._path = path
        self._job: background.Job | None = None
        self._busy = False
        self._error: UserError | None = None
        self._title, self._file = Label("", "text", 30, 700, wrap=True), Elided("", "text2", 15)
        self.head.add((column(self._title, self._file, gap=2), 1))
        self._which, self._secret_head = SectionHead(), SectionHead()
        self.pick = BackupPick(utc_now)
        self._folder = Button("", "ghost", "folder-open", small=True)
        self._name, self._passphrase = TextField(), PassphraseField()
        name, self._name_label = labelled("", self._name)
        secret, self._secret_label = labelled("", self._passphrase)
        self._name_box = box(name)
        self._about = Label("", "text2", 13, wrap=True)
        self._refusal = Refusal()
        self._go, self._back = Button("", "primary", "history"), Button("", "ghost", "arrow-left")
        self._fields = Card(self._name_box, box(secret), self._about, gap=10, pad=(20, 16, 20, 18))
        self._build()
        self.retranslate()
        self.pick.show_backups(restoring.backups_for(path), chosen)
        self._ask_name()

    def _build(self) -> None:
        self._doing, self._bar = Label("", "text", 14, 600), Progress()
        self._cancel = Button("", "secondary", small=True)
        self._working = Card(pad=(16, 12, 13, 12), gap=12, across=True)
        self._working.add((column(self._doing, self._bar, gap=6), 1), self._cancel)
        self._working.hide()
        self.body.add(20, self._which, 6, self.pick, row(self._folder, None, margins=(-3, 2, 0, 0)), 10)
        self.body.add(self._fields, 12, self._refusal, 6)
        self.body.add(row(self._go, self._back, None, gap=2, margins=(-3, 0, 0, 0)), 10, self._working)
        self._folder.clicked.connect(self._choose_folder)
        self._go.clicked.connect(self.submit)
        self._back.clicked.connect(self.back)
        self._cancel.clicked.connect(self._stop)
        self.pick.picked.connect(self._ask_name)
        self._name.returnPressed.connect(self._passphrase.setFocus)
        self._passphrase.returnPressed.connect(self.submit)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.show_language()
        self._title.set_words(_("Restore from a backup"))
        self._file.set_words(self._path.name if self._path is not None else "")
        self._which.set_words(_("Which backup"))
        self._folder.set_words(_("Backups in another folder …"))
        for label, field, text in (
            (self._name_label, self._name, _("Sign-in name")),
            (self._secret_label, self._passphrase, _("Passphrase")),
        ):
            label.set_words(text)
            field.setAccessibleName(text)
        self._passphrase.retranslate()
        self._about.set_words(
            _(
                "A backup from before a change of passphrase opens with the old one. The file that is there "
                "now is kept beside it under another name."
            )
        )
        self._back.set_words(_("Back"))
        self._cancel.set_words(_("Cancel"))
        self._bar.setAccessibleName(_("Progress"))
        self._doing.set_words(_("Restoring"))
        self.pick.retranslate()
        self._show_busy()
        if self._error is not None:
            self._refusal.say(say(self._error))

    def begin(self) -> None:
        """Put the focus where typing starts, or on the folder when no backup is known."""
        field = self._name if self._name_box.isVisibleTo(self) else self._passphrase
        target = field if self.pick.chosen() is not None else self._folder
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Restore off the window's thread; refusals stand in place and change nothing."""
        backup = self.pick.chosen()
        if self._busy or backup is None:
            return
        self._refuse(None)
        told = (backup, self._path, self._passphrase.text(), self._name.text().strip() or None)
        self._busy = True
        self._show_busy()
        self._job = background.run(
            lambda report: restored(*told, report), self._done, self._failed, self._progress
        )

    def _choose_folder(self) -> None:
        folder = messages.choose_folder(self.window(), _("Folder with the backups"), Path.home())
        if folder is None:
            return
        try:
            self.pick.show_backups(restoring.backups_in(folder))
        except UserError as error:
            self._refuse(error)
            return
        self._refuse(None)
        self._ask_name()
        self.begin()

    def _ask_name(self) -> None:
        backup = self.pick.chosen()
        self._name_box.setVisible(backup is not None and restoring.asks_name(backup))
        self._go.setEnabled(backup is not None)

    def _done(self, answer: Restored) -> None:
        self._busy = False
        self._passphrase.clear()
        answer.file.attach()
        self.restored.emit(answer)

    def _failed(self, error: UserError) -> None:
        self._busy = False
        self._show_busy()
        self._refuse(error if not isinstance(error, Cancelled) else None)
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self._passphrase.selectAll()

    def _refuse(self, error: UserError | None) -> None:
        self._error = error
        self._refusal.say(say(error) if error is not None else "")

    def _progress(self, done: int, of: int) -> None:
        self._bar.set_value(done / of if of else 0.0)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        if self._job is not None:
            self._job.cancel()

    def _show_busy(self) -> None:
        self._go.set_words(_("Restoring …") if self._busy else _("Restore"))
        self._working.setVisible(self._busy)
        self._bar.set_value(0.0)
        self._cancel.setEnabled(True)
        for control in (self._go, self._back, self._folder, self._name, self._passphrase):
            control.setEnabled(not self._busy)
        self.pick.set_enabled(not self._busy)


def tell(gate: Gate, answer: Restored) -> None:
    """Say at the foot of the page where the file is that was there before."""
    words = _("Restored from the backup.")
    if answer.kept is not None:
        words += " " + _("The file from before is kept: {file}").format(file=answer.kept.name)
    gate.announce(words)


def restored(
    backup: BackupInfo, path: Path | None, secret: str, name: str | None, report: Report
) -> Restored:
    """As `restoring.restore`, for a thread of its own."""
    answer = restoring.restore(
        backup, path, secret, name, progress=report.progress, cancelled=report.cancelled
    )
    answer.file.detach()
    return answer
