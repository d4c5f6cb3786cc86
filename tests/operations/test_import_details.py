"""What an import stores beside names: contacts, days, groups, key workers, consents; one undo for all."""

from datetime import date, time, timedelta

import pytest

from groupwork.domain.import_headers import Column
from groupwork.domain.imports import Choices
from groupwork.operations import history, imports
from groupwork.store import tables
from tests.builders import MONDAY, a_person, an_activity, put
from tests.foreign_lists import PEOPLE, foreign, workbook

HEADER = (
    "Nachname",
    "Vorname",
    "Aussprache",
    "Telefon",
    "Handy",
    "E-Mail",
    "Straße",
    "PLZ",
    "Ort",
    "Notfallkontakt",
    "Bezugsbetreuung",
    "Gruppen",
    "Besonderheiten",
    "Allergien",
    "Bedarf",
    "Fotos",
    "weitere Sprachen",
    "Tage",
    "Bemerkung",
)
ROW = (
    "Kłos",
    "Ola",
    "Kwoss",
    "0431 1",
    "0160 2",
    "ola@example.org",
    "Am Berg 1",
    "24103",
    "Kiel",
    "Mutter: Ewa Kłos, 0431 55501",
    "Frau Wilkowski",
    "Holz Mo, Schach",
    "Epilepsie; Nussallergie",
    "Laktose",
    "große Schrift",
    "nein",
    "deutsch, etwas russisch",
    "Mo-Mi, Fr",
    "kommt mit dem Bus",
)


@pytest.fixture
def groups(desk):
    """A wood group on Monday and one on Thursday, a facilitator."""
    wood = an_activity(desk, "Holzwerkstatt")
    made = [
        tables.Group(activity=wood, weekday=day, start=time(9), end=time(11), from_date=MONDAY)
        for day in (0, 3)
    ]
    put(desk, *made, tables.Facilitator(code="F1", name="Tomasz Wilkowski"))
    return made


def imported(desk, tmp_path, *rows, header=HEADER, **options):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(workbook(("Liste", [header, *rows])))
    return imports.import_people(desk, imports.read_people(path), **options)


def everything():
    return {t: list(t.select().order_by(t.id).tuples()) for t in tables.ALL}


def test_everything_a_row_says_is_stored_and_one_undo_takes_it_back(desk, tmp_path, groups):
    before = everything()
    report = imported(desk, tmp_path, ROW)
    person = tables.Participant.get()
    assert (person.given, person.family, person.family_first) == ("Ola", "Kłos", False)
    assert (person.pronunciation, person.phone, person.email) == (
        "Kwoss",
        "0431 1, 0160 2",
        "ola@example.org",
    )
    assert (person.address, person.note) == ("Am Berg 1\n24103 Kiel", "kommt mit dem Bus")
    assert (person.key_worker.name, person.speaks) == ("Tomasz Wilkowski", "de, etwas russisch")
    contact = tables.Contact.get()
    assert (contact.name, contact.phone, contact.emergency) == ("Mutter: Ewa Kłos", "0431 55501", True)
    assert [(a.kind, a.words, a.printed) for a in tables.Alert.select()] == [
        ("safety", "Epilepsie", False),
        ("food", "Nussallergie", False),
        ("food", "Laktose", False),
    ]
    assert [(t.kind, t.words) for t in tables.Trait.select()] == [("need", "große Schrift")]
    consent = tables.Consent.get()
    assert (consent.purpose, consent.given, consent.date) == ("photos", False, MONDAY)
    assert [day.weekday for day in tables.AgreedDay.select()] == [0, 1, 2, 4]
    member = tables.Membership.get()
    assert (member.group_id, member.from_date, member.to_date) == (groups[0].id, MONDAY, None)
    notes = [(n.line, n.column, n.text.format(**dict(n.values))) for n in report.remarks]
    assert notes == [(2, "Gruppen", "There is no group “Schach”: nobody was put into it.")]
    history.undo(desk, report.done.step)
    assert everything() == before


def test_the_audit_has_a_count_and_no_word_of_the_file(desk, tmp_path, groups):
    done = imported(desk, tmp_path, ROW).done
    assert dict(done.params) == {"count": 1}
    assert history.sentence(desk, done) == "1 person imported"


def test_a_group_or_facilitator_that_is_not_sure_is_left_to_the_person(desk, tmp_path, groups):
    put(desk, tables.Facilitator(code="F2", name="Anna Wilkowski"))
    header = ("Name", "Gruppe", "Bezugsbetreuung")
    report = imported(
        desk, tmp_path, ("Ola", "Holz", "Wilkowski"), ("Ivo", "Holz Do", "T. Wilkowski"), header=header
    )
    assert {(note.line, note.column) for note in report.remarks} == {(2, "Gruppe"), (2, "Bezugsbetreuung")}
    ivo = tables.Participant.get(tables.Participant.called == "Ivo")
    assert ivo.key_worker.code == "F1"
    assert tables.Membership.get().group_id == groups[1].id


def test_people_of_the_same_name_and_birth_date_are_added_only_when_somebody_says_so(desk, tmp_path):
    a_person(desk, "Ute Maier", birth_date=date(1980, 1, 2))
    header = ("Nachname", "Vorname", "geb.", "Kürzel")
    rows = (
        ("Maier", "Ute", "2.1.1980", "P01"),
        ("Maier", "Uwe", "2.1.1980", ""),
        ("Maier", "Uwe", "2.1.1980", ""),
    )
    path = tmp_path / "liste.xlsx"
    path.write_bytes(workbook(("Liste", [header, *rows])))
    preview = imports.read_people(path)
    dry = imports.import_people(desk, preview, dry_run=True)
    assert (dry.added, [note.line for note in dry.skipped], dry.done) == (1, [2, 4], None)
    wet = imports.import_people(desk, preview, anyway={2, 4})
    assert (wet.added, wet.skipped, wet.refused) == (3, (), ())
    assert sorted(p.code for p in tables.Participant.select()) == ["P01", "P02", "P03", "P04"]


def test_a_stay_in_the_past_joins_no_group_and_a_coming_one_begins_then(desk, tmp_path, groups):
    later = (MONDAY + timedelta(days=20)).isoformat()
    header = ("Name", "Gruppe", "Aufnahme", "Ende", "Mo", "Di")
    imported(
        desk,
        tmp_path,
        ("Ola", "Holz Mo", "2025-01-01", "2025-12-31", "x", ""),
        ("Ivo", "Holz Mo", later, "", "", "9-13 Uhr"),
        header=header,
    )
    assert [m.from_date.isoformat() for m in tables.Membership.select()] == [later]
    days = [(d.weekday, d.from_date.isoformat(), d.to_date) for d in tables.AgreedDay.select()]
    assert days == [(0, "2025-01-01", date(2025, 12, 31)), (1, later, None)]


def test_cells_that_cannot_be_taken_are_left_out_of_people_who_are(desk, tmp_path):
    header = ("Name", "E-Mail", "Telefon", "Fotos", "Tage")
    report = imported(desk, tmp_path, ("Ola", "ola at x", "keins da", "vielleicht", "nie"), header=header)
    assert report.added == 1
    assert {note.column for note in report.remarks} == {"E-Mail", "Telefon", "Fotos", "Tage"}
    person = tables.Participant.get()
    assert (person.email, person.phone, tables.Consent.select().count()) == ("", "", 0)


def test_a_person_decides_what_the_columns_mean(desk, tmp_path):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(workbook(("Liste", [("Nachname", "Wer", "Dings"), ("Kłos", "Ola", "Schach")])))
    table = imports.read_table(path)
    preview = imports.look_through(table, Choices((Column.FAMILY, Column.GIVEN, Column.INTEREST)))
    imports.import_people(desk, preview)
    assert tables.Participant.get().full == "Ola Kłos"
    assert tables.Trait.get().words == "Schach"


def test_a_foreign_workbook_of_24_becomes_24_people(desk, tmp_path, groups):
    report = imports.import_people(desk, imports.read_people(foreign(tmp_path / "liste.xlsx")))
    assert (report.added, report.skipped, report.refused) == (len(PEOPLE), (), ())
    assert tables.Contact.select().count() == 24
    assert tables.Membership.select().count() == 5
    assert {note.column for note in report.remarks} == {"Angebot"}
