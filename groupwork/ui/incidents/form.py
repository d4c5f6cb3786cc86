"""The form of an incident: in place, in the order of the paper, kept when the window locks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import SessionId
from groupwork.domain.incident_changes import FIELDS
from groupwork.domain.incidents import EARLIEST, KIND_LABELS, Incident, IncidentKind, IncidentText, kind_of
from groupwork.domain.people import PersonBrief
from groupwork.domain.sessions import SessionInfo
from groupwork.errors import Refused
from groupwork.i18n import N_, _
from groupwork.ui.focus import reveal
from groupwork.ui.incidents.people_field import PeopleField
from groupwork.ui.models import incident_words as words
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words, kept_line
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.day_field import DayField
from groupwork.ui.widgets.entry_form import saves
from groupwork.ui.widgets.fields import Choice, DateField, TextField, labelled
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column
from groupwork.ui.widgets.page import Refusal
from groupwork.ui.widgets.text_area import TextArea
from groupwork.ui.widgets.typed_time import read_time

NO_TIME = N_("“{typed}” is no time of day. Type it as 10:20, or leave it empty.")
AREAS = ("what", "done", "first_aid", "told", "to_do")


class IncidentForm(Card):
    """`wanted` to save, `left` to give up; `close_wanted`, `reopen_wanted`, `printed` of an entry."""

    wanted = Signal()
    left = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()
    printed = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__(pad=(20, 16, 20, 16), gap=12)
        self.incident: Incident | None = None
        self._session: SessionId | None = None
        self._session_words = ""
        self._before: Words = {}
        self.head, self._about = Label("", "text", 17, 700, wrap=True), Label("", "text2", 13, wrap=True)
        self.kind, self.date, self.time = Choice(), DateField(EARLIEST), TextField()
        self.place, self.first_aider, self.reported_by = TextField(), TextField(), TextField()
        self.to_do_by, self.people = DayField(), PeopleField()
        self.what, self.done = TextArea(lines=3), TextArea(lines=1)
        self.first_aid, self.told, self.to_do = TextArea(lines=1), TextArea(lines=1), TextArea(lines=1)
        self.refusal, self._kept = Refusal(), kept_line()
        self.save, self.cancel = Button("", "primary", small=True), Button("", "ghost", small=True)
        self.close_button = Button("", "secondary", "circle-check", small=True)
        self.reopen_button = Button("", "secondary", "undo-2", small=True)
        self.print_button = Button("", "ghost", "printer", small=True)
        self._labels: dict[str, Label] = {}
        self._build()
        self._connect()
        self.restyle()
        self.retranslate()

    def _field(self, name: str) -> QWidget:
        both, self._labels[name] = labelled("", self.control(name))
        return box(both)

    def control(self, name: str) -> QWidget:
        """The control of a field."""
        found: QWidget = getattr(self, name)
        return found

    def _build(self) -> None:
        self.add(column(self.head, self._about, gap=1), self._kept)
        self._kept.hide()
        self.add(Flow(*(self._field(name) for name in ("kind", "date", "time", "place")), gap=12))
        self.add(self._field("what"), self._field("people"), self._field("done"))
        self.add(self._field("first_aid"), Flow(self._field("first_aider"), gap=12), self._field("told"))
        self.add(self._field("to_do"), Flow(self._field("to_do_by"), self._field("reported_by"), gap=12))
        self.add(self.refusal)
        self.add(
            Flow(self.save, self.cancel, self.close_button, self.reopen_button, self.print_button, gap=4)
        )

    def _connect(self) -> None:
        self.save.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self.left)
        self.close_button.clicked.connect(self.close_wanted)
        self.reopen_button.clicked.connect(self.reopen_wanted)
        self.print_button.clicked.connect(self.printed)
        for area in AREAS:
            self._area(area).submitted.connect(self.wanted)

    def _area(self, name: str) -> TextArea:
        found: TextArea = getattr(self, name)
        return found

    def restyle(self) -> None:
        """Widths of the short fields at the present text size."""
        widths = {"kind": 190, "time": 92, "place": 220, "first_aider": 240, "reported_by": 240}
        for name, wide in widths.items():
            self.control(name).setFixedWidth(theme.size(wide))
        self.to_do_by.setFixedWidth(theme.size(150))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for name, source in FIELDS.items():
            self._labels[name].set_words(_(source))
            self.control(name).setAccessibleName(_(source))
        self.kind.set_options([(kind, words.kind_words(kind)) for kind in KIND_LABELS])
        for control in (self.date, self.to_do_by, self.people):
            control.retranslate()
        self.time.setPlaceholderText(_("10:20"))
        self.what.setPlaceholderText(_("What was seen and heard, in the order it happened"))
        self.save.set_words(_("Save"))
        self.cancel.set_words(_("Cancel"))
        self.close_button.set_words(_("Close the entry"))
        self.reopen_button.set_words(_("Open again"))
        self.print_button.set_words(_("Print the form"))
        self._kept.set_words(_("Kept from before"))
        self._say_head()

    def begin(self, people: Sequence[PersonBrief], today: date, session: SessionInfo | None = None) -> None:
        """A new entry; from a session its day, time, room and number are filled in."""
        self.incident = None
        self.people.set_options(people)
        kind = IncidentKind.INJURY
        text = IncidentText(kind, today, "")
        self._session, self._session_words = None, ""
        if session is not None:
            text = IncidentText(
                kind, min(session.date, today), "", place=session.room_name, session=session.id
            )
            self._session_words = words.session_words(session.title, session.date)
        self._put_text(text)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_incident(self, incident: Incident, people: Sequence[PersonBrief]) -> None:
        """An entry to read and change."""
        self.incident = incident
        self.people.set_options(people)
        self._session_words = incident.session_title
        self._put_text(incident.text)

    def text(self) -> IncidentText:
        """What is chosen and typed; UserError for a day or a time that is none."""
        return IncidentText(
            kind=kind_of(str(self.kind.value())),
            date=self.date.value(),
            what=self.what.text(),
            time=self._time(),
            place=self.place.text(),
            done=self.done.text(),
            first_aid=self.first_aid.text(),
            first_aider=self.first_aider.text(),
            told=self.told.text(),
            to_do=self.to_do.text(),
            to_do_by=self.to_do_by.value(),
            reported_by=self.reported_by.text(),
            session=self._session,
            people=self.people.people(),
        )

    def typed(self) -> Words:
        """What stands in the fields, as JSON can hold it; empty while nothing was changed."""
        now = self._now()
        return now if now != self._before else {}

    def retype(self, kept: Words) -> None:
        """Put back what `typed` gave before a lock."""
        self.kind.choose(IncidentKind(kept.get("kind", IncidentKind.INJURY)))
        self.date.set_value(date.fromisoformat(str(kept["date"])))
        for name in ("time", "place", "first_aider", "reported_by", "to_do_by"):
            field = self.control(name)
            if isinstance(field, TextField):
                field.setText(str(kept.get(name, "")))
        for name in AREAS:
            self._area(name).set_words(str(kept.get(name, "")))
        self.people.retype(kept.get("people", ()))
        self._session = kept.get("session")
        self._kept.show()

    def saved(self) -> None:
        """Nothing is unsaved any more."""
        self._before = self._now()
        self.refusal.say("")
        self._kept.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc gives up."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and saves(event, self):
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _put_text(self, text: IncidentText) -> None:
        self._session = text.session
        self.kind.choose(text.kind)
        self.date.set_value(text.date)
        self.time.setText(f"{text.time:%H:%M}" if text.time is not None else "")
        self.to_do_by.set_value(text.to_do_by)
        for name in ("place", "first_aider", "reported_by"):
            field = self.control(name)
            if isinstance(field, TextField):
                field.setText(getattr(text, name))
                field.setCursorPosition(0)
        for name in AREAS:
            self._area(name).set_words(getattr(text, name))
        self.people.set_people(text.people)
        self._say_head()
        self.saved()
        reveal(self.head)

    def _say_head(self) -> None:
        incident = self.incident
        self.head.set_words(_("New entry") if incident is None else words.title(incident))
        self._about.set_words(words.about(incident) if incident is not None else self._session_words)
        self._about.setVisible(bool(self._about.text()))
        self.close_button.setVisible(incident is not None and incident.open)
        self.reopen_button.setVisible(incident is not None and not incident.open)
        self.print_button.setVisible(incident is not None)

    def _now(self) -> Words:
        lines = {n: self.control(n) for n in ("time", "place", "first_aider", "reported_by", "to_do_by")}
        return {
            "kind": str(self.kind.value()),
            "date": self.date.value().isoformat(),
            **{name: field.text() for name, field in lines.items() if isinstance(field, TextField)},
            **{name: self._area(name).text() for name in AREAS},
            "people": self.people.typed(),
            "session": self._session,
        }

    def _time(self) -> time | None:
        typed = self.time.text().strip()
        found = read_time(typed) if typed else None
        if typed and found is None:
            raise Refused(NO_TIME, typed=typed[:20])
        return found
