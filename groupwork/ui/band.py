"""The band of a category: its hue and a pattern that survives grey printing (LOOK.md, eight categories)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from groupwork.ui import paint
from groupwork.ui.theme import theme


def band(painter: QPainter, rect: QRectF, category: str) -> None:
    """Paint the band: 6 px wide on blocks, 5 in narrow ones, 8 on cards; below 5 the patterns blur."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    strong, tint = theme.color(f"{category}:strong"), theme.color(f"{category}:tint")
    if category == "community":
        _thin_lines(painter, rect, strong, tint)
    else:
        painter.fillRect(rect, strong)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        _PATTERNS.get(category, _solid)(painter, rect, tint)
    painter.restore()


def _solid(painter: QPainter, rect: QRectF, tint: QColor) -> None:
    """Craft: nothing on the hue."""


def _thin_lines(painter: QPainter, rect: QRectF, strong: QColor, tint: QColor) -> None:
    w = rect.width()
    painter.fillRect(rect, tint)
    painter.setPen(QPen(strong, max(1.0, w * 0.2)))
    for part in (0.2, 0.8):
        x = rect.left() + w * part
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))


def _holes(painter: QPainter, rect: QRectF, tint: QColor) -> None:
    w, y = rect.width(), rect.top() + rect.width() * 0.5
    while y < rect.bottom():
        painter.drawEllipse(QPointF(rect.center().x(), y + w * 0.3), w * 0.27, w * 0.27)
        y += w * 1.15


def _stripes(painter: QPainter, rect: QRectF, tint: QColor) -> None:
    w = rect.width() / theme.scale
    paint.hatch(painter, rect, tint, step=w * 1.1, width=w * 0.3)


def _bars(painter: QPainter, rect: QRectF, tint: QColor) -> None:
    w, y = rect.width(), rect.top() + rect.width() * 0.5
    while y < rect.bottom():
        painter.drawRect(QRectF(rect.left(), y, w, w * 0.32))
        y += w * 1.05


def _rails(painter: QPainter, rect: QRectF, tint: QColor) -> None:
    w = rect.width()
    painter.drawRect(QRectF(rect.left() + w * 0.38, rect.top(), w * 0.26, rect.height()))


def _zigzag(painter: QPainter, rect: QRectF, tint: QColor) -> None:
    w, y, turn = rect.width(), rect.top(), False
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tint, w * 0.26))
    path = QPainterPath(QPointF(rect.left() + w * 0.2, y))
    while y < rect.bottom():
        y, turn = y + w * 0.7, not turn
        path.lineTo(rect.left() + w * (0.8 if turn else 0.2), y)
    painter.drawPath(path)


def _windows(painter: QPainter, rect: QRectF, tint: QColor) -> None:
    w, y = rect.width(), rect.top() + rect.width() * 0.5
    while y < rect.bottom():
        painter.drawRect(QRectF(rect.left() + w * 0.22, y, w * 0.56, w))
        y += w * 2.0


_PATTERNS: dict[str, Callable[[QPainter, QRectF, QColor], None]] = {
    "craft": _solid,
    "art": _holes,
    "project": _stripes,
    "daily": _bars,
    "work": _rails,
    "talk": _zigzag,
    "wellbeing": _windows,
}
