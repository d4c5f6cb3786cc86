"""The session plan on paper: what stands on it, what stays off it, and that long plans go on."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from groupwork.domain.activities import Hazard, HazardLevel, LibraryTask, Material, Permission, Phase
from groupwork.domain.ids import ActivityId, ParticipantId, SessionId
from groupwork.domain.people import AlertKind, PersonName
from groupwork.domain.session_plan import (
    AwayLine,
    DoneTask,
    KnowLine,
    LastTime,
    PlanFacts,
    PlanStaff,
    Said,
    SessionPlan,
    timed,
)
from groupwork.domain.sessions import Category, Number
from groupwork.domain.sheet_facts import Look
from groupwork.i18n import LANGUAGES
from groupwork.sheets.session_plan import session_plan
from tests.sheets.pictures import find_boxes, render, words_of

DAY = date(2026, 9, 29)
START, END = time(9, 45), time(12, 15)
PHASES = [Phase(1, "Arrive", 10), Phase(2, "Fill holes", 120, "in pairs"), Phase(3, "Tidy up", 20)]
PLAN = SessionPlan(
    SessionId(9),
    "Garden Room renovation",
    Category.PROJECT,
    DAY,
    START,
    END,
    "Garden room",
    ActivityId(1),
    None,
    "Everybody fills at least one hole.",
    HazardLevel.MEDIUM,
    know=(
        KnowLine(
            ParticipantId(1), PersonName("Declan", "Declan O"), AlertKind.SAFETY, "epilepsy: never alone"
        ),
        KnowLine(ParticipantId(2), PersonName("यशोधरा", "यशोधरा"), AlertKind.FOOD, "no pork", printed=False),
        KnowLine(ParticipantId(3), PersonName("Moira", "Moira T"), AlertKind.NO_PHOTOS, "", away=True),
    ),
    away=(AwayLine(ParticipantId(3), PersonName("Moira", "Moira T"), "H", "knee operation"),),
    phases=timed(PHASES, DAY, START, END),
    tasks=(LibraryTask(1, "Fill \u00adholes", "one big hole", "the ceiling"),),
    materials=(
        Material(1, "filler", "2 kg"),
        Material(2, "step ladder", "2", tool=True, permission=Permission.WATCHED),
    ),
    hazards=(Hazard(1, "Dust", "wet only, masks"),),
    staff=(PlanStaff("Tomasz Wilkowski"),),
    said=Said("Sand only after drying.", date(2026, 9, 24), SessionId(8)),
    last=LastTime(
        SessionId(8), date(2026, 9, 24), "Garden Room", 5, 6, 5, (DoneTask("Wash", 4, 5),), "a fight"
    ),
    next_time="",
    expected=6,
)


def facts(plan=PLAN, **more):
    return PlanFacts("Kiefernbogen", plan, datetime.combine(DAY, time(8, 10)), Number(9, 23), **more)


def test_the_page_says_what_a_stand_in_needs():
    drawn = session_plan(facts(), Look())
    seen = "\n".join(words_of(drawn.data))
    for text in ("\n".join(drawn.text), seen):
        for told in (
            *("Garden Room renovation", "session 9 of 23", "09:45–12:15", "6 expected, 1 away"),
            *("epilepsy: never alone", "Sand only after drying.", "09:55", "Fill holes", "120 min"),
            *("150 of 150 minutes planned", "filler", "with somebody watching", "wet only, masks"),
            *("one big hole", "the ceiling", "What worked", "For next time", "5 of 6 came"),
        ):
            assert told in text, told


def test_what_may_not_be_on_paper_is_not():
    drawn = session_plan(facts(), Look())
    for text in ("\n".join(drawn.text), "\n".join(words_of(drawn.data))):
        for secret in ("no pork", "knee operation", "a fight"):
            assert secret not in text, secret
        assert "Moira" in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("large", [False, True])
def test_it_stays_within_the_page_with_two_boxes_for_each_thing(language, paper, large):
    drawn = session_plan(facts(), Look(language, paper, large))
    for page in range(drawn.pages):
        picture = render(drawn.data, page, dpi=100)
        assert picture[:, :25].min() == 255
        assert picture[:, -25:].min() == 255
    if paper == "A4":
        assert len(find_boxes(render(drawn.data), 3.6, (210, 297))) == 4


def test_a_plan_of_thirty_phases_goes_on_and_a_session_without_any_says_so():
    many = [Phase(n, f"Phase number {n}", 5, "with words " * 12) for n in range(30)]
    long = session_plan(facts(replace(PLAN, phases=timed(many, DAY, START, END))), Look())
    assert long.pages > 2
    assert "Phase number 29" in "\n".join(words_of(long.data))
    bare = replace(
        PLAN, phases=(), materials=(), hazards=(), tasks=(), know=(), said=None, last=None, aims=""
    )
    text = session_plan(facts(bare), Look()).text[0]
    assert "No alerts." in text
    assert "no phases yet" in text


def test_a_title_of_two_hundred_letters_and_the_preview():
    drawn = session_plan(facts(replace(PLAN, title="Wort" * 50), preview=True), Look("de", "A4", False))
    assert "Vorschau" in words_of(drawn.data)[0]
