"""A journey in named steps: every key and click counted for its step, and a picture of where it ends."""

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.journeys.keyboard import press

PICTURES = "GROUPWORK_JOURNEY_PICTURES"
"""The folder for the pictures; without it none are taken."""

PATIENCE = 300
"""Milliseconds a page may take over what it says a little later, such as clashes."""


@dataclass
class Effort:
    """What a step took."""

    keys: int = 0
    clicks: int = 0


class Counter(QObject):
    """Counts every key that goes down on what has the focus, and every mouse button on a widget."""

    def __init__(self) -> None:
        super().__init__()
        self.now = Effort()

    def eventFilter(self, watched, event):
        kind = event.type()
        if kind == QEvent.Type.KeyPress and watched is typing_on():
            self.now.keys += 1
        elif kind == QEvent.Type.MouseButtonPress and watched.isWidgetType():
            self.now.clicks += 1
        return False


def typing_on():
    """The widget that gets the keys: an open list, else what has the focus."""
    return QApplication.activePopupWidget() or QApplication.focusWidget()


@dataclass
class Journey:
    """`with journey.step("import"):` for each step; `efforts` says what each took."""

    window: QWidget
    name: str
    efforts: dict[str, Effort] = field(default_factory=dict)

    @contextmanager
    def step(self, words):
        """Count what happens inside, then take the picture."""
        counter = Counter()
        QApplication.instance().installEventFilter(counter)
        try:
            yield counter.now
        finally:
            QApplication.instance().removeEventFilter(counter)
        self.efforts[words] = counter.now
        self.picture(words)

    def picture(self, words):
        """The window as it is, when somebody wants pictures."""
        folder = os.environ.get(PICTURES)
        if folder:
            QTest.qWait(PATIENCE)
            settle()
            file = f"{self.name}-{len(self.efforts):02d}-{words.replace(' ', '-')}.png"
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.window.grab().save(str(Path(folder) / file))

    def total(self):
        """All steps together."""
        found = self.efforts.values()
        return Effort(sum(each.keys for each in found), sum(each.clicks for each in found))

    def within(self, most, in_all):
        """No step takes more keys and clicks together than its ceiling, nor do all of them."""
        over = {name for name, each in self.efforts.items() if each.keys + each.clicks > most[name]}
        total = self.total()
        assert not over, f"{over}\n{self.told()}"
        assert total.keys + total.clicks <= in_all, f"{total}\n{self.told()}"

    def told(self):
        """The counts as lines, for a failing test."""
        return "\n".join(
            f"{name}: {each.keys} keys, {each.clicks} clicks" for name, each in self.efforts.items()
        )


def spoken(widget):
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def tab_to(window, name, *, most=60, back=False):
    """Press Tab, or Shift+Tab, until what has the focus is called so."""
    heard = []
    for _press in range(most):
        heard.append(spoken(typing_on()))
        if heard[-1] == name:
            return
        press(window, Qt.Key.Key_Tab, held=Qt.KeyboardModifier.ShiftModifier if back else None)
    raise AssertionError(f"Tab never reaches “{name}”, but {heard}")


def settle():
    """Let layouts follow, and what was replaced go."""
    for _round in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def click(widget):
    """One click in the middle of a widget that can be seen."""
    assert widget.isVisible(), widget.accessibleName()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle()


def button(window, words):
    """The one visible button with these words."""
    found = [b for b in window.findChildren(QAbstractButton) if words in (b.text(), b.accessibleName())]
    seen = [b for b in found if b.isVisible()]
    assert len(seen) == 1, (words, [b.accessibleName() for b in seen])
    return seen[0]
