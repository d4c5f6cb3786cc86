"""The register as one person per card: next and previous by swipe, big buttons or keys; "5 of 12"."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QScrollBar, QWidget

from groupwork.domain.attendance import Mark
from groupwork.domain.task_keys import typed_result
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult
from groupwork.i18n import _
from groupwork.ui.accessibility import announce
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.models.register_columns import Column, Kind
from groupwork.ui.mood.big_button import BigButton
from groupwork.ui.preferences import preferences
from groupwork.ui.register import menus
from groupwork.ui.register.person_card import PersonCard
from groupwork.ui.register.table import RegisterTable
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import Progress
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row
from groupwork.ui.widgets.page import Scroll

SWIPE = 70
"""Logical px a finger moves sideways to turn the card."""
WORDS_FROM = 720
"""Logical width from which the big buttons have words; with words the row needs less than that."""
MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1}


class _Drag(Scroll):
    """Follows a finger: sideways turns the card, up and down scrolls. `turned` carries −1 or 1."""

    turned = Signal(int)
    resized = Signal()
    """It has another width, or the card another height."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self._from: tuple[QPointF, int] | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The card wants another height: a word more, a line more."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done

    def _bar(self) -> QScrollBar:
        """What a finger moves: the card, or the page where the card has its whole height."""
        area: QWidget | None = self
        while area is not None:
            if isinstance(area, Scroll) and area.verticalScrollBar().maximum() > 0:
                return area.verticalScrollBar()
            area = area.parentWidget()
        return self.verticalScrollBar()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = (event.globalPosition(), self._bar().value())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            down = event.globalPosition().y() - self._from[0].y()
            self._bar().setValue(round(self._from[1] - down))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._from = self._from, None
        if start is None:
            return
        way = event.globalPosition() - start[0]
        if abs(way.x()) >= theme.size(SWIPE) and abs(way.x()) > 1.5 * abs(way.y()):
            self.turned.emit(1 if way.x() < 0 else -1)


class CardDeck(QWidget):
    """Shows the row the grid's cursor is on and records through the same model, one gesture one step."""

    add_wanted = Signal()
    quantity_wanted = Signal(int, int, QPoint)
    """Row, column and global point."""

    def __init__(self, model: RegisterModel, table: RegisterTable) -> None:
        super().__init__()
        self._model, self._table = model, table
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = PersonCard()
        self.previous, self.next = BigButton("arrow-left", size=16), BigButton("arrow-right", size=16)
        self.add_button, self.list_button = BigButton("user-plus"), BigButton("list-checks")
        self._count, self._progress = Label("", "text", 17, 600), Progress()
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = _Drag(self.card)
        self._page_scrolls = False
        middle = column(self._count, self._progress, gap=6)
        self.setLayout(
            column(
                row(
                    self.previous,
                    (middle, 1),
                    self.next,
                    self.add_button,
                    self.list_button,
                    gap=10,
                    margins=(12, 8, 12, 2),
                ),
                (self._scroll, 1),
                gap=0,
            )
        )
        self._connect()

    def _connect(self) -> None:
        self.previous.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        self._scroll.turned.connect(self.turn)
        self._scroll.resized.connect(self._fit)
        self.list_button.clicked.connect(lambda: preferences.set_cards(False))
        self.add_button.clicked.connect(self.add_wanted)
        self.card.typed.connect(self._type)
        self.card.marked.connect(self._mark)
        self.card.more_wanted.connect(self._more_marks)
        self._table.moved.connect(self.refresh)
        self._model.dataChanged.connect(lambda *_cells: self.refresh())
        self._model.modelReset.connect(self.refresh)

    @property
    def at(self) -> int:
        """The row shown, or -1."""
        standing = self._table.standing()
        return standing[0] if standing is not None and standing[0] < self._model.rowCount() else -1

    def turn(self, rows: int) -> None:
        """To the next or previous person; at the ends it stays."""
        goal = self.at + rows
        if 0 <= goal < self._model.rowCount():
            self._table.go(goal, self._model.place(Kind.MARK))
            self._scroll.verticalScrollBar().setValue(0)
            announce(self, self._said())

    def _said(self) -> str:
        return f"{self._model.row(self.at).name.full}, {self._count.text()}"

    def refresh(self) -> None:
        """Show the row of the cursor, with what is being typed there."""
        register = self._model.register
        if not self.isVisible() or register is None or self.at < 0:
            return
        at, count = self.at, self._model.rowCount()
        self._count.set_words(_("{n} of {of}").format(n=at + 1, of=count))
        self._progress.set_value(sum(r.mark.status is not None for r in register.rows) / count)
        self._progress.setAccessibleName(_("Marks recorded"))
        wide = self.width() / theme.scale >= WORDS_FROM
        for button, words, always in (
            (self.previous, _("Previous person"), wide),
            (self.next, _("Next person"), wide),
            (self.add_button, _("Add a drop-in"), False),
            (self.list_button, _("Show as a list"), False),
        ):
            button.set_words(words if always else "", words)
            button.setToolTip(words)
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(at + 1 < count)
        self.card.show_person(
            self._model.facts(at, self._model.place(Kind.MARK)).row, register, self._model.signs
        )
        self._fit()
        self.setAccessibleName(self._said())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def let_page_scroll(self, on: bool) -> None:
        """On low windows the card takes its whole height: two bars, one in the other, confuse fingers."""
        self._page_scrolls = on
        self._fit()

    def _fit(self) -> None:
        card = self.card
        tall = card.heightForWidth(self._scroll.viewport().width()) if card.hasHeightForWidth() else 0
        least = max(tall, card.minimumSizeHint().height()) if self._page_scrolls else 0
        if least != self._scroll.minimumHeight():
            self._scroll.setMinimumHeight(least)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._table.go(max(self.at, 0), self._model.place(Kind.MARK))  # letters are marks here
        self.refresh()

    def _type(self, kind: Kind, task: int, key: str) -> None:
        """What a button says, stored where the grid has its column."""
        if kind is Kind.TASK:
            self._type_task(task, key)
        else:
            self._store(kind, None if key == "Delete" else int(key), -1)

    def _type_task(self, task: int, key: str) -> None:
        """A level pressed again is taken back; "not done" asks why; # asks how many."""
        stored = self._model.row(self.at).results[task]
        if key == "#":
            button = self.card.levels[task].buttons[key]
            place = self._model.place(Kind.TASK, task)
            self.quantity_wanted.emit(self.at, place, button.mapToGlobal(QPoint(0, button.height())))
            return
        typed = typed_result(key)
        value = typed.keeping(stored) if typed is not None else None
        value = None if value == stored else value
        if self._store(Kind.TASK, value, task) and key == "0" and value is not None:
            self._ask_reason(task)

    def _mark(self, mark: Mark) -> None:
        self._store(Kind.MARK, mark, -1)

    def _store(self, kind: Kind, value: object, task: int) -> bool:
        at, place = self.at, self._model.columns.index(Column(kind, task))
        return at >= 0 and self._model.record({(at, place): value})

    def _ask_reason(self, task: int) -> None:
        """Why it was not done, below its button; every way out keeps "not done"."""

        def give(reason: NotDoneReason) -> None:
            self._store(Kind.TASK, TaskResult(Outcome.NOT_DONE, reason=reason), task)

        button = self.card.levels[task].buttons["0"]
        menu = menus.ReasonMenu(self, give, lambda _event: None)
        menus.open_at(menu, button.mapToGlobal(QPoint(0, button.height())))

    def _more_marks(self) -> None:
        """All the others, as in the grid's menu."""
        at, signs = self.at, self._model.signs

        def press(key: str) -> None:
            event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
            named = {"Delete": Qt.Key.Key_Delete}.get(key)
            if named is not None:
                event = QKeyEvent(QKeyEvent.Type.KeyPress, named, Qt.KeyboardModifier.NoModifier)
            self._table.key.emit(event)

        point = self.card.more.mapToGlobal(QPoint(0, self.card.more.height()))
        choices = menus.mark_choices(self._model.row(at), press, signs)
        menus.open_at(menus.fill(QMenu(self), choices, signs), point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right turn the card; letters, digits and the rest mean what they mean in the grid."""
        step = MOVES.get(Qt.Key(event.key()), 0)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_F2):
            self._more_marks()
            return
        if step and plain:
            self.turn(step)
            return
        event.ignore()
        self._table.key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)
