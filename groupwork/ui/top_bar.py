"""The bar above the page: search at the left, who is signed in and Lock at the right, a banner below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.i18n import _
from groupwork.ui.actions import key_words
from groupwork.ui.keys_help import KeysHelp
from groupwork.ui.search.field import KEYS, Find, SearchField
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.chip import Avatar
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import box, column, row


class Banner(Card):
    """A line that stays: which day a demo plays and its public passphrase, or that nothing can be written."""

    def __init__(self) -> None:
        super().__init__(fill="info_soft", line="", radius=9, pad=(12, 6, 12, 6), gap=8, across=True)
        self._icon = Icon("sparkles", "info_ink", 16)
        self._words = Label("", "info_ink", 13, 500, wrap=True, selectable=True)
        self.add(self._icon, (self._words, 1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def say(self, words: str, icon: str = "sparkles") -> None:
        """Show the words; empty hides the banner."""
        self._icon.set_icon(icon)
        self._words.set_words(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def text(self) -> str:
        """The words shown, or empty."""
        return self._words.text()


class TopBar(QWidget):
    """`lock` when Lock was pressed. With little room the search field hides behind its button."""

    lock = Signal()

    def __init__(self, name: str, find: Find) -> None:
        super().__init__()
        self.banner = Banner()
        self.search = SearchField(find)
        self.search.left.connect(self._search_left)
        self._open = Button("", "secondary", "search", small=True)
        self._open.clicked.connect(self.open_search)
        self._person = box(
            row(Avatar(name, 30, staff=True), Label(name, "text", 13.5, 600, typed=True), gap=8)
        )
        self._lock = Button("", "secondary", "lock", small=True)
        self._lock.clicked.connect(self.lock)
        line = row((self.search, 1000), self._open, None, self._person, 4, self._lock, gap=8)
        self.setLayout(column(line, self.banner, gap=4, margins=(24, 8, 20, 4)))
        self._narrow = False
        self._open.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._lock.set_words(_("Lock"))
        self._lock.setToolTip(_("Lock ({keys})").format(keys=_("Ctrl+L")))
        self._open.set_name(_("Search ({keys})").format(keys=key_words(KEYS)))
        self.search.retranslate()

    def open_search(self) -> None:
        """Show the search field and put the cursor into it; in narrow windows it takes the name's room."""
        for overview in self.window().findChildren(KeysHelp):
            overview.shut()  # it lies over everything
        self._show_search(True)
        self.search.open()

    def _search_left(self) -> None:
        self._show_search(not self._narrow)

    def _show_search(self, on: bool) -> None:
        self.search.setVisible(on)
        self._open.setVisible(self._narrow and not on)
        self._person.setVisible(not (self._narrow and on))

    def set_narrow(self, narrow: bool) -> None:
        """The search field as a button when there is little room."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._show_search(not narrow or self.search.edit.hasFocus())

    def restyle(self) -> None:
        """At least 52 px high."""
        self.setMinimumHeight(theme.size(52))
