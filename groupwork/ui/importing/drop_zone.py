"""Where a file is dropped or chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from groupwork.ui import paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import column, row

WIDEST = 720


class DropZone(QWidget):
    """A dashed field with words and a button; `set_hot` while a file is held over the page."""

    def __init__(self) -> None:
        super().__init__()
        self._hot = False
        self.choose = Button("", "primary", "folder-open")
        self._icon = Icon("upload", "accent", 36)
        self._title, self._about = Label("", "text", 17, 700, wrap=True), Label("", "text2", 14, wrap=True)
        self._more = Label("", "text2", 13, wrap=True)
        for label in (self._title, self._about, self._more):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = column(None, row(None, self._icon, None), 8, self._title, self._about, 12, gap=4)
        body.add(row(None, self.choose, None), 12, self._more, None)
        body.set_margins((30, 20, 30, 20))
        self.setLayout(body)
        self.restyle()

    def restyle(self) -> None:
        """Size at the present text size."""
        self.setMinimumHeight(theme.size(260))
        self.setMaximumWidth(theme.size(WIDEST))

    def set_words(self, title: str, about: str, button: str, more: str) -> None:
        """Words in the language in use."""
        self._title.set_words(title)
        self._about.set_words(about)
        self.choose.set_words(button)
        self._more.set_words(more)

    def set_hot(self, hot: bool) -> None:
        """A file is held over the page, or no longer."""
        self._hot = hot
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        paint.rounded(painter, area, 14, "accent_soft" if self._hot else "surface")
        pen = QPen(theme.color("accent" if self._hot else "control"), theme.sizef(1.5), Qt.PenStyle.DashLine)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, theme.sizef(14), theme.sizef(14))
