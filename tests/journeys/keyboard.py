"""Real keys for the journeys: pressed on whatever has the focus, every one counted."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


class KeyCount(QObject):
    """Counts every key that goes down anywhere in the application, modifiers too."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def __enter__(self) -> "KeyCount":
        QApplication.instance().installEventFilter(self)
        return self

    def __exit__(self, *_error: object) -> None:
        QApplication.instance().removeEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.KeyPress and watched is QApplication.focusWidget():
            self.count += 1
        return False


def press(window, *keys, held=None):
    """Press keys one after the other on whatever has the focus; an open menu comes first."""
    for key in keys:
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or window
        if held is None:
            QTest.keyClick(target, key)
        else:
            QTest.keyClick(target, key, held)
        QApplication.processEvents()


def write(window, text):
    """Type a text letter by letter."""
    for letter in text:
        press(window, letter)


def tab_to(window, name, *, most=40):
    """Press Tab until what has the focus is called so."""
    for _press in range(most):
        if QApplication.focusWidget().accessibleName() == name:
            return
        press(window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches “{name}”")
