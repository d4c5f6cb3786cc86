"""The content of the square codes."""

import pytest

from groupwork.domain.payload import MAX_PAGES, SheetCode, pack, read_typed, typed_code, unpack
from groupwork.errors import Refused

KEY = bytes(range(32))
CODE = SheetCode("A", bytes.fromhex("3a7c95b8d2f1"), bytes.fromhex("010203"), 2, 3)


def test_a_code_reads_back_whole():
    text = pack(CODE, KEY)
    assert unpack(text, KEY) == CODE
    assert len(text) == 27
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def test_the_published_form_stays():
    assert pack(CODE, KEY) == "S1AAE5HZFNY2LYQCAQDCIG3QMBL"


@pytest.mark.parametrize("page", range(1, MAX_PAGES + 1))
def test_every_page_fits(page):
    code = SheetCode("D", CODE.sheet, CODE.digest, page, MAX_PAGES)
    assert unpack(pack(code, KEY), KEY) == code


@pytest.mark.parametrize(
    "wrong",
    [
        SheetCode("B", CODE.sheet, CODE.digest, 1, 1),
        SheetCode("A", b"short", CODE.digest, 1, 1),
        SheetCode("A", CODE.sheet, b"1", 1, 1),
        SheetCode("A", CODE.sheet, CODE.digest, 0, 1),
        SheetCode("A", CODE.sheet, CODE.digest, 1, MAX_PAGES + 1),
    ],
)
def test_a_wrong_part_is_a_bug(wrong):
    with pytest.raises(ValueError, match="sheet code"):
        pack(wrong, KEY)


def test_another_centre_and_a_changed_letter_are_refused():
    text = pack(CODE, KEY)
    with pytest.raises(Refused, match="another centre"):
        unpack(text, bytes(32))
    for at in range(2, len(text)):
        other = text[:at] + ("D" if text[at] == "A" else "A") + text[at + 1 :]
        if other != text:
            with pytest.raises(Refused):
                unpack(other, KEY)


@pytest.mark.parametrize(
    "text", ["", "S1", "S1A", "https://example.org", "S1A" + "1" * 24, "S2" + "A" * 25, "S1Äü"]
)
def test_other_codes_are_not_sheets(text):
    with pytest.raises(Refused, match="not the code"):
        unpack(text, KEY)


def test_the_typed_code_is_eight_letters_that_cannot_be_mistaken():
    text = typed_code(CODE.sheet)
    assert text == "79Y9-BE6J"
    assert not set(text) & set("ILOU")
    assert read_typed(text) == CODE.sheet[:5]
    assert read_typed(" 79y9be6j ") == CODE.sheet[:5]
    assert read_typed("OOOO-IIII") == read_typed("0000-1111")
    assert read_typed("79Y9-BE6") is None
    assert read_typed("79Y9-BE6U") is None
