"""A month to choose a day from, opened below a field or button; in our colours, arrows and Enter work."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from groupwork.i18n import _, current
from groupwork.ui import fonts, icons
from groupwork.ui.theme import theme


class Month(QCalendarWidget):
    """A popup; `chosen` carries the QDate picked by click or Enter. Esc closes it."""

    chosen = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def open_at(self, day: QDate, below: QWidget) -> None:
        """Show the month of a day under a widget, in today's words and colours."""
        self.setLocale(qlocale())
        self.setAccessibleName(_("Choose a day"))
        self.setSelectedDate(day)
        self.restyle()
        self.move(below.mapToGlobal(QPoint(0, below.height())))
        self.show()
        self.setFocus()

    def restyle(self) -> None:
        """Fonts and colours at the present theme and text size."""
        self.setFont(fonts.font(13.5))
        plain, quiet = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.color("text"))
        quiet.setForeground(theme.color("text2"))
        self.setHeaderTextFormat(quiet)
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        bar = self.findChild(QWidget, "qt_calendar_navigationbar")
        if isinstance(bar, QWidget):
            palette = QPalette(bar.palette())
            palette.setColor(QPalette.ColorRole.Highlight, theme.color("raised"))
            palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("text"))
            palette.setColor(QPalette.ColorRole.ButtonText, theme.color("text"))
            bar.setPalette(palette)
        for name, icon, words in (
            ("qt_calendar_prevmonth", "chevron-left", _("Month before")),
            ("qt_calendar_nextmonth", "chevron-right", _("Month after")),
        ):
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icons.icon(icon, "text", 18))
                button.setAccessibleName(words)

    def _choose(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(day)


def qlocale() -> QLocale:
    """Qt's locale of the language in use."""
    german = current().language == "de"
    return QLocale(QLocale.Language.German) if german else QLocale("en_GB")
