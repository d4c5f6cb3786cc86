"""The weekdays agreed with the people of the demo: those on which they have a group, as long as they have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import NamedTuple

from groupwork.domain.demo.book import Book


class AgreedDay(NamedTuple):
    """Table agreed_day."""

    id: int
    participant_id: int
    weekday: int
    from_date: str
    to_date: str | None


def agreed_rows(book: Book) -> Iterator[AgreedDay]:
    """One line for each person and weekday, from the first such group to the last one's end."""
    spans: dict[tuple[int, int], tuple[date, date | None]] = {}
    for number, members in book.members.items():
        weekday = book.script.groups[number - 1].weekday
        for member in members:
            key = (book.people[member.person.code], weekday)
            first, last = spans.get(key, (member.first, member.last))
            ends = (last, member.last)
            until = None if None in ends else max(end for end in ends if end is not None)
            spans[key] = (min(first, member.first), until)
    ids = count(1)
    for (person, weekday), (first, last) in sorted(spans.items(), key=lambda item: item[0]):
        yield AgreedDay(next(ids), person, weekday, first.isoformat(), last.isoformat() if last else None)
