"""How fields, boxes, scroll bars, menus, lists and tooltips look."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QStyle,
    QStyleOption,
    QStyleOptionMenuItem,
    QStyleOptionViewItem,
    QWidget,
)

from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme

State = QStyle.StateFlag
SC = QStyle.SubControl


def nothing(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """Fusion's own is not wanted here."""


def frame(painter: QPainter, option: QStyleOption) -> None:
    """The edge of every field: 1 px control, 2 px focus; quiet when disabled."""
    focus = bool(option.state & State.State_HasFocus)
    enabled = bool(option.state & State.State_Enabled)
    edge = "focus" if focus else ("control" if enabled else "line2")
    fill = "surface" if enabled else "sunken"
    paint.rounded(painter, option.rect, 8, fill, edge, theme.sizef(2) if focus else 1)


def field(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """A line edit; the one inside a spin or combo box has no edge of its own."""
    parent = widget.parentWidget() if widget is not None else None
    if parent is not None and (parent.inherits("QAbstractSpinBox") or parent.inherits("QComboBox")):
        return
    if getattr(widget, "bare", False):
        return
    frame(painter, option)


def box(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """A check box."""
    area, on = QRectF(option.rect), bool(option.state & State.State_On)
    enabled = bool(option.state & State.State_Enabled)
    fill = ("accent" if enabled else "text3") if on else "surface"
    paint.rounded(painter, area, 5, fill, None if on else "control", max(1.0, theme.sizef(1.5)))
    if on:
        icons.draw_centred(painter, "check", "on_accent", area, 16, stroke=3)
    elif option.state & State.State_NoChange:
        icons.draw_centred(painter, "minus", "text", area, 16, stroke=3)


def radio(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """A radio button."""
    area, on = QRectF(option.rect), bool(option.state & State.State_On)
    fill = "accent" if on else "surface"
    paint.rounded(painter, area, 10, fill, None if on else "control", max(1.0, theme.sizef(1.5)))
    if on:
        dot = theme.sizef(4)
        middle = area.center()
        paint.rounded(painter, QRectF(middle.x() - dot, middle.y() - dot, 2 * dot, 2 * dot), 4, "on_accent")


def popup(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """The ground of a menu."""
    paint.fill(painter, option.rect, "raised")


def popup_edge(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """The edge of a menu."""
    paint.rounded(painter, option.rect, 0, None, "line2")


def tip(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """A tooltip."""
    paint.fill(painter, option.rect, "raised")
    paint.rounded(painter, option.rect, 0, None, "line2")


def list_row(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """A row of a plain list or popup: hover fill, selected in accent_soft with a bar."""
    chosen = bool(option.state & State.State_Selected)
    if chosen:
        paint.fill(painter, option.rect, "accent_soft")
        if theme.on("contrast"):
            paint.rounded(painter, option.rect, 4, None, "accent")
        if _first(option):
            bar = QRectF(option.rect.left(), option.rect.top(), theme.size(4), option.rect.height())
            paint.fill(painter, bar, "accent")
    elif option.state & State.State_MouseOver:
        paint.fill(painter, option.rect, "hover")


def scroll_frame(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """The edge around a list or a text area, as of a field."""
    focus = widget is not None and widget.hasFocus()
    paint.rounded(painter, option.rect, 4, None, "focus" if focus else "control", 2 if focus else 1)


def readable_when_chosen(option: QStyleOption) -> None:
    """A chosen row is accent_soft here, so its words need that fill's ink."""
    option.palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("accent_ink"))


def _first(option: QStyleOption) -> bool:
    return not isinstance(option, QStyleOptionViewItem) or option.index.column() == 0


def scroll_bar(painter: QPainter, option: QStyleOption, slider: QRect) -> None:
    """A thumb of 6 px in 12, no arrows, no groove."""
    inset = theme.size(3)
    thumb = QRectF(slider)
    if option.rect.width() > option.rect.height():
        thumb = thumb.adjusted(0, inset, 0, -inset)
    else:
        thumb = thumb.adjusted(inset, 0, -inset, 0)
    hot = option.state & (State.State_MouseOver | State.State_Sunken)
    paint.rounded(painter, thumb, 3, "control" if hot else "line2")


def combo(painter: QPainter, option: QStyleOption) -> None:
    """A combo box: field with a chevron."""
    frame(painter, option)
    area = QRectF(option.rect)
    x = area.right() - theme.size(26)
    icons.draw(painter, "chevron-down", "text2", QPointF(x, area.center().y() - theme.size(8)), 16)


def spin(painter: QPainter, option: QStyleOption, up: QRect, down: QRect) -> None:
    """A spin or time field: field with two small chevrons; a date field has its calendar there."""
    frame(painter, option)
    if getattr(option, "buttonSymbols", None) == QAbstractSpinBox.ButtonSymbols.NoButtons:
        return
    enabled = option.state & State.State_Enabled
    for name, area in (("chevron-up", up), ("chevron-down", down)):
        icons.draw_centred(painter, name, "text2" if enabled else "text3", QRectF(area), 14)


def spin_part(rect: QRect, part: QStyle.SubControl) -> QRect | None:
    """Where the parts of a spin box lie; None leaves it to Fusion."""
    side, half = theme.size(28), rect.height() // 2
    x = rect.right() - side - theme.size(4)
    if part == SC.SC_SpinBoxUp:
        return QRect(x, rect.top() + theme.size(4), side, half - theme.size(4))
    if part == SC.SC_SpinBoxDown:
        return QRect(x, rect.top() + half, side, half - theme.size(4))
    if part == SC.SC_SpinBoxEditField:
        return rect.adjusted(theme.size(10), 2, -side - theme.size(6), -2)
    return None


def menu_item(painter: QPainter, option: QStyleOption) -> bool:
    """A menu's row; False leaves separators with words and others to Fusion."""
    if not isinstance(option, QStyleOptionMenuItem):
        return False
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator:
        line = QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1)
        paint.fill(painter, line, "line")
        return True
    area = QRectF(option.rect).adjusted(theme.size(2), 1, -theme.size(2), -1)
    enabled = bool(option.state & State.State_Enabled)
    if option.state & State.State_Selected and enabled:
        paint.rounded(painter, area, 6, "accent_soft", "focus" if theme.on("contrast") else None)
    ink = "text" if enabled else "text3"
    words, _, keys = option.text.partition("\t")
    _menu_sign(painter, option, area, ink)
    inner = area.adjusted(theme.size(36), 0, -theme.size(12), 0)
    paint.text(painter, inner, words.replace("&", ""), fonts.font(14, 400, words), ink)
    paint.text(painter, inner, keys, fonts.font(12.5), "text3", paint.RIGHT)
    return True


def _menu_sign(painter: QPainter, option: Any, area: QRectF, ink: str) -> None:
    place = QRectF(area.left() + theme.size(8), area.top(), theme.size(20), area.height())
    if option.checked:
        icons.draw_centred(painter, "check", "accent", place, 16, stroke=3)
    elif not option.icon.isNull():
        side = theme.size(18)
        mode = Qt.AlignmentFlag.AlignCenter
        option.icon.paint(
            painter, QRect(int(place.left()), int(place.center().y() - side / 2), side, side), mode
        )


def menu_scroller(painter: QPainter, option: QStyleOption) -> None:
    """There is more above or below: a menu that is higher than the screen."""
    paint.fill(painter, option.rect, "raised")
    icon = "chevron-down" if option.state & State.State_DownArrow else "chevron-up"
    icons.draw_centred(painter, icon, "text2", QRectF(option.rect), 20)


def menu_item_size(option: QStyleOption, native: QSize) -> QSize:
    """Room for the sign, the words and the keys; 34 px high, more for fingers."""
    if not isinstance(option, QStyleOptionMenuItem):
        return native
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator:
        return QSize(native.width(), theme.size(9))
    words, _, keys = option.text.partition("\t")
    width = (
        fonts.width(words, 14)
        + theme.size(36 + 16)
        + (fonts.width(keys, 12.5) + theme.size(28) if keys else 0)
    )
    return QSize(ceil(width) + 1, theme.finger(34))  # rounded up: a part of a pixel less cuts a word off
