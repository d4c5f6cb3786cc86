"""Printing: what is on the sheet, what is stored, and what a preview leaves alone."""

from datetime import time, timedelta
from io import BytesIO

import pypdfium2
import pytest

from groupwork.domain import payload
from groupwork.domain.attendance import Mark, Status
from groupwork.domain.layout import from_json
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import attendance, kept_prints, register, session_plan, sessions, sheets
from groupwork.store.tables import Attendance, Print, Session
from tests.builders import MONDAY, a_group, a_person, a_session, an_absence, an_activity, on


def pages_of(sheet):
    document = pypdfium2.PdfDocument(BytesIO(sheet.data))
    return [page.get_textpage().get_text_range() for page in document]


def counts(desk):
    return (Print.select().count(), len(desk.store.journal.history(500)))


def planned(desk, people=3, tasks=("Sanding", "Gluing"), **fields):
    group = a_group(desk, with_people=people, tasks=tasks)
    session = a_session(desk, group, **fields)
    register.take_registers(desk)
    return group, session


def test_a_preview_stores_nothing_and_says_so(desk):
    _group, session = planned(desk)
    before = counts(desk)
    sheet = sheets.session_sheet(desk, session, preview=True)
    assert counts(desk) == before
    assert "Preview" in pages_of(sheet)[0]
    assert "Jürgen" in pages_of(sheet)[0]


def test_a_print_is_stored_with_its_rows_and_layout(desk):
    group, session = planned(desk)
    sheet = sheets.session_sheet(desk, session)
    stored = Print.get()
    assert stored.session_id == session
    assert stored.people["people"] == [row.participant for row in register.register(desk, session).rows]
    assert set(stored.people["people"]) == set(group.people)
    assert [task["activity_task"] for task in stored.people["tasks"]] == [1, 2]
    layout = from_json(stored.layout)
    assert (layout.people, len(layout.pages)) == (3, sheet.pages)
    assert payload.typed_code(bytes.fromhex(stored.sheet_id)) in pages_of(sheet)[0]


def test_the_journal_says_printed_and_nobody_can_undo_it(desk):
    _group, session = planned(desk)
    undoable = desk.store.journal.undoable(desk.actor)
    sheets.session_sheet(desk, session)
    entry = desk.store.journal.history(1)[0]
    assert (entry.verb, entry.params["session"]) == ("sheet.printed", session)
    assert desk.store.journal.undoable(desk.actor) == undoable
    assert desk.store.journal.verify().ok


def test_each_print_has_an_id_of_its_own_and_the_key_stays(desk):
    _group, session = planned(desk)
    for _time in range(2):
        sheets.session_sheet(desk, session)
    assert len({row.sheet_id for row in Print.select()}) == 2
    assert kept_prints.centre_key(desk.store) == kept_prints.centre_key(desk.store)


def test_auto_is_blank_until_something_is_recorded(desk):
    group, session = planned(desk)
    an_absence(desk, group.people[1])
    assert "not for scanning" not in pages_of(sheets.session_sheet(desk, session, preview=True))[0]
    attendance.record_mark(desk, session, group.people[0], Mark(Status.PRESENT, late_min=10))
    copy = pages_of(sheets.session_sheet(desk, session))[0]
    assert "not for scanning" in copy
    assert "10" in copy
    assert Print.select().count() == 0
    assert desk.store.journal.history(1)[0].verb == "sheet.printed"
    assert "not for scanning" not in pages_of(sheets.session_sheet(desk, session, form="blank"))[0]


def test_a_session_that_was_not_held_says_why(desk):
    _group, session = planned(desk)
    sessions.mark_not_held(desk, session, "Heating failure")
    sheet = sheets.session_sheet(desk, session, preview=True)
    assert "This session was not held: Heating failure" in pages_of(sheet)[0]
    assert "Heating failure" in sheet.text[0]


def test_a_future_session_is_printed_without_a_snapshot(desk):
    group = a_group(desk, with_people=2, tasks=("Sanding",))
    session = a_session(desk, group, day=MONDAY + timedelta(days=7))
    sheets.session_sheet(desk, session)
    assert not Session.get_by_id(session).register_taken
    assert Attendance.select().count() == 0
    assert Print.get().people["people"] == list(group.people)
    assert Print.get().people["tasks"][0]["id"] is None


def test_planned_absence_is_printed_with_its_last_day(desk):
    group = a_group(desk, with_people=2)
    session = a_session(desk, group)
    an_absence(desk, group.people[1], days=3)
    register.take_registers(desk)
    text = pages_of(sheets.session_sheet(desk, session, preview=True))[0]
    assert "to 15 Oct" in text
    assert "bis 15. Okt." in pages_of(sheets.session_sheet(desk, session, preview=True, language="de"))[0]


def test_the_day_pack_has_every_sheet_and_the_alerts_in_words(desk):
    group, first = planned(desk, tasks=())
    person = a_person(
        desk, "Declan O'Farrelly", alerts=(("safety", "Dust allergy: mask"), ("food", "No nuts"))
    )
    second = a_session(desk, invited=(person,), title="Family meeting", day=MONDAY)
    register.take_registers(desk)
    pack = sheets.day_pack(desk, MONDAY)
    pages = pages_of(pack)
    assert len(pages) == pack.pages == len(pack.text) == 3
    assert "Dust allergy: mask" in pages[0]
    assert "Dust allergy" not in pages[1] + pages[2]
    assert {row.session_id for row in Print.select()} == {first, second}
    entry = desk.store.journal.history(1)[0]
    assert (entry.verb, entry.params["date"]) == ("day.printed", MONDAY.isoformat())
    assert group.people


def test_the_day_pack_carries_the_plans_when_asked_and_not_of_what_is_lost(desk):
    _group, first = planned(desk, title="Wood workshop")
    lost = a_session(desk, activity=an_activity(desk, "Ceramics"), day=MONDAY, start=time(15), end=time(16))
    session_plan.set_next_time(desk, first, "Bring the clamps")
    sessions.mark_not_held(desk, lost, "Facilitator ill")
    plain, full = (sheets.day_pack(desk, MONDAY, plans=wanted, preview=True) for wanted in (False, True))
    plans = [page for page in full.text if "Session plan" in page]
    assert (full.pages, len(plans)) == (plain.pages + 1, 1)
    assert "Bring the clamps" in plans[0]
    assert not any("Session plan" in page for page in plain.text)
    assert not any("Ceramics" in page for page in plans)


def test_a_plan_in_the_pack_costs_as_many_selects_for_each_session(desk, selects):
    group, _first = planned(desk)
    read = [_reading(desk, selects)]
    for hour in (13, 15):
        a_session(desk, group, start=time(hour), end=time(hour + 1))
        register.take_registers(desk)
        read.append(_reading(desk, selects))
    assert read[2] - read[1] == read[1] - read[0] <= 8


def _reading(desk, selects):
    """How many SELECTs the plans add to a day's pack."""
    without, with_plans = (
        selects(lambda wanted=wanted: sheets.day_pack(desk, MONDAY, plans=wanted, preview=True))
        for wanted in (False, True)
    )
    return with_plans - without


def test_an_empty_day_is_one_calm_page(desk):
    pack = sheets.day_pack(on(desk, MONDAY), MONDAY + timedelta(days=100), preview=True)
    assert pack.pages == 1
    assert "No sessions" in pack.text[0]


def test_file_names_and_metadata_have_no_names(desk):
    _group, session = planned(desk)
    sheet = sheets.session_sheet(desk, session, preview=True)
    metadata = pypdfium2.PdfDocument(BytesIO(sheet.data)).get_metadata_dict()
    assert metadata["Title"] == "Session sheet"
    told = sheet.file_name + " ".join(metadata.values())
    assert not any(name in told for name in ("Jürgen", "Wood", "Hanna"))


def test_sixty_people_print_and_sixty_one_are_refused(desk):
    people = tuple(a_person(desk, f"Person{n} Muster") for n in range(61))
    session = a_session(desk, invited=people[:60])
    register.take_registers(desk)
    assert sheets.session_sheet(desk, session, preview=True).pages == 3
    too_many = a_session(desk, invited=people, day=MONDAY)
    register.take_registers(desk)
    with pytest.raises(Refused, match="61 people are too many"):
        sheets.session_sheet(desk, too_many, preview=True)
    assert Print.select().count() == 0


def test_names_without_a_font_are_printed_in_latin_and_told(desk):
    person = a_person(desk, "Avraham Levi", native="אברהם לוי")
    session = a_session(desk, invited=(person,))
    register.take_registers(desk)
    sheet = sheets.session_sheet(desk, session, preview=True)
    assert sheet.not_printable == ("P01",)
    assert "Avraham" in pages_of(sheet)[0]


def test_a_viewer_may_not_print(desk):
    from dataclasses import replace

    _group, session = planned(desk)
    with pytest.raises(NotAllowed):
        sheets.session_sheet(replace(desk, role="viewer"), session)


def test_unknown_forms_and_papers_are_refused(desk):
    _group, session = planned(desk)
    for wrong in ({"paper": "A5"}, {"language": "fr"}, {"form": "half"}):
        with pytest.raises(Refused):
            sheets.session_sheet(desk, session, preview=True, **wrong)
