"""The window's own keys, in one table: for shortcuts, the window's menu and the keys overview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from groupwork.i18n import N_, _
from groupwork.ui import icons
from groupwork.ui.preferences import preferences
from groupwork.ui.view import KeyLine


@dataclass(frozen=True)
class Command:
    """`keys` as Qt reads them, the first is shown; `open_only`: only while a file is open."""

    code: str
    words: str
    keys: tuple[str, ...]
    open_only: bool = True
    letter: bool = False
    """Its last key is a single letter, which can be switched off."""
    icon: str = ""


COMMANDS: tuple[Command, ...] = (
    Command("today", N_("Today"), ("Ctrl+1",), icon="sun"),
    Command("schedule", N_("Schedule"), ("Ctrl+2",), icon="calendar-days"),
    Command("groups", N_("Groups"), ("Ctrl+3",), icon="users-round"),
    Command("participants", N_("Participants"), ("Ctrl+4",), icon="user-round"),
    Command("activities", N_("Activities"), ("Ctrl+6",), icon="library"),
    Command("settings", N_("Settings"), ("Ctrl+9",), icon="settings"),
    Command("presence", N_("Who is here"), ("Ctrl+H",), icon="user-check"),
    Command("absences", N_("Who is away"), ("Ctrl+Shift+A",), icon="phone-call"),
    Command("fire_list", N_("Fire list"), ("Ctrl+Shift+F",), icon="printer"),
    Command("search", N_("Search people, groups, dates and commands"), ("Ctrl+K",), icon="search"),
    Command("back", N_("Back to the page before"), ("Alt+Left",)),
    Command("undo", N_("Undo"), ("Ctrl+Z",), icon="undo-2"),
    Command("redo", N_("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), icon="redo-2"),
    Command("lock", N_("Lock"), ("Ctrl+L",), icon="lock"),
    Command("blur", N_("Privacy blur"), ("Ctrl+Shift+L",), icon="eye-off"),
    Command("larger", N_("Larger text"), ("Ctrl++", "Ctrl+="), open_only=False),
    Command("smaller", N_("Smaller text"), ("Ctrl+-",), open_only=False),
    Command("normal", N_("Text at 100 %"), ("Ctrl+0",), open_only=False),
    Command("tablet", N_("Tablet mode on or off"), ("Ctrl+Shift+T",), open_only=False),
    Command("full", N_("Full screen"), ("F11",), open_only=False),
    Command("keys", N_("All keys"), ("F1", "?"), open_only=False, letter=True, icon="keyboard"),
    Command("quit", N_("Close Groupwork"), ("Ctrl+Q",), open_only=False),
)


KEYED_PAGES = (
    "today",
    "schedule",
    "groups",
    "participants",
    "activities",
    "settings",
    "presence",
    "absences",
)
"""Commands that open the page of their code."""
GROUP_STARTS = ("undo", "lock", "larger", "full", "quit")


class Actions(QObject):
    """One QAction per command on the window. Its child, so that no signal reaches it after the window."""

    def __init__(self, window: QWidget, handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(window)
            action.setObjectName(command.code)
            action.triggered.connect(_without_argument(handlers[command.code]))
            window.addAction(action)
            self._actions[command.code] = action
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use, and keys as the person likes them."""
        for command in COMMANDS:
            action = self._actions[command.code]
            action.setText(_(command.words))
            keys = command.keys
            if command.letter and not preferences.single_letter_keys:
                keys = keys[:-1]
            action.setShortcuts([QKeySequence(key) for key in keys])

    def set_open(self, is_open: bool) -> None:
        """Switch off what needs an open file."""
        for command in COMMANDS:
            self._actions[command.code].setEnabled(is_open or not command.open_only)

    def menu(self, parent: QWidget) -> QMenu:
        """A menu of all that can be done now, grouped as in the table."""
        menu = QMenu(parent)
        for command in COMMANDS:
            if command.code in GROUP_STARTS and not menu.isEmpty():
                menu.addSeparator()
            action = self._actions[command.code]
            if action.isEnabled():
                action.setIcon(icons.icon(command.icon) if command.icon else QIcon())
                menu.addAction(action)
        return menu

    def open_menu(self, parent: QWidget, at: QPoint) -> None:
        """Show the menu at a point of the screen; it goes when it is closed."""
        menu = self.menu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def __getitem__(self, code: str) -> QAction:
        return self._actions[code]


def _without_argument(handler: Callable[[], object]) -> Callable[[bool], object]:
    return lambda _checked: handler()


def key_words(keys: str) -> str:
    """Keys as they are printed on the language's keyboards: "Ctrl+Z" is "Strg+Z" in German."""
    words = {
        "Ctrl": _("Ctrl"),
        "Shift": _("Shift"),
        "Alt": _("Alt"),
        "Left": "←",
        "Right": "→",
        "Up": "↑",
        "Down": "↓",
        "Space": _("Space"),
        "Enter": _("Enter"),
        "Del": _("Del"),
        "Home": _("Home"),
        "End": _("End"),
        "PgUp": _("PgUp"),
        "PgDown": _("PgDown"),
    }
    plus = keys.endswith("++")
    parts = [words.get(part, part) for part in (keys[:-2] if plus else keys).split("+")]
    return "+".join([*parts, "+"] if plus else parts)


def key_lines() -> tuple[KeyLine, ...]:
    """The window's own keys for the overview."""
    lines = []
    for command in COMMANDS:
        letters = preferences.single_letter_keys or not command.letter
        keys = command.keys if letters else command.keys[:-1]
        shown = [key_words(key) for key in keys if key != "Ctrl+="]
        lines.append(KeyLine("  ".join(shown), _(command.words)))
    return tuple(lines)
