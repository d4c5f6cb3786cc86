"""The session's plan beside its register: what somebody needs who stands in the room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import SessionId
from groupwork.domain.session_plan import SessionPlan
from groupwork.errors import UserError
from groupwork.i18n import _, current, say
from groupwork.operations import session_plan as operations
from groupwork.operations.desk import Right
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
        """The line for next time."""
        return self.next_time if self.next_time.isEnabled() else self.print_button

    def unfinished(self) -> str:
        """The words for next time that are typed and not saved, or empty."""
        typed = self.next_time.text()
        return typed if self._plan is not None and typed != self._plan.next_time else ""

    def _show(self, plan: SessionPlan) -> None:
        desk = self._gate.desk()
        clear(self._body)
        self._body.add(sections.know_card(plan))
        said = sections.said_card(plan)
        if said is not None:
            self._body.add(said)
        now = desk.now.time() if plan.date == desk.today else None
        parts = (
            (plan.away, lambda: sections.away_section(plan, self._gate.signs())),
            (plan.phases, lambda: sections.phases_section(plan, now)),
            (plan.materials, lambda: sections.materials_section(plan)),
            (plan.hazards, lambda: sections.hazards_section(plan)),
            (plan.staff, lambda: sections.staff_section(plan)),
        )
        for there, build in parts:
            if there:
                self._body.add(build(), Separator())
        if not plan.planned:
            self._body.add(
                Label(_("The activity has no phases, materials or hazards yet."), "text2", 13.5, wrap=True)
            )
        self._show_last(plan)
        may = desk.may(Right.RECORD) and not self._gate.read_only
        self.next_time.setReadOnly(not may)
        self.print_button.setVisible(desk.may(Right.PRINT))
        if not self.next_time.being_typed():
            self.next_time.set_words(plan.next_time)

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
        if plan is None or " ".join(typed.split()) == plan.next_time or self.next_time.isReadOnly():
            return
        self.refusal.say("")
        try:
            self._gate.write(operations.set_next_time, plan.session, typed)
        except UserError as error:
            self.refusal.say(say(error))
            return
        self.refresh()

    def _print(self) -> None:
        if self._plan is not None:
            self.wanted.emit(Place("preview", self._plan.date, self._plan.session, part="plan"))

    def _open_activity(self) -> None:
        if self._plan is not None:
            self.wanted.emit(Place("activity", activity=self._plan.activity))

    def _open_last(self) -> None:
        if self._plan is not None and self._plan.last is not None:
            self.wanted.emit(Place("register", self._plan.last.date, self._plan.last.session))
