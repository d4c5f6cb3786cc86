"""Who is here: arriving and leaving of everybody on one page, few keys, the fire list one key away."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.domain.presence import Times
from groupwork.domain.presence_day import PresenceDay
from groupwork.i18n import _, current
from groupwork.operations import presence as operations
from groupwork.operations.desk import Right
from groupwork.ui.day.date_jump import DateJump
from groupwork.ui.gate import Gate
from groupwork.ui.models.presence import Column, PresenceModel
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.presence.foot import Foot
from groupwork.ui.presence.table import PresenceTable
from groupwork.ui.presence.totals import Totals
from groupwork.ui.presence.work import PresenceWork, letters
from groupwork.ui.register.key_strip import KeyStrip
from groupwork.ui.theme import theme
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import EmptyState, Scroll, Title

ONE_COLUMN_BELOW = 900


class PresenceView(View):
    """One row a person, today or any other day."""

    tables = frozenset(
        {
            "day_presence",
            "agreed_day",
            "attendance",
            "session",
            "membership",
            "episode",
            "planned_absence",
            "participant",
            "closure",
            "setting",
        }
    )

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._day: date | None = None
        self.model = PresenceModel(self)
        self.table = PresenceTable(self.model)
        self.strip = KeyStrip().serve(self)
        self.work = PresenceWork(gate, self.model, self.table, self.strip.say)
        self.totals, self.foot = Totals(), Foot()
        self._build_head()
        self._empty = EmptyState("user-check")
        self._card = Card(self.table, pad=(1, 6, 1, 6), gap=0)
        self._none = Card(self._empty, pad=(24, 36, 24, 36))
        body = column(self._head, 4, self.totals, 6, (self._card, 1), self._none, 4, self.foot, self.strip)
        body.set_gap(4)
        body.set_margins((24, 6, 20, 10))
        self.setLayout(column(Scroll(box(body)), gap=0))
        self.foot.added.connect(self._add)
        self.foot.all_left.connect(self._all_left)
        gate.minute.connect(self._minute)
        for keys, slot in (
            ("Ctrl+P", self._fire_list),
            ("PgUp", partial(self._move, -1)),
            ("PgDown", partial(self._move, 1)),
        ):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(slot)
        self.restyle()
        self.retranslate()

    def _build_head(self) -> None:
        self._title, self._summary = Title(), Label("", "text2", 13.5, wrap=True, typed=True)
        self._back = Button("", "secondary", "chevron-left", small=True)
        self._today = Button("", "secondary", small=True)
        self._on = Button("", "secondary", "chevron-right", small=True)
        self.jump = DateJump()
        self.confirm_button = Button("", "soft", "check-check", small=True)
        self.fire_button = Button("", "primary", "printer", small=True)
        self._back.clicked.connect(partial(self._move, -1))
        self._on.clicked.connect(partial(self._move, 1))
        self._today.clicked.connect(partial(self._go_day, None))
        self.jump.chosen.connect(self._go_day)
        self.confirm_button.clicked.connect(self.work.confirm_all)
        self.fire_button.clicked.connect(self._fire_list)
        days = row(self._back, self._today, self._on, self.jump, gap=0)
        self._tools = Flow(box(days), self.confirm_button, self.fire_button, gap=6, centred=True)
        tools = box(row(self._tools, gap=0, margins=(-3, 0, 0, 0)))
        self._head: Box = row((box(column(self._title, self._summary, gap=1)), 1), tools)

    def title(self) -> str:
        """The page's name."""
        return _("Who is here")

    def show_place(self, place: Place) -> None:
        """Show the place's day, else today; the cursor on the first person who is not here yet."""
        self._day = place.date
        self.refresh()
        rows = range(self.model.rowCount())
        blank = (n for n in rows if self.model.row(n).known is None)
        self.table.go(next(blank, 0), Column.ARRIVED)

    def refresh(self) -> None:
        """Read the day again; rows that did not change are not painted again."""
        page = self.gate.ask(operations.day, self._day or self.gate.today)
        desk = self.gate.desk()
        self.model.can_record = desk.may(Right.RECORD) and not self.gate.read_only
        signs, old = self.gate.signs(), self.model.signs
        self.model.signs = signs
        if page is not None:
            self._show(page)
        if signs != old:
            self.model.retranslate()

    def _show(self, page: PresenceDay) -> None:
        at = self.table.standing()
        self.model.show_day(page)
        if at is not None and self.table.standing() is None:
            self.table.go(*at)
        desk, some = self.gate.desk(), bool(page.rows)
        self._summary.set_words(_summary(page))
        self.totals.show_day(page)
        self.totals.setVisible(some)
        self._card.setVisible(some)
        self._none.setVisible(not some)
        self._say_empty(page)
        can_record = self.model.can_record
        self.confirm_button.setVisible(can_record and page.counts.prefilled > 0)
        self.fire_button.setVisible(desk.may(Right.PRINT))
        self.foot.show_day(page, can_record=can_record)
        self.strip.set_keys(_strip(record=can_record and some))
        self.table.updateGeometry()

    def _say_empty(self, page: PresenceDay) -> None:
        if page.closure:
            title = _("Closed: {name}").format(name=page.closure)
        else:
            title = _("Nobody is expected on this day")
        self._empty.set_words(
            title, _("Agreed days and registers say who is expected. Add anybody who comes by name below.")
        )

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._title.set_words(self.title())
        self._back.set_name(_("Day before"))
        self._on.set_name(_("Day after"))
        self._today.set_words(_("Today"), _("Show today"))
        self.jump.retranslate()
        self.confirm_button.set_words(_("Confirm all"), _("Confirm everything that is suggested"))
        self.fire_button.set_words(_("Fire list"))
        self.table.setAccessibleName(self.title())
        self.foot.retranslate()
        self.model.retranslate()
        self.strip.quiet()
        if self.model.page is not None:
            self.refresh()

    def restyle(self) -> None:
        """Narrow pages stand in one column."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under 900 px at 100 % text the buttons stand below the title."""
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() / theme.scale < ONE_COLUMN_BELOW
        self._head.setDirection(Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight)
        self._tools.keep_line(not narrow)
        self.foot.set_narrow(narrow)

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        arrived, left = letters()
        return (
            KeyLine(f"{arrived}, {_('Enter')}", _("Arrived now; a suggested time is confirmed")),
            KeyLine(left, _("Left now")),
            KeyLine("0915", _("A time")),
            KeyLine(_("Del"), _("Not recorded")),
            KeyLine("+", _("Confirm everything that is suggested")),
            KeyLine(_("Space"), _("Choose from a menu")),
            KeyLine("Ctrl+P", _("Fire list")),
            KeyLine(f"{_('PgUp')}, {_('PgDown')}", _("Day before, day after")),
        )

    def first_focus(self) -> QWidget | None:
        """The grid."""
        return self.table if self.model.rowCount() else self.foot.finder

    def new_day(self) -> None:
        """Today stays today."""
        self.refresh()

    def refused(self, sentence: str) -> bool:
        """Refusals stand under the grid, where the eyes are."""
        if not self.isVisible():
            return False
        self.strip.say(sentence)
        return True

    def _minute(self) -> None:
        if self.isVisible() and self.gate.open and self._shown() == self.gate.today:
            self.refresh()

    def _shown(self) -> date:
        return self._day or self.gate.today

    def _move(self, days: int) -> None:
        self._go_day(self._shown() + timedelta(days=days))

    def _go_day(self, day: date | None) -> None:
        self.work.leave()
        self.show_place(Place("presence", None if day == self.gate.today else day))

    def _fire_list(self) -> None:
        self.work.leave()
        if self.fire_button.isVisible():
            self.go(Place("preview", date=self._shown(), part="fire_list"))

    def _add(self, person: ParticipantId) -> None:
        """Somebody not expected is here: today from now on, on a past day without a time."""
        if self._shown() == self.gate.today:
            done = self.gate.do(operations.arrived_now, [person])
        else:
            done = self.gate.do(operations.record, self._shown(), {person: Times()})
        if done is None:
            return
        rows = range(self.model.rowCount())
        self.table.go(next((n for n in rows if self.model.row(n).participant == person), 0), Column.ARRIVED)

    def _all_left(self, at: time) -> None:
        self.gate.do(operations.all_left, at)


def _summary(page: PresenceDay) -> str:
    day = current().day(page.date, year=True, long=True)
    if page.closure:
        return f"{day}  ·  " + _("Closed: {name}").format(name=page.closure)
    return day if page.past else f"{day}  ·  {page.now:%H:%M}"


def _strip(*, record: bool) -> tuple[tuple[str, str], ...]:
    if not record:
        return ()
    arrived, left = letters()
    keys: list[tuple[str, str]] = [(_("Enter"), _("arrived now"))]
    if preferences.single_letter_keys:
        keys = [(arrived, _("arrived now")), (left, _("left now"))]
    return (
        *keys,
        ("0915", _("a time")),
        ("+", _("confirm all")),
        (_("Del"), _("not recorded")),
        (_("Space"), _("choose")),
        ("F1", _("all keys")),
    )
