"""Missing registers: which, how many are blank, who answers for them, mine first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.errors import Refused
from groupwork.operations import attendance, sessions
from groupwork.operations.missing import missing
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_session, put


@pytest.fixture
def centre(desk):
    """Sessions 1, 2 and 3 weeks ago; the middle one is Hanna's and half recorded, the last complete."""
    group = a_group(desk)
    found = [a_session(desk, group, day=MONDAY - timedelta(weeks=n)) for n in (3, 2, 1)]
    staff = [
        tables.Facilitator(code=f"F{n}", name=name) for n, name in enumerate(("Tomasz", "Hanna Brückner"))
    ]
    put(desk, *staff)
    for session, person in zip(found, (staff[0], staff[1], staff[1]), strict=True):
        put(desk, tables.SessionFacilitator(session=session, facilitator=person.id, position=0))
    attendance.record_mark(desk, found[1], group.people[0], Mark(Status.PRESENT))
    attendance.mark_blanks_present(desk, found[2])
    return found


def test_the_askers_own_come_first_with_their_blanks_and_names(desk, centre):
    found = missing(desk)
    assert [(line.session.id, line.mine, line.blank, line.responsible) for line in found] == [
        (centre[1], True, 2, ("Hanna Brückner",)),
        (centre[0], False, 3, ("Tomasz",)),
    ]
    other = missing(replace(desk, actor_name="Somebody"))
    assert [line.session.id for line in other] == centre[:2]


def test_days_limit_it_and_what_did_not_take_place_is_not_missing(desk, centre):
    assert [line.session.id for line in missing(desk, MONDAY - timedelta(days=15), MONDAY)] == [centre[1]]
    assert [line.session.id for line in missing(desk, last=MONDAY - timedelta(days=15))] == [centre[0]]
    sessions.mark_not_held(desk, centre[0], "Facilitator ill")
    assert [line.session.id for line in missing(desk)] == [centre[1]]
    with pytest.raises(Refused, match="before the first"):
        missing(desk, MONDAY, date(2026, 1, 1))


def test_it_reads_little(desk, centre, selects):
    assert selects(missing, desk) <= 4
