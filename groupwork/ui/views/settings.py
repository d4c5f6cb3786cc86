"""Settings: a list of parts, and the part that was chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from groupwork.i18n import _
from groupwork.ui.done import Done
from groupwork.ui.focus import focus_now, focused
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.settings.part import SettingsPart
from groupwork.ui.settings.part_list import PartChoice, PartList
from groupwork.ui.settings.parts import CODES, PARTS
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import KeyLine, View
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.page import Scroll, Title

WIDEST = 860
NARROW_BELOW = 760
"""Logical px of the page under which the list becomes a drop-down above the part."""


class SettingsView(View):
    """Each part is made when it is first shown; the one shown last is there again."""

    def __init__(self, gate: Gate, go: Callable[[Place], None], parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._parts: dict[str, SettingsPart] = {}
        self._scrolls: dict[str, Scroll] = {}
        self._code = ""
        self._entered: Place | None = None
        self._title = Title()
        self._list, self._choice = PartList(), PartChoice()
        self._head = Label("", "text", 19, 700)
        self._stack = QStackedWidget()
        self._side = box(column(self._title, 10, (Scroll(self._list), 1), gap=0))
        self._above = box(row(self._choice, None, gap=0, margins=(0, 0, 0, 6)))
        right = column(self._above, self._head, 10, (self._stack, 1), gap=0, margins=(0, 3, 0, 0))
        self._across = row(self._side, (box(right), 1), gap=26, margins=(24, 6, 20, 0))
        self.setLayout(self._across)
        self._list.chosen.connect(self._choose)
        self._choice.chosen.connect(self._choose)
        self.restyle()
        self.retranslate()

    @property
    def code(self) -> str:
        """The part that is shown."""
        return self._code

    def part(self, code: str) -> SettingsPart:
        """A part, made when it is first asked for."""
        if code not in self._parts:
            made = next(each for each in PARTS if each.code == code).load()(self.gate, self.go)
            made.setMaximumWidth(theme.size(WIDEST))
            made.retranslate()
            inner = box(row((made, 100), (QWidget(), 1), gap=0, margins=(3, 3, 3, 18)))
            self._parts[code], self._scrolls[code] = made, Scroll(inner)
            self._stack.addWidget(self._scrolls[code])
        return self._parts[code]

    def title(self) -> str:
        """The page's name."""
        return _("Settings")

    def restyle(self) -> None:
        """Widths at the present text size."""
        self._side.setFixedWidth(theme.size(246))
        for part in self._parts.values():
            part.setMaximumWidth(theme.size(WIDEST))
        self._fit()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(self.title())
        self._list.retranslate()
        self._choice.retranslate()
        for part in self._parts.values():
            part.retranslate()
        if self._code:
            self._mark()
            self._parts[self._code].refresh()

    def refresh(self) -> None:
        """Read the part that is shown again."""
        if self._code:
            self._parts[self._code].refresh()

    def follow(self, done: Done) -> None:
        """Something was written: the part that is shown reads again when it shows it."""
        if self._code and (not done.tables or self._parts[self._code].tables & done.tables):
            self.refresh()

    def show_place(self, place: Place) -> None:
        """The part of the place; without one the part shown last. The same place again moves nothing."""
        wanted = place.part or (place.page if place.page in CODES else "")
        if place == self._entered or wanted not in CODES:
            wanted = self._code or CODES[0]
        self._entered = place
        self._open(wanted)

    def unfinished(self) -> dict[str, Words]:
        """What stands in the open form of the part that is shown."""
        return self._parts[self._code].unfinished() if self._code else {}

    def first_focus(self) -> QWidget | None:
        """Whoever was led to a part begins in it, else in the list."""
        place = self._entered
        if place is not None and (place.part or place.page in CODES):
            found = self._parts[self._code].first_focus()
            if found is not None and found.isEnabled():
                focus_now(found)  # its line may only just have been made
                return found
        return self._choice if self._above.isVisibleTo(self) else self._list.current()

    def refused(self, sentence: str) -> bool:
        """Refusals stand at the top of the part."""
        self._parts[self._code].refusal.say(sentence)
        self._scrolls[self._code].verticalScrollBar().setValue(0)
        return True

    def keys(self) -> tuple[KeyLine, ...]:
        """Keys of the list and of lists in the parts."""
        return (
            KeyLine("↑ ↓", _("Another part of the settings, in the list at the left")),
            KeyLine("Tab", _("From the list into the part")),
            KeyLine("Alt+↑ Alt+↓", _("Move a reason up or down in its list")),
            KeyLine("Ctrl+Enter", _("Save the form that is open")),
            KeyLine("Esc", _("Close the form that is open")),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        if self.isHidden():  # another page, not only the blur over all of them
            self._entered = None
            if self._code:
                self._parts[self._code].leave()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _choose(self, code: str) -> None:
        """Who walks through the list stays in it, also where a form opens with words that were kept."""
        if code != self._code:
            had = focused(self)
            self._open(code)
            if had is not None:
                focus_now(self._list.current() if self._list.isAncestorOf(had) else had)

    def _open(self, code: str) -> None:
        part = self.part(code)
        if self._code and self._code != code:
            self._parts[self._code].leave()
            self._scrolls[code].verticalScrollBar().setValue(0)
        self._code = code
        self._mark()
        self._stack.setCurrentWidget(self._scrolls[code])
        part.enter()

    def _mark(self) -> None:
        self._list.select(self._code)
        self._choice.choose(self._code)
        self._head.set_words(_(next(each.label for each in PARTS if each.code == self._code)))

    def _fit(self) -> None:
        narrow = self.width() / theme.scale < NARROW_BELOW
        self._side.setVisible(not narrow)
        self._above.setVisible(narrow)
        self._head.setVisible(not narrow)  # the drop-down says it
        self._across.set_gap(0 if narrow else 26)
