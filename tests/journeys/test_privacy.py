"""A day's work leaves no name behind outside the encrypted file, and asks no network."""

import logging
import socket
import tempfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from groupwork import paths
from groupwork.app import begin_log
from groupwork.operations import attendance, vault
from groupwork.operations.register import register
from groupwork.ui import messages
from groupwork.ui.place import Place
from tests.journeys.keyboard import press, write

ROUND = 217
TYPED = "Rosalinde Quittenbaum"


class Reached(Exception):
    """Something opened a socket."""


@pytest.fixture
def no_network(monkeypatch):
    """Every way to a socket is shut."""

    def refuse(*_words, **_options):
        raise Reached

    for name in ("socket", "create_connection", "getaddrinfo", "socketpair", "create_server"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture
def temp(tmp_path, monkeypatch):
    """A temp folder of this test's own, for Python and for Qt."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(folder))
    return folder


def work_a_day(window, folder, monkeypatch):
    """Record, add somebody new, be refused, look at the sheet, save it, undo, back up."""
    window.shell.go(Place("register", session=ROUND))
    press(window, "p", "l", "9", Qt.Key.Key_Down, "a")
    window.shell.view.card.drop_in.edit.setFocus()
    write(window, TYPED)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    row = window.shell.view.model.row(0)
    assert window.shell.gate.do(attendance.add_drop_in, ROUND, row.participant) is None  # refused by name
    monkeypatch.setattr(messages, "choose_save", lambda *words: folder / words[2].name)
    window.shell.go(Place("preview", session=ROUND))
    window.shell.view._on_save()
    window.shell.go(Place("preview", date=window.shell.gate.today))
    window.shell.view._on_save()
    vault.backup(window.shell.gate.desk(), folder / "safe")


def names_of(window):
    """What stands for a person of the round: every part of a name that is no common word."""
    rows = register(window.shell.gate.desk(), ROUND).rows
    parts = {part for row in rows for part in (*row.name.full.split(), row.name.native) if len(part) > 3}
    return parts | set(TYPED.split())


@pytest.fixture
def whole_log():
    """The app's own log, even when somebody turns everything on."""
    root = logging.getLogger()
    kept, level = root.handlers[:], root.level
    begin_log()
    root.setLevel(logging.DEBUG)
    yield
    for handler in set(root.handlers) - set(kept):
        handler.close()
    root.handlers[:] = kept
    root.setLevel(level)


def test_no_name_and_no_socket(
    demo_file, open_window, no_network, temp, tmp_path, whole_log, caplog, monkeypatch
):
    caplog.set_level(logging.DEBUG)
    window = open_window(demo_file)
    names = names_of(window)
    out = tmp_path / "out"
    out.mkdir()
    work_a_day(window, out, monkeypatch)
    window.lock()
    QApplication.processEvents()
    assert window.windowTitle() == "Groupwork"
    shown = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert not {name for name in names if name in shown}
    assert not {name for name in names if name in caplog.text}
    assert list(temp.rglob("*")) == []
    assert "refused" in (paths.log_folder() / "groupwork.log").read_text(encoding="utf-8")
    files = [path for root in (tmp_path, paths.data_folder(), paths.log_folder()) for path in root.rglob("*")]
    assert len(list(out.glob("*.pdf"))) == 2
    for path in files:
        assert not {name for name in names if name.casefold() in path.name.casefold()}, path.name
        if path.is_file() and path.suffix != ".pdf":
            data = path.read_bytes()
            found = {n for n in names if n.encode() in data or n.encode("utf-16-le") in data}
            assert not found, path.name


def test_the_check_sees_a_socket(no_network):
    with pytest.raises(Reached):
        socket.create_connection(("localhost", 9))
