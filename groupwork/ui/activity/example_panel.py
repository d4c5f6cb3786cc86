"""The examples that are not in the library yet: choose some, or take all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from groupwork.domain.examples import Example
from groupwork.i18n import _, ngettext
from groupwork.ui import fonts, icons, paint
from groupwork.ui.activity.words import minutes_words, people_words
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.flow import FlowLayout
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row

TWO_COLUMNS_FROM = 640


class ExampleRow(PaintedButton):
    """One example with a tick; its aims are its tooltip."""

    def __init__(self, example: Example) -> None:
        self.example = example
        people = people_words(example.min_people, example.max_people)
        self._facts = f"{minutes_words(example.minutes)} · {people}"
        super().__init__(52, f"{example.name}, {self._facts}", inset=4)
        self.setCheckable(True)
        self.setToolTip(example.aims)

    def text_shown(self) -> str:
        """The words on it."""
        return f"{self.example.name}\n{self._facts}"

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        size, middle, on = theme.size, rect.center().y(), self.isChecked()
        if on:
            plate = rect.adjusted(size(4), size(2), -size(4), -size(2))
            paint.rounded(painter, plate, 8, "accent_soft", "accent" if theme.on("contrast") else None)
        mark = QRectF(size(14), middle - size(10), size(20), size(20))
        paint.rounded(painter, mark, 5, "accent" if on else "surface", None if on else "control", 1.5)
        if on:
            icons.draw_centred(painter, "check", "on_accent", mark, 14, stroke=3)
        tile = size(30)
        paint.category_tile(
            painter, QRectF(size(46), middle - tile / 2, tile, tile), self.example.category.value
        )
        left = size(46) + tile + size(10)
        room = rect.width() - left - size(12)
        ink = "accent_ink" if on else "text"
        name = self.example.name
        words = QRectF(left, middle - size(19), room, size(20))
        paint.text(painter, words, name, fonts.font(14, 600, name), ink)
        below = QRectF(left, middle + size(1), room, size(17))
        paint.text(painter, below, self._facts, fonts.font(12.5), "text" if on else "text2")


class ExamplePanel(Card):
    """`wanted` carries the keys to add, `left` on Esc or Cancel."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(fill="rail", line="", radius=14, pad=(14, 14, 14, 14), gap=8)
        self.rows: list[ExampleRow] = []
        self._title, self._about = Label("", "text", 15.5, 700), Label("", "text2", 13.5, wrap=True)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.take = Button("", "primary", "plus", small=True)
        self.all = Button("", "ghost", "check-check", small=True)
        self.cancel = Button("", "ghost", small=True)
        buttons = FlowLayout(6)
        for button in (self.take, self.all, self.cancel):
            buttons.addWidget(button)
        self.add(
            row((column(self._title, self._about, gap=1), 1), margins=(4, 0, 4, 0)),
            box(self._grid),
            box(buttons),
        )
        self.take.clicked.connect(self._take)
        self.all.clicked.connect(self._choose_all)
        self.cancel.clicked.connect(self.left)
        self.hide()

    def show_examples(self, examples: Sequence[Example]) -> None:
        """Show these; those ticked before stay ticked."""
        ticked = {line.example.key for line in self.rows if line.isChecked()}
        clear(self._grid)
        self.rows = [ExampleRow(each) for each in examples]
        for line in self.rows:
            line.setChecked(line.example.key in ticked)
            line.toggled.connect(self._count)
        self._place()
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._title.set_words(_("From the examples"))
        self._about.set_words(
            _("Each comes with phases, tasks, materials and hazards, and is yours to change afterwards.")
        )
        self.cancel.set_words(_("Cancel"))
        self._count()

    def begin(self) -> None:
        """Open, nothing ticked."""
        for line in self.rows:
            line.setChecked(False)
        self.show()
        first: QWidget = self.rows[0] if self.rows else self.cancel
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        focused = next((n for n, line in enumerate(self.rows) if line.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif step and focused is not None:
            self.rows[(focused + step) % len(self.rows)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """In one or two columns, read downwards."""
        two = self.width() / theme.scale >= TWO_COLUMNS_FROM
        high = -(-len(self.rows) // 2) if two else len(self.rows)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if two else 0)
        for n, line in enumerate(self.rows):
            self._grid.addWidget(line, n % high if high else 0, n // high if high else 0)

    def _count(self, _on: bool = False) -> None:
        number = sum(line.isChecked() for line in self.rows)
        words = ngettext("Add {n} activity", "Add {n} activities", number).format(n=number)
        self.take.set_words(words if number else _("Add to the library"))
        self.take.setEnabled(number > 0)
        self.all.set_words(_("Choose all"))
        self.all.setVisible(number < len(self.rows))

    def _choose_all(self) -> None:
        for line in self.rows:
            line.setChecked(True)
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        self.wanted.emit([line.example.key for line in self.rows if line.isChecked()])
