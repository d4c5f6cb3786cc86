"""Who stayed away in the demo centre, and what was tried to reach them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from groupwork.domain.demo.followed import Followed, Tried

if TYPE_CHECKING:
    from groupwork.domain.demo.book import Book
    from groupwork.domain.demo.script import Weeks


class FollowUp(NamedTuple):
    """Table follow_up."""

    id: int
    participant_id: int
    opened: str
    first_day: str
    owner_id: int | None
    next_date: str | None
    closed: str | None
    outcome: str
    words: str


class FollowUpCall(NamedTuple):
    """Table follow_up_call."""

    id: int
    follow_up_id: int
    at: str
    by: str
    way: str
    result: str
    words: str


def followed(table: Mapping[str, Any], weeks: Weeks, say: Callable[[Any], str]) -> tuple[Followed, ...]:
    """The follow-ups as they are described."""
    return tuple(
        Followed(
            person=entry["person"],
            opened=weeks.day(**entry["opened"]),
            first_day=weeks.day(**entry["first_day"]),
            owner=entry["owner"],
            closed=weeks.day(**entry["closed"]),
            outcome=entry["outcome"],
            words=say(entry["words"]),
            calls=tuple(_tried(call, weeks, say) for call in entry["calls"]),
        )
        for entry in table["follow_ups"]
    )


def follow_up_rows(book: Book, now: datetime, recorded_to: date) -> Iterator[FollowUp | FollowUpCall]:
    """The rows as they are known at a moment, once the mark that opens one is recorded."""
    zone, staff = ZoneInfo(book.script.time_zone), {each.code: each for each in book.script.staff}
    sign_ins = {code: number for number, code in enumerate(staff, start=1)}
    ids, calls = count(1), count(1)
    for each in book.script.follow_ups:
        if each.opened > recorded_to:
            continue
        made = [call for call in each.calls if call.at <= now]
        over = each.closed <= now.date()
        yield FollowUp(
            id=next(ids),
            participant_id=book.people[each.person],
            opened=each.opened.isoformat(),
            first_day=each.first_day.isoformat(),
            owner_id=sign_ins[each.owner] if made else None,
            next_date=made[-1].next_date.isoformat() if made else None,
            closed=each.closed.isoformat() if over else None,
            outcome=each.outcome if over else "",
            words=each.words if over else "",
        )
    for number, each in enumerate((f for f in book.script.follow_ups if f.opened <= recorded_to), start=1):
        for call in each.calls:
            if call.at <= now:
                at = call.at.replace(tzinfo=zone).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
                name = staff[call.by].name
                yield FollowUpCall(next(calls), number, at, name, call.way, call.result, call.words)


def _tried(call: Mapping[str, Any], weeks: Weeks, say: Callable[[Any], str]) -> Tried:
    at = datetime.combine(weeks.day(**call["on"]), call["at"])
    return Tried(at, call["by"], call["way"], call["result"], say(call["words"]), weeks.day(**call["next"]))
