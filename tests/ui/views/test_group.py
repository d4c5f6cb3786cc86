"""One group's page: joining, days edited in place, waiting, plan with clashes, sessions, a new group."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.domain.groups import StaffRole
from groupwork.operations import group_plan, groups, memberships, sessions
from groupwork.operations.history import undo
from groupwork.store import tables
from groupwork.ui.place import BACK, Place
from groupwork.ui.views.group import GroupView
from groupwork.ui.widgets.label import Label
from tests.ui.day_centre import MONDAY

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
WEEK = timedelta(weeks=1)


@pytest.fixture
def talk(centre):
    """A talk group on Mondays at ten since last week, with three people; its first session is past."""
    made = group_plan.make_group(
        centre.desk,
        activity=centre.activities["Talk group"],
        date=MONDAY - WEEK,
        start=time(10),
        end=time(11),
        until=MONDAY + 4 * WEEK,
        room=centre.rooms["Art studio"],
        staff=[centre.staff["Priya Ramanathan"]],
        people=list(centre.people[:3]),
    )
    return made.group


@pytest.fixture
def page(show, talk, gate):
    view = show(GroupView, Place("group", group=talk))
    gate.changed.connect(view.follow)
    return view


def names(page):
    return [line.line.name.full for line in page.members.rows]


def typed(qtbot, widget, text):
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)


def test_the_head_says_when_where_and_how_far(page):
    assert page.title() == "Talk group"
    assert page.head._when.text() == "every Monday 10:00–11:00  ·  Art studio  ·  P. Ramanathan"
    assert page.page.count.said()[1] == {"n": "2", "of": "6", "lost": "0"}
    assert page.head.next_button.text() == "Register of today"


def test_the_next_register_is_one_click_away(qtbot, page, places):
    qtbot.mouseClick(page.head.next_button, Qt.MouseButton.LeftButton)
    assert places == [Place("register", session=page.page.next.id)]


def test_joining_by_keys_offers_the_registers_that_were_missed(qtbot, page, gate, centre, talk):
    gate.begin_day()
    qtbot.keyClick(page, Key.Key_N, CTRL)
    form = page.members.form
    finder = form.people._finder
    qtbot.keyClicks(finder, "tatters")
    qtbot.keyClick(finder, Key.Key_Return)
    typed(qtbot, form.first, "05/10/2026")
    qtbot.keyClick(form.first, Key.Key_Return, CTRL)
    assert "Moira Tattersley" in names(page)
    assert page.members.missed.isVisible()
    assert "2 registers since then" in page.members.missed._words.text()
    before = tables.Attendance.select().count()
    qtbot.mouseClick(page.members.missed.add_them, Qt.MouseButton.LeftButton)
    assert tables.Attendance.select().count() == before + 2
    assert page.members.missed.isHidden()


def test_warnings_stand_in_the_form_while_one_chooses(qtbot, page, centre, talk):
    row = tables.Group.get_by_id(talk)
    assert row.max_people is None
    group_plan.change_group(centre.desk, talk, most=3)
    page.members.begin()
    form = page.members.form
    form.people.add(form.people._options[-1])
    form.check()
    assert form._warnings.count() == 1


def test_a_refusal_stays_in_the_form(qtbot, page):
    page.members.begin()
    form = page.members.form
    form.save()
    assert form.refusal.text() == "Choose somebody first."
    typed(qtbot, form.first, "nonsense")
    form.save()
    assert form.refusal.text()
    qtbot.keyClick(form.first, Key.Key_Escape)
    assert page.members.form is None


def test_days_are_edited_where_they_stand(qtbot, page, gate, talk):
    line = page.members.rows[0]
    typed(qtbot, line.last, "19/10/2026")
    qtbot.keyClick(line.last, Key.Key_Return)
    changed = memberships.members(gate.desk(), talk)
    assert [m.to_date for m in changed if m.id == line.member.id] == [MONDAY + WEEK]
    gate.undo()
    assert [m.to_date for m in memberships.members(gate.desk(), talk)] == [None] * 3
    line = page.members.rows[0]
    typed(qtbot, line.last, "01/10/2026")
    qtbot.keyClick(line.last, Key.Key_Return)
    assert "before the first" in page.members._refusal.text()
    assert page.members.rows[0].last.text() == ""


def test_leaving_and_taking_out(qtbot, page, gate, talk):
    first, second, _third = page.members.rows
    first.left_.emit()
    assert [m.to_date for m in memberships.members(gate.desk(), talk)].count(MONDAY) == 1
    page.members.rows[1].removed.emit()
    assert len(names(page)) == 2
    assert second.line.name.full not in names(page)


def test_waiting_and_a_place(qtbot, page, gate, talk):
    page.members.begin()
    form = page.members.form
    form.people.add(form.people._options[-1])
    form.words.setText("mornings")
    qtbot.mouseClick(form.wait, Qt.MouseButton.LeftButton)
    assert len(memberships.waiting(gate.desk(), talk)) == 1
    page.members.rows[-1].admitted.emit()
    assert (len(memberships.waiting(gate.desk(), talk)), len(names(page))) == (0, 4)
    gate.undo()
    page.members.rows[-1].given_up.emit()
    assert len(names(page)) == 3


def test_the_remark_about_who_waits_is_edited_where_it_stands(qtbot, page, gate, talk, centre):
    memberships.wait(gate.desk(), talk, centre.people[-1], words="mornings")
    page.refresh()
    remark = page.members.rows[-1].remark
    assert remark.text() == "mornings"
    typed(qtbot, remark, "afternoons")
    qtbot.keyClick(remark, Key.Key_Return)
    assert memberships.waiting(gate.desk(), talk)[0].words == "afternoons"
    gate.undo()
    assert page.members.rows[-1].remark.text() == "mornings"


def test_days_say_what_they_are(page):
    words = [label.text() for label in page.members.rows[0].controls.findChildren(Label)]
    assert words == ["since", "until"]


def test_a_day_off_the_calendar_is_planned_again(qtbot, page, gate):
    taken = next(s for s in page.page.sessions if s.date == MONDAY + WEEK)
    gate.do(sessions.remove_session, taken.id)
    page._turn(2)
    again = page.sessions.again[0]
    assert again.accessibleName() == "Plan Monday 19 October again"
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert MONDAY + WEEK in [s.date for s in page.page.sessions]
    assert page.sessions.again == []


def test_the_form_has_one_column_where_two_have_no_room(page):
    page._turn(1)
    for width, way in ((1170, "LeftToRight"), (620, "TopToBottom")):
        page.resize(width, 640)
        QApplication.processEvents()
        assert page.form._body.direction().name == way
        assert page._inner.minimumSizeHint().width() <= width


def test_a_name_leads_to_the_person(qtbot, page, places):
    qtbot.mouseClick(page.members.rows[0].open, Qt.MouseButton.LeftButton)
    assert places == [Place("participant", participant=page.members.rows[0].line.participant)]


def test_the_plan_changes_coming_sessions_in_one_step(qtbot, page, gate, talk):
    page._turn(1)
    form = page.form
    form.fields.start.set_value(time(13))
    form.fields.end.set_value(time(14))
    form.fields.most.setText("5")
    qtbot.keyClick(form.fields.most, Key.Key_Return, CTRL)
    info = groups.group(gate.desk(), talk)
    assert (info.rhythm.start, info.own_most) == (time(13), 5)
    assert [s.start.hour for s in groups.page(gate.desk(), talk).sessions] == [10, 13, 13, 13, 13, 13]
    undo(gate.desk())
    assert groups.group(gate.desk(), talk).rhythm.start == time(10)


def test_the_plan_names_clashes_and_numbers_that_are_none(page, centre):
    page._turn(1)
    form = page.form
    form.fields.start.set_value(time(13))  # ceramics have the art studio today at one
    form.fields.end.set_value(time(14))
    form.check()
    assert form._clashes.count() >= 1
    form.fields.least.setText("many")
    form.save()
    assert "numbers of people" in form.refusal.text()


def test_roles_are_chosen_beside_the_names(qtbot, page, gate, centre, talk):
    page._turn(1)
    staff = page.form.fields.staff
    tomasz = next(o for o in staff.picker._options if o.words == "Tomasz Wilkowski")
    staff.picker.add(tomasz)
    staff.choices[tomasz.id].picked.emit(StaffRole.STAND_IN)
    page.form.save()
    assert [s.role for s in groups.group(gate.desk(), talk).staff] == [StaffRole.LEAD, StaffRole.STAND_IN]


def test_sessions_lead_to_register_and_schedule(qtbot, page, places):
    page._turn(2)
    coming = page.sessions.lines[0]
    assert coming.accessibleName() == "Monday 12 October 2026, Session 2 of 6, 3 expected"
    qtbot.keyClick(coming, Key.Key_Return)
    assert places == [Place("register", session=coming.session.id)]
    assert len(page.sessions.lines) == 6


def test_a_group_is_ended_from_its_head(qtbot, page, gate, talk):
    qtbot.mouseClick(page.head.end, Qt.MouseButton.LeftButton)
    typed(qtbot, page.head.last, "12.10.2026")
    qtbot.keyClick(page.head.last, Key.Key_Return)
    assert groups.group(gate.desk(), talk).to_date == MONDAY
    assert len(groups.page(gate.desk(), talk).sessions) == 2


def test_a_new_group_by_keys_alone(qtbot, show, gate, places):
    page = show(GroupView, Place("group", part="new"))
    what = page.first_focus()
    what.setFocus()
    qtbot.keyClicks(what, "cer")
    qtbot.keyClick(what, Key.Key_Return)
    qtbot.keyClicks(page.form.fields.start, "1415")
    assert page.form.fields.end.value() == time(15, 45)
    qtbot.keyClick(page.form.fields.start, Key.Key_Return, CTRL)
    made = places[-1].group
    info = groups.group(gate.desk(), made)
    assert (info.title, info.rhythm.weekday, info.rhythm.start) == ("Ceramics", 0, time(14, 15))


def test_what_cannot_be_made_stays_in_the_form_and_esc_goes_back(qtbot, show, places):
    page = show(GroupView, Place("group", part="new"))
    page.form.save()
    assert page.form.refusal.text() == "Choose an activity or type a title."
    qtbot.keyClick(page.form.fields.what, Key.Key_Escape)
    assert places == [BACK]


def test_a_typed_name_that_is_nobody_is_not_left_out_in_silence(qtbot, show, places):
    page = show(GroupView, Place("group", part="new"))
    qtbot.keyClicks(page.form.fields.what, "Choir")
    qtbot.keyClicks(page.form.fields.people._finder, "Ivo")
    page.form.save()
    assert "“Ivo” is nobody yet" in page.form.refusal.text()
    page.form.fields.people._finder.clear()
    page.form.save()
    assert places[-1].group is not None


def test_a_half_made_group_survives_a_lock(qtbot, show, gate):
    page = show(GroupView, Place("group", part="new"))
    qtbot.keyClicks(page.form.fields.what, "Choir")
    page.form.fields.most.setText("7")
    gate.unfinished.keep(page.unfinished())
    again = show(GroupView, Place("group", part="new"))
    assert (again.form.fields.what.text(), again.form.fields.most.text()) == ("Choir", "7")


def test_a_group_that_is_gone_says_so(page, gate, talk):
    page._group = 999
    page.refresh()
    assert page._gone.isVisible()
    assert page.first_focus() is None


def test_a_volunteer_reads_only(show, gate, talk):
    gate.file.role = "volunteer"
    page = show(GroupView, Place("group", group=talk))
    assert page.members.add.isHidden()
    assert page.head.end.isHidden()
    page._turn(1)
    assert not page.form.isEnabled()
    assert QApplication.focusWidget() is None or page.isVisible()
