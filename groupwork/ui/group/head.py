"""The head of a group's page: what, when, where, who, how far it has come and what comes next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.groups import GroupPage
from groupwork.i18n import _, current
from groupwork.ui.group import words
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.chip import CategoryTile, Chip
from groupwork.ui.widgets.day_field import DayField
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import Title


class GroupHead(QWidget):
    """The view does what the buttons ask. `last` has the day after which it is to end."""

    back = Signal()
    next = Signal()
    ended = Signal()
    block = Signal()
    """The group's registers side by side are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._today: date | None = None
        self._back = Button("", "secondary", "arrow-left", small=True)
        self._tile = CategoryTile("craft", 46)
        self._title = Title()
        self._when = Label("", "text2", 14.5, wrap=True, typed=True)
        self._chips = Flow(gap=6)
        self.next_button = Button("", "secondary", "list-checks", small=True)
        self.block_button = Button("", "secondary", "clipboard-list", small=True)
        self.end = Button("", "ghost", "calendar-off", small=True)
        self.last, self.end_now = DayField(None), Button("", "secondary", small=True)
        self.stop = Button("", "ghost", small=True)
        self._ending = Flow(self.last, self.end_now, self.stop, gap=4)
        self._ending.hide()
        names = row(self._back, self._tile, (column(self._title, self._when, gap=1), 1), gap=12)
        self._tools = Flow(self.next_button, self.block_button, self.end, gap=4)
        self._tools.keep_line(True)
        self._line: Box = row((box(names), 1), self._tools, gap=12, margins=(-3, 0, 0, 0))
        self.setLayout(column(self._line, self._ending, self._chips, gap=8))
        self._back.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        self.block_button.clicked.connect(self.block)
        self.end.clicked.connect(self._begin_end)
        self.end_now.clicked.connect(self.ended)
        self.last.returnPressed.connect(self.ended)
        self.stop.clicked.connect(self.close_end)

    def set_narrow(self, narrow: bool) -> None:
        """Buttons below the title, or beside it."""
        self._line.setDirection(Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight)
        self._tools.keep_line(not narrow)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._back.set_name(_("Back"))
        self.block_button.set_words(_("All dates"), _("All registers of the group side by side"))
        self.end.set_words(_("End this group …"))
        self.last.setAccessibleName(_("Last day of the group"))
        self.end_now.set_words(_("End after this day"))
        self.stop.set_words(_("Cancel"))

    def show_new(self) -> None:
        """A group that is being made has no facts yet."""
        self._title.set_words(_("New group"))
        self._tile.hide()
        self._when.hide()
        self._tools.hide()
        self._chips.hide()
        self.close_end()

    def show_page(self, page: GroupPage, today: date, may: bool) -> None:
        """Everything about a group that is there."""
        info = page.info
        self._tile.set_category(info.category.value)
        self._title.set_words(info.title)
        parts = (words.when(info.rhythm), words.where_and_who(info))
        self._when.set_words("  ·  ".join(part for part in parts if part))
        for widget in (self._tile, self._when, self._tools, self._chips):
            widget.show()
        self.next_button.setVisible(page.next is not None)
        if page.next is not None:
            text = _("Register of today") if page.next.date == today else _("Next: {day}")
            self.next_button.set_words(text.format(day=current().day(page.next.date)))
        self.end.setVisible(may and not info.ended(today) and self._ending.isHidden())
        self._show_chips(page, today)

    def close_end(self) -> None:
        """Put the question for the last day away."""
        self._ending.hide()
        self.end.show()

    def _begin_end(self) -> None:
        self.last.set_value(self._today)
        self._ending.show()
        self.end.hide()
        self.last.setFocus()
        self.last.selectAll()

    def _show_chips(self, page: GroupPage, today: date) -> None:
        self._today = today
        self._chips.clear()
        info = page.info
        for text, icon in (
            (words.count(page.count), "calendar-days"),
            (words.places_said(info), "users-round"),
            (words.runs(info, today), "calendar-clock"),
        ):
            if text:
                self._chips.add(Chip(text, "neutral", icon))
        for sign in words.signs(info):
            self._chips.add(Chip(sign.words, sign.tone, sign.icon))
        if info.note:
            note = Label(info.note.splitlines()[0], "text2", 13, typed=True)
            note.setMaximumWidth(theme.size(420))
            self._chips.add(note)
