"""Which font a name goes to, compared with the font files themselves."""

import unicodedata

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from groupwork import paths
from groupwork.domain.scripts import COVERED, Face, Run, clean, covers, font_family, printable, runs
from groupwork.sheets.fonts import FILES

ALL = sorted((face, weight) for face, files in FILES.items() for weight in files)


@pytest.mark.parametrize(("face", "weight"), ALL)
def test_every_letter_of_the_table_is_in_the_font_file(face, weight):
    letters = set(TTFontFile(str(paths.resources() / "fonts" / FILES[face][weight])).charToGlyph)
    if face is Face.HAN:
        wanted = {point for point in range(0x2E80, 0xA000) if covers(face, chr(point))}
        assert len(wanted & set(range(0x4E00, 0xA000))) == 6763
    else:
        wanted = {point for part in COVERED[face].split() for point in _range(part)}
    assigned = {point for point in wanted if unicodedata.category(chr(point)) != "Cn"}
    assert assigned <= letters


def _range(part):
    first, _, last = part.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


@pytest.mark.parametrize(
    ("name", "face"),
    [
        ("Jürgen Hassenpflug-Maier", Face.ATKINSON),
        ("Zbigniew Łąckorzyński", Face.ATKINSON),
        ("Gülşen Karadere", Face.ATKINSON),
        ("Declan O'Farrelly", Face.ATKINSON),
        ("Nguyễn Thị Bích Lụa", Face.NOTO),
        ("Олена Гриценко", Face.NOTO),
        ("Σοφία Παπαδήμου", Face.NOTO),
        ("يوسف الخرّاط", Face.ARABIC),
        ("अंजलि देशवाल", Face.DEVANAGARI),
        ("林美华", Face.HAN),
        ("al-Kharrat · يوسف الخرّاط", Face.ATKINSON),
        ("", Face.ATKINSON),
    ],
)
def test_the_family_of_a_whole_name(name, face):
    assert font_family(name) is face


def test_a_name_never_mixes_two_latin_fonts():
    assert runs("Nguyễn Thị Bích Lụa") == (Run("Nguyễn Thị Bích Lụa", Face.NOTO),)
    assert runs("Lin Meihua · 林美华") == (Run("Lin Meihua · ", Face.ATKINSON), Run("林美华", Face.HAN))


def test_a_sentence_decides_word_by_word():
    pieces = runs("With Nguyễn Thị and Łukasz", whole=False)
    assert [(run.text.strip(), run.face) for run in pieces] == [
        ("With", Face.ATKINSON),
        ("Nguyễn Thị", Face.NOTO),
        ("and Łukasz", Face.ATKINSON),
    ]


def test_two_arabic_words_are_one_run_and_brackets_are_not_in_it():
    pieces = runs("Yousef (يوسف الخرّاط), 37")
    assert [(run.text, run.rtl) for run in pieces] == [
        ("Yousef (", False),
        ("يوسف الخرّاط", True),
        ("), 37", False),
    ]


def test_an_arabic_phrase_with_brackets_stands_from_right_to_left():
    pieces = runs("شيء (جو) خراط")
    assert [run.text for run in pieces] == ["خراط", " (", "جو", ") ", "شيء"]


def test_numbers_inside_an_arabic_phrase_keep_their_order():
    assert [run.text.strip() for run in runs("غرفة 12 جديدة")] == ["جديدة", "12", "غرفة"]


def test_what_cannot_be_drawn_goes_away():
    assert clean("Wro\u0301blewska") == "Wróblewska"
    assert clean("a\x00b\u202ec\ud800d\ne") == "abcd e"
    assert clean("Fenster\u00adrahmen") == "Fenster\u00adrahmen"


@pytest.mark.parametrize("name", ["אברהם", "龍", "Дмитро \u13a0", "😀", "\ue000" + "ሰ"])
def test_a_missing_letter_is_known_beforehand(name):
    assert not printable(name)
    assert printable("Fenster\u00adrahmen")
