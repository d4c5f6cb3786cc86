"""Marks: every status has its own shape and letter; the picture differs where the meaning does."""

import itertools

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult
from groupwork.ui import faces
from groupwork.ui.register import mark as marks
from groupwork.ui.register import tile
from groupwork.ui.theme import theme

ALL = {status.name: Mark(status) for status in Status} | {
    "BLANK": Mark(),
    "LATE": Mark(Status.PRESENT, late_min=10),
    "EARLY": Mark(Status.PRESENT, early_min=10),
    "LATE_EARLY": Mark(Status.PRESENT, late_min=10, early_min=5),
    "PLANNED": Mark(Status.OTHER, planned=True),
}
SHAPES = {
    "PRESENT": ("tile", "good"),
    "LATE": ("cut_late", "warn"),
    "EARLY": ("cut_early", "warn"),
    "LATE_EARLY": ("cut_both", "warn"),
    "WALK_IN": ("plus", "good"),
    "TOO_LATE": ("box", "warn"),
    "ABSENT": ("diamond", "bad"),
    "UNWELL": ("round", "info"),
    "TRANSPORT": ("dashed", "info"),
    "HOSPITAL": ("hatched", "pause"),
    "LEAVE": ("hatched", "pause"),
    "NOT_BOOKED": ("struck", "text3"),
    "BLANK": ("blank", "control"),
}


@pytest.fixture(autouse=True)
def _light(qapp):
    faces.load()
    theme.set_percent(100)
    theme.set_mode("light")
    yield
    theme.set_mode("light")


def picture(draw, width=60, height=60):
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def of_mark(mark, size=32, language="en"):
    return picture(lambda painter: marks.draw_mark(painter, QRectF(12, 12, size, size), mark, language))


@pytest.mark.parametrize(("name", "expected"), SHAPES.items())
def test_shape_and_tone_are_those_of_the_look(name, expected):
    look = marks.look(ALL[name])
    assert (look.shape, look.tone) == expected


@pytest.mark.parametrize("size", [marks.GRID_SIZE, marks.HISTORY_SIZE])
@pytest.mark.parametrize("palette", ["light", "dark", "contrast"])
def test_every_mark_looks_different(size, palette):
    theme.set_mode(palette)
    pictures = {name: of_mark(mark, size) for name, mark in ALL.items()}
    same = [(a, b) for a, b in itertools.combinations(pictures, 2) if pictures[a] == pictures[b]]
    assert same == []


def test_letters_are_those_of_the_language():
    present = Mark(Status.PRESENT)
    assert of_mark(present, language="en") != of_mark(present, language="de")
    assert of_mark(Mark(Status.HOSPITAL), language="en") == of_mark(Mark(Status.HOSPITAL), language="de")


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (Mark(Status.PRESENT, late_min=10), ("10′",)),
        (Mark(Status.PRESENT, late_min=0), ()),
        (Mark(Status.WALK_IN, early_min=20), ("20′",)),
        (Mark(Status.PRESENT, late_min=10, early_min=20), ("10′", "20′")),
        (Mark(Status.ABSENT), ()),
    ],
)
def test_minutes_beside_have_a_prime_and_a_line_each(mark, words):
    assert marks.minutes_beside(mark) == words


RESULTS = [
    (None, None),
    (None, 4),
    (TaskResult(Outcome.NOT_OFFERED), None),
    (TaskResult(Outcome.NOT_DONE, reason=NotDoneReason.DECLINED), None),
    (TaskResult(Outcome.PARTLY, 4), None),
    *[(TaskResult(Outcome.DONE, level), None) for level in range(1, 7)],
]


@pytest.mark.parametrize("palette", ["light", "dark", "contrast"])
def test_every_result_looks_different(palette):
    theme.set_mode(palette)
    area = QRectF(4, 9, 73, 32)
    pictures = [
        picture(lambda p, r=result, n=last: tile.draw_result(p, area, r, n, "declined"), 81, 51)
        for result, last in RESULTS
    ]
    assert all(one != other for one, other in itertools.combinations(pictures, 2))


@pytest.mark.parametrize("palette", ["light", "dark", "contrast"])
def test_the_dash_of_somebody_away_is_not_that_of_not_offered(palette):
    theme.set_mode(palette)
    area = QRectF(4, 9, 73, 32)
    away = picture(lambda p: tile.draw_dash(p, area), 81, 51)
    unasked = picture(lambda p: tile.draw_result(p, area, TaskResult(Outcome.NOT_OFFERED), None, ""), 81, 51)
    assert dark(unasked) > 1.3 * dark(away) > 0


def dark(image):
    """How much is painted: the distance of all pixels from the ground."""
    ground = theme.color("surface").lightness()
    return sum(
        abs(image.pixelColor(x, y).lightness() - ground)
        for x in range(image.width())
        for y in range(image.height())
    )


def test_participation_and_mood_differ_by_number():
    area = QRectF(0, 0, 82, 51)
    numbers = (None, 1, 2, 3, 4)
    shown = [picture(lambda p, n=n: tile.draw_participation(p, area, n), 82, 51) for n in (*numbers, 0)]
    moods = [picture(lambda p, n=n: tile.draw_mood(p, area, n), 82, 51) for n in (*numbers, 5)]
    for pictures in (shown, moods):
        assert all(a != b for a, b in itertools.combinations(pictures, 2))
