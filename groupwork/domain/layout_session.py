"""Which form a session sheet takes, and its pages: how people and tasks are dealt out.

The geometry itself is in `layout_grid`. Rules and numbers: look/SHEETS.md §6 and §7. Never smaller boxes,
never a second column of people: more of either goes to further pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from groupwork.domain.layout import Layout, check
from groupwork.domain.layout_grid import Form, Share, lay_out
from groupwork.domain.layout_sizes import LARGE, NORMAL, PAPERS
from groupwork.domain.payload import MAX_PAGES
from groupwork.errors import Refused
from groupwork.i18n import N_

MOST_PEOPLE = 60
MOST_TASKS = 30
PORTRAIT_FROM, PORTRAIT_TO = 13, 22
VERSION = 1


@dataclass(frozen=True)
class _Deal:
    """How much goes on a page: rows, drop-in rows, tasks beside the attendance, tasks without it."""

    rows: int
    drop_ins: int
    first_tasks: int
    more_tasks: int


_PORTRAIT = {("A4", False): 26, ("Letter", False): 24, ("A4", True): 13, ("Letter", True): 12}
_TASKS = {("A4", False): 5, ("Letter", False): 4, ("A4", True): 3, ("Letter", True): 2}
_MORE_TASKS = {("A4", False): 6, ("Letter", False): 6, ("A4", True): 4, ("Letter", True): 4}
_MOOD_TAKES = 2
"""Five faces need the room of a task and a piece of the signature column."""


@lru_cache(128)
def session_layout(
    people: int,
    tasks: int,
    *,
    paper: str = "A4",
    large: bool = False,
    mood: bool = False,
    record: bool = False,
) -> Layout:
    """The layout for so many people and tasks.

    `paper` "A4" or "Letter"; `large` the large-print variant; `mood` adds five faces; `record` is the
    record copy, without codes and squares. Raises Refused for more than one sheet can hold.
    """
    if people > MOST_PEOPLE:
        raise Refused(N_("{n} people are too many for one sheet; please make groups."), n=people)
    if tasks > MOST_TASKS:
        raise Refused(N_("{n} tasks are too many for one sheet; please choose at most 30."), n=tasks)
    upright = _upright(people, tasks, large, mood)
    deal = _deal(tasks, paper, large, mood and not upright, upright)
    shares = [
        share
        for rows in deal_people(people, deal.rows, deal.drop_ins)
        for share in _shares(rows, deal_tasks(tasks, deal.first_tasks, deal.more_tasks), mood)
    ]
    if len(shares) > MAX_PAGES:
        raise Refused(N_("So many people and tasks need more than 16 pages; please choose fewer tasks."))
    width, height = PAPERS[paper] if upright else PAPERS[paper][::-1]
    rows = max(share.people + share.drop_ins for share in shares)
    form = Form(width, height, upright, LARGE if large else NORMAL, record, rows)
    pages = tuple(lay_out(form, share, number + 1) for number, share in enumerate(shares))
    kind = "session" if tasks else "register"
    return check(Layout(kind, VERSION, paper, width, height, people, deal.drop_ins, pages))


def _upright(people: int, tasks: int, large: bool, mood: bool) -> bool:
    """Portrait: without tasks always; with one or two for 13 to 22 people."""
    if not tasks:
        return True
    return PORTRAIT_FROM <= people <= PORTRAIT_TO and not large and tasks <= (0 if mood else 2)


def _deal(tasks: int, paper: str, large: bool, mood: bool, upright: bool) -> _Deal:
    if upright:
        rows = _PORTRAIT[paper, large]
        return _Deal(rows, 2 if large else 4, max(tasks, 1), 1)
    first = _TASKS[paper, large] - (_MOOD_TAKES if mood else 0)
    return _Deal(8 if large else 15, 2 if large else 3, max(first, 0), _MORE_TASKS[paper, large])


def deal_people(people: int, rows: int, drop_ins: int) -> list[tuple[int, int, int]]:
    """Pages as (first index, people, drop-in rows): balanced, drop-ins on the last."""
    pages = max(1, -(-(people + drop_ins) // rows))
    last = min(people // pages, rows - drop_ins)
    counts = [last]
    for left in range(pages - 1, 0, -1):
        counts.insert(0, -(-(people - sum(counts)) // left))
    counts[:-1] = sorted(counts[:-1], reverse=True)
    starts = [sum(counts[:at]) for at in range(pages)]
    return [
        (start, count, drop_ins if at == pages - 1 else 0)
        for at, (start, count) in enumerate(zip(starts, counts, strict=True))
    ]


def deal_tasks(tasks: int, first: int, more: int) -> list[tuple[int, ...]]:
    """Task numbers (from 0) per page: as few pages as can be, alike."""
    pages = 1 if tasks <= first else 1 + -(-(tasks - first) // more)
    out: list[tuple[int, ...]] = []
    at = 0
    for page in range(pages):
        room = first if page == 0 else more
        count = min(room, -(-(tasks - at) // (pages - page)))
        out.append(tuple(range(at, at + count)))
        at += count
    return out


def _shares(rows: tuple[int, int, int], tasks: list[tuple[int, ...]], mood: bool) -> list[Share]:
    start, people, drop_ins = rows
    return [
        Share(start, people, drop_ins, numbers, attendance=at == 0, mood=mood and at == 0)
        for at, numbers in enumerate(tasks)
    ]
