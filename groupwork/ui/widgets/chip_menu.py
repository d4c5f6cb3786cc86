"""A chip that is a button: it says what is chosen and opens a menu of what could be."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy

from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.chip import chip_roles
from groupwork.ui.widgets.controls import PaintedButton

HEIGHT = 32
CHIP = 24


@dataclass(frozen=True)
class Choosable:
    """A choice: its value, its words, and how its chip looks."""

    value: object
    words: str
    tone: str = "neutral"
    icon: str = ""


class ChipMenu(PaintedButton):
    """`picked` carries the value a person chose. Fixed (disabled) it is only a chip."""

    RADIUS = 15

    picked = Signal(object)

    def __init__(self) -> None:
        self._options: tuple[Choosable, ...] = ()
        self._chosen: Choosable | None = None
        self._label = ""
        super().__init__(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def set_options(self, options: Sequence[Choosable], label: str) -> None:
        """What can be chosen, in the language in use, and what the choice is about."""
        value = self.value()
        self._options, self._label, self._chosen = tuple(options), label, None
        self.choose(value)

    def value(self) -> object:
        """The chosen value."""
        return self._chosen.value if self._chosen is not None else None

    def choose(self, value: object) -> None:
        """Choose without telling anyone; an unknown value leaves the first."""
        found = (option for option in self._options if option.value == value)
        self._chosen = next(found, self._options[0] if self._options else None)
        words = self._chosen.words if self._chosen is not None else ""
        self.setAccessibleName(f"{self._label}: {words}" if self._label else words)
        self.restyle()

    def words(self) -> str:
        """What the chip says."""
        return self._chosen.words if self._chosen is not None else ""

    def set_fixed(self, fixed: bool) -> None:
        """Whether nothing can be chosen here."""
        self.setEnabled(not fixed)
        self.setCursor(Qt.CursorShape.ArrowCursor if fixed else Qt.CursorShape.PointingHandCursor)
        self.restyle()

    def restyle(self) -> None:
        """Size at the present text size."""
        super().restyle()
        self.setFixedWidth(self.sizeHint().width())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Words, icon, chevron and padding."""
        width = fonts.width(self.words(), 12.5, 500) + theme.size(28)
        width += theme.size(19) if self._chosen is not None and self._chosen.icon else 0
        width += theme.size(18) if self.isEnabled() else 0
        return QSize(math.ceil(width), theme.size(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def open_menu(self) -> None:
        """Show the choices below the chip."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for option in self._options:
            action = QAction(option.words, menu)
            action.setCheckable(True)
            action.setChecked(option is self._chosen)
            if option.icon:
                action.setIcon(icons.icon(option.icon))
            action.triggered.connect(partial(self._pick, option.value))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        if self._chosen is None:
            return
        fill, ink, line = chip_roles(self._chosen.tone)
        high = theme.size(CHIP)
        area = QRectF(theme.size(4), (rect.height() - high) / 2, rect.width() - theme.size(8), high)
        paint.rounded(painter, area, 12, fill, line)
        x = area.left() + theme.size(10)
        if self._chosen.icon:
            spot = QRectF(area.left() + theme.size(8), area.top(), theme.size(14), high)
            icons.draw_centred(painter, self._chosen.icon, ink, spot, 14)
            x = area.left() + theme.size(27)
        words = QRectF(x, area.top(), area.right() - x, high)
        font = fonts.font(12.5, 500, self.words())
        paint.text(painter, words, self.words(), font, ink, elide=False)
        if self.isEnabled():
            spot = QRectF(area.right() - theme.size(22), area.top(), theme.size(14), high)
            icons.draw_centred(painter, "chevron-down", ink, spot, 14)

    def _pick(self, value: object, _checked: bool = False) -> None:
        if value != self.value():
            self.choose(value)
            self.picked.emit(value)
