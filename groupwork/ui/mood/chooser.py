"""Faces, or how much somebody took part, to choose from below a cell: by click, touch or key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from groupwork.domain.mood import FACES, MOOD_LABELS, PART_LABELS
from groupwork.i18n import _
from groupwork.ui import fonts, paint
from groupwork.ui.mood.face_button import FaceButton
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.layouts import column, row

Give = Callable[[str], object]
MOST = 4
"""Dots of "fully"."""


class PartButton(PaintedButton):
    """One number of taking part: the number, its dots, a word."""

    RADIUS = 10.0

    def __init__(self, value: int, *, size: float = 13, height: float = 74) -> None:
        self.face, self._size, self.chosen = value, size, False
        super().__init__(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """The word under the dots, and the button's name with its number."""
        self.setText(words)
        self.setAccessibleName(f"{self.face}: {words}")
        self.update()

    def set_chosen(self, on: bool) -> None:
        """Light it up as what is recorded."""
        self.chosen = on
        self.update()

    def sizeHint(self) -> QSize:
        """The word with some room."""
        wide = round(fonts.width(self.text(), self._size, 500)) + theme.size(16)
        return QSize(max(wide, theme.size(76)), theme.size(self._height))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its word."""
        return self.sizeHint()

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Number, dots, word."""
        edge, fill = ("accent", "accent_soft") if self.chosen else ("control", None)
        width = theme.sizef(2 if self.chosen else 1)
        paint.rounded(painter, rect.adjusted(1, 1, -1, -1), self.RADIUS, fill, edge, width)
        ink, third = "accent_ink" if self.chosen else "text", rect.height() / 3
        number = QRectF(rect.left(), rect.top() + theme.sizef(5), rect.width(), third)
        paint.text(painter, number, str(self.face), fonts.font(17, 700), ink, paint.CENTRE, elide=False)
        dot, gap = theme.sizef(9), theme.sizef(3)
        left = rect.center().x() - (MOST * dot + (MOST - 1) * gap) / 2
        for n in range(MOST):
            area = QRectF(left + n * (dot + gap), rect.center().y() - dot / 2 + theme.sizef(2), dot, dot)
            on = n < self.face
            paint.rounded(
                painter, area, 9, "accent" if on else None, None if on else "control", theme.sizef(1.5)
            )
        words = QRectF(rect.left(), rect.bottom() - third, rect.width(), third - theme.sizef(3))
        paint.text(painter, words, self.text(), fonts.font(self._size, 500), ink, paint.CENTRE, elide=False)


class Chooser(QFrame):
    """A popup; `give` gets the key of what was chosen: a digit, or "Delete" for not recorded."""

    def __init__(
        self, parent: QWidget, name: str, buttons: Sequence[FaceButton | PartButton], give: Give
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self._give = give
        self.buttons = tuple(buttons)
        for button in self.buttons:
            button.clicked.connect(lambda _on=False, value=button.face: self._take(str(value)))
        self.clear_button = Button(_("not recorded"), "ghost", small=True)
        self.clear_button.clicked.connect(lambda: self._take("Delete"))
        self.setLayout(
            column(row(*self.buttons, gap=4), row(None, self.clear_button), gap=2, margins=(10, 10, 10, 6))
        )

    def open_at(self, point: QPoint) -> None:
        """Show with the top left corner there, kept on the screen."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x, y = min(point.x(), screen.right() - self.width()), min(point.y(), screen.bottom() - self.height())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()
        chosen = next((button for button in self.buttons if button.chosen), self.buttons[0])
        chosen.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, key: str) -> None:
        self.close()
        self._give(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Delete choose, arrows move, Esc gives up."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take("Delete")
        elif any(event.text() == str(button.face) for button in self.buttons):
            self._take(event.text())
        elif step:
            at = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), 0) + step
            self.buttons[at % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.fill(painter, self.rect(), "raised")
        paint.rounded(painter, self.rect(), 0, None, "line2" if not theme.on("contrast") else "text")


def mood_chooser(parent: QWidget, name: str, value: int | None, give: Give) -> Chooser:
    """The five faces with their words; `value` is what is recorded."""
    buttons = [FaceButton(face, side=46, size=13) for face in FACES]
    for button in buttons:
        button.set_words(_(MOOD_LABELS[button.face]))
        button.set_chosen(button.face == value)
    return Chooser(parent, name, buttons, give)


def part_chooser(parent: QWidget, name: str, value: int | None, give: Give) -> Chooser:
    """0 to 4 with dots and words; `value` is what is recorded."""
    buttons = [PartButton(each) for each in PART_LABELS]
    for button in buttons:
        button.set_words(_(PART_LABELS[button.face]))
        button.set_chosen(button.face == value)
    return Chooser(parent, name, buttons, give)
