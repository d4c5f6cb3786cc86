"""24 people of a workbook that is not ours become participants in the window: every key is counted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.store import tables
from groupwork.ui import messages
from tests.foreign_lists import PEOPLE, foreign
from tests.journeys.keyboard import KeyCount, press, write
from tests.ui import day_centre

CTRL = Qt.KeyboardModifier.ControlModifier
MOST_KEYS = 10
"""Ctrl+K, six letters, Enter for the page, for the file and for the people; the file dialog's own not."""


@pytest.fixture
def opened(main_window, tmp_path, monkeypatch):
    """A small centre at Today; the system's own file dialog answers with the list."""
    path = foreign(tmp_path / "Besucherliste.xlsx")
    monkeypatch.setattr(messages, "choose_people", lambda _parent, _start: path)
    built = day_centre.build(tmp_path)
    shell = main_window.show_file(built.file)
    main_window.activateWindow()
    QApplication.processEvents()
    yield shell
    built.file.close()


def test_twenty_four_people_by_keys_alone(main_window, opened):
    before = tables.Participant.select().count()
    with KeyCount() as keys:
        press(main_window, Qt.Key.Key_K, held=CTRL)
        write(main_window, "import")
        press(main_window, Qt.Key.Key_Return)
        press(main_window, Qt.Key.Key_Return)
        press(main_window, Qt.Key.Key_Return)
    assert tables.Participant.select().count() == before + len(PEOPLE)
    assert keys.count <= MOST_KEYS
    press(main_window, Qt.Key.Key_Z, held=CTRL)
    assert tables.Participant.select().count() == before
    assert opened.view.act.text() == "Import 24 people"
