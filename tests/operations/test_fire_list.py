"""The fire list and the registers of a week, through the operations."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.fire_list import Basis
from groupwork.domain.people import AlertKind
from groupwork.domain.presence import Away, Times
from groupwork.errors import Cancelled, NotAllowed, Refused
from groupwork.operations import fire_list, history, presence, sessions, settings, week_pack
from groupwork.operations.attendance import record_mark
from groupwork.operations.register import take_registers
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, an_activity, on, put


@pytest.fixture
def house(desk):
    group = a_group(desk)
    session = a_session(desk, group)
    person = a_person(
        desk, "Ida Quast", alerts=(("safety", "epilepsy"), ("food", "no nuts"), ("support", "arm"))
    )
    put(desk, tables.AgreedDay(participant=person, weekday=0, from_date=date(2026, 1, 5)))
    take_registers(desk)
    return group, session, person


def test_it_is_of_expected_people_until_somebody_is_here(desk, house):
    facts = fire_list.facts(desk, MONDAY)
    assert facts.basis is Basis.EXPECTED
    assert len(facts.lines) == 4
    presence.arrived_now(desk, [house[2]])
    facts = fire_list.facts(desk, MONDAY)
    assert facts.basis is Basis.HERE
    assert [line.name for line in facts.lines] == ["Quast, Ida"]
    assert len(facts.not_yet) == 3


def test_who_left_or_is_away_is_not_on_it_and_who_perhaps_left_is(desk, house):
    group, session, corner = house
    record_mark(desk, session, group.people[0], Mark(Status.PRESENT))
    presence.record(desk, MONDAY, {group.people[1]: Away(Status.UNWELL)})
    presence.record(desk, MONDAY, {corner: Times(time(9, 0), time(9, 30))})
    noon = on(desk, MONDAY, time(12, 30))
    (line,) = fire_list.facts(noon, MONDAY).lines
    assert line.perhaps_left == time(11, 45)
    (line,) = fire_list.facts(desk, MONDAY).lines
    assert (line.running, line.group, line.perhaps_left) == (True, "Wood workshop", None)


def test_kinds_of_alerts_are_on_it_and_their_words_never(desk, house):
    presence.arrived_now(desk, [house[2]])
    put(desk, tables.Alert(participant=house[2], kind="one_to_one", words="secret", printed=False))
    assert fire_list.facts(desk, MONDAY).lines[0].help == (AlertKind.SAFETY, AlertKind.SUPPORT)
    text = "\n".join(fire_list.fire_list(desk).text)
    for word in ("epilepsy", "nuts", "arm", "secret"):
        assert word not in text


def test_printing_is_an_event_and_a_preview_is_none(desk, house):
    before = len(history.history(desk))
    fire_list.fire_list(desk, preview=True)
    assert len(history.history(desk)) == before
    fire_list.fire_list(desk)
    assert history.history(desk)[0].sentence == "Fire list printed"
    assert not history.history(desk)[0].undoable


def test_the_meeting_point_is_a_setting(desk, house):
    settings.set_setting(desk, "meeting_point", "  At the gate ")
    assert "Meeting point: At the gate" in fire_list.fire_list(desk, preview=True).text[0]


def test_a_past_day_says_who_came(desk, house):
    presence.arrived_now(desk, [house[2]])
    later = replace(desk, today=MONDAY + timedelta(days=1), now=datetime.fromisoformat("2026-10-13T09:00"))
    facts = fire_list.facts(later, MONDAY)
    assert (facts.basis, [line.name for line in facts.lines]) == (Basis.CAME, ["Quast, Ida"])


def test_a_stand_in_prints_it_and_a_reader_does_not(desk, house):
    assert fire_list.fire_list(replace(desk, role="volunteer")).pages == 1
    with pytest.raises(NotAllowed):
        fire_list.fire_list(replace(desk, role="viewer"))


def test_a_week_has_contents_and_every_sheet_by_day_and_time(desk, house):
    group = house[0]
    other = an_activity(desk, "Ceramics")
    a_session(desk, activity=other, day=MONDAY + timedelta(days=2), invited=group.people)
    a_session(desk, activity=other, day=MONDAY, start=time(8), end=time(9), invited=group.people)
    sheet = week_pack.week_pack(desk, MONDAY + timedelta(days=3))
    contents = sheet.text[0]
    assert "Week 42: 3 sheets" in contents
    order = [contents.index(part) for part in ("08:00–09:00  Ceramics", "09:45–11:45  Wood", "Wednesday")]
    assert order == sorted(order)
    assert sheet.file_name == "week-registers-2026-10-12.pdf"
    assert tables.Print.select().count() == 3
    assert history.history(desk)[0].sentence == "Registers of the week from Mon 12 Oct 2026 printed"


def test_the_numbers_of_the_contents_are_the_pages(desk, house):
    sheet = week_pack.week_pack(desk, MONDAY, preview=True)
    line = next(line for line in sheet.text[0].splitlines() if "Wood workshop" in line)
    assert "Wood workshop" in sheet.text[int(line.rsplit("|", 1)[1]) - 1]
    assert tables.Print.select().count() == 0


def test_with_plans_the_contents_lead_to_the_plan_and_stopping_still_works(desk, house):
    other = an_activity(desk, "Ceramics")
    a_session(desk, activity=other, day=MONDAY + timedelta(days=2), invited=house[0].people)
    pack = week_pack.prepare(desk, MONDAY, plans=True, preview=True)
    told = []
    sheet = pack.draw(lambda *counts: told.append(counts))
    assert told == [(1, 2), (2, 2)]
    for name in ("Wood workshop", "Ceramics"):
        line = next(line for line in sheet.text[0].splitlines() if name in line)
        at = int(line.rsplit("|", 1)[1]) - 1
        assert [name in sheet.text[n] for n in (at, at + 1)] == [True, True]
        assert ["Session plan" in sheet.text[n] for n in (at, at + 1)] == [True, False]
    with pytest.raises(Cancelled):
        pack.draw(lambda *_counts: None, lambda: True)


def test_what_does_not_take_place_gets_no_sheet_but_a_line(desk, house):
    lost = a_session(desk, activity=an_activity(desk, "Ceramics"), day=MONDAY + timedelta(days=1))
    sessions.mark_not_held(desk, lost, "Facilitator ill")
    sheet = week_pack.week_pack(desk, MONDAY, preview=True)
    assert "does not take place: Facilitator ill" in sheet.text[0]
    assert not any("Ceramics" in page for page in sheet.text[1:])


def test_a_week_can_be_stopped_and_then_nothing_is_kept(desk, house):
    pack = week_pack.prepare(desk, MONDAY)
    told = []
    with pytest.raises(Cancelled):
        pack.draw(lambda *counts: told.append(counts), lambda: True)
    assert (told, tables.Print.select().count()) == ([], 0)
    pack.draw(lambda *counts: told.append(counts))
    assert told == [(1, 1)]


def test_an_empty_week_is_refused_in_words(desk):
    with pytest.raises(Refused, match="2026-10-12"):
        week_pack.week_pack(desk, MONDAY)


def test_the_centre_s_signs_are_on_paper_and_kept_with_the_print(desk, house):
    settings.set_setting(desk, "statuses", {"en": {"A": {"label": "skipped", "sign": "SK"}}})
    sheet = week_pack.week_pack(desk, MONDAY)
    assert tables.Print.get().people["signs"] == {"A": {"label": "skipped", "sign": "SK"}}
    record_mark(desk, house[1], house[0].people[0], Mark(Status.ABSENT))
    record = week_pack.week_pack(desk, MONDAY, form="record", preview=True)
    assert any("skipped" in page for page in record.text)
    assert sheet.pages == record.pages


def test_with_nobody_here_or_expected_everybody_is_on_it(desk, house):
    sunday = MONDAY + timedelta(days=6)
    facts = fire_list.facts(desk, sunday)
    assert facts.basis is Basis.EVERYBODY
    assert "Quast, Ida" in [line.name for line in facts.lines]
    assert [line.name for line in facts.lines] == sorted(line.name for line in facts.lines)
    names = {row.name for row in tables.Facilitator.select().where(tables.Facilitator.active)}
    assert {line.name for line in facts.staff} == names


def test_with_nobody_at_the_centre_there_are_lines_to_write_on(desk):
    facts = fire_list.facts(desk, MONDAY)
    assert facts.basis is Basis.NOBODY
    assert [line.name for line in facts.lines] == [""] * 10
