"""The recovery sheet, looked at as text and as a picture, its square read back."""

from datetime import datetime

import pytest
import zxingcpp

from groupwork.domain.layout_sizes import PAPERS
from groupwork.domain.sheet_facts import Look, RecoveryFacts
from groupwork.sheets.recovery_sheet import SQUARE, SQUARE_TOP, recovery_sheet
from groupwork.store import keys, recovery, sidecar
from tests.sheets.pictures import ink_in, render, words_of
from tests.vaults import QUICK

WHEN = datetime.fromisoformat("2026-11-21T09:52")
CENTRE = "Tagesstätte Kiefernbogen"
LOOKS = [Look(language, paper) for language in ("en", "de") for paper in PAPERS]


@pytest.fixture(scope="module")
def slot():
    """A code and the text of the square that goes with it."""
    key, code = keys.new_data_key(), recovery.new_code()
    return code, sidecar.Sidecar(key.file_id).with_recovery(key, code, QUICK).recovery_payload()


def drawn(slot, look):
    return recovery_sheet(RecoveryFacts(CENTRE, WHEN, *slot), look)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_square_holds_the_whole_slot(slot, look):
    for dpi in (150, 300):
        (found,) = zxingcpp.read_barcodes(render(drawn(slot, look).data, dpi=dpi))
        assert recovery.read_payload(found.text) == recovery.read_payload(slot[1])


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_code_steps_and_tag_are_on_one_page(slot, look):
    sheet = drawn(slot, look)
    (text,) = words_of(sheet.data)
    assert sheet.pages == 1
    letters = "".join(text.split())
    for group in slot[0].split("-"):
        assert group in letters
    tag, title, date = {
        "en": ("STAFF ONLY – keep in a safe place", "Recovery sheet", "21 Nov 2026"),
        "de": ("NUR TEAM", "Wiederherstellungsblatt", "21.11.2026"),
    }[look.language]
    for words in (tag, title, date, CENTRE, "5."):
        assert words in text
        assert words in sheet.text[0]
    assert slot[0] in sheet.text[0]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_nothing_leaves_the_page_or_lies_on_the_square(slot, look):
    picture = render(drawn(slot, look).data)
    wide, high = PAPERS[look.paper]
    assert ink_in(picture, 0, 0, 8, high) == 0
    assert ink_in(picture, wide - 14, 40, wide, high - 14) == 0
    assert ink_in(picture, 0, high - 19, wide, high - 12.5) == 0
    left, right, foot = 16, 16 + SQUARE, SQUARE_TOP + SQUARE
    for area in (
        (left - 4, SQUARE_TOP - 3.9, right + 4, SQUARE_TOP - 0.2),
        (left - 4, foot + 0.2, right + 4, foot + 3.9),
        (right + 0.2, SQUARE_TOP, right + 4, foot),
    ):
        assert ink_in(picture, *area) == 0


def test_a_preview_has_no_code_and_no_square(slot):
    preview = recovery_sheet(RecoveryFacts(CENTRE, WHEN), Look())
    assert zxingcpp.read_barcodes(render(preview.data, dpi=150)) == []
    (text,) = words_of(preview.data)
    assert "Preview" in text
    assert not any(group in text for group in slot[0].split("-"))


def test_a_long_name_stays_in_its_line():
    facts = RecoveryFacts("Sozialpsychiatrisches Zentrum für Tagesstruktur und Arbeit " * 3, WHEN)
    picture = render(recovery_sheet(facts, Look()).data)
    assert ink_in(picture, 194.5, 26, 210, 34) == 0


def test_facts_do_not_show_the_code(slot):
    assert slot[0] not in repr(RecoveryFacts(CENTRE, WHEN, *slot))
