"""The page on which arriving and leaving is recorded: by keys, by clicks, for a reader, and its ways out."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.presence import Away, Times
from groupwork.operations import attendance, history, presence, settings
from groupwork.ui.models.presence import Column
from groupwork.ui.place import Place
from groupwork.ui.views.presence import PresenceView
from tests.builders import a_person
from tests.ui.day_centre import MONDAY

Key = Qt.Key


@pytest.fixture
def view(show, centre, gate):
    """The page as the window has it: told of every change and refusal."""
    found = show(PresenceView, Place("presence", MONDAY))
    gate.changed.connect(found.follow)
    gate.refused.connect(found.refused)
    found.table.setFocus()
    return found


def press(view, *keys):
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(view.table, key)
        else:
            QTest.keyClick(view.table, key)


def day(centre):
    return {row.participant: row for row in presence.day(centre.desk, MONDAY).rows}


def recorded(centre, view, n):
    return day(centre)[view.model.row(n).participant].recorded


def click(view, row, column):
    area = view.table.visualRect(view.model.index(row, column))
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=area.center())


def test_everybody_of_the_day_is_there_with_their_sessions(view):
    assert view.model.rowCount() == 6
    assert view.model.shown(0, Column.EXPECTED).words.startswith("09:45 Wood workshop")
    assert view.totals.text() == "here now 0, left 0, not yet 6, away 0"


def test_six_people_arrive_with_six_keys(view, centre):
    press(view, "AAAAAA")
    assert [recorded(centre, view, n) for n in range(6)] == [Times(time(9, 52))] * 6
    assert view.totals.text().startswith("here now 6")


def test_enter_does_the_same_and_l_lets_people_leave(view, centre):
    press(view, Key.Key_Return, Key.Key_Up, "L")
    assert recorded(centre, view, 0) == Times(time(9, 52), time(9, 52))


def test_a_time_is_four_digits_and_the_cursor_goes_on(view, centre):
    press(view, "0915", "08", Key.Key_Backspace, Key.Key_Backspace, "905", Key.Key_Return)
    assert recorded(centre, view, 0) == Times(time(9, 15))
    assert recorded(centre, view, 1) == Times(time(9, 5))
    assert view.table.standing() == (2, Column.ARRIVED)


def test_half_typed_times_are_kept_on_leaving_and_nonsense_is_said(view, centre):
    press(view, "9", Key.Key_Right)
    assert recorded(centre, view, 0) == Times(time(9, 0))
    press(view, Key.Key_Left, "2599")
    assert recorded(centre, view, 0) == Times(time(9, 0))
    assert "2599" in view.strip.sentence()


def test_a_refusal_stands_under_the_grid(view, centre):
    press(view, "1800")
    assert "still ahead" in view.strip.sentence()
    assert recorded(centre, view, 0) is None


def test_escape_drops_and_delete_clears(view, centre):
    press(view, "09", Key.Key_Escape, "0900", Key.Key_Up, Key.Key_Right, "0930", Key.Key_Up)
    assert recorded(centre, view, 0) == Times(time(9, 0), time(9, 30))
    press(view, Key.Key_Delete)
    assert recorded(centre, view, 0) == Times(time(9, 0))
    press(view, Key.Key_Left, Key.Key_Delete)
    assert recorded(centre, view, 0) is None


def test_a_letter_in_the_away_column_is_the_reason(view, centre):
    press(view, Key.Key_Right, Key.Key_Right, "UX")
    assert recorded(centre, view, 0) == Away(Status.UNWELL)
    assert recorded(centre, view, 1) == Away(Status.CANCELLED)
    assert view.model.spoken(0, Column.AWAY) == "Away: unwell"


def test_the_centre_s_own_key_and_word_act_there(view, centre, gate):
    gate.write(settings.set_setting, "statuses", {"en": {"U": {"label": "poorly", "key": "Q"}}})
    press(view, Key.Key_Right, Key.Key_Right, "Q")
    assert recorded(centre, view, 0) == Away(Status.UNWELL)
    assert view.model.shown(0, Column.AWAY).words == "poorly"


def test_suggestions_are_lighter_until_they_are_confirmed(view, centre, gate):
    people = [view.model.row(n).participant for n in (0, 1)]
    marks = {person: Mark(Status.PRESENT, late_min=5) for person in people}
    gate.write(attendance.record_marks, centre.sessions["wood"], marks)
    assert view.model.shown(0, Column.ARRIVED).suggested
    assert view.model.spoken(0, Column.ARRIVED) == "Arrived: 09:50, suggested by the register"
    press(view, Key.Key_Return)
    assert recorded(centre, view, 0) == Times(time(9, 50))
    press(view, "+")
    assert recorded(centre, view, 1) == Times(time(9, 50))
    gate.undo()
    assert view.model.shown(1, Column.ARRIVED).suggested
    assert view.confirm_button.isVisible()


def test_one_click_records_now_where_it_is_offered(view, centre):
    click(view, 2, Column.ARRIVED)
    assert recorded(centre, view, 2) == Times(time(9, 52))
    click(view, 2, Column.LEFT)
    assert recorded(centre, view, 2) == Times(time(9, 52), time(9, 52))


def test_the_menu_says_everything_that_can_be_said(view, centre):
    entries = [choice for choice in view.work.choices(0, Column.AWAY) if choice is not None]
    assert [entry.words for entry in entries][:2] == ["unwell", "cancelled by the person"]
    entries[0].does()
    assert recorded(centre, view, 0) == Away(Status.UNWELL)
    arrived = [choice.words for choice in view.work.choices(1, Column.ARRIVED) if choice is not None]
    assert arrived == ["Arrived now", "Was here, time not known", "not recorded"]


def test_everyone_still_here_leaves_in_one_step(view, centre, gate, qtbot):
    press(view, "AAA")
    view.foot.time.set_value(time(16, 0))
    qtbot.mouseClick(view.foot.leave_button, Qt.MouseButton.LeftButton)
    assert recorded(centre, view, 2) == Times(time(9, 52), time(16, 0))
    gate.undo()
    assert recorded(centre, view, 2) == Times(time(9, 52))


def test_somebody_not_expected_is_added_by_name(view, centre, gate, qtbot):
    person = a_person(centre.desk, "Ida Quast")
    view.refresh()
    qtbot.keyClicks(view.foot.finder, "qua")
    qtbot.keyClick(view.foot.finder, Key.Key_Return)
    assert day(centre)[person].recorded == Times(time(9, 52))
    assert view.model.row(view.table.standing()[0]).participant == person


def test_the_fire_list_is_one_key_away(view, places):
    QTest.keyClick(view.table, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert places == [Place("preview", MONDAY, part="fire_list")]


def test_another_day_has_no_now(view, centre):
    QTest.keyClick(view.table, Key.Key_PageUp)
    assert view.model.page.date == MONDAY - timedelta(days=1)
    view.show_place(Place("presence", MONDAY - timedelta(days=3)))
    press(view, "A")
    assert "0915" in view.strip.sentence()
    press(view, "0930")
    assert history.history(centre.desk)[0].sentence.endswith("arrived 09:30")
    assert view.totals.text().startswith("came 1")


def test_a_reader_looks_and_a_stand_in_records(show, centre):
    centre.file.role = "viewer"
    view = show(PresenceView, Place("presence", MONDAY))
    press(view, "A", "0915", Key.Key_Return)
    assert recorded(centre, view, 0) is None
    assert not view.foot.finder.isVisible()
    centre.file.role = "volunteer"
    view.refresh()
    press(view, "A")
    assert recorded(centre, view, 0) == Times(time(9, 52))


def test_an_empty_day_says_so(show):
    view = show(PresenceView, Place("presence", MONDAY + timedelta(days=1)))
    assert not view.table.isVisible()
    assert "Nobody is expected" in view._empty.title.text()


def test_german_words_and_keys(view, centre, gate):
    from groupwork import i18n

    i18n.use("de")
    view.retranslate()
    press(view, "AG", Key.Key_Up, Key.Key_Up)
    press(view, "G")
    assert recorded(centre, view, 0).left == time(9, 52)
