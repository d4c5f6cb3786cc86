"""A card with a list of entries: each is edited where it stands, a new one by a small form at its foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.ui.focus import focus_now
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.entry_form import EntryForm
from groupwork.ui.widgets.entry_row import Entry, EntryRow
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row

Values = Mapping[str, Any]


class EntryCard(Card):
    """What `save(key or None, values)` and `remove(key)` do is the page's; they raise UserError.

    `title`, `add` and `empty` are gettext source texts.
    """

    def __init__(self, title: str, add: str, empty: str, form: EntryForm, *, icon: str = "") -> None:
        super().__init__(pad=(17, 13, 13, 13), gap=6)
        self._words = (title, add, empty)
        self.form = form
        self.save: Callable[[int | None, Values], object] = lambda _key, _values: None
        self.remove: Callable[[int], object] = lambda _key: None
        self.defaults: Callable[[], Values] = dict
        self._open: int | None = None
        self._before: Values = {}
        self._values: dict[int, Values] = {}
        self._icon = Icon(icon, "text", 18) if icon else None
        self._title = Label("", "text", 15.5, 700)
        self.add_button = Button("", "ghost", "plus", small=True)
        self._list: Box = column(gap=0, margins=(-6, 0, 0, 0))
        self._empty = Label("", "text2", 13.5, wrap=True)
        head = row(
            *([self._icon] if self._icon is not None else []), (self._title, 1), self.add_button, gap=8
        )
        self.above = column(gap=4)
        self.below = column(gap=4)
        self.add(head, self.above, self._empty, box(self._list), self.form, self.below)
        self.add_button.clicked.connect(self.begin)
        self.form.wanted.connect(self._save)
        self.form.left.connect(self._leave)
        self.form.remove_wanted.connect(self._remove)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        title, add, empty = self._words
        self._title.set_words(_(title))
        self.add_button.set_name(_(add))
        self._empty.set_words(_(empty))
        self.form.retranslate()

    def set_ink(self, role: str) -> None:
        """The colour of the title and its icon, on a tinted card."""
        self._title.set_role(role)
        if self._icon is not None:
            self._icon.set_icon("triangle-alert", role)

    def show_entries(self, entries: Sequence[Entry], values: Mapping[int, Values], *, may: bool) -> None:
        """Show these; `values` fill the form of an entry. A form that is open stays open."""
        at = next((r.entry.key for r in self.rows() if r.hasFocus()), None)
        self._values = dict(values)
        clear(self._list)
        for entry in entries:
            line = EntryRow(entry, editable=may)
            if may:
                line.clicked.connect(lambda _on=False, key=entry.key: self.edit(key))
            self._list.add(line)
        self._empty.setVisible(not entries)
        self.add_button.setVisible(may)
        if not may or (self._open is not None and self._open not in self._values):
            self.form.hide()
        back = next((r for r in self.rows() if r.entry.key == at), None)
        if back is not None:
            focus_now(back)

    def rows(self) -> list[EntryRow]:
        """The rows shown, in order."""
        items = (self._list.itemAt(n) for n in range(self._list.count()))
        found = (item.widget() for item in items if item is not None)
        return [each for each in found if isinstance(each, EntryRow)]

    def begin(self) -> None:
        """Open the form for a new entry."""
        self._open = None
        self.form.begin(self.defaults(), existing=False)
        self._before = self.form.typed()

    def edit(self, key: int) -> None:
        """Open the form of an entry."""
        self._open = key
        line = next((each.entry.words for each in self.rows() if each.entry.key == key), "")
        self.form.begin(self._values[key], existing=True, about=line)
        self._before = self.form.typed()

    def begun(self) -> dict[str, Any] | None:
        """What is typed in the form and not saved; None while nothing is."""
        words = self.form.typed()
        return None if self.form.isHidden() or words == self._before else {"key": self._open, "words": words}

    def lists(self, key: object) -> bool:
        """Whether this entry is among those shown."""
        return key in self._values

    def take(self, kept: Mapping[str, Any]) -> None:
        """Open the form with words that were kept; for an entry that is gone as a new one."""
        if self.lists(kept.get("key")):
            self.edit(kept["key"])
        else:
            self.begin()
        self.form.retype(kept.get("words", {}))

    def attempt(self, form: EntryForm, work: Callable[[], object]) -> bool:
        """Do it; what is refused stands in the form, and the answer is False."""
        form.refusal.say("")
        try:
            work()
        except UserError as error:
            form.refusal.say(say(error))
            return False
        return True

    def _save(self) -> None:
        if self.attempt(self.form, lambda: self.save(self._open, self.form.values())):
            self._leave()

    def _remove(self) -> None:
        key = self._open
        if key is not None and self.attempt(self.form, lambda: self.remove(key)):
            self._open = None
            self._leave()

    def _leave(self) -> None:
        self.form.hide()
        back = next((r for r in self.rows() if r.entry.key == self._open), None)
        self._open = None
        if back is None and self.add_button.isHidden():  # a list to which nothing is added here
            back = next(iter(self.rows()), None)
        focus_now(back or self.add_button)
