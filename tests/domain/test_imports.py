"""Headers, dates, names, languages; each row judged by itself."""

from datetime import date

import pytest

from groupwork.domain.duplicates import Known, new_people
from groupwork.domain.import_cells import (
    DayOrder,
    day_order,
    plain_cell,
    read_code,
    read_date,
    read_language,
    read_yes,
)
from groupwork.domain.import_columns import Column, recognise
from groupwork.domain.import_judge import judge
from groupwork.domain.imports import Table
from groupwork.domain.people import PersonName
from groupwork.errors import UserError


def preview(header, *rows):
    lines = tuple((i, tuple(row)) for i, row in enumerate(rows, start=2))
    return judge(Table(tuple(header), lines, "UTF-8", ";"))


def names(header, *rows):
    return [row.name for row in preview(header, *rows).rows]


def notes(found):
    return [(n.line, n.column, n.text.format(**dict(n.values))) for n in found]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Nachname Vorname Geburtsdatum", "family given birth"),
        ("Name Vorname geb.", "family given birth"),
        ("FAMILIENNAME Rufname Geb.-Datum", "family called birth"),
        ("surname forename DOB", "family given birth"),
        ("Last_Name First_Name Date_of_Birth", "family given birth"),
        ("Name Geburtstag Telefon", "whole birth phone"),
        ("Teilnehmer/in Sprache(n) Dolmetscher?", "whole language interpreter"),
        ("Kürzel Name Aufnahme", "code whole start"),
        ("Kuerzel Teilnehmer:in Austritt", "code whole end"),
        ("Nr. Name Name", "code whole -"),
    ],
)
def test_headers_in_many_variants(header, expected):
    found = recognise([word.replace("_", " ") for word in header.split()])
    assert [str(column or "-") for column in found] == expected.split()


@pytest.mark.parametrize(
    "header", ["Nachname, Vorname", "Name, Vorname", "Surname, first name", "Familienname / Vorname"]
)
def test_one_column_with_the_family_name_first(header):
    assert recognise([header]) == (Column.FAMILY_GIVEN,)


def test_headers_with_remarks_in_brackets():
    assert recognise(["Geburtsdatum (TT.MM.JJJJ)", "date of birth [dd/mm/yyyy]"]) == (Column.BIRTH, None)


def test_names_in_their_own_order():
    header = ["Nachname", "Vorname", "Rufname", "Sprache"]
    assert names(
        header,
        ["Hassenpflug-Maier", "Jürgen", "", "Deutsch"],
        ["Lin", "Meihua", "", "Chinesisch"],
        ["Nguyễn", "Thị Bích Lụa", "Lụa", "vi"],
        ["", "Ivo", "", ""],
        ["O'Farrelly", "Declan", "", "en"],
    ) == [
        PersonName("Jürgen", "Jürgen Hassenpflug-Maier", "Hassenpflug-Maier"),
        PersonName("Meihua", "Lin Meihua", "Lin Meihua"),
        PersonName("Lụa", "Nguyễn Thị Bích Lụa", "Nguyễn Thị Bích Lụa"),
        PersonName("Ivo", "Ivo"),
        PersonName("Declan", "Declan O'Farrelly", "O'Farrelly"),
    ]


def test_names_in_one_column():
    assert names(["Nachname, Vorname"], ["Maier, Hans Peter"], ["Maier Hans"]) == [
        PersonName("Hans Peter", "Hans Peter Maier", "Maier"),
        PersonName("Hans", "Hans Maier", "Maier"),
    ]
    assert names(["Name"], ["Hans von der Heide"], ["Maier, Hans"], ["林美华"], ["يوسف الخرّاط"]) == [
        PersonName("Hans", "Hans von der Heide", "von der Heide"),
        PersonName("Hans", "Hans Maier", "Maier"),
        PersonName("林美华", "林美华"),
        PersonName("يوسف", "يوسف الخرّاط", "الخرّاط"),
    ]


def test_what_cannot_be_a_name_is_refused_with_line_and_column():
    found = preview(
        ["Nachname, Vorname", "geb."],
        ["", "1.1.1980"],
        ["Maier Hans Peter", ""],
        ["x" * 300, ""],
        ["a\x00b", ""],
        ["Ola", "", "extra"],
    )
    assert found.rows == ()
    assert [(line, column) for line, column, _ in notes(found.refused)] == [
        (2, "Nachname, Vorname"),
        (3, "Nachname, Vorname"),
        (4, "Nachname, Vorname"),
        (5, "Nachname, Vorname"),
        (6, ""),
    ]
    assert "not clear" in notes(found.refused)[1][2]


def test_bidi_controls_are_taken_out_and_letters_composed():
    assert names(["Name"], ["\u202eIvo\u202c"], ["Zoe\u0301"]) == [
        PersonName("Ivo", "Ivo"),
        PersonName("Zoé", "Zoé"),
    ]


@pytest.mark.parametrize(
    ("cell", "order", "expected"),
    [
        ("1980-12-31", DayOrder.DAY_FIRST, date(1980, 12, 31)),
        ("1980-12-31T00:00:00", DayOrder.DAY_FIRST, date(1980, 12, 31)),
        ("31.12.1980", DayOrder.MONTH_FIRST, date(1980, 12, 31)),
        ("1. 2.1980", DayOrder.DAY_FIRST, date(1980, 2, 1)),
        ("31/12/1980", DayOrder.DAY_FIRST, date(1980, 12, 31)),
        ("12/31/1980", DayOrder.MONTH_FIRST, date(1980, 12, 31)),
        ("3-4-1980", DayOrder.ASSUMED, date(1980, 4, 3)),
        ("3/4/1980", DayOrder.MONTH_FIRST, date(1980, 3, 4)),
        ("12/31/1980", DayOrder.MIXED, date(1980, 12, 31)),
        ("4/4/1980", DayOrder.MIXED, date(1980, 4, 4)),
    ],
)
def test_dates_in_three_styles(cell, order, expected):
    assert read_date(cell, order) == expected


@pytest.mark.parametrize(
    ("cell", "order", "words"),
    [
        ("31.12.80", DayOrder.DAY_FIRST, "two digits"),
        ("12/31/80", DayOrder.DAY_FIRST, "two digits"),
        ("30.2.1980", DayOrder.DAY_FIRST, "no day"),
        ("12/31/1980", DayOrder.DAY_FIRST, "no day"),
        ("3/4/1980", DayOrder.MIXED, "two ways"),
        ("29587", DayOrder.DAY_FIRST, "not a date"),
        ("unbekannt", DayOrder.DAY_FIRST, "not a date"),
        ("٣١.١٢.١٩٨٠", DayOrder.DAY_FIRST, None),
    ],
)
def test_dates_that_are_refused(cell, order, words):
    if words is None:  # Arabic digits are digits
        assert read_date(cell, order) == date(1980, 12, 31)
        return
    with pytest.raises(UserError, match=words):
        read_date(cell, order)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["31/12/1980", "1/2/1990"], DayOrder.DAY_FIRST),
        (["12/31/1980", "1/2/1990"], DayOrder.MONTH_FIRST),
        (["1/2/1990", ""], DayOrder.ASSUMED),
        (["5/5/1990"], DayOrder.DAY_FIRST),
        (["31/12/1980", "12/31/1980"], DayOrder.MIXED),
        (["31.12.1980", "1980-01-01"], DayOrder.DAY_FIRST),
    ],
)
def test_the_order_of_slashed_dates_is_decided_over_the_column(column, order):
    assert day_order(column) is order


def test_a_decision_about_a_column_is_said():
    found = preview(["Name", "DOB"], ["Ola", "12/31/1980"], ["Ivo", "3/4/1990"])
    assert [row.birth_date for row in found.rows] == [date(1980, 12, 31), date(1990, 3, 4)]
    assert "month/day/year" in found.said[0]
    assert "day/month/year" in preview(["Name", "DOB"], ["Ola", "3/4/1990"]).said[0]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Deutsch", "de"),
        ("POLISH", "pl"),
        ("Ukraine", None),
        ("Arabisch, Deutsch", "ar"),
        ("Türkisch", "tr"),
        ("العربية", "ar"),
        ("Russisch (etwas Deutsch)", "ru"),
        ("हिन्दी", "hi"),
        ("", ""),
    ],
)
def test_languages_in_german_english_and_their_own_words(cell, code):
    if code is None:
        with pytest.raises(UserError, match="not known"):
            read_language(cell)
    else:
        assert read_language(cell) == code


def test_an_unknown_language_leaves_the_cell_out_and_takes_the_person():
    found = preview(["Name", "Sprache", "Dolmetscher"], ["Ola", "Elbisch", "vielleicht"])
    assert len(found.rows) == 1
    assert [(line, column) for line, column, _ in notes(found.remarks)] == [
        (2, "Sprache"),
        (2, "Dolmetscher"),
    ]


def test_yes_no_codes_and_guarded_cells():
    assert [read_yes(cell) for cell in ("ja", "X", "Nein", "", "Arabisch")] == ["yes", "yes", "", "", "yes"]
    assert read_code("P05") == "P05"
    for wrong in ("P 05", "P=5", "x" * 13, "-1"):
        with pytest.raises(UserError, match="cannot be used"):
            read_code(wrong)
    assert plain_cell(" '=Maier ") == "=Maier"
    assert plain_cell("'s-Hertogenbosch") == "'s-Hertogenbosch"


def test_unknown_columns_are_named():
    assert preview(["Name", "Krankenkasse", "", "Hausarzt"], ["Ola", "1", "", "x"]).unknown_columns == (
        "Krankenkasse",
        "Hausarzt",
    )


def test_dates_that_cannot_be_are_left_out_and_the_people_are_taken():
    found = preview(
        ["Name", "geb.", "Aufnahme", "Ende"], ["A", "1.1.1880", "", ""], ["B", "", "2.1.2026", "1.1.2026"]
    )
    assert [(row.birth_date, row.start, row.end) for row in found.rows] == [
        (None, None, None),
        (None, date(2026, 1, 2), None),
    ]
    assert notes(found.remarks) == [
        (2, "geb.", "“1.1.1880” lies before 1900 and was left out."),
        (3, "Ende", "“1.1.2026” lies before the first day and was left out."),
    ]
    assert found.refused == ()


TODAY = date(2026, 10, 12)


def test_duplicates_are_found_in_the_file_and_in_the_centre():
    found = preview(
        ["Vorname", "Nachname", "geb."],
        ["Jürgen", "Maier", "1.1.1960"],
        ["JÜRGEN", "Maier", "1960-01-01"],
        ["Jurgen", "Maier", "2.2.1970"],
        ["Jürgen", "Maier", ""],
        ["Ola", "Kłos", "3.3.1980"],
        ["Moira", "Tattersley", "4.4.1965"],
        ["Ivo", "", "1.1.2030"],
    )
    known = [Known("Kłos Ola", "", date(1980, 3, 3), "P01"), Known("Moira Tattersley", "", None, "P02")]
    added, skipped, refused = new_people(found.rows, known, TODAY)
    assert [row.line for row in added] == [2, 4]
    assert [(line, text) for line, _, text in notes(skipped)] == [
        (3, "The same person as in line 2."),
        (5, "The same name as in line 2, and a date of birth is missing. Not imported."),
        (6, "Already in the file of the centre: P01."),
        (7, "Somebody of this name is already there (P02), and a date of birth is missing. Not imported."),
    ]
    assert notes(refused) == [(8, "geb.", "The date of birth lies in the future.")]


def test_the_same_name_and_code_is_the_same_person_without_a_date_of_birth():
    found = preview(["Code", "Name"], ["p01", "Jo Valdevez"])
    _, skipped, _ = new_people(found.rows, [Known("Jo Valdevez", "", None, "P01")], TODAY)
    assert notes(skipped) == [(2, "", "Already in the file of the centre: P01.")]


def test_a_code_of_somebody_else_is_refused():
    found = preview(["Code", "Name"], ["P01", "Ola"], ["p7", "Ivo"], ["P7", "Moira"])
    added, _, refused = new_people(found.rows, [Known("Jo Valdevez", "", None, "P01")], TODAY)
    assert [row.line for row in added] == [3]
    assert [(note.line, note.column) for note in refused] == [(2, "Code"), (4, "Code")]
