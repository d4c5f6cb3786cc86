"""Fields that find while one types: one choice with a free word, or several as chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from groupwork.domain.search import search_key, typed_words
from groupwork.domain.text import fold
from groupwork.i18n import _
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.layouts import column

SHOWN = 8


@dataclass(frozen=True)
class Option:
    """Something to find: its id, the words shown, and everything it is found by."""

    id: int
    words: str
    found_by: str = ""

    @cached_property
    def _key(self) -> str:
        return search_key((self.words, self.found_by))

    def matches(self, typed: str) -> bool:
        """Whether every typed word begins a word of it; accents, case and apostrophes aside."""
        return all(f" {word}" in self._key for word in typed_words(typed))


@dataclass(frozen=True)
class Extra:
    """What can be done with a word that is not found: a label with {word} and a code."""

    code: str
    label: str


class Finder(TextField):
    """Type, then Enter or a click takes the first match; Down or a click into it opens the whole list.

    `taken` carries an Option; `extra` carries the code of an Extra and the typed word.
    """

    taken = Signal(object)
    extra = Signal(str, str)

    def __init__(self, name: str, extras: Sequence[Extra] = ()) -> None:
        super().__init__("", name)
        self._options: tuple[Option, ...] = ()
        self._extras = tuple(extras)
        self._lines: list[Callable[[], None]] = []
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(SHOWN + len(self._extras))
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.setWidget(self)
        self._popup.clicked.connect(self._on_clicked)
        self._popup.installEventFilter(self)
        self.textEdited.connect(self._offer)

    def set_options(self, options: Sequence[Option]) -> None:
        """What can be found."""
        self._options = tuple(options)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the first match, Down shows the list."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip() and not control:
            self._offer(self.text())
            self._take(0)
            return
        if event.key() == Qt.Key.Key_Down:
            self._offer(self.text())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into the empty field shows the whole list: nobody needs to know how a name begins."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.text() and not self.isReadOnly():
            self._offer("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab in the list take its line; Esc only closes the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._popup.hide()  # Ctrl+Enter is the form's
                QCoreApplication.sendEvent(self, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                line = self._popup.currentIndex().row()
                self._popup.hide()
                self._take(max(0, line))
                return event.key() != Qt.Key.Key_Tab
            if event.key() == Qt.Key.Key_Escape:
                self._popup.hide()
                return True
        return bool(super().eventFilter(watched, event))

    def _offer(self, typed: str) -> None:
        matches = [option for option in self._options if option.matches(typed)]
        if typed.strip():
            matches = matches[:SHOWN]
        self._lines = [partial(self.taken.emit, option) for option in matches]
        words = [option.words for option in matches]
        word = typed.strip()
        exact = any(fold(option.words) == fold(word) for option in matches)
        if word and not exact:
            for extra in self._extras:
                self._lines.append(partial(self.extra.emit, extra.code, word))
                words.append(_(extra.label).format(word=word))
        if word and not words:
            words = [_("Nobody and nothing is called “{word}” here").format(word=word)]
        self._model.setStringList(words)
        if words:
            self._completer.complete()
        else:
            self._popup.hide()

    def _on_clicked(self) -> None:
        line = self._popup.currentIndex().row()
        self._popup.hide()
        self._take(max(0, line))

    def _take(self, line: int) -> None:
        self._popup.hide()
        if 0 <= line < len(self._lines):
            self._lines[line]()


class Picker(QWidget):
    """Several of the options, as chips with a cross, and a field to find more."""

    changed = Signal()
    extra = Signal(str, str)

    def __init__(self, name: str, placeholder: str, extras: Sequence[Extra] = ()) -> None:
        super().__init__()
        self._chosen: list[Option] = []
        self._options: tuple[Option, ...] = ()
        self._flow = Flow(gap=2)
        self._finder = Finder(name, extras)
        self._finder.setPlaceholderText(placeholder)
        self._finder.taken.connect(self.add)
        self._finder.extra.connect(self._make)
        self.setLayout(column(self._flow, self._finder, gap=4))
        self.setFocusProxy(self._finder)
        self._show()

    def ids(self) -> tuple[int, ...]:
        """The chosen ids in the order they were chosen."""
        return tuple(option.id for option in self._chosen)

    def set_options(self, options: Sequence[Option], chosen: Sequence[int] = ()) -> None:
        """What can be found, and what is chosen."""
        self._options = tuple(options)
        by_id = {option.id: option for option in options}
        self._chosen = [by_id[id_] for id_ in chosen if id_ in by_id]
        self._show()

    def typed(self) -> str:
        """What is half typed in the field."""
        return self._finder.text()

    def choose(self, ids: Sequence[int], typed: str = "") -> None:
        """Choose these, and begin a word in the field, without telling anyone."""
        self.set_options(self._options, ids)
        self._finder.setText(typed)

    def add(self, option: Option) -> None:
        """Choose one more."""
        self._finder.clear()
        if option.id not in self.ids():
            self._chosen.append(option)
            self._show()
            self.changed.emit()

    def _make(self, code: str, word: str) -> None:
        self._finder.clear()
        self.extra.emit(code, word)

    def _remove(self, option: Option) -> None:
        self._chosen = [kept for kept in self._chosen if kept.id != option.id]
        self._show()
        self._finder.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        self._flow.clear()
        for option in self._chosen:
            chip = Button(
                option.words,
                "soft",
                after="x",
                small=True,
                name=_("Take out {name}").format(name=option.words),
            )
            chip.clicked.connect(partial(self._remove, option))
            self._flow.add(chip)
        self._flow.setVisible(bool(self._chosen))
        self._finder.set_options([o for o in self._options if o.id not in self.ids()])


def half_typed(*pickers: Picker) -> str:
    """Why a form cannot be saved yet: a name was typed and nobody taken for it; empty when none was."""
    word = next((picker.typed().strip() for picker in pickers if picker.typed().strip()), "")
    if not word:
        return ""
    return _("“{word}” is nobody yet. Choose somebody from the list, or empty the field.").format(word=word)
