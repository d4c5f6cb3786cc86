"""Attendance marks, painted: shape first, then letter, then colour (LOOK.md "Attendance marks")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPolygonF

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.signs import EARLY, LATE, Signs, signs_in
from groupwork.ui import fonts, icons, paint
from groupwork.ui.roles import COLOUR_TONES, ink_role, soft_role
from groupwork.ui.theme import theme

GRID_SIZE, HISTORY_SIZE = 32, 18
"""Edge of a mark in the grid and in the history, in logical px."""


@dataclass(frozen=True)
class Look:
    """A mark's shape and the tone it is painted in."""

    shape: str
    tone: str


_SHAPES: dict[Status, str] = {
    Status.PRESENT: "tile",
    Status.WALK_IN: "plus",
    Status.TOO_LATE: "box",
    Status.ABSENT: "diamond",
    Status.CANCELLED: "round",
    Status.UNWELL: "round",
    Status.OTHER: "round",
    Status.DECLINED: "round",
    Status.TRANSPORT: "dashed",
    Status.HOSPITAL: "hatched",
    Status.LEAVE: "hatched",
    Status.NOT_BOOKED: "struck",
    Status.CENTRE_CANCELLED: "struck",
}
_CUTS = {(True, False): "cut_late", (False, True): "cut_early", (True, True): "cut_both"}


def look(mark: Mark, signs: Signs | str = "en") -> Look:
    """The shape of a mark, which is fixed, and its tone, which is the centre's.

    Late and early cut corners off the full square. Where nothing is said our own colours are used.
    """
    colour = signs_in(signs).colour_of(mark)
    if mark.status is None or colour is None:
        return Look("blank", "control")
    shape, cuts = _SHAPES[mark.status], (mark.late_min is not None, mark.early_min is not None)
    if mark.status is Status.PRESENT:
        shape = _CUTS.get(cuts, shape)
    return Look(shape, COLOUR_TONES[colour])


def minutes_tone(mark: Mark, signs: Signs) -> str:
    """The tone of the minutes beside a mark: that of late, else of left early, for walk-ins too."""
    return COLOUR_TONES[signs.colour(LATE if mark.late_min is not None else EARLY)]


def minutes_beside(mark: Mark) -> tuple[str, ...]:
    """The minutes written beside the mark with a prime, a line each: late, then early, as said."""
    return tuple(f"{minutes}′" for minutes in (mark.late_min, mark.early_min) if minutes)


def draw_mark(painter: QPainter, rect: QRectF, mark: Mark, signs: Signs | str) -> None:
    """Paint a mark into a square, with the calendar badge when it was planned ahead.

    `signs` are the centre's, or a language for that language's own.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    own = signs_in(signs)
    shown = look(mark, own)
    _Pen(painter, rect, shown.tone, own.sign(mark)).draw(shown.shape)
    if mark.planned:
        _badge(painter, rect, shown.tone)
    painter.restore()


class _Pen:
    """One mark under way: the square, its roles and the letter."""

    def __init__(self, painter: QPainter, rect: QRectF, tone: str, letter: str) -> None:
        self.painter, self.rect, self.tone, self.letter = painter, rect, tone, letter
        self.side = rect.width()
        self.radius = self.side * 0.24 / theme.scale
        self.line = max(1.2, self.side * 0.06)
        self.soft, self.ink = soft_role(tone), ink_role(tone)

    def draw(self, shape: str) -> None:
        """Paint the shape of this name with its letter."""
        shapes: dict[str, Callable[[], None]] = {
            "blank": self._blank,
            "tile": self._tile,
            "plus": self._plus,
            "box": self._box,
            "diamond": self._diamond,
            "round": self._round,
            "dashed": self._dashed,
            "hatched": self._hatched,
            "struck": self._struck,
            "cut_late": self._cut_late,
            "cut_early": self._cut_early,
            "cut_both": self._cut_both,
        }
        shapes[shape]()

    def _write(self, role: str, part: float = 0.54) -> None:
        size = self.side * (part if len(self.letter) < 2 else 0.42)
        font = QFont(fonts.font(14, 700))
        font.setPixelSize(max(8, round(size)))
        paint.text(self.painter, self.rect, self.letter, font, role, paint.CENTRE, elide=False)

    def _blank(self) -> None:
        pen = QPen(theme.color("control"), max(1.0, self.side * 0.05), Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2, 2.4])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = self.side * 0.05
        corner = self.side * 0.24
        self.painter.drawRoundedRect(self.rect.adjusted(inset, inset, -inset, -inset), corner, corner)

    def _tile(self) -> None:
        paint.rounded(self.painter, self.rect, self.radius, self.tone)
        self._write("on_solid")

    def _box(self) -> None:
        paint.rounded(self.painter, self.rect, self.radius, self.soft, self.tone, self.line)
        self._write(self.ink)

    def _plus(self) -> None:
        self._box()
        q = self.side * 0.36
        disc = QRectF(self.rect.right() - q * 0.7, self.rect.top() - q * 0.3, q, q)
        paint.rounded(self.painter, disc, q / 2, self.tone)
        self.painter.setPen(QPen(theme.color("on_solid"), max(1.0, self.side * 0.05)))
        centre, arm = disc.center(), q * 0.28
        self.painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
        self.painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))

    def _diamond(self) -> None:
        colour = theme.color(self.tone)
        pen = QPen(colour, self.side * 0.1, Qt.PenStyle.SolidLine)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(colour)
        centre, half = self.rect.center(), self.side * 0.504
        points = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
        self.painter.drawPolygon(QPolygonF([centre + point for point in points]))
        self._write("on_solid", 0.5)

    def _round(self, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        self.painter.setPen(QPen(theme.color(self.tone), self.line, style))
        self.painter.setBrush(theme.color(self.soft))
        half = self.line / 2
        self.painter.drawEllipse(self.rect.adjusted(half, half, -half, -half))
        self._write(self.ink)

    def _dashed(self) -> None:
        self._round(Qt.PenStyle.DashLine)

    def _hatched(self) -> None:
        paint.rounded(self.painter, self.rect, self.radius, self.soft)
        self.painter.save()
        paint.clip_rounded(self.painter, self.rect, self.radius)
        lines = paint.alpha(self.tone, 160 / 255 if theme.on("contrast") else 85 / 255)
        step, width = self.side * 0.2 / theme.scale, self.side * 0.045 / theme.scale
        paint.hatch(self.painter, self.rect, lines, step=step, width=width)
        self.painter.restore()
        paint.rounded(self.painter, self.rect, self.radius, None, self.tone, self.line)
        centre, w, h = self.rect.center(), self.side * 0.54, self.side * 0.6
        patch = QRectF(centre.x() - w / 2, centre.y() - h / 2, w, h)
        paint.rounded(self.painter, patch, self.side * 0.14 / theme.scale, self.soft)
        self._write(self.ink)

    def _struck(self) -> None:
        self._write(self.ink)
        self.painter.setPen(QPen(theme.color(self.ink), self.line))
        y, inset = self.rect.center().y(), self.side * 0.12
        self.painter.drawLine(QPointF(self.rect.left() + inset, y), QPointF(self.rect.right() - inset, y))

    def _cut(self, *, late: bool, early: bool) -> None:
        corner = self.side * 0.24
        path = QPainterPath()
        path.addRoundedRect(self.rect, corner, corner)
        off = QPainterPath()
        size = self.side * 0.375
        if late:
            p = self.rect.topLeft()
            off.addPolygon(QPolygonF([p, p + QPointF(size, 0), p + QPointF(0, size), p]))
        if early:
            p = self.rect.bottomRight()
            off.addPolygon(QPolygonF([p, p - QPointF(size, 0), p - QPointF(0, size), p]))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(theme.color(self.tone))
        self.painter.drawPath(path.subtracted(off))
        self._write("on_solid")

    def _cut_late(self) -> None:
        self._cut(late=True, early=False)

    def _cut_early(self) -> None:
        self._cut(late=False, early=True)

    def _cut_both(self) -> None:
        self._cut(late=True, early=True)


def draw_said(painter: QPainter, area: QRectF) -> None:
    """The folded corner of a cell whose mark has words: a reason, or when it was told."""
    side = theme.sizef(8)
    right = area.topRight() + QPointF(-theme.sizef(1), theme.sizef(1))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("info"))
    painter.drawPolygon(QPolygonF([right, right - QPointF(side, 0), right + QPointF(0, side)]))
    painter.restore()


def _badge(painter: QPainter, rect: QRectF, tone: str) -> None:
    """The small calendar at the lower right: planned ahead."""
    side = rect.width()
    q = side * 0.42
    disc = QRectF(rect.right() - q * 0.62, rect.bottom() - q * 0.62, q, q)
    paint.rounded(painter, disc, q / 2, "surface", tone, max(1.0, side * 0.045))
    icons.draw_centred(painter, "calendar", ink_role(tone), disc, q * 0.67 / theme.scale, stroke=3)
