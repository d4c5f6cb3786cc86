"""Settings, Notes: the usual kind, and phrases added, changed in place, moved, removed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from groupwork.domain.notes import Template
from groupwork.domain.phrases import BEGINS
from groupwork.operations import phrases, settings
from groupwork.ui.place import Place


def part(shell):
    shell.go(Place("settings", part="notes"))
    return shell.view.part("notes")


def test_the_usual_kind_is_one_step_with_undo(shell, centre):
    shown = part(shell)
    shown.template.choose(Template.SOAP)
    shown.template.picked.emit(Template.SOAP)
    assert settings.centre(centre.desk).note_template is Template.SOAP
    shell.gate.undo()
    assert settings.centre(centre.desk).note_template is Template.GIRP
    assert shown.template.value() == Template.GIRP


def test_a_phrase_is_added_changed_and_removed(shell, centre):
    shown = part(shell)
    QTest.keyClicks(shown.phrases.new, "Worked well.")
    QTest.keyClick(shown.phrases.new, Qt.Key.Key_Return)
    (line,) = shown.phrases.lines
    line.short.setFocus()
    QTest.keyClicks(line.short, "ww")
    QTest.keyClick(line.short, Qt.Key.Key_Return)
    (found,) = phrases.phrases(centre.desk)
    assert (found.words, found.short) == ("Worked well.", "ww")
    shown.phrases.lines[0].begins.click()
    assert phrases.phrases(centre.desk)[0].short == BEGINS
    shown.phrases.lines[0].away.click()
    assert phrases.phrases(centre.desk) == ()
    assert shown.phrases.lines == []


def test_a_short_form_that_is_taken_is_refused_in_place(shell, centre):
    phrases.add_phrase(centre.desk, "One", short="a")
    phrases.add_phrase(centre.desk, "Two")
    shown = part(shell)
    line = shown.phrases.lines[1]
    line.short.setText("a")
    line.short.editingFinished.emit()
    assert "already a phrase" in shown.phrases.refusal.text()


def test_alt_and_an_arrow_move_a_phrase(shell, centre):
    for words in ("One", "Two"):
        phrases.add_phrase(centre.desk, words)
    shown = part(shell)
    QTest.keyClick(shown.phrases.lines[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [p.words for p in phrases.phrases(centre.desk)] == ["Two", "One"]


def test_who_may_not_change_sees_no_buttons(shell, centre):
    phrases.add_phrase(centre.desk, "One")
    centre.file.role = "volunteer"
    shown = part(shell)
    assert shown.phrases.lines == []
    assert shown.phrases._adding.isHidden()
    assert not shown.template.isEnabled()
