"""Small screens: no sideways bar where people are looked up, and the line of a session is read whole."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from groupwork import i18n
from groupwork.operations import demo
from groupwork.ui.place import Place
from groupwork.ui.register.head import RegisterHead
from groupwork.ui.theme import theme
from tests.ui.register_values import workshop

DAY = date(2026, 11, 18)


def settle():
    for _n in range(5):
        QApplication.processEvents()


def too_wide(view):
    """By how many px the parts that are seen need a sideways bar."""
    areas = [area for area in view.findChildren(QScrollArea) if area.isVisible()]
    return [area.horizontalScrollBar().maximum() for area in areas if area.horizontalScrollBar().maximum()]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("page", "percent"), [("participants", 200), ("presence", 200), ("missing", 200), ("settings", 100)]
)
def test_no_sideways_bar(window, shell, language, page, percent):
    i18n.use(language)
    theme.set_percent(percent)
    window.resize(1024, 768)
    shell.go(Place(page, part="sign_ins" if page == "settings" else ""))
    shell.view.retranslate()
    settle()
    assert too_wide(shell.view) == []


@pytest.mark.parametrize("page", ["today", "presence"])
def test_no_sideways_bar_with_people_on_the_day(window, tmp_path, page):
    made = demo.make_demo(tmp_path / "demo.groupwork", demo.PUBLIC_PASSPHRASE, language="de", today=DAY)
    i18n.use("de")
    theme.set_percent(200)
    window.resize(1024, 768)
    shell = window.show_file(made)
    shell.go(Place(page))
    shell.view.retranslate()
    settle()
    assert too_wide(shell.view) == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [600, 780, 860, 900, 960, 1042, 1130, 1400])
def test_title_and_line_of_the_session_are_read_whole(qtbot, language, width):
    i18n.use(language)
    head = RegisterHead()
    qtbot.addWidget(head)
    head.resize(width, 120)
    head.show()
    head.show_register(workshop(), writable=True)
    head.retranslate()
    settle()
    assert head._title.sizeHint().width() <= head._title.width() + 3
    assert head._line.isVisible() != head._lines.isVisible()
    if head._line.isVisible():
        assert head._line.sizeHint().width() <= head._line.width() + 3
    else:
        lines = head._lines
        assert lines.heightForWidth(lines.width()) <= 2 * lines.fontMetrics().lineSpacing() + 2
