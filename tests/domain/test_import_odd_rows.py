"""Odd cells leave a cell empty, never a person; odd rows wait until somebody says that they are people."""

from datetime import date

import pytest

from groupwork.domain.duplicates import new_people
from groupwork.domain.import_cells import first_day_of
from groupwork.domain.import_doubts import NO_PERSON
from groupwork.domain.import_judge import judge
from groupwork.domain.import_said import FIRST_DAY_SAID
from groupwork.domain.imports import Choices, Table

TODAY = date(2026, 11, 20)


def preview(header, *rows):
    lines = tuple((i, tuple(row)) for i, row in enumerate(rows, start=2))
    return judge(Table(tuple(header), lines, "UTF-8", ";"), Choices(today=TODAY))


def told(found):
    return [(n.line, n.column, n.text.format(**dict(n.values))) for n in found]


@pytest.mark.parametrize(
    ("header", "cell", "words"),
    [
        ("geb.", "31.2.60", "is no day of the calendar and was left out"),
        ("geb.", "2019", "is not a date and was left out"),
        ("geb.", "03/1960", "is not a date and was left out"),
        ("geb.", "1.1.2030", "lies in the future and was left out"),
        ("seit", "unbefr.", "is not a date and was left out"),
        ("bis", "offen", "is not a date and was left out"),
        ("Kürzel", "P 05", "cannot be used and was left out"),
        ("Dolmetscher", "vielleicht", "neither yes nor no"),
        ("Rufname", "x" * 300, ""),
    ],
)
def test_an_odd_cell_is_left_empty_and_the_person_is_taken(header, cell, words):
    found = preview(["Nachname", "Vorname", header], ["Maier", "Ute", cell])
    person = found.rows[0]
    assert (person.name.full, person.birth_date, person.start, person.end) == ("Ute Maier", None, None, None)
    assert found.refused == ()
    [(line, column, sentence)] = told(found.remarks)
    assert (line, column) == (2, header)
    assert words in sentence
    assert cell in sentence or header == "Rufname"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2019", date(2019, 1, 1)),
        ("03/2023", date(2023, 3, 1)),
        ("3.2023", date(2023, 3, 1)),
        ("2023-03", date(2023, 3, 1)),
        ("13/2023", None),
        ("0912", None),
        ("", None),
    ],
)
def test_a_year_or_month_alone_is_its_first_day(cell, day):
    assert first_day_of(cell) == day


def test_years_and_months_of_a_stay_are_read_and_said_once():
    found = preview(["Name", "seit", "bis"], ["Ola", "2019", ""], ["Ivo", "03/2023", "2025"])
    assert [(row.start, row.end) for row in found.rows] == [
        (date(2019, 1, 1), None),
        (date(2023, 3, 1), date(2025, 1, 1)),
    ]
    assert (found.said, found.remarks) == ((FIRST_DAY_SAID,), ())


FOOT = (
    ["Maier", "Ute", "1.1.1960", "0431 1"],
    ["Kłos", "Ola", "", "0431 2"],
    ["Heide", "", "1.1.1970", "0431 3"],
    ["24 Besucher", "", "", ""],
    ["Ausgeschieden: siehe Blatt 2", "", "", ""],
    ["Gesamt", "", "", ""],
)


def test_rows_that_look_like_no_person_wait_until_somebody_takes_them():
    found = preview(["Nachname", "Vorname", "geb.", "Tel."], *FOOT)
    added, skipped, refused = new_people(found.rows, (), TODAY)
    assert [row.line for row in added] == [2, 3, 4]
    assert [(note.line, note.text) for note in skipped] == [(line, NO_PERSON) for line in (5, 6, 7)]
    assert refused == ()
    added, skipped, _refused = new_people(found.rows, (), TODAY, anyway={7})
    assert [row.line for row in added] == [2, 3, 4, 7]
    assert [note.line for note in skipped] == [5, 6]


def test_a_list_of_family_names_alone_is_a_list_of_people():
    found = preview(["Nachname"], ["Maier"], ["Kłos"])
    assert [row.doubt for row in found.rows] == ["", ""]
