"""Search anything over the real store: names of all scripts, groups, sessions, days."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from groupwork.errors import NotAllowed
from groupwork.operations import sessions as planning
from groupwork.operations.register import take_registers
from groupwork.operations.search import HitKind, search
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, an_activity, on, put


@pytest.fixture
def everybody(desk):
    for full in (
        "Zbigniew Łąckorzyński",
        "Jürgen Hassenpflug-Maier",
        "Declan O'Farrelly",
        "Nguyễn Thị Bích Lụa",
    ):
        a_person(desk, full)
    a_person(desk, "Lin Meihua", called="Meihua", rest="Lin Meihua", native="林美华")
    a_person(desk, "Yousef al-Kharrat", native="يوسف الخرّاط")
    a_person(desk, "Olena Hrytsenko", native="Олена Гриценко")
    a_person(desk, "Anjali Deshwal", native="अंजलि देशवाल")


def of(desk, typed, kind, **kw):
    return [hit for hit in search(desk, typed, **kw) if hit.kind is kind]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lack", "Zbigniew Łąckorzyński"),
        ("ŁĄCK zbig", "Zbigniew Łąckorzyński"),
        ("juergen", "Jürgen Hassenpflug-Maier"),
        ("o’farr", "Declan O'Farrelly"),
        ("bich lua", "Nguyễn Thị Bích Lụa"),
        ("美华", "Lin Meihua"),
        ("الخراط", "Yousef al-Kharrat"),
        ("гриц", "Olena Hrytsenko"),
        ("देशवाल", "Anjali Deshwal"),
        ("p05", "Lin Meihua"),
        ("P5", None),
    ],
)
def test_people_are_found_in_any_script_and_by_code(desk, everybody, typed, found):
    assert [hit.title for hit in of(desk, typed, HitKind.PERSON)] == ([found] if found else [])


@pytest.mark.parametrize(
    "typed", ["", "  ", "%", "_", "%%%", "'; DROP TABLE participant; --", "\x00", "x" * 9000]
)
def test_signs_of_sql_find_nothing_and_harm_nothing(desk, everybody, typed):
    assert search(desk, typed) == ()
    assert tables.Participant.select().count() == 8


def test_the_beginning_of_a_word_comes_before_its_middle_and_the_limit_holds(desk):
    a_person(desk, "Brenna Adams")
    for name in ("Renate Z", "Ren A", "Renzo B", "Rena C"):
        a_person(desk, name)
    titles = [hit.title for hit in of(desk, "ren", HitKind.PERSON, limit=5)]
    assert titles == ["Ren A", "Renzo B", "Rena C", "Renate Z", "Brenna Adams"]
    assert len(of(desk, "ren", HitKind.PERSON, limit=2)) == 2


def test_who_left_the_programme_for_good_is_found_by_who_may_open_records(desk):
    gone = a_person(desk, "Gone Away", active=False)
    assert [hit.person for hit in of(desk, "gone", HitKind.PERSON)] == [gone]
    assert of(replace(desk, role="volunteer"), "gone", HitKind.PERSON) == []


def test_a_person_leads_to_the_next_session_else_to_the_last(desk):
    group = a_group(desk, with_people=1)
    person = of(desk, "jurgen", HitKind.PERSON)[0]
    assert (person.spot, person.coming) == (None, False)
    before = a_session(desk, group, day=MONDAY - timedelta(days=7))
    take_registers(desk)
    person = of(desk, "jurgen", HitKind.PERSON)[0]
    assert (person.spot.id, person.spot.date, person.coming) == (before, MONDAY - timedelta(days=7), False)
    today = a_session(desk, group, day=MONDAY)
    later = a_session(desk, group, day=MONDAY + timedelta(days=7))
    person = of(desk, "jurgen", HitKind.PERSON)[0]
    assert (person.spot.id, person.coming) == (today, True)
    evening = on(desk, MONDAY, time(18))
    assert of(evening, "jurgen", HitKind.PERSON)[0].spot.id == later
    planning.mark_not_held(desk, later, "Heating")
    assert of(evening, "jurgen", HitKind.PERSON)[0].coming is False


def test_a_register_that_was_taken_says_who_is_on_it(desk):
    group = a_group(desk, with_people=1)
    a_session(desk, group, day=MONDAY)
    take_registers(desk)
    stranger = a_person(desk, "Walter Kümmelbein")
    put(desk, tables.Membership(group=group.id, participant=stranger, from_date=MONDAY))
    assert of(desk, "walter", HitKind.PERSON)[0].spot is None


def test_a_group_leads_to_its_next_session_and_stands_for_its_activity(desk):
    group = a_group(desk)
    a_session(desk, group, day=MONDAY - timedelta(days=7))
    session = a_session(desk, group, day=MONDAY + timedelta(days=7))
    an_activity(desk, "Wood carving")
    hits = search(desk, "wóod")
    assert [(h.kind, h.title) for h in hits if h.kind is not HitKind.SESSION] == [
        (HitKind.GROUP, "Wood workshop"),
        (HitKind.ACTIVITY, "Wood carving"),
    ]
    assert (hits[0].weekday, hits[0].spot.id, hits[0].coming) == (0, session, True)
    assert hits[1].spot is None


def test_a_group_that_ended_is_not_offered(desk):
    group = a_group(desk)
    row = tables.Group.get_by_id(group.id)
    row.to_date = MONDAY - timedelta(days=1)
    put(desk, row)
    assert of(desk, "wood", HitKind.GROUP) == []
    assert [h.title for h in of(desk, "wood", HitKind.ACTIVITY)] == ["Wood workshop"]


def test_sessions_nearest_to_today_come_first(desk):
    group = a_group(desk)
    for weeks in (-2, 3, 1, 0, -1):
        a_session(desk, group, day=MONDAY + timedelta(weeks=weeks))
    days = [hit.spot.date for hit in of(desk, "workshop", HitKind.SESSION, limit=4)]
    assert [(day - MONDAY).days for day in days] == [0, 7, -7, -14]


def test_a_title_of_its_own_is_found_on_any_day(desk):
    activity = an_activity(desk, "Outing")
    planning.plan_session(
        desk,
        activity=activity,
        title="Zoo in Osnabrück",
        date=MONDAY - timedelta(days=300),
        start=time(9),
        end=time(15),
        room=None,
        place="Zoo",
        staff=[],
        people=[],
    )
    hit = of(desk, "osnabruck", HitKind.SESSION)[0]
    assert (hit.title, hit.place, hit.coming) == ("Zoo in Osnabrück", "Zoo", False)


def test_its_own_name_goes_before_the_name_of_its_activity(desk):
    activity = an_activity(desk, "Morning round and weekly close")
    a_session(desk, activity=activity, title="Morning round")
    a_session(desk, activity=activity, title="Weekly close", day=MONDAY + timedelta(days=4))
    titles = [hit.title for hit in of(desk, "week", HitKind.SESSION)]
    assert titles == ["Weekly close", "Morning round"]


def test_two_letters_are_looked_for_at_the_beginning_of_words_only(desk):
    an_activity(desk, "Job applications")
    assert of(desk, "li", HitKind.ACTIVITY) == []
    assert of(desk, "lica", HitKind.ACTIVITY) != []


def test_days_are_relative_to_the_desk(desk):
    assert [h.day for h in of(desk, "tomorrow", HitKind.DATE)] == [date(2026, 10, 13)]
    other = replace(desk, today=date(2027, 12, 31), now=datetime.fromisoformat("2027-12-31T09:00"))
    assert [h.day for h in of(other, "morgen", HitKind.DATE)] == [date(2028, 1, 1)]
    assert of(desk, "KW 42", HitKind.DATE)[0].week


@pytest.mark.parametrize(("typed", "most"), [("wood", 2), ("next tue", 2), ("%", 0), ("", 0)])
def test_few_selects_per_key(desk, selects, everybody, typed, most):
    a_group(desk)
    assert selects(search, desk, typed) == most


def test_nothing_typed_is_stored(desk, everybody, store):
    steps = store.db.execute_sql("SELECT count(*) FROM journal_step").fetchone()
    search(desk, "Łąck")
    assert store.db.execute_sql("SELECT count(*) FROM journal_step").fetchone() == steps


def test_who_may_not_read_finds_nothing(desk):
    with pytest.raises(NotAllowed):
        search(replace(desk, role="unknown"), "wood")
