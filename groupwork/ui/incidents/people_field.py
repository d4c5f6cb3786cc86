"""Who an incident is about: participants found by name, or other people by the name typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.domain.incidents import PART_LABELS, IncidentPerson, PersonPart, part_of
from groupwork.domain.people import PersonBrief
from groupwork.i18n import N_, _
from groupwork.ui.day.finder import Extra, Finder, Option
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.fields import Choice, TextField
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row

OTHER = Extra("other", N_("“{word}”, somebody else"))


class PersonLine(Card):
    """One person: what they have to do with it, and the injury of somebody who was hurt."""

    changed = Signal()
    removed = Signal()

    def __init__(self, person: IncidentPerson, name: str, *, editable: bool) -> None:
        super().__init__(fill="sunken", line="", radius=10, pad=(12, 8, 8, 8), gap=6)
        self._person, self._name = person, name
        self.part, self.injury = Choice(), TextField(person.injury)
        self.remove = Button("", "ghost", "x", small=True)
        self._about = Label("", "text2", 12.5)
        words = column(Label(name, "text", 14, 600, wrap=True, typed=True), self._about, gap=0)
        self._about.setVisible(person.participant is None)
        self.add(row((words, 1), self.part, self.remove, gap=6), self.injury)
        self.part.picked.connect(self._turn)
        self.injury.textEdited.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        for control in (self.part, self.injury):
            control.setEnabled(editable)
        self.remove.setVisible(editable)
        self.retranslate()
        self.part.choose(person.part)
        self._show_injury()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.part.set_options([(part, _(label)) for part, label in PART_LABELS.items()])
        self.part.setAccessibleName(_("What {name} has to do with it").format(name=self._name))
        self.injury.setPlaceholderText(_("What was hurt, and how"))
        self.injury.setAccessibleName(_("{name}: what was hurt, and how").format(name=self._name))
        self.remove.set_name(_("Take {name} out").format(name=self._name))
        self._about.set_words(_("not a participant"))

    def person(self) -> IncidentPerson:
        """The person as chosen and typed."""
        return IncidentPerson(self._part(), self._person.participant, self._person.name, self.injury.text())

    def _turn(self) -> None:
        self._show_injury()
        self.changed.emit()

    def _show_injury(self) -> None:
        self.injury.setVisible(self._part() is PersonPart.HURT)

    def _part(self) -> PersonPart:
        return part_of(str(self.part.value()))


class PeopleField(QWidget):
    """The people, and a field to find more; `changed` when anything is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[int, str] = {}
        self._editable = True
        self.lines: list[PersonLine] = []
        self._list: Box = column(gap=6)
        self.finder = Finder("", (OTHER,))
        self._holder = box(self._list)
        self.setLayout(column(self._holder, self.finder, gap=6))
        self.setFocusProxy(self.finder)
        self.finder.taken.connect(self._take)
        self.finder.extra.connect(self._other)
        self._holder.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.finder.setAccessibleName(_("Who it is about"))
        self.finder.setPlaceholderText(_("Type a name: participant or somebody else"))
        for line in self.lines:
            line.retranslate()

    def set_options(self, people: Sequence[PersonBrief]) -> None:
        """Who can be found."""
        self._names = {person.id: person.name.full for person in people}
        self.finder.set_options([Option(p.id, p.name.full, p.code) for p in people])

    def set_editable(self, editable: bool) -> None:
        """Whether people may be added and changed here."""
        self._editable = editable
        self.finder.setVisible(editable)

    def set_people(self, people: Sequence[IncidentPerson]) -> None:
        """Show these, without telling anyone."""
        self.lines = []
        clear(self._list)
        for person in people:
            self._put(person)
        self._holder.setVisible(bool(self.lines))
        self.finder.clear()

    def people(self) -> tuple[IncidentPerson, ...]:
        """Everybody named."""
        return tuple(line.person() for line in self.lines)

    def typed(self) -> list[dict[str, Any]]:
        """Everybody named, as JSON can hold it."""
        return [
            {"participant": p.participant, "name": p.name, "part": p.part.value, "injury": p.injury}
            for p in self.people()
        ]

    def retype(self, kept: Sequence[Mapping[str, Any]]) -> None:
        """Put back what `typed` gave; nobody who is gone."""
        found = []
        for each in kept:
            number, name = each.get("participant"), str(each.get("name", ""))
            if (number is None and name) or number in self._names:
                person = None if number is None else ParticipantId(int(number))
                found.append(
                    IncidentPerson(part_of(str(each.get("part"))), person, name, str(each.get("injury", "")))
                )
        self.set_people(found)

    def _take(self, option: Option) -> None:
        self.finder.clear()
        self._add(IncidentPerson(self._next_part(), ParticipantId(option.id)))

    def _other(self, _code: str, word: str) -> None:
        self.finder.clear()
        self._add(IncidentPerson(self._next_part(), None, word))

    def _next_part(self) -> PersonPart:
        """The first one named is most often the one who was hurt."""
        return PersonPart.WITNESS if self.lines else PersonPart.HURT

    def _add(self, person: IncidentPerson) -> None:
        who = (person.participant, person.name)
        if any((named.participant, named.name) == who for named in self.people()):
            return
        line = self._put(person)
        self._holder.show()
        (line.injury if person.part is PersonPart.HURT else line.part).setFocus(
            Qt.FocusReason.OtherFocusReason
        )
        self.changed.emit()

    def _put(self, person: IncidentPerson) -> PersonLine:
        known = self._names.get(person.participant) if person.participant is not None else None
        line = PersonLine(person, known or person.name or person.code, editable=self._editable)
        line.changed.connect(self.changed)
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._list.add(line)
        return line

    def _remove(self, line: PersonLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self._holder.setVisible(bool(self.lines))
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
