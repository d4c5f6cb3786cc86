"""One folder of the backups in the settings: what it is, where it is, and the buttons to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.label import Elided, Label
from groupwork.ui.widgets.layouts import box, column, row

STACK_BELOW = 560


class FolderRow(QWidget):
    """`choose` and `remove` are its buttons; `remove` is hidden while there is nothing to remove."""

    def __init__(self) -> None:
        super().__init__()
        self._label, self._where = Label("", "text", 14.5, 600, wrap=True), Elided("", "text2", 13)
        self._about = Label("", "text2", 13, wrap=True)
        self.choose = Button("", "secondary", "folder-open", small=True)
        self.remove = Button("", "ghost", small=True)
        words = column(self._label, self._where, self._about, gap=2)
        buttons = box(row(self.remove, self.choose, gap=2, margins=(-3, 0, 0, 0)))
        self._box = row((words, 1), buttons, gap=16, margins=(18, 11, 18, 11))
        self._box.setAlignment(buttons, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.setLayout(self._box)

    def set_words(self, label: str, where: str, about: str) -> None:
        """Label, folder (may be empty), line below."""
        self._label.set_words(label)
        self._where.set_words(where)
        self._where.setVisible(bool(where))
        self._about.set_words(about)

    def set_buttons(self, choose: str, remove: str, name: str) -> None:
        """The buttons' words; an empty `remove` hides it. `name` says which folder they are about."""
        self.choose.set_words(choose, f"{choose} {name}")
        self.remove.setVisible(bool(remove))
        self.remove.set_words(remove, f"{remove} {name}" if remove else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() / theme.scale < STACK_BELOW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        if self._box.direction() != (down if narrow else across):
            self._box.setDirection(down if narrow else across)
