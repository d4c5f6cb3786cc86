"""One person over time through the real store: rates, months, groups, tasks, last marks, looks."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from groupwork import i18n
from groupwork.domain.attendance import Mark, Status
from groupwork.domain.person_history import Span
from groupwork.domain.tasks import Outcome
from groupwork.errors import NotAllowed
from groupwork.operations import history
from groupwork.operations import person_history as operations
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, an_activity, on, put

BOOKED = (
    ("P", {"early_min": 30}),
    ("P", {"early_min": 25}),
    ("P", {}),
    ("A", {}),
    ("P", {"early_min": 30}),
    ("X", {}),
    ("H", {}),
    ("C", {}),
    ("P", {"early_min": 40}),
    ("P", {"late_min": 15}),
    ("U", {}),
    (None, {}),
)
"""research/domain_facts.md §3.5, fixture 1: sessions of 90 minutes."""


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")
    yield
    i18n.use("en")


def a_mark(desk, session, person, status, **fields):
    put(desk, tables.Attendance(session=session, participant=person, status=status, **fields))


@pytest.fixture
def person(desk):
    """Twelve booked Mondays before MONDAY and one walk-in of 60 minutes elsewhere."""
    group = a_group(desk, with_people=1, since=MONDAY - timedelta(weeks=12))
    (who,) = group.people
    for n, (status, fields) in enumerate(BOOKED):
        lost = status == "C"
        session = a_session(
            desk,
            group,
            day=MONDAY - timedelta(weeks=12 - n),
            end=time(11, 15),
            status="not_held" if lost else "held",
            register_taken=True,
        )
        a_mark(desk, session, who, "P" if lost else status, **fields)
    walk = a_session(
        desk, day=MONDAY - timedelta(days=2), end=time(10, 45), status="held", register_taken=True
    )
    a_mark(desk, walk, who, "W")
    return who


def test_the_numbers_of_the_worked_example_through_the_real_store(desk, person):
    found = operations.attendance_history(desk, person, Span.ALL)
    total = found.total
    assert (total.booked.n, total.booked.of, total.booked.percent) == (6, 10, Decimal("60.0"))
    assert (total.available.of, total.available.percent) == (9, Decimal("66.7"))
    assert (total.dna.n, total.dna.of, total.dna.percent) == (1, 7, Decimal("14.3"))
    assert (total.minutes, total.hours, total.booked_minutes) == (460, Decimal("7.67"), 400)
    assert (total.not_recorded, total.walk_ins, total.transport, found.open, found.outside) == (1, 1, 0, 0, 0)
    assert len(found.visits) == 13
    lost = next(v for v in found.visits if v.mark.status is Status.CENTRE_CANCELLED)
    assert lost.mark == Mark(Status.CENTRE_CANCELLED), "a mark kept on a lost session counts nothing"


def test_groups_and_months_add_up_and_a_group_can_be_chosen(desk, person):
    found = operations.attendance_history(desk, person, Span.ALL)
    assert [g.group.id is None for g in found.groups] == [False, True], "single sessions stand last"
    assert sum(m.rates.minutes for m in found.months) == found.total.minutes
    assert sum(m.rates.available.of for m in found.months) == 9
    assert [m.month for m in found.months] == sorted((m.month for m in found.months), reverse=True)
    chosen = operations.attendance_history(desk, person, Span.ALL, found.groups[0].group.id)
    assert (len(chosen.visits), chosen.total.walk_ins, len(chosen.groups)) == (12, 0, 2)


def test_spans_begin_where_they_say(desk, person):
    read = operations.attendance_history
    assert read(desk, person, Span.MONTHS).first == date(2026, 7, 12)
    assert read(on(desk, date(2026, 5, 31)), person, Span.MONTHS).first == date(2026, 2, 28)
    assert read(desk, person, Span.TERM).first == date(2026, 1, 1), "without a term: the calendar year"
    later = on(desk, MONDAY + timedelta(weeks=8))
    assert len(operations.attendance_history(later, person, Span.MONTHS).visits) < 13


def test_sessions_outside_every_stay_are_pointed_out_and_counted_in_no_rate(desk, person):
    episode = tables.Episode.get(tables.Episode.participant == person)
    episode.end = MONDAY - timedelta(weeks=4, days=1)
    put(desk, episode)
    found = operations.attendance_history(desk, person, Span.ALL)
    assert (found.outside, found.total.available.of, found.total.walk_ins) == (5, 6, 0)
    assert len(found.visits) == 13


def test_what_is_still_ahead_today_is_not_shown_and_what_is_over_is_an_open_register(desk):
    group = a_group(desk, with_people=1)
    for at in (time(7), time(15)):
        end = time(at.hour + 1)
        session = a_session(desk, group, start=at, end=end, register_taken=True)
        a_mark(desk, session, group.people[0], None)
    found = operations.attendance_history(desk, group.people[0], Span.ALL)
    assert [v.start for v in found.visits] == [time(7)]
    assert (found.open, found.total.not_recorded) == (1, 0)


@pytest.fixture
def tasks(desk):
    """Five sessions of one activity with the tasks Sanding and Painting; the person's results."""
    activity = an_activity(desk, tasks=("Sanding", "Painting"))
    who = a_person(desk)
    library = list(tables.ActivityTask.select().order_by(tables.ActivityTask.position))
    results = (("done", 6), ("done", 4), ("partly", 3), ("not_done", None), ("not_offered", None))
    for n, (outcome, level) in enumerate(results):
        day = MONDAY - timedelta(weeks=5 - n)
        session = a_session(desk, day=day, activity=activity, status="held", register_taken=True)
        for each in library:
            row = tables.SessionTask(session=session, position=each.position, name=each.name)
            row.activity_task = each.id
            put(desk, row)
            said = (outcome, level) if each.name == "Sanding" else ("done", None)
            put(desk, tables.Result(task=row.id, participant=who, outcome=said[0], level=said[1]))
    return who


def test_tasks_count_what_was_offered_and_a_missing_level_is_never_nought(desk, tasks):
    sanding, painting = operations.task_history(desk, tasks).tasks
    assert (sanding.name, painting.name) == ("Sanding", "Painting")
    counts = [sanding.count(outcome) for outcome in Outcome]
    assert counts == [2, 1, 1, 1]
    assert (sanding.completion.n, sanding.completion.of, sanding.alone) == (2, 4, 1)
    assert sanding.mean == (Decimal("4.3"), 3)
    assert sanding.last.result.outcome is Outcome.NOT_DONE
    assert painting.mean == (None, 0)


def test_quantity_and_minutes_of_a_task_are_added_up(desk, tasks):
    sanding, _painting = operations.task_history(desk, tasks).tasks
    assert sanding.made == (None, None)
    for row, quantity, minutes in zip(
        tables.Result.select().limit(3), (4, None, 3), (20, None, None), strict=True
    ):
        row.quantity, row.minutes = quantity, minutes
        put(desk, row)
    made = [line.made for line in operations.task_history(desk, tasks).tasks]
    assert made in ([(7, 20), (None, None)], [(4, None), (3, 20)], [(4, 20), (None, None)])


def test_a_renamed_task_of_the_library_is_one_line_under_its_latest_name(desk, tasks):
    last = tables.SessionTask.select().where(tables.SessionTask.name == "Sanding")[-1]
    last.name = "Sanding fine"
    put(desk, last)
    assert [t.name for t in operations.task_history(desk, tasks).tasks] == ["Sanding fine", "Painting"]


def test_last_marks_of_many_people_are_one_select_newest_last(desk, person, selects):
    other = a_person(desk, "Björn Thielecke")
    found = operations.sparklines(desk, [person, other])
    assert found[other] == ()
    marks = [mark.status for mark in found[person]]
    assert len(marks) == 12
    assert marks[-1] is Status.WALK_IN, "held sessions only, newest last"
    assert marks[-2] is None, "a blank of a held session is a fact too"
    assert selects(operations.sparklines, desk, [person, other]) == 1
    assert operations.sparklines(desk, []) == {}


@pytest.mark.parametrize("read", [operations.attendance_history, operations.task_history])
def test_a_persons_history_is_one_select_and_the_terms(desk, person, selects, read):
    read(desk, person)
    assert selects(read, desk, person) == 1


def test_a_volunteer_opens_no_records(desk, person):
    volunteer = replace(desk, role="volunteer")
    for read in (operations.attendance_history, operations.task_history, operations.looked_at):
        with pytest.raises(NotAllowed):
            read(volunteer, person)


def views(desk):
    return [line for line in history.history(desk, views=True) if "looked at" in line.sentence]


def test_a_look_is_in_the_history_with_the_name_once_in_five_minutes(desk, person):
    for _again in range(3):
        operations.looked_at(desk, person)
        operations.write_looks(desk)
    assert [line.sentence for line in views(desk)] == ["Records looked at: Jürgen Hassenpflug-Maier"]
    assert not any("looked at" in line.sentence for line in history.history(desk))
    assert desk.store.journal.verify().ok


def test_who_may_not_open_records_does_not_see_whose_were_looked_at(desk, person):
    operations.looked_at(desk, person)
    operations.write_looks(desk)
    volunteer = replace(desk, role="volunteer")
    with pytest.raises(NotAllowed):
        history.history(volunteer, views=True)
    assert history.history(volunteer)
