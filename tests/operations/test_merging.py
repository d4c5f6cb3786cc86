"""Two records of one person made one: nothing lost, one undo, found nowhere twice."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from groupwork import i18n
from groupwork.domain.attendance import Status
from groupwork.domain.merging import Fate, MergeChoices, Why
from groupwork.domain.person_history import Span
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import history, merging, people, person_history, search
from groupwork.store import tables
from groupwork.store.shape import shapes
from tests.builders import MONDAY, a_group, a_person, a_session, an_activity, put

STATUSES = (None, "P", "R", "A", "X", "U", "O", "D", "T", "H", "V", "N")


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")
    yield
    i18n.use("en")


def dump(desk):
    """Every row of every table, derived columns too."""
    return {
        table: desk.store.db.execute_sql(f'SELECT * FROM "{table}" ORDER BY "id"').fetchall()
        for table in shapes(desk.store.db.param)
    }


def a_mark(desk, session, person, status, **fields):
    put(desk, tables.Attendance(session=session, participant=person, status=status, **fields))


def held(desk, group=None, **fields):
    return a_session(desk, group, status="held", register_taken=True, **fields)


@pytest.fixture
def two(desk):
    """Two records of Ivo Petković, the second made when he dropped in."""
    return (
        a_person(desk, "Ivo Petković", birth_date=date(1980, 5, 4), phone="0555 0100"),
        a_person(desk, "Ivo", since=MONDAY - timedelta(weeks=2), email="ivo@example.org", phone="0555 0199"),
    )


def test_a_recorded_mark_wins_over_a_blank_and_over_one_filled_in_ahead(desk, two):
    keep, drop = two
    cases = [
        ((None, {}), ("P", {"late_min": 5}), "P"),
        (("A", {}), (None, {}), "A"),
        (("H", {"planned": True}), ("P", {}), "P"),
        ((None, {}), ("W", {}), "P"),
        (("P", {}), ("A", {}), "P"),
        (("W", {}), ("W", {}), "W"),
    ]
    sessions = [held(desk, day=MONDAY - timedelta(days=n)) for n in range(1, len(cases) + 1)]
    for session, (ours, theirs, _result) in zip(sessions, cases, strict=True):
        a_mark(desk, session, keep, ours[0], **ours[1])
        a_mark(desk, session, drop, theirs[0], **theirs[1])
    fates = {pair.session: pair.fate for pair in merging.compare(desk, keep, drop).marks}
    assert [fates[s] for s in sessions] == [
        Fate.TAKEN, Fate.KEPT, Fate.TAKEN, Fate.TAKEN, Fate.CONFLICT, Fate.SAME,
    ]  # fmt: skip
    merging.merge(desk, keep, drop)
    rows = {row.session_id: row for row in tables.Attendance.select()}
    assert [rows[s].status for s in sessions] == [result for _o, _t, result in cases]
    assert rows[sessions[0]].late_min == 5
    assert all(row.participant_id == keep for row in rows.values())


def test_two_different_marks_are_chosen_by_session(desk, two):
    keep, drop = two
    first, second = (held(desk, day=MONDAY - timedelta(days=n)) for n in (1, 2))
    for session in (first, second):
        a_mark(desk, session, keep, "A")
        a_mark(desk, session, drop, "W")
    merging.merge(desk, keep, drop, MergeChoices(sessions=frozenset({second})))
    rows = {row.session_id: row.status for row in tables.Attendance.select()}
    assert rows == {first: "A", second: "P"}, "who was expected and came is present, no walk-in"


def test_results_go_with_the_mark_that_counts(desk, two):
    keep, drop = two
    activity = an_activity(desk)
    for n, (mine, theirs) in enumerate((("P", "P"), ("A", "P"))):
        session = held(desk, activity=activity, day=MONDAY - timedelta(days=n + 1))
        task = tables.SessionTask(session=session, position=0, name="Sanding")
        put(desk, task)
        a_mark(desk, session, keep, mine)
        a_mark(desk, session, drop, theirs)
        put(desk, tables.Result(task=task.id, participant=drop, outcome="done", level=4))
    merging.merge(desk, keep, drop)
    (row,) = tables.Result.select()
    assert (row.participant_id, row.level) == (keep, 4)
    assert row.task.session.date == MONDAY - timedelta(days=1), "nobody absent has a result"


def test_stays_memberships_and_agreed_days_that_overlap_become_one(desk, two):
    keep, drop = two
    group = a_group(desk, with_people=0)
    day = timedelta(days=1)
    spans = ((keep, -30, -10), (drop, -12, None), (drop, -60, -50))
    for person, first, last in spans:
        ends = MONDAY + last * day if last else None
        put(
            desk,
            tables.Membership(
                group=group.id, participant=person, from_date=MONDAY + first * day, to_date=ends
            ),
        )
        put(
            desk,
            tables.AgreedDay(participant=person, weekday=2, from_date=MONDAY + first * day, to_date=ends),
        )
    merging.merge(desk, keep, drop)
    for table in (tables.Membership, tables.AgreedDay):
        found = [(row.from_date, row.to_date) for row in table.select().order_by(table.from_date)]
        assert found == [(MONDAY - 60 * day, MONDAY - 50 * day), (MONDAY - 30 * day, None)]
        assert {row.participant_id for row in table.select()} == {keep}
    (stay,) = tables.Episode.select()
    assert (stay.participant_id, stay.start, stay.end) == (keep, date(2026, 1, 5), None)


def test_fields_are_kept_taken_over_or_chosen(desk, two):
    keep, drop = two
    preview = merging.compare(desk, keep, drop)
    fates = {each.field: each.fate for each in preview.fields}
    assert fates == {
        "name": Fate.CONFLICT,
        "birth_date": Fate.KEPT,
        "phone": Fate.CONFLICT,
        "email": Fate.TAKEN,
    }
    assert preview.open == 2
    merging.merge(desk, keep, drop, MergeChoices(fields=frozenset({"phone"})))
    row = tables.Participant.get_by_id(keep)
    assert (row.full, row.phone, row.email) == ("Ivo Petković", "0555 0199", "ivo@example.org")
    gone = tables.Participant.get_by_id(drop)
    assert (gone.active, gone.merged_into_id, gone.phone, gone.email) == (False, keep, "", "")


def test_the_merged_record_is_found_nowhere_but_by_its_old_code(desk, two):
    keep, drop = two
    code = people.participant(desk, drop).code
    merging.merge(desk, keep, drop)
    assert [p.id for p in people.find_people(desk, "Ivo")] == [keep]
    assert people.participant(desk, code).id == keep
    assert people.participant(desk, drop).id == keep
    assert [hit.code for hit in search.search(desk, "ivo")] == ["P01"]
    assert not merging.likely_duplicates(desk)
    with pytest.raises(Refused):
        merging.merge(desk, keep, drop)


def test_a_third_record_takes_over_the_codes_of_both(desk, two):
    first, second = two
    third = a_person(desk, "Ivo Petkovic")
    merging.merge(desk, first, second)
    merging.merge(desk, third, first)
    assert people.participant(desk, "P02").id == people.participant(desk, "P01").id == third


def test_an_import_knows_the_merged_name_as_the_kept_person(desk, two):
    from groupwork.operations import imports

    keep, drop = two
    other = tables.Participant.get_by_id(drop)
    other.full = "Iwo Petkowitsch"
    put(desk, other)
    merging.merge(desk, keep, drop)
    known = imports._known()
    assert [k.code for k in known if k.full == "Iwo Petkowitsch"] == ["P01"]
    assert "P02" in {k.code for k in known}, "its code is not given away"


def test_one_undo_brings_everything_back(desk, two):
    keep, drop = two
    a_mark(desk, held(desk), drop, "W")
    before = dump(desk)
    done = merging.merge(desk, keep, drop)
    assert history.sentence(desk, done) == "Ivo Petković: a duplicate record was merged in"
    assert dump(desk) != before
    history.undo(desk)
    assert dump(desk) == before
    history.redo(desk)
    assert tables.Participant.get_by_id(drop).merged_into_id == keep


def test_the_rates_of_the_kept_person_are_those_of_both(desk, two):
    keep, drop = two
    for n, (person, status) in enumerate(((keep, "P"), (keep, "A"), (drop, "P"), (drop, "P"))):
        a_mark(desk, held(desk, day=MONDAY - timedelta(days=n)), person, status)
    merging.merge(desk, keep, drop)
    rate = person_history.attendance_history(desk, keep, Span.ALL).total.available
    assert (rate.n, rate.of, rate.percent) == (3, 4, Decimal("75.0"))
    assert rate.n == sum(row.status == Status.PRESENT for row in tables.Attendance.select())


def test_who_may_be_there_twice(desk):
    born = date(1980, 5, 4)
    first = a_person(desk, "Zoë Müller", birth_date=born)
    a_person(desk, "Zoe Muller", birth_date=born)
    a_person(desk, "Muller Zoé")
    a_person(desk, "Zoë Müller", birth_date=date(1990, 1, 1))
    a_person(desk, "Zoe Mueler", birth_date=born)
    a_person(desk, "Zoë")
    a_person(desk, "Walter Kümmelbein", birth_date=born)
    found = {(pair.first.id, pair.second.id): pair.why for pair in merging.likely_duplicates(desk)}
    assert found[first, 2] is Why.NAME_AND_BIRTH
    assert found[first, 3] is Why.NAME
    assert found[first, 4] is Why.TWO_BIRTHS
    assert found[first, 5] is Why.BIRTH
    assert found[first, 6] is Why.FIRST_NAME
    assert not any(7 in pair for pair in found), "a date of birth alone is no reason"


def test_a_preview_is_few_selects_and_a_merge_needs_the_right(desk, two, selects):
    keep, drop = two
    assert selects(merging.compare, desk, keep, drop) <= 5
    assert selects(merging.likely_duplicates, desk) == 1
    viewer = replace(desk, role="viewer")
    with pytest.raises(NotAllowed):
        merging.merge(viewer, keep, drop)
    with pytest.raises(Refused):
        merging.merge(desk, keep, keep)
    with pytest.raises(Refused):
        merging.compare(desk, keep, 999)
