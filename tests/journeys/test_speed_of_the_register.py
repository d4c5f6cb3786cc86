"""The speed of the register in keys: 12 people, 3 exceptions, 4 tasks; 30 people; a drop-in by name."""

from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork import i18n
from groupwork.domain.attendance import Status
from groupwork.domain.ids import GroupId
from groupwork.operations import register as registers
from groupwork.operations import vault
from groupwork.operations.desk import Clock
from groupwork.store import tables
from groupwork.ui.gate import Gate
from groupwork.ui.machine_settings import MachineSettings
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.shell import Shell
from groupwork.ui.theme import theme
from tests.builders import MONDAY, AGroup, a_person, a_session, an_activity, put
from tests.journeys.keyboard import KeyCount, press, write
from tests.vaults import PASSPHRASE, QUICK, local

TASKS = ("Measure", "Saw", "Sand", "Glue")
FIRST = (
    "Ada",
    "Ben",
    "Cem",
    "Dana",
    "Eva",
    "Finn",
    "Gül",
    "Hana",
    "Ivo",
    "Jana",
    "Kim",
    "Lars",
    "Mia",
    "Nils",
)
KEYS = {"twelve": 56, "range": 33, "thirty": 19, "drop_in": 8}
"""Keys of each journey, counted and kept: 2 a second is slow typing."""


@pytest.fixture
def file(tmp_path):
    """A centre whose clock stands on a Monday at 11:50, after the session."""
    path = tmp_path / "centre.groupwork"
    opened = vault.new_file(path, "Kiefernbogen", "Hanna", PASSPHRASE, "en", kdf=QUICK, probe=local)
    opened.clock = Clock(datetime.combine(MONDAY, time(11, 50)))
    yield opened
    opened.close()


@pytest.fixture
def window(file, qtbot, monkeypatch):
    """The open window at 100 %, the panel beside the register closed: the columns stand as they are told."""
    monkeypatch.setattr(preferences, "values", MachineSettings(language="en", register_side=False))
    theme.set_percent(100)
    i18n.use("en")
    shell = Shell(Gate(file))
    qtbot.addWidget(shell)
    shell.resize(1366, 690)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    yield shell
    shell.gate._timer.stop()


def enter(window, people, tasks=()):
    """The register of a group with so many people, nothing recorded, the cursor on the first mark."""
    desk = window.gate.desk()
    activity = an_activity(desk, "Wood workshop", tasks=tasks)
    row = tables.Group(activity=activity, weekday=0, start=time(9, 45), end=time(11, 45), from_date=MONDAY)
    put(desk, row)
    ids = tuple(a_person(desk, f"{FIRST[n % len(FIRST)]} Person{n:02d}") for n in range(people))
    for person in ids:
        put(desk, tables.Membership(group=row.id, participant=person, from_date=MONDAY))
    session = a_session(desk, AGroup(GroupId(row.id), activity, ids))
    window.gate.begin_day()
    window.go(Place("register", MONDAY, session))
    window.view.table.setFocus()
    return session


def to_first_task(window):
    """Right, along the columns as they are seen."""
    grid = window.view
    while grid.model.columns[grid.table.standing()[1]].kind is not Kind.TASK:
        press(window, Qt.Key.Key_Right)


def test_twelve_people_three_exceptions_four_tasks(window, file):
    session = enter(window, 12, TASKS)
    with KeyCount() as keys:
        write(window, "ppppal10")
        press(window, Qt.Key.Key_Down, "u", "+")
        press(window, Qt.Key.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
        to_first_task(window)
        press(window, *"4" * 10 * len(TASKS))
    found = registers.register(file.desk("en"), session)
    statuses = [row.mark.status for row in found.rows]
    assert statuses.count(Status.PRESENT) == 10
    assert [statuses[4], statuses[6], found.rows[5].mark.late_min] == [Status.ABSENT, Status.UNWELL, 10]
    for row in found.rows:
        assert [r and r.level for r in row.results] == ([4] * 4 if row.mark.attended else [None] * 4)
    assert keys.count == KEYS["twelve"]


def test_twelve_people_who_did_the_same_take_a_range(window, file):
    session = enter(window, 12, TASKS)
    with KeyCount() as keys:
        press(window, "+")
        to_first_task(window)
        shift = Qt.KeyboardModifier.ShiftModifier
        press(window, *[Qt.Key.Key_Right] * 3, *[Qt.Key.Key_Down] * 11, held=shift)
        press(window, "4")
    found = registers.register(file.desk("en"), session)
    assert all(result.level == 4 for row in found.rows for result in row.results)
    assert keys.count == KEYS["range"]


def test_thirty_people_two_of_them_away(window, file):
    session = enter(window, 30)
    with KeyCount() as keys:
        press(window, *[Qt.Key.Key_Down] * 7, "a", *[Qt.Key.Key_Down] * 9, "x", "+")
    statuses = [row.mark.status for row in registers.register(file.desk("en"), session).rows]
    assert (statuses.count(Status.PRESENT), statuses[7], statuses[17]) == (
        28,
        Status.ABSENT,
        Status.CANCELLED,
    )
    assert keys.count == KEYS["thirty"]


@pytest.mark.parametrize("typed", ["zbig", "lack", "збіг"])
def test_a_drop_in_by_first_name_in_any_spelling(window, file, typed):
    desk = file.desk("en")
    a_person(desk, "Zbigniew Łąckorzyński", native="Збігнєв")
    session = enter(window, 3)
    window.view.card.drop_in.edit.setFocus()
    with KeyCount() as keys:
        write(window, typed)
        press(window, Qt.Key.Key_Return)
    rows = registers.register(file.desk("en"), session).rows
    assert rows[-1].mark.status is Status.WALK_IN
    assert keys.count <= KEYS["drop_in"]


def test_twenty_marks_in_one_gesture_are_one_commit(window, file):
    session = enter(window, 20)
    seen = []
    connection = file.store.db.connection()
    window.view.table.selectAll()
    press(window, *[Qt.Key.Key_Home])
    for _row in range(19):
        press(window, Qt.Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    connection.set_trace_callback(seen.append)
    press(window, "p")
    connection.set_trace_callback(None)
    assert sum(sql.upper().startswith("COMMIT") for sql in seen) == 1
    marks = [row.mark.status for row in registers.register(file.desk("en"), session).rows]
    assert marks == [Status.PRESENT] * 20
    QApplication.processEvents()
