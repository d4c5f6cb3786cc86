"""Shapes every widget is painted with. All take role names (or a QColor) and logical sizes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QIcon, QPainter, QPainterPath, QPen, QPixmap

from groupwork.ui import fonts, icons
from groupwork.ui.roles import CATEGORY_ICONS
from groupwork.ui.theme import theme

Role = str | QColor
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def colour(role: Role) -> QColor:
    """The colour of a role; a QColor passes through."""
    return theme.color(role) if isinstance(role, str) else role


def alpha(role: Role, part: float) -> QColor:
    """The role's colour at an opacity of 0 to 1."""
    result = QColor(colour(role))
    result.setAlphaF(part)
    return result


def fill(painter: QPainter, rect: QRect | QRectF, role: Role) -> None:
    """Fill whole pixels without anti-aliasing (no pale seams at 125 %)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(rect, colour(role))
    painter.restore()


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill_role: Role | None = None,
    edge: Role | None = None,
    edge_px: float = 1,
    *,
    dashed: bool = False,
) -> None:
    """A rounded rectangle; `radius` in logical px, the edge inside the rectangle and inset by half."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(rect)
    if edge is not None:
        half = edge_px / 2
        area = area.adjusted(half, half, -half, -half)
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour(edge), edge_px, style))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour(fill_role)) if fill_role is not None else QBrush(Qt.BrushStyle.NoBrush))
    r = min(theme.sizef(radius), area.height() / 2)
    painter.drawRoundedRect(area, r, r)
    painter.restore()


def clip_rounded(painter: QPainter, rect: QRect | QRectF, radius: float) -> None:
    """Clip to a rounded rectangle (call between save and restore)."""
    path = QPainterPath()
    r = theme.sizef(radius)
    path.addRoundedRect(QRectF(rect), r, r)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)


def ring(painter: QPainter, rect: QRect | QRectF, radius: float = 10, width: float = 2) -> None:
    """The focus ring along the inside of a rectangle (give it 3 px more than the control)."""
    rounded(painter, rect, radius, None, "focus", theme.sizef(width))


def text(
    painter: QPainter,
    rect: QRect | QRectF,
    words: str,
    font: QFont,
    role: Role = "text",
    align: Qt.AlignmentFlag = LEFT,
    *,
    elide: bool = True,
    wrap: bool = False,
) -> None:
    """One line, elided to the rectangle, or wrapped words."""
    painter.save()
    painter.setFont(font)
    painter.setPen(colour(role))
    area = QRectF(rect)
    if wrap:
        painter.drawText(area, int(align.value) | Qt.TextFlag.TextWordWrap.value, words)
    else:
        if elide:
            words = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width() + 0.5)
        painter.drawText(area, int(align.value) | Qt.TextFlag.TextSingleLine.value, words)
    painter.restore()


def hatch(
    painter: QPainter,
    rect: QRect | QRectF,
    role: Role,
    *,
    step: float = 8,
    width: float = 1.2,
    falling: bool = False,
) -> None:
    """Diagonal lines over a rectangle; step and width in logical px."""
    painter.save()
    area = QRectF(rect)
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(role), theme.sizef(width)))
    x, up, down = area.left() - area.height(), area.top(), area.bottom()
    start, end = (up, down) if falling else (down, up)
    while x < area.right():
        painter.drawLine(QPointF(x, start), QPointF(x + area.height(), end))
        x += max(1.0, theme.sizef(step))
    painter.restore()


def logo(painter: QPainter, rect: QRectF) -> None:
    """The app's sign: three people under one roof."""
    rounded(painter, rect, 0.3 * rect.width() / theme.scale, "accent")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    w, ink = rect.width(), theme.color("on_accent")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, w * 0.095, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(QRectF(w * 0.2, w * 0.2, w * 0.6, w * 0.66), 12 * 16, 156 * 16)
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y, r in ((0.3, 0.7, 0.085), (0.5, 0.57, 0.1), (0.7, 0.7, 0.085)):
        painter.drawEllipse(QPointF(w * x, w * y), w * r, w * r)
    painter.restore()


def logo_icon(size: int) -> QIcon:
    """The app's sign as a window icon."""
    image = QPixmap(size, size)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    logo(painter, QRectF(0, 0, size, size))
    painter.end()
    return QIcon(image)


def shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """A soft shadow of six translucent rounded rectangles, 3 px down."""
    part = 12 / 255 if theme.on("light") else 30 / 255
    for i in range(6):
        area = rect.adjusted(-i, -i + theme.size(3), i, i + theme.size(3))
        rounded(painter, area, radius + i, alpha("shadow", part))


def avatar(painter: QPainter, rect: QRectF, initials: str, *, staff: bool = False) -> None:
    """Initials: people in a circle, staff in a rounded square. No hue per person."""
    size = rect.height() / theme.scale
    if staff:
        edge = "accent" if theme.on("contrast") else None
        rounded(painter, rect, size * 0.32, "accent_soft", edge)
        ink = "accent_ink"
    else:
        rounded(painter, rect, size / 2, "rail", "line2")
        ink = "text2"
    text(painter, rect, initials, fonts.font(size * 0.38, 600, initials), ink, CENTRE, elide=False)


def category_tile(painter: QPainter, rect: QRectF, category: str) -> None:
    """A category's icon on its tint, in a rounded square."""
    size = rect.height() / theme.scale
    edge = f"{category}:strong" if theme.on("contrast") else None
    rounded(painter, rect, size * 0.28, f"{category}:tint", edge)
    icons.draw_centred(painter, CATEGORY_ICONS[category], f"{category}:strong", rect, size * 0.56, stroke=2)


def key_cap(painter: QPainter, rect: QRectF, label: str) -> None:
    """A key as on a keyboard ("P", "Ctrl+Z")."""
    rounded(painter, rect, 6, "surface", "line2")
    text(painter, rect, label, fonts.font(12.5, 600, label), "text", CENTRE, elide=False)


def key_cap_width(label: str) -> float:
    """The width a key cap wants."""
    return max(float(theme.size(22)), fonts.width(label, 12.5, 600) + theme.size(12))
