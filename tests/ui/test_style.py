"""The proxy style: what it draws in every theme, and that it stays alive."""

import gc

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QStyle,
    QStyleOption,
    QWidget,
)

from groupwork.ui import paint
from groupwork.ui.style import Style
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button


def colours_of(widget):
    """Every colour the widget shows."""
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def has(widget, role):
    return theme.color(role).rgb() in colours_of(widget)


@pytest.fixture(params=["light", "dark", "contrast"])
def mode(request, qapp):
    theme.set_mode(request.param)
    return request.param


def test_the_style_outlives_a_collection(qapp):
    gc.collect()
    assert isinstance(QApplication.style(), Style)


@pytest.mark.parametrize(
    ("kind", "role"),
    [("primary", "accent"), ("secondary", "line2"), ("soft", "accent_soft"), ("ghost", "accent")],
)
def test_each_kind_of_button_shows_its_role(qtbot, mode, kind, role):
    button = Button("Print", kind, "printer")
    qtbot.addWidget(button)
    assert has(button, role)


def test_a_disabled_button_looks_quiet(qtbot, mode):
    button = Button("Print", "primary")
    button.setEnabled(False)
    qtbot.addWidget(button)
    assert not has(button, "accent") or mode == "contrast"


@pytest.mark.parametrize("kind", ["primary", "secondary", "soft"])
def test_a_disabled_button_has_a_broken_edge_where_there_are_no_greys(qtbot, mode, kind):
    button = Button("Print", kind)
    button.setEnabled(False)
    qtbot.addWidget(button)
    image, middle = button.grab().toImage(), button.width() // 2
    top = {image.pixelColor(x, theme.size(3)).name() for x in range(middle - 20, middle + 20)}
    assert len(top) == 1 if mode != "contrast" else len(top) > 1


def test_a_focused_button_has_a_ring_in_its_margin(qtbot):
    button = Button("Print")
    qtbot.addWidget(button)
    before = button.grab().toImage().pixelColor(button.width() // 2, 1)
    button.show()
    button.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    after = button.grab().toImage().pixelColor(button.width() // 2, 1)
    assert after != before
    assert after == theme.color("focus")


@pytest.mark.parametrize("make", [QLineEdit, QComboBox, QSpinBox])
def test_fields_are_forty_high_with_a_visible_edge(qtbot, mode, make):
    field = make()
    qtbot.addWidget(field)
    field.resize(field.sizeHint())
    assert field.sizeHint().height() == 40
    assert has(field, "control")


@pytest.mark.parametrize("make", [QCheckBox, QRadioButton])
def test_boxes_show_accent_when_checked(qtbot, mode, make):
    box = make("Checked")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    empty = has(box, "accent")
    box.setChecked(True)
    assert has(box, "accent")
    assert not empty
    assert box.sizeHint().height() >= 24


def test_scroll_bars_are_twelve_wide_without_arrows(qtbot, mode):
    area, content = QScrollArea(), QWidget()
    content.setMinimumSize(QSize(100, 2000))
    area.setWidget(content)
    qtbot.addWidget(area)
    area.resize(140, 200)
    area.show()
    assert area.verticalScrollBar().width() == 12
    assert has(area.verticalScrollBar(), "line2")


def test_menus_use_our_ground_and_ink(qtbot, mode):
    menu = QMenu()
    menu.addAction("Undo\tCtrl+Z")
    menu.addSeparator()
    menu.addAction("Redo").setEnabled(False)
    qtbot.addWidget(menu)
    menu.resize(menu.sizeHint())
    assert has(menu, "raised")
    assert menu.sizeHint().height() >= 2 * 34


def test_qts_own_buttons_are_ours_too(qtbot, mode):
    button = QPushButton("&OK && more")
    button.setDefault(True)
    qtbot.addWidget(button)
    button.resize(160, 44)
    assert has(button, "accent")


def test_sizes_follow_the_text(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    theme.set_percent(200)
    assert field.sizeHint().height() == 80


def test_a_field_with_focus_has_the_focus_edge(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 40)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.grab().toImage().pixelColor(QPoint(100, 0)) == QColor(theme.color("focus"))


def test_between_two_scroll_bars_nothing_is_drawn(qtbot, mode):
    """Fusion's grey corner would stand in the round one of the card."""
    image = QImage(20, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    option = QStyleOption()
    option.rect = image.rect()
    painter = QPainter(image)
    QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelScrollAreaCorner, option, painter)
    painter.end()
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize("words", ["Tagesmappe drucken", "Tag schließen …", "Diesen Tag anzeigen", "Heute"])
def test_the_words_of_a_menu_have_their_room(qtbot, monkeypatch, words):
    """The widest entry is not cut off for a part of a pixel."""
    drawn = []
    monkeypatch.setattr(paint, "text", lambda _painter, area, words, font, *_more: drawn.append((area, font)))
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction(words)
    menu.grab()
    area, font = drawn[0]
    assert area.width() >= QFontMetricsF(font).horizontalAdvance(words) + 0.5
