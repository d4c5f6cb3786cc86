"""The Monday morning round with real keys, every one counted: 14 people, 3 exceptions, at most 18 keys."""

from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt

from groupwork import i18n
from groupwork.domain.attendance import Status
from groupwork.domain.ids import GroupId
from groupwork.operations import register as registers
from groupwork.operations import vault
from groupwork.operations.desk import Clock
from groupwork.store import tables
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.shell import Shell
from groupwork.ui.views.register import RegisterView
from tests.builders import MONDAY, AGroup, a_person, a_session, an_activity, put
from tests.journeys.keyboard import KeyCount, press
from tests.vaults import PASSPHRASE, QUICK, local

PEOPLE = (
    "Anjali Deshwal",
    "Annegret Vossbeck",
    "Gülşen Karadere",
    "Henrike Ostermoor",
    "João Valdevez",
    "Jürgen Hassenpflug-Maier",
    "Kwabena Asante-Boadi",
    "Lin Meihua",
    "Moira Tattersley",
    "Nguyễn Thị Bích Lụa",
    "Rohit Chaturvedee",
    "Trần Quốc Kha",
    "Walter Kümmelbein",
    "Zbigniew Łąckorzyński",
)
ALLOWED = 18


@pytest.fixture
def file(tmp_path):
    """A centre whose clock stands on a Monday at 08:58."""
    opened = vault.new_file(
        tmp_path / "centre.groupwork",
        "Kiefernbogen",
        "Hanna Brückner",
        PASSPHRASE,
        "en",
        kdf=QUICK,
        probe=local,
    )
    opened.clock = Clock(datetime.combine(MONDAY, time(8, 58)))
    yield opened
    opened.close()


@pytest.fixture
def morning(file):
    """The morning round of 14 people, nothing recorded, default "ask each"."""
    desk = file.desk("en")
    activity = an_activity(desk, "Morning round")
    row = tables.Group(activity=activity, weekday=0, start=time(9), end=time(9, 30), from_date=MONDAY)
    put(desk, row)
    people = tuple(a_person(desk, name) for name in PEOPLE)
    for person in people:
        put(desk, tables.Membership(group=row.id, participant=person, from_date=MONDAY))
    group = AGroup(GroupId(row.id), activity, people)
    return a_session(desk, group, start=time(9), end=time(9, 30))


@pytest.fixture
def window(file, morning, qtbot):
    """The open window on Today."""
    i18n.use("en")
    gate = Gate(file)
    shell = Shell(gate)
    qtbot.addWidget(shell)
    shell.resize(1366, 690)
    shell.show()
    shell.activateWindow()
    shell.go(Place("today", MONDAY))
    yield shell
    gate._timer.stop()


@pytest.fixture
def keys(window):
    """The counter, listening to the whole application."""
    with KeyCount() as counter:
        yield counter


def names_down(desk, session):
    """The names in the order of the rows."""
    return [row.name.full for row in registers.register(desk, session).rows]


def marks(desk, session):
    """Name → mark."""
    return {row.name.full: row.mark for row in registers.register(desk, session).rows}


LATE, ABSENT, UNWELL = ("l10", False), ("a", True), ("u", True)
ROUNDS = {
    "spread out": {2: LATE, 5: ABSENT, 10: UNWELL},
    "one after the other": {4: ABSENT, 5: UNWELL, 6: LATE},
    "the last three": {11: ABSENT, 12: UNWELL, 13: LATE},
    "late comes first": {0: LATE, 7: ABSENT, 12: UNWELL},
}


@pytest.mark.parametrize("rows", ROUNDS.values(), ids=ROUNDS)
def test_round_in_at_most_18_keys(window, keys, morning, file, rows):
    open_register(window)
    order = names_down(file.desk("en"), morning)
    walk(window, rows)
    press(window, "+")
    assert keys.count <= ALLOWED, keys.count
    stored = marks(file.desk("en"), morning)
    said = {"l10": (Status.PRESENT, 10), "a": (Status.ABSENT, None), "u": (Status.UNWELL, None)}
    for row, (typed, _moves) in rows.items():
        mark = stored.pop(order[row])
        assert (mark.status, mark.late_min) == said[typed]
    assert {(m.status, m.late_min) for m in stored.values()} == {(Status.PRESENT, None)}
    assert len(stored) == 11


def test_each_gesture_is_one_step_and_undo_takes_it_back(window, keys, morning, file):
    open_register(window)
    walk(window, ROUNDS["spread out"])
    press(window, "+")
    steps = file.store.journal.undoable(file.sign_in)
    for _gesture in range(4):
        window.gate.undo()
    assert len(steps) >= 4
    assert all(mark.status is None for mark in marks(file.desk("en"), morning).values())
    assert all(row.mark.status is None for row in window.view.model.register.rows)


def test_print_after_the_round_shows_the_done_marks(window, keys, morning, file):
    from groupwork.operations import sheets

    open_register(window)
    walk(window, ROUNDS["spread out"])
    press(window, "+")
    sheet = sheets.session_sheet(
        file.desk("en"), morning, language="en", paper="A4", form="auto", large=False, preview=True
    )
    text = " ".join(sheet.text)
    assert "Karadere" in text
    assert "10" in text


def walk(window, rows):
    """Down to each exception and its keys; letters move on by themselves, minutes wait for an arrow."""
    at = 0
    for row, (typed, moves_on) in sorted(rows.items()):
        press(window, *[Qt.Key.Key_Down] * (row - at), *typed)
        at = row + (1 if moves_on else 0)


def open_register(window):
    """Space on Today's first button opens the register; the cursor stands on the first blank mark."""
    press(window, Qt.Key.Key_Space)
    assert isinstance(window.view, RegisterView)
    assert window.view.table.hasFocus()
