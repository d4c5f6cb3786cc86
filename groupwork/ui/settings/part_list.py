"""The list of parts at the left of the settings; in a narrow window a drop-down above."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from groupwork.i18n import _
from groupwork.ui.settings.parts import CODES, PARTS
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import NavItem
from groupwork.ui.widgets.fields import Choice
from groupwork.ui.widgets.layouts import column

WIDTH = 238


class PartItem(NavItem):
    """One part: checkable, so arrows move through the list and Tab stops at it once."""

    def __init__(self, icon: str) -> None:
        super().__init__(icon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_words(self, text: str, keys: str = "") -> None:
        """The part's word; it has no keys of its own."""
        super().set_words(text, keys)
        self.setToolTip("")


class PartList(QWidget):
    """`chosen` carries the code of the part that a person chose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.items: dict[str, PartItem] = {}
        for part in PARTS:
            item = PartItem(part.icon)
            item.toggled.connect(partial(self._toggled, part.code))
            self._group.addButton(item)
            self.items[part.code] = item
        self.setLayout(column(*self.items.values(), None, gap=0))
        self._telling = True
        self.restyle()
        self.retranslate()

    def select(self, code: str) -> None:
        """Show which part is shown, without telling anyone."""
        self._telling = False
        left = any(item.hasFocus() for item in self.items.values())
        self.items[code].setChecked(True)
        if left:  # the ring goes with the choice: two parts would look chosen
            self.items[code].setFocus(Qt.FocusReason.OtherFocusReason)
        self._telling = True

    def current(self) -> QWidget:
        """The item of the part that is shown."""
        return next((item for item in self.items.values() if item.isChecked()), self.items[CODES[0]])

    def restyle(self) -> None:
        """Width at the present text size."""
        self.setFixedWidth(theme.size(WIDTH))

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.setAccessibleName(_("Parts of the settings"))
        for part in PARTS:
            self.items[part.code].set_words(_(part.label))

    def _toggled(self, code: str, on: bool) -> None:
        if on and self._telling:
            self.chosen.emit(code)


class PartChoice(Choice):
    """The same as a drop-down. `chosen` carries the code."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.picked.connect(lambda code: self.chosen.emit(str(code)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.setAccessibleName(_("Part of the settings"))
        self.set_options([(part.code, _(part.label)) for part in PARTS])
