"""The list of people by clicks and keys: finding, choosing several, adding, opening."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.operations import episodes, history, participants, profiles
from groupwork.store import tables
from groupwork.ui.models.participants import Column
from groupwork.ui.place import Place
from tests.builders import a_person, put
from tests.ui.day_centre import MONDAY

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@pytest.fixture
def view(qtbot, window, shell):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shell.go(Place("participants"))
    QApplication.processEvents()
    return shell.view


def names(view):
    return [line.name.full for line in view.list.model.lines]


def find(view, words):
    view.search.setText(words)
    view._show_now()


def chosen(view):
    return [line.name.called for line in view.list.model.lines if line.id in view.list.model.chosen]


def click(view, row, column=Column.NAME, modifier=Qt.KeyboardModifier.NoModifier):
    table = view.list.table
    area = table.visualRect(view.list.model.index(row, column))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, area.topLeft() + QPoint(24, 20))


@pytest.mark.parametrize(
    ("typed", "found"),
    [("lack", "Zbigniew Łąckorzyński"), ("JOAO", "João Valdevez"), ("p04", "Moira Tattersley")],
)
def test_found_while_typing_without_accents_and_by_code(view, typed, found):
    find(view, typed)
    assert names(view) == [found]


def test_sorted_by_family_name_and_nobody_lost(view):
    assert [name.split()[-1] for name in names(view)] == [
        "Hassenpflug-Maier",
        "Kümmelbein",
        "Łąckorzyński",
        "Tattersley",
        "Thielecke",
        "Valdevez",
    ]


def test_filters_by_standing_and_alerts(view, centre, qtbot):
    episodes.end_stays(centre.desk, centre.people[:1], MONDAY - timedelta(days=1))
    person = a_person(centre.desk, "Ina Alt", since=MONDAY + timedelta(days=4), alerts=(("food", "nuts"),))
    view.refresh()
    assert len(names(view)) == 5
    qtbot.mouseClick(view.filters.standing._buttons[1], Qt.MouseButton.LeftButton)
    assert names(view) == ["Ina Alt"]
    qtbot.mouseClick(view.filters.standing._buttons[2], Qt.MouseButton.LeftButton)
    assert names(view) == ["Jürgen Hassenpflug-Maier"]
    qtbot.mouseClick(view.filters.standing._buttons[3], Qt.MouseButton.LeftButton)
    view.filters.alerts.click()
    assert [line.id for line in view.list.model.lines] == [person]
    view.search.setText("nobody at all")
    view._show_now()
    assert view.list.show_all.isVisible()
    qtbot.mouseClick(view.list.show_all, Qt.MouseButton.LeftButton)
    assert len(names(view)) == 7


def test_enter_opens_the_page_and_back_keeps_the_place(view, shell, qtbot):
    qtbot.keyClick(view.search, KEY.Key_Down)
    table = view.list.table
    assert table.hasFocus()
    qtbot.keyClick(table, KEY.Key_Down)
    person = table.person()
    qtbot.keyClick(table, KEY.Key_Return)
    assert shell.place == Place("participant", participant=person)
    qtbot.keyClick(shell.view, KEY.Key_Escape)
    assert shell.place.page == "participants"
    assert table.hasFocus()
    assert table.person() == person
    qtbot.keyClick(table, KEY.Key_Home)
    qtbot.keyClick(table, KEY.Key_Up)
    assert view.search.hasFocus()


def test_a_click_opens_and_a_click_on_the_box_chooses(view, shell):
    click(view, 1, Column.CHECK)
    assert chosen(view) == ["Walter"]
    click(view, 3, modifier=SHIFT)
    assert chosen(view) == ["Walter", "Zbigniew", "Moira"]
    click(view, 2, modifier=CTRL)
    assert chosen(view) == ["Walter", "Moira"]
    click(view, 0)
    assert shell.place.page == "participant"


def test_space_and_shift_choose_by_keys(view, qtbot):
    table = view.list.table
    table.setFocus()
    table.go(0)
    qtbot.keyClick(table, KEY.Key_Space)
    qtbot.keyClick(table, KEY.Key_Down, SHIFT)
    assert chosen(view) == ["Jürgen", "Walter"]
    assert view.list.strip.merge.isVisible()
    qtbot.keyClick(table, KEY.Key_A, CTRL)
    assert len(chosen(view)) == 6
    assert not view.list.strip.merge.isVisible()
    qtbot.keyClick(table, KEY.Key_Escape)
    assert chosen(view) == []
    assert not view.list.strip.end.isVisible()


def test_one_key_worker_for_several_is_one_step_and_one_undo(view, centre, shell, qtbot):
    view.list.model.choose([0, 1], on=True)
    view.bulk.tell()
    qtbot.mouseClick(view.list.strip.worker, Qt.MouseButton.LeftButton)
    form = view.list.strip.worker_form
    form.choice.choose(centre.staff["Tomasz Wilkowski"])
    qtbot.mouseClick(form.go, Qt.MouseButton.LeftButton)
    workers = [line.key_worker for line in view.list.model.lines]
    assert [bool(worker) for worker in workers] == [True, True, False, False, False, False]
    assert chosen(view) == ["Jürgen", "Walter"]
    shell.gate.undo()
    assert not any(line.key_worker for line in view.list.model.lines)


def test_the_stay_of_several_ends_in_one_step(view, centre, shell, qtbot):
    view.list.model.choose([0, 1], on=True)
    view.bulk.tell()
    qtbot.mouseClick(view.list.strip.end, Qt.MouseButton.LeftButton)
    form = view.list.strip.end_form
    assert form.planned.current() == 0
    form.choice.choose("no_contact")
    form.choice.picked.emit("no_contact")
    form.day.set_value(MONDAY - timedelta(days=1))
    qtbot.keyClick(form.choice, KEY.Key_Return, CTRL)
    assert len(names(view)) == 4
    ended = participants.record(centre.desk, centre.people[0]).stays[0]
    assert (ended.reason, ended.planned) == ("no_contact", False)
    shell.gate.undo()
    assert len(names(view)) == 6


def test_what_is_refused_stands_in_the_form(view, qtbot):
    view.list.model.choose([0], on=True)
    view.bulk.tell()
    qtbot.mouseClick(view.list.strip.end, Qt.MouseButton.LeftButton)
    form = view.list.strip.end_form
    form.day.set_value(MONDAY.replace(year=2000))
    qtbot.mouseClick(form.go, Qt.MouseButton.LeftButton)
    assert "before it begins" in form.refusal.text()
    qtbot.keyClick(form.choice, KEY.Key_Escape)
    assert not form.isVisible()


def test_several_join_a_group_and_past_registers_are_offered(view, centre, qtbot):
    group = tables.Group(
        activity=centre.activities["Ceramics"],
        weekday=0,
        start=tables.Session.get().start,
        end=tables.Session.get().end,
        from_date=MONDAY,
    )
    put(centre.desk, group)
    view.list.model.choose([0, 1], on=True)
    view.bulk.tell()
    qtbot.mouseClick(view.list.strip.join, Qt.MouseButton.LeftButton)
    form = view.list.strip.join_form
    form.choice.choose(group.id)
    qtbot.mouseClick(form.go, Qt.MouseButton.LeftButton)
    assert [line.group_names for line in view.list.model.lines[:3]] == [("Ceramics",), ("Ceramics",), ()]


def test_two_chosen_can_be_merged(view, shell, centre, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(view.bulk, "_go", asked.append)
    view.list.model.choose([0, 3], on=True)
    view.bulk.tell()
    qtbot.mouseClick(view.list.strip.merge, Qt.MouseButton.LeftButton)
    first, second = sorted((centre.people[0], centre.people[3]))
    assert asked == [Place("merge", part=f"{first}+{second}")]


def test_a_new_person_by_keys_with_the_same_name_pointed_out(view, shell, centre, qtbot):
    qtbot.keyClick(view.list.table, KEY.Key_N, CTRL)
    form = view.form
    assert form.given.hasFocus()
    qtbot.keyClicks(form.given, "Moira")
    qtbot.keyClicks(form.family, "Tattersley")
    form.family.editingFinished.emit()
    assert "Moira Tattersley (P04)" in form.same.text()
    form.birth.setText("31.2.1990")
    qtbot.keyClick(form.birth, KEY.Key_Return)
    assert "no day of the calendar" in form.refusal.text()
    form.birth.setText("3.2.1990")
    qtbot.keyClick(form.birth, KEY.Key_Return)
    assert shell.place.page == "participant"
    person = participants.record(centre.desk, shell.place.participant)
    assert (person.profile.code, str(person.profile.birth_date)) == ("P07", "1990-02-03")
    shell.gate.undo()
    assert len(participants.people(centre.desk).lines) == 6


def test_a_person_begun_is_kept_as_a_draft(view, qtbot):
    view.begin_new()
    qtbot.keyClicks(view.form.given, "Ina")
    assert view.unfinished() == {"person": {"given": "Ina", "family": "", "birth": ""}}
    qtbot.keyClick(view.form.given, KEY.Key_Escape)
    assert view.unfinished() == {}
    assert not view.form.isVisible()


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
def test_who_may_not_see_records_reads_why(shell, centre, role):
    centre.file.role = role
    shell.go(Place("participants"))
    view = shell.view
    assert view.list._closed.isVisible()
    assert "may not open people" in view.list._closed.sentence.text()
    assert not view.new.isVisible()
    assert not view.list.table.isVisible()
    view.begin_new()
    assert not view.form.isVisible()


def test_cells_have_words(view, centre):
    profiles.change_profile(centre.desk, centre.people[3], birth_date=MONDAY.replace(year=1966))
    view.refresh()
    model = view.list.model
    row = model.row_of(centre.people[3])
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [model.data(model.index(row, column), role) for column in Column]
    assert said[0] == "Moira Tattersley, not chosen"
    assert said[3] == "60 years"
    assert said[5] == "nothing recorded yet"
    assert history.history(centre.desk)
