"""CSV as centres have it: delimiter, header, quotes, broken files."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupwork.domain.import_judge import judge
from groupwork.errors import UserError
from groupwork.exchange import people_file
from groupwork.exchange.people_csv import parse
from groupwork.exchange.people_file import read_table


def cells(text):
    table = parse(text.encode())
    return table.delimiter, table.header, [row for _, row in table.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_is_found_by_itself(delimiter, end):
    text = end.join(
        delimiter.join(row) for row in (["Nachname", "Vorname"], ["Maier", "Jürgen"], ["Kłos", "Ola"])
    )
    assert cells(text) == (delimiter, ("Nachname", "Vorname"), [("Maier", "Jürgen"), ("Kłos", "Ola")])


def test_commas_inside_names_do_not_make_a_comma_file():
    text = "Nachname, Vorname;Geburtsdatum\nMaier, Jürgen;31.12.1980\nKłos, Ola;1.2.1990\n"
    assert cells(text)[0] == ";"
    assert cells("Name\nMaier, Jürgen\nKłos, Ola\n") == (";", ("Name",), [("Maier, Jürgen",), ("Kłos, Ola",)])


def test_quoted_cells_keep_delimiters_quotes_and_line_breaks_and_lines_count_right():
    text = 'Name;Sprache\n"Maier; ""Hans""\nPeter";de\n\nKłos, Ola;pl\n'
    table = parse(text.encode())
    assert table.rows == ((2, ('Maier; "Hans"\nPeter', "de")), (5, ("Kłos, Ola", "pl")))


def test_quotation_marks_inside_words_are_taken_as_they_are():
    assert cells('Name;Sprache\n"Hans" Maier;de\nOla;pl\n')[2][0][0].startswith("Hans")


def test_title_lines_above_the_header_and_excels_sep_line_are_passed_over():
    table = parse(
        b"sep=;\r\nListe der Teilnehmenden 2026;;\r\n;;\r\nNachname;Vorname;Telefon\r\nMaier;J;1\r\n"
    )
    assert table.header == ("Nachname", "Vorname", "Telefon")
    assert table.rows == ((5, ("Maier", "J", "1")),)


def test_trailing_empty_cells_and_short_rows_fit():
    assert cells("Surname;First name;;\nMaier;Hans;;\nKłos;Ola\n;;;\n")[2] == [
        ("Maier", "Hans", "", ""),
        ("Kłos", "Ola"),
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Maier;Hans\nKlos;Ola\n", "No line names the columns"),
        (b"DOB;Language\n1.1.1980;de\n", "No column holds names"),
        (b"Surname;First name\n", "nobody in it"),
        (b'Name;Sprache\nOla;pl\n"Maier;de\nJo;pt\n', "Line 3: a quotation mark"),
        (b"Name;Sprache\nOla;" + b"x" * 10_000_000 + b"\n", "Line 2: a cell is longer"),
        (b'Name;Sprache\nJo;pt\n"' + b"x\n" * 5_000_000 + b'";pl\n', "Line 3: a cell is longer"),
        (b"x" * 10_000_000, "No line names the columns"),
        (b"Name\n" + b"Ola\n" * 5001, "more than 5000 rows"),
    ],
    ids=["no header", "no names", "nobody", "open quote", "10 MB", "10 MB quoted", "one cell", "many"],
)
def test_a_file_without_a_table_of_people_is_refused_in_words(data, words):
    with pytest.raises(UserError, match=words):
        parse(data)


def test_missing_and_huge_files_and_folders_are_refused(tmp_path, monkeypatch):
    with pytest.raises(UserError, match="no file “people"):
        read_table(tmp_path / "people.csv")
    with pytest.raises(UserError, match="is a folder"):
        read_table(tmp_path)
    path = tmp_path / "people.csv"
    path.write_bytes(b"Name\nOla\n")
    monkeypatch.setattr(people_file, "MOST_BYTES", 4)
    with pytest.raises(UserError, match="larger than"):
        read_table(path)


def test_five_thousand_rows_are_read():
    assert len(parse(b"Name\n" + b"Ola\n" * 5000).rows) == 5000


@given(st.binary(max_size=600))
@settings(deadline=None)
def test_random_bytes_are_a_table_or_a_sentence(data):
    with suppress(UserError):
        assert judge(parse(data)).encoding


ANY_CELL = st.text(max_size=30)


@given(
    st.lists(
        st.sampled_from(["Name", "Vorname", "Nachname", "geb.", "Code", "Telefon", "Seit"]),
        min_size=1,
        max_size=6,
    ),
    st.lists(st.lists(ANY_CELL, max_size=7), min_size=1, max_size=8),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
@settings(deadline=None)
def test_any_cells_in_any_encoding_are_rows_or_named_refusals(header, rows, delimiter, encoding):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([header, *rows])
    data = out.getvalue().encode(encoding, "replace")
    try:
        table = parse(data)
    except UserError:
        return
    preview = judge(table)
    assert len(preview.rows) + len(preview.refused) == len(table.rows)
    for note in preview.refused:
        assert note.text.format(**dict(note.values))
