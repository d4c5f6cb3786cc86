"""A new activity, in place: name, category, length. The rest is filled in on its own page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from groupwork.domain.sessions import Category
from groupwork.i18n import _
from groupwork.ui import icons
from groupwork.ui.activity.words import category_words
from groupwork.ui.roles import CATEGORY_ICONS
from groupwork.ui.unfinished import Words, kept_line
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.fields import Choice, TextField, labelled
from groupwork.ui.widgets.flow import FlowLayout
from groupwork.ui.widgets.layouts import box, row
from groupwork.ui.widgets.number import NumberField
from groupwork.ui.widgets.page import Refusal

MINUTES = 90


class NewActivityForm(Card):
    """`wanted` when it is to be made (Enter), `left` on Esc or Cancel."""

    wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(fill="rail", line="", radius=14, pad=(18, 12, 18, 14), gap=10)
        self.name, self.category = TextField(), Choice()
        self.minutes = PlainNumber()
        self.refusal, self._kept = Refusal(), kept_line()
        self.make, self.cancel = Button("", "primary", small=True), Button("", "ghost", small=True)
        name, self._name_label = labelled("", self.name)
        category, self._category_label = labelled("", self.category)
        minutes, self._minutes_label = labelled("", self.minutes)
        second = FlowLayout(16)
        second.addWidget(box(category))
        second.addWidget(box(minutes))
        self.add(self._kept, name, box(second), self.refusal, row(self.make, self.cancel, None, gap=6))
        self.make.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self.left)
        self.name.returnPressed.connect(self.wanted)
        self.minutes.returnPressed.connect(self.wanted)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Words in the language in use."""
        for label, field, words in (
            (self._name_label, self.name, _("What is done")),
            (self._category_label, self.category, _("Category")),
            (self._minutes_label, self.minutes, _("Minutes")),
        ):
            label.set_words(words)
            field.setAccessibleName(words)
        self.category.set_options([(each, category_words(each)) for each in Category])
        for index, each in enumerate(Category):
            self.category.setItemIcon(index, icons.icon(CATEGORY_ICONS[each.value]))
        self.make.set_words(_("Make activity"))
        self.cancel.set_words(_("Cancel"))

    def begin(self, name: str = "") -> None:
        """Empty but for a name that was searched for."""
        self.name.setText(name)
        self.minutes.setText(str(MINUTES))
        self.category.choose(Category.CRAFT)
        self.refusal.say("")
        self._kept.hide()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> Words:
        """What is typed, to be kept over a lock."""
        return {
            "name": self.name.text(),
            "category": str(self.category.value()),
            "minutes": self.minutes.text(),
        }

    def restore(self, words: Words | None) -> None:
        """Show what was kept, and say so."""
        if not words:
            return
        self.name.setText(str(words.get("name", "")))
        self.minutes.setText(str(words.get("minutes", "")))
        self.category.choose(words.get("category"))
        self._kept.show()

    def typed_minutes(self) -> int:
        """The minutes typed; 0 for nothing, which is refused when it is made."""
        return int(self.minutes.text() or 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class PlainNumber(NumberField):
    """The number in a form: with an edge of its own, as the fields beside it."""

    bare = False

    def __init__(self) -> None:
        super().__init__(most=720, step=5, optional=True, weight=400, width=96, height=40)

    def _paint_edge(self) -> None:
        """The style draws it."""
