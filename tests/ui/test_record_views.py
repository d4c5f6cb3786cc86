"""Looks at people's records: written two seconds later or when the file closes, never without the right."""

from PySide6.QtCore import Qt

from groupwork.operations import history
from groupwork.store import tables
from groupwork.ui import record_views
from groupwork.ui.place import Place


def looks(shell):
    lines = history.history(shell.gate.desk(), views=True)
    return [line.sentence for line in lines if line.sentence.startswith("Records looked at")]


def show(shell, centre, number=0):
    shell.go(Place("participant", participant=centre.people[number]))


def test_a_shown_person_is_written_after_two_seconds_once(shell, centre, qtbot, monkeypatch):
    shell._looks._timer.setInterval(10)
    assert record_views.WRITE_AFTER_MS == 2000
    show(shell, centre)
    assert not looks(shell)
    qtbot.waitUntil(lambda: len(looks(shell)) == 1)
    shell.go(Place("today", shell.gate.today))
    show(shell, centre)
    shell._looks.write()
    assert looks(shell) == ["Records looked at: Jürgen Hassenpflug-Maier"]
    assert shell.gate.file.store.journal.verify().ok


def test_several_people_are_one_entry(shell, centre):
    show(shell, centre, 0)
    show(shell, centre, 1)
    shell._looks.write()
    assert looks(shell) == ["Records looked at: Jürgen Hassenpflug-Maier, Zbigniew Łąckorzyński"]


def test_closing_writes_what_is_waiting(shell, centre):
    show(shell, centre)
    written = []
    entries = shell.gate.file.store.journal.entries
    append = entries.append
    entries.append = lambda *a, **k: (written.append(a[3]), append(*a, **k))[1]
    shell.gate.close()
    assert written == ["person.viewed"]


def test_who_may_not_open_records_leaves_no_look(shell, centre):
    shell.gate.file.role = "volunteer"
    show(shell, centre)
    shell._looks.write()
    shell.gate.file.role = "lead"
    assert not looks(shell)


def test_a_file_opened_for_reading_writes_nothing(shell, centre):
    journal = shell.gate.file.store.journal
    journal.read_only = shell.gate.file.store.read_only = True
    show(shell, centre)
    shell._looks.write()
    journal.read_only = shell.gate.file.store.read_only = False
    assert not looks(shell)
    assert tables.Participant.select().count() == len(centre.people)


def test_the_history_page_shows_looks_when_asked(shell, centre, qtbot):
    show(shell, centre)
    shell._looks.write()
    shell.go(Place("history"))
    view = shell.view
    assert not any("looked at" in line.sentence for line in view._pages.lines)
    qtbot.keyClick(view.looks, Qt.Key.Key_Space)
    assert any("looked at" in line.sentence for line in view._pages.lines)
