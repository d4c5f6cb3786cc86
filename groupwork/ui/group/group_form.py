"""The form for a group, new or changed. Clashes are named while one types; nothing is blocked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.clashes import Clash, Limits, SessionDraft
from groupwork.domain.groups import GroupInfo, Rhythm
from groupwork.domain.ids import ActivityId, FacilitatorId, GroupId, ParticipantId
from groupwork.domain.series import days
from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.operations import clashes, group_plan, memberships, sessions
from groupwork.operations.group_horizon import lost_days
from groupwork.ui.day import words as day_words
from groupwork.ui.day.clash_cards import clash_cards
from groupwork.ui.day.finder import Option, half_typed
from groupwork.ui.gate import Gate
from groupwork.ui.group import words
from groupwork.ui.group.form_fields import FormFields
from groupwork.ui.unfinished import Words, kept_line
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, clear, column, row
from groupwork.ui.widgets.page import Refusal

PAUSE_MS = 200
FIRST_DAYS = 8
"""So many days of the series are looked at for clashes."""


class GroupForm(Card):
    """Ctrl+Enter saves, Esc gives up. `finished` carries the GroupId made or changed, or None."""

    finished = Signal(object)

    def __init__(self, gate: Gate, info: GroupInfo | None, day: date) -> None:
        super().__init__(pad=(18, 14, 18, 14), gap=10)
        self._gate, self.info = gate, info
        self.kind = f"group.{info.id}" if info is not None else "group"
        self._choices = sessions.choices(gate.desk())
        self._activity: ActivityId | None = info.activity if info is not None else None
        self._end_typed = info is not None
        self._members = self._read_members()
        self.fields = FormFields(gate, info, day, self._choices)
        self.refusal, self._kept, self._clashes = Refusal(), kept_line(), column(gap=6)
        self._kept.setVisible(False)
        self._said = Label("", "text", 17, 700, wrap=True)
        self._body = self._lay_out()
        self._connect()
        self._untouched = self._words()
        self._restore()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.check)
        self.check()

    def first_field(self) -> QWidget:
        """Where the cursor goes."""
        return self.fields.what if self.info is None else self.fields.start

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc gives up."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.save()
        else:
            super().keyPressEvent(event)

    def set_narrow(self, narrow: bool) -> None:
        """The second column below the first. The page says so: two columns would keep the form wide."""
        self._body.setDirection(Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight)

    def check(self) -> None:
        """Say the rhythm in words and name what the first days would clash with."""
        if not self._gate.open:
            return
        clear(self._clashes)
        try:
            found = self._look()
            if self.info is None and not self.unfinished():  # nothing is typed: nothing can be wrong yet
                found = ()
        except (UserError, ValueError):  # half typed: saving will say it
            found = ()
        self._clashes.add(*clash_cards(found))

    def save(self) -> None:
        """Make or change the group; a refusal stands in the form and nothing is lost."""
        waiting = half_typed(self.fields.staff.picker, self.fields.people)
        if waiting:
            self.refusal.say(waiting)
            return
        try:
            group = self._change() if self.info is not None else self._make()
        except UserError as error:
            self.refusal.say(say(error))
            return
        except ValueError:
            self.refusal.say(_("“At least” and “At most” are numbers of people."))
            return
        self._gate.unfinished.drop(self.kind)
        self.finished.emit(group)

    def give_up(self) -> None:
        """Close without saving."""
        self._gate.unfinished.drop(self.kind)
        self.finished.emit(None)

    def unfinished(self) -> dict[str, Words]:
        """What is in the form by its kind, when it is not as it was opened; for the lock."""
        said = self._words()
        return {self.kind: said} if said != self._untouched else {}

    def _lay_out(self) -> Box:
        new = self.info is None
        self.go = Button(_("Make group") if new else _("Save changes"), "primary", small=True)
        self.go.setToolTip(_("Ctrl+Enter"))
        self.stop = Button(_("Cancel") if new else _("Discard changes"), "ghost", small=True)
        body = self.fields.lay_out(self._clashes)
        body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add(row((self._said, 1), self.stop, self.go, gap=2, margins=(0, 0, -3, 0)))
        self.add(self.refusal, self._kept, body)
        QWidget.setTabOrder(self.fields.note, self.stop)  # they stand above, and come last
        QWidget.setTabOrder(self.stop, self.go)
        return body

    def _connect(self) -> None:
        fields = self.fields
        self.go.clicked.connect(self.save)
        self.stop.clicked.connect(self.give_up)
        fields.what.taken.connect(self._take_activity)
        fields.what.textEdited.connect(self._own_title)
        fields.first.changed.connect(self._on_first)
        fields.start.changed.connect(self._on_start)
        fields.end.changed.connect(self._on_end)
        for signal in (fields.rhythm.changed, fields.where.changed, fields.staff.changed):
            signal.connect(self._later)
        for signal in (fields.people.changed, fields.until.textEdited, fields.most.textEdited):
            signal.connect(self._later)

    def _look(self) -> tuple[Clash, ...]:
        fields = self.fields
        said = fields.fields()
        rhythm = Rhythm(said["weekday"], said["start"], said["end"], said["every_weeks"], said["nth"])
        self._said.set_words(words.when(rhythm))
        first = fields.first.value()
        last = said["until"] or date(first.year + 1, 12, 31)
        draft = SessionDraft(
            first,
            rhythm.start,
            rhythm.end,
            self._activity,
            fields.what.text(),
            said["room"],
            tuple(FacilitatorId(number) for number in fields.staff.regular()),
            self._people(),
        )
        wanted = days(rhythm, first, first, last)[:FIRST_DAYS]
        desk, limits = self._gate.desk(), self._limits(said["most"], said["least"])
        if self.info is not None:
            return clashes.clashes_of_days(desk, draft, wanted, group=self.info.id, limits=limits)
        lost = lost_days(desk, rhythm, first, said["until"], self._activity)
        fields.lost.show_days(lost)
        held = [day for day in wanted if day not in lost]
        return clashes.clashes_of_days(desk, draft, held, limits=limits)

    def _limits(self, most: int | None, least: int | None) -> Limits | None:
        """The group's own numbers where it has any, else None: the activity's count."""
        brief = next((a for a in self._choices.activities if a.id == self._activity), None)
        if most is None and least is None:
            return None
        usual = (brief.max_people, brief.min_people, brief.staff) if brief else (None, None, 0)
        return Limits(most or usual[0], None, least or usual[1], usual[2])

    def _people(self) -> tuple[ParticipantId, ...]:
        """Whoever is in the group, or is to be."""
        if self.info is not None:
            return self._members
        return tuple(ParticipantId(number) for number in self.fields.people.ids())

    def _read_members(self) -> tuple[ParticipantId, ...]:
        if self.info is None:
            return ()
        found = memberships.members(self._gate.desk(), self.info.id)
        day = max(self._gate.today, self.info.from_date)
        return tuple(line.participant for line in found if line.covers(day))

    def _make(self) -> GroupId:
        said = self.fields.fields()
        said.pop("weekday")
        said["activity"] = self._activity
        said["title"] = self.fields.what.text().strip() if self._activity is None else ""
        made = self._gate.write(group_plan.make_group, **said)
        if made.lost:
            self._gate.announce(day_words.lost_words(made.lost), tone="info")
        return made.group

    def _change(self) -> GroupId | None:
        if self.info is None:
            return None
        since = max(self.fields.first.value(), self._gate.today)
        self._gate.write(group_plan.change_group, self.info.id, since, **self.fields.fields())
        return self.info.id

    def _words(self) -> Words:
        return {**self.fields.words(), "activity": self._activity}

    def _restore(self) -> None:
        kept = self._gate.unfinished.of(self.kind)
        if kept is None or kept.keys() < self._untouched.keys():
            return
        self.fields.restore(kept)
        self._activity, self._end_typed = kept["activity"], True
        self._kept.setVisible(True)

    def _take_activity(self, option: Option) -> None:
        self.fields.what.setText(option.words)
        self._activity = ActivityId(option.id)
        if not self._end_typed:
            self.fields.set_end(self._usual_minutes())
        self._later()

    def _own_title(self) -> None:
        self._activity = None
        self._later()

    def _usual_minutes(self) -> int:
        brief = next((a for a in self._choices.activities if a.id == self._activity), None)
        return brief.minutes if brief is not None else 60

    def _on_first(self, day: date) -> None:
        self.fields.rhythm.follow(day)
        self._later()

    def _on_start(self) -> None:
        if not self._end_typed:
            self.fields.set_end(self._usual_minutes())
        self._later()

    def _on_end(self) -> None:
        self._end_typed = True
        self._later()

    def _later(self) -> None:
        self.refusal.say("")
        self._timer.start()
