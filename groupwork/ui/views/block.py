"""The registers of one group side by side: people × dates, each cell a mark, typed as in the register."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from groupwork.domain.block import Block
from groupwork.domain.ids import GroupId, SessionId
from groupwork.domain.late_changes import LATE_REASONS
from groupwork.domain.schedule import numbering_window
from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.operations import block as operations
from groupwork.operations import reasons, settings
from groupwork.ui.block.head import MONTH, TERM, BlockHead
from groupwork.ui.block.keys import Act, BlockKeys
from groupwork.ui.block.table import BlockTable
from groupwork.ui.block.work import BlockWork
from groupwork.ui.gate import Gate
from groupwork.ui.models.block import BlockModel
from groupwork.ui.place import BACK, Place
from groupwork.ui.preferences import preferences
from groupwork.ui.register.door import Door
from groupwork.ui.register.key_strip import DETAILS, KeyStrip, all_keys, strip_keys
from groupwork.ui.register.mark_bar import MarkBar
from groupwork.ui.register.over_time import WHY_LATE
from groupwork.ui.register.reason_bar import ReasonBar
from groupwork.ui.theme import theme
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.layouts import column
from groupwork.ui.widgets.page import EmptyState, Scroll, Snug

if TYPE_CHECKING:
    from groupwork.store.journal import Done

GRID, NOTHING = range(2)
PAGE_SCROLLS_BELOW = 430
"""Logical height under which the whole page scrolls."""


class BlockView(View):
    """A term or a month of one group. F6 or a click on a date opens that day's register."""

    tables = frozenset(
        {
            *("session", "attendance", "group_", "activity", "participant", "planned_absence"),
            *("membership", "episode", "session_invite", "setting", "late_change"),
        }
    )

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._group: GroupId | None = None
        self._day, self._span = gate.today, TERM
        self.door = Door(gate, self)
        self.model = BlockModel(lambda marks: self.door.do(operations.record, marks) is not None, self)
        self.table, self.head, self.strip = BlockTable(self.model), BlockHead(), KeyStrip().serve(self)
        self.why = ReasonBar(question=WHY_LATE, usual=LATE_REASONS)
        self.details = MarkBar(partial(gate.ask, reasons.reasons, reasons.ABSENCE))
        self.work = BlockWork(self.model, self.table, self.door, self.details, self.strip.say)
        self.keys_ = BlockKeys(self.model, self.table, self._acts())
        self.work.press = self.keys_.press
        self._nothing = EmptyState("calendar-days")
        self._faces = QStackedWidget()
        for face in (Card(self.table, pad=(1, 6, 1, 1)), Card(self._nothing, pad=(24, 48, 24, 48))):
            self._faces.addWidget(face)
        page = column(self.head, 4, self.why, self.details, (self._faces, 1), 4, self.strip, gap=4)
        page.set_margins((22, 2, 20, 10))
        self._page = Snug(page)
        self._scroll = Scroll(self._page)
        self.setLayout(column(self._scroll, gap=0))
        self._connect()
        self.retranslate()

    def _acts(self) -> dict[str, Act]:
        work = self.work
        return {
            "+": work.mark_blanks,
            "=": work.mark_blanks,
            DETAILS: work.ask_details,
            "Space": work.open_menu,
            "copy": work.copy,
            "paste": work.paste,
            "all": self.table.selectAll,
            "down": work.fill_down,
            "right": work.fill_right,
        }

    def _connect(self) -> None:
        self.head.back.connect(lambda: self.go(BACK))
        self.head.turned.connect(self._turn)
        self.head.spanned.connect(self._other_span)
        self.head.group.connect(lambda: self.go(Place("group", group=self._group)))
        self.table.dates.opened.connect(self._open_column)
        self.table.moved.connect(self._follow_cursor)
        self.keys_.said.connect(lambda sentence: self.strip.say(sentence, "info"))
        self.keys_.remove_wanted.connect(self.work.remove)
        self.door.locked.connect(lambda _sentence: self.why.ask(self.door.last_reason))
        self.why.given.connect(self._give_why)
        self.why.given_up.connect(self._stop_why)
        keys = (
            ("F6", self._open),
            ("Alt+PgUp", partial(self._turn, -1)),
            ("Alt+PgDown", partial(self._turn, 1)),
        )
        for key, slot in keys:
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(key), self, context=context).activated.connect(slot)

    def minimumSizeHint(self) -> QSize:
        """As wide as the head needs; low windows scroll."""
        return QSize(theme.size(300), theme.size(240))

    def restyle(self) -> None:
        """On a low window, or with large text, the page scrolls and the grid does not."""
        low = self.height() / theme.scale < PAGE_SCROLLS_BELOW
        self.table.setMinimumHeight(self.table.sizeHint().height() if low else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def title(self) -> str:
        """The group's name."""
        return self.model.block.title if self.model.block is not None else _("Registers of a group")

    def keys(self) -> tuple[KeyLine, ...]:
        """The keys of the grid."""
        own = (
            KeyLine("F6", _("The register of this date")),
            KeyLine(_("Alt+PgUp, Alt+PgDown"), _("Earlier days, later days")),
            KeyLine("+", _("mark the blanks of this date present")),
        )
        marks = [KeyLine(keys, does) for keys, does in all_keys(self.model.signs)]
        return (*own, *(line for line in marks if line.keys not in ("F6", "+")))

    def first_focus(self) -> QWidget | None:
        """The grid."""
        return self.table if self._faces.currentIndex() == GRID else self.head.back_button

    def show_place(self, place: Place) -> None:
        """A group's registers around a day, the cursor on the place's session, else on the last date."""
        if place.group != self._group:
            self.door.give_up()
            self.why.hide()
            self.details.hide()
        self._group = place.group
        self._day = place.date or self.gate.today
        self.refresh()
        self._cursor_home(place.session)

    def refresh(self) -> None:
        """Read again and show; cells that did not change are not painted again."""
        if self._group is None:
            return
        self.keys_.leave()
        desk = self.gate.desk()
        centre = settings.centre(desk)
        first, last = self._days(centre)
        try:
            block = operations.block(desk, self._group, first, last)
        except UserError as refused:  # not for this sign-in, or the group's making was undone
            self.head.show_title(_("Registers of a group"))
            self._say_nothing(say(refused), "")
            return
        self.model.today, self.model.lock_days = desk.today, centre.lock_days
        self._show(block)

    def _show(self, block: Block) -> None:
        at, signs = self.table.standing(), self.gate.signs()
        renewed = signs != self.model.signs
        self.model.signs = signs
        if self.model.show_block(block) and at is not None:
            self.table.go(*at)
        if renewed:
            self.keys_.renew()
            self.model.retranslate()
        self.head.show_block(block)
        if not block.dates or not block.rows:
            title = _("No sessions in these days") if not block.dates else _("Nobody is expected here")
            self._say_nothing(title, _("Earlier and later days are behind the arrows above."))
            return
        self._faces.setCurrentIndex(GRID)
        self.restyle()
        self.strip.set_keys(
            strip_keys(letters=preferences.single_letter_keys, tasks=False, signs=self.model.signs)
        )

    def _say_nothing(self, title: str, sentence: str) -> None:
        self._nothing.set_words(title, sentence)
        self._faces.setCurrentIndex(NOTHING)
        self.strip.set_keys(())

    def _days(self, centre: settings.Centre) -> tuple[date, date]:
        if self._span == TERM:
            return numbering_window(self._day, centre.terms)
        first = self._day.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    def _cursor_home(self, session: SessionId | None) -> None:
        block = self.model.block
        if block is None or not block.dates:
            return
        past = [n for n, day in enumerate(block.dates) if day.date <= self.gate.today]
        wanted = [n for n, day in enumerate(block.dates) if day.session == session]
        column_ = wanted[0] if wanted else past[-1] if past else 0
        blank = [n for n, row in enumerate(block.rows) if (c := row.cells[column_]) and c.mark.status is None]
        self.table.go(blank[0] if blank else 0, column_)
        self.table.scrollTo(self.table.currentIndex())

    def _follow_cursor(self) -> None:
        self.strip.quiet()
        area = self.table.visualRect(self.table.currentIndex())
        corner = self.table.viewport().mapTo(self._page, area.center())
        self._scroll.ensureVisible(corner.x(), corner.y(), 0, area.height())

    def follow(self, done: Done) -> None:
        """Something was written: reading again repaints only what changed."""
        if self.tables & done.tables:
            self.refresh()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for part in (self.head, self.why, self.details):
            part.retranslate()
        self.table.setAccessibleName(_("Registers of a group"))
        self.strip.quiet()
        self.refresh()
        self.model.retranslate()

    def refused(self, sentence: str) -> bool:
        """Refusals stand under the grid."""
        if not self.isVisible():
            return False
        self.strip.say(sentence)
        return True

    def _turn(self, way: int) -> None:
        """The days before or after those shown."""
        block = self.model.block
        if block is not None:
            self._day = block.first - timedelta(days=1) if way < 0 else block.last + timedelta(days=1)
            self.refresh()
            self._cursor_home(None)

    def _other_span(self, span: int) -> None:
        """A term or a month, around the date under the cursor."""
        at, block = self.table.standing(), self.model.block
        if at is not None and block is not None and at[1] < len(block.dates):
            self._day = block.dates[at[1]].date
        self._span = MONTH if span == MONTH else TERM
        self.refresh()
        self._cursor_home(None)

    def _open(self) -> None:
        at = self.table.standing()
        if at is not None:
            self._open_column(at[1])

    def _open_column(self, column_: int) -> None:
        self.keys_.leave()
        day = self.model.day(column_)
        self.go(Place("register", day.date, day.session))

    def _give_why(self, reason: str) -> None:
        refused = self.door.give(reason)
        if refused:
            self.why.refusal.say(refused)
            return
        self.why.hide()
        self.table.setFocus()

    def _stop_why(self) -> None:
        self.door.give_up()
        self.why.hide()
        self.table.setFocus()
        self.strip.say(_("Nothing was changed."), "info")
