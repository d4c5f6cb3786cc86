"""Who may do what: rights as lines, roles as columns, from the table that the operations obey."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
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
WORDS_FROM = 150
"""Logical px that the words of a right need beside their answers."""


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
        self._lines = [_line(QWidget(), *self.heads.values())]
        self.add(box(self._lines[0]))
        for right, label in self.rights.items():
            found = {(right, role): Answer(may=right in ROLE_RIGHTS[role]) for role in ROLE_WORDS}
            self.answers |= found
            label.setMinimumWidth(1)  # the answers say how narrow the card may be
            self._lines.append(_line(label, *found.values()))
            self.add(Separator("line", 18, 18), box(self._lines[-1]))
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
        """Each column as wide as its role's name; with little room the answers stand under the words."""
        wide = {
            role: math.ceil(fonts.width(_(words), *HEAD)) + theme.size(14)
            for role, words in ROLE_WORDS.items()
        }
        for role, head in self.heads.items():
            head.setFixedWidth(wide[role])
        for (_right, role), answer in self.answers.items():
            answer.setFixedWidth(wide[role])
        stacked = self.width() < sum(wide.values()) + theme.size(28 + WORDS_FROM)
        way = Box.Direction.TopToBottom if stacked else Box.Direction.LeftToRight
        for line in self._lines:
            if line.direction() != way:
                line.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()


def _line(first: QWidget, *others: QWidget) -> Box:
    answers = box(row(None, *others, gap=0))
    return row((first, 1), answers, gap=0, margins=(18, 8, 10, 8))
