"""The head over the week: which week, moving on, only one room or facilitator, Day or Week, and New."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from groupwork.domain.sessions import SessionInfo
from groupwork.i18n import _
from groupwork.ui.actions import key_words
from groupwork.ui.day.date_jump import DateJump
from groupwork.ui.week.facts import Filter
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.label import Elided
from groupwork.ui.widgets.layouts import Box, column, row
from groupwork.ui.widgets.page import Title


class WeekHead(QWidget):
    """Title and buttons; the page does what they ask."""

    moved = Signal(int)
    """By so many days."""
    wanted = Signal(object)
    """date: go there."""
    today = Signal()
    printed = Signal()
    """The day pack of the day one is at."""
    week_printed = Signal()
    planned = Signal()
    filtered = Signal(object)
    """Filter"""

    def __init__(self, modes: Segments) -> None:
        super().__init__()
        self.only = Filter()
        self._only_name = ""
        self._offers: list[tuple[str, Filter]] = []
        self._title = Title("", 22)
        self._week = Chip("", "neutral", size=13)
        self._term = Elided("", "text2", 13)
        self._back = Button("", "secondary", "chevron-left", small=True)
        self._today = Button("", "secondary", small=True)
        self._on = Button("", "secondary", "chevron-right", small=True)
        self.jump = DateJump()
        self._print = Button("", "secondary", "printer", small=True)
        self.filter_button = Button("", "secondary", "list-filter", after="chevron-down", small=True)
        self.plan_button = Button("", "primary", "plus", small=True)
        self._back.clicked.connect(partial(self.moved.emit, -7))
        self._on.clicked.connect(partial(self.moved.emit, 7))
        self._today.clicked.connect(self.today)
        self.jump.chosen.connect(self.wanted)
        self._print.clicked.connect(self._choose_print)
        self.plan_button.clicked.connect(self.planned)
        self.filter_button.clicked.connect(self._choose)
        where = row(self._title, 4, self._week, 2, row(self._back, self._today, self._on, self.jump, gap=0))
        where.add((self._term, 1))
        tools = row(
            self.filter_button, self._print, modes, 4, self.plan_button, None, gap=2, margins=(-3, 0, 0, 0)
        )
        self._line: Box = row((where, 1), tools, gap=8, margins=(0, 0, 9, 0))
        self.setLayout(column(self._line, gap=0))

    def set_narrow(self, narrow: bool) -> None:
        """On one line, or the buttons below."""
        self._line.setDirection(Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight)

    def show_week(self, title: str, week: int, term: str, sessions: Iterable[SessionInfo]) -> None:
        """Words of the week; rooms and facilitators to choose from are those of its sessions."""
        self._title.set_words(title)
        self._week.set_words(_("Week {n}").format(n=week))
        self._term.set_words(term)
        shown = list(sessions)
        rooms = {s.room_name: s.room for s in shown if s.room is not None}
        staff = {person.name: person.id for s in shown for person in s.staff}
        self._offers = [(name, Filter(room=rooms[name])) for name in sorted(rooms, key=str.casefold)]
        self._offers += [(name, Filter(staff=staff[name])) for name in sorted(staff, key=str.casefold)]
        self._name_filter()

    def set_may(self, *, plan: bool, prints: bool) -> None:
        """Without the right to plan or print there is nothing to do it with."""
        self.plan_button.setVisible(plan)
        self._print.setVisible(prints)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._back.set_name(_("Week before"))
        self._on.set_name(_("Week after"))
        self._today.set_words(_("Today"), _("Show this week"))
        self._print.set_name(_("Print a day or the week …"))
        self.plan_button.set_words(_("New"), _("Plan a session"))
        self.jump.retranslate()
        self._name_filter()

    def _name_filter(self) -> None:
        words = self._only_name or _("All rooms")
        self.filter_button.set_words(words, _("Show only: {what}").format(what=words))

    def menu(self) -> QMenu:
        """Everything, each room, each facilitator."""
        menu = QMenu(self)
        self._add(menu, _("All rooms"), Filter())
        for part in (True, False):
            offers = [(name, only) for name, only in self._offers if (only.room is not None) is part]
            if offers:
                menu.addSeparator()
            for name, only in offers:
                self._add(menu, name, only)
        return menu

    def _add(self, menu: QMenu, name: str, only: Filter) -> None:
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(only == self.only)
        action.triggered.connect(partial(self._take, only))

    def _take(self, only: Filter, _checked: bool = False) -> None:
        self.only = only
        self._only_name = next((name for name, offer in self._offers if offer == only), "")
        self._name_filter()
        self.filtered.emit(only)

    def print_menu(self) -> QMenu:
        """What can be printed from here."""
        menu = QMenu(self)
        day = _("Print day pack")
        menu.addAction(f"{day}\t{key_words('Ctrl+P')}").triggered.connect(self.printed)
        menu.addAction(_("Print registers of the week")).triggered.connect(self.week_printed)
        return menu

    def _choose(self) -> None:
        _open_below(self.menu(), self.filter_button)

    def _choose_print(self) -> None:
        _open_below(self.print_menu(), self._print)


def _open_below(menu: QMenu, button: Button) -> None:
    from groupwork.ui.register.menus import open_at

    open_at(menu, button.mapToGlobal(QPoint(0, button.height())))
