"""The writing side of a note: its kind, the late entry, its parts, the first draft and the phrases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from groupwork.domain.note_guards import GuardWarning
from groupwork.domain.note_replacing import Instead, replaced
from groupwork.domain.notes import INDIVIDUAL, PARTS, NoteInfo, Template, converted
from groupwork.domain.phrases import PhraseInfo
from groupwork.i18n import _
from groupwork.ui.notes import phrase_menu, words
from groupwork.ui.notes.late import LateEntry
from groupwork.ui.notes.part_field import Known, PartField
from groupwork.ui.notes.subject import Subject, Typed
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.fields import Choice, DateField
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row

ONE_LINE = frozenset({"goal", "aims", "next", "plan", "events"})
"""Parts that are short as a rule."""


class NoteForm(QWidget):
    """`edited` on every change, `paused` when a field is left, `draft_wanted` for the first draft."""

    edited = Signal()
    paused = Signal()
    draft_wanted = Signal()
    built = Signal()
    """Other parts stand there."""
    submitted = Signal()
    entered = Signal()
    """The keyboard is in a part now."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known
        self._subject: Subject | None = None
        self.fields: list[PartField] = []
        self._last: PartField | None = None
        self.template = Choice()
        self.day = DateField(date(2000, 1, 1))
        self._day_label = Label("", "text2", 13, 600)
        self._day_line = box(row(self._day_label, self.day, None, gap=8))
        self.late = LateEntry()
        self.draft = Button("", "secondary", "sparkles", small=True)
        self.phrases = Button("", "ghost", "text-cursor", small=True)
        self._tools = Flow(self.draft, self.phrases, gap=2)
        self._parts = column(gap=9)
        self.setLayout(column(self.template, self._day_line, box(self._parts), self._tools, self.late, gap=9))
        self.template.picked.connect(self._convert)
        self.day.changed.connect(lambda _day: self.edited.emit())
        self.late.edited.connect(self.edited)
        self.late.reason.editingFinished.connect(self.paused)
        self.draft.clicked.connect(self.draft_wanted)
        self.phrases.clicked.connect(self._open_phrases)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.template.setAccessibleName(_("Kind of note"))
        self.template.set_options([(code, words.template(code)) for code in INDIVIDUAL])
        self._day_label.set_words(_("Day"))
        self.day.setAccessibleName(_("Day the note is about"))
        self.day.retranslate()
        self.late.retranslate()
        self.draft.set_words(_("First draft"))
        self.draft.setToolTip(_("Fills the empty parts with what is recorded of this person (F4)"))
        self.phrases.set_words(_("Phrases"))
        self.phrases.setToolTip(_("Put in a phrase, or type its short form and a blank (Ctrl+Space)"))
        for field in self.fields:
            field.retranslate()

    def begin(self, subject: Subject, template: Template) -> None:
        """Empty fields for a subject."""
        self._subject = subject
        self.template.setVisible(not subject.group)
        self._day_line.setVisible(subject.session is None)
        self.day.set_value(subject.day)
        self.draft.setVisible(not subject.group and subject.session is not None)
        self._build(template)

    def show_times(self, note: NoteInfo | None, now: datetime, *, may: bool) -> None:
        """The late entry, when it is one and something is written."""
        if self._subject is None:
            return
        day = self._subject.day if self._subject.session is not None else self.day.value()
        begun = note is not None or any(field.area.text().strip() for field in self.fields)
        self.late.show_times(day, note, now, begun=begun, may=may)

    def typed(self) -> Typed:
        """What stands in the fields."""
        alone = self._subject is not None and self._subject.session is None
        parts = {field.code: field.area.text() for field in self.fields}
        return Typed(self._code(), parts, self.late.text(), self.day.value() if alone else None)

    def show_typed(self, typed: Typed) -> None:
        """Put words into the fields; a field whose words are the same keeps its cursor."""
        self._build(typed.template)
        for field in self.fields:
            if field.area.text().strip() != typed.parts.get(field.code, ""):
                field.area.set_words(typed.parts.get(field.code, ""))
        self.late.set_text(typed.late_reason)
        if typed.contact is not None:
            self.day.set_value(typed.contact)

    def set_may(self, may: bool) -> None:
        """Whether anything may be written now."""
        for field in self.fields:
            field.area.setReadOnly(not may)
        self.template.setEnabled(may)
        self.day.setEnabled(may)
        self._tools.setVisible(may)

    def fill(self, parts: Mapping[str, str]) -> str:
        """Put words into the parts that are empty; the code of the last that was, "" for none."""
        empty = [field for field in self.fields if not field.area.text().strip() and parts.get(field.code)]
        for field in empty:
            field.area.selectAll()
            field.area.insertPlainText(parts[field.code])
        return empty[-1].code if empty else ""

    def replace(self, warning: GuardWarning, instead: Instead) -> None:
        """Every occurrence of a name that was pointed out."""
        for field in self.fields:
            new = replaced(field.area.text(), warning, instead)
            if new != field.area.text():
                field.area.selectAll()
                field.area.insertPlainText(new)

    def point_out(self, found: Sequence[GuardWarning]) -> None:
        """Underline the names in the fields."""
        names = [each.found for each in found if each.found]
        for field in self.fields:
            field.area.point_out(names)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in the order it is seen."""
        parts = (field.area for field in self.fields)
        return (self.template, self.day, *parts, self.draft, self.phrases, *self.late.stops())

    def to_end(self, code: str) -> None:
        """The keyboard goes behind the words of a part, with a blank for the next."""
        for field in self.fields:
            if field.code == code:
                field.area.moveCursor(QTextCursor.MoveOperation.End)
                field.area.insertPlainText("" if field.area.toPlainText()[-1:].isspace() else " ")
                field.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_field(self) -> QWidget:
        """The first empty part, else the first."""
        empty = (field.area for field in self.fields if not field.area.text().strip())
        return next(empty, self.fields[0].area)

    def last_field(self) -> QWidget:
        """The part that was written in last."""
        return (self._last or self.fields[0]).area

    def _code(self) -> Template:
        if self._subject is not None and self._subject.group:
            return Template.GROUP
        found = self.template.value()
        return found if isinstance(found, Template) else Template.GIRP

    def _build(self, template: Template) -> None:
        if template is not Template.GROUP:
            self.template.choose(template)
        if [field.code for field in self.fields] == list(PARTS[template]):
            return
        held = any(field.area.hasFocus() for field in self.fields)
        clear(self._parts)
        self.fields = []
        for code in PARTS[template]:
            field = PartField(code, self._known, lines=1 if code in ONE_LINE else 2)
            field.area.textChanged.connect(self.edited)
            field.area.finished.connect(self.paused)
            field.area.submitted.connect(self.submitted)
            field.area.entered.connect(partial(self._entered, field))
            field.area.phrases_wanted.connect(self._open_phrases)
            self.fields.append(field)
            self._parts.add(field)
        self._last = self.fields[0]
        self._shown = template
        self.built.emit()
        if held:  # later, when they are shown: Qt would go on to the button below
            QTimer.singleShot(0, self, lambda: self.first_field().setFocus(Qt.FocusReason.OtherFocusReason))

    def _convert(self, new: object) -> None:
        """Another kind: the same words under its parts."""
        if not isinstance(new, Template):
            return
        old = {field.code: field.area.text().strip() for field in self.fields}
        moved = converted(old, self._shown, new)
        self._build(new)
        for field in self.fields:
            field.area.set_words(moved.get(field.code, ""))
        self.edited.emit()

    def _entered(self, field: PartField) -> None:
        self._last = field
        self.entered.emit()

    def _open_phrases(self) -> None:
        field = self._last or self.fields[0]
        known: Sequence[PhraseInfo] = self._known()
        at = self.phrases.mapToGlobal(self.phrases.rect().bottomLeft())
        field.area.setFocus()
        if phrase_menu.open_menu(self, at, known, field.code, field.area.insert) is None:
            self.phrases.setToolTip(_("There are no phrases yet. Add some in the settings, under Notes."))
