"""A note beside the register: typed, saved by itself, guarded, drafted, signed, amended."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.notes import Template
from groupwork.operations import attendance, notes, phrases, settings
from groupwork.operations.desk import Clock
from groupwork.ui.place import Place
from tests.ui.day_centre import MONDAY
from tests.ui.notes.conftest import settle


def stored(centre, session="wood"):
    return notes.session_notes(centre.desk, centre.sessions[session])


def test_leaving_the_note_saves_it_as_one_step(register, editor, fields, centre):
    before = len(centre.file.store.journal.undoable(centre.file.sign_in))
    QTest.keyClicks(fields()["goal"], "Stay half an hour")
    QTest.keyClick(fields()["goal"], Qt.Key.Key_Tab)
    QTest.keyClicks(fields()["intervention"], "Shown first")
    settle()
    assert stored(centre).people == ()
    QTest.keyClick(fields()["intervention"], Qt.Key.Key_Escape)
    (note,) = stored(centre).people
    assert note.parts == (("goal", "Stay half an hour"), ("intervention", "Shown first"))
    assert register.table.hasFocus()
    assert len(centre.file.store.journal.undoable(centre.file.sign_in)) == before + 1
    register.gate.undo()
    assert stored(centre).people == ()
    assert fields()["goal"].text() == ""


def test_after_a_quiet_while_it_is_saved_and_typing_goes_on(editor, fields, centre):
    fields()["response"].setFocus()
    QTest.keyClicks(fields()["response"], "Worked ")
    editor.keeping._quiet.timeout.emit()
    QTest.keyClicks(fields()["response"], "well")
    assert stored(centre).people[0].parts == (("response", "Worked"),)
    assert fields()["response"].text() == "Worked well"
    assert fields()["response"].hasFocus()


def test_another_row_shows_another_note_and_keeps_the_first(register, side, editor, fields, centre):
    QTest.keyClicks(fields()["goal"], "One")
    QTest.keyClick(fields()["goal"], Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert register.table.standing()[0] == 1
    assert editor.subject.participant == register.model.row(1).participant
    assert fields()["goal"].text() == ""
    assert fields()["goal"].hasFocus()
    QTest.keyClick(fields()["goal"], Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert fields()["goal"].text() == "One"


def test_a_name_is_pointed_out_and_replaced(editor, fields, register):
    other = register.model.row(1).name.called
    QTest.keyClicks(fields()["response"], f"Sawed with {other}, {other} helped.")
    editor.look()
    (warning,) = editor.warnings.found
    assert dict(warning.values)["name"] == other
    editor.warnings.replaced.emit(warning)
    text = fields()["response"].text()
    assert text == "Sawed with another group member, another group member helped."
    assert editor.warnings.found == ()
    assert editor.warnings.isHidden()


def test_left_as_it_is_it_stays_dismissed_for_this_note(register, editor, fields):
    other = register.model.row(1).name.called
    QTest.keyClicks(fields()["response"], f"Sawed with {other}.")
    editor.look()
    editor.warnings.left.emit(editor.warnings.found[0])
    assert editor.warnings.found == ()
    QTest.keyClicks(fields()["response"], " More.")
    editor.look()
    assert editor.warnings.found == ()


def test_signing_brings_up_what_is_pointed_out_once(register, editor, fields, centre):
    QTest.keyClicks(fields()["response"], f"Sawed with {register.model.row(1).name.called}.")
    editor.bar.sign_button.click()
    assert editor.refusal.text()
    assert not stored(centre).people[0].signed_at
    editor.bar.sign_button.click()
    assert stored(centre).people[0].signed_by == "Hanna Brückner"
    assert editor.paper.isVisible()
    assert not editor.form.isVisible()


def test_signed_it_is_amended_with_a_reason(editor, fields, centre):
    QTest.keyClicks(fields()["response"], "Well done.")
    QTest.keyClick(
        fields()["response"],
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    editor.bar.amend_button.click()
    QTest.keyClicks(editor.amend.area, "It was the left hand.")
    editor.amend.save.click()
    assert editor.amend.refusal.text()
    editor.amend.reason.setFocus()
    QTest.keyClicks(editor.amend.reason, "Mixed up")
    QTest.keyClick(editor.amend.reason, Qt.Key.Key_Return)
    (note,) = stored(centre).people
    assert [(a.reason, a.words) for a in note.amendments] == [("Mixed up", "It was the left hand.")]
    assert editor.amend.isHidden()
    assert "left hand" in editor.paper.findChildren(type(editor._who))[-2].text()
    editor._gate.undo()  # what was signed stays
    assert stored(centre).people[0].signed_at


def test_a_first_draft_fills_empty_parts_only(register, editor, fields, centre):
    row = register.model.row(0)
    attendance.record_mark(
        centre.desk, centre.sessions["wood"], row.participant, Mark(Status.PRESENT, late_min=10)
    )
    QTest.keyClicks(fields()["intervention"], "My own")
    editor.form.draft.click()
    assert fields()["intervention"].text() == "My own"
    assert "Came 10 min late" in fields()["response"].text()
    editor.form.draft.click()
    assert editor.refusal.text()


def test_a_short_form_and_a_blank_become_the_phrase(editor, fields, centre, register):
    register.gate.do(phrases.add_phrase, "Worked without help.", short="al", part="response")
    QTest.keyClicks(fields()["response"], "Came al in. al ")
    assert fields()["response"].text() == "Came al in. Worked without help. "
    fields()["plan"].setFocus()
    QTest.keyClicks(fields()["plan"], "al")
    QTest.keyClick(fields()["plan"], Qt.Key.Key_Tab)
    assert fields()["plan"].text() == "Worked without help. "
    assert fields()["plan"].hasFocus()


def test_the_centres_kind_is_taken_and_words_move_with_another(register, editor, fields, centre):
    register.gate.do(settings.set_setting, "note_template", "birp")
    QTest.keyClick(editor, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    register.table.go(1, 2)
    register.beside.open_side(2)
    settle()
    assert list(fields()) == ["behaviour", "intervention", "response", "plan"]
    QTest.keyClicks(fields()["behaviour"], "Calm")
    QTest.keyClick(editor.form.template, Qt.Key.Key_D)  # as a person picks it: Qt must not change the value
    assert editor.form.template.value() is Template.DAP
    assert fields()["data"].text() == "Calm"


def test_a_late_entry_asks_why_by_itself(shell, centre, register, editor, fields):
    shell.go(Place("register", session=centre.sessions["friday"]))
    settle()
    shell.view.beside.open_side(2)
    settle()
    assert editor.form.late.isHidden()
    QTest.keyClicks(fields()["response"], "Came back")
    assert editor.form.late.isVisible()
    assert not editor.flush()
    assert editor.refusal.text()
    editor.form.late._usual[0].click()
    assert not editor.refusal.text()
    assert editor.flush()
    (note,) = stored(centre, "friday").people
    assert (note.late, note.late_reason) == (True, "No time on the day")


def test_words_longer_than_can_be_are_refused_and_not_lost(editor, fields, centre):
    fields()["response"].setPlainText("x" * 100_001)
    assert not editor.flush()
    assert "too long" in editor.refusal.text()
    assert len(fields()["response"].text()) == 100_001
    fields()["response"].setPlainText("word " * 20_000)
    assert editor.flush()
    assert len(stored(centre).people[0].parts[0][1]) == 99_999


def test_emptied_the_draft_is_taken_back(editor, fields, centre):
    QTest.keyClicks(fields()["goal"], "x")
    assert editor.flush()
    fields()["goal"].setPlainText("")
    assert editor.flush()
    assert stored(centre).people == ()


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
def test_who_may_not_read_notes_sees_the_plan_only(shell, centre, role):
    centre.file.role = role
    shell.go(Place("register", session=centre.sessions["wood"]))
    settle()
    shell.view.beside.open_side(2)
    side = shell.view.beside.side
    assert side.parts.isHidden()
    assert side.part == 0


def test_versions_are_listed(editor, fields, centre):
    QTest.keyClicks(fields()["goal"], "First")
    editor.flush()
    centre.file.clock = Clock(datetime.combine(MONDAY, time(9, 52)) + timedelta(hours=1))
    fields()["goal"].setPlainText("Second")
    editor.flush()
    editor.bar.versions_button.click()
    assert [dict(v.parts)["goal"] for v in editor.version_list._versions] == ["First", "Second"]
    editor.bar.versions_button.click()
    assert editor.version_list.isHidden()
