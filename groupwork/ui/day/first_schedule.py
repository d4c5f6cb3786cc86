"""The Schedule's quiet hint while nobody has said when the centre works: terms and public holidays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.operations import settings
from groupwork.operations.closures import any_closure
from groupwork.operations.desk import Right
from groupwork.ui.done import Done
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import box, clear, column, row


class FirstScheduleCard(Card):
    """One sentence, the way to the settings, and a way not to be asked again."""

    def __init__(self, gate: Gate, go: Callable[[Place], None]) -> None:
        super().__init__(fill="info_soft", line="", pad=(16, 10, 12, 8), gap=2)
        self.tell = Button(_("Terms and public holidays"), "secondary", "calendar-off", small=True)
        self.later = Button(_("Not now"), "ghost", small=True)
        self.later.set_name(_("Do not ask for terms and public holidays again"))
        self.tell.clicked.connect(lambda: go(Place("settings", part="terms")))
        self.later.clicked.connect(lambda: gate.do(settings.set_setting, "hint_closed", True))
        title = Label(_("When does your centre work?"), "info_ink", 14, 600, wrap=True)
        words = _("Groups are then planned to the end of the term, and closed days are left out.")
        about = Label(words, "info_ink", 13, wrap=True)
        buttons = row(self.tell, self.later, None, gap=2, margins=(-3, 2, 0, 0))
        self.add(row(Icon("calendar-days", "info_ink", 18), (column(title, about, gap=1), 1), gap=10))
        self.add(box(buttons))


def first_schedule_card(gate: Gate, go: Callable[[Place], None]) -> FirstScheduleCard | None:
    """The card while no hours, term, closure or region is set; None for whoever could not set them."""
    centre, desk = gate.ask(settings.centre), gate.desk()
    if centre is None or gate.read_only or not (desk.may(Right.SETTINGS) and desk.may(Right.PLAN)):
        return None
    if centre.terms or centre.hours or centre.region is not None or centre.hint_closed:
        return None
    if gate.ask(any_closure):
        return None
    return FirstScheduleCard(gate, go)


class FirstScheduleHint(QWidget):
    """The place of the card above the Schedule; looks for itself whether it is still wanted."""

    def __init__(self, gate: Gate, go: Callable[[Place], None]) -> None:
        super().__init__()
        self._gate, self._go = gate, go
        self.card: FirstScheduleCard | None = None
        self._place = column(gap=0, margins=(24, 6, 20, 0))
        self.setLayout(self._place)
        gate.changed.connect(self._follow)
        preferences.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show the card in the language in use, or nothing."""
        if not self._gate.open:
            return
        clear(self._place)
        self.card = first_schedule_card(self._gate, self._go)
        if self.card is not None:
            self._place.add(self.card)
        if self.card is None:
            self.hide()
        elif self.parentWidget() is not None:  # without a parent it would be a window
            self.show()

    def _follow(self, done: Done) -> None:
        if not done.tables or done.tables & {"setting", "closure"}:
            self.look()
