"""The register of a group that says how it is, and the page of faces handed to everyone who came."""

import pytest

from tests.ui.faces_centre import everyone, open_register


@pytest.fixture
def view(window, shell, centre):
    found, group, session = open_register(shell, centre)
    found.group, found.session = group, session
    yield found
    window.privacy.faces.end()  # it keeps its window open


@pytest.fixture
def page(window, view):
    everyone(view)
    found = window.privacy.faces.page
    found.corner.hold_ms = 60
    return found
