"""What every part of the settings is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from groupwork.errors import UserError
from groupwork.i18n import say
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go
from groupwork.ui.widgets.layouts import Box, column
from groupwork.ui.widgets.page import Refusal


class SettingsPart(QWidget):
    """One part: made when it is first shown, told when it is entered and left.

    Subclasses put their cards into `self.page`, a column; refusals stand at its top.
    """

    tables: frozenset[str] = frozenset({"setting"})
    """Tables it shows; a change in one of them makes it read again."""
    right = Right.SETTINGS
    """What one needs to change something here."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__()
        self.gate, self.go = gate, go
        self.refusal = Refusal()
        self.page: Box = column(self.refusal, gap=8)
        self.setLayout(self.page)

    def enter(self) -> None:
        """The part is shown anew: nothing is open, what is set is read."""
        self.refusal.say("")
        self.refresh()

    def leave(self) -> None:
        """Another part or page is shown: close what is open, forget what is secret."""

    def refresh(self) -> None:
        """Read again and show."""

    def retranslate(self) -> None:
        """Every word in the language in use; a refresh follows."""

    def first_focus(self) -> QWidget | None:
        """What gets the focus when somebody was led here."""
        return None

    def unfinished(self) -> dict[str, Words]:
        """What stands in an open form, by its kind."""
        return {}

    def may(self) -> bool:
        """Whether this sign-in can change something here now."""
        return self.gate.desk().may(self.right) and not self.gate.read_only

    def attempt(self, work: Callable[[], object], refusal: Refusal | None = None) -> bool:
        """Write; what is refused stands in place, and what was typed stays."""
        place = refusal or self.refusal
        place.say("")
        try:
            work()
        except UserError as error:
            place.say(say(error))
            return False
        return True
