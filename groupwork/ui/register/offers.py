"""The list under a typed name in the register: people found, people who are there already, a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from groupwork.domain.people import PersonBrief
from groupwork.i18n import _, current
from groupwork.ui import fonts, icons, paint
from groupwork.ui.accessibility import announce
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton

LINE = 48
"""Height of a line in logical px."""


class Offer(PaintedButton):
    """One line of the list: a person found, or (None) a new person with the typed name.

    `here`: the person stands on this register already, and the line leads to that row.
    """

    def __init__(self, person: PersonBrief | None, typed: str, *, here: bool = False) -> None:
        super().__init__(LINE, "")
        self.person, self.typed, self.here, self.lit = person, typed, here, False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.words())

    def words(self) -> str:
        """What a screen reader says."""
        if self.person is None:
            return _("Add new: {name}").format(name=self.typed)
        name = self.person.name
        return ", ".join(part for part in (name.full, name.native, self._beside()) if part)

    def _beside(self) -> str:
        person = self.person
        if person is None:
            return ""
        if self.here:
            return " · ".join([person.code, _("on this register already")])
        known = [_("was here before")] if person.known_here else []
        born = (
            [_("born {day}").format(day=current().short_day(person.birth_date))] if person.birth_date else []
        )
        return " · ".join([person.code, *known, *born])

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Name, own script, code and what tells namesakes apart."""
        if self.lit:
            paint.fill(painter, rect, "accent_soft")
            paint.fill(painter, QRectF(rect.left(), rect.top(), theme.size(4), rect.height()), "accent")
        icon = "user-plus" if self.person is None else "user-round"
        icons.draw(
            painter, icon, "accent", QPointF(theme.sizef(16), rect.center().y() - theme.size(18) / 2), 18
        )
        left = theme.sizef(46)
        width = rect.width() - left - theme.sizef(12)
        if self.person is None:
            words = QRectF(left, rect.top(), width, rect.height())
            paint.text(painter, words, self.words(), fonts.font(14, 600, self.words()), "accent")
            return
        name = self.person.name
        upper = QRectF(left, rect.top() + theme.sizef(4), width, theme.sizef(21))
        paint.text(painter, upper, name.full, fonts.font(14, 600, name.full))
        if name.native:
            after = upper.adjusted(fonts.width(name.full, 14, 600) + theme.sizef(10), 0, 0, 0)
            paint.text(painter, after, name.native, fonts.font(14, 400, name.native), "text2")
        lower = QRectF(left, rect.top() + theme.sizef(23), width, theme.sizef(19))
        paint.text(painter, lower, self._beside(), fonts.font(12.5), "text2")


class Offers(QFrame):
    """The list under (or over) the typed name; it never takes the focus from the typing."""

    taken = Signal(object)
    """The chosen Offer."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._offers: list[Offer] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_offers(self, found: Sequence[PersonBrief], typed: str, here: Sequence[PersonBrief] = ()) -> None:
        """Fill the list: people found, those who are `here`, a new person last; the first is lit.

        Somebody who is on the register and is typed again is no second, new person.
        """
        for old in self._offers:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        known = [Offer(person, typed) for person in found]
        known += [Offer(person, typed, here=True) for person in here]
        self._offers = [*known, Offer(None, typed)]
        for offer in self._offers:
            self._column.addWidget(offer)
            offer.clicked.connect(lambda _on=False, chosen=offer: self.taken.emit(chosen))
            offer.show()
        self._light(0)

    def move_by(self, lines: int) -> None:
        """Light the line so many further down, staying in the list."""
        self._light(min(max(self._at + lines, 0), len(self._offers) - 1))
        announce(self, self._offers[self._at].words())

    def _light(self, at: int) -> None:
        self._at = at
        for n, offer in enumerate(self._offers):
            offer.lit = n == at
            offer.update()

    def lit(self) -> Offer | None:
        """The line Enter takes."""
        return self._offers[self._at] if self._offers else None

    def wanted_height(self) -> int:
        """Height of all lines, in px."""
        return theme.size(LINE) * len(self._offers) + theme.size(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = "line2" if not theme.on("contrast") else "text"
        self._column.setContentsMargins(1, theme.size(6), 1, theme.size(6))
        paint.rounded(painter, self.rect(), 10, "raised", edge)
