"""The page that makes two records one, by keys and by clicks."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.operations import history, people, settings
from groupwork.store import tables
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from tests.builders import MONDAY, a_person, a_session, put


@pytest.fixture
def two(shell, centre):
    """Ivo twice, with two different marks in one session and one session of the second alone."""
    desk = centre.desk
    keep = a_person(desk, "Ivo Petković", birth_date=date(1980, 5, 4), phone="0555 0100")
    drop = a_person(desk, "Ivo", phone="0555 0199")
    for n, statuses in enumerate((("A", "W"), (None, "W"))):
        day = MONDAY - timedelta(days=n + 3)
        session = a_session(
            desk, day=day, activity=centre.activities["Ceramics"], start=time(8), end=time(9),
            status="held", register_taken=True,
        )  # fmt: skip
        for person, status in zip((keep, drop), statuses, strict=True):
            put(desk, tables.Attendance(session=session, participant=person, status=status))
    return keep, drop


def page(shell, part=""):
    shell.go(Place("merge", part=part))
    QApplication.processEvents()
    return shell.view


def test_likely_pairs_are_offered_and_enter_opens_one(shell, two, qtbot):
    view = page(shell)
    assert [row.pair.second.id for row in view.pairs.rows] == [two[1]]
    assert view.first_focus() is view.pairs.rows[0]
    qtbot.keyClick(view.pairs.rows[0], Qt.Key.Key_Return)
    assert shell.place == Place("merge", part=f"{two[0]}+{two[1]}")


def test_choices_by_key_then_ctrl_enter_and_one_undo(shell, two, qtbot):
    keep, drop = two
    view = page(shell, f"{keep}+{drop}")
    name, phone, mark = view.compared.picks
    assert view.first_focus() is name.keep
    qtbot.keyClick(phone.keep, Qt.Key.Key_Right)
    qtbot.mouseClick(mark.drop, Qt.MouseButton.LeftButton)
    assert phone.drop.isChecked()
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shell.place == Place("participant", participant=keep)
    row = tables.Participant.get_by_id(keep)
    assert (row.full, row.phone) == ("Ivo Petković", "0555 0199")
    assert sorted(
        t.status for t in tables.Attendance.select().where(tables.Attendance.participant == keep)
    ) == [
        "P",
        "P",
    ]
    assert "merged" in shell.toast.text()
    shell.gate.undo()
    assert tables.Participant.get_by_id(drop).merged_into_id is None


def test_the_other_one_can_be_kept_and_two_others_named(shell, two, qtbot):
    keep, drop = two
    view = page(shell, f"{keep}+{drop}")
    qtbot.mouseClick(view.swap, Qt.MouseButton.LeftButton)
    assert shell.place.part == f"{drop}+{keep}"
    view = page(shell)
    for finder, name in ((view.pairs.first, "Petkovic"), (view.pairs.second, "Moira")):
        finder.setFocus()
        qtbot.keyClicks(finder, name)
        qtbot.keyClick(finder, Qt.Key.Key_Return)
    qtbot.mouseClick(view.pairs.compare, Qt.MouseButton.LeftButton)
    moira = people.find_people(shell.gate.desk(), "Moira")[0].id
    assert shell.place.part == f"{keep}+{moira}"


def test_what_is_no_pair_shows_the_list_and_a_viewer_sees_no_button(shell, two):
    view = page(shell, "5+5")
    assert view.pairs.isVisible()
    view = page(shell, f"{two[0]}+{two[1]}")
    assert view.merge.isVisible()
    shell.gate.file.role = "volunteer"
    view.refresh()
    assert not view.merge.isVisible()


def test_a_volunteer_sees_why_not_and_no_list(shell, centre):
    centre.file.role = "volunteer"
    view = page(shell)
    assert view._closed.isVisible()
    assert not view.pairs.isVisible()
    assert view.refusal.text() == ""


def test_a_look_at_both_is_in_the_history(shell, two):
    page(shell, f"{two[0]}+{two[1]}")
    shell._looks.write()
    (line,) = [
        line for line in history.history(shell.gate.desk(), views=True) if "looked at" in line.sentence
    ]
    assert line.sentence == "Records looked at: Ivo Petković, Ivo"


def test_changed_signs_are_followed_and_choices_and_keyboard_stay(shell, two, qtbot):
    view = page(shell, f"{two[0]}+{two[1]}")
    mark = view.compared.picks[2]
    qtbot.mouseClick(mark.drop, Qt.MouseButton.LeftButton)
    mark.drop.setFocus()
    before = mark.keep.text()
    shell.gate.write(settings.set_setting, "statuses", {"en": {"A": {"label": "missing"}}})
    QApplication.processEvents()
    mark = view.compared.picks[2]
    assert "missing" in mark.keep.text() != before
    assert mark.drop.isChecked()
    assert mark.drop.hasFocus()
    assert len(view.compared.choices.sessions) == 1
    preferences.set_language("de")
    assert len(view.compared.choices.sessions) == 1
