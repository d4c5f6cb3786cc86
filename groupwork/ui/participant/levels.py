"""How a task went, time after time: a small square for each, oldest at the left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme

SIDE, STEP = 22, 26


def draw_levels(painter: QPainter, rect: QRectF, results: Sequence[TaskResult]) -> None:
    """The newest that fit: help level on its fill, half a disc for partly, a cross for not done, a dash."""
    fit = max(1, int(rect.width() // theme.size(STEP)))
    side = theme.sizef(SIDE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for n, result in enumerate(results[-fit:]):
        square = QRectF(rect.left() + n * theme.size(STEP), rect.center().y() - side / 2, side, side)
        _draw(painter, square, result)
    painter.restore()


def _draw(painter: QPainter, square: QRectF, result: TaskResult) -> None:
    if result.outcome is Outcome.NOT_OFFERED:
        paint.text(painter, square, "–", fonts.font(14, 500), "text3", paint.CENTRE, elide=False)
    elif result.outcome is Outcome.NOT_DONE:
        paint.rounded(painter, square, 6, "sunken", "control")
        icons.draw_centred(painter, "x", "text", square, 13, stroke=2.5)
    else:
        _level(painter, square, result)


def _level(painter: QPainter, square: QRectF, result: TaskResult) -> None:
    level = result.level or 0
    solid = theme.on("contrast") and level == 6
    edge = "text" if theme.on("contrast") and not solid else "line2"
    paint.rounded(painter, square, 6, f"help:{max(1, level)}", edge)
    ink = "on_accent" if solid else "text"
    if level:
        paint.text(painter, square, str(level), fonts.font(13, 700), ink, paint.CENTRE, elide=False)
    else:
        icons.draw_centred(painter, "check", ink, square, 13, stroke=2.5)
    if result.outcome is Outcome.PARTLY:
        _half(painter, square, ink)


def _half(painter: QPainter, square: QRectF, ink: str) -> None:
    """Done in part: a half-filled disc on the corner."""
    r = theme.sizef(4.5)
    centre = square.bottomRight() - QPointF(r * 0.55, r * 0.55)
    disc = QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r)
    painter.setPen(QPen(theme.color(ink), max(1.0, theme.sizef(1.2))))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(disc)
    half = QPainterPath(centre)
    half.arcTo(disc, 90, 180)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(half, theme.color("text" if ink == "on_accent" else ink))
