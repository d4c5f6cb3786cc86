"""100 000 letters in every field of recording: said in words where it happens, and still in the field."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.domain.attendance import Status
from groupwork.operations import follow_ups, phrases, settings, tasks
from groupwork.operations.session_plan import plan
from groupwork.store import tables
from groupwork.ui.day.not_held import NotHeldForm
from groupwork.ui.place import Place
from groupwork.ui.register.name_popup import NamePopup
from tests.builders import put
from tests.store.dumps import dump
from tests.ui.day_centre import MONDAY

LONG = "x" * 100_000
ENTER = Qt.Key.Key_Return


@pytest.fixture
def view(shell, centre):
    """Monday's wood workshop."""
    shell.window().activateWindow()
    shell.go(Place("register", MONDAY, centre.sessions["wood"]))
    QApplication.processEvents()
    return shell.view


def paste(field, words=LONG):
    """As Ctrl+V does: all at once."""
    QApplication.clipboard().setText(words)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("bad", [LONG, "Iv\ue000" * 150])
def test_a_drop_in_whose_name_cannot_be_stays_in_the_field(view, centre, bad):
    field, before = view.card.drop_in.edit, dump(centre.desk.store.db)
    began = time.monotonic()
    paste(field, bad)
    assert field.text() == bad
    QTest.keyClick(field, ENTER)
    assert time.monotonic() - began < 2
    assert "too long" in view.strip.sentence()
    assert field.text() == bad
    assert dump(centre.desk.store.db) == before
    assert view.unfinished()[f"drop_in.{centre.sessions['wood']}"] == {"words": bad}


def test_a_name_of_a_locked_register_stays_until_the_reason_was_said(view, shell, centre):
    settings.set_setting(centre.desk, "lock_days", 1)
    shell.go(Place("register", session=centre.sessions["friday"]))
    field = shell.view.card.drop_in.edit
    for answer, left in ((Qt.Key.Key_Escape, "Ana Pereira"), (ENTER, "")):
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, "Ana Pereira")
        QTest.keyClick(field, ENTER)
        why = shell.view.over_time.why
        assert why.isVisible()
        QTest.keyClicks(why.edit, "paper")
        QTest.keyClick(why.edit, answer)
        assert field.text() == left
    assert shell.view.model.register.rows[-1].mark.status is Status.WALK_IN


def test_a_mark_that_waits_for_its_reason_takes_no_refused_name_away(view, shell, centre):
    settings.set_setting(centre.desk, "lock_days", 1)
    shell.go(Place("register", session=centre.sessions["friday"]))
    field = shell.view.card.drop_in.edit
    field.setFocus()
    paste(field)
    QTest.keyClick(field, ENTER)
    assert "too long" in shell.view.strip.sentence()
    shell.view.table.setFocus()
    QTest.keyClick(shell.view.table, "a")
    QTest.keyClicks(shell.view.over_time.why.edit, "paper")
    QTest.keyClick(shell.view.over_time.why.edit, ENTER)
    assert shell.view.model.row(0).mark.status is Status.ABSENT
    assert field.text() == LONG


def test_a_task_keeps_a_long_name_when_it_is_renamed_and_says_what_is_too_long(view, centre):
    wood, name = centre.sessions["wood"], "Measure, mark and saw " * 5
    tasks.add_task(centre.desk, wood, name)
    view.refresh()
    popup = NamePopup(view.table, "Name of the task", name.strip(), lambda words: asked.append(words))
    asked = []
    popup.open_at(QPoint(0, 0))
    assert popup.edit.text() == name.strip()
    QTest.keyClick(popup.edit, ENTER)
    assert asked == [name.strip()]
    popup.close()
    assert not view._tasks._add(LONG)
    assert "up to 120 letters" in view.strip.sentence()


def test_the_line_for_next_time(view, centre):
    view.beside.open_side(0)
    line = view.beside.side._plan.next_time
    line.setFocus()
    line.setPlainText(LONG)
    QTest.keyClick(line, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert "100000" in view.beside.side._plan.refusal.text()
    assert line.text() == LONG
    assert plan(centre.desk, centre.sessions["wood"]).next_time == ""


def test_why_a_session_was_not_held(view, centre, qtbot):
    for form in (view.reason, NotHeldForm()):
        qtbot.addWidget(form)
        field = form.edit if form is view.reason else form._reason
        field.setText(LONG)
        assert field.text() == LONG


def test_a_phrase(shell, centre):
    shell.go(Place("settings", part="notes"))
    shown = shell.view.part("notes").phrases
    shown.new.setText(LONG)
    QTest.keyClick(shown.new, ENTER)
    assert "100000" in shown.refusal.text()
    assert shown.new.text() == LONG
    assert phrases.phrases(centre.desk) == ()
    phrases.add_phrase(centre.desk, "Worked well.")
    shell.view.refresh()
    (line,) = shown.lines
    line.area.setPlainText(LONG)
    line.area.finished.emit()
    assert "100000" in shown.refusal.text()
    assert shown.lines[0].area.text() == LONG
    assert phrases.phrases(centre.desk)[0].words == "Worked well."


def test_a_call(shell, centre):
    put(centre.desk, tables.FollowUp(participant=centre.people[0], opened=MONDAY, first_day=MONDAY))
    shell.go(Place("followups"))
    card = shell.view.cards.first()
    card.call.click()
    card.call_form.words.setText(LONG)
    card.call_form.save.click()
    assert "100000" in card.call_form.refusal.text()
    assert card.call_form.words.text() == LONG
    assert follow_ups.open_follow_ups(centre.desk)[0].calls == ()


def test_what_was_said_about_an_absence(shell, centre):
    shell.go(Place("absences"))
    quick = shell.view.quick
    quick.begin(centre.people[0])
    quick.when.setText("today")
    quick.status.choose(Status.UNWELL)
    for field in (quick.said, quick.by):
        field.setText(LONG)
        quick.save()
        assert "100000" in quick.refusal.text()
        assert field.text() == LONG
        field.setText("")
    assert not tables.PlannedAbsence.select().exists()
