"""A day that is read like a label and typed where it stands; empty for no day."""

from __future__ import annotations

from datetime import date

from groupwork.domain.participants import read_birth
from groupwork.ui.theme import theme
from groupwork.ui.widgets.day_field import typed_day
from groupwork.ui.widgets.in_place import InPlaceField

WIDTH = 116


class QuietDay(InPlaceField):
    """`value()` raises UserError in words for what is no day."""

    def __init__(self, day: date | None, name: str = "") -> None:
        super().__init__("", name, size=14)
        self.set_value(day)

    def value(self) -> date | None:
        """The day typed, None when empty; UserError when it is none."""
        return read_birth(self.text())

    def set_value(self, day: date | None) -> None:
        """Show a day."""
        self.set_words(typed_day(day))

    def restyle(self) -> None:
        """Width at the present text size."""
        super().restyle()
        self.setFixedWidth(theme.size(WIDTH))
