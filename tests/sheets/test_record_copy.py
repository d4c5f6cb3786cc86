"""A record copy says all that was recorded, within its cells, and explains every sign it uses."""

from dataclasses import replace
from datetime import date

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.sheet_facts import Look, Stamp
from groupwork.domain.signs import Signs
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult
from groupwork.i18n import LANGUAGES
from groupwork.sheets.draw import layout_of
from tests.sheets.facts import PRESENT, a_row, a_session, a_sheet, done, drawn
from tests.sheets.pictures import ink_in, render, words_of

MOST = (9999, 1440)
LOOKS = ({}, {"large": True}, {"paper": "Letter"}, {"language": "de"}, {"language": "de", "large": True})


def made(level, quantity=5, minutes=20, outcome=Outcome.DONE):
    return TaskResult(outcome, level, None, quantity, minutes)


def copy(*rows, tasks=1, **more):
    held = a_session(status=SessionStatus.HELD)
    return a_sheet(len(rows), tasks, rows=list(rows), record=True, session=held, **more)


def came(at=0, *results, **fields):
    return a_row(at, mark=PRESENT, results=results, **fields)


def seen(facts, page=0, **look):
    return " ".join(words_of(drawn(facts, **look).data)[page].split())


@pytest.mark.parametrize("level", [6, 5, 4, 3, 2, 1, None])
@pytest.mark.parametrize("look", LOOKS)
def test_quantity_and_minutes_stand_whole_beside_the_level_and_within_the_cell(level, look):
    rows = [
        came(n, made(level, *MOST, outcome=Outcome.PARTLY)) for n in range(12)
    ]  # no row higher than it must
    facts = copy(*rows, tasks=2)
    text = seen(facts, **look)
    assert "×9999" in text
    assert ("1440 Min." if look.get("language") == "de" else "1440 min") in text
    page, picture = layout_of(facts, Look(**look)).pages[0], render(drawn(facts, **look).data)
    (cell,), y = [cell for cell in page.cells if cell.name == "t1"], page.rows[1].y
    half = page.pitch / 2
    for top in (y - half + 0.15, y + half - 0.55):  # nothing touches the lines of the row
        assert ink_in(picture, cell.x1, top, cell.x2, top + 0.35) == 0
    after = cell.x2 + 0.6
    assert ink_in(picture, after, y - half + 0.3, after + 0.5, y + half - 0.3) == 0


def test_what_was_made_hides_no_cross_and_no_box_in_part():
    facts = copy(came(0, made(4), made(3)), tasks=2)
    page, picture = layout_of(facts, Look()).pages[0], render(drawn(facts).data)
    for box in page.boxes():
        if box.row == 0 and (box.group, box.code) in {("t1", "4"), ("t2", "3")}:
            assert ink_in(picture, box.x - 1.2, box.y - 1.2, box.x + 1.2, box.y + 1.2) > 60
            for side in (-box.size / 2, box.size / 2):
                assert ink_in(picture, box.x + side - 0.2, box.y - 2, box.x + side + 0.2, box.y + 2) > 40


def test_done_without_a_level_is_a_tick_not_an_empty_struck_cell():
    ticked, blank = copy(came(0, done(None))), copy(came(0, TaskResult(Outcome.NOT_OFFERED)))
    (cell,) = [cell for cell in layout_of(ticked, Look()).pages[0].cells if cell.name == "t1"]
    y, middle = layout_of(ticked, Look()).pages[0].rows[0].y, (cell.x1 + cell.x2) / 2
    area = (middle - 1.6, y - 1.6, middle + 1.6, y + 1.6)
    assert ink_in(render(drawn(ticked).data), *area) > 2 * ink_in(render(drawn(blank).data), *area)
    assert "done" in seen(ticked)


def test_a_blank_form_is_the_same_whatever_was_recorded():
    rows = [replace(came(0, made(6)), mood_after=4, participation=3, mood_before=2), a_row(1)]
    filled, empty = a_sheet(2, 1, rows=rows), a_sheet(2, 1, rows=[a_row(0), a_row(1)])
    assert layout_of(filled, Look()).digest() == layout_of(empty, Look()).digest()
    assert (render(drawn(filled).data) == render(drawn(empty).data)).all()


@pytest.mark.parametrize(
    ("result", "told"),
    [
        (done(5), "5 set-up"),
        (done(2), "2 much help"),
        (done(1), "1 done for"),
        (TaskResult(Outcome.PARTLY, 4), "½ partly"),
        (TaskResult(Outcome.NOT_OFFERED), "– not offered"),
        (made(6, 5, None), "× quantity"),
    ],
)
def test_the_legend_explains_each_sign_that_is_used_and_no_other(result, told):
    assert told in seen(copy(came(0, result)))
    assert told not in seen(copy(came(0, done(6))))


def test_the_legend_has_no_words_about_filling_in():
    text = seen(copy(came(0, done(6))))
    assert "last time" not in text
    assert "write the code" not in text
    assert "Empty: not recorded. Struck through: not there or not offered." in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", [Status.HOSPITAL, Status.LEAVE, Status.NOT_BOOKED, Status.WALK_IN])
def test_statuses_that_are_no_box_are_explained_with_the_centre_s_own_words(status, language):
    own = Signs(language, {status.value: {"label": "Eigenes Wort", "sign": "QQ"}})
    facts = replace(copy(a_row(0, mark=Mark(status)), came(1, done(6))), signs=own)
    assert "QQ Eigenes Wort" in seen(facts, language=language)


def test_a_planned_absence_is_seen_as_such():
    facts = copy(a_row(0, mark=Mark(Status.HOSPITAL, planned=True)), came(1))
    assert "H planned" in seen(facts)
    assert "H planned" not in seen(copy(a_row(0, mark=Mark(Status.HOSPITAL)), came(1)))


def test_a_ring_for_the_mood_afterwards():
    facts = copy(replace(came(0), mood_before=2, mood_after=5), tasks=0, mood=True)
    page, picture = layout_of(facts, Look()).pages[0], render(drawn(facts).data)
    inked = {
        box.code
        for box in page.boxes()
        if box.group == "mood"
        and box.row == 0
        and ink_in(picture, box.x - 2, box.y - 2, box.x + 2, box.y + 2) > 60
    }
    assert inked == {"2", "5"}
    assert "mood before" in seen(facts)
    assert "mood after" in seen(facts)


FACTS = replace(
    a_row(0, mark=Mark(Status.PRESENT, minutes=75, told_at=date(2026, 9, 28), reason="Bus strike")),
    participation=3,
    mood_before=2,
    mood_after=4,
    results=(TaskResult(Outcome.NOT_DONE, None, NotDoneReason.DECLINED),),
)
TOLD = ("75 minutes, as entered", "told Mon 28 Sep", "reason: Bus strike", "participation 3 (mostly)",
        "mood before: bad", "mood after: good", "task 1 not done: declined")  # fmt: skip


def test_what_has_no_box_is_said_in_words_on_the_page_where_there_is_room():
    sheet = drawn(copy(FACTS, a_row(1)), stamp=Stamp())
    assert sheet.pages == 1
    for text in (sheet.text[0], " ".join(words_of(sheet.data)[0].split())):
        assert all(each in text for each in (*TOLD, "Also recorded")), text


def test_else_on_a_page_of_its_own_that_is_counted():
    sheet = drawn(copy(*(replace(FACTS, participant=n) for n in range(12)), tasks=5))
    pages = words_of(sheet.data)
    assert sheet.pages == len(pages) == 2
    assert "page 1 of 2" in pages[0]
    assert "page 2 of 2" in pages[1]
    assert pages[1].count("reason: Bus strike") == 12
    assert "STAFF ONLY" in pages[1]


def test_nothing_more_recorded_no_more_said():
    for facts in (copy(came(0, done(6))), a_sheet(1, 1, rows=[FACTS])):
        sheet = drawn(facts)
        assert sheet.pages == 1
        assert "Also recorded" not in sheet.text[0]


def test_a_session_not_held_says_nothing_of_anybody():
    lost = a_session(status=SessionStatus.NOT_HELD, reason="Heating failure")
    sheet = drawn(a_sheet(rows=[FACTS], record=True, session=lost))
    assert "Bus strike" not in "".join((*sheet.text, *words_of(sheet.data)))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("people", "tasks"), [(3, 0), (3, 6), (12, 6), (30, 0), (30, 6)])
def test_the_list_keeps_within_the_page(people, tasks, look):
    rows = [replace(FACTS, participant=n, name=a_row(n).name) for n in range(people)]
    facts = copy(*rows, tasks=tasks)
    sheet = drawn(facts, **look)
    width, height = layout_of(facts, Look(**look)).width, layout_of(facts, Look(**look)).height
    picture = render(sheet.data, sheet.pages - 1)
    assert ink_in(picture, 0, 0, 7.4, height) == ink_in(picture, width - 7.4, 0, width, height) == 0
    assert ink_in(picture, 0, height - 7.4, width, height) == 0
    assert sum(page.count("Bus strike") for page in words_of(sheet.data)) == people


EVERY = (done(6), done(5), done(4), done(3), done(2), done(1), made(None), TaskResult(Outcome.NOT_DONE),
         TaskResult(Outcome.PARTLY, 3), TaskResult(Outcome.NOT_OFFERED))  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("people", "tasks", "mood"), [(16, 2, False), (10, 5, True), (10, 10, False), (14, 0, True)]
)
def test_the_fullest_legend_keeps_within_the_margins(people, tasks, mood, look):
    statuses = (
        *(status for status in Status if status is not Status.CENTRE_CANCELLED),
        *[Status.PRESENT] * 9,
    )
    rows = [
        replace(came(n, *(EVERY[(n + k) % 10] for k in range(tasks))), mood_before=1, mood_after=5)
        if status is Status.PRESENT
        else a_row(n, mark=Mark(status))
        for n, status in enumerate(statuses[-people:])
    ]
    facts = copy(*rows, tasks=tasks, mood=mood)
    layout, data = layout_of(facts, Look(**look)), drawn(facts, **look).data
    for number, page in enumerate(layout.pages):
        lines = [slot.y for slot in page.slots if slot.name.startswith("legend.")]
        picture = render(data, number)
        assert ink_in(picture, layout.width - 15.4, min(lines) - 2, layout.width, max(lines) + 1) == 0
        assert "page" in words_of(data)[number] or "Seite" in words_of(data)[number]
