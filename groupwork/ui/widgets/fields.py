"""Fields good for the keyboard: text, passphrase, date, time; and a label above each."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QEvent, QSize, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from groupwork.i18n import _
from groupwork.ui import fonts, icons
from groupwork.ui.theme import theme
from groupwork.ui.widgets.date_field import DateField
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, column
from groupwork.ui.widgets.line_undo import leaves_undo
from groupwork.ui.widgets.typed_time import begun, read_time

__all__ = ["TIME_STEP", "Choice", "DateField", "PassphraseField", "TextField", "TimeField", "labelled"]
TIME_STEP = 5
"""Minutes of one arrow press in a time field."""


MOST_TYPED = 200_000
"""What is too long is said where it is stored, not cut off here: Qt would cut at 32 767 letters."""


class TextField(QLineEdit):
    """One line of text, 40 px high. The font follows the script of what is typed."""

    def __init__(self, text: str = "", name: str = "") -> None:
        super().__init__()
        self.setMaxLength(MOST_TYPED)
        self.setText(text)
        self.setAccessibleName(name)
        self.textChanged.connect(self._follow_script)
        self.restyle()

    def event(self, event: QEvent) -> bool:
        if leaves_undo(self, event):
            event.ignore()
            return False
        return super().event(event)

    def restyle(self) -> None:
        """Font and margins at the present text size."""
        self.setTextMargins(theme.size(8), 0, theme.size(8), 0)
        self._follow_script(self.text())
        self.updateGeometry()

    def _follow_script(self, text: str) -> None:
        self.setFont(fonts.font(14.5, 400, text))


class PassphraseField(TextField):
    """A passphrase with a switch that shows it. Pasting is allowed."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QToolButton(self)
        self._eye.setCheckable(True)
        self._eye.setAutoRaise(True)
        self._eye.setCursor(Qt.CursorShape.PointingHandCursor)
        self._eye.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._eye.toggled.connect(self._show)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """The switch's name in the language in use."""
        shown = self._eye.isChecked()
        name = _("Hide passphrase") if shown else _("Show passphrase")
        self._eye.setAccessibleName(name)
        self._eye.setToolTip(name)

    def restyle(self) -> None:
        """Font, margins and icon at the present text size and theme."""
        super().restyle()
        eye = getattr(self, "_eye", None)
        if eye is None:  # called by the base before the switch exists
            return
        side = theme.size(28)
        self.setTextMargins(theme.size(8), 0, side + theme.size(8), 0)
        eye.setFixedSize(side, side)
        eye.setIconSize(QSize(theme.size(18), theme.size(18)))
        eye.setIcon(icons.icon("eye-off" if eye.isChecked() else "eye", "text2", 18))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._eye.move(
            self.width() - self._eye.width() - theme.size(6), (self.height() - self._eye.height()) // 2
        )

    def _show(self, on: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.retranslate()
        self.restyle()


class TimeField(QTimeEdit):
    """A time of day: typed digits ("945" is 09:45), arrows step 5 minutes, Page keys an hour."""

    changed = Signal(object)
    """The new time, once it is complete."""

    def __init__(self, value: time | None = None, name: str = "") -> None:
        super().__init__()
        self._digits = ""
        self.setDisplayFormat("HH:mm")
        self.setAccessibleName(name)
        self.setWrapping(True)
        self.set_value(value or time(9, 0))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.timeChanged.connect(self._tell)
        self.restyle()

    def value(self) -> time:
        """The time shown."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def set_value(self, value: time) -> None:
        """Show a time without telling anyone."""
        blocked = self.blockSignals(True)
        self.setTime(QTime(value.hour, value.minute))
        self.blockSignals(blocked)

    def restyle(self) -> None:
        """Font and width at the present text size."""
        self.setFont(fonts.font(14.5, 400))
        self.setFixedWidth(theme.size(104))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if letter.isdigit() or (letter in ":.,h" and letter and self._digits):
            self._type(letter)
            return
        self._digits = ""
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._digits = ""
        super().focusInEvent(event)
        self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; a wheel over a field must never change what is kept."""
        event.ignore()

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab leaves the field; Qt would go from the hours to the minutes."""
        return QAbstractSpinBox.focusNextPrevChild(self, on)

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Minutes in fives, or hours with the Page keys."""
        minutes = 60 * (steps // 10) if abs(steps) >= 10 else TIME_STEP * steps
        self.setTime(self.time().addSecs(60 * minutes))
        self.selectAll()

    def _type(self, letter: str) -> None:
        digits = self._digits + letter
        found = read_time(digits) or begun(digits)
        if found is None:  # too long or no time: the letter begins a new one
            digits = letter if letter.isdigit() else ""
            found = read_time(digits)
        self._digits = digits
        if found is not None:
            self.setTime(QTime(found.hour, found.minute))
        self.selectAll()

    def _tell(self, shown: QTime) -> None:
        self.changed.emit(time(shown.hour(), shown.minute()))


class Choice(QComboBox):
    """A drop-down of (value, words); `picked` carries the value a person chose."""

    picked = Signal(object)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._values: list[object] = []  # Qt's item data would hand an enum back as a plain str
        self.setAccessibleName(name)
        self.activated.connect(lambda index: self.picked.emit(self._values[index]))
        self.restyle()

    def set_options(self, options: list[tuple[object, str]]) -> None:
        """Other options; what was chosen stays chosen when it is still there."""
        chosen = self.value()
        self._values = [value for value, _words in options]
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        self.choose(chosen)

    def value(self) -> object:
        """The chosen value, or None."""
        at = self.currentIndex()
        return self._values[at] if at >= 0 else None

    def choose(self, value: object) -> None:
        """Choose without telling anyone; an unknown value leaves the first."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """The list begins at what is chosen; Qt's stands where a walk ended that Esc gave up."""
        self.view().setCurrentIndex(self.model().index(self.currentIndex(), self.modelColumn()))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; a wheel over a field must never change what is kept."""
        event.ignore()

    def restyle(self) -> None:
        """Font at the present text size."""
        self.setFont(fonts.font(14.5, 400))
        self.updateGeometry()


def labelled(words: str, field: QWidget) -> tuple[Box, Label]:
    """A field under its word; the word is the field's name for screen readers too."""
    label = Label(words, "text", 13.5, 600)
    label.setBuddy(field)
    field.setAccessibleName(words)
    return column(label, field, gap=5), label
