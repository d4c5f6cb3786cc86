"""The fire list: who stands on it, what it says, what it never says, and that thirty people fit on a page."""

from dataclasses import replace
from datetime import datetime, time
from io import BytesIO

import pypdfium2
import pytest

from groupwork.domain.fire_list import Basis, FireFacts, FireLine, StaffLine
from groupwork.domain.people import AlertKind
from groupwork.domain.sheet_facts import Look
from groupwork.i18n import LANGUAGES
from groupwork.sheets.fire_list import fire_list
from tests.sheets.pictures import ink_in, render, words_of

NOW = datetime.fromisoformat("2026-11-18T10:20")
LINES = (
    FireLine("Hassenpflug-Maier, Jürgen", "", "Workshop", "Wood", time(9, 45), time(11, 45), True, True),
    FireLine("Kharrat, Yousef", "يوسف الخرّاط", here=True),
    FireLine("Lin Meihua", "林美华", "Art studio", "Art", time(13), time(14), here=True),
    FireLine("Vossbeck, Annegret", perhaps_left=time(9, 30), here=True),
    FireLine("Papadimou, Sofia", here=True, help=(AlertKind.SAFETY, AlertKind.ONE_TO_ONE)),
)


def facts(lines=LINES, basis=Basis.HERE, **more):
    staff = (StaffLine("Hanna Brückner", "Group room", time(10)), StaffLine("Samuel Okonjo"))
    return FireFacts("Kiefernbogen", NOW.date(), NOW, basis, lines, staff=staff, **more)


def test_it_says_who_where_and_who_needs_help():
    drawn = fire_list(facts(meeting_point="At the lime tree", not_yet=("Quast, Ida",)), Look())
    text = "\n".join(drawn.text)
    for told in (
        "Here now: 5",
        "Meeting point: At the lime tree",
        "Workshop · Wood, to 11:45",
        "perhaps left at 09:30, not confirmed",
        "in no group now; 13:00 Art studio",
        "safety, one to one",
        "Quast, Ida",
        "Hanna Brückner",
        "10:20",
    ):
        assert told in text, told


def test_the_page_says_what_the_text_says():
    drawn = fire_list(facts(), Look())
    seen = "\n".join(words_of(drawn.data))
    for told in ("Hassenpflug-Maier,", "林美华", "STAFF", "counted", "Workshop"):
        assert told in seen, told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_thirty_people_fit_on_one_page(language, paper):
    drawn = fire_list(facts(LINES * 6, not_yet=("Quast, Ida",) * 4), Look(language, paper))
    assert drawn.pages == 1


@pytest.mark.parametrize("count", [0, 1, 31, 60, 120])
def test_any_number_of_people_is_on_it_once_and_the_staff_at_the_end(count):
    lines = tuple(FireLine(f"Person{n:03d}, Some", here=True) for n in range(count))
    drawn = fire_list(facts(lines), Look())
    text = "\n".join(drawn.text)
    assert all(text.count(f"Person{n:03d},") == 1 for n in range(count))
    assert "Staff on duty" in drawn.text[-1]
    assert all("Staff on duty" not in page for page in drawn.text[:-1])
    assert len(pypdfium2.PdfDocument(BytesIO(drawn.data))) == drawn.pages


def test_large_print_needs_more_room():
    assert fire_list(facts(LINES * 6), Look(large=True)).pages == 2


@pytest.mark.parametrize(("basis", "told"), [(Basis.EXPECTED, "not who is here"), (Basis.CAME, "A past day")])
def test_a_list_of_expected_people_says_that_it_is_one(basis, told):
    assert told in fire_list(facts(basis=basis), Look()).text[0]


def test_a_preview_says_so_and_a_missing_meeting_point_is_a_line_to_write_on():
    drawn = fire_list(facts(preview=True), Look())
    assert "Preview" in "\n".join(words_of(drawn.data))
    assert "____" in "\n".join(words_of(drawn.data))


def test_a_name_too_long_for_its_place_is_never_cut():
    long = "Wróblewska-Kłosowska-Szczepańska, Maria Magdalena Konstancja"
    drawn = fire_list(facts((FireLine(long, here=True),)), Look())
    seen = "\n".join(words_of(drawn.data))
    assert "Konstancja" in seen
    picture = render(drawn.data)
    assert ink_in(picture, 98.5, 54.5, 102.0, 62.5) == 0  # it does not run into what stands beside it


def test_everybody_is_on_it_when_nobody_is_expected_and_it_says_so():
    drawn = fire_list(facts(basis=Basis.EVERYBODY), Look())
    assert "Everybody at the centre: 5" in drawn.text[0]
    assert "Nobody is recorded as here or expected" in drawn.text[0]
    assert "Kharrat, Yousef" in drawn.text[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("large", [False, True])
def test_with_nobody_on_record_it_has_lines_to_write_on(language, large):
    drawn = fire_list(facts((FireLine(""),) * 10, Basis.NOBODY), Look(language, large=large))
    assert drawn.pages == 1
    assert "____" in drawn.text[0]


def test_staff_without_sessions_are_not_said_to_be_on_duty():
    given = replace(facts(), staff=(StaffLine("Hanna Brückner"),))
    text = "\n".join(fire_list(given, Look()).text)
    assert "Hanna Brückner" in text
    assert "Staff on duty" not in text
