"""Hundreds of people at once: written off the window's thread, with a count and Cancel, and one undo."""

import threading

import pytest
from PySide6.QtWidgets import QApplication

from groupwork.operations import imports, settings
from groupwork.store import tables
from groupwork.ui import background, gate
from groupwork.ui.place import Place

MANY = 320


@pytest.fixture
def view(shell, tmp_path, monkeypatch, qtbot):
    path = tmp_path / "list.csv"
    names = (f"Kim {chr(97 + n % 26)}{chr(97 + n // 26)}lt;{1 + n % 28}.2.55" for n in range(MANY))
    path.write_text("\n".join(["Name;DOB", *names]), encoding="utf-8")
    shell.go(Place("import"))
    shell.view.take_file(path)
    monkeypatch.setattr(background.pool, "inline", False)
    return shell.view


def people():
    return tables.Participant.select().count()


def test_many_people_are_written_on_another_thread_and_one_undo_takes_them_back(shell, view, qtbot, seen):
    before = people()
    view.import_now()
    assert "320" in shell.gate.job
    qtbot.waitUntil(lambda: view.finished.isVisible(), timeout=20_000)
    assert seen == [True]
    assert people() == before + MANY
    assert shell.toast.isVisible()
    settings.set_setting(shell.gate.desk(), "centre", "Other")
    shell.gate.undo()
    shell.gate.undo()
    assert people() == before


@pytest.fixture
def seen(monkeypatch):
    """Whether each import ran elsewhere than on the window's thread."""
    found, here, real = [], threading.get_ident(), imports.import_people

    def watched(desk, preview, **options):
        if not options.get("dry_run"):
            found.append(threading.get_ident() != here)
        return real(desk, preview, **options)

    monkeypatch.setattr(imports, "import_people", watched)
    return found


@pytest.fixture
def imported(view, shell, qtbot, monkeypatch):
    """The people are there, and taking them back counts as long."""
    view.import_now()
    qtbot.waitUntil(lambda: not shell.gate.job, timeout=20_000)
    monkeypatch.setattr(gate, "MANY_ROWS", 100)
    return people()


def test_undo_of_many_runs_on_another_thread_too_and_redo(shell, imported, qtbot):
    told = []
    shell.gate.notice.connect(lambda notice: told.append(notice.sentence))
    for turn, there in ((shell.gate.undo, imported - MANY), (shell.gate.redo, imported)):
        turn()
        assert shell.gate.job == "Undoing"
        qtbot.waitUntil(lambda: not shell.gate.job, timeout=20_000)
        assert people() == there
    assert len(told) == 2


def test_an_undo_that_is_cancelled_changes_nothing(shell, imported, qtbot):
    shell.gate.undo()
    shell.gate.running.cancel()
    qtbot.waitUntil(lambda: not shell.gate.job, timeout=20_000)
    assert people() == imported
    assert not shell.gate.read_only


def test_cancel_leaves_nothing_written_and_the_list_as_it_was(shell, view, qtbot):
    before = people()
    view.import_now()
    shell.gate.running.cancel()
    qtbot.waitUntil(lambda: not shell.gate.job, timeout=20_000)
    QApplication.processEvents()
    assert people() == before
    assert view.act.isVisible()
    assert view.act.text() == "Import 320 people"


def test_what_was_read_before_is_read_again_after_another_thread_wrote(shell, view, qtbot):
    store, told = shell.gate.file.store, []
    store.unchanged("told", lambda: told.append(1))
    store.unchanged("told", lambda: told.append(1))
    assert told == [1]
    view.import_now()
    qtbot.waitUntil(lambda: not shell.gate.job, timeout=20_000)
    store.unchanged("told", lambda: told.append(1))
    assert told == [1, 1]
