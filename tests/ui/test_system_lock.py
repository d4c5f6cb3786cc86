"""The computer's own lock locks the centre, where the system can be heard."""

import select
import shutil
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget

from groupwork.ui import system_lock
from groupwork.ui.privacy import Privacy
from groupwork.ui.system_lock import POWER, SAVERS, SESSION_CHANGE, SystemLock, says_left

LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None,
    reason="needs a session bus of its own, which only Linux with dbus-daemon has",
)


@pytest.mark.parametrize(
    ("message", "why", "left"),
    [
        (SESSION_CHANGE, 0x7, True),  # locked
        (SESSION_CHANGE, 0x8, False),  # unlocked
        (SESSION_CHANGE, 0x2, True),  # another user at the console
        (SESSION_CHANGE, 0x4, True),  # remote desktop closed
        (SESSION_CHANGE, 0x1, False),  # console connected
        (POWER, 0x4, True),  # going to sleep
        (POWER, 0x12, False),  # woke up
        (0x0200, 0x7, False),  # the mouse moved
    ],
)
def test_what_windows_says(message, why, left):
    assert says_left(message, why) is left


@pytest.fixture
def bus(qapp):
    """A bus of this test's own."""
    from PySide6.QtDBus import QDBusConnection

    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    ready, _, _ = select.select([daemon.stdout], [], [], 10)
    assert ready, "the bus did not start"
    address = daemon.stdout.readline().strip()
    yield QDBusConnection.connectToBus(address, "groupwork-test"), address
    QDBusConnection.disconnectFromBus("groupwork-test")
    daemon.terminate()
    daemon.wait(timeout=10)
    daemon.stdout.close()


def say(address, name, active):
    path = "/" + name.replace(".", "/")
    subprocess.run(
        [
            "dbus-send",
            f"--bus={address}",
            "--type=signal",
            path,
            f"{name}.ActiveChanged",
            f"boolean:{active}",
        ],
        check=True,
    )


@LINUX
@pytest.mark.parametrize("name", SAVERS)
def test_a_screen_saver_locks_and_its_going_does_not(bus, name, qtbot):
    connection, address = bus
    lock = SystemLock(None)
    heard = []
    lock.locked.connect(lambda: heard.append(name))
    assert lock.hear(connection)
    say(address, name, "true")
    qtbot.waitUntil(lambda: heard == [name])
    say(address, name, "false")
    qtbot.wait(100)
    assert heard == [name]


def test_without_a_bus_nothing_is_heard(qapp):
    from PySide6.QtDBus import QDBusConnection

    lock = SystemLock(None)
    assert not lock.hear(QDBusConnection.connectToBus("unix:path=/nowhere", "groupwork-none"))


def test_listening_waits_until_today_is_painted(qapp, qtbot, monkeypatch):
    heard = []
    monkeypatch.setattr(system_lock, "LISTEN_MS", 1)
    monkeypatch.setattr(SystemLock, "listen", lambda self: heard.append(self))
    lock = SystemLock(None)
    lock.start()
    assert heard == []
    qtbot.waitUntil(lambda: heard == [lock])
    lock.stop()


def test_the_window_locks_with_the_system_only_while_a_centre_is_open(qtbot):
    window, locked = QMainWindow(), []
    qtbot.addWidget(window)
    pages = QWidget(window)
    privacy = Privacy(window, pages, lambda: locked.append(1), lambda: False)
    privacy.system.active_changed(True)
    assert locked == []
    window.show()
    privacy.begin()
    privacy.system.active_changed(True)
    assert locked == [1]
    privacy.end()
    privacy.system.active_changed(True)
    assert locked == [1]
    privacy.system.stop()
