"""How many and how long: a small form below a task's cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from groupwork.domain.tasks import MAX_MINUTES, MAX_QUANTITY
from groupwork.domain.whole import whole
from groupwork.i18n import _, current
from groupwork.ui import fonts
from groupwork.ui.register.popup import CellPopup
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row
from groupwork.ui.widgets.page import Refusal

MAX_TYPED = 40
Give = Callable[[int | None, int | None], bool]


class QuantityPopup(CellPopup):
    """Enter or the button gives quantity and minutes to `give`; empty fields mean nothing was counted."""

    def __init__(
        self, parent: QWidget, task: str, quantity: int | None, minutes: int | None, give: Give
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("{task}: quantity and minutes").format(task=task))
        self._give = give
        self.quantity = self._field(_("How many"), quantity)
        self.minutes = self._field(_("Minutes"), minutes)
        save = Button(_("Save"), "primary", small=True)
        save.clicked.connect(self._save)
        line = row(
            Label(_("How many"), "text2", 13),
            self.quantity,
            4,
            Label(_("Minutes"), "text2", 13),
            self.minutes,
            4,
            save,
        )
        self.refusal = Refusal()
        head = Label(task, "text", 13.5, 600, typed=True)
        self.setLayout(column(head, line, self.refusal, gap=6, margins=(14, 10, 10, 10)))
        QWidget.setTabOrder(self.quantity, self.minutes)

    def _field(self, name: str, value: int | None) -> QLineEdit:
        edit = QLineEdit("" if value is None else str(value))
        edit.setFont(fonts.font(14))
        edit.setFixedWidth(theme.size(84))
        edit.setTextMargins(theme.size(8), 0, theme.size(8), 0)
        edit.setMaxLength(MAX_TYPED)
        edit.textEdited.connect(lambda _text: self._say(""))
        edit.setAccessibleName(name)
        edit.returnPressed.connect(self._save)
        edit.selectAll()
        return edit

    def first_field(self) -> QLineEdit:
        """How many."""
        return self.quantity

    def _save(self) -> None:
        """Nothing typed is dropped: "2,5" must not become 25."""
        found: list[int | None] = []
        for edit, most in ((self.quantity, MAX_QUANTITY), (self.minutes, MAX_MINUTES)):
            typed = edit.text().strip()
            number = whole(typed, 0, most)
            if typed and number is None:
                self._say(
                    _("{field}: a whole number from 0 to {most}.").format(
                        field=edit.accessibleName(), most=current().number(most)
                    )
                )
                edit.setFocus()
                edit.selectAll()
                return
            found.append(number)
        if self._give(*found):
            self.close()

    def _say(self, sentence: str) -> None:
        if sentence != self.refusal.text():
            self.refusal.say(sentence)
            self.adjustSize()
