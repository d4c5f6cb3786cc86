"""Who may do what: rights as lines, roles as columns, from the table that the operations obey."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.operations.desk import ROLE_RIGHTS, Right
from groupwork.ui import fonts, icons
from groupwork.ui.sign_ins.words import RIGHT_WORDS, ROLE_WORDS
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, row

HEAD = (13.0, 600)
"""Size and weight of the roles' names."""


class Answer(QWidget):
    """Whether a role may do something: a check or a dash, and the whole sentence for a screen reader."""

    def __init__(self, *, may: bool) -> None:
        super().__init__()
        self.may = may
        self.restyle()

    def restyle(self) -> None:
        """Height at the present text size."""
        self.setFixedHeight(theme.size(22))
        self.update()

    def set_words(self, role: str, right: str) -> None:
        """The sentence, from words in the language in use."""
        text = _("{role} may: {right}") if self.may else _("{role} may not: {right}")
        self.setAccessibleName(text.format(role=role, right=right))

    def paintEvent(self, event: QPaintEvent) -> None:
        icon, ink = ("check", "good_ink") if self.may else ("minus", "text3")
        icons.draw_centred(QPainter(self), icon, ink, QRectF(self.rect()), 18)


class RolesCard(Card):
    """A table: a line for each right, a column for each role."""

    def __init__(self) -> None:
        super().__init__(pad=(0, 6, 0, 4), gap=0)
        self.heads = {role: Label("", "text", *HEAD) for role in ROLE_WORDS}
        self.rights = {right: Label("", "text", 14, wrap=True) for right in RIGHT_WORDS}
        self.answers: dict[tuple[Right, str], Answer] = {}
        for head in self.heads.values():
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add(box(_line(QWidget(), *self.heads.values())))
        for right, label in self.rights.items():
            found = {(right, role): Answer(may=right in ROLE_RIGHTS[role]) for role in ROLE_WORDS}
            self.answers |= found
            self.add(Separator("line", 18, 18), box(_line(label, *found.values())))
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use."""
        for role, head in self.heads.items():
            head.set_words(_(ROLE_WORDS[role]))
        for right, label in self.rights.items():
            words = _(RIGHT_WORDS[right])
            label.set_words(words[:1].upper() + words[1:])
        for (right, role), answer in self.answers.items():
            answer.set_words(_(ROLE_WORDS[role]), _(RIGHT_WORDS[right]))
        self.restyle()

    def restyle(self) -> None:
        """All columns as wide as the longest name of a role, at the present text size."""
        wide = max(fonts.width(_(words), *HEAD) for words in ROLE_WORDS.values())
        for each in (*self.heads.values(), *self.answers.values()):
            each.setFixedWidth(math.ceil(wide) + theme.size(14))


def _line(first: QWidget, *others: QWidget) -> Box:
    return row((first, 1), *others, gap=0, margins=(18, 8, 10, 8))
