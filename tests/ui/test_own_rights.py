"""What a volunteer is not offered: records, planning, a longer idle time, everybody's history."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from groupwork.domain.sessions import SessionStatus
from groupwork.operations import closures, group_plan, profiles
from groupwork.operations import history as operations
from groupwork.ui.day.detail import Beside, SessionDetail
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.sign_ins.lock_after import LockAfter
from groupwork.ui.views.group import GroupView
from groupwork.ui.views.schedule import ScheduleView
from groupwork.ui.widgets.button import Button
from tests.ui.day_centre import MONDAY


@pytest.fixture
def volunteer(centre):
    centre.file.role = "volunteer"
    return centre


def words(widget):
    return [button.text() for button in widget.findChildren(Button)]


@pytest.mark.parametrize(("may", "ahead", "offered"), [(True, True, True), (False, True, False), (False, False, True)])
def test_calling_off_what_comes_is_for_who_plans(qtbot, centre, may, ahead, offered):
    from groupwork.operations import sessions

    info = sessions.session(centre.desk, centre.sessions["talk"])
    now = info.starts + (-1 if ahead else 1) * timedelta(hours=1)
    detail = SessionDetail(info, Beside(now=now, may_plan=may))
    qtbot.addWidget(detail)
    assert bool({"Cancel session", "Not held…"} & set(words(detail))) == offered
    assert info.status is SessionStatus.PLANNED
