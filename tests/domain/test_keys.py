"""The register's keys, exactly as DOMAIN.md says them."""

import pytest

from groupwork.domain.attendance import NOT_RECORDED, Mark, Status
from groupwork.domain.keys import (
    NO_LAST_TIME,
    STAYS_WALK_IN,
    Cell,
    Draft,
    MarkKeys,
    Move,
    Put,
    Remove,
    Say,
    range_mark,
)
from groupwork.domain.task_keys import TaskKeys, mood_keys, participation_keys
from groupwork.domain.tasks import Outcome, TaskResult

P, W = Status.PRESENT, Status.WALK_IN


class Grid:
    """A column that does what the machine asks for, as the window would."""

    def __init__(self, keys, values, last=None):
        self.keys, self.values = keys, list(values)
        self.last = list(last or [None] * len(self.values))
        self.row, self.column, self.said, self.steps, self.removed = 0, 0, [], 0, []
        self.draft = None

    def cell(self, row):
        return Cell(self.values[row], self.last[row]) if 0 <= row < len(self.values) else None

    def type(self, *typed):
        for key in typed:
            for action in self.keys.press(key, self.row, self.cell):
                self.act(action)
        return self

    def act(self, action):
        match action:
            case Put(row, value):
                self.values[row], self.draft = value, None
                self.steps += 1
            case Draft(row, value):
                self.draft = (row, value)
            case Move(rows, columns):
                self.row = max(0, min(len(self.values), self.row + rows))
                self.column += columns
            case Say(text):
                self.said.append(text)
            case Remove(row):
                self.removed.append(row)


def marks(*values, language="en", last=None, **options):
    return Grid(MarkKeys(language, **options), values or [NOT_RECORDED] * 4, last)


def codes(grid):
    return "".join(mark.status.value if mark.status else "-" for mark in grid.values)


class TestLetters:
    def test_a_letter_sets_the_status_and_moves_on(self):
        grid = marks().type("P", "a", "U")
        assert (codes(grid), grid.row, grid.steps) == ("PAU-", 3, 3)

    def test_german_letters(self):
        assert codes(marks(language="de").type("A", "F", "K", "T")) == "PAUO"

    @pytest.mark.parametrize("key", ["Q", "1", "?", "ß", "Tab", "F1", ""])
    def test_other_keys_mean_nothing(self, key):
        grid = marks().type(key)
        assert (codes(grid), grid.row) == ("----", 0)

    def test_switched_off_only_letters_are_silent(self):
        grid = marks(Mark(P), NOT_RECORDED, letters=False, last=[Mark(P), Mark(P)])
        grid.type("A", "L", "Enter", ".")
        assert (codes(grid), grid.row) == ("PP", 2)

    def test_the_last_row_moves_into_the_add_row(self):
        grid = marks(NOT_RECORDED).type("P", "P")
        assert (codes(grid), grid.row, grid.steps) == ("P", 1, 1)


class TestMinutes:
    def test_l_stays_digits_are_minutes_enter_moves_on(self):
        grid = marks().type("L", "1", "0")
        assert (grid.row, grid.draft, grid.steps) == (0, (0, Mark(P, late_min=10)), 0)
        grid.type("Enter")
        assert (grid.values[0], grid.row, grid.steps) == (Mark(P, late_min=10), 1, 1)

    @pytest.mark.parametrize("typed", ["L10E20", "E20L10", "l10e20"])
    def test_the_other_side_adds_to_the_same_mark(self, typed):
        grid = marks().type(*typed, "Down")
        assert (grid.values[0], grid.row, grid.steps) == (Mark(P, 10, 20), 1, 1)

    def test_german_keys(self):
        assert marks(language="de").type(*"S10G20", "Enter").values[0] == Mark(P, 10, 20)

    def test_another_letter_moves_on_and_marks_the_next_row(self):
        grid = marks().type("L", "5", "A")
        assert (grid.values[0], codes(grid), grid.row) == (Mark(P, late_min=5), "PA--", 2)

    def test_the_same_side_again_is_the_next_person(self):
        grid = marks().type(*"L10L5", "Enter")
        assert [mark.late_min for mark in grid.values] == [10, 5, None, None]
        assert grid.row == 2

    def test_late_without_digits(self):
        assert marks().type("L", "P").values[:2] == [Mark(P, late_min=0), Mark(P)]

    @pytest.mark.parametrize(
        ("typed", "late"), [(["1", "2", "Backspace"], 1), (["1", "2", "3", "4"], 123), (["Backspace"], 0)]
    )
    def test_digits_can_be_taken_back_and_end_at_three(self, typed, late):
        assert marks().type("L", *typed, "Enter").values[0].late_min == late

    def test_escape_gives_the_old_mark_back_and_stores_nothing(self):
        grid = marks(Mark(Status.ABSENT)).type("L", "5", "Escape")
        assert (codes(grid), grid.draft, grid.steps) == ("A", (0, Mark(Status.ABSENT)), 0)
        assert grid.type("P").steps == 1

    def test_delete_clears_what_was_being_typed(self):
        grid = marks(Mark(P)).type("L", "5", "Delete")
        assert (codes(grid), grid.row) == ("-", 0)

    def test_arrows_to_the_side_store_and_leave(self):
        grid = marks().type("L", "5", "Right")
        assert (grid.values[0].late_min, grid.row, grid.column) == (5, 0, 1)

    def test_up_moves_back(self):
        grid = marks().type("P", "L", "5", "Up")
        assert (grid.values[1].late_min, grid.row) == (5, 0)

    def test_leaving_stores_what_was_typed_once(self):
        keys = MarkKeys("en")
        keys.press("L", 0, lambda row: Cell(NOT_RECORDED))
        keys.press("7", 0, lambda row: Cell(NOT_RECORDED))
        assert keys.typing
        assert keys.leave() == (Put(0, Mark(P, late_min=7)),)
        assert keys.leave() == ()
        assert not keys.typing

    def test_a_key_on_another_row_stores_first(self):
        keys = MarkKeys("en")
        keys.press("L", 0, lambda row: Cell(NOT_RECORDED))
        actions = keys.press("P", 2, lambda row: Cell(NOT_RECORDED))
        assert actions == (Put(0, Mark(P, late_min=0)), Put(2, Mark(P)), Move(1))

    def test_l_on_a_late_mark_keeps_its_minutes_until_digits_come(self):
        assert marks(Mark(P, late_min=10)).type("L", "Enter").steps == 0
        assert marks(Mark(P, late_min=10)).type("L", "5", "Enter").values[0].late_min == 5
        assert marks(Mark(P, late_min=10)).type("E", "5", "Enter").values[0] == Mark(P, 10, 5)

    def test_full_stop_after_minutes_is_the_next_persons_last_time(self):
        grid = marks(NOT_RECORDED, NOT_RECORDED, last=[None, Mark(Status.LEAVE)]).type("L", "5", ".")
        assert codes(grid) == "PV"


class TestAsLastTimeAndClearing:
    @pytest.mark.parametrize(
        ("last", "now"),
        [
            (Mark(P, late_min=10), Mark(P, late_min=10)),
            (Mark(P, minutes=75), Mark(P)),
            (Mark(Status.HOSPITAL, planned=True), Mark(Status.HOSPITAL)),
            (Mark(W, early_min=5), Mark(P, early_min=5)),
        ],
    )
    def test_as_last_time(self, last, now):
        grid = marks(NOT_RECORDED, last=[last]).type(".")
        assert (grid.values, grid.row) == ([now], 1)

    @pytest.mark.parametrize("last", [None, NOT_RECORDED])
    def test_without_a_last_time(self, last):
        grid = marks(Mark(P), last=[last]).type(".")
        assert (codes(grid), grid.said, grid.row) == ("P", [NO_LAST_TIME], 0)

    @pytest.mark.parametrize("key", ["Delete", "Backspace"])
    def test_cleared_in_place(self, key):
        grid = marks(Mark(Status.HOSPITAL, planned=True)).type(key)
        assert (grid.values, grid.row) == ([NOT_RECORDED], 0)


class TestWalkIns:
    def test_late_early_and_present_stay_a_walk_in(self):
        assert marks(Mark(W)).type(*"L10E5", "Enter").values == [Mark(W, 10, 5)]
        assert marks(Mark(W, late_min=5)).type("P").values == [Mark(W)]

    @pytest.mark.parametrize("key", ["A", "X", "H"])
    def test_nothing_else(self, key):
        grid = marks(Mark(W)).type(key)
        assert (codes(grid), grid.said, grid.row) == ("W", [STAYS_WALK_IN], 0)

    def test_delete_first_clears_times_then_takes_the_row_off(self):
        grid = marks(Mark(W, late_min=5)).type("Delete")
        assert (grid.values, grid.removed) == ([Mark(W)], [])
        assert grid.type("Delete").removed == [0]

    def test_as_last_time(self):
        assert marks(Mark(W), last=[Mark(P, late_min=5)]).type(".").values == [Mark(W, late_min=5)]
        assert marks(Mark(W), last=[Mark(Status.ABSENT)]).type(".").said == [STAYS_WALK_IN]


@pytest.mark.parametrize(
    ("key", "mark", "result"),
    [
        ("p", NOT_RECORDED, Mark(P)),
        ("L", Mark(P, early_min=5), Mark(P, 0, 5)),
        ("E", Mark(Status.ABSENT), Mark(P, early_min=0)),
        ("Delete", Mark(P), NOT_RECORDED),
        ("Delete", Mark(W), None),
        ("A", Mark(W), None),
        ("P", Mark(W, late_min=5), Mark(W)),
        ("L", Mark(W), Mark(W, late_min=0)),
        ("?", Mark(P), None),
    ],
)
def test_one_letter_over_a_range(key, mark, result):
    assert range_mark(key, mark, "en") == result


def test_fourteen_people_three_exceptions_in_sixteen_keys():
    grid = marks(*[NOT_RECORDED] * 14)
    typed = [*"PPPL10PPAPPPUPPP"]
    grid.type(*typed)
    assert (codes(grid), grid.values[3]) == ("PPPPPPAPPPUPPP", Mark(P, late_min=10))
    assert len(typed) == 16


class TestOtherColumns:
    @pytest.mark.parametrize("level", range(1, 7))
    def test_a_level_alone_means_done(self, level):
        grid = Grid(TaskKeys(), [None, None]).type(str(level))
        assert (grid.values[0], grid.row) == (TaskResult(Outcome.DONE, level), 1)

    def test_not_done_not_offered_cleared_and_nothing(self):
        grid = Grid(TaskKeys(), [None] * 3).type("0", "-", "7", "P", "Up", "Delete")
        assert grid.values == [TaskResult(Outcome.NOT_DONE), None, None]
        assert grid.type("-").values[1] == TaskResult(Outcome.NOT_OFFERED)

    def test_as_last_time(self):
        grid = Grid(TaskKeys(), [None, None], last=[TaskResult(Outcome.DONE, 4), None]).type(".", ".")
        assert grid.values == [TaskResult(Outcome.DONE, 4), None]
        assert (grid.said, grid.row) == ([NO_LAST_TIME], 1)

    @pytest.mark.parametrize(("keys", "least", "most"), [(participation_keys, 0, 4), (mood_keys, 1, 5)])
    def test_numbers(self, keys, least, most):
        inside = [str(n) for n in range(least, most + 1)]
        grid = Grid(keys(), [None] * len(inside)).type(*inside)
        assert grid.values == list(range(least, most + 1))
        grid = Grid(keys(), [3], last=[2]).type(str(most + 1), "x", "Right")
        assert (grid.values, grid.row, grid.column) == ([3], 0, 1)
        assert grid.type(".").values == [2]
        grid.row = 0
        assert grid.type("Delete").values == [None]
        assert keys().leave() == TaskKeys().leave() == ()
