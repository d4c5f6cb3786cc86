"""Joining, leaving and waiting: one step each, and a register that was taken never moves."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.clashes import ClashKind
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import attendance, history, memberships
from groupwork.operations import register as registers
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, an_absence, an_activity, on, put

WEEK = timedelta(weeks=1)


def dump(desk):
    """Every row of every table."""
    return {t: list(t.select().order_by(t.id).tuples()) for t in tables.ALL}


def said(desk):
    return history.history(desk)[0].sentence


def undone(desk, done, before):
    desk.store.journal.undo(done.step, desk.actor)
    return dump(desk) == before


def test_several_people_join_in_one_step(desk):
    group, new = a_group(desk), [a_person(desk, "Lin Meihua"), a_person(desk, "Ivo")]
    before = dump(desk)
    joined = memberships.join(desk, group.id, new, MONDAY + WEEK, MONDAY + 4 * WEEK)
    lines = [line for line in memberships.members(desk, group.id) if line.participant in new]
    assert {(m.from_date, m.to_date) for m in lines} == {(MONDAY + WEEK, MONDAY + 4 * WEEK)}
    assert joined.past == ()
    assert said(desk) == "2 people join Wood workshop"
    assert undone(desk, joined.done, before)


def test_one_person_is_named_in_the_journal(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    memberships.join(desk, group.id, [ivo, ivo], MONDAY)
    assert said(desk) == "Ivo joins Wood workshop"


def test_past_registers_are_offered_and_only_changed_when_asked(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    past = [a_session(desk, group, day=MONDAY - n * WEEK) for n in (2, 1)]
    lost = a_session(desk, group, day=MONDAY - 3 * WEEK, status="not_held")
    registers.take_registers(desk)
    before = dump(desk)[tables.Attendance]
    joined = memberships.join(desk, group.id, [ivo], MONDAY - 4 * WEEK)
    assert [(p.session, p.people) for p in joined.past] == [(session, (ivo,)) for session in past]
    assert dump(desk)[tables.Attendance] == before
    untouched = dump(desk)
    done = memberships.add_to_registers(desk, [ivo], past)
    assert [s.participant_id for s in tables.Attendance.select()].count(ivo) == 2
    assert said(desk) == "Added to 2 registers"
    with pytest.raises(Refused, match="did not take place"):
        memberships.add_to_registers(desk, [ivo], [lost])
    assert undone(desk, done, untouched)


def test_who_is_added_later_is_not_recorded_and_a_planned_absence_prefills(desk):
    group, ivo, lin = a_group(desk), a_person(desk, "Ivo"), a_person(desk, "Lin Meihua")
    an_absence(desk, lin, "H")
    session = a_session(desk, group)
    registers.take_registers(desk)
    attendance.add_drop_in(desk, session, ivo)
    memberships.join(desk, group.id, [ivo, lin], MONDAY)
    memberships.add_to_registers(desk, [ivo, lin], [session])
    rows = {row.participant_id: row for row in tables.Attendance.select()}
    assert rows[ivo].status == "W"
    assert (rows[lin].status, rows[lin].planned) == ("H", True)


def test_nobody_is_in_a_group_twice_and_no_membership_ends_before_it_begins(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    memberships.join(desk, group.id, [ivo], MONDAY, MONDAY + 2 * WEEK)
    with pytest.raises(Refused, match="Ivo is in this group already"):
        memberships.join(desk, group.id, [ivo], MONDAY + 2 * WEEK)
    with pytest.raises(Refused, match="before the first"):
        memberships.join(desk, group.id, [ivo], MONDAY + 5 * WEEK, MONDAY + 4 * WEEK)
    memberships.join(desk, group.id, [ivo], MONDAY + 3 * WEEK)
    first = next(m for m in memberships.members(desk, group.id) if m.participant == ivo)
    with pytest.raises(Refused, match="already"):
        memberships.change_membership(desk, first.id, MONDAY, MONDAY + 3 * WEEK)
    with pytest.raises(Refused, match="before the first"):
        memberships.leave(desk, first.id, MONDAY - WEEK)


@pytest.mark.parametrize(
    ("people", "words"), [([], "Choose somebody"), ([999], "no person with the number 999")]
)
def test_joining_needs_somebody_there(desk, people, words):
    group = a_group(desk)
    with pytest.raises(Refused, match=words):
        memberships.join(desk, group.id, people, MONDAY)
    with pytest.raises(Refused, match="no group"):
        memberships.join(desk, 77, [a_person(desk)], MONDAY)


def test_leaving_and_other_days_are_one_step_each(desk):
    group = a_group(desk)
    member = memberships.members(desk, group.id)[0]
    before = dump(desk)
    done = memberships.leave(desk, member.id, MONDAY + WEEK)
    assert memberships.members(desk, group.id)[0].to_date == MONDAY + WEEK
    assert said(desk) == f"{member.name.full} leaves Wood workshop"
    assert undone(desk, done, before)
    done = memberships.change_membership(desk, member.id, MONDAY, MONDAY + WEEK)
    assert "other days in Wood workshop" in said(desk)
    assert undone(desk, done, before)


def test_an_earlier_begin_names_the_registers_it_missed(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    session = a_session(desk, group, day=MONDAY - WEEK)
    registers.take_registers(desk)
    memberships.join(desk, group.id, [ivo], MONDAY)
    mine = next(m for m in memberships.members(desk, group.id) if m.participant == ivo)
    memberships.change_membership(desk, mine.id, MONDAY - 2 * WEEK)
    assert [p.session for p in memberships.past_registers(desk, mine.id)] == [session]


def test_a_membership_is_removed_only_while_nothing_is_recorded_in_it(desk):
    group = a_group(desk)
    session = a_session(desk, group)
    registers.take_registers(desk)
    member = memberships.members(desk, group.id)[0]
    before = dump(desk)
    done = memberships.remove_membership(desk, member.id)
    assert len(memberships.members(desk, group.id)) == 2
    assert undone(desk, done, before)
    attendance.record_mark(desk, session, member.participant, Mark(Status.PRESENT))
    with pytest.raises(Refused, match=member.name.full):
        memberships.remove_membership(desk, member.id)


def test_waiting_ends_with_a_place_or_without(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    memberships.wait(desk, group.id, ivo, MONDAY - WEEK, " mornings  only ")
    line = memberships.waiting(desk, group.id)[0]
    assert (line.since, line.words, line.ended) == (MONDAY - WEEK, "mornings only", None)
    assert said(desk) == "Ivo waits for a place in Wood workshop"
    with pytest.raises(Refused, match="waiting"):
        memberships.wait(desk, group.id, ivo)
    before = dump(desk)
    joined = memberships.admit(desk, line.id, MONDAY)
    assert memberships.waiting(desk, group.id) == ()
    mine = memberships.groups_of(desk, ivo)
    assert [(g.name, g.from_date, g.rhythm.weekday) for g in mine.memberships] == [
        ("Wood workshop", MONDAY, 0)
    ]
    assert [(w.ended, w.outcome) for w in mine.waiting] == [(MONDAY, "joined")]
    assert undone(desk, joined.done, before)
    done = memberships.give_up(desk, line.id)
    assert memberships.groups_of(desk, ivo).waiting[0].outcome == "given_up"
    with pytest.raises(Refused, match="ended already"):
        memberships.admit(desk, line.id, MONDAY)
    assert undone(desk, done, before)


def test_a_member_does_not_wait_and_joining_ends_waiting(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    with pytest.raises(Refused, match="in this group already"):
        memberships.wait(desk, group.id, group.people[0])
    memberships.wait(desk, group.id, ivo)
    memberships.join(desk, group.id, [ivo], MONDAY)
    assert memberships.waiting(desk, group.id) == ()


def test_places_other_groups_and_stays_are_pointed_out(desk):
    small = an_activity(desk, "Ceramics", max_people=3)
    group, other = a_group(desk, activity=small), a_group(desk, with_people=0)
    ivo, gone = a_person(desk, "Ivo"), a_person(desk, "Rima Haddadin", until=MONDAY - WEEK)
    memberships.join(desk, other.id, [ivo], MONDAY - WEEK)
    found = memberships.join_warnings(desk, group.id, [ivo, gone], MONDAY)
    assert [(c.kind, c.text.format(**dict(c.values))) for c in found] == [
        (ClashKind.CAPACITY, "5 in the group, places for 3"),
        (ClashKind.PARTICIPANT, "Ivo: Wood workshop, 09:45–11:45"),
        (ClashKind.STAY, "Rima Haddadin has no stay at the centre on that day"),
    ]
    assert memberships.join(desk, group.id, [ivo, gone], MONDAY).done.step is not None


def test_a_group_that_has_ended_takes_nobody(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    row = tables.Group.get_by_id(group.id)
    row.to_date = MONDAY
    put(desk, row)
    with pytest.raises(Refused, match="ends on 2026-10-12"):
        memberships.join(desk, group.id, [ivo], MONDAY + WEEK)


def test_back_to_back_and_every_other_week_do_not_clash(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    row = tables.Group.get_by_id(a_group(desk, with_people=0).id)
    row.every_weeks, row.counted_from = 2, MONDAY
    other = tables.Group.get_by_id(group.id)
    other.every_weeks, other.counted_from = 2, MONDAY + WEEK
    put(desk, row, other)
    memberships.join(desk, row.id, [ivo], MONDAY)
    assert memberships.join_warnings(desk, group.id, [ivo], MONDAY) == ()


@pytest.mark.parametrize("seed", range(12))
def test_no_change_of_memberships_alters_a_register_that_was_taken(desk, seed):
    """Whatever is done with memberships and waiting lists, in any order: marks and lists stay."""
    drawn = random.Random(seed)
    groups = [a_group(desk, with_people=2), a_group(desk, with_people=1)]
    people = [a_person(desk, name) for name in ("Ivo", "Rima Haddadin", "Lin Meihua")]
    for group in groups:
        for n in (3, 2, 1, 0):
            a_session(desk, group, day=MONDAY - n * WEEK)
    registers.take_registers(desk)
    before = [list(t.select().order_by(t.id).tuples()) for t in (tables.Attendance, tables.Session)]
    for _turn in range(25):
        _try(desk, drawn, groups, people)
        registers.take_registers(desk)
    after = [list(t.select().order_by(t.id).tuples()) for t in (tables.Attendance, tables.Session)]
    assert after == before


def _try(desk, drawn, groups, people):
    """One random change; a refusal is an answer too."""
    group, person = drawn.choice(groups), drawn.choice([*people, *groups[0].people])
    day, last = (
        MONDAY + timedelta(days=drawn.randint(-40, 20)),
        MONDAY + timedelta(days=drawn.randint(-40, 40)),
    )
    lines = memberships.members(desk, group.id)
    waits = memberships.waiting(desk, group.id)
    changes = [
        lambda: memberships.join(desk, group.id, [person], day, drawn.choice([None, last])),
        lambda: memberships.wait(desk, group.id, person),
        lambda: memberships.leave(desk, drawn.choice(lines).id, last),
        lambda: memberships.change_membership(desk, drawn.choice(lines).id, day, last),
        lambda: memberships.remove_membership(desk, drawn.choice(lines).id),
        lambda: memberships.admit(desk, waits[0].id, day) if waits else None,
        lambda: memberships.give_up(desk, waits[0].id) if waits else None,
    ]
    try:
        if lines:
            drawn.choice(changes)()
    except Refused:
        pass


def test_the_register_of_a_coming_session_follows(desk):
    group, ivo = a_group(desk), a_person(desk, "Ivo")
    session = a_session(desk, group, day=MONDAY + WEEK)
    memberships.join(desk, group.id, [ivo], MONDAY)
    assert ivo in {row.participant for row in registers.register(desk, session).rows}
    registers.take_registers(on(desk, date(2026, 10, 19)))
    assert tables.Attendance.select().where(tables.Attendance.participant == ivo).exists()


def test_a_volunteer_changes_no_membership(desk):
    group, volunteer = a_group(desk), replace(desk, role="volunteer")
    with pytest.raises(NotAllowed):
        memberships.join(volunteer, group.id, [group.people[0]], MONDAY)


def test_members_stand_in_the_order_of_registers(desk):
    """Accents fold: Çelik stands near C and Özdemir near O, not after Z."""
    group = a_group(desk)
    names = ("Ayşe Zimmer", "Emre Özdemir", "Anna Dahl", "Can Çelik", "Ute Nowak", "Rolf Petri")
    people = [a_person(desk, name) for name in names]
    memberships.join(desk, group.id, people, MONDAY)
    order = [m.name.full for m in memberships.members(desk, group.id) if m.participant in people]
    assert [name.split()[1] for name in order] == ["Çelik", "Dahl", "Nowak", "Özdemir", "Petri", "Zimmer"]
