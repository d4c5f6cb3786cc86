"""The buttons of a person's card: marks, help levels, minutes in steps of five."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.signs import Signs
from groupwork.domain.tasks import HELP_LABELS, Outcome, TaskResult
from groupwork.i18n import _, ngettext
from groupwork.ui import fonts, paint
from groupwork.ui.mood.big_button import BigButton
from groupwork.ui.register.mark import draw_mark
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row

HIGH, MARK, WORDS = 56, 30, 15.0
STEP, MOST = 5, 1440
"""Minutes of one press, and the most there may be."""
USUAL: tuple[Mark, ...] = (
    Mark(Status.PRESENT),
    Mark(Status.PRESENT, late_min=0),
    Mark(Status.PRESENT, early_min=0),
    Mark(Status.ABSENT),
    Mark(Status.CANCELLED),
    Mark(Status.UNWELL),
    Mark(Status.OTHER),
)
"""The seven most used, in the order of their buttons."""


def key_of(mark: Mark, signs: Signs) -> str:
    """The key that makes this mark in the grid."""
    if mark.late_min is not None:
        return signs.late
    return signs.early if mark.early_min is not None else signs.key_for(mark.status or Status.PRESENT)


def is_shown(button: Mark, stored: Mark) -> bool:
    """Whether a button's mark is the stored one; walk-ins count as present, late and early for themselves."""
    here = Status.PRESENT if stored.status is Status.WALK_IN else stored.status
    if button.late_min is not None:
        return here is Status.PRESENT and stored.late_min is not None
    if button.early_min is not None:
        return here is Status.PRESENT and stored.early_min is not None
    plain = stored.late_min is None and stored.early_min is None
    return here is button.status and (plain or here is not Status.PRESENT)


class MarkButton(PaintedButton):
    """A mark beside its words."""

    RADIUS = 12.0

    def __init__(self, mark: Mark) -> None:
        self.mark, self.chosen = mark, False
        self._signs: Signs | None = None
        super().__init__(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def show_mark(self, words: str, signs: Signs, *, chosen: bool) -> None:
        """Words and signs in the language in use; lit up when it is what is recorded."""
        self._signs, self.chosen = signs, chosen
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(_("recorded") if chosen else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Mark, words and room."""
        wide = fonts.width(self.text(), WORDS, 600) + theme.size(MARK + 34)
        return QSize(math.ceil(wide), theme.size(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Plate, mark, words."""
        fill, edge = ("accent_soft", "accent") if self.chosen else ("surface", "control")
        width = theme.sizef(2.5 if self.chosen else 1)
        paint.rounded(painter, rect.adjusted(1, 1, -1, -1), self.RADIUS, fill, edge, width)
        side = theme.sizef(MARK)
        box = QRectF(rect.left() + theme.sizef(11), rect.center().y() - side / 2, side, side)
        if self._signs is not None:
            draw_mark(painter, box, self.mark, self._signs)
        words = rect.adjusted(side + theme.sizef(19), 0, 0, 0)
        ink = "accent_ink" if self.chosen else "text"
        paint.text(painter, words, self.text(), fonts.font(WORDS, 600, self.text()), ink, elide=False)


class Levels(QWidget):
    """6 to 1, not done, not offered, quantity for one task; `pressed` carries the key."""

    pressed = Signal(str)
    KEYS = ("6", "5", "4", "3", "2", "1", "0", "-", "#")

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {key: BigButton(size=18, height=52) for key in self.KEYS}
        for key, button in self.buttons.items():
            button.clicked.connect(partial(self._press, key))
        self.setLayout(column(Flow(*self.buttons.values(), gap=4), gap=0))

    def _press(self, key: str, _on: bool = False) -> None:
        self.pressed.emit(key)

    def show_result(self, task: str, result: TaskResult | None) -> None:
        """Light up what is recorded; each button is named by its task and meaning."""
        recorded = _key(result)
        for key, button in self.buttons.items():
            words = self._meaning(key)
            button.set_words(
                "–" if key == "-" else key, _("{task}: {result}").format(task=task, result=words)
            )
            button.setToolTip(words)
            button.set_chosen(key == recorded)
        self.buttons["#"].setEnabled(result is not None and result.was_done)

    @staticmethod
    def _meaning(key: str) -> str:
        own = {"0": _("not done"), "-": _("not offered"), "#": _("Quantity and minutes …")}
        return own.get(key) or _(HELP_LABELS[int(key)])


def _key(result: TaskResult | None) -> str:
    if result is None:
        return ""
    if result.outcome is Outcome.NOT_OFFERED:
        return "-"
    return "0" if result.outcome is Outcome.NOT_DONE else str(result.level or "")


class Stepper(QWidget):
    """Less, a number of minutes with its words, more; `wanted` carries the new number."""

    wanted = Signal(int)

    def __init__(self, words: Callable[[], str]) -> None:
        super().__init__()
        self._say, self._value = words, 0
        self._less, self._more = BigButton("minus", height=52), BigButton("plus", height=52)
        self._words = Label("", "text", 15, 500)
        self._less.clicked.connect(lambda: self._step(-STEP))
        self._more.clicked.connect(lambda: self._step(STEP))
        self.setLayout(row(self._words, self._less, self._more, gap=6))

    def show_minutes(self, value: int) -> None:
        """Show a number and name the buttons."""
        self._value = value
        said = ngettext("{n} minute", "{n} minutes", value).format(n=value)
        self._words.set_words(f"{self._say()}: {said}")
        self._less.set_words("", _("{what}: {n} minutes less").format(what=self._say(), n=STEP))
        self._more.set_words("", _("{what}: {n} minutes more").format(what=self._say(), n=STEP))
        self._less.setEnabled(value > 0)

    def _step(self, minutes: int) -> None:
        self.wanted.emit(min(MOST, max(0, self._value + minutes)))
