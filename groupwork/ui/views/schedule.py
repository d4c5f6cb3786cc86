"""The schedule as a day list: move between days and sessions, plan, change, call off."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.clashes import Clash
from groupwork.domain.ids import SessionId
from groupwork.domain.sessions import DayInfo, SessionInfo
from groupwork.i18n import _
from groupwork.operations import clashes as clash_operations
from groupwork.operations import sessions as operations
from groupwork.ui.day import words
from groupwork.ui.day.detail import SessionDetail, reason_kind
from groupwork.ui.day.nothing_planned import nothing_planned
from groupwork.ui.day.plan_form import PlanForm
from groupwork.ui.day.schedule_head import ScheduleHead
from groupwork.ui.day.session_row import SessionRow
from groupwork.ui.day.unfinished_day import begun, drop_reason
from groupwork.ui.day.week_strip import WeekStrip
from groupwork.ui.focus import focus_now, focused
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import Scroll

PANEL = 440
ONE_COLUMN_BELOW = 900


class ScheduleView(View):
    """One day with its week above it; at the right the chosen session or the form to plan one."""

    tables = frozenset(
        {
            "session",
            "session_facilitator",
            "session_invite",
            "attendance",
            "closure",
            "group_",
            "membership",
            "planned_absence",
            "setting",
            "room",
            "facilitator",
            "activity",
        }
    )

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._date = gate.today
        self._chosen: SessionId | None = None
        self._form: PlanForm | None = None
        self._detail: SessionDetail | None = None
        self._day = DayInfo(self._date)
        self._clashes: dict[SessionId, tuple[Clash, ...]] = {}
        self._head = ScheduleHead()
        self._head.moved.connect(self._step_days)
        self._head.wanted.connect(self.show_date)
        self._head.today.connect(self._show_today)
        self._head.printed.connect(self._print_pack)
        self._head.planned.connect(self.plan)
        self._strip = WeekStrip()
        self._strip.chosen.connect(self.show_date)
        self._list = column(gap=0)
        self._panel = column(gap=0)
        self._panel_box = box(self._panel)
        self._body: Box = row((box(self._list), 1), self._panel_box, gap=18)
        content = column(self._head, 10, self._strip, 12, self._body, None, gap=0, margins=(24, 2, 20, 12))
        self.setLayout(column(Scroll(box(content)), gap=0))
        self._add_keys()
        self._head.retranslate()

    def title(self) -> str:
        """The page's name."""
        return _("Schedule")

    def show_place(self, place: Place) -> None:
        """Enter at a day, at a session, or with the form open."""
        if place.session is not None:
            found = self.gate.ask(operations.session, place.session)
            if found is not None:
                self._date, self._chosen = found.date, found.id
        elif place.date is not None:
            self._date, self._chosen = place.date, None
        self._close_form()
        kind, session = begun(self.gate)
        if session is not None:
            self._date, self._chosen = session.date, session.id
        self.refresh()
        if place.page == "plan" or kind == "plan":
            self.plan()
        elif kind.startswith("plan."):
            self._open_form(self._chosen)

    def show_date(self, day: date) -> None:
        """Show another day."""
        self._date, self._chosen = day, None
        self._close_form()
        self.refresh()

    def refresh(self) -> None:
        """Read the week and its clashes again; the keyboard stays at the chosen session."""
        focus = focused(self)
        in_panel = focus is not None and self._form is None and self._panel_box.isAncestorOf(focus)
        was_here = in_panel or isinstance(focus, SessionRow)
        monday = self._date - timedelta(days=self._date.weekday())
        desk = self.gate.desk()
        week = operations.week(desk, monday)
        self._clashes = clash_operations.clashes_on(desk, self._date)
        self._day = next(day for day in week if day.date == self._date)
        open_by_day = {day.date: sum(s.is_open(desk.now) for s in day.sessions) for day in week}
        self._strip.show_week(week, self._date, desk.today, open_by_day)
        self._head.show_day(self._day)
        self._show_list(self._day.sessions)
        if self._form is None:
            self._show_panel()
        target = self.first_focus() if was_here else None
        if target is not None:
            focus_now(target, Qt.FocusReason.ActiveWindowFocusReason)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._head.retranslate()
        self._close_form()
        self.refresh()

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("← →", _("Day before, day after (in the week)")),
            KeyLine("↑ ↓", _("Session before, session after")),
            KeyLine("Enter", _("Open the register")),
            KeyLine("Ctrl+N", _("Plan a session")),
            KeyLine("Ctrl+G", _("Go to a date")),
            KeyLine("Ctrl+T", _("Show today")),
            KeyLine(_("Page Up, Page Down"), _("Week before, week after")),
            KeyLine("Ctrl+P", _("Print day pack")),
            KeyLine("Esc", _("Close the form")),
        )

    def unfinished(self) -> dict[str, Words]:
        """What stands in the open form, or half typed why a session was not held."""
        shown = self._form or self._detail
        return shown.unfinished() if shown is not None else {}

    def first_focus(self) -> QWidget | None:
        """The open form; else the chosen session, else the first, else the button to plan one."""
        if self._form is not None:
            return self._form.first_field()
        rows = self.findChildren(SessionRow)
        chosen = [line for line in rows if line.session.id == self._chosen]
        return next(iter(chosen or rows), self._head.plan_button)

    def plan(self) -> None:
        """Open the form for a new session on this day."""
        self._open_form(None)

    def restyle(self) -> None:
        """The panel follows the text size."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under 900 px at 100 % text the panel stands below the list."""
        self._arrange()

    def _add_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+N", self.plan),
            ("Ctrl+G", self._head.jump.open),
            ("Ctrl+T", self._show_today),
            ("Ctrl+P", self._print_pack),
            ("PgUp", partial(self._step_days, -7)),
            ("PgDown", partial(self._step_days, 7)),
        ):
            shortcut = QShortcut(
                QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(slot)

    def _arrange(self) -> None:
        one = self.width() / theme.scale < ONE_COLUMN_BELOW
        self._body.setDirection(Box.Direction.TopToBottom if one else Box.Direction.LeftToRight)
        self._head.set_narrow(one)
        self._panel_box.setMinimumWidth(0 if one else theme.size(PANEL))
        self._panel_box.setMaximumWidth(16_777_215 if one else theme.size(PANEL))

    def _show_list(self, sessions: tuple[SessionInfo, ...]) -> None:
        clear(self._list)
        if not sessions:
            self._list.add(nothing_planned(self._day.closure, self.plan))
            return
        now = self.gate.desk().now
        if self._chosen not in {s.id for s in sessions}:
            self._chosen = next((s.id for s in sessions if s.ends > now), sessions[0].id)
        card = Card(pad=(0, 6, 0, 6), gap=0)
        for n, session in enumerate(sessions):
            if n:
                card.add(Separator(left=18, right=18))
            line = SessionRow(session, now, self._clashes.get(session.id, ()), opens_on_click=False)
            line.setChecked(session.id == self._chosen)
            line.opened.connect(self._open)
            line.chosen.connect(self._choose)
            card.add(line)
        self._list.add(card, None)

    def _show_panel(self) -> None:
        clear(self._panel)
        self._detail = None
        session = next((s for s in self._day.sessions if s.id == self._chosen), None)
        self._panel_box.setVisible(session is not None or self._form is not None)
        if session is None:
            return
        detail = SessionDetail(session, self._clashes.get(session.id, ()), words.number_words(session.number))
        detail.opened.connect(self._open)
        detail.printed.connect(self._print_session)
        detail.edited.connect(self._open_form)
        detail.removed.connect(self._remove)
        detail.reopened.connect(self._reopen)
        detail.not_held.connect(self._not_held)
        detail.given_up.connect(partial(drop_reason, self.gate))
        detail.restore_reason(self.gate.unfinished.of(reason_kind(session.id)))
        self._panel.add(detail, None)
        self._detail = detail

    def _open_form(self, session: SessionId | None) -> None:
        found = next((s for s in self._day.sessions if s.id == session), None)
        self._close_form()
        clear(self._panel)
        self._detail = None
        self._form = PlanForm(self.gate, self._date, found)
        self._form.finished.connect(self._finished)
        self._panel.add(self._form, None)
        self._panel_box.setVisible(True)
        focus_now(self._form.first_field())

    def _close_form(self) -> None:
        if self._form is not None:
            self._form = None
            clear(self._panel)

    def _finished(self, session: SessionId | None, day: date) -> None:
        """The form is done: show what was planned, or what was there before."""
        self._form = None
        if session is not None:
            self._date, self._chosen = day, session
        self.refresh()
        target = self.first_focus()
        if target is not None:
            focus_now(target)

    def _choose(self, session: SessionId) -> None:
        if session == self._chosen and self._form is None:
            return
        self._chosen = session
        self._close_form()
        for line in self.findChildren(SessionRow):
            line.setChecked(line.session.id == session)
        self._show_panel()

    def _open(self, session: SessionId) -> None:
        self.go(Place("register", session=session))

    def _print_session(self, session: SessionId) -> None:
        self.go(Place("preview", session=session))

    def _print_pack(self) -> None:
        if self._day.sessions:
            self.go(Place("preview", date=self._date))

    def _remove(self, session: SessionId) -> None:
        self.gate.do(operations.remove_session, session)

    def _reopen(self, session: SessionId) -> None:
        self.gate.do(operations.reopen, session)

    def _not_held(self, session: SessionId, reason: str) -> None:
        if self.gate.do(operations.mark_not_held, session, reason) is not None:
            drop_reason(self.gate, session)

    def _step_days(self, days: int) -> None:
        self.show_date(self._date + timedelta(days=days))

    def _show_today(self) -> None:
        self.show_date(self.gate.today)
