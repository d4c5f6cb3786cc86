"""The fields of the plan form: what, when, how often, where, who; and what they say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.clashes import SessionDraft
from groupwork.domain.groups import Rhythm
from groupwork.domain.ids import ActivityId, FacilitatorId, ParticipantId, RoomId
from groupwork.domain.schedule import Choices, horizon
from groupwork.domain.series import nth_of
from groupwork.domain.sessions import SessionInfo
from groupwork.i18n import N_, _
from groupwork.operations import sessions, settings
from groupwork.ui.day.finder import Extra, Finder, Option, Picker
from groupwork.ui.day.plan_draft import PlanWidgets, fitting, known, person_options
from groupwork.ui.gate import Gate
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.fields import Choice, DateField, TimeField, labelled
from groupwork.ui.widgets.layouts import box

DEFAULT_MINUTES = 60
OFF_SITE, NEW_ROOM, NEW_STAFF = "off_site", "new_room", "new_staff"
ONCE, WEEKLY, FORTNIGHTLY, MONTHLY = range(4)


@dataclass(frozen=True)
class Repeats:
    """How a new group repeats: its rhythm and its last day."""

    rhythm: Rhythm
    until: date


class PlanFields(QObject):
    """Holds the fields and what was chosen in them. `changed` after anything was typed or chosen."""

    changed = Signal()

    def __init__(self, gate: Gate, day: date, session: SessionInfo | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._gate, self._session = gate, session
        self._choices: Choices = sessions.choices(gate.desk())
        self._activity: ActivityId | None = session.activity if session else None
        self._room: RoomId | None = session.room if session else None
        self.place = session.room_name if session and session.off_site else ""
        self._end_typed = session is not None
        self._make(day)
        self._widgets = PlanWidgets(
            self.what,
            self.where,
            self.date,
            self.start,
            self.end,
            self.staff,
            self.people,
            self.repeat,
            self.until,
        )
        self._connect()

    def draft(self) -> SessionDraft:
        """What the fields say now."""
        return SessionDraft(
            date=self.date.value(),
            start=self.start.value(),
            end=self.end.value(),
            activity=self._activity,
            title=self.what.text().strip(),
            room=self._room,
            staff=tuple(FacilitatorId(i) for i in self.staff.ids()),
            people=tuple(ParticipantId(i) for i in self.people.ids()),
            session=self._session.id if self._session else None,
        )

    def repeats(self) -> Repeats | None:
        """How it repeats; None for a session of its own."""
        often = self.repeat.value()
        if not isinstance(often, int) or often == ONCE:
            return None
        day = self.date.value()
        rhythm = Rhythm(
            day.weekday(),
            self.start.value(),
            self.end.value(),
            2 if often == FORTNIGHTLY else 1,
            nth_of(day) if often == MONTHLY else None,
        )
        return Repeats(rhythm, self.until.value())

    def words(self) -> Words:
        """All of it, to be kept over a lock."""
        return {
            **self._widgets.words(),
            "activity": self._activity,
            "room": self._room,
            "place": self.place,
        }

    def restore(self, kept: Words | None) -> bool:
        """Put back what was kept; False when there is nothing that fits."""
        words = fitting(kept)
        if words is None:
            return False
        self._widgets.fill(words)
        self._activity = known(words["activity"], self._choices.activities)
        self._room = known(words["room"], self._choices.rooms)
        self.place, self._end_typed = words["place"], True
        self.until_box.setVisible(self.repeats() is not None)
        return True

    def prefill(self, invited: Sequence[int], times: tuple[time, time] | None) -> None:
        """What can be found, and what the session has already; or the times of a new one."""
        choices, session = self._choices, self._session
        self.what.set_options([Option(a.id, a.name, a.code) for a in choices.activities])
        self.where.set_options([Option(r.id, r.name, r.code) for r in choices.rooms])
        staff = [Option(s.id, s.name, s.code) for s in choices.staff]
        self.staff.set_options(staff, [s.id for s in session.staff] if session else ())
        self.people.set_options(person_options(choices), list(invited))
        if session is not None:
            self.what.setText(session.title)
            self.where.setText(session.room_name)
            times = session.start, session.end
        if times is not None:
            self.start.set_value(times[0])
            self.end.set_value(times[1])
            self._end_typed = True

    def set_when(self, day: date, times: tuple[time, time]) -> None:
        """Another day and time, taken from the calendar."""
        self.date.set_value(day)
        self.start.set_value(times[0])
        self.end.set_value(times[1])
        self._end_typed = True
        self.changed.emit()

    def _make(self, day: date) -> None:
        self.what = Finder(_("What"))
        self.what.setPlaceholderText(_("Activity, or a title of your own"))
        places = (Extra(NEW_ROOM, N_("New room: {word}")), Extra(OFF_SITE, N_("Off-site: {word}")))
        self.where = Finder(_("Where"), places)
        self.where.setPlaceholderText(_("Room, or a place outside"))
        self.date = DateField(day, _("Day"))
        self.start, self.end = TimeField(time(10, 0), _("From")), TimeField(time(11, 0), _("To"))
        self.staff = Picker(
            _("Facilitators"), _("Type a name"), (Extra(NEW_STAFF, N_("New facilitator: {word}")),)
        )
        self.people = Picker(_("People"), _("Type a name"))
        self.repeat = Choice(_("How often"))
        often = (_("Once"), _("Every week"), _("Every 2 weeks"), _("Every month"))
        self.repeat.set_options(list(enumerate(often)))
        self.until = DateField(horizon(day, settings.centre(self._gate.desk()).term_on(day)), _("Until"))
        self.until_box = box(labelled(_("Until"), self.until)[0])
        self.until_box.setVisible(False)
        reach = (_("Only this one"), _("This and following"))
        self.reach = Segments(reach, _("What is changed"), small=True)

    def _connect(self) -> None:
        self.what.taken.connect(self._take_activity)
        self.what.textEdited.connect(self._own_title)
        self.where.taken.connect(self._take_room)
        self.where.extra.connect(self.take_extra)
        self.where.textEdited.connect(self._no_room)
        self.start.changed.connect(self._on_start)
        self.end.changed.connect(self._on_end)
        self.staff.extra.connect(self.take_extra)
        self.repeat.picked.connect(self._on_repeat)
        for signal in (self.date.changed, self.until.changed, self.staff.changed, self.people.changed):
            signal.connect(self.changed)
        self.reach.chosen.connect(self.changed)

    def _take_activity(self, option: Option) -> None:
        self.what.setText(option.words)
        self._activity = ActivityId(option.id)
        brief = next(a for a in self._choices.activities if a.id == option.id)
        if not self._end_typed:
            self._set_end(brief.minutes)
        self.changed.emit()

    def _own_title(self) -> None:
        self._activity = None
        self.changed.emit()

    def _take_room(self, option: Option) -> None:
        self.where.setText(option.words)
        self._room, self.place = RoomId(option.id), ""
        self.changed.emit()

    def _no_room(self, typed: str) -> None:
        """Free words are a place outside until a room is taken from the list."""
        room = next((r for r in self._choices.rooms if r.name.casefold() == typed.strip().casefold()), None)
        self._room, self.place = (room.id, "") if room else (None, typed.strip())
        self.changed.emit()

    def take_extra(self, code: str, word: str) -> None:
        """A place outside, a new room, or a new facilitator."""
        if code == OFF_SITE:
            self.where.setText(word)
            self._room, self.place = None, word
        elif code == NEW_ROOM:
            self._add_room(word)
        else:
            self._add_facilitator(word)
        self.changed.emit()

    def _add_room(self, word: str) -> None:
        added = self._gate.do(sessions.add_room, word)
        if added is not None:
            self._choices = sessions.choices(self._gate.desk())
            self.where.set_options([Option(r.id, r.name, r.code) for r in self._choices.rooms])
            self._take_room(Option(added.id, word))

    def _add_facilitator(self, word: str) -> None:
        added = self._gate.do(sessions.add_facilitator, word)
        if added is not None:
            self._choices = sessions.choices(self._gate.desk())
            staff = [Option(s.id, s.name, s.code) for s in self._choices.staff]
            self.staff.set_options(staff, [*self.staff.ids(), added.id])
            self.staff.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_start(self, start: time) -> None:
        if not self._end_typed:
            brief = next((a for a in self._choices.activities if a.id == self._activity), None)
            self._set_end(brief.minutes if brief else DEFAULT_MINUTES)
        self.changed.emit()

    def _on_end(self) -> None:
        self._end_typed = True
        self.changed.emit()

    def _set_end(self, minutes: int) -> None:
        start = datetime.combine(self.date.value(), self.start.value())
        end = start + timedelta(minutes=minutes)
        self.end.set_value(end.time() if end.date() == start.date() else time(23, 59))

    def _on_repeat(self) -> None:
        self.until_box.setVisible(self.repeats() is not None)
        self.changed.emit()
