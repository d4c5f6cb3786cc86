"""Session 13 of 23; 5 of 11, 1 lost to Teamtag."""

from datetime import date, time, timedelta

from groupwork.domain.numbering import Counted, GroupCount, group_count, numbers
from groupwork.domain.schedule import Term
from groupwork.domain.sessions import Number, SessionStatus

TERM = Term("Autumn", date(2026, 8, 31), date(2026, 11, 20))
HELD, LOST = SessionStatus.HELD, SessionStatus.NOT_HELD


def garden_room():
    """The demo's project: Tuesdays and Thursdays, Thursday 5 November lost."""
    days = sorted(
        [date(2026, 9, 1) + timedelta(weeks=i) for i in range(12)]
        + [date(2026, 9, 3) + timedelta(weeks=i) for i in range(12)]
    )
    return [
        Counted(
            i,
            day,
            time(9, 45),
            5,
            1 if day.weekday() == 1 else 2,
            LOST if day == date(2026, 11, 5) else HELD,
            "Heating failure" if day == date(2026, 11, 5) else "",
        )
        for i, day in enumerate(days, start=1)
    ]


def test_a_number_runs_over_all_groups_of_the_activity_and_leaves_lost_ones_out():
    sessions = garden_room()
    found = numbers(sessions, [TERM])
    by_day = {s.date: found.get(s.id) for s in sessions}
    assert by_day[date(2026, 10, 13)] == Number(13, 23, 1)
    assert by_day[date(2026, 11, 5)] is None
    assert by_day[date(2026, 11, 19)] == Number(23, 23, 1)


def test_a_one_off_neither_has_a_number_nor_takes_one():
    one = Counted(99, date(2026, 9, 2), time(10), 5, None, HELD)
    found = numbers([*garden_room(), one], [TERM])
    assert 99 not in found
    assert found[2] == Number(2, 23, 1)


def test_one_group_alone_says_what_was_lost_to_what():
    thursdays = [s for s in garden_room() if s.group == 2]
    count = group_count(thursdays, thursdays[4])
    assert (count.n, count.of, count.lost) == (5, 11, ("Heating failure",))
    text, values = count.said()
    assert text.format(**values) == "5 of 11, 1 lost to Heating failure"


def test_the_words_for_nothing_many_and_unnamed_losses():
    def words(*lost):
        text, values = GroupCount(5, 11, lost).said()
        return text.format(**values)

    assert words() == "5 of 11"
    assert words("Teamtag", "Teamtag") == "5 of 11, 2 lost to Teamtag"
    assert words("a", "b", "c") == "5 of 11, 3 lost"
    assert words("") == "5 of 11, 1 lost"


def test_the_calendar_year_is_the_window_without_a_term():
    run = [
        Counted(1, date(2026, 12, 28), time(10), 1, 1, HELD),
        Counted(2, date(2027, 1, 4), time(10), 1, 1, HELD),
    ]
    assert numbers(run, []) == {1: Number(1, 1, 0), 2: Number(1, 1, 0)}
