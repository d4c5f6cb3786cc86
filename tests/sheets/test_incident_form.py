"""The incident form: what it says filled in and blank, and that nothing leaves the page."""

from dataclasses import replace
from datetime import date, datetime, time

import pypdfium2
import pytest

from groupwork.domain.ids import IncidentId, ParticipantId
from groupwork.domain.incident_changes import Act, Change, Line
from groupwork.domain.incident_sheet import IncidentFacts
from groupwork.domain.incidents import (
    Incident,
    IncidentKind,
    IncidentPerson,
    IncidentText,
    PersonPart,
)
from groupwork.domain.sheet_facts import Look
from groupwork.i18n import LANGUAGES
from groupwork.sheets.incident_form import incident_form
from tests.sheets.pictures import find_boxes, render, words_of

DAY = date(2026, 10, 26)
NOW = datetime.combine(DAY, time(14, 5))
TEXT = IncidentText(
    IncidentKind.INJURY,
    DAY,
    "The board turned under the saw.\nThe saw jumped out of the cut.",
    time(10, 40),
    "Workshop, bench 2",
    "Saw put away",
    "Rinsed, plaster",
    "Samuel Okonjo",
    "The lead at 10:55",
    "Buy two clamps",
    date(2026, 10, 30),
    "Tomasz Wilkowski",
    people=(
        IncidentPerson(PersonPart.HURT, ParticipantId(1), "Nguyễn Thị Bích Lụa", "left index finger", "P12"),
        IncidentPerson(PersonPart.WITNESS, None, "Zbigniew Łąckorzyński"),
    ),
)
ENTRY = Incident(IncidentId(7), TEXT, NOW, session_title="Wood workshop")
BOX = 3.6
"""mm: the side of a box to tick."""


def facts(incident=ENTRY, **more):
    return IncidentFacts("Kiefernbogen", NOW, incident, **more)


def test_the_page_says_everything_that_was_written():
    drawn = incident_form(facts(), Look())
    seen = "\n".join(words_of(drawn.data))
    assert drawn.pages == 1
    for text in (*drawn.text, seen):
        for told in (
            *("The saw jumped out of the cut.", "10:40", "Workshop, bench 2", "Samuel Okonjo", "plaster"),
            *("Buy two clamps", "By Fri 30 Oct 2026", "Łąckorzyński", "left index finger", "Entry 7"),
            *("Written down by", "Tomasz Wilkowski", "Seen by the lead", "Wood workshop"),
        ):
            assert told in text, told


def test_only_what_it_was_is_ticked():
    text = incident_form(facts(), Look()).text[0]
    assert text.count("[x]") == 1
    assert "[x] injury" in text
    assert "[x]" not in incident_form(facts(None), Look()).text[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("large", [False, True])
def test_blank_forms_have_boxes_lines_and_signatures_within_the_page(language, paper, large):
    drawn = incident_form(facts(None), Look(language, paper, large))
    assert drawn.pages == (2 if large else 1)
    for page in range(drawn.pages):
        picture = render(drawn.data, page, dpi=100)
        assert picture[:, :25].min() == 255
        assert picture[:, -25:].min() == 255
    if not large and paper == "A4":
        boxes = find_boxes(render(drawn.data), BOX, (210, 297))
        assert len(boxes) == len(IncidentKind) + 3 * len(PersonPart)


def test_a_long_story_goes_on_on_the_next_page_and_nothing_is_cut():
    story = " ".join(f"word{n}" for n in range(2500))
    drawn = incident_form(facts(replace(ENTRY, text=replace(TEXT, what=story))), Look())
    assert drawn.pages > 2
    seen = " ".join(" ".join(words_of(drawn.data)).split())
    assert "word0 " in seen
    assert "word2499" in seen


def test_the_file_names_nobody_and_a_preview_says_so():
    drawn = incident_form(facts(preview=True), Look())
    assert "Preview" in words_of(drawn.data)[0]
    about = pypdfium2.PdfDocument(drawn.data).get_metadata_dict()
    assert about["Title"] == "Incident form"
    assert not about.get("Author")


def test_changes_stand_at_the_end_with_what_was_there_before_when_they_are_wanted():
    person = Line("people", "hurt:left thumb", "witness", "Nguyễn Thị Bích Lụa")
    changes = (
        Change(NOW, "Tomasz", Act.WRITTEN),
        Change(NOW, "Hanna", Act.CHANGED, (Line("to_do_by", "", "2026-10-30"), person)),
        Change(NOW, "Hanna", Act.CLOSED, lost=True),
    )
    said = "\n".join(incident_form(facts(changes=changes), Look()).text)
    for told in (
        "Changes to this entry",
        "Written down, Mon 26 Oct 2026, 14:05 · by Tomasz",
        "By when: Fri 30 Oct 2026\nbefore: nothing",
        "Who it is about: Nguyễn Thị Bích Lụa: witness\nbefore: hurt: left thumb",
        "by Hanna · The words were erased.",
    ):
        assert told in said
    german = "\n".join(incident_form(facts(changes=changes), Look(language="de")).text)
    assert "Änderungen an diesem Eintrag" in german
    assert "Changes to" not in "\n".join(incident_form(facts(), Look()).text)
