"""The register and what stands beside it: side by side, or in a narrow window one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.register import Register, RegisterRow
from groupwork.i18n import _
from groupwork.ui.actions import key_words
from groupwork.ui.gate import Gate
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.preferences import preferences
from groupwork.ui.register.grid_card import GridCard
from groupwork.ui.register.menus import Choice
from groupwork.ui.register.side import GROUP, PERSON, RegisterSide
from groupwork.ui.theme import theme
from groupwork.ui.view import Go, KeyLine
from groupwork.ui.widgets.layouts import row

SIDE = 280
WIDEST = 380
LEAST = 460
"""Logical px of its height in a narrow window."""
NARROW_BELOW = 960
"""Logical px of the page under which the panel takes the register's place while it is open."""


class Beside(QWidget):
    """Open or closed is remembered on this machine; in a narrow window it opens only when asked for."""

    def __init__(self, gate: Gate, go: Go, model: RegisterModel, card: GridCard) -> None:
        super().__init__()
        self._model, self._card = model, card
        self._over = False
        self.side = RegisterSide(gate, go)
        self.side.parts.select(preferences.values.register_part)
        self._line = row((card, 1), self.side, gap=8)
        self.setLayout(self._line)
        self.side.closed.connect(self.close_side)
        self.side.left.connect(self.to_grid)
        self.side.chosen.connect(lambda part: preferences.set_register_side(part=part))
        card.table.moved.connect(self._follow_cursor)
        self._fit()

    def keys(self, page: QWidget) -> None:
        """The keys that lead to the panel and back, for the whole page."""
        doing = {
            "F4": self._to_note,
            "Shift+F4": lambda: self.open_side(GROUP),
            "F9": self.toggle,
            "Ctrl+PgDown": lambda: self._step(1),
            "Ctrl+PgUp": lambda: self._step(-1),
        }
        for key, slot in doing.items():
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(key), page, context=context).activated.connect(slot)

    def choices(self) -> list[Choice | None]:
        """What the page's menu offers of it."""
        return [Choice(_("Plan and notes beside the register"), "F9", self.toggle)]

    def show_register(self, register: Register) -> None:
        """The register that is shown, with the row the cursor is on."""
        self.side.show_register(register, self._at())

    def open_side(self, part: int) -> None:
        """Show a part with the keyboard in it."""
        self._over = True
        preferences.set_register_side(is_open=True)
        self._fit()
        self.side.open_part(part, focus=True)

    def close_side(self) -> None:
        """Put it away; the keyboard goes to the grid."""
        self._over = False
        if not self._narrow:
            preferences.set_register_side(is_open=False)
        self._fit()
        self._card.table.setFocus()

    def toggle(self) -> None:
        """Open or close it."""
        if self.side.isVisible():
            self.close_side()
        else:
            self.open_side(self.side.part)

    def to_grid(self) -> None:
        """Back to the row; in a narrow window the panel goes with it."""
        if self._narrow:
            self._over = False
            self._fit()
        self._card.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Widths at the present text size."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def _narrow(self) -> bool:
        return self.width() / theme.scale < NARROW_BELOW

    def _fit(self) -> None:
        narrow = self._narrow
        shown = self._over if narrow else preferences.values.register_side
        self._card.setVisible(not (narrow and shown))
        room = self.width() / theme.scale
        wide = min(WIDEST, max(SIDE, SIDE + (room - 1130) * 0.4))
        self.side.setMinimumWidth(0 if narrow else theme.size(wide))
        self.side.setMaximumWidth(16_777_215 if narrow else theme.size(wide))
        self.side.setMinimumHeight(theme.size(LEAST) if narrow else 0)  # a low page scrolls instead
        self.side.close_button.setVisible(narrow)  # else F9 and the page's menu: the parts need the room
        self.side.setVisible(shown)

    def _at(self) -> RegisterRow | None:
        at = self._card.table.standing()
        return self._model.row(at[0]) if at is not None and at[0] < self._model.rowCount() else None

    def _follow_cursor(self) -> None:
        self.side.show_row(self._at())

    def _to_note(self) -> None:
        """The note of the person in the row; in the note, its first draft."""
        if self.side.part == PERSON and self.side.has_focus():
            self.side.editor.first_draft.fill()
        else:
            self.open_side(PERSON)

    def _step(self, rows: int) -> None:
        """The next person, in the grid or without leaving the note."""
        at, typing = self._card.table.standing(), self.side.has_focus()
        if at is None:
            return
        self._card.table.go(at[0] + rows, at[1])
        if typing:
            self.side.open_part(PERSON, focus=True)


def panel_keys() -> tuple[KeyLine, ...]:
    """The panel's keys for F1."""
    return (
        KeyLine("F4", _("Note of the person in the row")),
        KeyLine("F4 F4", _("First draft of that note, from the register")),
        KeyLine(key_words("Shift+F4"), _("Group note")),
        KeyLine(key_words("Ctrl+PgDown"), _("Next person, without leaving the note")),
        KeyLine(key_words("Ctrl+Shift+Enter"), _("Sign the note")),
        KeyLine(key_words("Ctrl+Space"), _("Phrases")),
        KeyLine("Esc", _("Back to the register")),
        KeyLine("F9", _("Open or close the panel")),
    )
