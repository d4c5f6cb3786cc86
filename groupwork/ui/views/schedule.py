"""The schedule: a week of blocks, or one day as a list. Which of them is remembered on this machine."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from groupwork.domain.ids import SessionId
from groupwork.i18n import _
from groupwork.operations.session_days import day_of
from groupwork.ui.day.day_page import DayPage
from groupwork.ui.day.first_schedule import FirstScheduleHint
from groupwork.ui.day.kept_clashes import KeptClashes
from groupwork.ui.day.unfinished_day import begun
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.week.week_page import WeekPage
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.layouts import column

MODES = ("day", "week")
WEEK_FROM = 900
"""Logical px of the window under which the day list is shown whatever was chosen."""


class ScheduleView(View):
    """Shows one of its two pages, made when first needed; both know their day and their chosen session."""

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
        self._kept = KeptClashes()
        self._pages: dict[str, DayPage | WeekPage] = {}
        self._modes: list[Segments] = []
        self._listed = False
        """One came for a day and not for its week, until one goes to another place or chooses."""
        self._stack = QStackedLayout()
        self.setLayout(column(FirstScheduleHint(gate, go), (self._stack, 1), gap=0))
        gate.minute.connect(self._minute)

    @property
    def page(self) -> DayPage | WeekPage:
        """The page on screen."""
        return self._page(self._mode())

    def title(self) -> str:
        """The page's name."""
        return _("Schedule")

    def show_place(self, place: Place) -> None:
        """Enter at a day (as a list with the part "day"), at a session, with the form open, or as it was."""
        if place.date is not None or place.session is not None:
            self._listed = place.part == "day"
        day, chosen = self._where(place)
        kind, session = begun(self.gate)
        if session is not None:
            day, chosen = session.date, session.id
        self._show(day, chosen)
        if place.page == "plan" or kind == "plan":
            self.plan()
        elif kind.startswith("plan."):
            self.page.open_form(chosen)

    def here(self, place: Place) -> Place:
        """The day and the session that are looked at now."""
        page = self.page
        return Place("schedule", page.date, page.chosen, part="day" if self._listed else "")

    def refresh(self) -> None:
        """Read again and show."""
        self._stack.setCurrentWidget(self.page)
        self.page.refresh()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._name_modes()
        for page in self._pages.values():
            page.retranslate()

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return self.page.keys()

    def unfinished(self) -> dict[str, Words]:
        """What stands in the open form, or half typed why a session was not held."""
        return self.page.panel.unfinished() if self._pages else {}

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins."""
        return self.page.first_focus()

    def plan(self) -> None:
        """Open the form for a new session."""
        self.page.plan()

    def restyle(self) -> None:
        """Another text size may leave no room for the week."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the day is shown."""
        self._fit()

    def _where(self, place: Place) -> tuple[date, SessionId | None]:
        if place.session is not None:
            found = self.gate.ask(day_of, place.session)
            if found is not None:
                return found, place.session
        if place.date is not None:
            return place.date, None
        page = self.page
        return page.date, page.chosen

    def _show(self, day: date, chosen: SessionId | None) -> None:
        page = self.page
        self._stack.setCurrentWidget(page)
        page.enter(day, chosen)

    def _mode(self) -> str:
        if self._narrow() or self._listed:
            return "day"
        return preferences.values.schedule if preferences.values.schedule in MODES else "week"

    def _narrow(self) -> bool:
        return self.window().width() / theme.scale < WEEK_FROM

    def _page(self, mode: str) -> DayPage | WeekPage:
        if mode not in self._pages:
            modes = Segments(("", ""), "", current=MODES.index(mode), small=True)
            modes.chosen.connect(self._choose_mode)
            self._modes.append(modes)
            if self._narrow():
                modes.hide()
            self._name_modes()
            kind = DayPage if mode == "day" else WeekPage
            page = kind(self.gate, self.go, modes, self._kept)
            if isinstance(page, WeekPage):
                page.day_wanted.connect(self._show_day)
            # the week's one line of buttons must not keep the window from getting narrow
            page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self._pages[mode] = page
            self._stack.addWidget(page)
        return self._pages[mode]

    def _name_modes(self) -> None:
        for modes in self._modes:
            modes.set_words((_("Day"), _("Week")), _("View"))

    def _choose_mode(self, which: int) -> None:
        before = self.page
        self._listed = False
        preferences.set_schedule(MODES[which])
        self._switch(before)

    def _show_day(self, day: date) -> None:
        preferences.set_schedule("day")
        self._show(day, None)

    def _switch(self, before: DayPage | WeekPage) -> None:
        """To the other page, at the same day and session."""
        for mode, modes in zip(self._pages, self._modes, strict=True):
            modes.select(MODES.index(mode))
        if self.page is not before:
            self._show(before.date, before.chosen)

    def _fit(self) -> None:
        before = self._stack.currentWidget()
        for modes in self._modes:
            modes.setVisible(not self._narrow())
        if not isinstance(before, DayPage | WeekPage) or before is self.page:
            return
        if before.panel.form is None:
            self._show(before.date, before.chosen)

    def _minute(self) -> None:
        if self.isVisible() and isinstance(self.page, WeekPage):
            self.page.tick()
