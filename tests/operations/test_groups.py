"""Groups read: the list with its numbers, one page with its count and next session, clashes ahead."""

from datetime import date, time, timedelta

import pytest

from groupwork.domain.clashes import ClashKind
from groupwork.errors import Refused
from groupwork.operations import group_plan, groups, memberships, sessions, settings
from groupwork.store import tables
from tests.builders import MONDAY, a_person, an_activity, on, put

WEEK = timedelta(weeks=1)
AT = {"start": time(10), "end": time(11), "until": MONDAY + 5 * WEEK}


@pytest.fixture
def studio(desk):
    return sessions.add_room(desk, "Art studio", 6).id


@pytest.fixture
def clay(desk, studio):
    """Ceramics on Mondays from today on, with two people, one of whom has left the centre."""
    people = [a_person(desk, "Ivo"), a_person(desk, "Rima Haddadin", until=MONDAY - WEEK)]
    activity = an_activity(desk, "Ceramics", max_people=8, min_people=3)
    return group_plan.make_group(desk, activity=activity, date=MONDAY, room=studio, people=people, **AT).group


def test_a_group_counts_who_stays_and_takes_the_smaller_number_of_places(desk, clay):
    info = groups.group(desk, clay)
    assert (info.members, info.places, info.least, info.own_most) == (1, 6, 3, None)
    memberships.wait(desk, clay, a_person(desk, "Lin Meihua"))
    assert groups.group_list(desk)[0].waiting == 1


def test_a_group_to_come_counts_its_first_day_and_one_that_ended_its_last(desk, clay):
    later = group_plan.make_group(
        desk, title="Choir", date=MONDAY + WEEK, people=[a_person(desk, "Lin Meihua")], **AT
    ).group
    assert {info.id: info.members for info in groups.group_list(desk)} == {clay: 1, later: 1}
    group_plan.end_group(desk, clay, MONDAY)
    ended = groups.group_list(on(desk, MONDAY + WEEK), ended=True)
    assert [(info.id, info.members) for info in ended] == [(clay, 1)]


def test_the_page_says_how_far_the_group_is_and_what_comes(desk, clay):
    settings.set_setting(desk, "term", {"name": "Autumn", "from": "2026-08-31", "to": "2026-11-20"})
    first = sessions.group_sessions(desk, clay, MONDAY, MONDAY)[0]
    sessions.mark_not_held(desk, first.id, "Teamtag")
    page = groups.page(on(desk, MONDAY + WEEK), clay)
    assert page.count == groups.count_in_group(desk, page.next.id)
    assert (page.count.n, page.count.of, page.count.lost) == (1, 5, ("Teamtag",))
    assert page.next.date == MONDAY + WEEK
    over = groups.page(on(desk, MONDAY + 8 * WEEK), clay)
    assert over.next is None


def test_a_clash_ahead_is_the_groups(desk, clay, studio):
    sessions.plan_session(desk, title="Talk", date=MONDAY + WEEK, room=studio, start=time(10), end=time(12))
    found = groups.clashes_ahead(desk)
    assert list(found) == [clay]
    assert ClashKind.ROOM in [clash.kind for clash in found[clay]]


def test_reading_costs_the_same_few_selects(desk, clay, selects):
    few = selects(groups.page, desk, clay), selects(groups.group_list, desk)
    for n in range(3):
        group_plan.make_group(desk, title=f"Choir {n}", date=MONDAY, **AT)
    assert (selects(groups.page, desk, clay), selects(groups.group_list, desk)) == few
    assert few <= (7, 2)


def test_a_group_that_is_not_there_is_refused(desk):
    with pytest.raises(Refused, match="no group with the number 7"):
        groups.page(desk, 7)


def test_a_group_of_an_older_file_goes_on(desk, clay):
    """Sessions without a place in the series are extras: nothing moves or doubles them."""
    row = tables.Session.select().where(tables.Session.group == clay).first()
    row.series_date = None
    put(desk, row)
    group_plan.change_group(desk, clay, weekday=2)
    dates = [s.date for s in sessions.group_sessions(desk, clay, MONDAY, date(2026, 12, 31))]
    assert dates[0] == MONDAY
    assert len(set(dates)) == len(dates)
