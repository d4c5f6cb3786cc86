"""All registers that are missing or have blanks, with who is responsible: mine first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.missing import MissingRegister
from groupwork.i18n import _, ngettext
from groupwork.operations import missing as operations
from groupwork.ui.day.missing_card import missing_card
from groupwork.ui.day.side_list import TaskRow
from groupwork.ui.focus import focus_now, focused
from groupwork.ui.gate import Gate
from groupwork.ui.place import BACK
from groupwork.ui.theme import theme
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import EmptyState, Scroll, SectionHead, Title

WIDEST = 760


class MissingView(View):
    """Two lists; a click or Enter opens the register, arrows go from row to row."""

    tables = frozenset({"session", "attendance", "session_facilitator", "facilitator", "setting"})

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self.lines: tuple[MissingRegister, ...] = ()
        self._back = Button("", "secondary", "arrow-left", small=True)
        self._title, self._summary = Title("", 27), Label("", "text2", 14.5, wrap=True)
        self._title.setWordWrap(True)
        self._lists = column(gap=8)
        head = row(self._back, (column(self._title, self._summary, gap=2), 1), gap=10)
        self._inner = box(column(head, 8, self._lists, None, gap=8, margins=(24, 6, 20, 16)))
        self.setLayout(column(Scroll(box(row((self._inner, 100), (QWidget(), 1), gap=0))), gap=0))
        self._back.clicked.connect(lambda: self.go(BACK))
        self.restyle()
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return _("Missing registers")

    def restyle(self) -> None:
        """Width at the present text size."""
        self._inner.setMaximumWidth(theme.size(WIDEST))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._back.set_name(_("Back"))
        self._title.set_words(self.title())
        self.refresh()

    def refresh(self) -> None:
        """Read again and show."""
        here = isinstance(focused(self), TaskRow)
        self.lines = self.gate.ask(operations.missing) or ()
        n = len(self.lines)
        said = ngettext(
            "{n} register of past days is not complete", "{n} registers of past days are not complete", n
        )
        self._summary.set_words(said.format(n=n) if n else "")
        clear(self._lists)
        mine = tuple(line for line in self.lines if line.mine)
        others = tuple(line for line in self.lines if not line.mine)
        for words, lines in ((_("Yours"), mine), (_("Of others") if mine else _("Still open"), others)):
            if lines:
                self._lists.add(SectionHead(f"{words} ({len(lines)})"), missing_card(lines, self.go, None), 6)
        if not self.lines:
            title = _("All registers are complete")
            sentence = _("A session of a past day stands here until everybody on it is recorded.")
            self._lists.add(Card(EmptyState("circle-check", title, sentence), pad=(24, 48, 24, 48)))
        if here and (first := self.first_focus()) is not None:
            focus_now(first)

    def first_focus(self) -> QWidget | None:
        """The first register, else the way back."""
        return next(iter(self._rows()), None) or self._back

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys."""
        return (KeyLine("↓ ↑", _("Next and previous register")), KeyLine("Enter", _("Open the register")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._rows()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = focused(self)
        if step is None or not isinstance(at, TaskRow) or at not in rows:
            super().keyPressEvent(event)
            return
        rows[min(max(rows.index(at) + step, 0), len(rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _rows(self) -> list[TaskRow]:
        return self.findChildren(TaskRow)
