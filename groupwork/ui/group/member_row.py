"""One person in a group: the name, which leads to the person, and the days, edited where they stand."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.groups import MemberLine, WaitingLine
from groupwork.errors import UserError
from groupwork.i18n import _, current, say
from groupwork.ui.group.quiet_day import QuietDay
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.chip import Avatar, Chip
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.in_place import InPlaceField
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row

REMARK = 320
STACK_BELOW = 620
"""Logical px under which the days go below the name."""


class PersonLine(QWidget):
    """Avatar and name at the left, controls at the right or, where it is narrow, below.

    `linked`: the name leads to the person.
    """

    opened = Signal(object)
    """ParticipantId: the person wants to see them."""

    def __init__(self, line: MemberLine | WaitingLine, about: str = "", *, linked: bool = True) -> None:
        super().__init__()
        self.line = line
        name = line.name
        self.open: Button | None = None
        words = column(gap=0)
        if linked:
            self.open = Button(name.full, "ghost", small=True)
            self.open.clicked.connect(lambda: self.opened.emit(line.participant))
            words.add(row(self.open, None, gap=0, margins=(-7, 0, 0, 0)))
        else:
            words.add(Label(name.full, "text", 14.5, 600, wrap=True, typed=True))
        said = "  ·  ".join(part for part in (name.native, about) if part)
        if said:
            second = Label(said, "text2", 13, wrap=True, typed=True)
            second.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            words.add(second)
        self.controls = Flow(gap=4, centred=True)
        head = box(row(Avatar(name.full, 32), (words, 1), gap=10))
        self._box: Box = row((head, 1), self.controls, gap=10, margins=(18, 5, 14, 5))
        self._box.setAlignment(self.controls, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(self._box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() / theme.scale < STACK_BELOW
        wanted = Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)


class MemberRow(PersonLine):
    """A membership. `dated` carries new days, `left_` and `removed` what the buttons ask."""

    dated = Signal(object, object)
    """First day and last day or None."""
    refused = Signal(str)
    left_ = Signal()
    removed = Signal()

    def __init__(self, line: MemberLine, today: date, may: bool, *, linked: bool = True) -> None:
        super().__init__(line, linked=linked)
        self.member, self._may = line, may
        if line.covers(today) and not line.staying:
            self.controls.add(Chip(_("not staying"), "warn"))
        if may:
            self._add_fields(today)
        else:
            self.controls.add(Label(days_words(line.from_date, line.to_date), "text2", 13.5))

    def _add_fields(self, today: date) -> None:
        who = self.member.name.full
        self.first = QuietDay(self.member.from_date, _("{name}: from").format(name=who))
        self.last = QuietDay(self.member.to_date, _("{name}: until").format(name=who))
        self.last.setPlaceholderText(_("open"))
        for field in (self.first, self.last):
            field.editingFinished.connect(self._on_edited)
        leave = Button(_("Leaves today"), "ghost", "log-out", small=True)
        leave.set_name(_("{name} leaves the group today").format(name=who))
        leave.clicked.connect(self.left_)
        remove = Button("", "ghost", "x", small=True, name=_("Take {name} out").format(name=who))
        remove.clicked.connect(self.removed)
        self.controls.add(_small(_("since")), self.first, _small(_("until")), self.last)
        if self.member.covers(today) and self.member.to_date != today:
            self.controls.add(leave)
        self.controls.add(remove)

    def _on_edited(self) -> None:
        try:
            first, last = self.first.value(), self.last.value()
        except UserError as error:
            self.refused.emit(say(error))
            return
        if first is None:
            self.first.set_value(self.member.from_date)
        elif (first, last) != (self.member.from_date, self.member.to_date):
            self.dated.emit(first, last)


class Remark(InPlaceField):
    """What is said about somebody who waits; empty it shows what it is for."""

    def restyle(self) -> None:
        """Width at the present text size."""
        super().restyle()
        self.setFixedWidth(theme.size(REMARK))


class WaitingRow(PersonLine):
    """Somebody who waits. `noted` carries another remark, `admitted` and `given_up` what the buttons ask."""

    noted = Signal(str)
    admitted = Signal()
    given_up = Signal()

    def __init__(self, line: WaitingLine, may: bool, *, linked: bool = True) -> None:
        since = _("since {day}").format(day=current().day(line.since, year=True))
        said = "" if may else line.words
        super().__init__(line, "  ·  ".join(part for part in (since, said) if part), linked=linked)
        if may:
            self._add_fields(line)

    def _add_fields(self, line: WaitingLine) -> None:
        who = line.name.full
        self._said_before = line.words
        self.remark = Remark(line.words, _("Remark about {name}").format(name=who), size=13.5)
        self.remark.setPlaceholderText(_("Remark"))
        self.remark.editingFinished.connect(self._on_edited)
        admit = Button(_("Give a place"), "secondary", "check", small=True)
        admit.set_name(_("Give {name} a place").format(name=who))
        admit.clicked.connect(self.admitted)
        away = Button("", "ghost", "x", small=True, name=_("{name} no longer waits").format(name=who))
        away.clicked.connect(self.given_up)
        self.controls.add(self.remark, admit, away)

    def _on_edited(self) -> None:
        words = self.remark.text().strip()
        if words != self._said_before:
            self.noted.emit(words)


def _small(words: str) -> Label:
    return Label(words, "text2", 13)


def days_words(first: date, last: date | None) -> str:
    """ "31 Aug 2026 – open", "31 Aug – 20 Nov 2026"."""
    words = current()
    end = words.short_day(last) if last is not None else _("open")
    return f"{words.short_day(first)} – {end}"
