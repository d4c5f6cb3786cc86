"""The register page over a real file: held and not held, drop-ins, refusals, undo, language, palette."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from groupwork import i18n
from groupwork.domain.sessions import SessionStatus
from groupwork.operations import vault
from groupwork.operations.desk import Clock
from groupwork.ui import faces
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.views.register import RegisterView
from tests.builders import MONDAY, a_group, a_person, a_session
from tests.vaults import PASSPHRASE, QUICK, local


@pytest.fixture
def file(tmp_path, qapp):
    faces.load()
    i18n.use("en")
    path = tmp_path / "centre.groupwork"
    opened = vault.new_file(path, "Kiefernbogen", "Hanna", PASSPHRASE, "en", kdf=QUICK, probe=local)
    opened.clock = Clock(datetime.combine(MONDAY, time(9, 52)))
    yield opened
    opened.close()
    i18n.use("en")
    theme.set_mode("light")


def page(qtbot, file, session):
    gate = Gate(file)
    gate.begin_day()
    gone = []
    view = RegisterView(gate, gone.append)
    qtbot.addWidget(view)
    view.gone = gone
    view.resize(1170, 700)
    gate.changed.connect(view.follow)
    gate.refused.connect(view.refused)
    view.show()
    view.activateWindow()
    view.show_place(Place("register", MONDAY, session))
    view.first_focus().setFocus()
    gate._timer.stop()
    return view


@pytest.fixture
def view(qtbot, file):
    desk = file.desk("en")
    group = a_group(desk, with_people=4, tasks=("Saw", "Sand"))
    return page(qtbot, file, a_session(desk, group))


def test_marks_are_durable_and_undo_shows_at_once(view, file):
    QTest.keyClicks(view.table, "p")
    assert view.model.row(0).mark.attended
    assert view.model.register.session.status is SessionStatus.HELD
    assert view.head.segments.current() == 0
    view.gate.undo()
    assert view.model.row(0).mark.status is None
    assert view.head.segments.current() is None


def test_not_held_asks_the_reason_in_place_and_reopens(view):
    view.head.not_held.emit()
    assert view.reason.isVisible()
    QTest.keyClicks(view.reason.edit, "Heating failure")
    QTest.keyClick(view.reason.edit, Qt.Key.Key_Return)
    assert view.model.register.session.reason == "Heating failure"
    assert view.card.currentIndex() == 1
    view.card.reopen_button.click()
    assert view.card.currentIndex() == 0


def test_drop_in_is_found_by_name_and_added_by_enter(view, file):
    a_person(file.desk("en"), "Yousef al-Kharrat", native="يوسف الخرّاط")
    field = view.card.drop_in.edit
    field.setFocus()
    QTest.keyClicks(field, "yous")
    assert view.card.drop_in.offers.lit().person.name.full == "Yousef al-Kharrat"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert view.model.row(4).name.full == "Yousef al-Kharrat"
    assert field.text() == ""


def test_somebody_new_is_one_step(view):
    field = view.card.drop_in.edit
    field.setFocus()
    QTest.keyClicks(field, "Ivo")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert view.model.rowCount() == 5
    view.gate.undo()
    assert view.model.rowCount() == 4


def test_a_refusal_stands_in_place_and_the_cursor_stays(qtbot, file):
    desk = file.desk("en")
    group = a_group(desk, with_people=2)
    view = page(qtbot, file, a_session(desk, group, day=MONDAY + timedelta(days=7)))
    QTest.keyClicks(view.table, "p")
    assert view.strip.sentence()
    assert view.table.standing()[0] == 0
    assert view.model.row(0).mark.status is None


def test_nobody_expected_is_designed(qtbot, file):
    view = page(qtbot, file, a_session(file.desk("en")))
    assert view.card._nobody.isVisible()
    assert view.first_focus() is view.card.drop_in.edit


def test_pasting_over_kinds_is_one_step(view):
    from groupwork.ui.register.clip import Block

    QTest.keyClicks(view.table, "pp")
    before = len(view.gate.file.store.journal.undoable(view.gate.file.sign_in))
    view.table.choose(Block(0, 2, 2, 4))
    view.model.record({(0, 4): 3, (0, 5): view.model.row(0).results[0], (1, 4): 2, (1, 3): 75})
    after = view.gate.file.store.journal.undoable(view.gate.file.sign_in)
    assert len(after) == before + 1
    assert (view.model.row(0).participation, view.model.row(1).minutes) == (3, 75)


def test_language_and_palette_switch_live(view):
    i18n.use("de")
    view.retranslate()
    QTest.keyClicks(view.table, "a")
    assert view.model.row(0).mark.attended
    theme.set_mode("dark")
    theme.set_mode("contrast")
    assert view.grab().width() == 1170


def test_print_opens_the_preview(view):
    view.head.printed.emit()
    assert view.gone[-1].page == "preview"


def test_whoever_drops_in_is_brought_into_sight(qtbot, file):
    desk = file.desk("en")
    view = page(qtbot, file, a_session(desk, a_group(desk, with_people=14)))
    field = view.card.drop_in.edit
    field.setFocus()
    QTest.keyClicks(field, "Zora")
    QTest.keyClick(field, Qt.Key.Key_Return)
    last = view.model.rowCount() - 1
    assert view.model.row(last).name.full == "Zora"
    assert view.table.viewport().rect().contains(view.table.visualRect(view.model.index(last, 0)).center())
    assert view.focusWidget() is field
