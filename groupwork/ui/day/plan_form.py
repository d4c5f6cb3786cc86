"""The form for a session: what, when, where, who. Clashes are named while one types; nothing is blocked."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.clashes import SessionDraft
from groupwork.domain.ids import ActivityId, FacilitatorId, ParticipantId, RoomId, SessionId
from groupwork.domain.schedule import Choices, horizon
from groupwork.domain.sessions import SessionInfo
from groupwork.errors import UserError
from groupwork.i18n import N_, _, say
from groupwork.operations import changes, clashes, sessions, settings
from groupwork.ui.day import plan_saving
from groupwork.ui.day.detail import clash_cards
from groupwork.ui.day.finder import Extra, Finder, Option, Picker
from groupwork.ui.day.plan_draft import PlanFields, fitting, known, person_options
from groupwork.ui.gate import Gate
from groupwork.ui.unfinished import Words, kept_line
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.fields import DateField, TimeField, labelled
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import Refusal

PAUSE_MS = 150
DEFAULT_MINUTES = 60
OFF_SITE, NEW_ROOM, NEW_STAFF = "off_site", "new_room", "new_staff"


class PlanForm(Card):
    """Plans a new session (once or every week) or changes one. Ctrl+Enter saves, Esc closes."""

    finished = Signal(object, object)
    """SessionId planned or changed (None: given up) and its date."""

    def __init__(self, gate: Gate, day: date, session: SessionInfo | None) -> None:
        super().__init__(pad=(18, 16, 18, 14), gap=10)
        self._gate, self._session = gate, session
        self.kind = f"plan.{session.id}" if session else "plan"
        self._choices: Choices = sessions.choices(gate.desk())
        self._activity: ActivityId | None = session.activity if session else None
        self._room: RoomId | None = session.room if session else None
        self._place = session.room_name if session and session.off_site else ""
        self._end_typed = session is not None
        self._build_fields(day)
        self._fields = PlanFields(
            self._what,
            self._where,
            self._date,
            self._start,
            self._end,
            self._staff,
            self._people,
            self._repeat,
            self._until,
        )
        self._lay_out()
        self._prefill()
        self._untouched = self._words()
        self._restore()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.check)
        self.check()

    def first_field(self) -> QWidget:
        """Where the cursor goes."""
        return self._what if self._session is None else self._start

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc gives up."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.save()
        else:
            super().keyPressEvent(event)

    def check(self) -> None:
        """Name the clashes of what is in the form."""
        if not self._gate.open:
            return
        clear(self._clashes)
        try:
            found = clashes.clashes_of(self._gate.desk(), self.draft(), until=self._last_day())
        except UserError:  # an unfinished time: saving will say it
            found = ()
        self._clashes.add(*clash_cards(found))

    def draft(self) -> SessionDraft:
        """What the form says now."""
        return SessionDraft(
            date=self._date.value(),
            start=self._start.value(),
            end=self._end.value(),
            activity=self._activity,
            title=self._what.text().strip(),
            room=self._room,
            staff=tuple(FacilitatorId(i) for i in self._staff.ids()),
            people=tuple(ParticipantId(i) for i in self._people.ids()),
            session=self._session.id if self._session else None,
        )

    def _last_day(self) -> date | None:
        """The last day of a weekly group, None for a session of its own."""
        return self._until.value() if self._repeat.current() == 1 else None

    def save(self) -> None:
        """Plan or change; a refusal stands in the form and nothing is lost."""
        try:
            session = self._write()
        except UserError as error:
            self._refusal.say(say(error))
            return
        self._gate.unfinished.drop(self.kind)
        self.finished.emit(session, self._date.value())

    def _build_fields(self, day: date) -> None:
        self._what = Finder(_("What"))
        self._what.setPlaceholderText(_("Activity, or a title of your own"))
        self._what.taken.connect(self._take_activity)
        self._what.textEdited.connect(self._own_title)
        self._where = Finder(
            _("Where"), (Extra(NEW_ROOM, N_("New room: {word}")), Extra(OFF_SITE, N_("Off-site: {word}")))
        )
        self._where.setPlaceholderText(_("Room, or a place outside"))
        self._where.taken.connect(self._take_room)
        self._where.extra.connect(self._take_extra)
        self._where.textEdited.connect(self._no_room)
        self._date = DateField(day, _("Day"))
        self._start, self._end = TimeField(time(10, 0), _("From")), TimeField(time(11, 0), _("To"))
        self._date.changed.connect(self._later)
        self._start.changed.connect(self._on_start)
        self._end.changed.connect(self._on_end)
        add = (Extra(NEW_STAFF, N_("New facilitator: {word}")),)
        self._staff = Picker(_("Facilitators"), _("Type a name"), add)
        self._staff.extra.connect(self._take_extra)
        self._people = Picker(_("People"), _("Type a name"))
        self._staff.changed.connect(self._later)
        self._people.changed.connect(self._later)
        self._repeat = Segments((_("Once"), _("Every week")), _("How often"), small=True)
        self._until = DateField(horizon(day, settings.centre(self._gate.desk()).term), _("Until"))
        self._until_box = box(labelled(_("Until"), self._until)[0])
        self._until_box.setVisible(False)
        self._repeat.chosen.connect(self._on_repeat)
        self._refusal, self._kept = Refusal(), kept_line()
        self._kept.setVisible(False)
        self._clashes = column(gap=6)

    def _lay_out(self) -> None:
        changing = self._session is not None
        title = _("Change this session") if changing else _("Plan a session")
        self._save = Button(_("Save changes") if changing else _("Plan session"), "primary", small=True)
        self._save.setToolTip(_("Ctrl+Enter"))
        self._save.clicked.connect(self.save)
        stop = Button(_("Cancel"), "ghost", small=True)
        stop.clicked.connect(self._give_up)
        # at the top, so that saving is in sight however many clashes are named below
        self.add(row(Label(title, "text", 17, 700), None, stop, self._save, gap=2, margins=(0, 0, -3, 0)))
        self.add(self._refusal, self._kept)
        if changing and self._session is not None and self._session.group is not None:
            self.add(Label(_("Only this one; the other weeks stay as they are."), "text2", 13, wrap=True))
        times = (labelled(_("From"), self._start)[0], labelled(_("To"), self._end)[0])
        self.add(labelled(_("What"), self._what)[0])
        self.add(row(labelled(_("Day"), self._date)[0], *times, None, gap=8))
        if not changing:
            self.add(labelled(_("How often"), self._repeat)[0], self._until_box)
        self.add(labelled(_("Where"), self._where)[0], labelled(_("Facilitators"), self._staff)[0])
        if not changing or (self._session is not None and not self._session.register_taken):
            member = changing and self._session is not None and self._session.group is not None
            self.add(labelled(_("Besides the members") if member else _("People"), self._people)[0])
        self.add(self._clashes)
        QWidget.setTabOrder(self._people, stop)
        QWidget.setTabOrder(stop, self._save)

    def _prefill(self) -> None:
        choices, session = self._choices, self._session
        self._what.set_options([Option(a.id, a.name, a.code) for a in choices.activities])
        self._where.set_options([Option(r.id, r.name, r.code) for r in choices.rooms])
        staff = [Option(s.id, s.name, s.code) for s in choices.staff]
        self._staff.set_options(staff, [s.id for s in session.staff] if session else ())
        invited = (
            changes.invited(self._gate.desk(), session.id) if session and not session.register_taken else ()
        )
        self._people.set_options(person_options(choices), list(invited))
        if session is not None:
            self._what.setText(session.title)
            self._where.setText(session.room_name)
            self._start.set_value(session.start)
            self._end.set_value(session.end)

    def _write(self) -> SessionId:
        if self._session is not None:
            return plan_saving.change(self._gate, self._session, self.draft(), self._place)
        return plan_saving.plan(self._gate, self.draft(), self._place, self._last_day())

    def unfinished(self) -> dict[str, Words]:
        """What is in the form by its kind, when it is not as it was opened; for the lock."""
        words = self._words()
        return {self.kind: words} if words != self._untouched else {}

    def _words(self) -> Words:
        return {**self._fields.words(), "activity": self._activity, "room": self._room, "place": self._place}

    def _restore(self) -> None:
        """Put back what was in this form when the window was locked or closed."""
        words = fitting(self._gate.unfinished.of(self.kind))
        if words is None:
            return
        self._fields.fill(words)
        self._activity = known(words["activity"], self._choices.activities)
        self._room = known(words["room"], self._choices.rooms)
        self._place, self._end_typed = words["place"], True
        self._until_box.setVisible(self._last_day() is not None)
        self._kept.setVisible(True)

    def _take_activity(self, option: Option) -> None:
        self._what.setText(option.words)
        self._activity = ActivityId(option.id)
        brief = next(a for a in self._choices.activities if a.id == option.id)
        if not self._end_typed:
            self._set_end(brief.minutes)
        self._later()

    def _own_title(self) -> None:
        self._activity = None
        self._later()

    def _take_room(self, option: Option) -> None:
        self._where.setText(option.words)
        self._room, self._place = RoomId(option.id), ""
        self._later()

    def _no_room(self, typed: str) -> None:
        """Free words are a place outside until a room is taken from the list."""
        room = next((r for r in self._choices.rooms if r.name.casefold() == typed.strip().casefold()), None)
        self._room, self._place = (room.id, "") if room else (None, typed.strip())
        self._later()

    def _take_extra(self, code: str, word: str) -> None:
        if code == OFF_SITE:
            self._where.setText(word)
            self._room, self._place = None, word
        elif code == NEW_ROOM:
            self._add_room(word)
        else:
            self._add_facilitator(word)
        self._later()

    def _add_room(self, word: str) -> None:
        added = self._gate.do(sessions.add_room, word)
        if added is not None:
            self._choices = sessions.choices(self._gate.desk())
            self._where.set_options([Option(r.id, r.name, r.code) for r in self._choices.rooms])
            self._take_room(Option(added.id, word))

    def _add_facilitator(self, word: str) -> None:
        added = self._gate.do(sessions.add_facilitator, word)
        if added is not None:
            self._choices = sessions.choices(self._gate.desk())
            staff = [Option(s.id, s.name, s.code) for s in self._choices.staff]
            self._staff.set_options(staff, [*self._staff.ids(), added.id])
            self._staff.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_start(self, start: time) -> None:
        if not self._end_typed:
            brief = next((a for a in self._choices.activities if a.id == self._activity), None)
            self._set_end(brief.minutes if brief else DEFAULT_MINUTES)
        self._later()

    def _on_end(self) -> None:
        self._end_typed = True
        self._later()

    def _set_end(self, minutes: int) -> None:
        start = datetime.combine(self._date.value(), self._start.value())
        end = start + timedelta(minutes=minutes)
        self._end.set_value(end.time() if end.date() == start.date() else time(23, 59))

    def _on_repeat(self, which: int) -> None:
        self._until_box.setVisible(which == 1)
        self._later()

    def _later(self) -> None:
        self._refusal.say("")
        self._timer.start()

    def _give_up(self) -> None:
        self._gate.unfinished.drop(self.kind)
        self.finished.emit(None, self._date.value())
