"""The settings' part about backups: where, the last, one now, the folders, the list to restore from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from groupwork.domain.backups import BackupInfo, BackupState
from groupwork.errors import UserError
from groupwork.i18n import _, ngettext, say
from groupwork.operations import backups as operations
from groupwork.operations.desk import Desk
from groupwork.ui import messages
from groupwork.ui.backups import words
from groupwork.ui.backups.folder_row import FolderRow
from groupwork.ui.gate import Gate
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.controls import Progress
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import Refusal

SHOWN = 6
INSET = (18, 9, 18, 9)


class BackupPart(Card):
    """Follows the keeper; refusals of its folders stand in it."""

    def __init__(self, gate: Gate) -> None:
        super().__init__(pad=(0, 4, 0, 4), gap=0)
        self._gate, self._keeper = gate, gate.backups
        self._all = False
        self._listed: tuple[date, tuple[BackupInfo, ...]] | None = None
        self._icon = Icon("hard-drive", "info_ink", 20)
        self._last, self._more = Label("", "text", 14.5, 600, wrap=True), Label("", "text2", 13, wrap=True)
        self.now = Button("", "secondary", "save", small=True)
        self._doing, self._bar = Label("", "text2", 13), Progress()
        self.cancel = Button("", "secondary", small=True)
        self._progress = box(
            row((column(self._doing, self._bar, gap=6), 1), self.cancel, gap=12, margins=INSET)
        )
        self._refusal, self._note = Refusal(), Label("", "info_ink", 13, 500, wrap=True)
        self._told = box(column(self._refusal, self._note, gap=6, margins=(14, 4, 14, 8)))
        self.first, self.second = FolderRow(), FolderRow()
        self._list = column(gap=0)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        last = row(
            self._icon, (column(self._last, self._more, gap=2), 1), self.now, gap=12, margins=(18, 11, 18, 11)
        )
        self.add(box(last), self._progress, self._told, Separator("line", 18, 18))
        self.add(
            self.first, Separator("line", 18, 18), self.second, Separator("line", 18, 18), box(self._list)
        )
        self._told.hide()
        self.now.clicked.connect(lambda: self._keeper.back_up(by_hand=True))
        self.cancel.clicked.connect(self._keeper.cancel)
        self.first.choose.clicked.connect(lambda: self._choose(operations.choose_folder))
        self.first.remove.clicked.connect(lambda: self._set(operations.choose_folder, None))
        self.second.choose.clicked.connect(lambda: self._choose(operations.choose_second))
        self.second.remove.clicked.connect(lambda: self._set(operations.choose_second, None))
        self._keeper.changed.connect(self.show_state)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.now.set_words(_("Back up now"))
        self.cancel.set_words(_("Cancel"), _("Cancel the backup"))
        self._bar.setAccessibleName(_("Progress"))
        self._listed = None
        self.tell("")
        self.show_state()

    def show_state(self) -> None:
        """The keeper's state in words."""
        keeper, state = self._keeper, self._keeper.state
        worries = words.worries(keeper)
        self._icon.set_icon(*(("triangle-alert", "warn_ink") if worries else ("hard-drive", "info_ink")))
        newest = words.newest(state, keeper.clock()) if state is not None else _("Looking …")
        more = [each for each in worries if each != newest]
        self._last.set_words(newest)
        self._more.set_words("\n".join(more) or self._habit())
        self._more.set_role("warn_ink" if more else "text2")
        self._progress.setVisible(keeper.running)
        self._doing.set_words(_("Backing up: {n} %").format(n=keeper.percent))
        self._bar.set_value(keeper.percent / 100)
        self.now.setEnabled(not keeper.running and not self._gate.read_only)
        if state is not None:
            self._show_folders(state)
            self._show_list(state.backups)

    def tell(self, sentence: str, note: str = "") -> None:
        """A refusal, or a note about a folder that was taken."""
        self._refusal.say(sentence)
        self._note.set_words(note)
        self._note.setVisible(bool(note))
        self._told.setVisible(bool(sentence or note))

    def _habit(self) -> str:
        if self._keeper.demo:
            return _("The demo centre is not backed up by itself: everybody in it is invented.")
        return _("Made by itself every 30 minutes and at close, when something was changed.")

    def _show_folders(self, state: BackupState) -> None:
        gone = "" if state.folder_there or state.own_folder else _("Not there: plugged in?")
        own = _("Chosen by Groupwork; another drive is safer") if state.own_folder else ""
        self.first.set_words(_("Folder of the backups"), str(state.folder), gone or own)
        back = "" if state.own_folder else _("Groupwork’s own")
        self.first.set_buttons(_("Choose …"), back, _("Folder of the backups"))
        name = _("Second folder, such as a USB stick")
        about = _("A second copy of each backup, in case this computer breaks")
        if state.second is not None:
            about = words.second(state, self._keeper.clock())
        self.second.set_words(name, str(state.second or ""), about)
        self.second.set_buttons(_("Choose …"), _("Remove") if state.second is not None else "", name)

    def _show_list(self, backups: tuple[BackupInfo, ...]) -> None:
        listed = self._keeper.clock().astimezone().date(), backups  # tomorrow "today" is another day
        if listed == self._listed:
            return
        self._listed = listed
        clear(self._list)
        shown = backups if self._all else backups[:SHOWN]
        for number, each in enumerate(shown):
            if number:
                self._list.add(Separator("line", 18, 18))
            self._list.add(self._row(each))
        hidden = len(backups) - len(shown)
        if hidden:
            more = ngettext("Show {n} older one", "Show {n} older ones", hidden).format(n=hidden)
            button = Button(more, "ghost", "chevron-down", small=True)
            button.clicked.connect(self._show_all)
            self._list.add(box(row(button, None, margins=(12, 2, 18, 2))))

    def _row(self, backup: BackupInfo) -> QWidget:
        made = words.when(backup.made_at, self._keeper.clock())
        restore = Button(_("Restore …"), "ghost", small=True)
        restore.set_name(_("Restore the backup of {when}").format(when=made))
        restore.clicked.connect(partial(self._keeper.restore_wanted.emit, backup))
        lines = column(Label(made, "text", 14), Label(words.about(backup), "text2", 13, wrap=True), gap=0)
        return box(row((lines, 1), restore, gap=12, margins=(18, 4, 18, 4)))

    def _show_all(self) -> None:
        self._all, self._listed = True, None
        self.show_state()

    def _choose(self, operation: Callable[[Desk, Path | None], str]) -> None:
        state = self._keeper.state
        start = state.folder if state is not None and state.folder_there else Path.home()
        folder = messages.choose_folder(self.window(), _("Folder for the backups"), start)
        if folder is not None:
            self._set(operation, folder)

    def _set(self, operation: Callable[[Desk, Path | None], str], folder: Path | None) -> None:
        try:
            note = self._gate.write(operation, folder)
        except UserError as error:
            self.tell(say(error))
            return
        self._keeper.trouble = None
        self.tell("", _(note).format(folder=folder) if note else "")
        self._keeper.look()
