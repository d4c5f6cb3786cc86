"""A small window below a cell: gone with Escape or a click elsewhere, kept on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from groupwork.ui import paint
from groupwork.ui.theme import theme


class CellPopup(QFrame):
    """Subclasses lay out their fields and name the one in which typing begins."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def first_field(self) -> QLineEdit:
        """Where typing begins."""
        raise NotImplementedError

    def open_at(self, point: QPoint) -> None:
        """Show with the top left corner there, kept on the screen, ready for typing."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x, y = min(point.x(), screen.right() - self.width()), min(point.y(), screen.bottom() - self.height())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()
        self.first_field().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.fill(painter, self.rect(), "raised")
        paint.rounded(painter, self.rect(), 0, None, "line2" if not theme.on("contrast") else "text")
