"""The demo's follow-ups are those that its marks make, known as of each day; nobody else needs one."""

from datetime import date

import pytest

from groupwork.domain.attendance import Status
from groupwork.domain.demo import rows
from groupwork.domain.demo.follow_ups import FollowUp, FollowUpCall
from groupwork.domain.follow_ups import DayMark, absent_row
from tests.drawn_demo import WHOLE_TERM, Drawn

BY_HAND = 6
"""Nobody had heard from him: somebody opened it, no mark did."""


@pytest.fixture(scope="module")
def term():
    return Drawn(until=WHOLE_TERM)


def days_of(drawn, code):
    return [
        DayMark(date.fromisoformat(session.date), Status(mark.status) if mark.status else None)
        for session, mark in drawn.marks(code)
        if session.status != "not_held"
    ]


def test_they_are_what_the_rule_says_of_the_marks(term):
    opened = {}
    for person in term.tables[rows.Participant]:
        marks = days_of(term, person.code)
        for day in sorted({mark.day for mark in marks}):
            row = absent_row(mark for mark in marks if mark.day <= day)
            if row is not None and row.reaches(3):
                opened.setdefault(person.id, (day.isoformat(), row.first.isoformat()))
    stored = {f.participant_id: (f.opened, f.first_day) for f in term.tables[FollowUp]}
    assert stored.pop(BY_HAND) == ("2026-10-27", "2026-10-27")
    assert stored == opened
    assert len(stored) == 2


def test_at_the_end_all_are_closed_with_believable_calls(term):
    assert [(f.closed, f.outcome) for f in term.tables[FollowUp]] == [
        ("2026-10-02", "ended"),
        ("2026-10-16", "ended"),
        ("2026-10-29", "came_back"),
    ]
    calls = term.tables[FollowUpCall]
    assert [sum(call.follow_up_id == n for call in calls) for n in (1, 2, 3)] == [4, 3, 1]


@pytest.mark.parametrize(
    ("until", "known"),
    [
        (date(2026, 9, 9), []),
        (date(2026, 9, 10), [(None, "2026-09-11")]),
        (date(2026, 10, 7), [("2026-10-02", "2026-09-30"), (None, "2026-10-12")]),
    ],
)
def test_earlier_only_what_was_known_then(until, known):
    drawn = Drawn(until=until)
    assert [(f.closed, f.next_date) for f in drawn.tables[FollowUp]] == known


def test_on_the_demos_day_one_is_open_and_he_comes_again_the_day_it_is_closed(term):
    (waiting,) = [f for f in Drawn().tables[FollowUp] if f.closed is None]
    assert (waiting.participant_id, waiting.opened, waiting.next_date) == (
        BY_HAND,
        "2026-10-27",
        "2026-10-28",
    )
    back = [mark.status for session, mark in term.marks("P06") if session.date == "2026-10-29"]
    assert back == ["P"]


def test_german_words_are_german():
    words = [call.words for call in Drawn(until=WHOLE_TERM, language="de").tables[FollowUpCall]]
    assert "Mailbox ausgeschaltet." in words
