"""What was said with a planned absence is for who may open records; that and until when is for everybody."""

from dataclasses import replace

import pytest

from groupwork.operations import absences, presence
from groupwork.operations.register import register, take_registers
from groupwork.operations.session_plan import plan
from tests.builders import MONDAY, a_group, a_session, an_absence


@pytest.fixture
def session(desk):
    """A session to which one of two people does not come: at the clinic, as somebody said."""
    group = a_group(desk, with_people=2)
    an_absence(desk, group.people[0], "H", words="clinic")
    found = a_session(desk, group)
    take_registers(desk)
    return found


def said(desk, session):
    """The words of the absence wherever a page shows it, by page."""
    (away,) = (row for row in register(desk, session).rows if row.absence_until)
    (planned,) = plan(desk, session).away
    (listed,) = absences.absences(desk)
    day = presence.day(desk, MONDAY)
    reasons = [getattr(row.suggested, "reason", "") for row in day.rows]
    return (away.absence_words, planned.words, listed.words, "".join(reasons))


@pytest.mark.parametrize("role", ["lead", "facilitator"])
def test_who_may_open_records_reads_what_was_said(desk, session, role):
    assert said(replace(desk, role=role), session) == ("clinic",) * 4


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
def test_a_stand_in_reads_that_somebody_is_away_and_until_when_but_not_why(desk, session, role):
    stranger = replace(desk, role=role)
    assert said(stranger, session) == ("",) * 4
    assert [row.absence_until for row in register(stranger, session).rows if row.absence_until] == [
        MONDAY.isoformat()
    ]
