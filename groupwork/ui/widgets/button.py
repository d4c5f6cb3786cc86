"""Push buttons: primary, secondary, soft, ghost. The proxy style paints them."""

from __future__ import annotations

import math
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from groupwork.ui import fonts
from groupwork.ui.theme import theme

Kind = Literal["primary", "secondary", "soft", "ghost"]
RING = 3
"""Logical px around what is painted, so that the focus ring has room: align with a margin of -3."""


class Button(QPushButton):
    """A button with words, an icon before and one after. Icon-only buttons need `name`.

    One primary button per page; ghost buttons are words in accent. `small` is 30 px high, else 38.
    """

    def __init__(
        self,
        text: str = "",
        kind: Kind = "secondary",
        icon: str = "",
        *,
        after: str = "",
        small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind: Kind = kind
        self.icon_name, self.icon_after, self.small = icon, after, small
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the person works
        self.set_name(name)
        self.restyle()

    def set_words(self, text: str, name: str = "") -> None:
        """Other words and accessible name, after a change of language."""
        self.setText(text)
        self.set_name(name)
        self.updateGeometry()

    def set_name(self, name: str) -> None:
        """The accessible name; for an icon-only button also its tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(name if name and not self.text() else "")

    def set_kind(self, kind: Kind) -> None:
        """Change the kind."""
        self.kind = kind
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Font and size at the present text size."""
        self.setFont(fonts.font(13 if self.small else 14, 600, self.text()))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Words, icons and padding, plus the ring's room."""
        words = self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        if words:
            w = self.fontMetrics().horizontalAdvance(words)
            w += theme.size(25) if self.icon_name else 0
            w += theme.size(22) if self.icon_after else 0
            w += theme.size(22 if self.small else 30)
            w -= theme.size(8) if self.kind == "ghost" else 0
        else:
            w = theme.finger(30 if self.small else 38)
            w += theme.size(16) if self.icon_name and self.icon_after else 0
        height = theme.finger(30 if self.small else 38)
        return QSize(math.ceil(w) + 2 * theme.size(RING), height + 2 * theme.size(RING))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()
