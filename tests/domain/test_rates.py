"""Rates and hours with the research's numbers (domain_facts.md 3.5, fixture 1)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from groupwork.domain.attendance import NOT_RECORDED, Mark, Status
from groupwork.domain.rates import (
    Denominator,
    Entry,
    Rate,
    attendance,
    completion,
    completion_by_hours,
    done_alone,
    half_up,
    mean_level,
)
from groupwork.domain.tasks import Outcome, TaskResult

P = Status.PRESENT


def entry(status, *, early=None, late=None, minutes=None, length=90, held=True):
    return Entry(Mark(Status(status) if status else None, late, early, minutes), length, held)


# E60, E65, P90, A, E60, X, H, C, E50, L75, U, ? and a walk-in of 60 elsewhere: minutes in the room.
FIXTURE = [
    entry("P", early=30),
    entry("P", early=25),
    entry("P"),
    entry("A"),
    entry("P", early=30),
    entry("X"),
    entry("H"),
    entry("C", held=False),
    entry("P", early=40),
    entry("P", late=15),
    entry("U"),
    Entry(NOT_RECORDED, 90),
    entry("W", length=60),
]


class TestFixtureOne:
    found = attendance(FIXTURE)

    def test_rates(self):
        assert self.found.booked == Rate(6, 10, Denominator.BOOKED)
        assert self.found.booked.percent == Decimal("60.0")
        assert self.found.available == Rate(6, 9, Denominator.AVAILABLE)
        assert self.found.available.percent == Decimal("66.7")
        assert (self.found.dna.n, self.found.dna.of) == (1, 7)
        assert self.found.dna.percent == Decimal("14.3")

    def test_dose(self):
        assert (self.found.booked_minutes, self.found.minutes) == (400, 460)
        assert self.found.hours == Decimal("7.67")
        assert self.found.share(Denominator.BOOKED) == Decimal("44.4")
        assert self.found.share(Denominator.AVAILABLE) == Decimal("49.4")
        assert self.found.share_of_attended == Decimal("74.1")

    def test_beside_it(self):
        assert (self.found.not_recorded, self.found.walk_ins, self.found.transport) == (1, 1, 0)


@pytest.mark.parametrize(
    ("codes", "absent", "of", "percent"),
    [("PPPPPPPPAA", 2, 10, "20.0"), ("PPPPPPPPXA", 1, 9, "11.1")],
)
def test_published_dna_example(codes, absent, of, percent):
    dna = attendance([entry(code) for code in codes]).dna
    assert (dna.n, dna.of, dna.percent) == (absent, of, Decimal(percent))


@pytest.mark.parametrize(
    ("code", "available", "booked"),
    [(c, 1, 1) for c in "PRAXUOD"] + [(c, 0, 1) for c in "HV"] + [(c, 0, 0) for c in "TNWC"] + [("", 0, 0)],
)
def test_who_enters_which_denominator(code, available, booked):
    found = attendance([entry(code)])
    assert (found.available.of, found.booked.of) == (available, booked)


def test_only_held_sessions_count():
    found = attendance([entry("P", held=False), entry("", held=False)])
    assert (found.available.of, found.minutes, found.not_recorded) == (0, 0, 0)


class TestShown:
    def test_nothing_over_nothing_is_a_dash(self):
        rate = attendance([]).available
        assert rate.percent is None
        assert rate.shown(lambda value, digits: "never") == "–"
        assert attendance([]).share(Denominator.BOOKED) is None
        assert attendance([]).share_of_attended is None

    def test_one_decimal(self):
        assert Rate(6, 9, Denominator.AVAILABLE).shown(lambda v, d: f"{v:.{d}f}") == "66.7 %"

    def test_each_denominator_has_a_name(self):
        from groupwork.domain.rates import DENOMINATOR_LABELS

        assert set(DENOMINATOR_LABELS) == set(Denominator)


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(1, 4), 1, "0.3"),
        (Fraction(13, 4), 1, "3.3"),
        (Fraction(5, 100), 1, "0.1"),
        (Fraction(245, 100), 1, "2.5"),
        (Fraction(2, 3), 1, "0.7"),
        (Fraction(0), 1, "0.0"),
        (Fraction(100), 1, "100.0"),
        (Fraction(12345, 1000), 2, "12.35"),
    ],
)
def test_half_up(value, digits, rounded):
    assert str(half_up(value, digits)) == rounded


def result(code):
    if code == "?":
        return None
    if code in "0-":
        return TaskResult(Outcome.NOT_DONE if code == "0" else Outcome.NOT_OFFERED)
    return TaskResult(Outcome.PARTLY, 3) if code == "h" else TaskResult(Outcome.DONE, int(code))


@pytest.mark.parametrize(
    ("codes", "done", "alone", "of"),
    [("6543210", 6, 1, 7), ("66h0-?", 2, 2, 4), ("--??", 0, 0, 0), ("h", 0, 0, 1)],
)
def test_completion_and_done_alone(codes, done, alone, of):
    results = [result(code) for code in codes]
    assert completion(results) == Rate(done, of, Denominator.TASKS)
    assert done_alone(results) == Rate(alone, of, Denominator.TASKS)


def test_partly_at_six_is_not_done_alone():
    assert done_alone([TaskResult(Outcome.PARTLY, 6)]).n == 0


def test_completion_by_hours():
    weighted = completion_by_hours([(result("6"), 8), (result("0"), 2), (result("-"), 40), (None, 40)])
    assert (weighted.n, weighted.of, weighted.percent) == (8, 10, Decimal("80.0"))


def test_not_done_is_missing_for_averages_never_zero():
    assert mean_level([result("6"), result("5"), result("0"), result("-"), None]) == (Decimal("5.5"), 2)
    assert mean_level([result("0")]) == (None, 0)
