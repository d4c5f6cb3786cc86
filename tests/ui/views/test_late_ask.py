"""A locked register that is changed from another page asks there why, and does what it kept."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.groups import PastRegister
from groupwork.operations import attendance, settings
from groupwork.operations.past_registers import add_missed
from groupwork.operations.register import register
from groupwork.ui.register.late_ask import LateAsk
from tests.builders import MONDAY, a_group, a_session

DAY = MONDAY - timedelta(days=21)


@pytest.fixture
def past(centre):
    """A locked register, and somebody who came into the group only later."""
    group = a_group(centre.desk, with_people=2)
    session = a_session(centre.desk, group, day=DAY)
    attendance.record_mark(centre.desk, session, group.people[0], Mark(Status.PRESENT))
    settings.set_setting(centre.desk, "lock_days", 14)
    return (PastRegister(session, DAY, "Workshop", (centre.people[0],)),)


def people(centre, past):
    return {row.participant for row in register(centre.desk, past[0].session).rows}


def test_it_asks_why_and_then_adds_them(qtbot, gate, centre, past):
    asked, done = LateAsk(gate), []
    qtbot.addWidget(asked)
    asked.done.connect(lambda: done.append(1))
    assert not asked.do(add_missed, past)
    assert not asked.isHidden()
    assert centre.people[0] not in people(centre, past)
    asked.edit.setText("came before the list")
    qtbot.keyClick(asked.edit, Qt.Key.Key_Return)
    assert (done, asked.isHidden()) == ([1], True)
    assert centre.people[0] in people(centre, past)


def test_escape_gives_it_up_and_nothing_is_written(qtbot, gate, centre, past):
    asked = LateAsk(gate)
    qtbot.addWidget(asked)
    asked.do(add_missed, past)
    qtbot.keyClick(asked.edit, Qt.Key.Key_Escape)
    assert asked.isHidden()
    assert centre.people[0] not in people(centre, past)
