"""About: version, licences, where the data lies, and what to copy for somebody who helps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, qVersion
from PySide6.QtGui import QAction, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from groupwork.i18n import N_, _, ngettext
from groupwork.operations import about as operations
from groupwork.operations.about import LICENCE_FILES, Component
from groupwork.ui import paint
from groupwork.ui.gate import Gate
from groupwork.ui.settings.part import SettingsPart
from groupwork.ui.theme import theme
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import SectionHead

FACTS = (
    N_("Groupwork works without the internet: it opens no connection and sends nothing anywhere."),
    N_("Everything lies in one encrypted file on this computer, and in the backups of it."),
)
SIGN = 44


class AppSign(QWidget):
    """The app's sign; decoration, the name stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.restyle()

    def restyle(self) -> None:
        """Size at the present text size."""
        self.setFixedSize(theme.size(SIGN), theme.size(SIGN))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.logo(QPainter(self), QRectF(self.rect()))


class AboutPart(SettingsPart):
    """Nothing here can be changed."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(gate, go)
        self._name = Label("Groupwork", "text", 21, 700)
        self._version = Label("", "text2", 14)
        self._facts = tuple(Label("", "text", 14, wrap=True) for _fact in FACTS)
        self._where, self.folder = (
            Label("", "text2", 13, 600),
            Label("", "text", 14, wrap=True, selectable=True),
        )
        self.keys = Button("", "secondary", "keyboard", small=True)
        self.copy = Button("", "secondary", "copy", small=True)
        self._copied = Label("", "text2", 13, wrap=True)
        self._heads = (SectionHead(), SectionHead())
        self.texts: dict[str, Button] = {}
        self.shown: dict[str, Label] = {}
        self._components: Box = column(gap=0)
        self.keys.clicked.connect(self._show_keys)
        self.copy.clicked.connect(self._copy)
        first, second = self._heads
        self.page.add(self._front(), 12, first, self._licences(), 12, second)
        self.page.add(Card(box(self._components), pad=(0, 6, 0, 6), gap=0), None)

    def _front(self) -> QWidget:
        head = row(AppSign(), (column(self._name, self._version, gap=0), 1), gap=14)
        buttons = row(self.keys, self.copy, None, gap=4, margins=(-3, 0, 0, 0))
        card = Card(head, 4, *self._facts, 2, self._where, self.folder, 4, pad=(18, 16, 18, 12), gap=6)
        card.add(box(buttons), self._copied)
        return card

    def _licences(self) -> QWidget:
        card = Card(pad=(0, 4, 0, 4), gap=0)
        for number, (code, (name, _file)) in enumerate(LICENCE_FILES.items()):
            button = Button("", "ghost", "scroll-text", small=True)
            button.clicked.connect(partial(self._unfold, code))
            text = Label("", "text2", 12.5, wrap=True, selectable=True)
            text.hide()
            self.texts[code], self.shown[code] = button, text
            if number:
                card.add(Separator("line", 18, 18))
            line = row((Label(name, "text", 14, 600, wrap=True), 1), button, gap=12)
            card.add(box(column(line, text, gap=6, margins=(18, 4, 10, 4))))
        return card

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for label, words in zip(self._facts, FACTS, strict=True):
            label.set_words(_(words))
        self._where.set_words(_("Folder of the data"))
        self.keys.set_words(_("All keys (F1)"))
        self.copy.set_words(_("Copy details for support"))
        self._copied.set_words(
            _("Versions and sizes only: no names, and nothing of what is in the centre’s file.")
        )
        self._heads[0].set_words(_("Licences"))
        for code in self.texts:
            self._name_button(code)

    def refresh(self) -> None:
        """Version, folder and libraries."""
        found = self.gate.ask(operations.about)
        if found is None:
            return
        self._version.set_words(_("Version {version}").format(version=found.version))
        self.folder.set_words(str(found.folder))
        number = len(found.components)
        words = ngettext("{n} library it is built on", "{n} libraries it is built on", number)
        self._heads[1].set_words(words.format(n=number))
        clear(self._components)
        for each in found.components:
            self._components.add(_line(each))

    def first_focus(self) -> QWidget | None:
        """The keys."""
        return self.keys

    def _unfold(self, code: str) -> None:
        text = self.shown[code]
        shown = text.isVisibleTo(self)
        if not shown and not text.text():
            text.set_words(self.gate.ask(operations.licence_text, code) or "")
        text.setVisible(not shown)
        self._name_button(code)

    def _name_button(self, code: str) -> None:
        is_open = self.shown[code].isVisibleTo(self)
        words = _("Hide the text") if is_open else _("Read the text")
        self.texts[code].set_words(words, f"{words}: {LICENCE_FILES[code][0]}")

    def _show_keys(self) -> None:
        action = self.window().findChild(QAction, "keys")
        if isinstance(action, QAction):
            action.trigger()

    def _copy(self) -> None:
        found = self.gate.ask(operations.support_info)
        if found is not None:
            QGuiApplication.clipboard().setText(f"{found}Qt {qVersion()}\n")
            self.gate.announce(_("Copied. It holds no names."))


def _line(each: Component) -> QWidget:
    name = Label(f"{each.name} {each.version}", "text", 13.5, 500, wrap=True)
    licence = Label(each.licence or _("see its own files"), "text2", 13, wrap=True)
    return box(row((name, 1), (licence, 1), gap=12, margins=(18, 2, 18, 2)))
