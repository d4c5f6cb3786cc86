"""What the guards point out, in place: each with its way out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from groupwork.domain.note_guards import Guard, GuardWarning
from groupwork.domain.note_replacing import REPLACEMENT, REPLACEMENT_WHOSE
from groupwork.i18n import _
from groupwork.ui import fonts, paint
from groupwork.ui.accessibility import announce
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import clear, column, row

SHOWN = 4
PAD = 24
"""Logical px at the left of an answer: it stands under the words."""


class Answer(QAbstractButton):
    """A ghost button whose words wrap: what to do is longer than a narrow panel."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def restyle(self) -> None:
        """Size at the present text size."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """On two lines at least where it is long."""
        width = theme.size(200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It may get narrow: the words wrap."""
        return QSize(theme.size(120), theme.size(26))

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines."""
        area = QRect(0, 0, max(1, width - theme.size(PAD + 6)), 10_000)
        wanted = QFontMetrics(self._font()).boundingRect(area, Qt.TextFlag.TextWordWrap, self.text())
        return max(theme.size(26), wanted.height() + theme.size(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), self.rect()
        if self.underMouse():
            paint.rounded(painter, area.adjusted(theme.size(PAD - 8), 0, 0, 0), 6, "hover")
        painter.setFont(self._font())
        painter.setPen(theme.color("warn_ink"))
        room = area.adjusted(theme.size(PAD), 0, -theme.size(6), 0)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, self.text())
        if self.hasFocus():
            paint.ring(painter, area.adjusted(theme.size(PAD - 8), 1, -1, -1), 6)

    def _font(self) -> QFont:
        return fonts.font(13, 700, self.text())


class Warnings(QWidget):
    """`replaced` and `left` carry the warning somebody answered."""

    replaced = Signal(object)
    left = Signal(object)
    built = Signal()
    """Other answers stand there."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[GuardWarning, ...] = ()
        self._stops: list[QWidget] = []
        self._cards = column(gap=6)
        self.setLayout(self._cards)
        self.hide()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes: the answers, from above."""
        return tuple(self._stops)

    @property
    def found(self) -> tuple[GuardWarning, ...]:
        """What is pointed out now."""
        return self._found

    def show_found(self, found: Sequence[GuardWarning], *, may: bool) -> None:
        """Show these, the first few; a new one is said aloud."""
        known = {each.digest for each in self._found}
        if tuple(found) == self._found:
            return
        self._found = tuple(found)
        clear(self._cards)
        self._stops = []
        for each in self._found[:SHOWN]:
            self._cards.add(self._card(each, may=may))
        self.setVisible(bool(self._found))
        self.built.emit()
        new = [sentence(each) for each in self._found if each.digest not in known]
        if new:
            announce(self, " ".join(new))

    def restyle(self) -> None:
        """Nothing of its own."""

    def retranslate(self) -> None:
        """The same again, in the language in use."""
        found, self._found = self._found, ()
        self.show_found(found, may=True)

    def _card(self, warning: GuardWarning, *, may: bool) -> Card:
        said = Label(sentence(warning), "warn_ink", 13, 500, wrap=True, typed=True)
        icon = Icon("triangle-alert", "warn_ink", 16)
        card = Card(fill="warn_soft", line="", radius=10, pad=(12, 9, 8, 6), gap=2)
        card.add(row(icon, (said, 1), gap=8, align=Qt.AlignmentFlag.AlignTop))
        if may:
            answers = self._answers(warning)
            card.add(*answers)
            self._stops.extend(answers)
        return card

    def _answers(self, warning: GuardWarning) -> list[Answer]:
        leave = Answer(_("Leave it"))
        leave.clicked.connect(partial(self.left.emit, warning))
        if warning.guard is not Guard.NAME:
            return [leave]
        instead = REPLACEMENT_WHOSE if warning.possessive else REPLACEMENT
        replace = Answer(_("Replace with “{words}”").format(words=_(instead)))
        replace.clicked.connect(partial(self.replaced.emit, warning))
        return [replace, leave]


def sentence(warning: GuardWarning) -> str:
    """What is pointed out, in words."""
    return _(warning.text).format(**dict(warning.values))
