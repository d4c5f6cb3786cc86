"""OpenDocument sheets: read like the others, and their repeated cells kept in bounds."""

import zipfile
from datetime import date
from io import BytesIO

import pytest

from groupwork.domain.import_judge import judge
from groupwork.errors import UserError
from groupwork.exchange.people_xlsx import parse

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)


def cell(text, more=""):
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def born(day):
    kind = f'office:value-type="date" office:date-value="{day}"'
    return f"<table:table-cell {kind}><text:p>x</text:p></table:table-cell>"


def line(*cells, more=""):
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def document(*lines, name="Liste"):
    body = f'<table:table table:name="{name}">{"".join(lines)}</table:table>'
    content = (
        f'<?xml version="1.0"?><office:document-content {SPACES}><office:body><office:spreadsheet>'
        f"{body}</office:spreadsheet></office:body></office:document-content>"
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", MANIFEST)
    return file.getvalue()


HEADER = line(cell("Nachname"), cell("Vorname"), cell("geb."))


def test_a_sheet_is_read_with_its_empty_end_and_hidden_rows():
    table = parse(
        document(
            HEADER,
            line(cell("Łąckorzyński"), cell("Zbigniew"), born("1973-12-31")),
            line(cell("Maier"), cell("Ute"), born("1980-01-02"), more=' table:visibility="filter"'),
            line(cell("林"), cell("美华"), born("1977-02-03")),
            line('<table:table-cell table:number-columns-repeated="16384"/>'),
            line("<table:table-cell/>", more=' table:number-rows-repeated="1048570"'),
        )
    )
    assert [row.family for row in judge(table).rows] == ["Łąckorzyński", "林"]
    assert judge(table).rows[0].birth_date == date(1973, 12, 31)
    assert [note.line for note in table.notes] == [3]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([line(cell("x", ' table:number-columns-repeated="16384"'))], "cell A2: something stands far away"),
        ([line(cell("x"), more=' table:number-rows-repeated="9000000"')], "cell A2: something stands"),
        ([line(cell("x" * 140_000))], "cell A2: the cell is longer"),
        (
            [line(cell("x" * 90_000, ' table:number-columns-repeated="200"'))] * 3,
            "far more text",
        ),
        ([line(cell("x"), more=' table:number-rows-repeated="6000"')], "more than 5000 rows"),
    ],
    ids=["wide", "high", "long cell", "much text", "many"],
)
def test_what_would_grow_without_end_is_refused(lines, words):
    with pytest.raises(UserError, match=words):
        parse(document(HEADER, *lines))
