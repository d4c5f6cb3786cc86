"""The pack of a day: "Read before you start" in front, then every sheet."""

from dataclasses import replace
from datetime import date

from groupwork.domain.people import Alert, AlertKind
from groupwork.domain.register import Register
from groupwork.domain.sheet_facts import DayFacts, Look, SessionFacts, Stamp
from groupwork.sheets.draw import day_pack
from tests.sheets.facts import ALERTS, PRINTED, STAMP, a_row, a_session, a_sheet
from tests.sheets.pictures import ink_in, render, words_of
from tests.sheets.test_session_plan import facts as plan_facts

DAY = date(2026, 9, 29)
MOMENT = PRINTED


def a_day(*sessions, closure=""):
    return DayFacts("Kiefernbogen Day Centre", DAY, closure, sessions, MOMENT)


def packed(day, **look):
    return day_pack(day, look=Look(**look), stamps=tuple(STAMP for _ in day.sessions))


def test_alerts_stand_in_words_by_session_and_person():
    pack = packed(a_day(a_sheet(3, 0), a_sheet(2, 2)))
    pages = words_of(pack.data)
    assert len(pages) == pack.pages == 3
    for words in ALERTS.values():
        assert words in pages[0]
    assert pages[0].count("Annegret") == 2
    assert "Read before you start" in pages[0]
    assert not any(words in page for page in pages[1:] for words in ALERTS.values())


def test_what_may_not_be_printed_is_not():
    row = a_row(0)
    row = type(row)(**{**vars(row), "alerts": (Alert(AlertKind.SAFETY, "Never on paper", printed=False),)})
    facts = SessionFacts("Centre", Register(a_session(), (), (row,)), MOMENT)
    pack = packed(a_day(facts))
    assert "Never on paper" not in "".join(words_of(pack.data)) + "".join(pack.text)
    assert "1 more alert on the screen only" in pack.text[0]
    assert "No alerts." not in pack.text[0]


def test_closures_and_empty_days():
    pack = packed(a_day(closure="Staff training day"))
    assert "Closed today: Staff training day" in words_of(pack.data)[0]
    assert "No sessions are planned" in words_of(pack.data)[0]


def test_many_alerts_go_to_further_pages_and_heads_never_stand_alone():
    kinds = tuple(ALERTS)
    many = a_sheet(rows=[a_row(n, alerts=kinds) for n in range(24)])
    pack = packed(a_day(many))
    first = [page for page in words_of(pack.data) if "Read before you start" in page]
    assert len(first) > 1
    assert f"page 2 of {len(first)}" in first[1]
    for page in range(len(first)):
        picture = render(pack.data, page)
        assert ink_in(picture, 0, 290, 210, 297) == 0


def test_very_long_words_of_an_alert_wrap():
    row = a_row(0)
    long = Alert(AlertKind.SAFETY, "Anfallsleiden: " + "ruhig bleiben und die Zeit stoppen, " * 12)
    facts = SessionFacts(
        "Centre", Register(a_session(), (), (type(row)(**{**vars(row), "alerts": (long,)}),)), MOMENT
    )
    pack = packed(a_day(facts), language="de")
    picture = render(pack.data, 0)
    assert ink_in(picture, 195, 0, 210, 297) == 0
    assert " ".join(words_of(pack.data)[0].split()).count("ruhig bleiben") == 12


def test_letter_and_large_print():
    for look in ({"paper": "Letter"}, {"large": True}, {"paper": "Letter", "large": True}):
        pack = packed(a_day(a_sheet(4, 1)), **look)
        assert "Annegret" in words_of(pack.data)[0]


def test_a_preview_says_so():
    pack = day_pack(a_day(a_sheet(2, 0)), look=Look(), stamps=(Stamp(),), preview=True)
    assert all("Preview" in page for page in words_of(pack.data))


def with_plan(facts):
    return replace(facts, plan=plan_facts())


def test_a_plan_stands_before_its_register_where_it_was_asked_for():
    pack = packed(a_day(a_sheet(3, 0), with_plan(a_sheet(2, 2)), a_sheet(2, 0)))
    pages = words_of(pack.data)
    kinds = ["plan" if "Session plan" in page else "register" for page in pages[1:]]
    assert kinds == ["register", "plan", "register", "register"]
    assert "Fill holes" in pages[2]
    assert len(pack.text) == pack.pages == len(pages)
    assert "Fill holes" in pack.text[2]


def test_registers_are_the_same_with_and_without_their_plan():
    plain, planned = packed(a_day(a_sheet(12, 5))), packed(a_day(with_plan(a_sheet(12, 5))))
    assert planned.pages == plain.pages + 1
    assert (render(plain.data, 1) == render(planned.data, 2)).all()
