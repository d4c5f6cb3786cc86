"""Headers over two rows as centres draw them: groups of merged cells, divided words, titles above."""

from io import BytesIO

import xlsxwriter

from groupwork.domain.import_headers import Column
from groupwork.domain.import_judge import judge
from groupwork.exchange.header_rows import find_header
from groupwork.exchange.people_xlsx import parse

UPPER = ("", "Name", "", "geb.", "seit", "Tel.", "", "Bezugs-", "Angehörige / ges. Betreuung", "")
UPPER += ("Gruppen", "Essen /", "Bemerkung", "Kostenzusage")
LOWER = ("Nr.", "Nachname", "Vorname", "am", "in der TS", "privat", "mobil", "betreuer/in", "Name", "Telefon")
LOWER += ("", "Allergie", "", "bis")
HEADERS = (
    ("Nr.", Column.CODE),
    ("Name › Nachname", Column.FAMILY),
    ("Name › Vorname", Column.GIVEN),
    ("geb. › am", Column.BIRTH),
    ("seit › in der TS", Column.START),
    ("Tel. › privat", Column.PHONE),
    ("mobil", Column.PHONE),
    ("Bezugsbetreuer/in", Column.KEY_WORKER),
    ("Angehörige / ges. Betreuung › Name", Column.CONTACT_NAME),
    ("Angehörige / ges. Betreuung › Telefon", Column.CONTACT_PHONE),
    ("Gruppen", Column.GROUPS),
    ("Essen › Allergie", Column.ALLERGY),
    ("Bemerkung", Column.NOTE),
    ("Kostenzusage › bis", None),
)
PEOPLE = [
    "1;Albers;Günter;12.03.1951;2019;09131 1;;Fr. Sander;Albers, Monika (Frau);09131 2;Holz;;;31.12.2026",
    "2;von der Heide;Jürgen;4.5.49;03/2023;;0171 3;;;;Malen;Nüsse;;unbefr.",
]


def the_list():
    """Two people under a title, a date and a header of two rows."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("Liste aktuell")
    sheet.merge_range("A1:N1", "Tagesstätte – Besucherliste")
    sheet.write("A2", "Stand: 13.11.2026")
    sheet.write_row("A4", UPPER)
    sheet.merge_range("B4:C4", "Name")
    sheet.merge_range("I4:J4", UPPER[8])
    sheet.write_row("A5", LOWER)
    for row, person in enumerate(PEOPLE, start=5):
        sheet.write_row(row, 0, person.split(";"))
    sheet.write(7, 1, "24 Besucher")
    book.close()
    return file.getvalue()


def test_every_column_has_its_whole_path_and_the_meaning_of_it():
    found = judge(parse(the_list()))
    assert tuple(zip(found.header, found.columns, strict=True)) == HEADERS


def test_people_of_such_a_list_have_first_names_contacts_and_no_wrong_last_day():
    found = judge(parse(the_list()))
    assert [(row.given, row.family, row.end) for row in found.rows[:2]] == [
        ("Günter", "Albers", None),
        ("Jürgen", "von der Heide", None),
    ]
    contact = found.rows[0].details.contact
    assert (contact.name, contact.phone) == ("Albers, Monika (Frau)", "09131 2")
    assert [bool(row.doubt) for row in found.rows] == [False, False, True]
    assert found.refused == ()


def test_a_title_is_no_group():
    for title in (("Besucherliste",), ("Besucher", "Stand: 1.10.2026"), ("Liste 2026", "", "Kiel")):
        header = find_header([(1, title), (2, ("Nachname", "Vorname", "geb."))])
        assert (header.at, header.words) == (1, ("Nachname", "Vorname", "geb."))
