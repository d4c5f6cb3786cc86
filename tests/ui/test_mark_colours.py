"""A centre's own colours: in every picture of a mark at once, and back with undo; shapes never change."""

import itertools

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.mark_colours import Colour
from groupwork.domain.presence import Away
from groupwork.domain.rates import Attendance, Denominator, Rate
from groupwork.domain.signs import CODES, Signs, plain_signs
from groupwork.operations import attendance, presence, settings
from groupwork.ui.models import register_words
from groupwork.ui.participant import history_words
from groupwork.ui.place import Place
from groupwork.ui.register import mark as marks
from groupwork.ui.register.menus import mark_icon
from groupwork.ui.roles import COLOUR_TONES, ink_role
from groupwork.ui.settings.status_signs import example
from groupwork.ui.theme import theme
from tests.ui.day_centre import MONDAY
from tests.ui.register_values import person
from tests.ui.test_register_paint import Painted

OWN = {"en": {code: {"colour": "violet"} for code in "PAU"}}


def painted(mark, signs, side=32):
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    marks.draw_mark(painter, QRectF(8, 8, side, side), mark, signs)
    painter.end()
    return image


def parts(image, *roles):
    """How many pixels have exactly the colour of each role."""
    found = [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]
    return [found.count(theme.color(role).rgb()) for role in roles]


def looks(widget, *roles):
    QApplication.processEvents()
    return parts(widget.grab().toImage(), *roles)


@pytest.mark.parametrize("palette", ["light", "dark", "contrast"])
@pytest.mark.parametrize("code", CODES)
def test_each_colour_looks_different_and_the_shape_stays(palette, code):
    theme.set_mode(palette)
    mark = example(code)
    signs = {colour: Signs("en", {code: {"colour": colour.value}}) for colour in Colour}
    pictures = [painted(mark, each) for each in signs.values()]
    assert all(one != other for one, other in itertools.combinations(pictures, 2))
    assert {marks.look(mark, each).shape for each in signs.values()} == {marks.look(mark).shape}
    for colour, each in signs.items():
        tone = COLOUR_TONES[colour]
        assert any(parts(painted(mark, each), tone, ink_role(tone)))


def test_the_minutes_of_a_late_walk_in_are_late_s():
    own = Signs("en", {"L": {"colour": "grey"}, "E": {"colour": "red"}})
    assert marks.minutes_tone(Mark(Status.WALK_IN, late_min=5, early_min=5), own) == "text3"
    assert marks.minutes_tone(Mark(Status.PRESENT, early_min=5), own) == "bad"
    assert marks.minutes_tone(Mark(Status.PRESENT, late_min=5), plain_signs("en")) == "warn"


@pytest.fixture
def register(shell, centre):
    """Somebody present on Friday, and on Monday present and absent."""
    for day in ("friday", "wood"):
        wanted = {centre.people[0]: Mark(Status.PRESENT), centre.people[1]: Mark(Status.ABSENT)}
        attendance.record_marks(centre.desk, centre.sessions[day], wanted)
    shell.go(Place("register", session=centre.sessions["wood"]))
    shell.view.table.go(4, 0)
    return shell.view.table


def test_the_open_register_follows_and_undo_gives_ours_back(register, shell):
    before = register.grab().toImage()
    assert looks(register, "good", "pause")[1] == 0
    shell.gate.write(settings.set_setting, "statuses", OWN)
    green, violet = looks(register, "good", "pause")
    assert violet > 400
    assert green == 0
    shell.gate.undo()
    QApplication.processEvents()
    assert register.grab().toImage() == before


def test_the_last_four_follow(register, shell):
    area = register.visualRect(register.model().index(0, 1))
    history = [register.viewport().grab(area).toImage()]
    assert parts(history[0], "good")[0] > 0
    shell.gate.write(settings.set_setting, "statuses", OWN)
    QApplication.processEvents()
    history.append(register.viewport().grab(area).toImage())
    assert parts(history[1], "good")[0] == 0 < parts(history[1], "pause")[0]


@pytest.mark.parametrize("place", ["participants", "overview", "attendance", "presence"])
def test_the_open_page_follows(register, shell, centre, place):
    somebody = centre.people[0]
    presence.record(centre.desk, MONDAY, {centre.people[2]: Away(Status.UNWELL)})
    if place in ("overview", "attendance"):
        shell.go(Place("participant", participant=somebody, part=place))
    else:
        shell.go(Place(place, MONDAY))
    before = looks(shell.view, "pause", "pause_soft")
    shell.gate.write(settings.set_setting, "statuses", OWN)
    assert sum(looks(shell.view, "pause", "pause_soft")) > sum(before) + 20
    shell.gate.undo()
    assert looks(shell.view, "pause", "pause_soft") == before


@pytest.mark.parametrize("page", ["register", "presence"])
def test_the_cells_are_painted_again_by_themselves(qtbot, register, shell, centre, page):
    shell.go(Place(page, MONDAY, session=centre.sessions["wood"] if page == "register" else None))
    QApplication.processEvents()
    for change in (lambda: shell.gate.write(settings.set_setting, "statuses", OWN), shell.gate.undo):
        painted = Painted(shell.view.table.viewport())
        change()
        cell = shell.view.table.visualRect(shell.view.model.index(1, 2))
        qtbot.waitUntil(lambda seen=painted, at=cell: seen.region.contains(at), timeout=1000)


def test_a_menu_s_picture_and_a_large_one_follow(qapp):
    own = Signs("en", OWN["en"])
    icon = mark_icon(Mark(Status.PRESENT), own).pixmap(22, 22).toImage()
    assert parts(icon, "good", "pause")[0] == 0 < parts(icon, "good", "pause")[1]


def test_words_that_count_a_status_have_its_tone():
    own = Signs("en", {"W": {"colour": "grey"}, "T": {"colour": "ochre"}})
    none = Rate(0, 0, Denominator.AVAILABLE)
    rates = Attendance(none, none, none, 3, 0, 1, 0, 0, 0, 0, 0)
    assert [each.tone for each in history_words.beside(rates)] == ["info", "good"]
    assert [each.tone for each in history_words.beside(rates, signs=own)] == ["warn", "neutral"]
    walked = person(1, "Lin Meihua", Mark(Status.WALK_IN))
    assert register_words.second_line(walked).tone == "good"
    assert register_words.second_line(walked, own).tone == "text3"
