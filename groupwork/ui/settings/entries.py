"""A part that is a list of entries changed in place: staff, rooms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from groupwork.ui.focus import focus_now, keep_before
from groupwork.ui.gate import Gate
from groupwork.ui.settings.entry import AddForm, Entry, EntryField, EntryRow
from groupwork.ui.settings.part import SettingsPart
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import Refusal


class EntriesPart(SettingsPart):
    """Subclasses say what is in the list, how one entry is changed, and what a new one needs."""

    ICON = "plus"
    KIND = "entry"
    """Under which a form that was not saved is kept over the lock."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(gate, go)
        self.rows: dict[int, EntryRow] = {}
        self._open: int | None = None
        self._shown: object = None
        self._list: Box = column(gap=0)
        self._nothing = Label("", "text2", 14, wrap=True)
        self.add = Button("", "secondary", self.ICON, small=True)
        self.form, self._form_refusal = AddForm(), Refusal()
        self._below = box(
            column(
                self._nothing,
                self._form_refusal,
                self.form,
                row(self.add, None),
                gap=8,
                margins=(14, 8, 14, 8),
            )
        )
        self._lines = box(self._list)
        self.page.add(Card(self._lines, self._below, pad=(0, 4, 0, 4), gap=0), None)
        self.add.clicked.connect(self._begin)
        self.form.wanted.connect(self._add)
        self.form.left.connect(self._left)

    def entries(self) -> tuple[Entry, ...]:
        """What is in the list, read anew."""
        raise NotImplementedError

    def change(self, number: int, code: str, text: str) -> None:
        """Write one field; raises a UserError."""
        raise NotImplementedError

    def act(self, number: int, code: str) -> None:
        """Archive, bring back or remove; raises a UserError."""
        raise NotImplementedError

    def put(self, values: Mapping[str, str]) -> None:
        """Add an entry from what was typed; raises a UserError."""
        raise NotImplementedError

    def new_fields(self) -> tuple[EntryField, ...]:
        """The fields of the form for a new one."""
        raise NotImplementedError

    def is_removable(self, number: int) -> bool:
        """Whether nothing names it."""
        raise NotImplementedError

    def words(self) -> tuple[str, str]:
        """What the button says, and what stands there while the list is empty."""
        raise NotImplementedError

    def enter(self) -> None:
        """Nothing is open but the form with words that were kept."""
        self.leave()
        super().enter()
        kept = self.gate.unfinished.of(self.KIND) if self.may() else None
        if kept is not None:
            self._show_form(kept)
            self.gate.unfinished.drop(self.KIND)

    def unfinished(self) -> dict[str, Words]:
        """A new entry that was begun."""
        typed = dict(self.form.values()) if self.form.isVisibleTo(self) else {}
        return {self.KIND: typed} if any(typed.values()) else {}

    def leave(self) -> None:
        """Keep what is typed, and close what is open."""
        self.gate.unfinished.keep(self.unfinished())
        self._open = None
        self.form.hide()
        self._form_refusal.say("")

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.add.set_words(self.words()[0])
        self._nothing.set_words(self.words()[1])
        self._shown = None

    def refresh(self) -> None:
        """Show the list; while the same lines stand there, only their words change."""
        found, may = self.entries(), self.may()
        self.add.setVisible(may and not self.form.isVisibleTo(self))
        self._nothing.setVisible(not found)
        self._below.setVisible(may or not found)
        shown = tuple((each.id, each.active) for each in found), self._open, may
        if shown == self._shown:
            for each in found:
                self.rows[each.id].show_entry(each)
            return
        self._shown = shown
        clear(self._list)
        self.rows = {}
        for number, each in enumerate(found):
            if number:
                self._list.add(Separator("line", 18, 18))
            self._list.add(self._row(each, may))
        keep_before(self.form.save, self._lines)

    def first_focus(self) -> QWidget | None:
        """The form that is open again, else the first line's button, else the one for a new entry."""
        if self.form.isVisibleTo(self):
            return next(iter(self.form.fields.values()))
        first = next(iter(self.rows.values()), None)
        return first.change if first is not None and self.may() else self.add

    def _row(self, entry: Entry, may: bool) -> EntryRow:
        is_open = entry.id == self._open
        removable = is_open and may and self.is_removable(entry.id)
        line = EntryRow(entry, may=may, is_open=is_open, removable=removable)
        line.opened.connect(partial(self.unfold, entry.id))
        line.changed.connect(partial(self._change, entry.id))
        line.act.connect(partial(self._act, entry.id))
        self.rows[entry.id] = line
        return line

    def unfold(self, number: int, on: bool) -> None:
        """Open an entry, or close it."""
        self._open = number if on else None
        self.refusal.say("")
        self.refresh()
        line = self.rows.get(number)
        if line is not None:
            focus_now(next(iter(line.fields.values())) if on else line.change)

    def _change(self, number: int, code: str, text: str) -> None:
        self.attempt(partial(self.change, number, code, text))

    def _act(self, number: int, code: str) -> None:
        if self.attempt(partial(self.act, number, code)):
            self._open = None
            self.refresh()
            line = self.rows.get(number)
            focus_now(line.change if line is not None else self.add)

    def _begin(self) -> None:
        self.form.hide()  # what stands in it is saved by now, and no draft
        self.gate.unfinished.drop(self.KIND)
        self.enter()
        self._show_form({})

    def _show_form(self, kept: Mapping[str, object]) -> None:
        self.form.begin(self.new_fields(), self.words()[0])
        for code, field in self.form.fields.items():
            field.setText(str(kept.get(code) or field.text()))
        self.add.hide()

    def _add(self, values: Mapping[str, str]) -> None:
        if self.attempt(partial(self.put, values), self._form_refusal):
            self._begin()  # the next one may follow at once

    def _left(self) -> None:
        self.gate.unfinished.drop(self.KIND)
        self._form_refusal.say("")
        self.refresh()
        focus_now(self.add)
