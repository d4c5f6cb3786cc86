"""Who waits for a place in a group of the demo centre."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from groupwork.domain.demo import rows
from groupwork.domain.demo.script import Group, Wait, Weeks

if TYPE_CHECKING:
    from groupwork.domain.demo.book import Book


def waits(table: Mapping[str, Any], weeks: Weeks, say: Callable[[Any], str]) -> tuple[Wait, ...]:
    """The waiting lists as they are described."""
    return tuple(
        Wait(
            entry["person"],
            entry["group"],
            weeks.day(**entry["since"]),
            weeks.day(**entry["ended"]) if "ended" in entry else None,
            entry.get("outcome", ""),
            say(entry["words"]),
        )
        for entry in table["waiting"]
    )


def waiting_rows(book: Book, today: date) -> Iterator[rows.Waiting]:
    """The rows as they are known on a day: nobody waits, or has a place, before it came to that."""
    groups, ids = book.script.groups, count(1)
    for wait in book.script.waiting:
        if wait.since > today:
            continue
        over = wait.ended is not None and wait.ended <= today
        yield rows.Waiting(
            next(ids),
            _group(groups, wait.group),
            book.people[wait.person],
            wait.since.isoformat(),
            wait.words,
            wait.ended.isoformat() if wait.ended is not None and over else None,
            wait.outcome if over else "",
        )


def _group(groups: Sequence[Group], code: str) -> int:
    activity, _, weekday = code.partition("-")
    return next(
        n for n, g in enumerate(groups, start=1) if (g.activity, g.weekday) == (activity, int(weekday))
    )
