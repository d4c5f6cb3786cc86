"""Every box where the layout says, found in the picture by somebody who does not know the layout."""

import numpy as np
import pytest
import zxingcpp

from groupwork.domain import payload
from groupwork.domain.layout import CLEAR, SQUARE
from groupwork.domain.sheet_facts import Look
from groupwork.sheets.draw import layout_of
from groupwork.sheets.page import Paper
from tests.sheets.facts import GERMAN_TASKS, KEY, STAMP, a_sheet, drawn
from tests.sheets.pictures import MM, find_boxes, ink_in, render, worst_miss

FORMS = {
    "landscape": ({"people": 12, "tasks": 5}, {}),
    "german": ({"people": 12, "tasks": 5, "names": GERMAN_TASKS}, {"language": "de"}),
    "letter": ({"people": 12, "tasks": 4}, {"paper": "Letter"}),
    "large": ({"people": 6, "tasks": 3}, {"large": True}),
    "upright": ({"people": 22, "tasks": 0, "mood": True}, {}),
    "upright tasks": ({"people": 20, "tasks": 2}, {}),
    "few": ({"people": 4, "tasks": 2}, {}),
}
NEAR = 0.05
"""Millimetres within which every box is found."""


@pytest.fixture(scope="module", params=FORMS, ids=list(FORMS))
def printed(request):
    facts, look = FORMS[request.param]
    sheet = a_sheet(**facts)
    layout = layout_of(sheet, Look(**look))
    return layout, layout.pages[0], render(drawn(sheet, **look).data)


def centres(page):
    return [(box.x, box.y) for box in page.boxes()]


def test_every_box_is_found_within_a_twentieth_of_a_millimetre(printed):
    layout, page, picture = printed
    found = find_boxes(picture, page.box, (layout.width, layout.height))
    assert worst_miss(found, centres(page)) < NEAR


def test_nothing_is_printed_in_or_near_a_box(printed):
    _layout, page, picture = printed
    for box in page.boxes():
        inner, outer = box.size / 2 - page.frame / 2 - 0.12, box.size / 2 + page.frame / 2 + 0.12
        assert ink_in(picture, box.x - inner, box.y - inner, box.x + inner, box.y + inner) == 0
        ring = outer + CLEAR - 0.25
        around = ink_in(picture, box.x - ring, box.y - ring, box.x + ring, box.y + ring)
        assert around == ink_in(picture, box.x - outer, box.y - outer, box.x + outer, box.y + outer)


def test_codes_and_squares_stand_in_white(printed):
    _layout, page, picture = printed
    assert len(page.codes) == 2
    for code in page.codes:
        ring(picture, code.x, code.y, code.size, 2.8)
    for x, y in page.squares:
        ring(picture, x - SQUARE / 2, y - SQUARE / 2, SQUARE, 2.9)
        assert ink_in(picture, x - 2.4, y - 2.4, x + 2.4, y + 2.4) == pytest.approx((4.8 * MM) ** 2, rel=0.03)


def ring(picture, x, y, size, quiet):
    inside = ink_in(picture, x - 0.1, y - 0.1, x + size + 0.1, y + size + 0.1)
    assert inside > 0
    assert ink_in(picture, x - quiet, y - quiet, x + size + quiet, y + size + quiet) == inside


def test_both_codes_read_and_name_sheet_layout_and_page(printed):
    layout, _page, picture = printed
    codes = [payload.unpack(found.text, KEY) for found in zxingcpp.read_barcodes(picture)]
    assert sorted(code.corner for code in codes) == ["A", "D"]
    for code in codes:
        assert (code.sheet, code.digest) == (STAMP.sheet, layout.digest()[:3])
        assert (code.page, code.pages) == (1, len(layout.pages))


def test_nothing_is_grey_and_nothing_too_near_the_edge(printed):
    layout, _page, picture = printed
    assert ink_in(picture, 0, 0, layout.width, 7.5) == 0
    assert ink_in(picture, 0, layout.height - 7.5, layout.width, layout.height) == 0
    assert ink_in(picture, 0, 0, 7.5, layout.height) == 0
    dark = np.count_nonzero(picture < 250) / picture.size
    assert 0.02 < dark < 0.16


def test_a_box_moved_by_a_millimetre_in_the_drawer_is_noticed(monkeypatch):
    right_frame, moved = Paper.frame, []

    def frame(self, x, y, w, h, weight):
        if not moved and w == h == 4.5:
            moved.append((x, y))
            x += 1.0
        right_frame(self, x, y, w, h, weight)

    monkeypatch.setattr(Paper, "frame", frame)
    sheet = a_sheet()
    page = layout_of(sheet, Look()).pages[0]
    found = find_boxes(render(drawn(sheet).data), page.box, (297.0, 210.0))
    assert len(found) == len(centres(page))
    assert worst_miss(found, centres(page)) > NEAR
    assert moved


def test_a_foreign_key_is_not_ours():
    picture = render(drawn(a_sheet(3, 1)).data)
    for found in zxingcpp.read_barcodes(picture):
        with pytest.raises(Exception, match="another centre"):
            payload.unpack(found.text, bytes(32))
