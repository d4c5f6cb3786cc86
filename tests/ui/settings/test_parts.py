"""The parts of the settings: found, walked by keys, shown in every size and language."""

from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from groupwork.operations import settings as operations
from groupwork.ui.accessibility import nameless
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.search.offers import offers
from groupwork.ui.settings.hours import HoursField
from groupwork.ui.settings.parts import CODES
from groupwork.ui.theme import theme
from tests.ui.test_clipping import clipped, outside, settle
from tests.ui.test_translations import TYPED, everything, marked, old_words  # noqa: F401 - a fixture

LEFT = Qt.MouseButton.LeftButton


def go(shell, part):
    shell.go(Place("settings", part=part))
    settle()
    return shell.view.part(part)


@pytest.mark.parametrize("code", CODES)
def test_each_part_is_a_place_and_a_click_away(qtbot, shell, code):
    shell.go(Place("settings"))
    qtbot.mouseClick(shell.view._list.items[code], LEFT)
    assert shell.view.code == code
    assert shell.view._stack.currentWidget() is shell.view._scrolls[code]
    shell.go(Place("today", shell.gate.today))
    shell.go(Place("settings", part=code))
    assert shell.view.code == code
    assert shell.view._list.items[code].isChecked()


def test_arrows_walk_the_list_and_tab_goes_into_the_part(qtbot, window, shell):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shell.go(Place("settings"))
    for code in CODES[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert shell.view.code == code
        assert QApplication.focusWidget() is shell.view._list.items[code]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert shell.view.part("about").isAncestorOf(QApplication.focusWidget())


def test_whoever_is_led_to_a_part_begins_in_it(qtbot, window, shell):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    part = go(shell, "rooms")
    assert part.isAncestorOf(QApplication.focusWidget())


def test_the_part_stays_when_the_language_changes(qtbot, shell):
    go(shell, "rooms")
    qtbot.mouseClick(shell.view._list.items["computer"], LEFT)
    preferences.set_language("de")
    assert shell.view.code == "computer"


def test_narrow_the_list_is_a_drop_down(qtbot, window, shell):
    go(shell, "staff")
    assert shell.view._side.isVisible()
    theme.set_percent(200)
    settle()
    assert not shell.view._side.isVisible()
    choice = shell.view._choice
    assert choice.isVisible()
    assert choice.value() == "staff"
    choice.setCurrentIndex(CODES.index("rooms"))
    choice.activated.emit(CODES.index("rooms"))
    assert shell.view.code == "rooms"


@pytest.mark.parametrize("code", CODES)
def test_everything_has_a_name_and_is_large_enough(window, shell, code):
    go(shell, code)
    assert nameless(window) == []
    stops = (w for w in shell.view.part(code).findChildren(object) if hasattr(w, "focusPolicy"))
    shown = [w for w in stops if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert not [w for w in shown if min(w.width(), w.height()) < 20 and not isinstance(w, QScrollArea)]


@pytest.mark.parametrize("code", CODES)
def test_no_old_word_stays(window, shell, marked, code):  # noqa: F811 - the fixture
    part = go(shell, code)
    before = everything(window)
    preferences.set_language("de")
    if code == "reasons":  # the table shows the signs of the language chosen in it
        part.signs.language.select(1)
        part.signs.refresh()
    names = (*TYPED, "MIT", "OFL", "ISC", ".", "Lead occupational", "Joiner", "Art and", "pytest")
    assert not old_words(before, everything(window), names)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("code", CODES)
def test_nothing_is_cut_off_in_german(window, shell, code, percent):
    preferences.set_language("de")
    theme.set_percent(percent)
    go(shell, code)
    bar = shell.view._scrolls[code].verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 400):
        bar.setValue(value)
        settle()
        assert clipped(window) == []
        assert outside(window) == []


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
@pytest.mark.parametrize("code", CODES)
def test_whoever_may_not_change_sees_and_cannot(shell, centre, code, role):
    centre.file.role = role
    before = operations.centre(centre.desk)
    part = go(shell, code)
    for name in ("add", "new"):
        assert not getattr(part, name, None) or not getattr(part, name).isVisible()
    if code == "terms":
        assert not part.terms.new.isVisible()
        assert not part.closures.holidays.isVisible()
    if code == "reasons":
        assert not any(shown.new.isVisible() for shown in part.lists.values())
    assert operations.centre(centre.desk) == before


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("rooms", "rooms"),
        ("terms", "terms"),
        ("closures", "terms"),
        ("public holidays", "terms"),
        ("staff", "staff"),
        ("logo", "centre"),
        ("reasons", "reasons"),
        ("licences", "about"),
        ("text size", "computer"),
    ],
)
def test_each_part_of_the_settings_is_found(shell, typed, part):
    found = [offer for group in offers(shell.gate, typed) for offer in group.offers]
    places = {offer.place.part for offer in found if offer.place is not None}
    assert part in places
    shell.go(next(offer.place for offer in found if offer.place is not None and offer.place.part == part))
    assert shell.view.code == part


@pytest.mark.parametrize("code", CODES)
def test_few_selects_for_each_part(shell, code):
    go(shell, code)
    shell.go(Place("today", shell.gate.today))
    seen = []
    connection = shell.gate.file.store.db.connection()
    settings_changed(shell)
    connection.set_trace_callback(seen.append)
    try:
        go(shell, code)
    finally:
        connection.set_trace_callback(None)
    assert sum(sql.lstrip().upper().startswith(("SELECT", "WITH")) for sql in seen) <= 8


def settings_changed(shell):
    """Something was written, so that nothing is known from before."""
    paper = operations.centre(shell.gate.desk()).paper
    shell.gate.do(operations.set_setting, "paper", "A4" if paper == "Letter" else "Letter")


@pytest.mark.parametrize("by_mouse", [True, False])
def test_the_ring_goes_with_the_choice(qtbot, window, shell, by_mouse):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    go(shell, "computer")
    items = shell.view._list.items
    items["computer"].setFocus()
    if by_mouse:
        qtbot.mouseClick(items["rooms"], LEFT)
    else:
        shell.view._choose("rooms")
    assert items["rooms"].hasFocus()
    assert items["rooms"].isChecked()
    assert not items["computer"].hasFocus()


def test_a_choice_made_in_large_text_gets_small_again(window, shell):
    window.resize(1366, 768)
    theme.set_percent(200)
    choice = go(shell, "computer")._lock_after
    large = choice.height()
    theme.set_percent(100)
    settle()
    assert choice.size() == choice.sizeHint()
    assert choice.height() == large / 2


def test_the_hours_of_two_days_never_touch(window, shell):
    window.resize(1366, 768)
    part = go(shell, "centre")
    hours = part.findChild(HoursField)
    hours.show_hours(dict.fromkeys(range(3), (time(9), time(16))))
    settle()
    fields = [day.first for day in hours.days[:3]]
    tops = [field.mapTo(part, QPoint(0, 0)).y() for field in fields]
    for field, top, below in zip(fields, tops, tops[1:], strict=False):
        assert below - (top + field.height()) >= theme.size(6)


@pytest.mark.parametrize(
    ("role", "promise"), [("lead", "Every change"), ("volunteer", "What you did yourself")]
)
def test_the_history_promises_what_the_role_may_see(shell, centre, role, promise):
    centre.file.role = role
    part = go(shell, "history")
    assert any(promise in text for _widget, text in everything(part))
