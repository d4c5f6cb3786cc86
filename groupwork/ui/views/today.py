"""Today: the session now or next, the rest of the day, what is still to finish, what comes."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import SessionId
from groupwork.domain.missing import in_order
from groupwork.domain.today import TodayPage
from groupwork.i18n import _, current, ngettext
from groupwork.operations import today as operations
from groupwork.operations.desk import Right
from groupwork.ui.backups.line import BackupLine
from groupwork.ui.day import words
from groupwork.ui.day.away_button import AwayButton
from groupwork.ui.day.here_button import HereButton
from groupwork.ui.day.incidents_card import INCIDENT_TABLES, incidents_card
from groupwork.ui.day.missing_card import missing_card
from groupwork.ui.day.notes_line import NOTE_TABLES, notes_card
from groupwork.ui.day.nothing_today import nothing_today
from groupwork.ui.day.now_card import NowCard
from groupwork.ui.day.recovery_card import recovery_card
from groupwork.ui.day.session_row import SessionRow
from groupwork.ui.day.side_list import AheadLine, AlertList, TaskRow
from groupwork.ui.day.to_follow_up import ToFollowUp
from groupwork.ui.focus import focus_now, focused
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import EmptyState, Scroll, SectionHead, Title

SIDE = 352
ONE_COLUMN_BELOW = 900


class TodayView(View):
    """The first page. Everything on it leads somewhere with one click."""

    tables = frozenset(
        {
            "session",
            "attendance",
            "closure",
            "group_",
            "membership",
            "alert",
            "setting",
            "planned_absence",
            "participant",
        }
        | HereButton.tables
        | NOTE_TABLES
        | INCIDENT_TABLES
        | ToFollowUp.tables
    )

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._page: TodayPage | None = None
        self._one_column = False
        self._title = Title("", 27)
        self._summary = Label("", "text2", 14.5, wrap=True)
        self._back = Button("", "secondary", "chevron-left", small=True)
        self._on = Button("", "secondary", "chevron-right", small=True)
        self._print = Button("", "secondary", "printer")
        self.here_button, self.away_button = HereButton(gate, go), AwayButton(gate, go)
        self.to_follow_up = ToFollowUp(gate, go)
        self._back.clicked.connect(partial(self._go_day, -1))
        self._on.clicked.connect(partial(self._go_day, 1))
        self._print.clicked.connect(self._print_pack)
        buttons = (self._back, self._on, self.here_button, self.away_button, self._print)
        tools = Flow(*buttons, gap=6, centred=True)  # three wide ones: with large text on two lines
        self._head: Box = row((column(self._title, self._summary, gap=2), 1), tools, gap=8)
        self._left = column(gap=8)
        self._right = column(gap=6)
        self._side = box(self._right)
        self._body: Box = row((box(self._left), 1), self._side, gap=24)
        self._scroll = Scroll(box(column(self._head, 12, self._body, None, gap=0, margins=(28, 6, 24, 16))))
        self.setLayout(column(self._scroll, gap=0))
        for key, slot in (("Right", self._to_open), ("Left", self._to_now), ("Ctrl+P", self._print_pack)):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(key), self, context=context).activated.connect(slot)
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return _("Today")

    def refresh(self) -> None:
        """Read the page again and show it."""
        self._page = operations.today(self.gate.desk())
        self._show()

    def first_focus(self) -> QWidget | None:
        """The button that opens the register now or next; else the first session, else "Plan a session"."""
        card = self.findChild(NowCard)
        if isinstance(card, NowCard):
            return card.open_button
        line = self.findChild(SessionRow)
        if isinstance(line, SessionRow):
            return line
        state = self.findChild(EmptyState)
        return state.findChild(Button) if isinstance(state, EmptyState) else None

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("Enter", _("Open the register")),
            KeyLine("→", _("To the first open register of a past day")),
            KeyLine("←", _("Back to the session now or next")),
            KeyLine("Ctrl+P", _("Print day pack")),
        )

    def unfinished(self) -> dict[str, Words]:
        """A call to somebody begun and not saved."""
        return self.to_follow_up.cards.unfinished()

    def _to_open(self) -> None:
        line = self.findChild(TaskRow)
        if isinstance(line, TaskRow):
            line.setFocus(Qt.FocusReason.TabFocusReason)

    def _to_now(self) -> None:
        target = self.first_focus() or self.findChild(SessionRow)
        if isinstance(target, QWidget):
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._back.set_name(_("Day before"))
        self._on.set_name(_("Day after"))
        self._print.set_words(_("Print day pack"))
        self.away_button.retranslate()
        self.to_follow_up.retranslate()
        if self._page is not None:
            self.refresh()

    def restyle(self) -> None:
        """The side column follows the text size."""
        self._arrange(force=True)

    def resizeEvent(self, event: object) -> None:
        """Under 900 px at 100 % text everything stands in one column."""
        self._arrange()

    def _arrange(self, *, force: bool = False) -> None:
        one = self.width() / theme.scale < ONE_COLUMN_BELOW
        if one == self._one_column and not force:
            return
        self._one_column = one
        direction = Box.Direction.TopToBottom if one else Box.Direction.LeftToRight
        self._body.setDirection(direction)
        self._head.setDirection(direction)
        if one:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(theme.size(SIDE))

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        focus, was_here = self._focused_session(), self._focus_goes()
        self._title.set_words(words.day_title(page.day))
        self._summary.set_words(words.day_summary(page.day))
        self._print.setEnabled(bool(page.day.sessions))
        self._print.setVisible(self.gate.desk().may(Right.PRINT))
        self.here_button.count()
        clear(self._left)
        self._right.removeWidget(self.to_follow_up)
        clear(self._right)
        self._show_left(page)
        self._show_right(page)
        self._arrange(force=True)
        if was_here:
            self._restore_focus(focus)

    def _show_left(self, page: TodayPage) -> None:
        if page.current is not None:
            card = NowCard(page.current, page.now, running=page.running, alerts=self._alerts_of(page))
            card.opened.connect(self._open)
            card.printed.connect(self._print_session)
            if not self.gate.desk().may(Right.PRINT):
                card.print_button.hide()
            self._left.add(card, 6)
        if not page.day.sessions:
            self._left.add(nothing_today(self.gate, self.go, page))
            return
        if page.others:
            more = Button(_("Show in schedule"), "ghost", after="chevron-right", small=True)
            more.clicked.connect(partial(self._go_day, 0))
            heading = _("Also today") if page.current is not None else _("Sessions today")
            self._left.add(row(SectionHead(heading), None, more, margins=(2, 0, 2, 0)))
            self._left.add(self._rows(page))
        self._left.addStretch(1)

    def _rows(self, page: TodayPage) -> Card:
        card = Card(pad=(0, 6, 0, 6), gap=0)
        for n, session in enumerate(page.others):
            if n:
                card.add(Separator(left=18, right=18))
            line = SessionRow(session, page.now)
            line.opened.connect(self._open)
            card.add(line)
        return card

    def _show_right(self, page: TodayPage) -> None:
        reminder = recovery_card(self.gate, self.go)
        if reminder is not None:
            self._right.add(reminder, 4)
        missing = in_order(page.open_registers, self.gate.actor_name)
        self._right.add(SectionHead(_("To finish")), missing_card(missing, self.go), 4)
        notes = notes_card(self.gate, self.go)
        if notes is not None:
            self._right.add(notes, 4)
        incidents = incidents_card(self.gate, self.go)
        if incidents is not None:
            self._right.add(SectionHead(_("Incidents")), incidents, 4)
        self._right.add(self.to_follow_up)  # first: shown without a parent it would be a window
        self.to_follow_up.refresh()
        alerts = AlertList(page)
        if alerts.count:
            self._right.add(SectionHead(_("Alerts today")), alerts, 4)
        backups = self.gate.backups
        if page.ahead or (backups.automatic and backups.shown):
            self._right.add(SectionHead(_("Ahead")), self._ahead(page))
        self._right.addStretch(1)

    def _ahead(self, page: TodayPage) -> Card:
        lines = column(gap=9, margins=(16, 8, 16, 8))
        for ahead in page.ahead:
            cost = ngettext("{n} session lost", "{n} sessions lost", ahead.sessions)
            text = ahead.words + (", " + cost.format(n=ahead.sessions) if ahead.sessions else "")
            lines.add(AheadLine(current().day(ahead.date), text))
        card, backups = Card(pad=(0, 4, 0, 4), gap=0), self.gate.backups
        if page.ahead:
            card.add(box(lines))
        if backups.automatic and backups.shown:
            if page.ahead:
                card.add(Separator(left=60, right=14))
            card.add(BackupLine(backups, self.go))
        return card

    def _alerts_of(self, page: TodayPage) -> list[str]:
        lines = dict(page.alerts).get(page.current.id, ()) if page.current is not None else ()
        return [f"{line.name}: {line.words}" for line in lines]

    def _focused_session(self) -> SessionId | None:
        focus = self.focusWidget()
        return focus.session.id if isinstance(focus, SessionRow) else None

    def _focus_goes(self) -> bool:
        """Whether the focus is on something that is about to be built anew."""
        at = focused(self)
        stays = (None, self._back, self._on, self._print, self.here_button, self.away_button)
        return at not in stays and not self.to_follow_up.isAncestorOf(at)

    def _restore_focus(self, session: SessionId | None) -> None:
        lines = [line for line in self.findChildren(SessionRow) if line.session.id == session]
        target = lines[0] if lines else self.first_focus()
        if target is not None:
            focus_now(target)

    def _open(self, session: SessionId) -> None:
        self.go(Place("register", session=session))

    def _print_session(self, session: SessionId) -> None:
        self.go(Place("preview", session=session))

    def _print_pack(self) -> None:
        if self._page is not None:
            self.go(Place("preview", date=self._page.day.date))

    def _go_day(self, days: int) -> None:
        if self._page is not None:
            day = self._page.day.date + timedelta(days=days)
            self.go(Place("schedule", date=day, part="day" if days else ""))
