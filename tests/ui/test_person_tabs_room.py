"""The tabs of a person and two records compared: no word cut off, everything named, in German at 200 %."""

from datetime import time, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from groupwork.store import tables
from groupwork.ui.accessibility import nameless
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme
from tests.builders import MONDAY, AGroup, a_session, put
from tests.ui.test_clipping import clipped, outside, settle

PLACES = {
    **{part: Place("participant", participant=1, part=part) for part in ("groups", "attendance", "tasks")},
    "merge": Place("merge", part="1+2"),
    "pairs": Place("merge"),
}


@pytest.fixture
def filled(shell, centre):
    """A group of the first two people with eight sessions, tasks, a waiting list and agreed days."""
    desk = centre.desk
    row = tables.Group(
        activity=centre.activities["Ceramics"],
        name="Keramik und freies Gestalten am Nachmittag",
        weekday=0,
        start=time(13),
        end=time(14),
        from_date=MONDAY - timedelta(weeks=9),
    )
    put(desk, row)
    group = AGroup(row.id, row.activity_id, centre.people[:2])
    for person in group.people:
        put(desk, tables.Membership(group=row.id, participant=person, from_date=row.from_date))
        put(desk, tables.AgreedDay(participant=person, weekday=person % 5, from_date=row.from_date))
    put(desk, tables.Waiting(group=row.id, participant=1, since=MONDAY, words="gern vormittags"))
    for n, marks in enumerate(("PA", "PX", "AP", "HP", "TU", "WP", "RD", "OP")):
        session = a_session(
            desk, group, day=MONDAY - timedelta(weeks=n + 1), status="held", register_taken=True
        )
        task = tables.SessionTask(session=session, position=0, name="Glasieren und Brand vorbereiten")
        put(desk, task, tables.Attendance(session=session, participant=1, status=marks[0]))
        put(desk, tables.Attendance(session=session, participant=2, status=marks[1]))
        put(desk, tables.Result(task=task.id, participant=1, outcome="done", level=n % 6 + 1))
    return shell


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("where", PLACES)
def test_nothing_is_cut_off(window, filled, where, percent):
    preferences.set_language("de")
    theme.set_percent(percent)
    filled.go(PLACES[where])
    settle()
    assert clipped(window) == []
    assert outside(window) == []


@pytest.mark.parametrize("palette", ["light", "dark", "contrast"])
@pytest.mark.parametrize("where", PLACES)
def test_everything_is_named_and_paints_in_every_palette(window, filled, where, palette):
    theme.set_mode(palette)
    filled.go(PLACES[where])
    QApplication.processEvents()
    assert nameless(window) == []
    assert not window.grab().isNull()
