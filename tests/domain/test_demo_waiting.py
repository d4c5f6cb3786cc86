"""The demo's waiting lists: known as of each day, and every session knows its place and its closure."""

from datetime import date

import pytest

from groupwork.domain.demo import rows
from tests.drawn_demo import WHOLE_TERM, Drawn


@pytest.fixture(scope="module")
def term():
    return Drawn(until=WHOLE_TERM)


def codes(drawn):
    people = {each.id: each.code for each in drawn.tables[rows.Participant]}
    return [
        (people[wait.participant_id], wait.outcome, bool(wait.ended)) for wait in drawn.tables[rows.Waiting]
    ]


def test_henrike_waited_until_a_place_was_free_and_two_wait_now(term):
    assert codes(term) == [
        ("P23", "joined", True),
        ("P23", "joined", True),
        ("P16", "", False),
        ("P21", "", False),
    ]


def test_earlier_she_still_waits_and_nobody_else(term):
    assert codes(Drawn(until=date(2026, 9, 18))) == [("P23", "", False), ("P23", "", False)]


def test_lost_sessions_know_their_closure_and_all_their_place_in_the_series(term):
    closures = {each.id: each for each in term.tables[rows.Closure]}
    for session in term.sessions.values():
        assert session.series_date == session.date
        if session.status == "not_held":
            assert closures[session.closure_id].name == session.reason
        else:
            assert session.closure_id is None


def test_the_first_leads_and_the_others_help(term):
    roles = {(each.position, each.role) for each in term.tables[rows.GroupFacilitator]}
    assert roles == {(0, "lead"), (1, "assist")}
