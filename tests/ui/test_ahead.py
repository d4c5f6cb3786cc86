"""Pages are read ahead: Today while a passphrase is typed, then what a day begins with. Nothing is built."""

import pytest

from groupwork.operations import vault
from groupwork.ui import ahead, pages
from groupwork.ui.main_window import MainWindow
from tests.vaults import PASSPHRASE


@pytest.fixture
def read(monkeypatch):
    """The codes of the pages whose classes were asked for, in order; and no pause between them."""
    codes = []

    def page(code):
        found = real(code)
        return pages.Page(found.code, found.rail, lambda: codes.append(code) or found.load(), found.sample)

    real = pages.page
    monkeypatch.setattr(ahead.pages, "page", page)
    monkeypatch.setattr(ahead, "PAUSE_MS", 0)
    return codes


@pytest.fixture
def window(qtbot, read):
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def test_today_is_read_while_the_passphrase_is_typed(qtbot, window, vault_file, read):
    window.show_unlock(vault_file)
    assert read == []
    qtbot.waitUntil(lambda: not window._ahead.waiting)
    assert read == ["today"]
    assert window.shell is None


def test_an_open_file_reads_what_a_day_begins_with_and_builds_nothing(qtbot, window, vault_file, read):
    shell = window.show_file(vault.open_file(vault_file, None, PASSPHRASE))
    assert read == ["today"], "this one is shown"
    qtbot.waitUntil(lambda: not window._ahead.waiting)
    assert read == ["today", "register", "schedule", "participants"]
    assert list(shell._views) == ["today"]


def test_a_lock_gives_up_what_was_not_read(qtbot, window, vault_file, read):
    window.show_file(vault.open_file(vault_file, None, PASSPHRASE))
    assert window._ahead.waiting
    window.lock()
    qtbot.waitUntil(lambda: not window._ahead.waiting)
    assert read == ["today", "today"]


def test_the_clock_stands_still_once_all_is_read(qtbot, window, vault_file, read):
    window.show_unlock(vault_file)
    qtbot.waitUntil(lambda: not window._ahead._timer.isActive())
    assert read == ["today"]
