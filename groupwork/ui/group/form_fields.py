"""Everything in the form of a group that can be typed or chosen: built, laid out, filled and read."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from groupwork.domain.groups import GroupInfo, Rhythm
from groupwork.domain.ids import ParticipantId
from groupwork.domain.schedule import Choices
from groupwork.i18n import _
from groupwork.operations.group_fields import GroupFields
from groupwork.operations.settings import centre
from groupwork.ui.day.finder import Finder, Option, Picker
from groupwork.ui.day.plan_draft import person_options
from groupwork.ui.gate import Gate
from groupwork.ui.group.category_field import CategoryField
from groupwork.ui.group.lost_line import LostLine
from groupwork.ui.group.place_field import PlaceField
from groupwork.ui.group.rhythm_field import RhythmField
from groupwork.ui.group.staff_field import StaffField
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.day_field import DayField
from groupwork.ui.widgets.fields import DateField, TextField, TimeField, labelled
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.switch import Tick
from groupwork.ui.widgets.text_area import TextArea

NUMBER_WIDTH = 84


class FormFields:
    """The widgets; `info` None for a new group."""

    def __init__(self, gate: Gate, info: GroupInfo | None, day: date, choices: Choices) -> None:
        self.info = info
        self.what = Finder(_("What"))
        self.what.setPlaceholderText(_("Activity, or a title of your own"))
        self.what.set_options([Option(a.id, a.name, a.code) for a in choices.activities])
        self.name, self.short = TextField(), TextField()
        self.first = DateField(day)
        self.start, self.end = TimeField(time(10, 0)), TimeField(time(11, 0))
        hours = gate.ask(centre) if info is None else None
        open_days = hours.hours if hours is not None else ()
        self.rhythm = RhythmField(own_weekday=info is not None, open_days=open_days)
        self.rhythm.chosen_day.connect(partial(self._first_on, gate.today))
        self.category, self.lost = CategoryField(), LostLine()
        self.what.textEdited.connect(self.category.follow)
        self.what.taken.connect(lambda _option: self.category.setVisible(False))
        self.rhythm.follow(day)
        self.until = DayField(None)
        self.until.setPlaceholderText(_("without an end"))
        self.where = PlaceField(gate)
        self.where.set_rooms([Option(r.id, r.name, r.code) for r in choices.rooms])
        self.staff = StaffField(gate)
        self.staff.set_staff(choices.staff, info.staff if info is not None else ())
        self.people = Picker(_("People"), _("Type a name"))
        self.people.set_options(person_options(choices))
        self.least, self.most = TextField(), TextField()
        self.all_present = Tick(_("Offer “all present” first on its registers"))
        self.note = TextArea(lines=2, most=8)
        if info is not None:
            self._fill(info)

    def lay_out(self, clashes: Box) -> Box:
        """Two columns: what, when and what it clashes with at the left, where and who at the right."""
        times = row(labelled(_("From"), self.start)[0], labelled(_("To"), self.end)[0], None, gap=8)
        changing = self.info is not None
        days = row(
            labelled(_("Changes count from") if changing else _("First day"), self.first)[0],
            labelled(_("Last day"), self.until)[0],
            None,
            gap=8,
        )
        left = column(gap=10)
        if not changing:
            left.add(labelled(_("What"), self.what)[0], self.category)
        left.add(labelled(_("How often"), self.rhythm)[0], times, days, self.lost, clashes)
        numbers = row(
            labelled(_("At least"), self.least)[0], labelled(_("At most"), self.most)[0], None, gap=8
        )
        right = column(
            labelled(_("Where"), self.where)[0], labelled(_("Facilitators"), self.staff)[0], gap=10
        )
        if not changing:
            right.add(labelled(_("People"), self.people)[0])
        else:
            left.add(labelled(_("Own name"), self.name)[0])
        left.add(labelled(_("Short name for narrow blocks"), self.short)[0], None)
        right.add(numbers, self.all_present, labelled(_("Note"), self.note)[0], None)
        self._placeholders()
        return row((box(left), 1), (box(right), 1), gap=24)

    def set_end(self, minutes: int) -> None:
        """The end so many minutes after the start, on the same day."""
        end = datetime.combine(date.min, self.start.value()) + timedelta(minutes=minutes)
        self.end.set_value(end.time() if end.date() == date.min else time(23, 59))

    def fields(self) -> GroupFields:
        """What the form says. UserError for a day that is none; ValueError for a number that is none."""
        said = GroupFields(
            start=self.start.value(),
            end=self.end.value(),
            weekday=self.rhythm.weekday(),
            every_weeks=self.rhythm.every_weeks(),
            nth=self.rhythm.which(),
            until=self.until.value(),
            room=self.where.room,
            place=self.where.place,
            staff=self.staff.ids(),
            roles=self.staff.roles(),
            short=self.short.text(),
            least=_number(self.least),
            most=_number(self.most),
            note=self.note.text(),
            all_present=self.all_present.isChecked(),
        )
        if self.info is not None:
            said["name"] = self.name.text()
        else:
            said["date"] = self.first.value()
            said["category"] = self.category.category()
            said["people"] = tuple(ParticipantId(number) for number in self.people.ids())
        return said

    def words(self) -> Words:
        """What stands in the fields, as it is kept over a lock."""
        return {
            "what": self.what.text(),
            "texts": [each.text() for each in self._texts()],
            "day": self.first.value().isoformat(),
            "times": [self.start.value().isoformat(), self.end.value().isoformat()],
            "rhythm": [self.rhythm.weekday(), self.rhythm.every_weeks(), self.rhythm.which()],
            "room": self.where.room,
            "place": self.where.text(),
            "staff": list(self.staff.ids()),
            "roles": {str(number): role.value for number, role in self.staff.roles().items()},
            "people": list(self.people.ids()),
            "all_present": self.all_present.isChecked(),
            "category": self.category.kept(),
        }

    def restore(self, words: Words) -> None:
        """Put kept words back."""
        self.what.setText(words["what"])
        self.category.restore(words["category"], "" if words.get("activity") else words["what"])
        for field, text in zip(self._texts(), words["texts"], strict=False):
            field.set_words(text) if isinstance(field, TextArea) else field.setText(text)
        self.first.set_value(date.fromisoformat(words["day"]))
        start, end = (time.fromisoformat(each) for each in words["times"])
        self.start.set_value(start)
        self.end.set_value(end)
        self.rhythm.show_rhythm(Rhythm(words["rhythm"][0], start, end, *words["rhythm"][1:]))
        self.rhythm.follow(self.first.value())
        self.where.show_place(words["room"], words["place"])
        self.staff.choose(words["staff"], {int(n): role for n, role in words["roles"].items()})
        self.people.choose(words["people"])
        self.all_present.set_on(words["all_present"])

    def _first_on(self, today: date, weekday: int) -> None:
        """The first day becomes the next such weekday from today on."""
        self.first.set_value(today + timedelta(days=(weekday - today.weekday()) % 7))
        self.rhythm.follow(self.first.value())
        self.rhythm.changed.emit()

    def _texts(self) -> tuple[Any, ...]:
        return (self.name, self.short, self.until, self.least, self.most, self.note)

    def _fill(self, info: GroupInfo) -> None:
        self.name.setText(info.name)
        self.short.setText(info.short)
        self.start.set_value(info.rhythm.start)
        self.end.set_value(info.rhythm.end)
        self.rhythm.show_rhythm(info.rhythm)
        self.until.set_value(info.to_date)
        self.where.show_place(info.room, info.room_name)
        self.least.setText("" if info.own_least is None else str(info.own_least))
        self.most.setText("" if info.own_most is None else str(info.own_most))
        self.all_present.set_on(info.all_present)
        self.note.set_words(info.note)

    def _placeholders(self) -> None:
        """What holds while nothing is typed."""
        info = self.info
        for field in (self.least, self.most):
            field.setFixedWidth(theme.size(NUMBER_WIDTH))
        if info is None:
            return
        self.name.setPlaceholderText(info.activity_name)
        for field, number, own in (
            (self.least, info.least, info.own_least),
            (self.most, info.most, info.own_most),
        ):
            if number is not None and own is None:
                field.setPlaceholderText(str(number))


def _number(field: TextField) -> int | None:
    typed = field.text().strip()
    return int(typed) if typed else None
