"""When this computer locks by itself."""

from __future__ import annotations

from groupwork.i18n import _, ngettext
from groupwork.ui.preferences import preferences
from groupwork.ui.widgets.fields import Choice

MINUTES = (1, 2, 3, 5, 10, 15, 30, 60)


class LockAfter(Choice):
    """1 to 60 minutes or never; acts at once."""

    def __init__(self) -> None:
        super().__init__()
        self.picked.connect(self._pick)
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use; a number set by hand in the file is among them."""
        now = min(60, max(0, preferences.values.lock_minutes))
        numbers = sorted({*MINUTES, now} - {0})
        options: list[tuple[object, str]] = [
            (n, ngettext("After {n} minute", "After {n} minutes", n).format(n=n)) for n in numbers
        ]
        self.set_options([*options, (0, _("Never"))])
        self.choose(now)

    def _pick(self, minutes: object) -> None:
        if isinstance(minutes, int):
            preferences.set_lock_minutes(minutes)
