"""UTF-8, UTF-16 and Windows-1252 told apart; what is no text is refused in words."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupwork.errors import UserError
from groupwork.exchange.encoding import decode

TEXT = "Nachname;Vorname\r\nKümmelbein;Wälter\r\nŁącki;Żaneta\r\n"
WESTERN = "Nachname;Vorname\r\nKümmelbein;Wälter – „Ä“\r\n"


@pytest.mark.parametrize(
    ("encoding", "mark", "shown"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8-sig", b"", "UTF-8"),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("utf-16-le", b"", "UTF-16"),
        ("utf-16-be", b"", "UTF-16"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "UTF-32"),
    ],
)
def test_unicode_is_read_with_and_without_its_mark(encoding, mark, shown):
    found = decode(mark + TEXT.encode(encoding))
    assert (found.text, found.encoding) == (TEXT, shown)


def test_signs_beside_numbers_and_units_are_no_wrong_letters():
    text = "Name;Bemerkung\nMüller;20 m², 5 £, ½ Tag, O´Farrelly, ¿\n"
    assert decode(text.encode("cp1252")).text == text


def test_windows_1252_is_read_when_it_is_no_utf_8():
    found = decode(WESTERN.encode("cp1252"))
    assert (found.text, found.encoding) == (WESTERN, "Windows-1252")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \r\n\t\r\n", "empty"),
        (b"\x00" * 500, "empty"),
        (b"PK\x03\x04" + b"xl/workbook" * 9, "spreadsheet file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "spreadsheet file"),
        (b"%PDF-1.7 Name;Vorname", "not a text file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a text file"),
        ("Name\nPaweł Łącki\n".encode("cp1250"), "cannot be read"),
        ("Name\nPaweł\n".encode("iso-8859-2"), "cannot be read"),
        (bytes(range(256)) * 8, "not a text file"),
        (b"Name\nM\x81ller \x8d \x90\n", "cannot be read"),
        (b"\xff\xfeN\x00a\x00m\x00e\x00\x00", "cannot be read"),
    ],
)
def test_what_is_no_text_of_people_is_refused(data, words):
    with pytest.raises(UserError, match=words):
        decode(data)


@given(st.binary(max_size=400))
def test_random_bytes_give_text_or_a_sentence(data):
    with suppress(UserError):
        assert decode(data).text.strip()
