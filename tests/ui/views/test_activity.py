"""One activity: each field saves when it is left, parts are typed, moved and removed by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.domain.activities import PartKind, Permission
from groupwork.domain.ids import ActivityId
from groupwork.domain.sessions import Category
from groupwork.operations import activities, activity_parts, vault
from groupwork.store import tables
from groupwork.ui.place import Place
from tests.ui import day_centre

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def wood(shell, centre):
    """The wood workshop's page, in the window that has the keyboard."""
    shell.window().activateWindow()
    shell.go(Place("activity", activity=centre.activities["Wood workshop"]))
    return shell.view


def names(page, kind=PartKind.TASK):
    column = "hazard" if kind is PartKind.HAZARD else "name"
    return [getattr(part, column) for part in page.info.parts(kind)]


def add(qtbot, page, kind, *words):
    line = page.lists[kind].add_line
    for each in words:
        line.setFocus()
        qtbot.keyClicks(line, each)
        qtbot.keyClick(line, Key.Key_Return)
    return [page.lists[kind].rows[part.id] for part in page.info.parts(kind)]


def leave(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Key.Key_Tab)


def test_the_name_saves_when_it_is_left_and_ctrl_z_brings_the_old_one_back(qtbot, shell, wood):
    leave(qtbot, wood.name, "Bird boxes")
    assert wood.info.line.name == "Bird boxes"
    assert shell.toast.isVisible()
    shell.gate.undo()
    assert wood.name.text() == "Wood workshop"


def test_aims_are_several_lines_and_one_step(qtbot, shell, wood):
    wood.aims.setFocus()
    qtbot.keyClicks(wood.aims, "Work to a plan")
    qtbot.keyClick(wood.aims, Key.Key_Return)
    qtbot.keyClicks(wood.aims, "Finish")
    qtbot.keyClick(wood.aims, Key.Key_Tab)
    assert wood.info.aims == "Work to a plan\nFinish"
    shell.gate.undo()
    assert wood.aims.text() == ""


def test_enter_adds_a_task_and_goes_on_with_the_next(qtbot, wood):
    add(qtbot, wood, PartKind.TASK, "Saw", "Sand", "Oil")
    assert names(wood) == ["Saw", "Sand", "Oil"]
    assert wood.lists[PartKind.TASK].add_line.text() == ""


@pytest.mark.parametrize("kind", list(PartKind))
def test_parts_are_moved_and_removed_by_keys_and_the_focus_stays_at_hand(qtbot, shell, wood, kind):
    _first, _second, third = add(qtbot, wood, kind, "a", "b", "c")
    third.first_field().setFocus()
    qtbot.keyClick(third.first_field(), Key.Key_Up, ALT)
    assert names(wood, kind) == ["a", "c", "b"]
    assert QApplication.focusWidget() in (third.first_field(), None)
    qtbot.keyClick(third.first_field(), Key.Key_Down, ALT)
    qtbot.keyClick(third.first_field(), Key.Key_Delete, ALT)
    assert names(wood, kind) == ["a", "b"]
    shell.gate.undo()
    assert names(wood, kind) == ["a", "b", "c"]


def test_tab_goes_through_the_page_as_it_is_seen(qtbot, wood):
    rows = [add(qtbot, wood, kind, "a")[0] for kind in PartKind]
    rows[0] = add(qtbot, wood, PartKind.PHASE, "b")[1]
    seen, stop = [], wood._back
    for _step in range(200):
        seen.append(stop)
        stop = stop.nextInFocusChain()
    phase, task, material, hazard = (seen.index(row.first_field()) for row in rows)
    lists = wood.lists
    order = [
        seen.index(wood.name),
        seen.index(wood.aims),
        phase,
        seen.index(lists[PartKind.PHASE].add_line),
        task,
        seen.index(lists[PartKind.TASK].add_line),
        seen.index(wood.facts.chips["category"]),
        material,
        hazard,
    ]
    assert order == sorted(order)


def test_going_to_another_activity_leaves_nothing_of_the_first(qtbot, shell, wood, centre):
    for kind in PartKind:
        add(qtbot, wood, kind, "a", "b", "c")
    shell.go(Place("activity", activity=centre.activities["Ceramics"]))
    for each in wood.lists.values():
        assert each.rows == {}
        assert each._lines.count() == 0
        assert each._none.isVisible()


def test_a_task_is_graded_where_it_stands(qtbot, wood):
    (row,) = add(qtbot, wood, PartKind.TASK, "Saw")
    row.words["easier"].setFocus()
    qtbot.keyClicks(row.words["easier"], "with a jig")
    qtbot.keyClick(row.words["easier"], Key.Key_Tab)
    qtbot.keyClicks(row.words["harder"], "a slope")
    row.words["harder"].finished.emit()
    (task,) = wood.info.tasks
    assert (task.easier, task.harder) == ("with a jig", "a slope")


def test_an_emptied_name_comes_back_with_a_word(qtbot, wood):
    (row,) = add(qtbot, wood, PartKind.TASK, "Saw")
    row.words["name"].clear()
    row.words["name"].editingFinished.emit()
    assert row.words["name"].text() == "Saw"
    assert "name is needed" in wood._refusal.text()


def test_phases_show_as_a_band_and_what_is_left_is_said(qtbot, wood):
    first, second = add(qtbot, wood, PartKind.PHASE, "Begin", "Work")
    leave(qtbot, first.numbers["minutes"], "30")
    leave(qtbot, second.numbers["minutes"], "60")
    assert [phase.minutes if phase else None for _area, phase in wood.band.blocks()] == [30, 60, None]
    widths = [area.width() for area, _phase in wood.band.blocks()]
    assert widths[1] > 1.9 * widths[0]
    assert wood.lists[PartKind.PHASE]._aside.text() == "30 min of 120 min not planned yet"
    leave(qtbot, second.numbers["minutes"], "100")
    assert wood.lists[PartKind.PHASE]._aside.text() == "10 min longer than 120 min"
    assert "Begin, 30 min; Work, 100 min" in wood.band.accessibleName()


def test_a_number_is_stepped_by_arrows_and_refused_in_words(qtbot, wood):
    minutes = wood.facts.numbers["minutes"]
    minutes.setFocus()
    qtbot.keyClick(minutes, Key.Key_Up)
    qtbot.keyClick(minutes, Key.Key_Tab)
    assert wood.info.line.minutes == 125
    leave(qtbot, wood.facts.numbers["max_people"], "4")
    leave(qtbot, wood.facts.numbers["min_people"], "6")
    assert "must not be larger" in wood._refusal.text()
    assert wood.facts.numbers["min_people"].text() == ""
    leave(qtbot, wood.facts.numbers["people_per_staff"], "3")
    assert wood.info.line.people_per_staff == 3


def test_chips_change_category_and_permission(qtbot, wood):
    wood.facts.chips["category"].picked.emit(Category.ART)
    assert wood.info.line.category is Category.ART
    (saw,) = add(qtbot, wood, PartKind.MATERIAL, "Saw")
    saw.kind.picked.emit((True, Permission.SHOWN))
    (found,) = wood.info.materials
    assert (found.tool, found.permission) == (True, Permission.SHOWN)
    assert saw.kind.words() == "Tool: once shown how"


def test_coming_sessions_get_the_tasks_too_in_one_step(qtbot, shell, wood):
    (saw,) = add(qtbot, wood, PartKind.TASK, "Saw")
    assert not wood.behind.isVisible()  # sessions that have no tasks yet take the usual ones when they begin
    session = tables.Session.select().where(tables.Session.date == shell.gate.today).first()
    with shell.gate.desk().step("test.built") as step:
        step.save(tables.SessionTask(session=session.id, position=0, name="Saw", activity_task=saw.part.id))
    shell.gate.do(activity_parts.change_part, PartKind.TASK, saw.part.id, name="Cut")
    assert wood.behind.isVisible()
    wood.behind.renew.click()
    assert tables.SessionTask.get().name == "Cut"
    assert not wood.behind.isVisible()


def test_a_copy_is_opened_and_the_original_stays(shell, wood):
    wood.copy.click()
    assert wood.info.line.name == "Wood workshop, copy"
    shell.back()
    assert wood.info.line.name == "Wood workshop"


def test_what_is_typed_when_a_copy_is_made_stays_with_the_original_and_is_in_the_copy(qtbot, shell, wood):
    wood.aims.setFocus()
    qtbot.keyClicks(wood.aims, "Work to a plan")
    original = wood.info.id
    wood.copy.click()
    assert wood.info.id != original
    assert wood.aims.text() == wood.info.aims == "Work to a plan"
    assert shell.gate.ask(activities.activity, original).aims == "Work to a plan"


def test_archiving_shows_a_chip_and_can_be_turned_back(wood):
    wood.archive.click()
    assert wood._archived.isVisible()
    assert wood.archive.text() == "Bring back"
    wood.archive.click()
    assert not wood._archived.isVisible()


def test_groups_and_last_sessions_lead_there(shell, wood, centre):
    row = wood.uses._sessions.itemAt(0).widget()
    row.click()
    assert (shell.place.page, shell.place.session) == ("register", centre.sessions["friday"])


def test_one_that_is_gone_is_said(shell, wood):
    shell.go(Place("activity", activity=ActivityId(999)))
    assert wood._gone.isVisible()
    assert "no longer" in wood._gone.sentence.text()
    assert not wood._content.isVisible()


def test_typing_is_not_lost_when_something_else_changes(qtbot, shell, wood, centre):
    (row,) = add(qtbot, wood, PartKind.TASK, "Saw")
    field = row.words["easier"]
    field.setFocus()
    qtbot.keyClicks(field, "half typ")
    shell.gate.do(activities.change_activity, centre.activities["Wood workshop"], minutes=100)
    assert field.text() == ("half typ" if field.hasFocus() else "")


def test_what_is_typed_is_saved_when_the_window_is_locked(qtbot, window, wood, centre):
    wood.aims.setFocus()
    qtbot.keyClicks(wood.aims, "Work to a plan")
    wood.lists[PartKind.TASK].add_line.setText("Saw")
    window.lock()
    file = vault.open_file(centre.file.store.path, None, day_centre.PASSPHRASE)
    place = Place("activity", activity=centre.activities["Wood workshop"])
    found = window.show_file(file, place).view.info
    assert found.aims == "Work to a plan"
    assert [task.name for task in found.tasks] == ["Saw"]


def test_a_change_of_language_and_size_leaves_everything_in_its_place(qtbot, wood):
    from groupwork.ui.preferences import preferences
    from groupwork.ui.theme import theme

    add(qtbot, wood, PartKind.TASK, "Saw")
    preferences.set_language("de")
    theme.set_percent(200)
    assert names(wood) == ["Saw"]
