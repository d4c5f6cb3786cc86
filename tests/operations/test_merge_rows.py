"""Whatever two records hold: no mark is lost in a merge, nothing is left behind, one undo restores all."""

import random
from datetime import date, time, timedelta

import pytest

from groupwork.operations import history, merging
from groupwork.operations.merge_rows import RULES
from groupwork.store import tables
from groupwork.store.shape import shapes
from tests.builders import MONDAY, a_group, a_person, a_session, put

STATUSES = (None, "P", "R", "A", "X", "U", "O", "D", "T", "H", "V", "N", "W")


@pytest.fixture
def two(desk):
    """Two records of Ivo Petković."""
    born = date(1980, 5, 4)
    return a_person(desk, "Ivo Petković", birth_date=born), a_person(desk, "Ivo", email="ivo@example.org")


def dump(desk):
    """Every row of every table, derived columns too."""
    return {
        table: desk.store.db.execute_sql(f'SELECT * FROM "{table}" ORDER BY "id"').fetchall()
        for table in shapes(desk.store.db.param)
    }


def test_every_table_that_points_at_a_person_has_a_rule(desk):
    pointing = {
        each.model
        for each in shapes(desk.store.db.param).values()
        if any(target == "participant" for _column, target in each.links)
    }
    assert pointing == set(RULES)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_two_records_hold_no_mark_is_lost_and_undo_restores_all(desk, two, seed):
    keep, drop = two
    rng = random.Random(seed)
    fill(desk, rng, keep, drop)
    before, sums = dump(desk), union(keep, drop)
    merging.merge(desk, keep, drop)
    left = {row.session_id: row.status for row in tables.Attendance.select()}
    assert left.keys() == sums.keys()
    for session, statuses in sums.items():
        recorded = {s for s in statuses if s is not None}
        assert left[session] in (recorded or {None}) or (left[session], "W" in recorded) == ("P", True)
    for each in shapes(desk.store.db.param).values():
        for column, target in each.links:
            if target == "participant" and each.table != "participant":
                sql = f'SELECT count(*) FROM "{each.table}" WHERE "{column}" = {desk.store.db.param}'
                assert desk.store.db.execute_sql(sql, (drop,)).fetchone() == (0,), each.table
    assert desk.store.journal.verify().ok
    history.undo(desk)
    assert dump(desk) == before


def union(keep, drop):
    found: dict[int, set] = {}
    for row in tables.Attendance.select():
        found.setdefault(row.session_id, set()).add(row.status)
    return found


def fill(desk, rng, keep, drop):
    """Random marks, results, memberships, presence, contacts, consents and more for both."""
    group = a_group(desk, with_people=0)
    rows = []
    for n in range(12):
        session = a_session(desk, group, day=MONDAY - timedelta(weeks=n), status="held", register_taken=True)
        task = tables.SessionTask(session=session, position=0, name="Sanding")
        put(desk, task)
        for person in (keep, drop):
            status = rng.choice(STATUSES)
            if rng.random() < 0.7:
                rows.append(tables.Attendance(session=session, participant=person, status=status))
                if status in ("P", "W"):
                    rows.append(tables.Result(task=task.id, participant=person, outcome="done", level=3))
    for person in (keep, drop):
        for n in range(3):
            rows += loose(rng, person, group.id, n)
    put(desk, *rows)


def loose(rng, person, group, n):
    first = MONDAY - timedelta(days=rng.randrange(60))
    last = rng.choice((None, first + timedelta(days=rng.randrange(30))))
    day = MONDAY - timedelta(days=2 * n + rng.randrange(2))
    return (
        tables.Membership(group=group, participant=person, from_date=first, to_date=last),
        tables.AgreedDay(participant=person, weekday=rng.randrange(2), from_date=first, to_date=last),
        tables.Episode(participant=person, start=first, end=last),
        tables.Waiting(group=group, participant=person, since=first),
        tables.Alert(participant=person, kind="food", words=rng.choice(("nuts", "Nuts", "milk"))),
        tables.Contact(participant=person, name=rng.choice(("Ana", "Mila"))),
        tables.Trait(participant=person, kind="need", words=rng.choice(("quiet", "light"))),
        tables.Consent(participant=person, purpose="photos", given=bool(rng.randrange(2)), date=first),
        tables.DayPresence(participant=person, date=day, arrived=time(9)),
        tables.FollowUp(participant=person, opened=first, first_day=first, closed=first if n else None),
        tables.PlannedAbsence(participant=person, from_date=first, to_date=last or first, status="H"),
    )  # fmt: skip
