"""What every page of the window is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.ui.done import Done
from groupwork.ui.place import Place

if TYPE_CHECKING:
    from groupwork.ui.gate import Gate
    from groupwork.ui.unfinished import Words

Go = Callable[[Place], None]


@dataclass(frozen=True)
class KeyLine:
    """One line of the keys overview: the keys as printed on them, and what they do (translated)."""

    keys: str
    does: str


class View(QWidget):
    """A page: reads through the gate's desk, writes through `gate.do`, leaves through `go(place)`.

    The window calls `show_place` when the page is entered, `retranslate` after a change of language,
    `follow` after every change anywhere, `new_day` when the date turns.
    """

    words_at_foot = Signal(object)
    """A widget at the foot of the page with words that a notice must not cover, or None."""
    tables: frozenset[str] = frozenset()
    """Tables the page shows; a change in one of them makes it read again."""

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gate, self.go = gate, go

    def title(self) -> str:
        """The page's name, translated, for the window's title."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again and show."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Every word in the language in use."""
        raise NotImplementedError

    def show_place(self, place: Place) -> None:
        """Enter the page at a place. Pages with a day or a session take it from there, then refresh."""
        self.refresh()

    def here(self, place: Place) -> Place:
        """Where the page is now, for coming back: it was entered at `place` and may have moved on."""
        return place

    def follow(self, done: Done) -> None:
        """Something was written. Pages that can reload single rows override this."""
        if not self.tables or self.tables & done.tables:
            self.refresh()

    def new_day(self) -> None:
        """The date turned at midnight or the computer woke up on another day."""
        self.refresh()

    def refused(self, sentence: str) -> bool:
        """Show a refusal in place and return True; False leaves it to a notice at the foot."""
        return False

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return ()

    def unfinished(self) -> dict[str, Words]:
        """What is typed and not saved, by kind of form: kept when the window is locked or closed."""
        return {}

    def take_file(self, path: Path) -> bool:
        """A file was dropped on the window and is handed to this page; False when it wants none."""
        return False

    def first_focus(self) -> QWidget | None:
        """What gets the focus when the page is entered."""
        return None
