"""A new passphrase: four drawn words shown big, or the person's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.i18n import N_, _, current
from groupwork.operations import vault
from groupwork.ui import fonts, paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import row

TILE, GAP, FOUR_FROM = 64, 10, 540


class WordTiles(QWidget):
    """The words of a passphrase as numbered tiles, four in a line or two and two; read out as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that a screen reader comes by and reads them out
        self.restyle()

    def set_words(self, words: tuple[str, ...]) -> None:
        """Other words."""
        self._words = words
        self.setAccessibleName(_("Your passphrase: {words}").format(words=" ".join(words)))
        self.update()

    def restyle(self) -> None:
        """Height at the present text size and width."""
        lines = 4 // self._across()
        self.setFixedHeight(theme.size(TILE * lines + GAP * (lines - 1)))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the layout likes."""
        return QSize(theme.size(300), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, across, gap = QPainter(self), self._across(), theme.sizef(GAP)
        wide = (self.width() - gap * (across - 1)) / across
        high = theme.sizef(TILE)
        for at, word in enumerate(self._words):
            tile = QRectF(at % across * (wide + gap), at // across * (high + gap), wide, high)
            self._tile(painter, tile, at + 1, word)
        if self.hasFocus():
            paint.ring(painter, QRectF(self.rect()), 10)

    def _tile(self, painter: QPainter, tile: QRectF, number: int, word: str) -> None:
        enabled = self.isEnabled()
        paint.rounded(painter, tile, 10, "surface", "line2")
        corner = QRectF(
            tile.left() + theme.size(10), tile.top() + theme.size(4), theme.size(30), theme.size(16)
        )
        paint.text(painter, corner, str(number), fonts.font(12, 600), "text3")
        size, room = 22.0, tile.width() - theme.size(12)
        while size > 13 and fonts.width(word, size, 700) > room:
            size -= 0.5
        area = tile.adjusted(theme.size(6), theme.size(6), -theme.size(6), 0)
        role = "text" if enabled else "text3"
        paint.text(painter, area, word, fonts.font(size, 700, word), role, paint.CENTRE)

    def _across(self) -> int:
        return 4 if self.width() / theme.scale >= FOUR_FROM else 2


class NewPassphrase(Card):
    """The words drawn for a centre, "Other words", and a field for one's own. `submitted`: Enter in it.

    `title` is a gettext source text.
    """

    submitted = Signal()

    def __init__(self, title: str = N_("Your passphrase")) -> None:
        super().__init__(fill="rail", line="", radius=14, pad=(18, 12, 18, 14), gap=10)
        self._source, self._language, self._words = title, "", ""
        self._own = False
        self._title = Label("", "text", 15.5, 700)
        self.other = Button("", "ghost", "refresh-cw", small=True)
        self.change = Button("", "ghost", "pencil", small=True)
        self._tiles = WordTiles()
        self.field = TextField()
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.field.hide()
        self._hint = Label("", "text2", 13, wrap=True)
        head = row(Icon("key-round", "accent", 20), self._title, None, self.other, self.change, gap=8)
        self.add(head, self._tiles, self.field, self._hint)
        self.other.clicked.connect(self.draw)
        self.change.clicked.connect(self._switch)
        self.field.returnPressed.connect(self.submitted)
        self.retranslate()

    @property
    def own(self) -> bool:
        """Whether the person types it."""
        return self._own

    def text(self) -> str:
        """The passphrase as it stands."""
        return self.field.text() if self._own else self._words

    def draw(self) -> None:
        """Four other words."""
        self.show_words(vault.generate_passphrase(current().language))

    def show_words(self, passphrase: str) -> None:
        """These words instead of drawn ones; for pictures that are the same each time."""
        self._words = passphrase
        self._tiles.set_words(tuple(passphrase.split(" ")))

    def forget(self) -> None:
        """Nothing of it stays on the page."""
        self.field.clear()
        self._words = ""
        self._tiles.set_words(())

    def retranslate(self) -> None:
        """Words in the language in use; words are drawn anew from the other language's list."""
        if self._language != current().language:
            self._language = current().language
            self.draw()
        self._title.set_words(_(self._source))
        self.other.set_words(_("Other words"))
        self.change.set_words(_("Use drawn words") if self._own else _("Use my own"))
        self.field.setAccessibleName(_("Your own passphrase"))
        self.field.setPlaceholderText(_("At least ten characters"))
        self._tiles.set_words(tuple(self._words.split(" ")))
        self._hint.set_words(
            _("At least ten characters; several words are best. You type it each time you open the centre.")
            if self._own
            else _("Write the four words down. You type them each time you open the centre.")
        )

    def _switch(self) -> None:
        self._own = not self._own
        self._tiles.setVisible(not self._own)
        self.other.setVisible(not self._own)
        self.field.setVisible(self._own)
        self.retranslate()
        if self._own:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
