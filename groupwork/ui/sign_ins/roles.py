"""Who may do what: each role with its rights in words, from the table that the operations obey."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.operations.desk import ROLE_RIGHTS
from groupwork.ui.sign_ins.words import RIGHT_WORDS, ROLE_WORDS
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column


class RolesCard(Card):
    """One line per role: what it may do, and what not."""

    def __init__(self) -> None:
        super().__init__(pad=(0, 4, 0, 4), gap=0)
        self._lines: dict[str, tuple[Label, Label, Label]] = {}
        for number, role in enumerate(ROLE_WORDS):
            if number:
                self.add(Separator("line", 18, 18))
            self.add(self._of_role(role))
        self.retranslate()

    def _of_role(self, role: str) -> QWidget:
        name, may = Label("", "text", 14.5, 600), Label("", "text", 13.5, wrap=True)
        may_not = Label("", "text2", 13, wrap=True)
        self._lines[role] = (name, may, may_not)
        return box(column(name, may, may_not, gap=2, margins=(18, 9, 18, 9)))

    def retranslate(self) -> None:
        """Words in the language in use."""
        for role, (name, may, may_not) in self._lines.items():
            rights = ROLE_RIGHTS[role]
            name.set_words(_(ROLE_WORDS[role]))
            yes = [_(words) for right, words in RIGHT_WORDS.items() if right in rights]
            no = [_(words) for right, words in RIGHT_WORDS.items() if right not in rights]
            may.set_words(_("May: {rights}").format(rights=" · ".join(yes)))
            may_not.set_words(_("May not: {rights}").format(rights=" · ".join(no)) if no else "")
            may_not.setVisible(bool(no))
