"""Tabs chosen by a key take the keyboard along, and leave it where it is when it is elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from groupwork.ui.widgets.layouts import box, column
from groupwork.ui.widgets.tabs import Tabs


def test_the_focus_follows_only_from_a_tab(qtbot):
    tabs, field = Tabs(["One", "Two"]), QLineEdit()
    page = box(column(tabs, field))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    tabs.tab(0).setFocus(Qt.FocusReason.TabFocusReason)
    tabs.select(1)
    assert tabs.tab(1).hasFocus()
    field.setFocus()
    tabs.select(0)
    assert field.hasFocus()
