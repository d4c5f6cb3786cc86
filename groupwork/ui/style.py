"""Fusion with our own buttons, fields, boxes, scroll bars, menus and focus. No style sheets anywhere.

What `PE_*` and `CE_*` get as options: their real types, but a bare QStyleOption at
PE_PanelButtonCommand and PE_PanelButtonTool; so buttons are drawn whole at CE_PushButton.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QWidget,
)

from groupwork.ui import paint, style_button, style_parts
from groupwork.ui.theme import theme

PE, CE, CC, SC, PM, CT, SH = (
    QStyle.PrimitiveElement,
    QStyle.ControlElement,
    QStyle.ComplexControl,
    QStyle.SubControl,
    QStyle.PixelMetric,
    QStyle.ContentsType,
    QStyle.StyleHint,
)

_METRICS: dict[QStyle.PixelMetric, float] = {
    PM.PM_ScrollBarExtent: 12,
    PM.PM_ScrollBarSliderMin: 32,
    PM.PM_IndicatorWidth: 20,
    PM.PM_IndicatorHeight: 20,
    PM.PM_ExclusiveIndicatorWidth: 20,
    PM.PM_ExclusiveIndicatorHeight: 20,
    PM.PM_CheckBoxLabelSpacing: 10,
    PM.PM_RadioButtonLabelSpacing: 10,
    PM.PM_ButtonShiftHorizontal: 0,
    PM.PM_ButtonShiftVertical: 0,
    PM.PM_SmallIconSize: 18,
    PM.PM_MenuPanelWidth: 6,
    PM.PM_MenuHMargin: 0,
    PM.PM_MenuVMargin: 0,
    PM.PM_MenuScrollerHeight: 28,
    PM.PM_ToolTipLabelFrameWidth: 8,
    PM.PM_LayoutHorizontalSpacing: 8,
    PM.PM_LayoutVerticalSpacing: 8,
}

TOUCH_BAR = 24
"""Width of a scroll bar for fingers."""
_HINTS: dict[QStyle.StyleHint, int] = {
    SH.SH_EtchDisabledText: 0,
    SH.SH_ToolTipLabel_Opacity: 255,
    SH.SH_ComboBox_Popup: 0,
    SH.SH_ScrollBar_LeftClickAbsolutePosition: 1,
    SH.SH_ItemView_ActivateItemOnSingleClick: 0,
    SH.SH_UnderlineShortcut: 0,
    SH.SH_Menu_SubMenuPopupDelay: 180,
    SH.SH_Menu_Scrollable: 1,  # higher than the screen: a second column would stick out at the right
}


_FORTY_HIGH: dict[QStyle.ContentsType, int] = {CT.CT_LineEdit: 0, CT.CT_ComboBox: 46, CT.CT_SpinBox: 46}
"""Fields are 40 px high; how much wider than their words, for chevrons and padding."""


class Style(QProxyStyle):
    """The proxy style. Keep a Python reference (`install` does): without one it vanishes silently."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._primitives: dict[QStyle.PrimitiveElement, Callable[..., None]] = {
            PE.PE_FrameFocusRect: style_parts.nothing,
            PE.PE_PanelLineEdit: style_parts.field,
            PE.PE_FrameLineEdit: style_parts.nothing,
            PE.PE_IndicatorCheckBox: style_parts.box,
            PE.PE_IndicatorItemViewItemCheck: style_parts.box,
            PE.PE_IndicatorRadioButton: style_parts.radio,
            PE.PE_PanelMenu: style_parts.popup,
            PE.PE_FrameMenu: style_parts.popup_edge,
            PE.PE_PanelTipLabel: style_parts.tip,
            PE.PE_PanelItemViewRow: style_parts.nothing,
            PE.PE_PanelItemViewItem: style_parts.list_row,
            PE.PE_PanelScrollAreaCorner: style_parts.nothing,
            PE.PE_Frame: style_parts.scroll_frame,
        }

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric == PM.PM_ScrollBarExtent and theme.touch:
            return theme.size(TOUCH_BAR)
        if metric in _METRICS:
            return theme.size(_METRICS[metric])
        if metric == PM.PM_FocusFrameHMargin and isinstance(widget, QListView):
            return theme.size(9)
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        answer: QStyleHintReturn | None = None,
    ) -> int:
        if hint in _HINTS:
            return _HINTS[hint]
        return super().styleHint(hint, option, widget, answer)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        ours = self._primitives.get(element)
        if ours is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            ours(painter, option, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == CE.CE_PushButton and isinstance(option, QStyleOptionButton):
            style_button.draw(painter, option, widget)
        elif element == CE.CE_MenuItem and style_parts.menu_item(painter, option):
            return
        elif element == CE.CE_MenuScroller:
            style_parts.menu_scroller(painter, option)
        elif element == CE.CE_ItemViewItem:
            style_parts.readable_when_chosen(option)
            super().drawControl(element, option, painter, widget)
        elif element in (CE.CE_CheckBox, CE.CE_RadioButton):
            super().drawControl(element, option, painter, widget)
            if option.state & QStyle.StateFlag.State_HasFocus:
                paint.ring(painter, QRectF(option.rect).adjusted(-1, 0, 1, 0), 6)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == CC.CC_ScrollBar:
            slider = self.subControlRect(control, option, SC.SC_ScrollBarSlider, widget)
            style_parts.scroll_bar(painter, option, slider)
        elif control == CC.CC_ComboBox:
            style_parts.combo(painter, option)
        elif control == CC.CC_SpinBox:
            self._spin(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _spin(self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
        up = self.subControlRect(CC.CC_SpinBox, option, SC.SC_SpinBoxUp, widget)
        down = self.subControlRect(CC.CC_SpinBox, option, SC.SC_SpinBoxDown, widget)
        style_parts.spin(painter, option, up, down)

    def subControlRect(
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if cc == CC.CC_ComboBox and sc == SC.SC_ComboBoxEditField:
            return opt.rect.adjusted(theme.size(12), 0, -theme.size(30), 0)
        if cc == CC.CC_SpinBox:
            found = style_parts.spin_part(opt.rect, sc)
            if found is not None:
                return found
        return super().subControlRect(cc, opt, sc, cast(QWidget, widget))

    def sizeFromContents(
        self,
        ct: QStyle.ContentsType,
        opt: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        if ct in _FORTY_HIGH:
            return QSize(size.width() + theme.size(_FORTY_HIGH[ct]), theme.finger(40))
        native = super().sizeFromContents(ct, opt, size, cast(QWidget, widget))
        if ct == CT.CT_MenuItem:
            return style_parts.menu_item_size(opt, native)
        if ct == CT.CT_ItemViewItem and isinstance(widget, QListView):
            return QSize(native.width(), max(native.height(), theme.size(32)))
        if ct in (CT.CT_CheckBox, CT.CT_RadioButton):
            return QSize(native.width() + theme.size(6), max(native.height(), theme.size(30)))
        return native


def install(app: QApplication) -> Style:
    """Put the style on the application; the application keeps the Python object alive."""
    style = Style()
    app.setStyle(style)
    _kept[:] = [style]
    return style


_kept: list[Style] = []
