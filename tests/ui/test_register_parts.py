"""The register's parts without a screen: columns, widths, totals, clipboard text, headings, words."""

import pytest

from groupwork import i18n
from groupwork.domain.attendance import Mark, Status
from groupwork.domain.keys import Draft, Move, Put
from groupwork.domain.signs import plain_signs
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult
from groupwork.errors import Refused
from groupwork.ui.models import register_words as words
from groupwork.ui.models.register_columns import Column, Kind, columns, widths
from groupwork.ui.register import cells, clip
from groupwork.ui.register.clip import Block
from groupwork.ui.register.header import two_lines
from groupwork.ui.register.minutes import MinuteKeys
from groupwork.ui.register.sums import Mean, mean, sums
from tests.ui.register_values import person, round_of, workshop

MARK, MINUTES, TASK = Column(Kind.MARK), Column(Kind.MINUTES), Column(Kind.TASK, 2)


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")
    yield
    i18n.use("en")


def test_columns_follow_the_register():
    kinds = [column.kind.value for column in columns(workshop())]
    assert kinds == ["name", "last", "mark", "minutes", "part", *["task"] * 4, "add"]


@pytest.mark.parametrize("room", [1124, 1164, 1700, 2500])
@pytest.mark.parametrize("register", [workshop(), round_of(3)], ids=["tasks", "none"])
def test_widths_fill_the_room_exactly_and_names_stay_narrow(register, room):
    shown = columns(register)
    found = widths(shown, room, round)
    assert sum(found) == room
    assert found[0] <= 270
    assert all(width >= 24 for width in found)


def test_narrow_grids_overflow_with_least_widths():
    found = widths(columns(workshop()), 600, round)
    assert found == (206, 92, 72, 50, 82, 81, 81, 81, 81, 44)
    doubled = widths(columns(workshop()), 600, lambda px: round(px * 2))
    assert doubled == tuple(width * 2 for width in found)


def test_totals_of_the_picture():
    total = sums(workshop())
    assert (total.present, total.expected, total.walk_ins, total.open) == (3, 6, 1, 1)
    assert total.minutes == 120 + 120 + 110 + 120
    assert total.part == Mean(33, 4)
    assert [(task.done, task.of) for task in total.tasks] == [(3, 3), (3, 4), (4, 4), (0, 0)]
    assert dict(total.others) == {Status.ABSENT: 1, Status.OTHER: 1}


def test_means_are_rounded_half_up():
    assert mean([1, 2, 2, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3]) == Mean(20, 20)
    assert mean([3, None, 4, 4, 3]) == Mean(35, 4)
    assert mean([2, 2, 2, 3]) == Mean(23, 4)  # 2.25 rounds up
    assert mean([None]) == Mean(0, 0)


@pytest.mark.parametrize("language", ["en", "de"])
def test_marks_survive_the_clipboard(language):
    i18n.use(language)
    marks = [Mark(s) for s in Status if s is not Status.CENTRE_CANCELLED]
    marks += [Mark(Status.PRESENT, late_min=10), Mark(Status.PRESENT, early_min=5, late_min=3)]
    marks += [Mark(Status.PRESENT, minutes=75), Mark(Status.WALK_IN, early_min=20)]
    for mark in marks:
        text = cells.mark_text(mark)
        assert cells.value_from(MARK, text, workshop()) == mark, text


@pytest.mark.parametrize(
    "result",
    [
        TaskResult(Outcome.DONE, 6),
        TaskResult(Outcome.PARTLY, 3),
        TaskResult(Outcome.NOT_DONE, reason=NotDoneReason.NO_TIME),
        TaskResult(Outcome.NOT_DONE),
        TaskResult(Outcome.NOT_OFFERED),
    ],
)
def test_results_survive_the_clipboard(result):
    row = person(1, "A B", Mark(), results=(None, None, result, None))
    assert cells.value_from(TASK, cells.text_of(TASK, row), workshop()) == result


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (MARK, "Q"),
        (MARK, "P1000000"),
        (MINUTES, "-5"),
        (MINUTES, "1441"),
        (TASK, "7"),
        (TASK, "0 because"),
        (TASK, "4,5"),
        (MINUTES, "90,5"),
        (MINUTES, "1.000"),
        (MINUTES, "9" * 5000),
        (Column(Kind.PART), "9" * 5000),
        (Column(Kind.NAME), "x"),
    ],
)
def test_wrong_values_are_refused_in_words(column, text):
    with pytest.raises(Refused) as caught:
        cells.value_from(column, text, workshop())
    assert str(caught.value).endswith((".", "changed."))
    assert "{" not in str(caught.value)


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        (MINUTES, "90,0", 90),
        (MINUTES, "90.00", 90),
        (MINUTES, "90 min", 90),
        (Column(Kind.PART), "3,0", 3),
        (TASK, "4,0", TaskResult(Outcome.DONE, 4)),
        (TASK, "0,0", TaskResult(Outcome.NOT_DONE)),
        (TASK, "0 no_time", TaskResult(Outcome.NOT_DONE, reason=NotDoneReason.NO_TIME)),
    ],
)
def test_numbers_as_spreadsheets_write_them(column, text, value):
    assert cells.value_from(column, text, workshop()) == value


def test_an_empty_cell_leaves_what_is_there():
    assert cells.value_from(MARK, "", workshop()) is cells.UNTOUCHED


def test_a_text_that_is_no_mark_is_refused_with_the_signs_on_the_screen():
    with pytest.raises(Refused, match=r"“Hallo” is not a mark. Marks are A, S10, G20, S10G20, Z, F, X, K"):
        cells.mark_from("Hallo", plain_signs("de"))


def test_text_and_cells_are_each_others_inverse():
    block = [["P", "10"], ["", "a\tb\nc"]]
    assert clip.from_text(clip.to_text(block)) == [["P", "10"], ["", "a b c"]]
    assert clip.from_text("P\tA\r\nL10\tE\r\n") == [["P", "A"], ["L10", "E"]]


@pytest.mark.parametrize(
    ("shape", "into", "left", "fits"),
    [
        ((1, 1), Block(0, 2, 5, 1), (7, 6), True),
        ((3, 2), Block(0, 2, 1, 1), (7, 6), True),
        ((3, 2), Block(0, 2, 3, 2), (7, 6), True),
        ((3, 2), Block(0, 2, 1, 1), (2, 6), False),
        ((3, 2), Block(0, 2, 4, 2), (7, 6), False),
    ],
)
def test_shapes_that_do_not_fit_are_refused(shape, into, left, fits):
    block = [["P"] * shape[1] for _row in range(shape[0])]
    if not fits:
        with pytest.raises(Refused):
            clip.fit(block, into, *left)
        return
    fitted = clip.fit(block, into, *left)
    assert len(fitted) == max(shape[0], into.rows)


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n", "P\tA\nL"])
def test_ragged_or_empty_clipboards_are_refused(text):
    with pytest.raises(Refused):
        clip.fit(clip.from_text(text), Block(0, 0, 1, 1), 9, 9)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Saw", 10, ["Saw"]),
        ("Measure and mark", 12, ["Measure and", "mark"]),
        ("Zu\u00adschneiden", 9, ["Zu-", "schneiden"]),
        ("Zu\u00adschneiden", 30, ["Zuschneiden"]),
        ("Unbreakable", 6, ["Unbre…"]),
        ("one two three four", 8, ["one two", "three f…"]),
    ],
)
def test_headings_break_at_blanks_and_soft_hyphens(text, width, lines):
    assert two_lines(text, width, len) == lines


def test_minutes_are_typed_and_stored_on_leaving():
    keys = MinuteKeys()
    from groupwork.domain.keys import Cell

    def cells_(row):
        return Cell(None) if row < 3 else None

    assert keys.press("7", 0, cells_) == (Draft(0, 7),)
    assert keys.press("5", 0, cells_) == (Draft(0, 75),)
    assert keys.press("Enter", 0, cells_) == (Put(0, 75), Move(1, 0))
    assert keys.press("Delete", 1, cells_) == (Put(1, None),)
    assert keys.press("x", 1, cells_) == ()
    assert keys.leave() == ()


def test_words_say_what_the_brief_says():
    register = workshop()
    late = register.rows[5]
    assert words.cell_words(MARK, late, register) == "Walter Kümmelbein, mark: late 10 min"
    first = register.rows[0]
    said = words.cell_words(Column(Kind.TASK, 0), first, register)
    assert said == "Measure and mark: set-up, last time prompting"


def test_second_line_shows_one_alert_in_words_and_counts_more():
    lines = [words.second_line(row) for row in workshop().rows]
    shown = [line.text if line else "" for line in lines]
    assert shown == ["", "back from hospital", "2 alerts", "dust allergy: mask", "told 5 Oct: dentist",
                     "no lifting", "walk-in"]  # fmt: skip
