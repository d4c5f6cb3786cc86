"""A new person, in place above the list: the few things one knows on the first day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.episodes import STAGE_LABELS
from groupwork.domain.people import PersonBrief, StaffBrief
from groupwork.errors import UserError
from groupwork.i18n import _
from groupwork.ui.models.person_words import language_options
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.day_field import DayField
from groupwork.ui.widgets.entry_form import saves
from groupwork.ui.widgets.fields import Choice, DateField, TextField, labelled
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, row
from groupwork.ui.widgets.page import Refusal
from groupwork.ui.widgets.switch import Tick

NAME_WIDTH = 230


class NewPerson(Card):
    """`wanted` when it is to be saved, `left` on cancel, `named` when the name or birth date was typed."""

    wanted = Signal()
    left = Signal()
    named = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(fill="surface", line="line2", radius=14, pad=(20, 16, 20, 16), gap=12)
        self._title = Label("", "text", 16, 700)
        self.given, self.family, self.birth = TextField(), TextField(), DayField()
        self.language, self.worker, self.stage = Choice(), Choice(), Choice()
        self.start = DateField(today)
        self.family_first = Tick()
        self.refusal = Refusal()
        self.same = Label("", "warn_ink", 13.5, 500, wrap=True, typed=True)
        self.go, self.cancel = Button("", "primary", small=True), Button("", "ghost", small=True)
        self._fields = (
            self.given,
            self.family,
            self.birth,
            self.language,
            self.start,
            self.stage,
            self.worker,
        )
        self._labels: list[Label] = []
        self._flow = flow = Flow(gap=14)
        for field in self._fields:
            both, label = labelled("", field)
            self._labels.append(label)
            flow.add(box(both))
        self.add(self._title, flow, self.family_first, self.same, self.refusal)
        self.add(row(self.go, self.cancel, None, gap=6, margins=(-3, 0, 0, 0)))
        self._connect()
        self.same.hide()
        self.hide()
        self.restyle()
        self.retranslate()

    def _connect(self) -> None:
        self.go.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self.left)
        for line in (self.given, self.family, self.birth):
            line.editingFinished.connect(self.named)

    def restyle(self) -> None:
        """Widths at the present text size."""
        for field in (self.given, self.family, self.language, self.worker, self.stage):
            field.setFixedWidth(theme.size(NAME_WIDTH))
        self.birth.setFixedWidth(theme.size(160))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(_("New person"))
        words = (
            _("Given name"),
            _("Family name"),
            _("Date of birth"),
            _("Language"),
            _("Start of the stay"),
            _("Stage"),
            _("Key worker"),
        )
        for label, field, text in zip(self._labels, self._fields, words, strict=True):
            label.set_words(text)
            field.setAccessibleName(text)
        self.birth.retranslate()
        self.family_first.setText(_("The family name comes first"))
        self.language.set_options(language_options())
        self.stage.set_options([(code, _(label)) for code, label in STAGE_LABELS.items()])
        self.start.retranslate()
        self.go.set_words(_("Add person"))
        self.cancel.set_words(_("Cancel"))

    def begin(self, staff: Sequence[StaffBrief], today: date) -> None:
        """Empty, with a stay that begins today."""
        for line in (self.given, self.family, self.birth):
            line.clear()
        self.worker.set_options([(None, _("none")), *((each.id, each.name) for each in staff)])
        self.stage.choose("active")
        self.language.choose("")
        self.worker.choose(None)
        self.family_first.set_on(False)
        self.start.set_value(today)
        self.refusal.say("")
        self.point_out(())
        self.show()
        self.given.setFocus(Qt.FocusReason.OtherFocusReason)

    def birth_date(self) -> date | None:
        """The date typed, None when empty; UserError when it is no date."""
        return self.birth.value()

    def birth_or_none(self) -> date | None:
        """The date typed, None while it is none."""
        try:
            return self.birth_date()
        except UserError:
            return None

    def point_out(self, people: Sequence[PersonBrief]) -> None:
        """Say who has the same name already."""
        named = ", ".join(_("{name} ({code})").format(name=p.name.full, code=p.code) for p in people)
        words = _("There already: {people}. You can add another one all the same.").format(people=named)
        self.same.set_words(words if people else "")
        self.same.setVisible(bool(people))

    def words(self) -> Words:
        """What is typed, for a draft; empty while nothing is."""
        typed = {"given": self.given.text(), "family": self.family.text(), "birth": self.birth.text()}
        return typed if not self.isHidden() and any(typed.values()) else {}

    def take(self, words: Words) -> None:
        """Words that were kept."""
        self.given.setText(str(words.get("given", "")))
        self.family.setText(str(words.get("family", "")))
        self.birth.setText(str(words.get("birth", "")))

    def showEvent(self, event: QShowEvent) -> None:
        """Fields have their full height only once they are shown: the lines are counted again."""
        super().showEvent(event)
        for widget in self._flow.findChildren(QWidget):
            widget.ensurePolished()
            widget.updateGeometry()
        self._flow.restyle()
        self._flow.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc gives up."""
        if saves(event, self):
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
