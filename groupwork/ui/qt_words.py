"""Qt's own words (buttons of its boxes) in the language in use."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from groupwork import i18n


class QtWords(QObject):
    """Holds the translator that is installed; it goes with its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translator: QTranslator | None = None

    def speak(self) -> None:
        """Use the language in use from now on."""
        app = QApplication.instance()
        if app is None:
            return
        if self._translator is not None:
            app.removeTranslator(self._translator)
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{i18n.current().language}", folder):
            app.installTranslator(translator)
        self._translator = translator
