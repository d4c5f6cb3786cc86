"""The one QApplication with our names, fonts, style and this person's preferences."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from groupwork.ui import faces, style
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme


def application(arguments: list[str]) -> QApplication:
    """Make it, or take the one there is. Call before the first widget."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(arguments)
    app.setApplicationName("Groupwork")
    app.setDesktopFileName("groupwork")
    faces.load()
    style.install(app)
    preferences.load()
    QGuiApplication.styleHints().colorSchemeChanged.connect(theme.apply)
    return app
