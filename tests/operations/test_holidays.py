"""Public holidays: right for the region, shown with what they take, entered in one step."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from groupwork.domain.centre import Region
from groupwork.domain.holidays import COUNTRIES, Holiday, is_usual
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import closures, history, holidays, sessions, settings
from groupwork.store.tables import Closure
from tests.builders import a_group, a_session

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
BAVARIA, BERLIN = Region("DE", "BY"), Region("DE", "BE")
ENGLAND, SCOTLAND = Region("GB", "ENG"), Region("GB", "SCT")


def days(desk, region, first=FIRST, last=LAST):
    return {each.date: each for each in holidays.public_holidays(desk, region, first, last)}


@pytest.mark.parametrize(
    ("region", "there", "not_there"),
    [
        (BAVARIA, [(1, 6), (6, 4), (11, 1), (10, 3)], [(3, 8), (10, 31), (11, 18)]),
        (BERLIN, [(3, 8), (10, 3)], [(1, 6), (6, 4), (11, 1), (10, 31)]),
        (Region("DE", "SN"), [(10, 31), (11, 18)], [(11, 1)]),
        (Region("DE"), [(10, 3), (12, 26)], [(1, 6), (11, 1)]),
        (ENGLAND, [(4, 6), (8, 31), (5, 25)], [(1, 2), (11, 30), (8, 3), (7, 13)]),
        (SCOTLAND, [(1, 2), (8, 3), (11, 30)], [(4, 6), (8, 31)]),
        (Region("GB", "NIR"), [(3, 17), (7, 13), (8, 31)], [(1, 2), (11, 30)]),
        (Region("AT"), [(10, 26), (12, 8)], [(10, 3)]),
        (Region("CH", "ZH"), [(8, 1), (5, 1)], [(6, 4)]),
        (Region("IE"), [(2, 2), (3, 17), (10, 26)], [(5, 25)]),
        (Region("US", "CA"), [(7, 4), (11, 26), (3, 31)], [(4, 20)]),
    ],
)
def test_the_days_are_those_of_the_region(desk, region, there, not_there):
    found = days(desk, region)
    assert {date(2026, *day) for day in there} <= set(found)
    assert not {date(2026, *day) for day in not_there} & set(found)


def test_names_are_in_the_centre_s_language_where_there_are_any(desk):
    assert days(desk, BAVARIA)[date(2026, 10, 3)].name == "German Unity Day"
    settings.set_setting(desk, "language", "de")
    assert days(desk, BAVARIA)[date(2026, 10, 3)].name == "Tag der Deutschen Einheit"
    assert days(desk, ENGLAND)[date(2026, 1, 1)].name == "New Year’s Day"


def test_what_only_some_places_keep_is_shown_and_not_ticked(desk):
    assumption = days(desk, BAVARIA)[date(2026, 8, 15)]
    assert not assumption.everywhere
    assert not is_usual(assumption, {})
    assert date(2026, 8, 15) not in days(desk, BERLIN)


def test_every_part_of_every_country_has_holidays(desk):
    offered = holidays.countries(desk)
    assert [country.code for country in offered] == list(COUNTRIES)
    assert ("BY", "Bayern") in offered[0].parts
    for country in offered:
        for part in ("", *(code for code, _name in country.parts)):
            assert len(days(desk, Region(country.code, part))) >= 4, (country.code, part)


@pytest.mark.parametrize("region", [Region("XX"), Region("DE", "ZZ"), Region(""), Region("__doc__")])
def test_an_unknown_region_is_refused_in_words(desk, region):
    with pytest.raises(Refused, match="no public holidays for that region"):
        days(desk, region)


def test_too_long_a_span_is_refused(desk):
    with pytest.raises(Refused, match="at most"):
        days(desk, BERLIN, FIRST, date(2040, 1, 1))


@pytest.fixture
def wednesday(desk):
    """A session of a weekly group on Buß- und Bettag."""
    return a_session(desk, a_group(desk), day=date(2026, 11, 18))


def test_they_are_entered_in_one_step_and_undone(desk, wednesday):
    saxony = Region("DE", "SN")
    found = days(desk, saxony, desk.today, LAST)
    assert found[date(2026, 11, 18)].lost == 1
    added = holidays.add_holidays(desk, saxony, list(found.values()))
    assert (added.added, added.lost) == (len(found), 1)
    assert {row.kind for row in Closure.select()} == {"holiday"}
    assert sessions.session(desk, wednesday).status == "not_held"
    assert settings.centre(desk).region == saxony
    assert history.sentence(desk, added.done) == f"Public holidays added: {len(found)}"
    history.undo(desk)
    assert not Closure.select().exists()
    assert sessions.session(desk, wednesday).status == "planned"
    assert settings.centre(desk).region is None


def test_those_already_there_are_not_doubled(desk):
    closures.add_closure(desk, "Between the years", date(2026, 12, 24), date(2026, 12, 31))
    found = days(desk, BERLIN, desk.today, LAST)
    assert found[date(2026, 12, 25)].there
    assert not is_usual(found[date(2026, 12, 25)], {})
    added = holidays.add_holidays(desk, BERLIN, list(found.values()))
    again = holidays.add_holidays(desk, BERLIN, list(found.values()))
    assert (added.added, again.added) == (len(found) - 2, 0)
    assert Closure.select().count() == 1 + added.added


def test_nothing_ticked_is_refused(desk):
    with pytest.raises(Refused, match="at least one"):
        holidays.add_holidays(desk, BERLIN, [])


def test_a_volunteer_may_look_but_not_enter(desk):
    other = replace(desk, role="volunteer")
    found = days(other, BERLIN)
    with pytest.raises(NotAllowed):
        holidays.add_holidays(other, BERLIN, list(found.values()))


@pytest.mark.parametrize(
    ("day", "hours", "usual"),
    [
        (date(2026, 10, 3), {}, False),
        (date(2026, 10, 5), {}, True),
        (date(2026, 10, 3), {5: None}, True),
        (date(2026, 10, 5), {5: None}, False),
    ],
)
def test_days_on_which_the_centre_is_closed_are_not_ticked(day, hours, usual):
    assert is_usual(Holiday(day, "x"), hours) is usual


def test_few_selects_for_a_year(desk, selects):
    group = a_group(desk)
    for week in range(10):
        a_session(desk, group, day=date(2026, 10, 12) + timedelta(weeks=week))
    assert selects(holidays.public_holidays, desk, BERLIN, FIRST, LAST) <= 7
