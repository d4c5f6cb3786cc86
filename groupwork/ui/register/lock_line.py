"""Under the head of an old register: since when it is locked, and who changed it since, when and why."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.domain.late_changes import LateLine, RegisterLock
from groupwork.i18n import _, current, ngettext
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import column, row

SHOWN = 2
"""So many of the newest changes stand there; the tooltip has all."""


class LockLine(QWidget):
    """A lock, a sentence and the late changes; hidden while the register is open."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", "text2", 13, wrap=True, typed=True)
        line = row(Icon("lock", "text2", 15), (self._words, 1), gap=7, margins=(4, 2, 4, 2))
        self.setLayout(column(line, gap=0))
        self.hide()

    def text(self) -> str:
        """What stands there."""
        return self._words.text()

    def show_lock(self, lock: RegisterLock | None) -> None:
        """Show a lock, or nothing."""
        self.setVisible(lock is not None)
        if lock is None:
            return
        said = [lock_words(lock), *(change_words(line) for line in reversed(lock.changes[-SHOWN:]))]
        more = len(lock.changes) - SHOWN
        if more > 0:
            said.append(ngettext("{n} earlier change", "{n} earlier changes", more).format(n=more))
        self._words.set_words("  ·  ".join(said))
        self.setToolTip("\n".join(change_words(line) for line in lock.changes))
        self.setAccessibleName(self._words.text())


def lock_words(lock: RegisterLock) -> str:
    """ "Locked since 12 Nov: a change needs a reason"."""
    day = current().day(lock.since, weekday=False)
    if lock.reason_given:
        return _("Locked since {day}, changed now with a reason").format(day=day)
    return _("Locked since {day}: a change needs a reason").format(day=day)


def change_words(line: LateLine) -> str:
    """ "changed 17 Nov, 14:05 by Hanna Brückner: entered from paper"."""
    at = line.at.astimezone()
    day = current().day(at.date(), weekday=False)
    return _("changed {day}, {time} by {name}: {reason}").format(
        day=day, time=f"{at:%H:%M}", name=line.by, reason=line.reason
    )
