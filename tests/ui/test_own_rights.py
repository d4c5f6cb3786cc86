"""What a volunteer is not offered: records, planning, a longer idle time."""

from datetime import time, timedelta

import pytest

from groupwork.operations import group_plan, sessions
from groupwork.ui.day.detail import Beside, SessionDetail
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.sign_ins.lock_after import LockAfter
from groupwork.ui.widgets.button import Button
from tests.ui.day_centre import MONDAY


@pytest.fixture
def volunteer(centre):
    centre.file.role = "volunteer"
    return centre


def words(widget):
    return [button.text() for button in widget.findChildren(Button)]


@pytest.mark.parametrize(
    ("may", "ahead", "offered"), [(True, True, True), (False, True, False), (False, False, True)]
)
def test_calling_off_what_comes_is_for_who_plans(qtbot, centre, may, ahead, offered):
    info = sessions.session(centre.desk, centre.sessions["talk"])
    now = info.starts + (-1 if ahead else 1) * timedelta(hours=1)
    detail = SessionDetail(info, Beside(now=now, may_plan=may))
    qtbot.addWidget(detail)
    assert bool({"Cancel session", "Not held …"} & set(words(detail))) == offered


def test_the_rail_has_no_way_to_locked_records(volunteer, window):
    shell = window.show_file(volunteer.file)
    assert shell.rail._items["participants"].isHidden()
    assert not shell.rail._items["groups"].isHidden()


def test_an_empty_time_of_the_week_is_no_offer(volunteer, shell):
    shell.go(Place("schedule", shell.gate.today))
    caret = shell.view.page.grid.caret
    caret.place(shell.view.page.grid.frame, MONDAY, 600)
    assert caret.accessibleName() == "Monday 12 October, 10:00, free"


def test_names_of_a_group_lead_nowhere(volunteer, shell, centre):
    centre.file.role = "lead"
    made = group_plan.make_group(
        centre.desk,
        activity=centre.activities["Talk group"],
        date=MONDAY,
        start=time(10),
        end=time(11),
        people=list(centre.people[:2]),
    )
    centre.file.role = "volunteer"
    shell.go(Place("group", group=made.group))
    rows = shell.view.members.rows
    assert len(rows) == 2
    assert [row.open for row in rows] == [None, None]


@pytest.mark.parametrize(("lead", "grey"), [(True, []), (False, [10, 15, 30, 60, 0])])
def test_only_a_lead_makes_the_idle_time_longer(qtbot, lead, grey):
    preferences.set_lock_minutes(5)
    field = LockAfter()
    qtbot.addWidget(field)
    field.let_lengthen(lead)
    items = [(field.itemData(n), field.model().item(n).isEnabled()) for n in range(field.count())]
    assert [value for value, on in items if not on] == grey
    field.picked.emit(30)
    assert preferences.values.lock_minutes == (30 if lead else 5)
    field.picked.emit(2)
    assert preferences.values.lock_minutes == 2


def test_the_settings_know_who_is_a_lead(volunteer, shell):
    shell.go(Place("settings", part="computer"))
    assert not shell.view.part("computer")._lock_after._lead
