"""A demo centre made by the command, commands run in this process, and the window around a file."""

import json
import shutil

import pytest

from groupwork import i18n, paths
from groupwork.cli import main
from groupwork.cli.opening import VARIABLE
from groupwork.operations import demo, vault
from groupwork.store import keys
from groupwork.store.sidecar import keys_path
from groupwork.ui import background, faces, messages, style
from groupwork.ui.machine_settings import MachineSettings
from groupwork.ui.main_window import MainWindow
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme
from tests.vaults import QUICK

MODAL = ("choose_centre", "choose_save", "choose_folder", "choose_printer", "ask", "bug")


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory):
    """The default demo, made by `groupwork demo`; cheap keys, guessing is tested with the store."""
    path = tmp_path_factory.mktemp("made") / "demo.groupwork"
    real = keys.seal
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setattr(paths, "data_folder", lambda: home / "data")
        patch.setattr(paths, "log_folder", lambda: home / "log")
        patch.setattr(
            keys, "seal", lambda key, kind, who, secret, _kdf=None: real(key, kind, who, secret, QUICK)
        )
        patch.setenv(VARIABLE, demo.PUBLIC_PASSPHRASE)
        assert main(["demo", str(path), "--language", "en"]) == 0
    return path


@pytest.fixture
def demo_file(made_demo, tmp_path, monkeypatch):
    """A copy of the demo for this test, and its passphrase for the commands."""
    path = tmp_path / "demo.groupwork"
    shutil.copy(made_demo, path)
    shutil.copy(keys_path(made_demo), keys_path(path))
    monkeypatch.setenv(VARIABLE, demo.PUBLIC_PASSPHRASE)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return path


@pytest.fixture
def ask(capsys):
    """Run a command with --json and return its answer."""

    def call(*words):
        code = main([*(str(word) for word in words), "--json"])
        written = capsys.readouterr()
        assert (code, written.err) == (0, "")
        return json.loads(written.out)

    return call


@pytest.fixture
def main_window(qapp, qtbot, monkeypatch):
    """The window at 1366 × 768, English, light; no modal box opens."""
    faces.load()
    style.install(qapp)
    preferences.values = MachineSettings(language="en", palette="light")
    i18n.use("en")
    theme.set_percent(100)
    theme.set_mode("light")
    monkeypatch.setattr(background.pool, "inline", True)
    for name in MODAL:
        monkeypatch.setattr(messages, name, lambda *_words, box=name: pytest.fail(f"a modal box: {box}"))
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    i18n.use("en")


@pytest.fixture
def open_window(main_window):
    """Open a file in the window, on Today."""

    def show(path, passphrase=demo.PUBLIC_PASSPHRASE):
        main_window.show_file(vault.open_file(path, None, passphrase))
        return main_window

    return show
