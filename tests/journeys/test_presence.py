"""A morning at the door and a fire alarm, through the whole window, with the keys counted."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.domain.presence import Times
from groupwork.operations import demo, presence
from groupwork.operations.desk import Clock
from groupwork.store import tables
from groupwork.ui.place import Place
from tests.builders import a_person, put
from tests.vaults import QUICK

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PEOPLE = 18


@pytest.fixture
def shell(tmp_path, main_window):
    """The demo centre at 09:00."""
    path = tmp_path / "demo.groupwork"
    day = datetime.fromisoformat("2026-10-28").date()
    file = demo.make_demo(path, demo.PUBLIC_PASSPHRASE, language="en", today=day, kdf=QUICK)
    file.clock = Clock(datetime.combine(day, time(9)), tick=lambda: 0.0, opened=0.0)
    return main_window.show_file(file, Place("today", day))


def test_eighteen_people_arrive_with_eighteen_keys(shell, main_window):
    desk = shell.gate.desk()
    for n in range(PEOPLE):
        person = a_person(desk, f"Guest{n:02d} Aabcde")
        weekday = desk.today.weekday()
        put(desk, tables.AgreedDay(participant=person, weekday=weekday, from_date=desk.today))
    before = presence.here_now(desk).counts.here
    QTest.keyClick(main_window, Key.Key_H, CTRL)
    QApplication.processEvents()
    assert shell.view.focusWidget() is shell.view.table
    QTest.keyClicks(shell.view.table, "A" * PEOPLE)
    assert presence.here_now(shell.gate.desk()).counts.here == before + PEOPLE
    assert shell.view.table.standing()[0] == PEOPLE
    QTest.keyClick(shell.view.table, Key.Key_P, CTRL)
    assert f"Here now: {before + PEOPLE}" in shell.view._sheet.text[0]


def test_the_button_on_today_counts_and_leads_there(shell, qtbot):
    counts = presence.here_now(shell.gate.desk()).counts
    button = shell.view.here_button
    assert button.text() == f"Here now: {counts.here} of {counts.everybody}"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shell.view.title() == "Who is here"


def test_the_fire_list_is_one_key_away_from_anywhere(shell, main_window):
    QTest.keyClick(main_window, Key.Key_F, CTRL | SHIFT)
    QApplication.processEvents()
    assert shell.view._title.text() == "Fire list"
    assert "Here now: 4" in "\n".join(shell.view._sheet.text)
    assert "lime tree" in shell.view._sheet.text[0]


def test_the_demo_s_day_is_believable(shell):
    desk = shell.gate.desk()
    today = presence.here_now(desk)
    assert (today.counts.here, today.counts.left) == (4, 0)
    assert any(row.agreed and not row.slots for row in today.rows)  # the café corner
    yesterday = presence.day(desk, desk.today - timedelta(days=1))
    assert yesterday.counts.not_yet == 0
    assert 0 < yesterday.counts.prefilled <= 6
    recorded = [row.recorded for row in yesterday.rows if isinstance(row.recorded, Times)]
    assert all(times.arrived < (times.left or time(23)) for times in recorded)
