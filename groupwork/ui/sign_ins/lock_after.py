"""When this computer locks by itself."""

from __future__ import annotations

from PySide6.QtGui import QStandardItemModel

from groupwork.i18n import _, ngettext
from groupwork.ui.preferences import preferences
from groupwork.ui.widgets.fields import Choice

MINUTES = (1, 2, 3, 5, 10, 15, 30, 60)
NEVER = 0


class LockAfter(Choice):
    """1 to 60 minutes or never; acts at once. Longer than now only for a lead: the rest is grey."""

    def __init__(self) -> None:
        super().__init__()
        self._lead = True
        self.picked.connect(self._pick)
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use; a number set by hand in the file is among them."""
        now = min(60, max(0, preferences.values.lock_minutes))
        numbers = sorted({*MINUTES, now} - {NEVER})
        options: list[tuple[object, str]] = [
            (n, ngettext("After {n} minute", "After {n} minutes", n).format(n=n)) for n in numbers
        ]
        self.set_options([*options, (NEVER, _("Never"))])
        self.choose(now)
        self._grey(now)

    def let_lengthen(self, lead: bool) -> None:
        """Whether the person may also choose a longer time."""
        self._lead = lead
        self.retranslate()

    def _grey(self, now: int) -> None:
        model = self.model()
        if not isinstance(model, QStandardItemModel):
            return
        for index in range(self.count()):
            longer = _longer(self.itemData(index), now)
            model.item(index).setEnabled(self._lead or not longer)

    def _pick(self, minutes: object) -> None:
        if not isinstance(minutes, int):
            return
        if self._lead or not _longer(minutes, preferences.values.lock_minutes):
            preferences.set_lock_minutes(minutes)
        self.retranslate()


def _longer(minutes: int, now: int) -> bool:
    """Never is longer than anything."""
    return now != NEVER and (minutes == NEVER or minutes > now)
