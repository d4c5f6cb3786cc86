"""The card of the session that runs now or comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.sessions import SessionInfo
from groupwork.i18n import _
from groupwork.ui.day import words
from groupwork.ui.roles import CATEGORY_ICONS
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import row


class NowCard(Card):
    """What runs, where, with whom; one primary button: the register."""

    opened = Signal(object)
    """SessionId: open the register."""
    printed = Signal(object)
    """SessionId: show the sheet."""

    def __init__(
        self, session: SessionInfo, now: datetime, *, running: bool, alerts: Sequence[str] = ()
    ) -> None:
        super().__init__(pad=(26, 18, 20, 18), gap=0, category=session.category.value)
        self._session = session
        tone = session.category.value
        state = Chip(_("Now") if running else _("Next"), tone, CATEGORY_ICONS[tone], 13)
        since = Label(words.running_words(session, now), f"{tone}:ink", 13, 600, wrap=True)
        top = row(state, (since, 1), gap=10)
        number = words.number_words(session.number)
        if number:
            top.add(Chip(number))
        meta = "  ·  ".join(p for p in (words.time_span(session), words.place_and_staff(session)) if p)
        self.open_button = Button(_("Open register"), "primary", "list-checks")
        self.print_button = Button(_("Session sheet"), "secondary", "printer")
        self.open_button.clicked.connect(self._on_open)
        self.print_button.clicked.connect(self._on_print)
        self.add(
            top,
            10,
            Label(session.title, "text", 21, 700, typed=True),
            3,
            Label(meta, "text2", 14, wrap=True, typed=True),
            14,
            self._chips(session, alerts),
            16,
            row(self.open_button, self.print_button, None, gap=6, margins=(-3, 0, 0, 0)),
        )

    def _chips(self, session: SessionInfo, alerts: Sequence[str]) -> QWidget:
        flow = Flow(gap=8)
        flow.add(Chip(words.expected_words(session), "neutral", "users", 13))
        if session.away:
            away = Chip(words.away_words(session), "info", "calendar-x", 13)
            away.setToolTip(words.away_detail(session))
            flow.add(away)
        if session.alerts:
            chip = Chip(words.alerts_words(session), "warn", "triangle-alert", 13)
            chip.setToolTip("\n".join(alerts))
            flow.add(chip)
        return flow

    def _on_open(self) -> None:
        self.opened.emit(self._session.id)

    def _on_print(self) -> None:
        self.printed.emit(self._session.id)
