"""The rules every layout keeps, each broken once."""

import json
from dataclasses import replace

import pytest

from groupwork.domain.layout import Area, Rule, Slot, check, from_json, slot_area
from groupwork.domain.layout_session import session_layout

LAYOUT = session_layout(12, 5)
PAGE = LAYOUT.pages[0]


def broken(**changes):
    page = LAYOUT.pages[0]
    return replace(LAYOUT, pages=(replace(page, **changes),))


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("boxes are at least 4.0", {"box": 3.9}),
        ("rows are at least 3.0 apart", {"pitch": 7.4}),
        ("boxes are at least 2.2 apart", {"columns": (*PAGE.columns, replace(PAGE.columns[0], x=69.0))}),
        ("the last row ends above the lower code", {"rows": (replace(PAGE.rows[0], y=178.0),)}),
        ("boxes keep off codes and squares", {"columns": (replace(PAGE.columns[0], x=283.0),)}),
        ("white zones stay white", {"slots": (Slot("x", 100.0, 12.0, 60.0, 8.0),)}),
        ("white zones stay white", {"rules": (Rule("x", 16.0, 200.0, 281.0, 200.0, 0.2),)}),
        ("1 mm round a box is white", {"row_slots": (Slot("x", 60.0, 0.0, 3.0, 8.0),)}),
        ("1 mm round a box is white", {"row_rules": (Rule("x", 98.0, 0.0, 112.0, 0.0, 0.2),)}),
        ("nothing outside the printable area", {"slots": (Slot("x", 16.0, 7.0, 40.0, 8.0),)}),
    ],
)  # fmt: skip
def test_a_broken_rule_is_named(rule, changes):
    check(LAYOUT)
    with pytest.raises(AssertionError, match=rule):
        check(broken(**changes))


def test_json_gives_the_same_object_and_digest_back():
    text = json.dumps(LAYOUT.to_json())
    again = from_json(json.loads(text))
    assert again == LAYOUT
    assert again.digest() == LAYOUT.digest()
    assert len(text) < 16_000


def test_a_moved_box_changes_the_digest():
    columns = PAGE.columns
    moved = broken(columns=(replace(columns[0], x=columns[0].x + 0.001), *columns[1:]))
    assert moved.digest() != LAYOUT.digest()


def test_boxes_come_row_by_row_with_group_and_code():
    boxes = list(LAYOUT.pages[0].boxes())
    assert len(boxes) == 15 * 26
    assert [(box.group, box.code, box.row) for box in boxes[:6]] == [
        ("came", "P", 0),
        ("came", "L", 0),
        ("came", "E", 0),
        ("came", "A", 0),
        ("came", "+", 0),
        ("t1", "6", 0),
    ]
    assert (boxes[0].x, boxes[0].y, boxes[0].size) == (65.5, 55.8, 4.5)


def test_a_slots_area_follows_its_alignment():
    assert slot_area(Slot("x", 50.0, 20.0, 10.0, 10.0, align="right")).x1 == 40.0
    assert slot_area(Slot("x", 50.0, 20.0, 10.0, 10.0, align="centre")).x1 == 45.0
    turned = slot_area(Slot("x", 50.0, 20.0, 10.0, 10.0, turned=True))
    assert (turned.y1, turned.y2) == (10.0, 20.0)
    assert not Area(0, 0, 1, 1).meets(Area(1, 0, 2, 1))


def test_a_page_knows_its_slots():
    assert LAYOUT.pages[0].slot("title").size == 20.0
    assert LAYOUT.pages[0].slot("nothing") is None
