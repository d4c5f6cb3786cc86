"""Which backups may go: tables over days, weeks, months, and clocks that are wrong."""

from datetime import datetime, timedelta

import pytest

from groupwork.domain.retention import DAILY, MONTHLY, WEEKLY, surplus

NOW = datetime.fromisoformat("2026-11-21T17:30")


def at(text, year=2026):
    return datetime.fromisoformat(f"{year}-{text}")


def left(made, now=NOW):
    gone = surplus(made, now)
    return [each for n, each in enumerate(made) if n not in gone]


def daily(days, now=NOW, hours=(9, 12, 16)):
    """Backups at these hours on each of the days before."""
    day = now.replace(hour=0, minute=0)
    return [day - timedelta(days=n) + timedelta(hours=h) for n in range(days) for h in hours]


@pytest.mark.parametrize(
    ("made", "stay"),
    [
        ([], []),
        (["01-01T09:00"], ["01-01T09:00"]),
        # every one of today and the day before
        (
            ["11-21T09:00", "11-21T09:30", "11-20T08:00", "11-20T08:30"],
            ["11-21T09:00", "11-21T09:30", "11-20T08:00", "11-20T08:30"],
        ),
        # before that the newest of a day
        (["11-21T09:00", "11-19T08:00", "11-19T16:00", "11-19T12:00"], ["11-21T09:00", "11-19T16:00"]),
        # a month's end parts nothing while days have places
        (["11-21T09:00", "11-01T08:00", "10-31T08:00"], ["11-21T09:00", "11-01T08:00", "10-31T08:00"]),
        # dated in the future: the clock was wrong once; they stay, and so do those now
        (
            ["12-24T09:00", "12-24T08:00", "11-21T09:00", "11-18T09:00"],
            ["12-24T09:00", "12-24T08:00", "11-21T09:00", "11-18T09:00"],
        ),
    ],
)
def test_which_stay(made, stay):
    assert left([at(each) for each in made]) == [at(each) for each in stay]


def test_days_without_a_backup_take_no_place():
    weekly = [NOW - timedelta(days=7 * n) for n in range(1, DAILY + 1)]
    assert left([NOW, *weekly]) == [NOW, *weekly]


def test_a_full_history_keeps_days_then_weeks_then_months():
    stay = left(daily(500))
    recent = [each for each in stay if each >= NOW.replace(hour=0, minute=0) - timedelta(days=1)]
    older = stay[len(recent) :]
    assert len(recent) == 6
    assert len(older) == DAILY + WEEKLY + MONTHLY
    days = [each.date() for each in older]
    assert [(days[n] - days[n + 1]).days for n in range(DAILY - 1)] == [1] * (DAILY - 1)
    weeks = [day.isocalendar()[:2] for day in days[: DAILY + WEEKLY]]
    assert len(set(weeks[DAILY - 1 :])) == WEEKLY + 1
    months = [(day.year, day.month) for day in days[DAILY + WEEKLY :]]
    assert months == sorted(set(months), reverse=True)


def test_the_newest_of_a_month_is_its_last_day_also_in_february():
    now = datetime.fromisoformat("2024-12-31T12:00")
    months = [each.date() for each in left(daily(400, now), now)][-MONTHLY:]
    assert [(day.month, day.day) for day in months[-3:]] == [(3, 31), (2, 29), (1, 31)]


def test_a_week_over_the_turn_of_the_year_is_one_week():
    now = datetime.fromisoformat("2027-02-01T12:00")
    made = [at("01-03T09:00", 2027), at("01-01T09:00", 2027), at("12-31T09:00"), at("12-28T09:00")]
    filler = [now - timedelta(days=n) for n in range(DAILY + 2)]
    assert left([*filler, *made], now)[len(filler) :] == [at("01-03T09:00", 2027)]


def test_thinned_after_each_backup_as_much_stays_as_thinned_once():
    """The real life of a folder: three a day for two years, thinned each time."""
    first = datetime.fromisoformat("2025-01-01T00:00")
    folder, now = [], first
    for day in range(730):
        for hour in (9, 12, 16):
            now = first + timedelta(days=day, hours=hour)
            folder = left([*folder, now], now)
    assert len(folder) == 6 + DAILY + WEEKLY + MONTHLY
    assert min(folder) < now - timedelta(days=300)


@pytest.mark.parametrize("days", [1, 30, 400])
def test_a_clock_set_back_deletes_nothing_that_lies_ahead(days):
    made = daily(40)
    back = NOW - timedelta(days=days)
    ahead = [each for each in made if each > back]
    assert set(ahead) <= set(left([*made, back], back))
    assert back in left([*made, back], back)


def test_the_newest_stays_however_old():
    made = daily(3, NOW - timedelta(days=900))
    assert max(made) in left(made)


def test_the_order_of_the_list_does_not_matter():
    made = daily(60)
    assert sorted(left(made)) == sorted(left(list(reversed(made))))
