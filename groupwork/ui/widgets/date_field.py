"""A date field: typed as one writes a day, stepped by arrows, or chosen from a month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QSizePolicy, QToolButton

from groupwork.i18n import _, current
from groupwork.ui import fonts, icons
from groupwork.ui.theme import theme
from groupwork.ui.widgets.month import Month, qlocale
from groupwork.ui.widgets.typed_date import LONGEST, read_day

MODIFIERS = Qt.KeyboardModifier


class DateField(QDateEdit):
    """A date: digits are read as one writes a day ("24.12."), arrows step days, Page keys months.

    Alt+Down or a click on the calendar opens a month to choose from. The wheel scrolls the page.
    """

    changed = Signal(object)
    """The new date."""

    def __init__(self, value: date, name: str = "") -> None:
        super().__init__()
        self._calendar: Month | None = None
        self._typed = ""
        self._near = value
        self.setAccessibleName(name)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._open = QToolButton(self)
        self._open.setAutoRaise(True)
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down is its key
        self._open.setCursor(Qt.CursorShape.PointingHandCursor)
        self._open.clicked.connect(self.open_calendar)
        self.set_value(value)
        self.dateChanged.connect(self._tell)
        self.restyle()
        self.retranslate()

    def value(self) -> date:
        """The date shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_value(self, value: date) -> None:
        """Show a date without telling anyone."""
        blocked = self.blockSignals(True)
        self.setDate(QDate(value.year, value.month, value.day))
        self.blockSignals(blocked)

    def retranslate(self) -> None:
        """Names of days in the language in use."""
        self.setLocale(qlocale())
        self.setDisplayFormat("ddd dd.MM.yyyy" if current().language == "de" else "ddd d MMM yyyy")
        self._open.setAccessibleName(_("Choose from a calendar"))
        self._open.setToolTip(_("Choose from a calendar"))

    def restyle(self) -> None:
        """Font and sizes at the present text size."""
        self.setFont(fonts.font(14.5, 400))
        self.setFixedWidth(theme.size(182))
        side = theme.size(28)
        self._open.setFixedSize(side, side)
        self._open.setIconSize(QSize(theme.size(16), theme.size(16)))
        self._open.setIcon(icons.icon("calendar", "text2", 16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        x = self.width() - self._open.width() - theme.size(5)
        self._open.move(x, (self.height() - self._open.height()) // 2)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802 - Qt's name
        """Always: Qt would stop at the last day of a month."""
        return (
            QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        )

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Days, or months with the Page keys."""
        self._typed = ""
        self.setDate(self.date().addMonths(steps // 10) if abs(steps) >= 10 else self.date().addDays(steps))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        control = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif not control and letter and (letter.isdigit() or (letter in "./- " and self._typed)):
            self._type(self._typed + letter)
        elif event.key() == Qt.Key.Key_Backspace:
            self._type(self._typed[:-1])
        else:
            self._typed = ""
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; a wheel over a field must never change what is kept."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed now begins a new day."""
        self._typed = ""
        super().focusInEvent(event)
        self.selectAll()

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab leaves the field; Qt would go through weekday, day, month and year."""
        return QAbstractSpinBox.focusNextPrevChild(self, on)

    def open_calendar(self) -> None:
        """Show a month to choose from, below the field."""
        if self._calendar is None:
            self._calendar = Month(self)
            self._calendar.chosen.connect(self._choose)
        self._calendar.open_at(self.date(), self)

    def _type(self, typed: str) -> None:
        """Show the day typed so far; what is not one yet leaves the day that is shown."""
        if not self._typed:
            self._near = self.value()
        self._typed = typed[-LONGEST:] if len(typed) <= LONGEST else typed[-1]
        found = read_day(self._typed, self._near)
        if found is not None and self.minimumDate() <= QDate(found.year, found.month, found.day):
            self.setDate(QDate(found.year, found.month, found.day))
        self.selectAll()

    def _choose(self, day: QDate) -> None:
        self.setDate(day)
        self.setFocus()

    def _tell(self, shown: QDate) -> None:
        self.changed.emit(date(shown.year(), shown.month(), shown.day()))
