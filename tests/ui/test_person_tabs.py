"""The tabs of a person about groups, attendance and tasks, by keys and by clicks."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QWidget

from groupwork.operations import agreed_days, memberships
from groupwork.store import tables
from groupwork.ui.participant.attendance import AttendanceTab
from groupwork.ui.participant.places import PlacesTab
from groupwork.ui.participant.tasks import TasksTab
from groupwork.ui.place import Place
from tests.builders import MONDAY, AGroup, a_person, a_session, put

WEEK = timedelta(weeks=1)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def group(centre):
    """A Monday group of the first person since six weeks, with five held sessions and one open one."""
    desk = centre.desk
    row = tables.Group(
        activity=centre.activities["Ceramics"],
        weekday=0,
        start=time(13),
        end=time(14),
        from_date=MONDAY - 7 * WEEK,
    )
    put(desk, row)
    found = AGroup(row.id, row.activity_id, centre.people[:1])
    put(desk, tables.Membership(group=row.id, participant=centre.people[0], from_date=MONDAY - 6 * WEEK))
    for n, status in enumerate(("P", "P", "A", "T", None), start=2):
        day = MONDAY - (7 - n) * WEEK
        session = a_session(
            desk, found, day=day, start=time(13), end=time(14), status="held", register_taken=True
        )
        put(desk, tables.Attendance(session=session, participant=centre.people[0], status=status))
        task = tables.SessionTask(session=session, position=0, name="Glaze")
        put(desk, task)
        if status == "P":
            put(desk, tables.Result(task=task.id, participant=centre.people[0], outcome="done", level=n))
    return found


@pytest.fixture
def shown(shell, centre, group, qtbot):
    """Shows a tab of a person in the window and gives (tab, the places it went to)."""

    def show(kind, person=0):
        gone = []
        tab = kind(shell.gate, gone.append)
        shell._stack.addWidget(tab)
        shell._stack.setCurrentWidget(tab)
        tab.show_person(centre.people[person])
        QApplication.processEvents()
        return tab, gone

    return show


def test_the_headline_says_n_of_what_and_what_stands_beside(shown):
    tab, _gone = shown(AttendanceTab)
    said = tab.figures.text().splitlines()
    assert said[:3] == ["66.7 %", "2 of 3 available", "rate of available"]
    assert "1 not recorded" in said
    assert "1 lost to transport" in said
    months = tab.months.facts.lines
    assert [line[0].words for line in months] == ["October 2026", "September 2026"]


def test_marks_are_walked_with_arrows_and_enter_opens_the_register(shown, qtbot):
    tab, gone = shown(AttendanceTab)
    tab.weeks.setFocus()
    assert "register open" in tab.weeks.accessibleName(), "the newest: a single session of last Friday"
    qtbot.keyClick(tab.weeks, Qt.Key.Key_Up)
    qtbot.keyClick(tab.weeks, Qt.Key.Key_Left)
    assert "transport failed" in tab.weeks.accessibleName()
    qtbot.keyClick(tab.weeks, Qt.Key.Key_Return)
    assert gone == [Place("register", session=tab.weeks.current_visit().session)]


def test_a_click_on_a_mark_opens_its_register(shown, qtbot):
    tab, gone = shown(AttendanceTab)
    first = tab.weeks.placed[0]
    point = first.rect.center().toPoint()
    qtbot.mouseClick(tab.weeks, Qt.MouseButton.LeftButton, pos=point)
    assert gone == [Place("register", session=first.visit.session)]
    assert tab.weeks.at(QPointF(QPoint(1, 1))) == -1


def test_the_list_has_the_same_sessions_in_words(shown, qtbot):
    tab, gone = shown(AttendanceTab)
    qtbot.mouseClick(tab.way.findChildren(QWidget)[1], Qt.MouseButton.LeftButton)
    assert tab.visits.isVisible()
    index = tab.visits.facts.index(2, 4)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Mark: transport failed"
    tab.visits.setFocus()
    qtbot.keyClick(tab.visits, Qt.Key.Key_Down)
    qtbot.keyClick(tab.visits, Qt.Key.Key_Return)
    assert gone == [Place("register", session=tab._history.visits[1].session)]


def test_a_group_narrows_everything_and_another_person_shows_all_again(shown, centre, group):
    tab, _gone = shown(AttendanceTab)
    assert tab.group.count() == 2, "all, and the one group"
    tab.group.choose(group.id)
    tab.refresh()
    assert len(tab.weeks.placed) == 5
    tab.show_person(a_person(centre.desk, "Nora Neu"))
    assert tab.empty.isVisible()
    assert tab.group.value() is None


def test_tasks_show_levels_over_time_and_open_the_last_register(shown, qtbot):
    tab, gone = shown(TasksTab)
    (table,) = tab.tables
    cells = {c.label: cell.words for c, cell in zip(table.facts.columns, table.facts.lines[0], strict=True)}
    assert (cells["Task"], cells["Done"], cells["Completion"], cells["Mean help level"]) == (
        "Glaze",
        "2",
        "100.0 %",
        "2.5",
    )
    assert cells["Help over time"] == "14 Sep: some help, 7 Sep: much help"
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert len(gone) == 1


def test_joining_with_a_past_start_offers_the_past_registers(shown, centre, group, qtbot):
    tab, _gone = shown(PlacesTab, 1)
    qtbot.mouseClick(tab.groups.add_button, Qt.MouseButton.LeftButton)
    tab.group.setCurrentIndex(1)
    tab.first.set_value(MONDAY - 3 * WEEK)
    qtbot.keyClick(tab.first, Qt.Key.Key_Return, CONTROL)
    assert tab.offer.isVisible()
    assert tab.add_past.text() == "Add to these 3 past registers"
    before = on_registers(centre.people[1])
    qtbot.keyClick(tab.add_past, Qt.Key.Key_Return)
    assert not tab.offer.isVisible()
    assert on_registers(centre.people[1]) == before + 3


def on_registers(person):
    return tables.Attendance.select().where(tables.Attendance.participant == person).count()


def test_a_membership_is_ended_in_place_and_taken_back(shown, centre, group, qtbot, shell):
    tab, _gone = shown(PlacesTab)
    (row,) = tab.groups.rows()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    tab.last.setText("11/10/2026")
    qtbot.keyClick(tab.last, Qt.Key.Key_Return, CONTROL)
    (line,) = memberships.groups_of(centre.desk, centre.people[0]).memberships
    assert line.to_date == date(2026, 10, 11)
    tab.refresh()
    assert not tab.groups.rows()
    assert len(tab.before.rows()) == 1
    shell.gate.undo()
    tab.refresh()
    assert len(tab.groups.rows()) == 1


def test_days_are_agreed_with_a_day_they_hold_from(shown, centre, qtbot, shell):
    tab, _gone = shown(PlacesTab)
    card = tab.agreed
    assert not card.agree.isVisible()
    for day in (0, 2):
        qtbot.keyClick(card.picker.days[day], Qt.Key.Key_Space)
    card.first.set_value(MONDAY + WEEK)
    qtbot.keyClick(card.first, Qt.Key.Key_Return, CONTROL)
    assert agreed_days.agreed_days(centre.desk, centre.people[0]).on(MONDAY + WEEK) == {0, 2}
    tab.refresh()
    assert card.picker.value() == frozenset()
    assert not card.agree.isVisible()


def test_waiting_a_place_and_giving_up(shown, centre, group, qtbot):
    tab, _gone = shown(PlacesTab, 2)
    qtbot.mouseClick(tab.waiting.add_button, Qt.MouseButton.LeftButton)
    tab.waiting.group.setCurrentIndex(1)
    qtbot.keyClicks(tab.waiting.words, "mornings only")
    qtbot.keyClick(tab.waiting.words, Qt.Key.Key_Return, CONTROL)
    tab.refresh()
    (row,) = tab.waiting.shown
    assert "mornings only" in row.accessibleName()
    qtbot.mouseClick(row.place, Qt.MouseButton.LeftButton)
    assert len(memberships.groups_of(centre.desk, centre.people[2]).memberships) == 1


def test_who_may_only_look_sees_no_buttons(shown, shell):
    tab, _gone = shown(PlacesTab)
    shell.gate.file.store.read_only = True
    tab.refresh()
    assert not tab.groups.add_button.isVisible()
    assert not tab.agreed.picker.days[0].isEnabled()
    shell.gate.file.store.read_only = False


def test_changing_a_membership_names_the_group_and_asks_for_days_alone(shown, group, qtbot):
    tab, _gone = shown(PlacesTab)
    tab.groups.rows()[0].click()
    assert tab.groups.form.about.text() == tab.groups.rows()[0].entry.words
    assert not tab.group.isVisibleTo(tab)
    assert QApplication.focusWidget() is tab.first
    tab.groups.form.cancel.click()
    tab.groups.begin()
    assert tab.group.isVisibleTo(tab)
    assert not tab.groups.form.about.isVisibleTo(tab)
    assert QApplication.focusWidget() is tab.group
