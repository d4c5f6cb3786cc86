"""A day that may be left open: typed as one writes it, shown in the language's own order."""

from __future__ import annotations

from datetime import date

from groupwork.domain.participants import read_birth
from groupwork.i18n import _, current
from groupwork.ui.theme import theme
from groupwork.ui.widgets.fields import TextField


class DayField(TextField):
    """Empty for no day. `value()` raises UserError in words for what is no day."""

    def __init__(self, day: date | None = None, name: str = "") -> None:
        super().__init__("", name)
        self.set_value(day)
        self.retranslate()

    def value(self) -> date | None:
        """The day typed, None when empty; UserError when it is none."""
        return read_birth(self.text())

    def set_value(self, day: date | None) -> None:
        """Show a day."""
        self.setText(typed_day(day))

    def retranslate(self) -> None:
        """The pattern in the language in use."""
        self.setPlaceholderText(_("31/12/1980"))

    def restyle(self) -> None:
        """Font and width at the present text size."""
        super().restyle()
        self.setMinimumWidth(theme.size(130))


def typed_day(day: date | None) -> str:
    """A day as one types it: 31/12/1980, in German 31.12.1980; empty for none."""
    if day is None:
        return ""
    return f"{day:%d.%m.%Y}" if current().language == "de" else f"{day:%d/%m/%Y}"
