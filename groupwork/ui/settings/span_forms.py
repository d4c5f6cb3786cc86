"""The forms for a term and for a closure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from groupwork.domain.closures import ClosureInfo
from groupwork.domain.schedule import ActivityBrief, RoomBrief, Term
from groupwork.i18n import _
from groupwork.ui.settings.spans import SpanForm
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.fields import Choice, DateField, TextField, labelled
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box

NAME_WIDTH = 250
Lost = Callable[["ClosureForm"], str]


class TermForm(SpanForm):
    """Name, first and last day."""

    def __init__(self, term: Term | None, first: date, last: date) -> None:
        super().__init__(_("Save term") if term is not None else _("Add term"))
        self.term = term
        self.name = TextField(term.name if term is not None else "")
        self.first = DateField(term.first if term is not None else first)
        self.last = DateField(term.last if term is not None else last)
        self.name.setMinimumWidth(theme.size(NAME_WIDTH))
        self.body.add(
            _fields((_("Name"), self.name), (_("First day"), self.first), (_("Last day"), self.last))
        )

    def first_field(self) -> QWidget:
        """The name."""
        return self.name

    def typed(self) -> Words:
        """The term as it was, and the fields."""
        return {"term": term_key(self.term) if self.term is not None else None, **_span_typed(self)}

    def retype(self, kept: Words) -> None:
        """Name and days again."""
        _span_retype(self, kept)


class ClosureForm(SpanForm):
    """Name, days, what is closed, and what may go on; says at once what would be lost."""

    def __init__(
        self,
        closure: ClosureInfo | None,
        day: date,
        rooms: Sequence[RoomBrief],
        activities: Sequence[ActivityBrief],
        lost: Lost,
    ) -> None:
        super().__init__(_("Save closure") if closure is not None else _("Add closure"))
        self.closure, self._count = closure, lost
        self.name = TextField(closure.name if closure is not None else "")
        self.first = DateField(closure.first if closure is not None else day)
        self.last = DateField(closure.last if closure is not None else day)
        self._end: date | None = closure.last if closure is not None else None
        """The last day somebody chose; None while it follows the first."""
        self.room, self.allowed = Choice(), Choice()
        self._lost = Label("", "warn_ink", 13.5, 500, wrap=True)
        self._fill(rooms, activities)
        self.name.setMinimumWidth(theme.size(NAME_WIDTH))
        self.body.add(
            _fields((_("Name"), self.name), (_("First day"), self.first), (_("Last day"), self.last)),
            _fields((_("What is closed"), self.room), (_("What may go on"), self.allowed)),
            self._lost,
        )
        self.first.changed.connect(self._first_moved)
        self.last.changed.connect(self._last_moved)
        for signal in (self.first.changed, self.last.changed, self.room.picked, self.allowed.picked):
            signal.connect(self.count)
        days = (self.first.changed, self.last.changed)
        for signal in (self.name.textEdited, *days, self.room.picked, self.allowed.picked):
            signal.connect(self.edited)
        self.count()

    def first_field(self) -> QWidget:
        """The name."""
        return self.name

    def typed(self) -> Words:
        """Which closure, and the fields."""
        number = self.closure.id if self.closure is not None else None
        chosen = {"room": self.room.value(), "allowed": self.allowed.value()}
        return {"closure": number, **_span_typed(self), **chosen}

    def retype(self, kept: Words) -> None:
        """The fields again, and what would be lost."""
        _span_retype(self, kept)
        self._end = self.last.value()
        self.room.choose(kept.get("room"))
        self.allowed.choose(kept.get("allowed"))
        self.count()

    def count(self) -> None:
        """Say what would be lost."""
        words = self._count(self)
        self._lost.set_words(words)
        self._lost.setVisible(bool(words))

    def _fill(self, rooms: Sequence[RoomBrief], activities: Sequence[ActivityBrief]) -> None:
        closure = self.closure
        known = {room.id for room in rooms}
        offered: list[tuple[object, str]] = [(None, _("The whole centre"))]
        offered += [(room.id, room.name) for room in rooms]
        if closure is not None and closure.room is not None and closure.room not in known:
            offered.append((closure.room, closure.room_name))  # archived since
        self.room.set_options(offered)
        going_on: list[tuple[object, str]] = [(None, _("Nothing"))]
        going_on += [(activity.id, activity.name) for activity in activities]
        if closure is not None and closure.allowed not in {value for value, _words in going_on}:
            going_on.append((closure.allowed, closure.allowed_name))
        self.allowed.set_options(going_on)
        self.room.choose(closure.room if closure is not None else None)
        self.allowed.choose(closure.allowed if closure is not None else None)

    def _first_moved(self, day: date) -> None:
        """A closure is one day until its last is chosen; half a typed day ("28.") must not stretch it."""
        self.last.set_value(max(day, self._end or day))

    def _last_moved(self, day: date) -> None:
        self._end = day


def term_key(term: Term) -> list[str]:
    """A term in a draft: it has no number, so by what it says."""
    return [term.name, term.first.isoformat(), term.last.isoformat()]


def _span_typed(form: TermForm | ClosureForm) -> Words:
    days = {"first": form.first.value().isoformat(), "last": form.last.value().isoformat()}
    return {"name": form.name.text(), **days}


def _span_retype(form: TermForm | ClosureForm, kept: Words) -> None:
    form.name.setText(str(kept.get("name", "")))
    for name, field in (("first", form.first), ("last", form.last)):
        if kept.get(name):
            field.set_value(date.fromisoformat(str(kept[name])))


def _fields(*fields: tuple[str, QWidget]) -> QWidget:
    return Flow(*(box(labelled(words, field)[0]) for words, field in fields), gap=12)
