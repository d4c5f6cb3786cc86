"""One day of the schedule as a list with its week above it; at the right the chosen session or the form."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.clashes import ClashKind
from groupwork.domain.ids import SessionId
from groupwork.domain.schedule import monday
from groupwork.domain.sessions import DayInfo, SessionInfo
from groupwork.i18n import _
from groupwork.operations import clashes as clash_operations
from groupwork.operations import sessions as operations
from groupwork.operations import settings
from groupwork.operations.clashes import Judged
from groupwork.operations.desk import Right
from groupwork.ui.day.detail import Beside
from groupwork.ui.day.kept_clashes import KeptClashes
from groupwork.ui.day.nothing_planned import nothing_planned
from groupwork.ui.day.schedule_head import ScheduleHead
from groupwork.ui.day.session_panel import SessionPanel
from groupwork.ui.day.session_row import SessionRow
from groupwork.ui.day.week_strip import WeekStrip
from groupwork.ui.focus import focus_now, focused
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.view import Go, KeyLine
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import Scroll

PANEL = 440
ONE_COLUMN_BELOW = 900


class DayPage(QWidget):
    """The day list. `date` is the day shown, `chosen` the session whose details stand beside it."""

    def __init__(self, gate: Gate, go: Go, modes: Segments, kept: KeptClashes) -> None:
        super().__init__()
        self.gate, self.go = gate, go
        self.date = gate.today
        self.chosen: SessionId | None = None
        self.day = DayInfo(self.date)
        self._judged = Judged({}, {})
        self._kept = kept
        self.head = ScheduleHead(modes)
        self.head.moved.connect(self._step_days)
        self.head.wanted.connect(self.show_date)
        self.head.today.connect(self._show_today)
        self.head.printed.connect(self._print_pack)
        self.head.planned.connect(self.plan)
        self._strip = WeekStrip()
        self._strip.chosen.connect(self.show_date)
        self._list = column(gap=0)
        self.panel = SessionPanel(gate)
        self.panel.opened.connect(self._open)
        self.panel.printed.connect(self._print_session)
        self.panel.plan_wanted.connect(lambda id_: self.go(Place("register", session=id_, part="plan")))
        self.panel.edited.connect(self.open_form)
        self.panel.finished.connect(self._finished)
        self.panel.kept.connect(self._keep)
        self._body: Box = row((box(self._list), 1), self.panel, gap=18)
        content = column(self.head, 10, self._strip, 12, self._body, None, gap=0, margins=(24, 2, 20, 12))
        self._scroll = Scroll(box(content))
        self.setLayout(column(self._scroll, gap=0))
        self._add_keys()
        self.head.retranslate()

    def enter(self, day: date, chosen: SessionId | None) -> None:
        """Show a day and a session of it."""
        self.date, self.chosen = day, chosen
        self.panel.close_form()
        self.refresh()

    def show_date(self, day: date) -> None:
        """Show another day."""
        self.enter(day, None)

    def refresh(self) -> None:
        """Read the week and its clashes again; the keyboard stays at the chosen session."""
        focus, bar = focused(self), self._scroll.verticalScrollBar()
        seen = bar.value()
        in_panel = focus is not None and self.panel.form is None and self.panel.isAncestorOf(focus)
        was_here = in_panel or isinstance(focus, SessionRow)
        desk = self.gate.desk()
        week = operations.week(desk, monday(self.date))
        self._judged = clash_operations.judged_between(desk, self.date, self.date)
        self.day = next(day for day in week if day.date == self.date)
        open_by_day = {day.date: sum(s.is_open(desk.now) for s in day.sessions) for day in week}
        self._strip.show_week(week, self.date, desk.today, open_by_day)
        self.head.show_day(self.day)
        self._show_list(self.day.sessions)
        if self.panel.form is None:
            self._show_panel()
        target = self.first_focus() if was_here else None
        if target is not None:
            focus_now(target, Qt.FocusReason.ActiveWindowFocusReason)
            bar.setValue(seen)  # what was cleared away passed the focus on, and the page followed it

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.head.retranslate()
        self.panel.close_form()
        self.panel.late.retranslate()
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

    def first_focus(self) -> QWidget | None:
        """The open form; else the chosen session, else the first, else the button to plan one."""
        if self.panel.form is not None:
            return self.panel.form.first_field()
        rows = self.findChildren(SessionRow)
        chosen = [line for line in rows if line.session.id == self.chosen]
        return next(iter(chosen or rows), self.head.plan_button)

    def plan(self) -> None:
        """Open the form for a new session on this day."""
        self.open_form(None)

    def open_form(self, session: SessionId | None) -> None:
        """Open the form for a change of a session of this day, or for a new one."""
        found = next((s for s in self.day.sessions if s.id == session), None)
        self.panel.setVisible(True)
        self.panel.open_form(self.date, found)

    def restyle(self) -> None:
        """The panel follows the text size."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under 900 px at 100 % text the panel stands below the list."""
        self._arrange()

    def _add_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+N", self.plan),
            ("Ctrl+G", self.head.jump.open),
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
        self.head.set_narrow(one)
        self.panel.setMinimumWidth(0 if one else theme.size(PANEL))
        self.panel.setMaximumWidth(16_777_215 if one else theme.size(PANEL))

    def _show_list(self, sessions: tuple[SessionInfo, ...]) -> None:
        clear(self._list)
        if not sessions:
            self._list.add(nothing_planned(self.day.closure, self.plan))
            return
        now = self.gate.desk().now
        if self.chosen not in {s.id for s in sessions}:
            self.chosen = next((s.id for s in sessions if s.ends > now), sessions[0].id)
        clashes = self._kept.without(self._judged.clashes, sessions)
        card = Card(pad=(0, 6, 0, 6), gap=0)
        for n, session in enumerate(sessions):
            if n:
                card.add(Separator(left=18, right=18))
            line = SessionRow(session, now, clashes.get(session.id, ()), opens_on_click=False)
            line.setChecked(session.id == self.chosen)
            line.opened.connect(self._open)
            line.chosen.connect(self._choose)
            card.add(line)
        self._list.add(card, None)

    def _show_panel(self) -> None:
        session = next((s for s in self.day.sessions if s.id == self.chosen), None)
        self.panel.setVisible(session is not None)
        clashes = self._kept.without(self._judged.clashes, self.day.sessions)
        limits = self._judged.limits.get(session.id) if session is not None else None
        desk = self.gate.desk()
        beside = Beside(
            now=desk.now,
            clashes=clashes.get(session.id, ()) if session is not None else (),
            room_places=limits.room_places if limits is not None else None,
            may_plan=desk.may(Right.PLAN),
            reasons=settings.centre(desk).not_held_reasons,
        )
        self.panel.show_session(session, beside)

    def _finished(self, session: SessionId | None, day: date) -> None:
        """The form is done: show what was planned, or what was there before."""
        if session is not None:
            self.date, self.chosen = day, session
        self.refresh()
        target = self.first_focus()
        if target is not None:
            focus_now(target)

    def _choose(self, session: SessionId) -> None:
        if session == self.chosen and self.panel.form is None:
            return
        self.chosen = session
        for line in self.findChildren(SessionRow):
            line.setChecked(line.session.id == session)
        self._show_panel()

    def _keep(self, session: SessionId, kind: ClashKind) -> None:
        self._kept.keep(session, kind)
        self.refresh()

    def _open(self, session: SessionId) -> None:
        self.go(Place("register", session=session))

    def _print_session(self, session: SessionId) -> None:
        self.go(Place("preview", session=session))

    def _print_pack(self) -> None:
        if self.day.sessions:
            self.go(Place("preview", date=self.date))

    def _step_days(self, days: int) -> None:
        self.show_date(self.date + timedelta(days=days))

    def _show_today(self) -> None:
        self.show_date(self.gate.today)
