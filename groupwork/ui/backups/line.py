"""The line about backups on Today; a click leads to their part of the settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from groupwork.i18n import _
from groupwork.ui.backup_keeper import BackupKeeper
from groupwork.ui.backups import words
from groupwork.ui.day.side_list import TaskRow
from groupwork.ui.place import Place


class BackupLine(TaskRow):
    """Follows the keeper by itself; warns in words and colour."""

    def __init__(self, keeper: BackupKeeper, go: Callable[[Place], None]) -> None:
        super().__init__("hard-drive", "info", "", "")
        self._keeper = keeper
        self.clicked.connect(partial(go, Place("backups")))
        keeper.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """The newest backup, or the worst that there is to say."""
        keeper = self._keeper
        worries = words.worries(keeper) if not keeper.running else []
        title, second = _("Backups"), _("Looking …")
        if keeper.running:
            second = _("Backing up: {n} %").format(n=keeper.percent)
        elif keeper.state is not None:
            title, second = (
                words.newest(keeper.state, keeper.clock()),
                words.second(keeper.state, keeper.clock()),
            )
            if worries:
                second = worries[0] if worries[0] != title else _("Make one in the settings")
        elif worries:
            second = worries[0]
        self._icon, self._tone = ("triangle-alert", "warn") if worries else ("hard-drive", "info")
        self._second = second
        self.setText(title)
        self.setToolTip(f"{title}\n{second}")
        self.setAccessibleName(f"{title}, {second}")
        self.update()
