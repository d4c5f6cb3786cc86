"""The rail at the left: the app's sign, the places, and what was saved last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from groupwork.i18n import _
from groupwork.operations.desk import Right
from groupwork.ui import paint
from groupwork.ui.pages import RAIL
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Ground, Separator
from groupwork.ui.widgets.controls import NavItem
from groupwork.ui.widgets.label import Elided, Icon, Label
from groupwork.ui.widgets.layouts import box, column, row

WIDE, SLIM = 196, 72


class Logo(QWidget):
    """The app's sign; decoration, the name stands beside it."""

    def __init__(self, size: float = 34) -> None:
        super().__init__()
        self._size = size
        self.restyle()

    def restyle(self) -> None:
        """Size at the present text size."""
        self.setFixedSize(theme.size(self._size), theme.size(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.logo(QPainter(self), QRectF(self.rect()))


class Rail(Ground):
    """Places with words, or slim with icons and tooltips. `chosen` carries the page's code."""

    chosen = Signal(str)

    def __init__(self, centre: str) -> None:
        super().__init__("rail", line_right=True)
        self._slim = False
        self._centre = Elided(centre, "text2", 12.5)
        self._names = box(column(Label("Groupwork", "text", 15.5, 700), self._centre, gap=0))
        self._group = QButtonGroup(self)
        self._items: dict[str, NavItem] = {}
        for item in RAIL:
            button = NavItem(item.icon)
            button.clicked.connect(partial(self.chosen.emit, item.page))
            self._group.addButton(button)
            self._items[item.page] = button
        *upper, last = self._items.values()
        self._tick = Icon("check", "good", 16)
        self._words = Elided("", "text2", 12.5, 500)
        self._head = row(Logo(), (self._names, 1), gap=10, margins=(6, 0, 0, 0))
        self._foot = row(self._tick, (self._words, 1), gap=8, margins=(12, 0, 0, 0))
        body = column(self._head, 12, *upper, None, last, 6, Separator("line2"), 8, self._foot, gap=0)
        body.set_margins((10, 14, 10, 12))
        self.setLayout(body)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Words in the language in use."""
        for item in RAIL:
            keys = _("Ctrl+{digit}").format(digit=item.digit)
            self._items[item.page].set_words(_(item.label), keys)

    def restyle(self) -> None:
        """Width at the present text size."""
        self.setFixedWidth(theme.size(SLIM if self._slim else WIDE))

    def set_slim(self, slim: bool) -> None:
        """Icons only, for narrow windows and large text."""
        if slim == self._slim:
            return
        self._slim = slim
        self._names.setVisible(not slim)
        self._words.setVisible(not slim)
        self._head.set_margins((0, 0, 0, 0) if slim else (6, 0, 0, 0))
        self._foot.set_margins((0, 0, 0, 0) if slim else (12, 0, 0, 0))
        for item in self._items.values():
            item.set_slim(slim)
        self.restyle()

    def offer(self, may: Callable[[Right], bool]) -> None:
        """Show the places that a role may see."""
        for item in RAIL:
            self._items[item.page].setVisible(may(item.right))

    def light(self, page: str) -> None:
        """Show where the person is."""
        item = self._items.get(page)
        if item is not None:
            item.setChecked(True)

    def set_badge(self, page: str, number: int, words: str) -> None:
        """A count on a place, with its words."""
        self._items[page].set_badge(number, words)

    def set_centre(self, name: str) -> None:
        """The centre's name under the app's."""
        self._centre.set_words(name)

    def set_saved(self, words: str, *, icon: str = "check", role: str = "good") -> None:
        """ "Saved 09:52" at the foot; slim it is the icon with a tooltip."""
        self._tick.set_icon(icon, role)
        self._tick.setToolTip(words)
        self._words.set_words(words)
