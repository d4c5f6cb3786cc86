"""Where a drag would land, as a table."""

from dataclasses import replace
from datetime import date, time

import pytest

from groupwork.domain.sessions import Category, SessionInfo, SessionStatus
from groupwork.ui.week.drag import FINE_STEP, Drag, Kind, shifted, stretched
from groupwork.ui.week.facts import Facts
from groupwork.ui.week.frame import Slot

MONDAY, TUESDAY = date(2026, 10, 12), date(2026, 10, 13)
SESSION = SessionInfo(
    1, MONDAY, time(9, 45), time(11, 45), 1, "Wood workshop", "Wood", Category.CRAFT, SessionStatus.PLANNED
)
WOOD = Facts(SESSION)


@pytest.mark.parametrize(
    ("drag", "to", "wanted"),
    [
        (Drag(Kind.MOVE, MONDAY, 600, WOOD), (TUESDAY, 602), Slot(TUESDAY, 585, 705)),
        (Drag(Kind.MOVE, MONDAY, 600, WOOD), (MONDAY, 632), Slot(MONDAY, 615, 735)),
        (Drag(Kind.MOVE, MONDAY, 600, WOOD), (MONDAY, -900), Slot(MONDAY, 0, 120)),
        (Drag(Kind.MOVE, MONDAY, 600, WOOD), (MONDAY, 1500), Slot(MONDAY, 1319, 1439)),
        (Drag(Kind.RESIZE, MONDAY, 705, WOOD), (TUESDAY, 731), Slot(MONDAY, 585, 735)),
        (Drag(Kind.RESIZE, MONDAY, 705, WOOD), (MONDAY, 100), Slot(MONDAY, 585, 600)),
        (Drag(Kind.CREATE, MONDAY, 785), (TUESDAY, 849), Slot(MONDAY, 780, 855)),
        (Drag(Kind.CREATE, MONDAY, 785), (MONDAY, 786), Slot(MONDAY, 780, 795)),
        (Drag(Kind.CREATE, MONDAY, 785), (MONDAY, 725), Slot(MONDAY, 720, 795)),
    ],
)
def test_a_drag_snaps_to_a_quarter_of_an_hour(drag, to, wanted):
    assert drag.to(*to) == wanted


def test_with_shift_it_snaps_to_five_minutes():
    moved = Drag(Kind.MOVE, MONDAY, 600, WOOD).to(MONDAY, 611, FINE_STEP)
    assert moved == Slot(MONDAY, 595, 715)


def test_keys_shift_and_stretch_inside_the_day():
    slot = Slot(MONDAY, 585, 705)
    assert shifted(slot, -15) == Slot(MONDAY, 570, 690)
    assert stretched(slot, -600) == Slot(MONDAY, 585, 600)
    assert stretched(slot, 9000).end == 1439
    assert replace(WOOD, places=6).count() == "0/6"
