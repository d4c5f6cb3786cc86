"""How push buttons look: primary, secondary, soft, ghost, disabled; Qt's own buttons are secondary."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QWidget

from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme

RADIUS = 8
ICON, AFTER = 18, 16


@dataclass(frozen=True)
class _Look:
    """What a kind paints: fill, edge, ink (roles; None for none)."""

    fill: str | None
    edge: str | None
    ink: str


def _look(kind: str, *, hot: bool, enabled: bool) -> _Look:
    if not enabled:
        return _Look(None if kind == "ghost" else "sunken", None if kind == "ghost" else "line", "text3")
    if kind == "primary":
        return _Look("accent_hover" if hot else "accent", None, "on_accent")
    if kind == "ghost":
        return _Look("hover" if hot else None, None, "accent")
    if kind == "soft":
        edge = "accent" if theme.on("contrast") or hot else None
        return _Look("accent_soft", edge, "accent_ink")
    return _Look("hover" if hot else "surface", "line2", "text")


def draw(painter: QPainter, option: QStyleOptionButton, widget: QWidget | None) -> None:
    """Paint a whole push button; 3 px around it belong to the focus ring."""
    state = option.state
    kind = getattr(widget, "kind", None) or _native_kind(option)
    hot = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken))
    look = _look(kind, hot=hot, enabled=bool(state & QStyle.StateFlag.State_Enabled))
    area, inset = QRectF(option.rect), theme.size(3)
    if state & QStyle.StateFlag.State_HasFocus:
        paint.ring(painter, area, RADIUS + 2)
    plate = area.adjusted(inset, inset, -inset, -inset)
    if look.fill or look.edge:
        dashed = (
            theme.on("contrast") and not state & QStyle.StateFlag.State_Enabled
        )  # no greys to be quiet in
        paint.rounded(painter, plate, RADIUS, look.fill, look.edge, dashed=dashed)
    if state & QStyle.StateFlag.State_On and kind == "secondary":
        paint.rounded(painter, plate, RADIUS, "accent_soft", "accent")
    _content(painter, option, widget, plate, look.ink)


def _native_kind(option: QStyleOptionButton) -> str:
    default = option.features & QStyleOptionButton.ButtonFeature.DefaultButton
    return "primary" if default else "secondary"


def _content(
    painter: QPainter, option: QStyleOptionButton, widget: QWidget | None, plate: QRectF, ink: str
) -> None:
    words = option.text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    font = widget.font() if getattr(widget, "kind", None) and widget else fonts.font(14, 600)
    icon, after = getattr(widget, "icon_name", ""), getattr(widget, "icon_after", "")
    advance = QFontMetricsF(font).horizontalAdvance(words) if words else 0.0
    gap = theme.size(7) if words else 0
    total = advance + (theme.size(ICON) + gap if icon else 0) + (theme.size(6 + AFTER) if after else 0)
    x, middle = plate.center().x() - total / 2, plate.center().y()
    if icon:
        icons.draw(painter, icon, ink, QPointF(x, middle - theme.size(ICON) / 2), ICON)
        x += theme.size(ICON) + gap
    paint.text(painter, QRectF(x, plate.top(), advance + 4, plate.height()), words, font, ink, elide=False)
    if after:
        x += advance + theme.size(6)
        icons.draw(painter, after, ink, QPointF(x, middle - theme.size(AFTER) / 2), AFTER)
