"""From an empty machine on a Friday to the printed registers of the week that begins on Monday.

24 people come from another house's workbook. Everything is done in the window, by keys that are counted.
"""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from groupwork import app
from groupwork.domain.text import fold
from groupwork.operations import recovery
from groupwork.operations.desk import Clock
from groupwork.store import tables
from groupwork.ui import messages
from tests.foreign_lists import PEOPLE, foreign
from tests.journeys.keyboard import press, write
from tests.journeys.steps import Journey, tab_to
from tests.journeys.test_first_run import _quick, made, printer

__all__ = ["_quick", "made", "printer"]

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FRIDAY, MONDAY = date(2026, 11, 13), date(2026, 11, 16)
ROOMS = (("Workshop", "8"), ("Kitchen", "10"))
STAFF = ("Jutta Maier", "Piotr Nowak", "Aylin Demir")


class Wish(NamedTuple):
    """A weekly group: days from Friday on, what is typed to find the activity, the room and the people."""

    days_on: int
    title: str
    what: str
    at: str
    room: str
    leader: str
    people: tuple[str, ...]


GROUPS = (
    Wish(
        3,
        "Wood workshop: a bird box",
        "wood",
        "930",
        "work",
        "jut",
        ("hansen", "lozow", "thiel", "tanna", "petrov"),
    ),
    Wish(
        4,
        "Ceramics: building by hand",
        "ceramics",
        "1000",
        "work",
        "pio",
        ("lin", "kummel", "wojcik", "ozdemir"),
    ),
    Wish(
        4,
        "Cooking: a lunch of two courses",
        "cooking",
        "1100",
        "kit",
        "ayl",
        ("nguyen", "vascon", "szcz", "bott", "schlu"),
    ),
    Wish(5, "Talk group", "talk", "1400", "kit", "jut", ("kowal", "gross", "haddad", "ofarr")),
    Wish(
        6,
        "Computer and phone, step by step",
        "computer",
        "1000",
        "work",
        "pio",
        ("heide", "yildiz", "kovaleva"),
    ),
    Wish(7, "Gardening", "gardening", "900", "work", "ayl", ()),
)
FIRST_EIGHT = (
    "Böttcher",
    "Großkopf",
    "Haddad",
    "Hansen-Weißgerber",
    "Kovaļeva",
    "Kowalczyk",
    "Kümmel",
    "Lin",
)
"""Of the list of participants, by family name: they join Gardening together."""
MOST = {
    "first run": 35,
    "recovery sheet": 8,
    "import people": 3,
    "rooms": 32,
    "staff": 42,
    **{f"group {wish.what}": 70 for wish in GROUPS},
    "join several": 32,
    "closure": 36,
    "registers": 27,
}
MOST_IN_ALL = 580
"""Half of them are letters of names; nothing of it is a system dialog's own."""


@pytest.fixture
def friday(monkeypatch):
    """It is Friday, one o'clock."""
    monkeypatch.setattr(Clock, "now", lambda _clock: datetime.combine(FRIDAY, time(13)))


@pytest.fixture
def files(tmp_path, monkeypatch):
    """The system's own file dialogs: the list is found, the PDF is saved here."""
    lists, out = foreign(tmp_path / "Besucherliste.xlsx"), tmp_path / "week.pdf"
    monkeypatch.setattr(messages, "choose_people", lambda _parent, _start: lists)
    monkeypatch.setattr(messages, "choose_save", lambda *_words: out)
    return out


def search(window, words):
    """Ctrl+K, some letters, Enter."""
    press(window, Key.Key_K, held=CTRL)
    write(window, words)
    press(window, Key.Key_Return)


def begin(window):
    """First run, with the examples: two names, and an arrow at the cards."""
    write(window, "Haus am See")
    press(window, Key.Key_Return)
    write(window, "Jutta Maier")
    tab_to(window, "Empty centre")
    press(window, Key.Key_Right)
    tab_to(window, "Start")
    press(window, Key.Key_Return)


def put_on_paper(window, made):
    """Enter prints the recovery sheet; one group of its code says that it is on paper."""
    press(window, Key.Key_Return)
    state = recovery.sheet_state(window.shell.gate.desk())
    write(window, made[-1].code.split("-")[state.group - 1])
    press(window, Key.Key_Return)


def bring_in(window):
    """Today leads to the page; then the file, and the people."""
    press(window, Key.Key_Return, Key.Key_Return, Key.Key_Return)


def add_rooms(window):
    """Search leads to the part; the form stays open for the next one."""
    search(window, "rooms")
    press(window, Key.Key_Return)
    for name, places in ROOMS:
        write(window, name)
        press(window, Key.Key_Tab)
        write(window, places)
        press(window, Key.Key_Return)


def add_staff(window):
    """Whoever made the centre is there already."""
    search(window, "staff")
    tab_to(window, "Add a facilitator")
    press(window, Key.Key_Return)
    for name in STAFF[1:]:
        write(window, name)
        press(window, Key.Key_Return)


def make_group(window, wish, before_saving):
    """Ctrl+3, Ctrl+N, then what stands in the wish, letter by letter."""
    press(window, Key.Key_3, held=CTRL)
    press(window, Key.Key_N, held=CTRL)
    write(window, wish.what)
    press(window, Key.Key_Return)
    tab_to(window, "From")
    write(window, wish.at)
    tab_to(window, "First day")
    press(window, *[Key.Key_Up] * wish.days_on)
    tab_to(window, "Where")
    write(window, wish.room)
    press(window, Key.Key_Return)
    tab_to(window, "Facilitators")
    write(window, wish.leader)
    press(window, Key.Key_Return)
    tab_to(window, "People")
    for name in wish.people:
        write(window, name)
        press(window, Key.Key_Return)
    before_saving(f"form {wish.what}")
    press(window, Key.Key_Return, held=CTRL)


def join_several(window):
    """Eight people in a row of the list join the last group together."""
    press(window, Key.Key_4, held=CTRL)
    press(window, Key.Key_Down)
    press(window, *[Key.Key_Down] * 7, held=SHIFT)
    tab_to(window, "Add to a group")
    press(window, Key.Key_Return)
    write(window, "g")
    tab_to(window, "From")
    press(window, *[Key.Key_Up] * 7)
    press(window, Key.Key_Return, held=CTRL)


def close(window):
    """A closed day in the middle of the week."""
    search(window, "closures")
    tab_to(window, "Add a closure", back=True)
    press(window, Key.Key_Return)
    write(window, "Day of prayer")
    tab_to(window, "First day")
    press(window, *[Key.Key_Up] * 5)
    press(window, Key.Key_Return, held=CTRL)


def save_week(window):
    """The pack of next week as a PDF."""
    search(window, "registers of the week")
    press(window, Key.Key_Return)  # nothing is left of this week: the focus waits at “Week after”
    press(window, Key.Key_S, held=CTRL)


def read(pdf):
    """The text of every page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def named(token):
    """The family name in the foreign list that these letters find."""
    (found,) = (family for family, *_rest in PEOPLE if f" {token}" in f" {fold(family)}".replace("'", ""))
    return found


def walk(window, journey, made):
    """The whole way, step by step."""
    app.begin(window, None, None)
    journey.picture("empty machine")
    with journey.step("first run"):
        begin(window)
    with journey.step("recovery sheet"):
        put_on_paper(window, made)
    with journey.step("import people"):
        bring_in(window)
    with journey.step("rooms"):
        add_rooms(window)
    with journey.step("staff"):
        add_staff(window)
    for wish in GROUPS:
        with journey.step(f"group {wish.what}"):
            make_group(window, wish, journey.picture)
    with journey.step("join several"):
        join_several(window)
    with journey.step("closure"):
        close(window)
    with journey.step("registers"):
        save_week(window)


def test_from_nothing_to_the_registers_of_the_week(main_window, friday, made, printer, files):
    journey = Journey(main_window, "friday")
    walk(main_window, journey, made)
    assert tables.Participant.select().count() == len(PEOPLE)
    joined = sum(len(wish.people) for wish in GROUPS) + len(FIRST_EIGHT)
    assert tables.Membership.select().count() == joined
    contents, *pages = read(files)
    assert "Week 47: 5 sheets" in contents
    assert "14:00–15:00 Talk group does not take place: Day of prayer" in contents
    sheets = {page.split("\r\n")[1]: " ".join(page.split()) for page in pages if "Task sheet" in page}
    assert set(sheets) == {wish.title for wish in GROUPS if wish.what != "talk"}
    for wish in GROUPS:
        for token in wish.people if wish.title in sheets else ():
            assert named(token) in sheets[wish.title], token
    assert all(family in sheets["Gardening"] for family in FIRST_EIGHT)
    assert all(f"{MONDAY + timedelta(days=n):%d}" in contents for n in range(5))
    journey.within(MOST, MOST_IN_ALL)
    assert journey.total().clicks == 0
