"""The demo's incidents and lines for next time: known as of each day, and they agree with the notes."""

import json
from datetime import date

import pytest

from groupwork.domain.demo import incidents, notes, rows
from groupwork.domain.incidents import IncidentKind, PersonPart
from tests.drawn_demo import Drawn


@pytest.fixture(scope="module", params=["en", "de"])
def now(request):
    return Drawn(language=request.param)


def test_a_cut_finger_is_open_and_a_wet_floor_is_closed(now):
    found = {each.kind: each for each in now.tables[incidents.Incident]}
    cut, floor = found[IncidentKind.INJURY], found[IncidentKind.NEAR_MISS]
    assert (cut.closed, cut.to_do_by, cut.first_aider) == (None, "2026-10-30", "Samuel Okonjo")
    assert (floor.closed, floor.first_aid) == ("2026-10-27", "")
    assert now.activities[now.sessions[cut.session_id].activity_id] == "A01"
    assert now.activities[now.sessions[floor.session_id].activity_id] == "A06"


def test_everybody_named_was_there(now):
    there = {
        (mark.session_id, mark.participant_id) for mark in now.tables[rows.Attendance] if mark.status == "P"
    }
    entries = {each.id: each for each in now.tables[incidents.Incident]}
    people = now.tables[incidents.IncidentPerson]
    assert [each.part for each in people].count(PersonPart.HURT) == 1
    for each in people:
        assert (entries[each.incident_id].session_id, each.participant_id) in there


def test_what_happened_names_nobody(now):
    names = {each.called for each in now.tables[rows.Participant]}
    assert len(names) > 20
    for each in now.tables[incidents.Incident]:
        for words in (each.what, each.done, each.first_aid, each.to_do):
            assert not names & set(words.replace(".", "").split())


def test_each_line_for_next_time_is_its_group_notes(now):
    said = {s.id: s.next_time for s in now.sessions.values() if s.next_time}
    written = {
        note.session_id: json.loads(note.parts)["next"]
        for note in now.tables[notes.Note]
        if note.participant_id is None and "next" in json.loads(note.parts)
    }
    assert said == written
    assert len(said) > 20


def test_before_it_happened_nothing_is_known():
    assert not Drawn(until=date(2026, 10, 16)).tables[incidents.Incident]
