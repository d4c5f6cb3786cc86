"""The head of the block page: which group, which days, how it went, and the way to other days."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.block import Block
from groupwork.domain.rates import DENOMINATOR_LABELS
from groupwork.i18n import _, current
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.chip import CategoryTile
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Elided
from groupwork.ui.widgets.layouts import Box, box, column, row

TWO_LINES_BELOW = 860
TERM, MONTH = range(2)


class BlockHead(QWidget):
    """Back, title, days with the rate; earlier, later, term or month, the group's page."""

    back = Signal()
    turned = Signal(int)
    """−1 for earlier days, 1 for later ones."""
    spanned = Signal(int)
    """TERM or MONTH."""
    group = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back_button = Button("", "secondary", "arrow-left", small=True)
        self.earlier = Button("", "secondary", "chevron-left", small=True)
        self.later = Button("", "secondary", "chevron-right", small=True)
        self.group_button = Button("", "ghost", "users-round", small=True)
        self.span = Segments(["", ""], current=TERM, small=True)
        self._tile = CategoryTile("community", 40)
        self._title, self._line = Elided("", "text", 22, 700), Elided("", "text2", 13.5)
        self._rate, self._said = Elided("", "text2", 13.5), ("", "")
        self._rate.hide()
        words = column(self._title, self._line, self._rate, gap=0)
        left = row(self.back_button, self._tile, 2, (words, 1), gap=6)
        self._tools = Flow(self.earlier, self.later, self.span, self.group_button, gap=6, centred=True)
        self._body: Box = row((box(left), 1), self._tools, gap=6)
        self.setLayout(self._body)
        self.back_button.clicked.connect(self.back)
        self.earlier.clicked.connect(lambda: self.turned.emit(-1))
        self.later.clicked.connect(lambda: self.turned.emit(1))
        self.span.chosen.connect(self.spanned)
        self.group_button.clicked.connect(self.group)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.back_button.set_name(_("Back"))
        self.earlier.set_name(_("Earlier days"))
        self.later.set_name(_("Later days"))
        self.group_button.set_words(_("Group"), _("Page of the group"))
        self.span.set_words([_("Term"), _("Month")], _("Days shown"))

    def show_block(self, block: Block) -> None:
        """Title, days and rate."""
        self._tile.set_category(block.category.value)
        self._title.set_words(block.title)
        words, rate = current(), block.total.available
        first, last = (words.day(day, weekday=False, year=True) for day in (block.first, block.last))
        said = ""
        if rate.of:
            name = _(DENOMINATOR_LABELS[rate.denominator])
            counted = _("{n} of {of}").format(n=rate.n, of=rate.of)
            said = f"{name} {rate.shown(words.number)} ({counted})"
        self._said = f"{first} – {last}", said
        self._say()

    def _say(self) -> None:
        """Days and rate on one line, or on two where the room is narrow."""
        narrow = self._body.direction() == Box.Direction.TopToBottom
        days, rate = self._said
        self._line.set_words(days if narrow or not rate else f"{days}  ·  {rate}")
        self._rate.set_words(rate)
        self._rate.setVisible(narrow and bool(rate))

    def show_title(self, title: str) -> None:
        """Only a title: nothing else may be shown."""
        self._title.set_words(title)
        self._said = "", ""
        self._say()

    def restyle(self) -> None:
        """One line, or two where the room is narrow for the text size."""
        narrow = self.width() / theme.scale < TWO_LINES_BELOW
        self._body.setDirection(Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight)
        self._tools.keep_line(not narrow)
        self._say()

    def resizeEvent(self, event: object) -> None:
        """Arrange again."""
        self.restyle()
