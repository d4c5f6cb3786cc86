"""The quiet line of a new group: which of its days are lost to closures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from groupwork.i18n import _, current, ngettext
from groupwork.ui.widgets.label import Label

NAMED = 4
"""So many days are named; the others are counted."""


class LostLine(Label):
    """Empty while nothing is lost."""

    def __init__(self) -> None:
        super().__init__("", "text2", 13.5, wrap=True)
        self.setVisible(False)

    def show_days(self, days: Sequence[date]) -> None:
        """Name the lost days."""
        self.setVisible(bool(days))
        self.set_words(lost_days_words(days) if days else "")


def lost_days_words(days: Sequence[date]) -> str:
    """ "Is lost on 28 Dec and 4 Jan: the centre is closed."; a long list ends with how many more."""
    shown, more = [current().day(day, weekday=False) for day in days[:NAMED]], len(days) - NAMED
    if more > 0:
        shown.append(ngettext("{n} more day", "{n} more days", more).format(n=more))
    text = shown[-1]
    if len(shown) > 1:
        text = _("{first} and {last}").format(first=", ".join(shown[:-1]), last=shown[-1])
    return _("Is lost on {days}: the centre is closed.").format(days=text)
