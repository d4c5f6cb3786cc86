"""From when on a register is changed with a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.i18n import N_, _, ngettext
from groupwork.ui.theme import theme
from groupwork.ui.widgets.fields import Choice
from groupwork.ui.widgets.form import Field, FieldTable
from groupwork.ui.widgets.layouts import column

DAYS = (3, 7, 14, 30, 60, 90)


class LockDays(QWidget):
    """Never, or after so many days; `changed` carries the days, 0 for never."""

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._days = 0
        self.choice = Choice()
        about = N_("After that a change needs a reason, which stands on the register")
        self._table = FieldTable((Field(N_("Registers are locked"), self.choice, about),))
        self.setLayout(column(self._table, gap=0))
        self.choice.picked.connect(self._pick)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        """Width at the present text size."""
        self.choice.setMinimumWidth(theme.size(200))

    def retranslate(self) -> None:
        """Words in the language in use; days set elsewhere are among them."""
        self._table.retranslate()
        numbers = sorted({*DAYS, self._days} - {0})
        options: list[tuple[object, str]] = [
            (n, ngettext("After {n} day", "After {n} days", n).format(n=n)) for n in numbers
        ]
        self.choice.set_options([(0, _("Never")), *options])
        self.choice.choose(self._days)

    def show_days(self, days: int, *, may: bool) -> None:
        """Show what is set."""
        self._days = days
        self.retranslate()
        self.choice.setEnabled(may)

    def _pick(self, days: object) -> None:
        if isinstance(days, int) and days != self._days:
            self.changed.emit(days)
