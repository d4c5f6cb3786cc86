"""The session's plan beside its register: what somebody needs who stands in the room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import SessionId
from groupwork.domain.session_plan import SessionPlan
from groupwork.errors import UserError
from groupwork.i18n import _, current, say
from groupwork.operations import session_plan as operations
from groupwork.operations.desk import Right
from groupwork.ui.done import Done
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.register import plan_sections as sections
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import Refusal
from groupwork.ui.widgets.text_area import TextArea

TABLES = frozenset(
    {
        *("session", "session_task", "session_facilitator", "planned_absence", "alert", "note"),
        *("activity", "activity_phase", "activity_material", "activity_hazard", "activity_task"),
    }
)
"""What the plan is made of, marks aside: they are read when the session is shown again."""
DRAFT = "next_time"
"""With the session's number the kind under which an unsaved line is kept."""


class PlanPanel(QWidget):
    """Shows the plan of one session; the line for next time is written here.

    `wanted` carries the place a button leads to: the sheet, the last session, the activity, an incident.
    It does not scroll by itself.
    """

    wanted = Signal(object)

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self._plan: SessionPlan | None = None
        self._session: SessionId | None = None
        self._shown: SessionId | None = None
        """Whose line stands in the field."""
        self.next_time = TextArea(lines=2, most=5)
        self.refusal = Refusal()
        self.print_button = Button("", "secondary", "printer", small=True)
        self.activity_button = Button("", "ghost", "library", small=True)
        self.last_button = Button("", "ghost", "arrow-right", small=True)
        self._body: Box = column(gap=12)
        self._last: Box = column(gap=4)
        self._next_head, self._next_about = sections.head(""), Label("", "text2", 13, wrap=True)
        self._next_card = Card(
            self._next_head, self.next_time, self.refusal, self._next_about, pad=(14, 11, 12, 11), gap=6
        )
        self._last_box = box(column(self._last, row(self.last_button, None, margins=(-6, 0, 0, 0)), gap=2))
        buttons = Flow(self.print_button, self.activity_button, gap=4)
        self.setLayout(column(self._body, self._last_box, self._next_card, buttons, None, gap=12))
        gate.changed.connect(self._follow)
        self.next_time.finished.connect(self._save)
        self.next_time.submitted.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.activity_button.clicked.connect(self._open_activity)
        self.last_button.clicked.connect(self._open_last)
        self.retranslate()

    def show_session(self, session: SessionId | None) -> None:
        """Show the plan of a session; None shows nothing. What was typed is saved first."""
        if session != self._session:
            self._save()
            self._keep_refused()
            self.refusal.say("")
        self._session = session
        self.refresh()

    def refresh(self) -> None:
        """Read the plan again; words that are being typed stay."""
        plan = None if self._session is None else self._gate.ask(operations.plan, self._session)
        if plan is None:
            self._plan = None
            clear(self._body)
            self._show_last(None)
            return
        self._plan = plan
        self._show(plan)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._next_head.set_words(_("For next time"))
        self.next_time.setAccessibleName(_("For next time"))
        self.next_time.setPlaceholderText(_("What should the group go on with?"))
        self._next_about.set_words(
            _("Stands at the top of the next session’s plan. No names of participants.")
        )
        self.print_button.set_words(_("Print the plan"))
        self.activity_button.set_words(_("Activity"))
        self.last_button.set_words(_("Open last time"))
        if self._plan is not None:
            self._show(self._plan)

    def restyle(self) -> None:
        """Nothing of its own: cards and labels follow the theme."""
        self.updateGeometry()

    def first_focus(self) -> QWidget:
        """The line for next time; for whoever may not write it the way to paper."""
        return self.print_button if self.next_time.isReadOnly() else self.next_time

    def unfinished(self) -> str:
        """The words for next time that are typed and not saved, or empty."""
        typed = self.next_time.text()
        return typed if self._plan is not None and typed != self._plan.next_time else ""

    def _follow(self, done: Done) -> None:
        """Something was written, also by undo: the plan that is on screen is read again."""
        if TABLES & done.tables and self.isVisible():
            self.refresh()

    def _show(self, plan: SessionPlan) -> None:
        desk = self._gate.desk()
        clear(self._body)
        self._body.add(sections.know_card(plan))
        said = sections.said_card(plan)
        if said is not None:
            self._body.add(said)
        now = desk.now.time() if plan.date == desk.today else None
        for part in self._parts(plan, now):
            self._body.add(part, Separator())
        if not plan.planned:
            self._body.add(
                Label(_("The activity has no phases, materials or hazards yet."), "text2", 13.5, wrap=True)
            )
        self._show_last(plan)
        may = desk.may(Right.RECORD) and not self._gate.read_only
        self.next_time.setReadOnly(not may)
        self.print_button.setVisible(desk.may(Right.PRINT))
        if plan.session != self._shown or not self.next_time.being_typed():
            self.next_time.set_words(plan.next_time)
        self._shown = plan.session

    def _parts(self, plan: SessionPlan, now: time | None) -> Iterator[QWidget]:
        """The sections that have something to say."""
        if plan.away:
            yield sections.away_section(plan, self._gate.signs())
        if plan.phases:
            yield sections.phases_section(plan, now)
        if plan.materials:
            yield sections.materials_section(plan)
        if plan.hazards:
            yield sections.hazards_section(plan)
        if plan.staff:
            yield sections.staff_section(plan)

    def _show_last(self, plan: SessionPlan | None) -> None:
        clear(self._last)
        last = plan.last if plan is not None else None
        self._last_box.setVisible(last is not None)
        if last is None:
            return
        when = f"{current().day(last.date)} · {sections.came_words(last)}"
        self._last.add(sections.head(_("Last time")), Label(when, "text", 13.5, wrap=True))
        tasks = sections.tasks_words(last)
        if tasks:
            done = _("Done: {tasks}").format(tasks=tasks)
            self._last.add(Label(done, "text2", 13, wrap=True, typed=True))
        if last.events:
            events = _("Special events: {words}").format(words=last.events)
            self._last.add(Label(events, "text2", 13, wrap=True, typed=True))

    def _save(self) -> None:
        plan, typed = self._plan, self.next_time.text()
        said = () if plan is None else (plan.next_time, " ".join(plan.next_time.split()))
        if plan is None or typed in said or self.next_time.isReadOnly():
            return
        self.refusal.say("")
        try:
            self._gate.write(operations.set_next_time, plan.session, typed)
        except UserError as error:
            self.refusal.say(say(error))
            return
        if not self.isVisible():  # else `_follow` has read it
            self.refresh()

    def _keep_refused(self) -> None:
        """Words that were refused wait for their session to be shown again."""
        left = self.unfinished()
        if left and self._plan is not None:
            self._gate.unfinished.keep({f"{DRAFT}.{self._plan.session}": {"words": left}})

    def _print(self) -> None:
        if self._plan is not None:
            self.wanted.emit(Place("preview", self._plan.date, self._plan.session, part="plan"))

    def _open_activity(self) -> None:
        if self._plan is not None:
            self.wanted.emit(Place("activity", activity=self._plan.activity))

    def _open_last(self) -> None:
        if self._plan is not None and self._plan.last is not None:
            self.wanted.emit(Place("register", self._plan.last.date, self._plan.last.session))
