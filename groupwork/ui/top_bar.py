"""The bar above the page: the demo's banner at the left, who is signed in and Lock at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.i18n import _
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.chip import Avatar
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import column, row


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
    """`lock` when Lock was pressed."""

    lock = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.banner = Banner()
        self._name = Label(name, "text", 13.5, 600, typed=True)
        self._lock = Button("", "secondary", "lock", small=True)
        self._lock.clicked.connect(self.lock)
        self._first = row((self.banner, 1), gap=0)
        self._second = row(gap=0)
        self._line = row(
            (self._first, 100), None, Avatar(name, 30, staff=True), self._name, 4, self._lock, gap=8
        )
        self.setLayout(column(self._line, self._second, gap=4, margins=(24, 8, 20, 4)))
        self._narrow = False
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._lock.set_words(_("Lock"))
        self._lock.setToolTip(_("Lock ({keys})").format(keys=_("Ctrl+L")))

    def set_narrow(self, narrow: bool) -> None:
        """The banner on a line of its own when there is little room."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        shown = self.banner.isVisibleTo(self)
        (self._second if narrow else self._first).addWidget(self.banner, 1)
        self.banner.setVisible(shown)

    def restyle(self) -> None:
        """At least 52 px high."""
        self.setMinimumHeight(theme.size(52))
