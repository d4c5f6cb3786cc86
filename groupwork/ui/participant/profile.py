"""Profile: name, languages, ways to reach a person. Each field is saved when it is left."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.domain.languages import spoken
from groupwork.domain.participants import Profile, ProfileFields, Record
from groupwork.domain.people import StaffBrief
from groupwork.errors import UserError
from groupwork.i18n import N_, _, say
from groupwork.operations import profiles
from groupwork.ui.gate import Gate
from groupwork.ui.models.person_words import language_options
from groupwork.ui.participant.lists import LIVING, TraitsCard
from groupwork.ui.theme import theme
from groupwork.ui.widgets.day_field import DayField, typed_day
from groupwork.ui.widgets.fields import Choice, TextField
from groupwork.ui.widgets.form import Field, FieldTable
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import Refusal, Scroll, SectionHead
from groupwork.ui.widgets.switch import Tick
from groupwork.ui.widgets.text_area import TextArea

FIELD = 264
STACK = 470
NARROW = 940
LINES = ("given", "family", "called", "native", "pronunciation", "speaks", "phone", "email")
AREAS = ("address", "note")
CHOICES = ("language", "print_language", "key_worker")
TICKS = ("family_first", "interpreter")


class ProfileTab(QWidget):
    """Three tables of fields, and the list of interests, diet and observances."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self._profile: Profile | None = None
        self._staff: tuple[StaffBrief, ...] = ()
        self.lines = {name: TextField() for name in LINES}
        self.areas = {name: TextArea(lines=2) for name in AREAS}
        self.choices = {name: Choice() for name in CHOICES}
        self.ticks = {name: Tick() for name in TICKS}
        self.birth, self.refusal = DayField(), Refusal()
        self.living = TraitsCard(
            gate,
            self.person,
            LIVING,
            N_("Interests, diet and observances"),
            N_("Nothing written down yet."),
        )
        self._tables = (
            FieldTable(self._name_fields(), stack_below=STACK),
            FieldTable(self._language_fields(), stack_below=STACK),
            FieldTable(self._reach_fields(), stack_below=STACK),
            FieldTable(self._centre_fields(), stack_below=STACK),
        )
        self._heads = tuple(SectionHead() for _table in self._tables)
        left = column(gap=8)
        right = column(gap=8)
        for place, (head, table) in enumerate(zip(self._heads, self._tables, strict=True)):
            (left if place < 2 else right).add(head, table, 8)
        left.add(None)
        right.add(self.living, None)
        self._body: Box = row((box(left), 1), (box(right), 1), gap=20)
        self._scroll = Scroll(box(column(self.refusal, self._body, None, gap=8, margins=(0, 0, 4, 16))))
        self.setLayout(column(self._scroll, gap=0))
        self._connect()
        self.restyle()
        self.retranslate()

    def _name_fields(self) -> tuple[Field, ...]:
        lines = self.lines
        return (
            Field(N_("Given name"), lines["given"]),
            Field(N_("Family name"), lines["family"]),
            Field(N_("The family name comes first"), self.ticks["family_first"], N_("As in Lin Meihua")),
            Field(N_("Called"), lines["called"], N_("What people say; empty: the given name")),
            Field(N_("In the person's own script"), lines["native"]),
            Field(N_("How to say it"), lines["pronunciation"], N_("Written as you would read it aloud")),
            Field(N_("Date of birth"), self.birth),
        )

    def _language_fields(self) -> tuple[Field, ...]:
        return (
            Field(N_("First language"), self.choices["language"]),
            Field(N_("Also speaks"), self.lines["speaks"], N_("Several with a comma")),
            Field(N_("Needs an interpreter"), self.ticks["interpreter"]),
            Field(N_("Language of this person's sheets"), self.choices["print_language"]),
        )

    def _reach_fields(self) -> tuple[Field, ...]:
        return (
            Field(N_("Telephone"), self.lines["phone"]),
            Field(N_("E-mail"), self.lines["email"]),
            Field(N_("Address"), self.areas["address"]),
        )

    def _centre_fields(self) -> tuple[Field, ...]:
        return (
            Field(N_("Key worker"), self.choices["key_worker"]),
            Field(N_("Note"), self.areas["note"], N_("For staff only, on no sheet")),
        )

    def _connect(self) -> None:
        for name, line in self.lines.items():
            line.editingFinished.connect(lambda n=name: self._line_left(n))
        for name, area in self.areas.items():
            area.finished.connect(lambda n=name: self._area_left(n))
        for name, choice in self.choices.items():
            choice.picked.connect(lambda value, n=name: self._save(n, value))
        for name, tick in self.ticks.items():
            tick.toggled.connect(lambda on, n=name: self._save(n, on))
        self.birth.editingFinished.connect(self._birth_left)

    def person(self) -> ParticipantId | None:
        """Whose profile it is."""
        return self._profile.id if self._profile is not None else None

    def restyle(self) -> None:
        """Widths at the present text size."""
        for control in (*self.lines.values(), *self.choices.values(), *self.areas.values()):
            control.setFixedWidth(theme.size(FIELD))
        self.birth.setFixedWidth(theme.size(FIELD))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        words = (_("Name"), _("Languages"), _("How to reach the person"), _("At the centre"))
        for head, text in zip(self._heads, words, strict=True):
            head.set_words(text)
        for table in self._tables:
            table.retranslate()
        self.birth.retranslate()
        self.living.retranslate()
        self._offer()

    def show_record(self, record: Record, staff: tuple[StaffBrief, ...], *, may: bool) -> None:
        """Show this person's profile; a field one is typing in is left alone."""
        if self._profile is None or self._profile.id != record.profile.id:
            self.refusal.say("")
            self.living.form.hide()
        self._profile, self._staff = record.profile, staff
        self._offer()
        self._fill(record.profile)
        self.living.show_record(record, may=may)
        for line in (*self.lines.values(), self.birth):
            line.setReadOnly(not may)
        for area in self.areas.values():
            area.setReadOnly(not may)
        for control in (*self.choices.values(), *self.ticks.values()):
            control.setEnabled(may)

    def first_focus(self) -> QWidget:
        """The first name field."""
        return self.lines["given"]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window one column."""
        super().resizeEvent(event)
        narrow = self.width() / theme.scale < NARROW
        self._body.setDirection(Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight)

    def _offer(self) -> None:
        self.choices["language"].set_options(language_options())
        self.choices["print_language"].set_options(
            [("", _("as the centre's sheets")), ("en", "English"), ("de", "Deutsch")]
        )
        workers = [(worker.id, worker.name) for worker in self._staff]
        self.choices["key_worker"].set_options([(None, _("none")), *workers])

    def _fill(self, profile: Profile) -> None:
        for name, line in self.lines.items():
            if not (line.hasFocus() and line.isModified()):
                line.setText(_shown(profile, name))
                line.setCursorPosition(0)
        for name, area in self.areas.items():
            if not area.hasFocus():
                area.set_words(str(getattr(profile, name)))
        for name, tick in self.ticks.items():
            tick.set_on(bool(getattr(profile, name)))
        if not (self.birth.hasFocus() and self.birth.isModified()):
            self.birth.set_value(profile.birth_date)
        self.choices["language"].choose(profile.language)
        self.choices["print_language"].choose(profile.print_language)
        self.choices["key_worker"].choose(profile.key_worker.id if profile.key_worker else None)

    def _line_left(self, name: str) -> None:
        line, profile = self.lines[name], self._profile
        if profile is not None and not line.isReadOnly() and line.text() != _shown(profile, name):
            self._save(name, line.text())

    def _area_left(self, name: str) -> None:
        area, profile = self.areas[name], self._profile
        if profile is not None and not area.isReadOnly() and area.text() != getattr(profile, name):
            self._save(name, area.text())

    def _birth_left(self) -> None:
        profile, birth = self._profile, self.birth
        if profile is None or birth.isReadOnly() or birth.text() == typed_day(profile.birth_date):
            return
        try:
            self._save("birth_date", birth.value())
        except UserError as error:
            self.refusal.say(say(error))

    def _save(self, name: str, value: Any) -> None:
        if self._profile is None:
            return
        self.refusal.say("")
        fields = cast(ProfileFields, {name: value})
        try:
            self._gate.write(profiles.change_profile, self._profile.id, **fields)
        except UserError as error:
            self.refusal.say(say(error))


def _shown(profile: Profile, name: str) -> str:
    """What a line shows of the profile."""
    if name == "called":
        return profile.called_apart
    if name == "native":
        return profile.name.native
    if name == "speaks":
        return ", ".join(spoken(profile.speaks, _))
    return str(getattr(profile, name))
