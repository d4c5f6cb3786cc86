"""The five own-drawn faces: told apart by mouth, eyes and brows, never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from groupwork.ui.paint import Role, colour

_MOUTHS = {1: (0.42, 0.60, -0.44), 2: (0.42, 0.50, -0.20), 3: (0.42, 0.40, 0.0), 4: (0.46, 0.30, 0.26)}
"""Half width, height of the corners under the middle, bend; in radii. 5 is open and drawn for itself."""


def draw_face(
    painter: QPainter, centre: QPointF, r: float, mood: int, ink: Role, fill: Role | None = None
) -> None:
    """One face of radius `r` px: 1 frowns with brows, 2 frowns, 3 straight, 4 smiles, 5 laughs."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = max(1.4, r * 0.105)
    pen = QPen(colour(ink), line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, r - line / 2, r - line / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _eyes(painter, centre, r, mood, ink)
    if mood == 5:
        _laugh(painter, centre, r, ink)
    else:
        _mouth(painter, centre, r, mood)
    if mood == 1:
        _brows(painter, centre, r)
    painter.restore()


def _eyes(painter: QPainter, centre: QPointF, r: float, mood: int, ink: Role) -> None:
    for side in (-0.36, 0.36):
        eye = centre + QPointF(r * side, -r * 0.22)
        if mood == 5:
            arc = QPainterPath(eye + QPointF(-r * 0.16, r * 0.06))
            arc.quadTo(eye + QPointF(0, -r * 0.22), eye + QPointF(r * 0.16, r * 0.06))
            painter.drawPath(arc)
        else:
            dot = QPainterPath()
            dot.addEllipse(eye, r * 0.11, r * 0.11)
            painter.fillPath(dot, colour(ink))


def _mouth(painter: QPainter, centre: QPointF, r: float, mood: int) -> None:
    half, low, bend = _MOUTHS[mood]
    mouth = QPainterPath(centre + QPointF(-half * r, low * r))
    mouth.quadTo(centre + QPointF(0, (low + 2 * bend) * r), centre + QPointF(half * r, low * r))
    painter.drawPath(mouth)


def _laugh(painter: QPainter, centre: QPointF, r: float, ink: Role) -> None:
    """An open mouth: a filled half moon."""
    box = QRectF(centre.x() - 0.5 * r, centre.y() - 0.28 * r, r, 0.92 * r)
    mouth = QPainterPath()
    mouth.arcMoveTo(box, 180)
    mouth.arcTo(box, 180, 180)
    mouth.closeSubpath()
    painter.setBrush(colour(ink))
    painter.drawPath(mouth)


def _brows(painter: QPainter, centre: QPointF, r: float) -> None:
    for side in (-1, 1):
        outer = centre + QPointF(side * r * 0.58, -r * 0.40)
        inner = centre + QPointF(side * r * 0.24, -r * 0.54)
        painter.drawLine(outer, inner)
