"""What stands on a session sheet: read back from the PDF by another program."""

import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.people import AlertKind
from groupwork.domain.scripts import Face, font_family
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.sheet_facts import Look, Stamp
from groupwork.domain.signs import plain_signs
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.sheets import reading
from groupwork.sheets.draw import layout_of
from groupwork.sheets.recorded import code_words, marked_boxes
from groupwork.sheets.session_sheet import job
from tests.sheets.facts import PEOPLE, PRESENT, STAMP, a_row, a_session, a_sheet, done, drawn
from tests.sheets.pictures import find_boxes, ink_in, render, words_of

ARABIC_MARKS = re.compile("[\u064b-\u0652]")


def plain(text):
    """Composed, presentation forms folded, Arabic vowel signs left out: readers differ in them."""
    return ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", text)).replace("\r\n", "\n")


def test_every_demo_name_reads_back():
    text = plain("\n".join(words_of(drawn(a_sheet(24, 0)).data)))
    for called, _full, rest, native in PEOPLE:
        for part in (called, rest, native):
            if font_family(part) is not Face.ARABIC and font_family(native) is not Face.ARABIC:
                assert plain(part) in text
    for native in ("يوسف الخرّاط", "ريما حدّادين"):  # pdfium misplaces vowel signs: letters only
        assert any(letters_of(native) == letters_of(line) for line in text.splitlines())


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not on this machine")
def test_arabic_names_read_back_exactly_in_poppler(tmp_path):
    (tmp_path / "sheet.pdf").write_bytes(drawn(a_sheet(24, 0)).data)
    command = ["pdftotext", "-layout", str(tmp_path / "sheet.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    text = unicodedata.normalize("NFC", "".join(c for c in text if unicodedata.category(c) != "Cf"))
    for _called, _full, rest, native in PEOPLE:
        assert rest in text
        assert unicodedata.normalize("NFC", native) in text


def letters_of(text):
    """The Arabic letters of a line without vowel signs, sorted."""
    return sorted(c for c in plain(text) if "\u0600" <= c <= "\u06ff")


def test_all_fonts_are_embedded_and_there_is_no_helvetica():
    data = drawn(a_sheet(24, 0)).data
    assert b"Helvetica" not in data
    assert data.count(b"/FontFile2") >= data.count(b"/Type /FontDescriptor") > 4


def test_black_only():
    picture = pypdfium2.PdfDocument(BytesIO(drawn(a_sheet()).data))[0].render(scale=1)
    pixels = picture.to_numpy()
    assert (pixels[..., 0] == pixels[..., 1]).all()
    assert (pixels[..., 1] == pixels[..., 2]).all()


def test_the_head_says_what_when_where_who():
    text = words_of(drawn(a_sheet()).data)[0]
    for part in (
        "STAFF ONLY – names and health", "Garden Room renovation", "Tue 29 Sep 2026", "09:45–12:15",
        "Session 9 of 23", "Tomasz Wilkowski, Hanna Brückner", "79Y9-BE6J", "page 1 of 1",
        "safety: see first page", "not done (say why in the notes)", "drop-in: name",
    ):  # fmt: skip
        assert part in text


def test_german_signs_and_dates():
    text = words_of(drawn(a_sheet(), language="de").data)[0]
    assert "Di 29.09.2026" in text
    assert "Uhr" in text
    letters = re.sub(r"\s+", " ", text)
    assert "A S G F +" in letters


def test_alerts_are_signs_without_words():
    facts = a_sheet(rows=[a_row(0, alerts=tuple(AlertKind)[:1])])
    assert "Dust allergy" not in words_of(drawn(facts).data)[0]


def test_a_preview_is_marked_and_its_code_is_nobodys():
    text = words_of(drawn(a_sheet(), stamp=Stamp()).data)[0]
    assert "Preview – not for use" in text
    assert "0000-0000" in text


def test_pages_of_many_people_say_whom_they_hold():
    rows = [replace(a_row(n), sort_name=f"{chr(65 + n * 26 // 60)}, {n:02}") for n in range(60)]
    pages = words_of(drawn(a_sheet(tasks=0, rows=rows)).data)
    assert len(pages) == 3
    for page, letters in zip(pages, ("A–I", "I–Q", "R–Z"), strict=True):
        assert letters in page
    assert "people 21 to 40 of 60" in pages[1]
    assert "page 2 of 3" in pages[1]


@pytest.mark.parametrize(
    ("mark", "crossed", "told"),
    [
        (Mark(), set(), ""),
        (PRESENT, {"P"}, ""),
        (Mark(Status.PRESENT, late_min=15), {"L"}, "15"),
        (Mark(Status.PRESENT, late_min=5, early_min=30), {"L", "E"}, "5/30"),
        (Mark(Status.PRESENT, late_min=0), {"L"}, ""),
        (Mark(Status.ABSENT), {"A"}, ""),
        (Mark(Status.UNWELL), {"+"}, "U"),
        (Mark(Status.HOSPITAL, planned=True), set(), "H"),
        (Mark(Status.WALK_IN, late_min=10), {"L"}, "W 10"),
    ],
)
def test_marks_of_a_record_copy(mark, crossed, told):
    assert {code for group, code in marked_boxes(a_row(0, mark=mark)) if group == "came"} == crossed
    assert code_words(mark, plain_signs("en")) == told


def test_a_record_copy_has_crosses_in_the_right_boxes_and_no_codes():
    results = (done(6), done(5), TaskResult(Outcome.PARTLY, 4), TaskResult(Outcome.NOT_DONE), None)
    facts = a_sheet(rows=[a_row(0, mark=PRESENT, results=results), a_row(1)], record=True)
    page, picture = layout_of(facts, Look()).pages[0], render(drawn(facts).data)
    inked = {
        (box.group, box.code)
        for box in page.boxes()
        if box.row == 0 and ink_in(picture, box.x - 1.2, box.y - 1.2, box.x + 1.2, box.y + 1.2) > 60
    }
    assert inked >= {("came", "P"), ("t1", "6"), ("t3", "4"), ("t4", "0"), ("note", "note")}
    assert not {("came", "L"), ("t5", "6"), ("t1", "4"), ("t3", "6")} & inked
    assert ink_in(picture, 8, 8, 15, 26) == 0
    assert "not for scanning" in words_of(drawn(facts).data)[0]


def test_a_session_not_held_says_so_and_counts_nobody():
    lost = a_session(status=SessionStatus.NOT_HELD, reason="Heating failure")
    facts = a_sheet(rows=[a_row(0, mark=PRESENT)], record=True, session=lost)
    assert "This session was not held: Heating failure" in words_of(drawn(facts).data)[0]
    picture = render(drawn(facts).data)
    box = next(layout_of(facts, Look()).pages[0].boxes())
    assert ink_in(picture, box.x - 1.5, box.y - 1.5, box.x + 1.5, box.y + 1.5) == 0


LONG = (
    "Maximiliane-Franziska-Theodora",
    "x",
    "Hassenpflug-Maier-Oberhuber-Schulze-Wischnewski",
    "Олена-Марія Гриценко-Сковорода",
)
HUGE = ("W" * 200, "x", "Müller " * 28, "")


@pytest.mark.parametrize(
    "name", [LONG, HUGE, ("אברהם", "אברהם לוי", "לוי", "אברהם לוי"), ("a\x00b\u202ec", "x", "\ud800", "")]
)
@pytest.mark.parametrize("look", [{}, {"large": True}])
def test_difficult_names_stay_in_their_cell(name, look):
    facts = a_sheet(rows=[a_row(0, name=name, alerts=(AlertKind.SAFETY, AlertKind.FOOD))])
    page, picture = layout_of(facts, Look(**look)).pages[0], render(drawn(facts, **look).data)
    boxes = find_boxes(picture, page.box, (297.0, 210.0))
    assert len(boxes) == len(list(page.boxes()))
    text = words_of(drawn(facts, **look).data)[0]
    assert "…" not in text
    assert name[0][:3] in text or "P01" in text or "abc" in text


def test_long_task_titles_break_at_soft_hyphens_and_end_with_an_ellipsis_at_last():
    names = ("Renovierungs\u00adprojekt", "Sehr " * 30, "Fenster\u00adrahmen nass anschleifen")
    text = words_of(drawn(a_sheet(2, 3, names=names), language="de").data)[0]
    assert re.search("Renovierungs-?\\s*\n?projekt", text) or "Renovierungsprojekt" in text
    assert "…" in text
    assert "\u00ad" not in text


def test_the_same_content_as_text():
    facts = a_sheet(
        3,
        2,
        rows=[
            a_row(1, last=(6, None)),
            a_row(4, mark=Mark(Status.HOSPITAL, planned=True), until="2026-10-09"),
        ],
    )
    sheet = job(facts, layout_of(facts, Look()), Look(), STAMP)
    (text,) = reading.session_texts(sheet)
    assert "1 Jürgen Hassenpflug-Maier: last time 1: 6" in text
    assert "2 Zbigniew Łąckorzyński: hospital to 9 Oct" in text
    assert "Tasks: 1 Wash walls and ceiling; 2 Fill holes and cracks" in text


def test_the_record_as_text():
    row = a_row(1, mark=Mark(Status.PRESENT, late_min=10), results=(done(4), TaskResult(Outcome.NOT_OFFERED)))
    facts = a_sheet(1, 2, rows=[row, a_row(2)], record=True)
    (text,) = reading.session_texts(job(facts, layout_of(facts, Look()), Look(), STAMP))
    assert "1 Jürgen Hassenpflug-Maier: present, late 10 min; 1 done, prompting; 2 not offered" in text
    assert "2 Björn Thielecke: not recorded" in text
