"""What registers suggest about a day, what may be entered, and a day and a month of it."""

from datetime import date, datetime, time

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.people import PersonName
from groupwork.domain.presence import Away, Slot, Times, checked, suggest
from groupwork.domain.presence_day import PresenceDay, PresenceRow, State, month_line
from groupwork.errors import Refused

DAY = date(2026, 11, 18)
P = Mark(Status.PRESENT)


def at(text):
    return time.fromisoformat(text)


def now(text="10:00"):
    return datetime.combine(DAY, at(text))


def slot(start="09:45", end="11:45", mark=P, *, lost=False, number=1):
    return Slot(number, "Wood", at(start), at(end), "Workshop", mark, lost)


def marked(code):
    return Mark(Status(code))


MORNING = slot(mark=P)
CASES = (
    ("nothing", (), None, "18:00", None),
    ("arrived at the start", (MORNING,), None, "10:00", Times(at("09:45"))),
    ("late", (slot(mark=Mark(Status.PRESENT, late_min=20)),), None, "10:00", Times(at("10:05"))),
    ("late without minutes", (slot(mark=Mark(Status.PRESENT, late_min=0)),), None, "10:00",
     Times(at("09:45"))),
    ("later than the session", (slot(mark=Mark(Status.PRESENT, late_min=900)),), None, "13:00",
     Times(at("11:45"), at("11:45"))),
    ("over", (MORNING,), None, "12:00", Times(at("09:45"), at("11:45"))),
    ("left early", (slot(mark=Mark(Status.PRESENT, early_min=30)),), None, "12:00",
     Times(at("09:45"), at("11:15"))),
    ("one more to come", (MORNING, slot("13:30", "15:00", Mark())), None, "12:00", Times(at("09:45"))),
    ("the next was declined", (MORNING, slot("13:30", "15:00", marked("D"))), None, "12:00",
     Times(at("09:45"), at("11:45"))),
    ("both", (slot("13:30", "15:00", P), MORNING), None, None, Times(at("09:45"), at("15:00"))),
    ("a past day with a blank", (MORNING, slot("13:30", "15:00", Mark())), None, None,
     Times(at("09:45"), at("11:45"))),
    ("walk-in", (slot(mark=marked("W")),), None, "10:00", Times(at("09:45"))),
    ("declined: in the house, no time", (slot(mark=marked("D")),), None, "10:00", Times()),
    ("came too late: in the house", (slot(mark=marked("R")),), None, "10:00", Times()),
    ("unwell", (slot(mark=marked("U")),), None, "10:00", Away(Status.UNWELL)),
    ("unwell, afternoon open", (slot(mark=marked("U")), slot("13:30", "15:00", Mark())), None, "10:00", None),
    ("not recorded", (slot(mark=Mark()),), None, None, None),
    ("planned", (), Away(Status.HOSPITAL, "till Friday"), "10:00", Away(Status.HOSPITAL, "till Friday")),
    ("planned away and came", (MORNING,), Away(Status.LEAVE), "10:00", Times(at("09:45"))),
    ("lost session", (slot(lost=True),), None, "12:00", None),
)  # fmt: skip


@pytest.mark.parametrize(
    ("slots", "absence", "moment", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_what_registers_suggest(slots, absence, moment, wanted):
    assert suggest(slots, absence, now(moment) if moment else None) == wanted


@pytest.mark.parametrize(
    ("entry", "day"),
    [
        (Times(at("10:01")), DAY),
        (Times(at("09:00"), at("08:59")), DAY),
        (Times(at("09:00")), date(2026, 11, 19)),
        (Away(Status.PRESENT), DAY),
        (Away(Status.TOO_LATE), DAY),
    ],
)
def test_what_is_refused(entry, day):
    with pytest.raises(Refused):
        checked(entry, day, now())


@pytest.mark.parametrize(
    ("entry", "day"),
    [
        (Times(at("10:00"), at("16:00")), DAY),
        (Times(None, at("09:00")), DAY),
        (Times(), DAY),
        (Away(Status.UNWELL, "cold"), date(2026, 11, 19)),
    ],
)
def test_what_is_kept_as_it_is(entry, day):
    assert checked(entry, day, now()) == entry


def row(number=1, *, recorded=None, suggested=None, slots=(), agreed=True):
    name = PersonName("Moira", "Moira Tattersley", "Tattersley")
    return PresenceRow(number, f"P{number:02d}", name, "Tattersley", agreed, slots, recorded, suggested)


STATES = (
    ("nothing known", {}, State.NOT_YET),
    ("suggested", {"suggested": Times(at("09:45"))}, State.HERE),
    ("a suggested leaving is not believed", {"suggested": Times(at("09:00"), at("09:30"))}, State.HERE),
    ("recorded", {"recorded": Times(at("09:45"))}, State.HERE),
    ("left", {"recorded": Times(at("09:00"), at("09:30"))}, State.LEFT),
    ("leaves later", {"recorded": Times(at("09:00"), at("16:00"))}, State.HERE),
    ("away", {"recorded": Away(Status.UNWELL)}, State.AWAY),
    ("recorded says more", {"recorded": Away(Status.UNWELL), "suggested": Times(at("09:45"))}, State.AWAY),
    ("came after all", {"recorded": Times(at("09:45")), "suggested": Away(Status.HOSPITAL)}, State.HERE),
)


@pytest.mark.parametrize(("facts", "state"), [c[1:] for c in STATES], ids=[c[0] for c in STATES])
def test_where_somebody_is(facts, state):
    assert row(**facts).state(now(), DAY) is state


def test_only_somebody_whose_leaving_is_suggested_has_perhaps_left():
    assert row(suggested=Times(at("09:00"), at("09:30"))).perhaps_left(now(), DAY) == at("09:30")
    assert row(recorded=Times(at("09:00"), at("09:30"))).perhaps_left(now(), DAY) is None
    assert (
        row(recorded=Times(at("09:40")), suggested=Times(at("09:00"), at("09:30"))).perhaps_left(now(), DAY)
        is None
    )


def test_a_suggestion_fills_only_what_was_not_recorded():
    shown = row(recorded=Times(at("09:50")), suggested=Times(at("09:45"), at("11:45")))
    assert shown.known == Times(at("09:50"), at("11:45"))
    assert shown.prefilled


def test_the_counts_of_a_day():
    rows = (
        row(1, recorded=Times(at("09:00"))),
        row(2, suggested=Times(at("09:00"), at("09:30"))),
        row(3, recorded=Times(at("09:00"), at("09:30"))),
        row(4),
        row(5, recorded=Away(Status.UNWELL)),
    )
    page = PresenceDay(DAY, now(), rows)
    counts = page.counts
    assert (counts.here, counts.left, counts.not_yet, counts.away, counts.perhaps_left) == (2, 1, 1, 1, 1)
    assert counts.everybody == 5
    assert [r.participant for r in page.here()] == [1, 2]
    assert [r.participant for r in page.expected_now()] == [1, 2, 4]


def test_the_session_somebody_is_in():
    gone = slot("09:00", "09:50", P)
    running, other = slot(mark=Mark(), number=2), slot(mark=P, number=3)
    assert row(slots=(gone, running)).where(now()) == running
    assert row(slots=(gone, running, other)).where(now()) == other
    assert row(slots=(gone,)).where(now()) is None


def month(agreed, days, last=DAY):
    return month_line(row(), agreed, days, last)


def test_a_month_says_present_absent_and_not_recorded():
    days = [date(2026, 11, n) for n in (2, 4, 9, 11, 16, 18, 23)]
    known = {
        days[0]: row(recorded=Times(at("09:00"))),
        days[1]: row(recorded=Away(Status.UNWELL)),
        days[2]: row(suggested=Times(at("09:00"))),
        days[3]: row(),
        days[5]: row(suggested=Away(Status.HOSPITAL)),
        date(2026, 11, 3): row(recorded=Times(at("10:00"))),
    }
    line = month(days, known)
    assert line.by_agreement
    assert line.due == tuple(days[:6])
    assert line.present == (days[0], days[2])
    assert line.absent == ((days[1], Status.UNWELL), (days[5], Status.HOSPITAL))
    assert line.days_absent == 2
    assert line.unknown == (days[3], days[4])
    assert line.extra == (date(2026, 11, 3),)


def test_without_agreed_days_the_registers_say_who_was_due():
    days = {
        date(2026, 11, 2): row(slots=(slot(mark=P),), suggested=Times(at("09:45"))),
        date(2026, 11, 4): row(slots=(slot(mark=marked("W")),), suggested=Times(at("09:45"))),
        date(2026, 11, 9): row(slots=(slot(lost=True),)),
    }
    line = month((), days)
    assert not line.by_agreement
    assert (line.due, line.extra) == ((date(2026, 11, 2),), (date(2026, 11, 4),))
