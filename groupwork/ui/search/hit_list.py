"""The list under the search field: lines under headings. It never takes the focus from the typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from groupwork.i18n import _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.accessibility import announce
from groupwork.ui.search.offers import Offer, OfferGroup, count_words
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column
from groupwork.ui.widgets.page import Scroll

LINE, SHORT = 50, 38
LEFT, RIGHT = 48, 16
PAGE = 5


class HitLine(PaintedButton):
    """One line: icon, words, what stands below them, and the keys of a command."""

    def __init__(self, offer: Offer) -> None:
        super().__init__(LINE if offer.below else SHORT, offer.spoken(), inset=4)
        self.offer, self.lit = offer, False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What elides has a tooltip."""
        below = self.offer.below
        cut = fonts.width(below, 12.5) > self.width() - theme.size(LEFT + RIGHT)
        self.setToolTip(below if cut else "")

    def text_shown(self) -> str:
        """Every word on the line, one below the other."""
        return "\n".join(part for part in (self.offer.words, self.offer.native, self.offer.below) if part)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """The lit line has the selection's fill and bar."""
        if self.lit:
            plate = rect.adjusted(theme.size(4), theme.size(1), -theme.size(4), -theme.size(1))
            edge = "accent" if theme.on("contrast") else None
            paint.rounded(painter, plate, 8, "accent_soft", edge)
            bar = QRectF(
                plate.left(), plate.top() + theme.size(8), theme.size(4), plate.height() - theme.size(16)
            )
            paint.rounded(painter, bar, 2, "accent")
        middle = rect.center().y() - theme.size(18) / 2
        icons.draw(painter, self.offer.icon, self.offer.tone, QPointF(theme.sizef(18), middle), 18)
        left = theme.sizef(LEFT)
        right = rect.right() - theme.sizef(RIGHT) - self._paint_keys(painter, rect)
        high = theme.sizef(22)
        top = rect.top() + theme.sizef(5) if self.offer.below else rect.center().y() - high / 2
        self._paint_words(painter, QRectF(left, top, right - left, high))
        lower = QRectF(left, top + theme.sizef(20), right - left, theme.sizef(20))
        below = self.offer.below
        paint.text(painter, lower, below, fonts.font(12.5, 400, below), "text2")

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        words, native = self.offer.words, self.offer.native
        paint.text(painter, area, words, fonts.font(14, 600, words))
        if native:
            after = area.adjusted(fonts.width(words, 14, 600) + theme.sizef(10), 0, 0, 0)
            paint.text(painter, after, native, fonts.font(14, 400, native), "text2")

    def _paint_keys(self, painter: QPainter, rect: QRectF) -> float:
        if not self.offer.keys:
            return 0.0
        wide = paint.key_cap_width(self.offer.keys)
        high = theme.sizef(22)
        spot = QRectF(rect.right() - theme.sizef(RIGHT) - wide, rect.center().y() - high / 2, wide, high)
        paint.key_cap(painter, spot, self.offer.keys)
        return wide + theme.sizef(10)


class _Ground(QFrame):
    """Round and raised, in every palette with an edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = "line2" if not theme.on("contrast") else "text"
        paint.rounded(QPainter(self), self.rect(), 12, "raised", edge)


class HitList(_Ground):
    """`taken` carries the Offer of the chosen line."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[HitLine] = []
        self._at = 0
        self._body = column(gap=0)
        self._content = box(self._body)
        self._scroll = Scroll(self._content)
        self.setLayout(column(self._scroll, gap=0, margins=(2, 6, 2, 6)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_offers(self, groups: Sequence[OfferGroup], typed: str) -> None:
        """Fill the list; the first line is lit. With nothing found it says so. The count is announced."""
        clear(self._body)
        self._lines = []
        for group in groups:
            self._add(_heading(group.heading))
            for offer in group.offers:
                line = HitLine(offer)
                line.clicked.connect(lambda _on=False, chosen=offer: self.taken.emit(chosen))
                self._lines.append(line)
                self._add(line)
        said = count_words(groups)
        if not self._lines:
            said = _("Nothing found for “{typed}”.").format(typed=typed)
            self._add(box(column(Label(said, "text2", 14, wrap=True, typed=True), margins=(16, 8, 16, 8))))
        self._light(0)
        announce(self, said)

    def _add(self, widget: QWidget) -> None:
        self._body.add(widget)
        widget.show()

    def move_by(self, steps: int) -> None:
        """Light the line so many further on; from the last on to the first and back."""
        if not self._lines:
            return
        goal = self._at + steps
        last = len(self._lines) - 1
        if abs(steps) == 1:
            goal %= last + 1
        self._light(min(max(goal, 0), last))
        announce(self, self._lines[self._at].offer.spoken())

    def lit(self) -> Offer | None:
        """What Enter takes."""
        return self._lines[self._at].offer if self._lines else None

    def lines(self) -> tuple[HitLine, ...]:
        """The lines shown, from above."""
        return tuple(self._lines)

    def forget(self) -> None:
        """Hide, and keep nothing of what was found."""
        self.hide()
        clear(self._body)
        self._lines = []

    def wanted_height(self, width: int) -> int:
        """Height of all lines at a width, in px."""
        inner = self._body.heightForWidth(width) if self._body.hasHeightForWidth() else 0
        return max(inner, self._body.sizeHint().height()) + theme.size(14)

    def _light(self, at: int) -> None:
        self._at = at
        for number, line in enumerate(self._lines):
            line.lit = number == at
            line.update()
        if at == 0:
            self._scroll.verticalScrollBar().setValue(0)  # with its heading
        elif self._lines:
            self._scroll.ensureWidgetVisible(self._lines[at], 0, theme.size(8))


def _heading(words: str) -> QWidget:
    return box(column(Label(words, "text2", 12.5, 600), gap=0, margins=(18, 8, 16, 3)))
