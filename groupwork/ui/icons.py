"""Icons: lucide outlines in any role's colour, sharp at any size and screen.

`pixmap("hammer", "accent", 18)` for painting, `icon("hammer")` for menus and native buttons.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from groupwork import paths
from groupwork.ui.theme import theme


def pixmap(
    name: str, color: str | QColor, size: float = 20, *, stroke: float | None = None, ratio: float = 1.0
) -> QPixmap:
    """The icon in a role's colour (or a QColor), `size` logical px at 100 % text, for a screen of `ratio`.

    `stroke` is the line width on the 24 px grid: 2 up to 16 px, 1.75 above, unless given. KeyError for an
    unknown icon or role.
    """
    colour = theme.color(color) if isinstance(color, str) else color
    width = stroke or (2 if size <= 16 else 1.75)
    return _pixmap(name, colour.name(QColor.NameFormat.HexArgb), theme.size(size), width, ratio)


def draw(
    painter: QPainter,
    name: str,
    color: str | QColor,
    left_top: QPointF,
    size: float = 20,
    *,
    stroke: float | None = None,
) -> None:
    """Paint the icon with its top left corner at a point, sharp on the painter's own device."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    painter.drawPixmap(left_top, pixmap(name, color, size, stroke=stroke, ratio=ratio))


def draw_centred(
    painter: QPainter,
    name: str,
    color: str | QColor,
    rect: QRectF,
    size: float = 20,
    *,
    stroke: float | None = None,
) -> None:
    """Paint the icon in the middle of a rectangle."""
    half = theme.size(size) / 2
    draw(
        painter, name, color, QPointF(rect.center().x() - half, rect.center().y() - half), size, stroke=stroke
    )


def icon(name: str, color: str = "text", size: float = 18) -> QIcon:
    """A QIcon in the present theme's colour, for menus and actions; ask again after a theme change."""
    result = QIcon()
    for ratio in (1.0, 2.0):
        result.addPixmap(pixmap(name, color, size, ratio=ratio))
        result.addPixmap(pixmap(name, "text3", size, ratio=ratio), QIcon.Mode.Disabled)
    return result


def forget() -> None:
    """Drop all drawn icons (after a change of screen or theme they are drawn anew)."""
    _pixmap.cache_clear()


@cache
def _source(name: str) -> str:
    file = paths.resources() / "icons" / f"{name}.svg"
    if not file.exists():
        raise KeyError(name)
    return file.read_text(encoding="utf-8")


@cache
def _pixmap(name: str, colour: str, size: int, stroke: float, ratio: float) -> QPixmap:
    # currentColor has no alpha in SVG 1.1; the opacity goes on the painter
    value = QColor(colour)
    svg = _source(name).replace("currentColor", value.name())
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    result = QPixmap(round(size * ratio), round(size * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(value.alphaF())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return result
