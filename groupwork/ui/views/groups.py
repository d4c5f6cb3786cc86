"""Groups: the centre's week as a list by weekday and time, with who runs what and how full it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.clashes import Clash
from groupwork.domain.groups import GroupInfo
from groupwork.domain.ids import GroupId
from groupwork.i18n import _, ngettext
from groupwork.operations import group_ahead
from groupwork.operations import groups as operations
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.group import words
from groupwork.ui.group.ahead_card import AheadCard
from groupwork.ui.group.filters import GroupFilters
from groupwork.ui.group.group_row import GroupRow
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import EmptyState, Refusal, Scroll, SectionHead, Title

TWO_COLUMNS_FROM = 900
WIDEST = 1400


class GroupsView(View):
    """Rows open a group; Ctrl+N makes one."""

    tables = frozenset(
        {
            *("group_", "group_facilitator", "membership", "waiting", "episode", "activity", "room"),
            *("facilitator", "session", "session_facilitator", "setting"),
        }
    )

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._groups: tuple[GroupInfo, ...] = ()
        self._ended: tuple[GroupInfo, ...] = ()
        self._clashes: Mapping[GroupId, tuple[Clash, ...]] = {}
        self._show_ended = False
        self.rows: list[GroupRow] = []
        self._title, self._about = Title(), Label("", "text2", 13.5)
        self.new = Button("", "primary", "plus")
        self.filters, self.ahead = GroupFilters(), AheadCard()
        self._refusal = Refusal()
        self.ended = Button("", "ghost", "chevron-down", small=True)
        self._first, self._second = column(gap=8), column(gap=8)
        self._second_box = box(self._second)
        self._columns: Box = row((box(self._first), 1), (self._second_box, 1), gap=20)
        self._columns.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = row((column(self._title, self._about, gap=1), 1), self.new, gap=12)
        page = column(head, self.filters, self._refusal, self.ahead, self._columns, gap=10)
        page.add(row(self.ended, None), None)
        page.set_margins((24, 6, 20, 16))
        self._inner = box(page)
        self.setLayout(column(Scroll(box(row((self._inner, 100), (QWidget(), 1), gap=0))), gap=0))
        self._connect()
        self.restyle()
        self.retranslate()

    def _connect(self) -> None:
        self.new.clicked.connect(self._begin_new)
        self.filters.changed.connect(self._show)
        self.ended.clicked.connect(self._turn_ended)
        self.ahead.wanted.connect(lambda: self.gate.do(group_ahead.extend))
        self._ctrl_n = QShortcut(QKeySequence("Ctrl+N"), self, self._begin_new)
        self._ctrl_n.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def title(self) -> str:
        """The page's name."""
        return _("Groups")

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys."""
        return (
            KeyLine("Ctrl+N", _("New group")),
            KeyLine("↑  ↓", _("To the group above or below")),
            KeyLine("Enter", _("Open the group")),
        )

    def first_focus(self) -> QWidget | None:
        """The first group of today, else the first of all, else the button to make one."""
        today = self.gate.today.weekday()
        of_today = (line for line in self.rows if line.info.rhythm.weekday == today)
        return next(of_today, next(iter(self.rows), self.new if self._may() else None))

    def restyle(self) -> None:
        """Widths at the present text size."""
        self._inner.setMaximumWidth(theme.size(WIDEST))
        self._arrange()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(self.title())
        self.new.set_words(_("New group"))
        if self._groups or self._ended:
            self.refresh()

    def show_place(self, place: Place) -> None:
        """The list; a part "new" goes on to the form."""
        self.refresh()
        if place.part == "new":
            self._begin_new()

    def refresh(self) -> None:
        """Read the groups and what is worth pointing out."""
        self._refusal.say("")
        self._groups = self.gate.ask(operations.group_list) or ()
        self._clashes = self.gate.ask(operations.clashes_ahead) or {}
        self._ended = (self.gate.ask(operations.group_list, ended=True) or ()) if self._show_ended else ()
        self.new.setVisible(self._may())
        self.ahead.show_ahead(self.gate.ask(group_ahead.ahead), self._may())
        self.filters.show_groups((*self._groups, *self._ended))
        self._show()

    def refused(self, sentence: str) -> bool:
        """Above the list."""
        self._refusal.say(sentence)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _may(self) -> bool:
        return self.gate.desk().may(Right.PLAN) and not self.gate.read_only

    def _arrange(self) -> None:
        wide = self.width() / theme.scale >= TWO_COLUMNS_FROM
        self._columns.setDirection(Box.Direction.LeftToRight if wide else Box.Direction.TopToBottom)

    def _show(self) -> None:
        clear(self._first)
        clear(self._second)
        self.rows = []
        shown = self.filters.passing(self._groups)
        self.filters.setVisible(bool(self._groups))
        people = sum(group.members for group in shown)
        parts = (
            ngettext("{n} group", "{n} groups", len(shown)).format(n=len(shown)),
            ngettext("{n} place booked", "{n} places booked", people).format(n=people),
        )
        self._about.set_words("  ·  ".join(parts) if shown else "")
        self._show_days(shown)
        if not shown:
            self._first.add(self._nothing())
        self._second_box.setVisible(self._second.count() > 0)
        self._show_past()
        for side in (self._first, self._second):
            side.add(None)

    def _show_days(self, groups: Sequence[GroupInfo]) -> None:
        """Monday and on down the first column as far as half of the rows, then the second."""
        days = [[g for g in groups if g.rhythm.weekday == day] for day in range(7)]
        filled, half = 0, (len(groups) + 1) / 2
        for day, found in enumerate(days):
            if not found:
                continue
            side = self._first if filled + len(found) / 2 <= half else self._second
            filled += len(found)
            side.add(SectionHead(words.weekday(day)), self._card(found), 6)

    def _show_past(self) -> None:
        past = self.filters.passing(self._ended)
        if self._show_ended:
            nothing = Label(_("No group has ended yet."), "text2", 14)
            self._first.add(6, SectionHead(_("Ended")), self._card(past) if past else nothing)
        self.ended.icon_name = "chevron-up" if self._show_ended else "chevron-down"
        self.ended.set_words(_("Hide groups that ended") if self._show_ended else _("Groups that ended"))

    def _card(self, groups: Sequence[GroupInfo]) -> Card:
        card = Card(pad=(0, 4, 0, 4), gap=0)
        for number, group in enumerate(groups):
            if number:
                card.add(Separator("line", 18, 18))
            line = GroupRow(group, self._clashes.get(group.id, ()))
            line.clicked.connect(lambda _on=False, id_=group.id: self.go(Place("group", group=id_)))
            self.rows.append(line)
            card.add(line)
        return card

    def _nothing(self) -> Card:
        if self.filters.active():
            empty = EmptyState(
                "users-round", _("No group like this"), _("No group has all that is chosen above.")
            )
            again = empty.add_button(Button(_("Show all groups"), "primary"))
            again.clicked.connect(self._all_again)
            return Card(empty)
        sentence = _("A group is an activity at a time of the week, with its room, its staff and its people.")
        empty = EmptyState("users-round", _("No groups yet"), sentence)
        if self._may():
            make = empty.add_button(Button(_("New group"), "primary", "plus"))
            make.clicked.connect(self._begin_new)
        return Card(empty)

    def _all_again(self) -> None:
        self.filters.reset()
        self._show()

    def _turn_ended(self) -> None:
        self._show_ended = not self._show_ended
        self.refresh()

    def _begin_new(self) -> None:
        if self._may():
            self.go(Place("group", part="new"))
