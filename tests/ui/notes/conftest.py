"""The register of the small centre's wood workshop, its panel with the note open."""

import pytest
from PySide6.QtWidgets import QApplication

from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.register.side import PERSON


@pytest.fixture(autouse=True)
def _not_kept():
    before, preferences.kept = preferences.kept, False
    yield
    preferences.kept = before


def settle():
    """What pages do a moment later."""
    for _n in range(3):
        QApplication.processEvents()


@pytest.fixture
def register(shell, centre, qtbot):
    """The register page on Monday's wood workshop, the cursor on its first row."""
    shell.window().activateWindow()
    shell.go(Place("register", session=centre.sessions["wood"]))
    settle()
    return shell.view


@pytest.fixture
def side(register):
    """Its panel, on the note of the first person."""
    register.beside.open_side(PERSON)
    settle()
    return register.beside.side


@pytest.fixture
def editor(side):
    """The note's editor."""
    return side.editor


@pytest.fixture
def fields(editor):
    """Its fields by part."""
    return lambda: {field.code: field.area for field in editor.form.fields}
