"""Activities: the centre's library by category, searched by typing, filled from the examples."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.activities import ActivityLine
from groupwork.domain.examples import Example
from groupwork.domain.ids import ActivityId
from groupwork.domain.search import typed_words
from groupwork.domain.sessions import Category
from groupwork.errors import UserError
from groupwork.i18n import _, ngettext, say
from groupwork.operations import activities as operations
from groupwork.operations import examples, library
from groupwork.operations.desk import Right
from groupwork.ui.activity.activity_row import ActivityRow
from groupwork.ui.activity.example_panel import ExamplePanel
from groupwork.ui.activity.new_form import NewActivityForm
from groupwork.ui.activity.nothing_there import NothingThere
from groupwork.ui.activity.words import answers, category_words
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.flow import FlowLayout
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import Refusal, Scroll, SectionHead, Title

TWO_COLUMNS_FROM = 860
WIDEST = 1240
DRAFT = "activity"


class ActivitiesView(View):
    """Rows open an activity; Ctrl+N makes one."""

    tables = frozenset({"activity", "group_"})

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._lines: tuple[ActivityLine, ...] = ()
        self._left: tuple[Example, ...] = ()
        self._archived = False
        self.rows: list[ActivityRow] = []
        self._title, self._about = Title(), Label("", "text2", 14)
        self.search = TextField()
        self.from_examples = Button("", "secondary", "library")
        self.new = Button("", "primary", "plus")
        self.form, self.panel = NewActivityForm(), ExamplePanel()
        self._refusal = Refusal()
        self.archive = Button("", "ghost", "chevron-down", small=True)
        self._first, self._second, self._blank = column(gap=8), column(gap=8), column(gap=0)
        self._columns: Box = row((box(self._first), 1), (box(self._second), 1), gap=20)
        self._columns.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = FlowLayout(6)
        for widget in (self.search, self.from_examples, self.new):
            buttons.addWidget(widget)
        self._head: Box = row((column(self._title, self._about, gap=1), 1), box(buttons), gap=12)
        page = column(self._head, 4, self._refusal, self.form, self.panel, self._blank, self._columns, gap=10)
        page.add(row(self.archive, None), None)
        page.set_margins((24, 6, 20, 16))
        self._inner = box(page)
        self.setLayout(column(Scroll(box(row((self._inner, 100), (QWidget(), 1), gap=0))), gap=0))
        self._connect()
        self.restyle()
        self.retranslate()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _typed: self._show())
        self.search.returnPressed.connect(self._open_first)
        self.new.clicked.connect(self._begin_new)
        self.from_examples.clicked.connect(self._begin_examples)
        self.form.wanted.connect(self._make)
        self.form.left.connect(self._end_forms)
        self.panel.wanted.connect(self._take)
        self.panel.left.connect(self._end_forms)
        self.archive.clicked.connect(self._turn_archive)
        self._ctrl_n = QShortcut(QKeySequence("Ctrl+N"), self, self._begin_new)
        self._ctrl_n.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def title(self) -> str:
        """The page's name."""
        return _("Activities")

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys."""
        return (
            KeyLine("Ctrl+N", _("New activity")),
            KeyLine("↑  ↓", _("To the activity above or below")),
            KeyLine("Enter", _("Open the activity")),
            KeyLine("Esc", _("Close a form, or empty the search")),
        )

    def first_focus(self) -> QWidget | None:
        """Typing searches; a form that was opened is filled in."""
        if self.form.isVisible():
            return self.form.name
        if self.panel.isVisible() and self.panel.rows:
            return self.panel.rows[0]
        return self.search if self._lines else None

    def restyle(self) -> None:
        """Widths at the present text size."""
        self._inner.setMaximumWidth(theme.size(WIDEST))
        self.search.setFixedWidth(theme.size(230))
        self._arrange()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(self.title())
        self.search.setPlaceholderText(_("Search activities"))
        self.search.setAccessibleName(_("Search activities"))
        self.from_examples.set_words(_("From the examples"))
        self.new.set_words(_("New activity"))
        self.form.retranslate()
        if self._lines or self._left:
            self.refresh()

    def show_place(self, place: Place) -> None:
        """The whole list; a part "new" or "examples" opens what it names."""
        self._end_forms()
        self.refresh()
        if place.part == "new" or self.gate.unfinished.first(DRAFT) is not None:
            self._begin_new()
        elif place.part == "examples":
            self._begin_examples()

    def refresh(self) -> None:
        """Read the library and what is left of the examples."""
        self._refusal.say("")
        self._lines = self.gate.ask(operations.activities, archived=True) or ()
        may = self._may()
        self._left = (self.gate.ask(examples.examples_left) or ()) if may else ()
        self.new.setVisible(may)
        self.from_examples.setVisible(may and bool(self._left))
        self.panel.show_examples(self._left)
        if not self._left:
            self.panel.hide()
        self._show()

    def unfinished(self) -> dict[str, Words]:
        """A new activity that was begun."""
        begun = self.form.isVisibleTo(self) and self.form.name.text().strip()
        return {DRAFT: self.form.words()} if begun else {}

    def refused(self, sentence: str) -> bool:
        """In the form that is open, else above the list."""
        (self.form.refusal if self.form.isVisible() else self._refusal).say(sentence)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self.rows:
            self._step(step)
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _may(self) -> bool:
        return self.gate.desk().may(Right.PLAN) and not self.gate.read_only

    def _arrange(self) -> None:
        wide = self.width() / theme.scale >= TWO_COLUMNS_FROM
        direction = Box.Direction.LeftToRight if wide else Box.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._head.setDirection(direction)

    def _show(self) -> None:
        clear(self._first)
        clear(self._second)
        self.rows = []
        words = typed_words(self.search.text())
        shown = [line for line in self._lines if answers(line, words)]
        active = [line for line in shown if line.active]
        gone = [line for line in shown if not line.active]
        self._say_count(len([line for line in self._lines if line.active]))
        self._show_categories(active)
        clear(self._blank)
        if not active:
            self._blank.add(self._nothing(bool(words)))
        self.new.set_kind("primary" if active or words else "secondary")
        if self._archived and gone:
            self._first.add(6, SectionHead(_("Archived")), self._card(gone))
        for side in (self._first, self._second):
            side.add(None)
        sign = "chevron-up" if self._archived else "chevron-down"
        self.archive.icon_name = sign
        self.archive.set_words(
            ngettext("{n} archived activity", "{n} archived activities", len(gone)).format(n=len(gone))
        )
        self.archive.setVisible(bool(gone))

    def _show_categories(self, lines: list[ActivityLine]) -> None:
        """Each category's card goes to the shorter side, so that both end about together."""
        heights = [0, 0]
        for category in Category:
            found = [line for line in lines if line.category is category]
            if not found:
                continue
            side = 0 if heights[0] <= heights[1] else 1
            heights[side] += len(found) + 1
            (self._first, self._second)[side].add(SectionHead(category_words(category)), self._card(found), 6)

    def _card(self, lines: Iterable[ActivityLine]) -> Card:
        card = Card(pad=(0, 4, 0, 4), gap=0)
        for number, line in enumerate(lines):
            if number:
                card.add(Separator("line", 18, 18))
            shown = ActivityRow(line)
            shown.clicked.connect(lambda _on=False, id_=line.id: self._open(id_))
            self.rows.append(shown)
            card.add(shown)
        return card

    def _nothing(self, searched: bool) -> Card:
        empty = NothingThere(searched=searched, may=self._may(), examples=bool(self._left))
        empty.new.connect(self._begin_new)
        empty.from_examples.connect(self._begin_examples)
        return Card(empty)

    def _say_count(self, number: int) -> None:
        words = ngettext("{n} activity", "{n} activities", number).format(n=number)
        self._about.set_words(words if number else "")

    def _turn_archive(self) -> None:
        self._archived = not self._archived
        self._show()

    def _step(self, step: int) -> None:
        at = next((n for n, line in enumerate(self.rows) if line.hasFocus()), None)
        to = 0 if at is None else at + step
        if to < 0:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif to < len(self.rows):
            self.rows[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, activity: ActivityId) -> None:
        self.go(Place("activity", activity=activity))

    def _open_first(self) -> None:
        if self.search.text() and self.rows:
            self._open(self.rows[0].line.id)

    def _begin_new(self) -> None:
        if not self._may():
            return
        self.panel.hide()
        self.form.begin("" if self.rows else self.search.text().strip())
        self.form.restore(self.gate.unfinished.of(DRAFT))

    def _begin_examples(self) -> None:
        if self._left:
            self.form.hide()
            self.panel.begin()

    def _end_forms(self) -> None:
        had = self.form.isVisible() or self.panel.isVisible()
        if self.form.isVisible():
            self.gate.unfinished.drop(DRAFT)
        self.form.hide()
        self.panel.hide()
        if had:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        category = Category(str(self.form.category.value()))  # Qt gives the plain code back
        try:
            made = self.gate.write(
                library.add_activity, self.form.name.text(), category, self.form.typed_minutes()
            )
        except UserError as error:
            self.form.refusal.say(say(error))
            return
        self.form.hide()
        self.gate.unfinished.drop(DRAFT)
        self.search.clear()
        self._open(ActivityId(made.id))

    def _take(self, keys: list[str]) -> None:
        if self.gate.do(examples.add_examples, keys) is not None:
            self._end_forms()
