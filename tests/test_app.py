"""Starting the window: the first page, the log without names, a bug said plainly."""

import logging
import sys

import pytest

from groupwork import app, paths
from groupwork.ui import messages
from groupwork.ui.machine_settings import MachineSettings
from groupwork.ui.main_window import MainWindow
from groupwork.ui.preferences import preferences
from groupwork.ui.views.first_run import FirstRunView
from groupwork.ui.views.unlock import UnlockView
from groupwork.ui.views.welcome import WelcomeView


@pytest.fixture(autouse=True)
def _fresh_settings(monkeypatch):
    monkeypatch.setattr(preferences, "values", MachineSettings(language="en"))


@pytest.fixture
def window(qtbot):
    found = MainWindow()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def root_log():
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield root
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_without_any_centre_the_first_run_is_shown(window):
    app.begin(window, None, None)
    assert isinstance(window.page(), FirstRunView)


def test_a_demo_is_no_centre(window):
    paths.data_folder().mkdir(parents=True)
    (paths.data_folder() / "demo-de.groupwork").write_bytes(b"")
    app.begin(window, None, None)
    assert isinstance(window.page(), FirstRunView)


def test_with_a_centre_in_the_usual_place_the_window_welcomes(window):
    paths.data_folder().mkdir(parents=True)
    (paths.data_folder() / "centre.groupwork").write_bytes(b"")
    app.begin(window, None, None)
    assert isinstance(window.page(), WelcomeView)


def test_when_the_last_file_is_out_of_reach_the_window_welcomes(window, tmp_path):
    preferences.remember_file(tmp_path / "unplugged.groupwork")
    app.begin(window, None, None)
    assert isinstance(window.page(), WelcomeView)


def test_a_file_is_asked_to_be_unlocked(window, vault_file):
    app.begin(window, vault_file, None)
    assert isinstance(window.page(), UnlockView)


def test_the_last_file_is_asked_for_at_the_next_start(window, vault_file):
    preferences.remember_file(vault_file)
    app.begin(window, None, None)
    assert isinstance(window.page(), UnlockView)


def test_a_missing_file_is_said_in_place(qtbot, window, tmp_path):
    app.begin(window, tmp_path / "gone.groupwork", None)
    page = window.page()
    page._passphrase.setText("some words of mine")
    page.submit()
    qtbot.waitUntil(lambda: bool(page._refusal.text()))


def test_a_bug_is_logged_without_its_words_and_said_once(window, root_log, monkeypatch):
    boxes = []
    monkeypatch.setattr(messages, "bug", lambda parent, file: boxes.append(file))
    file = app.begin_log()
    try:
        raise ValueError("Zbigniew Kanarienvogel")
    except ValueError:
        app._report(window)(*sys.exc_info())
    for handler in root_log.handlers:
        handler.flush()
    text = file.read_text(encoding="utf-8")
    assert "bug ValueError at test_app.py" in text
    assert "Kanarienvogel" not in text
    assert boxes == [paths.log_folder() / "groupwork.log"]


def test_a_log_folder_that_refuses_is_no_reason_not_to_start(monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr(paths, "log_folder", lambda: blocked / "log")
    app.begin_log()
