"""Workbooks as centres have them: sheet, header, merged cells, dates, numbers, hidden rows, errors."""

from contextlib import suppress
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from groupwork.domain.import_headers import Column
from groupwork.domain.import_judge import judge
from groupwork.errors import UserError
from groupwork.exchange import people_xlsx
from groupwork.exchange.people_xlsx import parse
from tests.exchange.old_excel import old_workbook
from tests.foreign_lists import PEOPLE, foreign, workbook

HEADER = ("Nachname", "Vorname", "geb.")


def written(build, **options):
    """The content of a workbook whose first sheet `build(book, sheet)` fills."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, **options})
    build(book, book.add_worksheet("Liste"))
    book.close()
    return file.getvalue()


def cells(data, **options):
    table = parse(data, **options)
    return table.header, [row for _number, row in table.rows]


def test_a_foreign_list_of_24_is_read_whole(tmp_path):
    table = parse(foreign(tmp_path / "liste.xlsx").read_bytes())
    assert (table.sheet, table.sheets) == ("Besucher 2026", ("Deckblatt", "Besucher 2026"))
    assert table.rows[0][0] == 5
    found = judge(table)
    assert (len(found.rows), found.refused, found.unknown_columns) == (24, (), ("Lfd.", "Krankenkasse"))
    assert [row.family for row in found.rows] == [person[0] for person in PEOPLE]
    assert found.rows[3].birth_date == date(1965, 4, 4)
    first = found.rows[0].details
    assert first.address == "Lindenstr. 1\n24103 Kiel"
    assert (first.contact.name, first.contact.phone) == ("Erika Hansen-Weißgerber", "0431 55000")
    assert (first.days, first.groups) == ((0, 4), ("Holz Mo",))
    assert (found.rows[4].name.full, found.rows[4].family_first) == ("Lin Meihua", True)


def test_a_header_over_two_rows_is_put_together_from_the_left():
    data = workbook(
        (
            "Liste",
            [
                ["Teilnehmerliste", "", "", ""],
                ["Person", "", "Contact", "", "Address", ""],
                ["Surname", "First name", "Phone", "E-mail", "Street", "Town"],
                ["Maier", "Ute", "0123", "u@x.de", "Am Berg 1", "Kiel"],
            ],
        )
    )
    header, rows = cells(data)
    assert judge(parse(data)).columns == (
        Column.FAMILY,
        Column.GIVEN,
        Column.PHONE,
        Column.EMAIL,
        Column.ADDRESS,
        Column.ADDRESS,
    )
    assert header[:2] == ("Person › Surname", "Person › First name")
    assert rows == [("Maier", "Ute", "0123", "u@x.de", "Am Berg 1", "Kiel")]


def test_a_header_merged_downwards_and_a_contact_of_their_own():
    def build(_book, sheet):
        sheet.merge_range("A1:A2", "Name, Vorname")
        sheet.merge_range("B1:B2", "geb.")
        sheet.merge_range("C1:D1", "Angehörige")
        sheet.write_row("C2", ("Name", "Tel."))
        sheet.write_row("A3", ("Maier, Ute", "1.2.1980", "Jo Maier", "0431 1"))

    found = judge(parse(written(build)))
    assert found.columns == (
        Column.FAMILY_GIVEN,
        Column.BIRTH,
        Column.CONTACT_NAME,
        Column.CONTACT_PHONE,
    )
    assert found.rows[0].details.contact.name == "Jo Maier"


def test_dates_numbers_yes_and_formulas_come_as_typed():
    def build(book, sheet):
        day = book.add_format({"num_format": "dd/mm/yy"})
        sheet.write_row(0, 0, ("Name", "geb.", "Nr", "Aufnahme", "Notiz", "Dolmetscher"))
        sheet.write(1, 0, "Ola")
        sheet.write_datetime(1, 1, date(1980, 1, 2), day)
        sheet.write_number(1, 2, 17.0)
        sheet.write_number(1, 3, 45658)
        sheet.write_formula(1, 4, "=1+1.5", None, 2.5)
        sheet.write_boolean(1, 5, True)

    data = written(build)
    assert cells(data)[1] == [("Ola", "1980-01-02", "17", "45658", "2.5", "true")]
    person = judge(parse(data)).rows[0]
    assert (person.birth_date, person.code, person.start) == (date(1980, 1, 2), "17", date(2025, 1, 1))
    assert person.interpreter


def test_a_workbook_that_counts_from_1904_gives_the_same_dates():
    def build(book, sheet):
        sheet.write_row(0, 0, ("Name", "geb.", "Aufnahme"))
        sheet.write(1, 0, "Ola")
        sheet.write_datetime(1, 1, date(1980, 1, 2), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_number(1, 2, 44196)

    person = judge(parse(written(build, date_1904=True))).rows[0]
    assert (person.birth_date, person.start) == (date(1980, 1, 2), date(2025, 1, 1))


def test_hidden_rows_and_columns_and_error_cells_are_left_out_and_named():
    def build(_book, sheet):
        sheet.write_row(0, 0, ("Name", "Telefon", "Notiz"))
        for row in range(1, 6):
            sheet.write_row(row, 0, (f"Person {row}", f"0{row}", "x"))
        sheet.write_formula(1, 2, "=REF()", None, "#REF!")
        for row in (2, 3):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_column("B:B", None, None, {"hidden": True})

    table = parse(written(build))
    assert table.header == ("Name", "Notiz")
    assert [number for number, _row in table.rows] == [2, 5, 6]
    said = [(note.line, note.column, note.text.format(**dict(note.values))) for note in table.notes]
    assert said[0] == (3, "", "Hidden in the workbook and left out: rows 3–4.")
    assert said[1][:2] == (2, "Telefon")
    assert said[2] == (2, "Notiz", "The workbook shows the error #REF! here. The cell was left out.")


def test_an_old_workbook_is_read():
    data = old_workbook([HEADER, ("Łozowski", "Zdzisław", "31.12.1973"), ("林", "美华", "")])
    assert cells(data) == (HEADER, [("Łozowski", "Zdzisław", "31.12.1973"), ("林", "美华", "")])


def test_the_sheet_with_a_header_is_found_and_another_can_be_named():
    people = [HEADER, ("Maier", "Ute", "1.2.1980")]
    others = [HEADER, ("Kłos", "Ola", "3.4.1990")]
    data = workbook(("Info", [["Stand 2026"]]), ("A", people), ("B", others))
    assert parse(data).sheet == "A"
    assert parse(data, "B").rows == ((2, ("Kłos", "Ola", "3.4.1990")),)
    for name, words in (("Info", "Info"), ("C", "no sheet “C”")):
        with pytest.raises(UserError, match=words):
            parse(data, name)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["Stand 2026"], ["Maier", "Ute"]], "No sheet of the workbook has a row"),
        ([["geb.", "Sprache"], ["1.2.1980", "de"]], "No column holds names"),
        ([HEADER], "nobody in it"),
        ([], "No sheet of the workbook has a row"),
        ([["Name"], *[["Ola"]] * 5001], "more than 5000 rows"),
    ],
    ids=["no header", "no names", "nobody", "empty", "many"],
)
def test_a_workbook_without_a_table_of_people_is_refused_in_words(rows, words):
    with pytest.raises(UserError, match=words):
        parse(workbook(("Liste", rows)))


def test_five_thousand_people_are_read_and_fifty_thousand_refused_at_their_beginning(monkeypatch):
    assert len(parse(workbook(("L", [["Name"], *[["Ola"]] * 5000]))).rows) == 5000
    data = workbook(("L", [["Name", "geb."], *[["Ola", "1.2.1980"]] * 50_000]))
    read = []
    real = people_xlsx._beginning
    monkeypatch.setattr(people_xlsx, "_beginning", lambda sheet: read.append(real(sheet)) or read[-1])
    with pytest.raises(UserError, match="more than 5000 rows"):
        parse(data)
    assert len(read[0]) <= 5101


@given(
    st.lists(
        st.tuples(st.text(max_size=30), st.one_of(st.text(max_size=12), st.floats(), st.booleans())),
        min_size=1,
        max_size=5,
    )
)
@settings(deadline=None, max_examples=60)
def test_whatever_is_in_the_cells_people_or_a_sentence_come_out(people):
    def build(_book, sheet):
        sheet.write_row(0, 0, ("Name", "geb."))
        for row, (name, born) in enumerate(people, 1):
            sheet.write_string(row, 0, name)
            sheet.write(row, 1, born)

    with suppress(UserError):
        found = judge(parse(written(build, nan_inf_to_errors=True, strings_to_formulas=False)))
        assert len(found.rows) + len(found.refused) <= len(people)
        assert all(row.name.full.strip() for row in found.rows)
