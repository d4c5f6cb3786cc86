"""For the window's tests: fonts and style once, a clean look each time, no modal box, no window left over."""

from datetime import datetime, time

import pytest
from PySide6.QtWidgets import QApplication

from groupwork import i18n
from groupwork.operations import vault
from groupwork.operations.desk import Clock
from groupwork.ui import background, faces, messages, style
from groupwork.ui.machine_settings import MachineSettings
from groupwork.ui.main_window import MainWindow
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme
from tests import backed_up, vaults
from tests.builders import MONDAY
from tests.ui import day_centre
from tests.ui.register_grid import shown
from tests.ui.register_values import round_of, workshop

MODAL = ("choose_centre", "choose_picture", "choose_save", "choose_folder", "ask", "bug")


@pytest.fixture(autouse=True)
def _look(qapp, monkeypatch):
    """English, light, 100 %; jobs run at once; a modal box nobody asked for fails the test."""
    faces.load()
    style.install(qapp)
    preferences.values = MachineSettings(language="en", palette="light")
    i18n.use("en")
    theme.set_percent(100)
    theme.set_mode("light")
    monkeypatch.setattr(background.pool, "inline", True)
    for name in MODAL:
        monkeypatch.setattr(messages, name, _unexpected(name))
    yield
    i18n.use("en")
    left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"windows left open: {left}"


def _unexpected(name):
    def box(*_arguments):
        pytest.fail(f"an unexpected modal box: {name}")

    return box


@pytest.fixture
def centre(tmp_path):
    """A small centre on Monday 12 October, open."""
    found = day_centre.build(tmp_path)
    yield found
    found.file.close()


@pytest.fixture
def file(tmp_path):
    """An empty centre of one lead, open on the Monday of the tests at eleven."""
    path = tmp_path / "centre.groupwork"
    opened = vault.new_file(
        path, "Kiefernbogen", "Hanna", vaults.PASSPHRASE, "en", kdf=vaults.QUICK, probe=vaults.local
    )
    opened.clock = Clock(datetime.combine(MONDAY, time(11, 0)))
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot):
    """The main window at 1366 × 768, with nothing open."""
    found = MainWindow()
    qtbot.addWidget(found)
    found.resize(1366, 768)
    found.show()
    yield found
    found.close()


@pytest.fixture
def shell(window, centre):
    """The window's frame with the small centre open."""
    return window.show_file(centre.file)


@pytest.fixture
def kept(window, vault_file, local_folders):
    """The window's frame over a centre with the machine's clock: it is backed up by itself."""
    return window.show_file(vault.open_file(vault_file, None, vaults.PASSPHRASE))


@pytest.fixture
def keeper(kept):
    """Its keeper of backups, on a clock moved by hand."""
    found = kept.gate.backups
    found.clock = backed_up.FakeClock()
    for timer in found._timers:
        timer.stop()
    return found


@pytest.fixture
def hold(window):
    """Jobs wait until they are executed by hand, but those of the end of the test."""
    waiting = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(background.pool, "start", waiting.append)
        yield waiting


@pytest.fixture
def grid(qtbot):
    """Fourteen people, nothing recorded, no tasks."""
    return shown(qtbot, round_of(14))


@pytest.fixture
def wood(qtbot):
    """The register of the pictures, with four tasks."""
    return shown(qtbot, workshop())
