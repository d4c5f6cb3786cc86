"""A gate over a small centre, and a record of where a view wanted to go."""

from datetime import time, timedelta

import pytest

from groupwork import i18n
from groupwork.operations import sessions
from groupwork.ui.gate import Gate
from tests.ui import day_centre


@pytest.fixture
def centre(tmp_path, qtbot):
    i18n.use("en")
    built = day_centre.build(tmp_path)
    yield built
    i18n.use("en")


@pytest.fixture
def gate(centre):
    opened = Gate(centre.file)
    opened.begin_day()
    yield opened
    opened.close()


@pytest.fixture
def places():
    return []


@pytest.fixture
def show(gate, places, qtbot):
    """Show a view at a place, in a window of the size the app is designed for."""

    def make(view_class, place=None, size=(1170, 640)):
        view = view_class(gate, places.append)
        qtbot.addWidget(view)
        view.resize(*size)
        if place is None:
            view.refresh()
        else:
            view.show_place(place)
        view.show()
        with qtbot.waitExposed(view):
            view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        return view

    return make


@pytest.fixture
def group_session(centre):
    """A weekly talk group on Tuesdays for five weeks; its first session."""
    return sessions.plan_session(
        centre.desk,
        activity=centre.activities["Talk group"],
        date=day_centre.MONDAY + timedelta(days=1),
        start=time(10),
        end=time(11),
        room=centre.rooms["Art studio"],
        staff=[centre.staff["Priya Ramanathan"]],
        people=list(centre.people[:3]),
        weekly=True,
        until=day_centre.MONDAY + timedelta(days=30),
    ).session
