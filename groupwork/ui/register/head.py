"""The head of the register page: what session it is, whether it took place, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.register import Register
from groupwork.domain.sessions import SessionInfo, SessionStatus
from groupwork.i18n import _, current
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.chip import CategoryTile, Chip
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Elided, Label
from groupwork.ui.widgets.layouts import Box, box, column, row

TWO_LINES_BELOW = 860
"""Logical width under which title and buttons stand in two lines."""
TILE_FROM = 460
"""Logical width under which the title gets the room of the category's picture."""


def session_line(session: SessionInfo) -> str:
    """ "Mon 12 Oct, 09:45–11:45 · Workshop · T. Wilkowski, S. Okonjo"."""
    words = current()
    when = f"{words.day(session.date)}, {words.span(session.start, session.end)}"
    staff = ", ".join(person.initial_name.replace(" ", "\u00a0") for person in session.staff)
    return "  ·  ".join(part for part in (when, session.room_name, staff) if part)


def number_words(session: SessionInfo) -> str:
    """ "Session 13 of 23, 1 lost", or "" where sessions are not numbered."""
    number = session.number
    if number is None:
        return ""
    said = _("Session {n} of {of}").format(n=number.n, of=number.of)
    return _("{session}, {lost} lost").format(session=said, lost=number.lost) if number.lost else said


class RegisterHead(QWidget):
    """Back, category, title, line, number; Held and Not held; mark blanks present, print, more."""

    back = Signal()
    held = Signal()
    not_held = Signal()
    blanks = Signal()
    printed = Signal()
    more = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back_button = Button("", "secondary", "arrow-left", small=True)
        self._tile = CategoryTile("community", 40)
        self._title = Elided("", "text", 22, 700)
        self._line = Elided("", "text2", 13.5)
        self._lines = Label("", "text2", 13.5, wrap=True, typed=True)
        self._lines.hide()
        self._number = Chip("")
        self.segments = Segments(["", ""], current=None)
        self.blanks_button = Button("", "soft", "check-check", small=True)
        self.print_button = Button("", "secondary", "printer", small=True)
        self.more_button = Button("", "ghost", "ellipsis", small=True)
        self._session: SessionInfo | None = None
        self._narrow = False
        words = column(self._title, self._line, self._lines, gap=0)
        left = row(self.back_button, self._tile, 2, (words, 1), gap=6)
        self._buttons = Flow(
            self._number,
            self.segments,
            self.blanks_button,
            self.print_button,
            self.more_button,
            gap=6,
            centred=True,
        )
        self._body: Box = row((box(left), 1), self._buttons, gap=6)
        self.setLayout(self._body)
        self.back_button.clicked.connect(self.back)
        self.segments.chosen.connect(self._segment)
        self.blanks_button.clicked.connect(self.blanks)
        self.print_button.clicked.connect(self.printed)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.printed)
        self.more_button.clicked.connect(self.more)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.back_button.set_name(_("Back"))
        self.print_button.set_name(_("Print the session sheet"))
        self.more_button.set_name(_("More"))
        self.segments.set_words([_("Held"), _("Not held")], _("Did the session take place?"))
        self.blanks_button.set_words(_("Mark blanks present"))
        self.blanks_button.setToolTip(
            _("Everybody who is not recorded yet becomes present ({key})").format(key="+")
        )
        if self._session is not None:
            self._show_words(self._session)

    def show_register(self, register: Register, *, writable: bool) -> None:
        """Show a session; while it is planned neither Held nor Not held is chosen."""
        session = self._session = register.session
        self._tile.set_category(session.category.value)
        self._show_words(session)
        self.select(session.status)
        held = session.status is not SessionStatus.NOT_HELD
        blank = any(each.mark.status is None for each in register.rows)
        self.segments.setEnabled(writable)
        self.blanks_button.setVisible(held and writable)
        self.blanks_button.setEnabled(blank)
        untouched = all(each.mark.status is None for each in register.rows)
        self.blanks_button.set_kind("primary" if register.all_present and untouched else "soft")
        self.restyle()  # title and buttons may take more or less room now

    def select(self, status: SessionStatus) -> None:
        """Choose the segment of a status."""
        self.segments.select({SessionStatus.HELD: 0, SessionStatus.NOT_HELD: 1}.get(status))

    def _show_words(self, session: SessionInfo) -> None:
        self._title.set_words(session.title)
        number = number_words(session)
        line = session_line(session)
        # in two lines there is no room for the chip: its words join the second line, which wraps
        self._line.set_words(line)
        self._lines.set_words(f"{line}  ·  {number}" if number and self._narrow else line)
        self._wrap_line()
        self._number.setVisible(bool(number) and not self._narrow)
        if number:
            self._number.set_words(number)

    def _wrap_line(self) -> None:
        """A second line rather than dots, where the buttons leave too little room for the first."""
        wraps = self._narrow or self._line.sizeHint().width() > self._room()
        self._line.setVisible(not wraps)
        self._lines.setVisible(wraps)

    def _room(self) -> int:
        """The px that title and line have while the buttons stand beside them."""
        number = bool(self._session and number_words(self._session))
        beside = [self.segments, self.print_button, self.more_button]
        beside += [self._number] if number else []
        beside += [self.blanks_button] if not self.blanks_button.isHidden() else []
        taken = sum(each.sizeHint().width() for each in (*beside, self.back_button))
        return self.width() - taken - self._tile.width() - theme.size(6 * (len(beside) + 3) + 2)

    def _segment(self, index: int) -> None:
        (self.held if index == 0 else self.not_held).emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """One line, or two where the room is narrow for the text size."""
        least = max(self._title.sizeHint().width(), self._line.sizeHint().width() * 7 // 10)
        narrow = self.width() / theme.scale < TWO_LINES_BELOW or self._room() < least
        self._tile.setVisible(self.width() / theme.scale >= TILE_FROM)
        if narrow != self._narrow:
            self._narrow = narrow
            self._body.setDirection(Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight)
            if self._session is not None:
                self._show_words(self._session)
        self._buttons.keep_line(not self._narrow)
        self._wrap_line()
