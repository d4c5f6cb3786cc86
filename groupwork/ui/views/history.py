"""History: what was done, by whom and when, grouped by day; Undo on each step that allows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import StepId
from groupwork.i18n import _, current
from groupwork.operations import history as operations
from groupwork.operations.desk import Right
from groupwork.operations.history import HistoryLine
from groupwork.operations.register_lock import NeedsReason
from groupwork.ui.done import Done
from groupwork.ui.gate import Gate
from groupwork.ui.models.history import HistoryDay, HistoryPages
from groupwork.ui.place import BACK, Place
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.theme import theme
from groupwork.ui.view import View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.label import Elided, Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import EmptyState, Refusal, Scroll, SectionHead, Title
from groupwork.ui.widgets.switch import Tick

WIDEST = 980


class HistoryRow(QWidget):
    """Time, sentence, who and where; Undo, or the word "undone"; a refusal in place below."""

    def __init__(self, line: HistoryLine, undo: Callable[[StepId], None]) -> None:
        super().__init__()
        self.step = line.step
        self.refusal = Refusal()
        self._time = Label(f"{line.at_local:%H:%M}", "text2", 14, 500)
        sentence = Elided(line.sentence, "text3" if line.undone else "text", 14.5, 500)
        where = Elided(
            " · ".join(part for part in (line.who or _("Groupwork"), line.place) if part), "text2", 13
        )
        items: list[QWidget] = []
        if line.undone:
            items.append(Chip(_("undone"), "neutral", "undo-2"))
        elif line.undoable:
            button = Button(_("Undo"), "ghost", "undo-2", small=True)
            button.setAccessibleName(_("Undo: {what}").format(what=line.sentence))
            button.clicked.connect(partial(undo, line.step))
            items.append(button)
        top = row(self._time, (column(sentence, where, gap=1), 1), *items, gap=14)
        self._asked = column(gap=0)
        self._undo = items[0] if items else None
        self.setLayout(column(top, self.refusal, self._asked, gap=6, margins=(18, 8, 14, 8)))
        self.restyle()

    def ask_why(self, late: LateAsk, closed: NeedsReason) -> None:
        """Taking this back changes a register that is locked by now: ask why, here."""
        clear(self._asked)
        self._asked.add(late)
        late.left.connect(self._give_up)
        late.keep(closed, lambda desk, reason: operations.undo(desk, self.step, reason=reason))

    def _give_up(self) -> None:
        if self._undo is not None:
            self._undo.setFocus()

    def restyle(self) -> None:
        """Width of the time at the present text size."""
        self._time.setFixedWidth(theme.size(46))


class HistoryView(View):
    """Reads the journal in portions of 50."""

    def __init__(self, gate: Gate, go: Callable[[Place], None], parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._pages = HistoryPages(self._read)
        self._rows: list[HistoryRow] = []
        self._asked: StepId | None = None
        self._back = Button("", "secondary", "arrow-left", small=True)
        self._back.clicked.connect(lambda: self.go(BACK))
        self._title, self._about = Title(), Label("", "text2", 14, wrap=True)
        self._refusal = Refusal()
        self.looks = Tick()
        self.looks.toggled.connect(lambda _on: self.refresh())
        self._days = column(gap=8)
        self._more = Button("", "secondary", "chevron-down")
        self._more.clicked.connect(self._load_more)
        head = row(self._back, (column(self._title, self._about, gap=1), 1), gap=10, margins=(-3, 0, 0, 0))
        more = row(None, self._more, None)
        page = column(head, 4, self.looks, 2, self._refusal, self._days, 6, more, None, gap=6)
        page.set_margins((24, 6, 20, 16))
        self._inner = box(page)
        self._scroll = Scroll(box(row((self._inner, 100), (QWidget(), 1), gap=0)))
        self.setLayout(column(self._scroll, gap=0))
        self.restyle()
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return _("History")

    def restyle(self) -> None:
        """Widest at the present text size."""
        self._inner.setMaximumWidth(theme.size(WIDEST))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._back.set_name(_("Back"))
        self._title.set_words(self.title())
        self._about.set_words(
            _("Every change, by whom and when. Undo takes one back; the undo stands here too.")
            if self.gate.desk().may(Right.RECORDS)
            else _("What you did, newest first. Undo takes one back; the undo stands here too.")
        )
        self._more.set_words(_("Show older"))
        self.looks.setText(_("Also who looked at whose record"))
        self._show()

    def refresh(self) -> None:
        """Read again from the newest."""
        self._refusal.say("")
        self.looks.setVisible(self.gate.desk().may(Right.RECORDS))
        self._pages.load()
        self._show()

    def follow(self, done: Done) -> None:
        """Something was written: it is the newest line."""
        place = self._scroll.verticalScrollBar().value()
        self.refresh()
        self._scroll.verticalScrollBar().setValue(place)

    def refused(self, sentence: str) -> bool:
        """Say why a step cannot be undone, at that step."""
        line = next((line for line in self._rows if line.step == self._asked), None)
        closed, self._asked = self.gate.refusal, None
        if line is not None and isinstance(closed, NeedsReason):
            line.ask_why(LateAsk(self.gate), closed)
        else:
            (line.refusal if line is not None else self._refusal).say(sentence)
        return True

    def _read(self, before: StepId | None, limit: int) -> tuple[HistoryLine, ...] | None:
        views = self.looks.isChecked() and self.gate.desk().may(Right.RECORDS)
        return self.gate.ask(operations.history, before, limit, views=views)

    def _load_more(self) -> None:
        self._pages.load_more()
        self._show()

    def _undo(self, step: StepId) -> None:
        self._asked = step
        self.gate.undo_step(step)

    def _show(self) -> None:
        clear(self._days)
        self._rows = []
        days = self._pages.days()
        for day in days:
            self._days.add(SectionHead(current().day(day.day, year=True, long=True)), self._card(day))
        if not days:
            sentence = _("As soon as something is recorded or planned it stands here.")
            empty = EmptyState("history", _("Nothing was done yet"), sentence)
            self._days.add(Card(empty, pad=(20, 40, 20, 40)))
        self._more.setVisible(self._pages.more)

    def _card(self, day: HistoryDay) -> Card:
        card = Card(pad=(0, 4, 0, 4), gap=0)
        for number, line in enumerate(day.lines):
            if number:
                card.add(Separator("line", 18, 18))
            shown = HistoryRow(line, self._undo)
            self._rows.append(shown)
            card.add(shown)
        return card
