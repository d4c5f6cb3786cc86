"""A day at the centre through the operations: read, recorded, taken back, told; and the month."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.presence import Away, Times
from groupwork.domain.presence_day import State
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import history, presence
from groupwork.operations.attendance import record_mark
from groupwork.operations.register import take_registers
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, an_absence, on, put


@pytest.fixture
def house(desk):
    """A Monday group of three with its register taken, and somebody of the café corner."""
    group = a_group(desk)
    session = a_session(desk, group)
    corner = a_person(desk, "Ida Quast")
    put(desk, tables.AgreedDay(participant=corner, weekday=0, from_date=date(2026, 1, 5)))
    take_registers(desk)
    return group, session, corner


def at(text):
    return time.fromisoformat(text)


def the(desk, person, day=MONDAY):
    return next(row for row in presence.day(desk, day).rows if row.participant == person)


def states(desk):
    page = presence.here_now(desk)
    return {row.participant: row.state(page.now, page.date) for row in page.rows}


def test_a_day_has_who_is_expected_by_agreement_or_register(desk, house):
    group, _session, corner = house
    page = presence.day(desk, MONDAY)
    assert [row.participant for row in page.rows] == [
        group.people[0],
        group.people[1],
        corner,
        group.people[2],
    ]
    assert [row.agreed for row in page.rows] == [False, False, True, False]
    assert page.rows[0].slots[0].title == "Wood workshop"
    assert page.others == ()
    tuesday = presence.day(desk, MONDAY + timedelta(days=1))
    assert tuesday.rows == ()
    assert len(tuesday.others) == 4


def test_a_session_without_its_snapshot_counts_too(desk):
    group = a_group(desk)
    a_session(desk, group, day=MONDAY + timedelta(weeks=1))
    assert {r.participant for r in presence.day(desk, MONDAY + timedelta(weeks=1)).rows} == set(group.people)


def test_a_closed_day_expects_nobody_by_agreement(desk, house):
    put(desk, tables.Closure(from_date=MONDAY, to_date=MONDAY, name="Team day"))
    page = presence.day(desk, MONDAY)
    assert page.closure == "Team day"
    assert house[2] in {row.participant for row in page.others}


def test_people_who_only_wait_or_have_left_are_not_there(desk):
    put(desk, tables.Episode(participant=_bare(desk, "P90"), start=date(2026, 1, 5), stage="waiting"))
    a_person(desk, "Karl Fort", until=MONDAY - timedelta(days=1))
    page = presence.day(desk, MONDAY)
    assert (page.rows, page.others) == ((), ())


def _bare(desk, code):
    row = tables.Participant(code=code, called="Wanda", full="Wanda Wart", sort_name="Wart, Wanda")
    put(desk, row)
    return row.id


def test_marks_suggest_and_do_not_record(desk, house):
    group, session, _corner = house
    record_mark(desk, session, group.people[0], Mark(Status.PRESENT, late_min=5))
    row = the(desk, group.people[0])
    assert (row.recorded, row.suggested) == (None, Times(at("09:50")))
    assert tables.DayPresence.select().count() == 0


def test_a_planned_absence_suggests_being_away(desk, house):
    an_absence(desk, house[2], "V", words="holiday")
    assert the(desk, house[2]).suggested == Away(Status.LEAVE, "holiday")


def test_arriving_and_leaving_by_the_clock_is_two_steps_and_undone_one_by_one(desk, house):
    who = house[2]
    presence.arrived_now(desk, [who])
    later = on(desk, MONDAY, at("15:10"))
    done = presence.left_now(later, [who])
    assert the(later, who).recorded == Times(at("09:52"), at("15:10"))
    assert history.sentence(later, done) == "Ida Quast: left 15:10"
    history.undo(later)
    assert the(later, who).recorded == Times(at("09:52"))
    history.undo(later)
    assert the(later, who).recorded is None


def test_arriving_again_keeps_the_first_time_and_takes_leaving_back(desk, house):
    who = house[2]
    presence.record(desk, MONDAY, {who: Times(at("09:00"), at("09:30"))})
    presence.arrived_now(desk, [who])
    assert the(desk, who).recorded == Times(at("09:00"))


def test_arriving_takes_over_the_register_s_time(desk, house):
    group, session, _corner = house
    record_mark(desk, session, group.people[0], Mark(Status.PRESENT))
    presence.arrived_now(desk, [group.people[0]])
    assert the(desk, group.people[0]).recorded == Times(at("09:45"))


def test_away_and_cleared(desk, house):
    who = house[2]
    done = presence.record(desk, MONDAY, {who: Away(Status.UNWELL, " called \n early ")})
    assert the(desk, who).recorded == Away(Status.UNWELL, "called early")
    assert history.sentence(desk, done) == "Ida Quast: away, unwell"
    cleared = presence.record(desk, MONDAY, {who: None})
    assert the(desk, who).recorded is None
    assert "cleared" in history.sentence(desk, cleared)
    history.undo(desk)
    assert the(desk, who).recorded == Away(Status.UNWELL, "called early")


def test_confirming_records_what_is_shown_in_one_step(desk, house):
    group, session, corner = house
    for person in group.people[:2]:
        record_mark(desk, session, person, Mark(Status.PRESENT))
    an_absence(desk, corner, "H")
    done = presence.confirm(desk, MONDAY)
    assert history.sentence(desk, done) == "Presence of 3 people, Mon 12 Oct 2026"
    assert the(desk, group.people[0]).recorded == Times(at("09:45"))
    assert the(desk, corner).recorded == Away(Status.HOSPITAL)
    assert the(desk, group.people[2]).recorded is None
    with pytest.raises(Refused):
        presence.confirm(desk, MONDAY)
    history.undo(desk)
    assert tables.DayPresence.select().count() == 0


def test_everyone_still_here_left(desk, house):
    group, session, corner = house
    record_mark(desk, session, group.people[0], Mark(Status.PRESENT))
    presence.arrived_now(desk, [corner])
    later = on(desk, MONDAY, at("16:20"))
    presence.record(later, MONDAY, {group.people[1]: Times(at("16:10"))})
    presence.all_left(later, at("16:00"))
    assert the(later, corner).recorded == Times(at("09:52"), at("16:00"))
    assert the(later, group.people[0]).recorded == Times(at("09:45"), at("16:00"))
    assert states(later)[group.people[1]] is State.HERE
    presence.all_left(later)
    with pytest.raises(Refused):
        presence.all_left(later)


def test_a_leaving_that_is_only_suggested_keeps_somebody_on_the_list(desk, house):
    group, session, _corner = house
    record_mark(desk, session, group.people[0], Mark(Status.PRESENT))
    noon = on(desk, MONDAY, at("12:30"))
    page = presence.here_now(noon)
    assert [row.participant for row in page.here()] == [group.people[0]]
    assert page.counts.perhaps_left == 1


def test_an_unknown_person_and_a_coming_day_are_refused(desk, house):
    with pytest.raises(Refused, match="999"):
        presence.record(desk, MONDAY, {999: Times()})
    with pytest.raises(Refused):
        presence.record(desk, MONDAY + timedelta(days=1), {house[2]: Times(at("09:00"))})
    presence.record(desk, MONDAY + timedelta(days=1), {house[2]: Away(Status.CANCELLED)})


def test_a_stand_in_records_and_a_reader_only_reads(desk, house):
    presence.arrived_now(replace(desk, role="volunteer"), [house[2]])
    reader = replace(desk, role="viewer")
    assert presence.here_now(reader).counts.here == 1
    with pytest.raises(NotAllowed):
        presence.left_now(reader, [house[2]])


def test_a_month_is_honest(desk, house):
    group, _session, corner = house
    later = replace(desk, today=date(2026, 10, 27), now=datetime.fromisoformat("2026-10-27T09:00"))
    presence.record(later, date(2026, 10, 5), {corner: Times(at("09:00"), at("12:00"))})
    presence.record(later, date(2026, 10, 19), {corner: Away(Status.ABSENT)})
    presence.record(later, date(2026, 10, 20), {corner: Times()})
    put(desk, tables.Closure(from_date=date(2026, 10, 26), to_date=date(2026, 10, 26), name="Holiday"))
    lines = {line.participant: line for line in presence.month(later, date(2026, 10, 14))}
    mine = lines[corner]
    assert mine.due == (date(2026, 10, 5), MONDAY, date(2026, 10, 19))
    assert (len(mine.present), mine.days_absent, mine.unknown) == (1, 1, (MONDAY,))
    assert mine.extra == (date(2026, 10, 20),)
    assert not lines[group.people[0]].by_agreement
    assert lines[group.people[0]].unknown == (MONDAY,)


def test_few_selects(desk, house, selects):
    assert selects(presence.day, desk, MONDAY) == 1
    assert selects(presence.month, desk, MONDAY) == 1
