"""Terms, reasons and details of the centre: written, undone, in the journal."""

from dataclasses import replace
from datetime import date, time

import pytest

from groupwork.domain.centre import Region
from groupwork.domain.numbering import Counted, numbers
from groupwork.domain.schedule import Term
from groupwork.domain.sessions import SessionStatus
from groupwork.errors import NotAllowed, UserError
from groupwork.operations import history, reasons, sessions, settings, terms
from groupwork.store.tables import Session, Setting
from tests.builders import a_group, a_session, put

AUTUMN = Term("Autumn", date(2026, 8, 31), date(2026, 11, 20))
WINTER = Term("Winter", date(2026, 11, 30), date(2027, 2, 19))


def add(desk, term):
    return terms.add_term(desk, term.name, term.first, term.last)


def test_terms_are_added_changed_removed_and_undone(desk):
    add(desk, WINTER)
    add(desk, AUTUMN)
    assert terms.terms(desk) == (AUTUMN, WINTER)
    longer = replace(AUTUMN, last=date(2026, 11, 27))
    done = terms.change_term(desk, AUTUMN, "Autumn", longer.first, longer.last)
    assert terms.terms(desk) == (longer, WINTER)
    history.undo(desk, step=done.step)
    assert terms.terms(desk) == (AUTUMN, WINTER)
    terms.remove_term(desk, AUTUMN)
    assert terms.terms(desk) == (WINTER,)
    history.undo(desk)
    assert terms.terms(desk) == (AUTUMN, WINTER)
    said = [line.sentence for line in history.history(desk)]
    assert "Term removed, from Mon 31 Aug 2026" in said


def test_what_overlaps_or_is_gone_is_refused_and_nothing_written(desk):
    add(desk, AUTUMN)
    with pytest.raises(UserError, match="“Late” would overlap with the term “Autumn”"):
        terms.add_term(desk, "Late", date(2026, 11, 20), date(2026, 12, 1))
    with pytest.raises(UserError, match="no longer there"):
        terms.change_term(desk, WINTER, "W", WINTER.first, WINTER.last)
    with pytest.raises(UserError, match="no longer there"):
        terms.remove_term(desk, WINTER)
    assert terms.terms(desk) == (AUTUMN,)


def test_the_single_term_of_an_older_file_is_read_and_moved_with_the_first_change(desk):
    stored = settings.stored_terms([AUTUMN])[0]
    put(desk, Setting(key="term", value=stored))
    assert settings.centre(desk).terms == (AUTUMN,)
    assert settings.centre(desk).term == AUTUMN
    done = add(desk, WINTER)
    assert settings.centre(desk).terms == (AUTUMN, WINTER)
    assert not Setting.select().where(Setting.key == "term").exists()
    history.undo(desk, step=done.step)
    assert settings.centre(desk).terms == (AUTUMN,)
    assert Setting.select().where(Setting.key == "term").exists()


def test_the_centre_s_term_is_today_s_or_the_next(desk):
    add(desk, AUTUMN)
    add(desk, WINTER)
    for day, term in ((date(2026, 10, 12), AUTUMN), (date(2026, 11, 25), WINTER), (date(2027, 3, 1), None)):
        assert settings.centre(replace(desk, today=day)).term == term
    assert settings.centre(desk).term_on(date(2026, 11, 25)) is None


def test_the_numbers_in_sql_are_the_rule_of_the_domain_over_several_terms(desk):
    group = a_group(desk)
    days = [date(2026, 3, 2), date(2026, 8, 24), date(2026, 8, 31), date(2026, 11, 16), date(2026, 11, 23)]
    days += [date(2026, 11, 30), date(2027, 1, 4), date(2027, 2, 22), date(2027, 3, 1)]
    for day in days:
        a_session(desk, group, day=day)
    for told in ((), (AUTUMN,), (WINTER, AUTUMN)):
        settings.set_setting(desk, "terms", list(told))
        found = sessions.sessions_between(desk, days[0], days[-1])
        counted = [
            Counted(s.id, s.date, s.start, s.activity, s.group, SessionStatus(s.status)) for s in found
        ]
        assert {s.id: s.number for s in found} == numbers(counted, told)
    assert Session.select().count() == len(days)


@pytest.mark.parametrize(
    ("key", "value", "field", "shown"),
    [
        ("address", " 1 Lane \n\n Town\x07 ", "address", "1 Lane\nTown"),
        ("phone", "0555 0100", "phone", "0555 0100"),
        ("email", "a@b.example", "email", "a@b.example"),
        ("hours", {0: (time(9), time(16))}, "hours", {0: (time(9), time(16))}),
        ("region", Region("DE", "BY"), "region", Region("DE", "BY")),
        ("hint_closed", True, "hint_closed", True),
    ],
)
def test_details_of_the_centre_are_kept_and_undone(desk, key, value, field, shown):
    before = getattr(settings.centre(desk), field)
    done = settings.set_setting(desk, key, value)
    assert getattr(settings.centre(desk), field) == shown
    history.undo(desk, step=done.step)
    assert getattr(settings.centre(desk), field) == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("email", "nobody"),
        ("phone", "0" * 61),
        ("address", "x" * 401),
        ("address", "a\x00b"),
        ("hours", {0: (time(16), time(9))}),
        ("terms", ["spring"]),
        ("terms", [AUTUMN, AUTUMN]),
        ("not_held_reasons", ["Same", "same "]),
    ],
)
def test_details_that_do_not_fit_are_refused(desk, key, value):
    with pytest.raises(UserError):
        settings.set_setting(desk, key, value)
    assert not Setting.select().where(Setting.key == key).exists()


def test_reasons_are_the_usual_ones_until_the_centre_has_its_own(desk):
    german = replace(desk, language="de")
    assert reasons.reasons(desk, reasons.NOT_HELD)[0] == "Facilitator ill"
    assert reasons.reasons(german, reasons.NOT_HELD)[0] != "Facilitator ill"
    done = reasons.set_reasons(desk, reasons.NOT_HELD, ["Fire drill", "Outing instead"])
    assert reasons.reasons(german, reasons.NOT_HELD) == ("Fire drill", "Outing instead")
    assert reasons.has_own(desk, reasons.NOT_HELD)
    assert not reasons.has_own(desk, reasons.ABSENCE)
    assert history.sentence(desk, done) == "Setting changed: Reasons why a session is not held"
    reasons.set_reasons(desk, reasons.NOT_HELD, None)
    assert not reasons.has_own(desk, reasons.NOT_HELD)
    history.undo(desk)
    assert reasons.has_own(desk, reasons.NOT_HELD)


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
def test_only_some_may_change_them(desk, role):
    other = replace(desk, role=role)
    assert terms.terms(other) == ()
    assert reasons.reasons(other, reasons.ABSENCE)
    with pytest.raises(NotAllowed):
        add(other, AUTUMN)
    with pytest.raises(NotAllowed):
        reasons.set_reasons(other, reasons.ABSENCE, ["x"])
