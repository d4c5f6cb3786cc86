"""For all tests: folders that are not this user's own, and a centre's file to copy."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported anywhere

import gc
import sys

import pytest

from groupwork import paths
from groupwork.operations import vault
from tests import vaults


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path_factory, monkeypatch):
    """Keep copies of keys out of the real home folder, a fresh one for each test."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setattr(paths, "data_folder", lambda: home / "data")
    monkeypatch.setattr(paths, "log_folder", lambda: home / "log")
    monkeypatch.setattr(paths, "settings_file", lambda: home / "config" / "settings.json")


@pytest.fixture(scope="session")
def vault_template(tmp_path_factory):
    """A closed centre with one lead, to be copied."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("first_home")
        patch.setattr(paths, "data_folder", lambda: home / "data")
        return vaults.make(tmp_path_factory.mktemp("vault") / "centre.groupwork")


@pytest.fixture
def vault_file(vault_template, tmp_path):
    """A closed centre of this test's own."""
    folder = tmp_path / "centre"
    folder.mkdir()
    return vaults.copy(vault_template, folder)


@pytest.fixture
def vault_store(vault_file):
    """The same, open."""
    with vaults.opened(vault_file) as found:
        yield found


@pytest.fixture
def local_folders(monkeypatch):
    """Folders of the tests count as on this computer, wherever they are, also for the window."""
    for name in ("open_file", "restore"):
        monkeypatch.setattr(vault, name, _probing(getattr(vault, name)))


def _probing(operation):
    def asked(*arguments, **options):
        given = {key: value for key, value in options.items() if value is not None}
        return operation(*arguments, **{"probe": vaults.local, **given})

    return asked


@pytest.fixture(scope="module", autouse=True)
def _no_widget_is_left_for_another_thread():
    """Free a module's widgets on this thread: Python would do it on any, such as a later test's own.

    A widget freed there breaks Qt's list of all widgets, and the next look at it ends the process.
    """
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() and widgets.QApplication.allWidgets():
        gc.collect()
