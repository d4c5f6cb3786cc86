"""What is being typed when the window is locked: a field is stored as if it was left, a form is kept."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from groupwork.operations import group_plan, vault
from groupwork.ui.place import Place
from tests.ui.day_centre import MONDAY, PASSPHRASE

WORDS = "Quittenbaumchor"


def place_of(name, centre):
    people, activities = centre.people, centre.activities
    return {
        "profile": Place("participant", participant=people[0], part="profile"),
        "activity": Place("activity", activity=activities["Ceramics"]),
        "centre": Place("settings", part="centre"),
    }[name]


def field(view, name):
    found = [w for w in view.findChildren(QLineEdit) + view.findChildren(QPlainTextEdit) if w.isVisible()]
    return next(w for w in found if w.accessibleName() == name)


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("profile", "Telephone"),
        ("profile", "Note"),
        ("activity", "Aims"),
        ("centre", "Address"),
        ("centre", "Telephone"),
    ],
)
def test_a_field_that_is_being_typed_is_stored_at_the_lock(qtbot, window, shell, centre, page, name):
    place = place_of(page, centre)
    shell.go(place)
    QApplication.processEvents()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    typed = field(shell.view, name)
    typed.setFocus()
    words = "0555 0199" if name == "Telephone" else WORDS
    QTest.keyClicks(typed, words)
    QTest.keyClick(typed, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.shell is None
    found = field(unlocked(window, centre, place), name)
    text = found.text() if isinstance(found, QLineEdit) else found.toPlainText()
    assert words in text


def unlocked(window, centre, place):
    file = vault.open_file(centre.file.store.path, None, PASSPHRASE)
    file.clock = centre.file.clock
    again = window.show_file(file)
    again.go(place)
    QApplication.processEvents()
    return again.view


def test_a_new_room_that_was_begun_is_there_after_the_lock_and_gone_when_given_up(window, shell, centre):
    place = Place("settings", part="rooms")
    shell.go(place)
    shell.view.part("rooms").add.click()
    QTest.keyClicks(shell.view.part("rooms").form.fields["name"], WORDS)
    window.lock()
    part = unlocked(window, centre, place).part("rooms")
    assert part.form.fields["name"].text() == WORDS
    QTest.keyClick(part.form.fields["name"], Qt.Key.Key_Escape)
    window.lock()
    assert not unlocked(window, centre, place).part("rooms").form.isVisible()


def test_a_new_person_that_was_begun_is_there_after_the_lock(window, shell, centre):
    place = Place("participants")
    shell.go(place)
    shell.view.begin_new()
    QTest.keyClicks(shell.view.form.given, WORDS)
    window.lock()
    view = unlocked(window, centre, place)
    assert view.form.isVisible()
    assert view.form.given.text() == WORDS
    QTest.keyClick(view.form.given, Qt.Key.Key_Escape)
    window.lock()
    assert not unlocked(window, centre, place).form.isVisible()


def test_who_was_about_to_join_a_group_is_there_after_the_lock(window, shell, centre):
    made = group_plan.make_group(centre.desk, title="Choir", date=MONDAY, start=time(15), end=time(16))
    place = Place("group", group=made.group)
    shell.go(place)
    shell.view.members.begin()
    form = shell.view.members.form
    form.people.add(form.people._options[0])
    form.words.setText(WORDS)
    window.lock()
    form = unlocked(window, centre, place).members.form
    assert len(form.people.ids()) == 1
    assert form.words.text() == WORDS
    form.save()
    window.lock()
    assert unlocked(window, centre, place).members.form is None
