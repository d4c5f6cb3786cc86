"""How people and tasks become pages, and the digests of what was published."""

import pytest

from groupwork.domain.layout_session import deal_people, deal_tasks, session_layout
from groupwork.errors import Refused

GOLDEN = {
    "A4 normal 12 5": "7bcb68ef42f6",
    "A4 normal 12 3": "f37e71aec70e",
    "A4 normal 4 2": "24c7158a4c1d",
    "A4 normal 20 3": "b2fcc233ca22",
    "A4 normal 20 2": "2c8421f17546",
    "A4 normal 14 0": "c62b58a13152",
    "A4 normal 22 0 mood": "10ab766d0934",
    "A4 normal 60 0": "54eee54e1036",
    "A4 normal 12 8": "0bdaab1a0fa4",
    "Letter normal 12 4": "da399b6f7e7c",
    "Letter normal 20 0": "37caa777d0fa",
    "A4 large 6 3": "710733328b0c",
    "A4 large 11 0": "f3ad745e26be",
    "Letter large 6 2": "5ea18ebc3681",
}
"""First bytes of the digest of each published layout. A change here needs a new version."""


def people_on(layout):
    return [sum(not row.drop_in for row in page.rows) for page in layout.pages]


def landscape(layout):
    return layout.width > layout.height


@pytest.mark.parametrize(
    ("people", "tasks", "flat", "pages"),
    [
        (6, 5, True, [6]), (12, 5, True, [12]), (12, 1, True, [12]),
        (20, 3, True, [10, 10]), (22, 5, True, [11, 11]), (26, 3, True, [14, 12]), (60, 3, True, [12] * 5),
        (20, 1, False, [20]), (20, 2, False, [20]),
        (1, 0, False, [1]), (22, 0, False, [22]), (23, 0, False, [12, 11]), (60, 0, False, [20] * 3),
        (12, 6, True, [12, 12]), (12, 11, True, [12, 12]),
    ],
)  # fmt: skip
def test_the_form_for_so_many(people, tasks, flat, pages):
    layout = session_layout(people, tasks)
    assert (landscape(layout), people_on(layout)) == (flat, pages)
    assert sum(row.drop_in for row in layout.pages[-1].rows) == layout.drop_ins == (3 if flat else 4)


def test_the_measures_of_the_published_landscape_sheet():
    page = session_layout(12, 5).pages[0]
    columns = {(column.group, column.code): column.x for column in page.columns}
    assert (columns["came", "P"], columns["t1", "6"], columns["t5", "0"], columns["note", "note"]) == (
        65.5, 114.5, 256.3, 265.3,
    )  # fmt: skip
    assert (page.rows[0].y, page.pitch, page.rules[-1].y1) == (55.8, 8.6, 180.5)
    assert page.squares[0] == (286.5, 10.5)


def test_rows_grow_when_there_are_few_people():
    pitches = [session_layout(n, 3).pages[0].pitch for n in (1, 4, 6, 9, 12)]
    assert pitches == sorted(pitches, reverse=True)
    assert (pitches[0], pitches[-1]) == (15.0, 8.6)


@pytest.mark.parametrize(("paper", "people"), [("A4", 22), ("Letter", 20)])
def test_the_upright_register_is_full_at_8_5(paper, people):
    layout = session_layout(people, 0, paper=paper)
    assert (len(layout.pages), layout.pages[0].pitch) == (1, 8.5)


def test_letter_takes_four_tasks_and_higher_rows():
    assert [page.tasks for page in session_layout(12, 5, paper="Letter").pages] == [(0, 1, 2), (3, 4)]
    page = session_layout(12, 4, paper="Letter").pages[0]
    assert (page.tasks, page.pitch) == ((0, 1, 2, 3), 9.0)


def test_more_tasks_go_to_pages_without_the_attendance():
    first, second = session_layout(12, 8).pages
    assert (first.tasks, second.tasks) == ((0, 1, 2, 3), (4, 5, 6, 7))
    assert {column.group for column in second.columns} == {"t5", "t6", "t7", "t8", "note"}
    assert [row.index for row in first.rows] == [row.index for row in second.rows]


def test_large_print_has_larger_boxes_and_fewer_rows():
    page = session_layout(6, 3, large=True).pages[0]
    assert (page.box, page.frame, len(page.rows)) == (6.0, 0.3, 8)
    assert page.columns[1].x - page.columns[0].x == 9.0
    assert people_on(session_layout(12, 3, large=True)) == [6, 6]


def test_a_mood_session_has_five_faces():
    for tasks in (0, 3):
        groups = [column.group for column in session_layout(10, tasks, mood=True).pages[0].columns]
        assert groups.count("mood") == 5


def test_a_record_copy_has_no_codes_and_no_squares():
    for page in session_layout(12, 5, record=True).pages:
        assert not page.codes
        assert not page.squares
        assert page.slot("how") is None


def test_too_many_are_refused_in_words():
    for people, tasks, words in ((61, 0, "61 people"), (5, 31, "31 tasks"), (60, 30, "16 pages")):
        with pytest.raises(Refused, match=words):
            session_layout(people, tasks)


@pytest.mark.parametrize("people", range(61))
def test_people_are_dealt_completely_and_never_too_many(people):
    for rows, drop_ins in ((15, 3), (26, 4), (8, 2)):
        pages = deal_people(people, rows, drop_ins)
        assert sum(count for _start, count, _free in pages) == people
        assert all(count + free <= rows for _start, count, free in pages)
        assert [free for _start, _count, free in pages[:-1]] == [0] * (len(pages) - 1)


@pytest.mark.parametrize("tasks", range(31))
def test_tasks_are_dealt_completely_and_in_order(tasks):
    for first, more in ((5, 6), (4, 6), (3, 4), (0, 4)):
        pages = deal_tasks(tasks, first, more)
        assert [task for page in pages for task in page] == list(range(tasks))
        assert len(pages[0]) <= first
        assert all(len(page) <= more for page in pages[1:])


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("mood", [False, True])
def test_every_form_keeps_the_rules(paper, large, mood):
    """`session_layout` checks each layout it makes; here nearly all of them."""
    for people in (0, 1, 6, 7, 12, 13, 22, 23) + ((45,) * (not large)):
        for tasks in (0, 1, 2, 3, 5):
            layout = session_layout(people, tasks, paper=paper, large=large, mood=mood)
            assert len(layout.pages) <= 16


@pytest.mark.parametrize("name", GOLDEN)
def test_a_published_layout_never_changes(name):
    paper, size, people, tasks, *rest = name.split()
    layout = session_layout(int(people), int(tasks), paper=paper, large=size == "large", mood="mood" in rest)
    assert layout.digest()[:6].hex() == GOLDEN[name]
