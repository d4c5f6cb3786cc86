"""Search anything: people, groups, sessions and days by what is typed. Nothing of it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from groupwork.domain.dates_in_words import days_in
from groupwork.domain.ids import ActivityId, GroupId, ParticipantId, SessionId
from groupwork.domain.people import PersonName
from groupwork.domain.search import search_key, typed_words
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_search as reads

BACK, AHEAD = timedelta(days=45), timedelta(days=60)
"""Days around today whose sessions are found by the name of their activity."""
BY_OTHER = 3
"""The rank of what is found by another name than its own: a session with a title by its activity."""
_CODE_TYPED = re.compile(r"[A-Za-z]\d{0,9}")


class HitKind(StrEnum):
    """What was found, in the order it is shown."""

    PERSON = "person"
    GROUP = "group"
    ACTIVITY = "activity"
    SESSION = "session"
    DATE = "date"


@dataclass(frozen=True)
class Spot:
    """A session that a hit leads to."""

    id: SessionId
    date: date
    start: time
    end: time
    title: str


@dataclass(frozen=True)
class Hit:
    """One thing found. `spot` is the session it leads to, `coming` whether that is still to come.

    `name` is a person's; `category` an activity's code; `weekday` (Monday 0), `start`, `end` and `place` of
    a group or session; `day` with `week` for a date.
    """

    kind: HitKind
    title: str = ""
    name: PersonName | None = None
    code: str = ""
    category: str = ""
    weekday: int | None = None
    start: time | None = None
    end: time | None = None
    place: str = ""
    spot: Spot | None = None
    coming: bool = False
    held: bool = True
    """False for a session that was called off."""
    day: date | None = None
    week: bool = False
    activity: ActivityId | None = None
    """The activity of a group or session, or itself."""
    person: ParticipantId | None = None
    group: GroupId | None = None
    """The group that was found."""


@allowed(Right.READ)
def search(desk: Desk, typed: str, limit: int = 4) -> tuple[Hit, ...]:
    """At most `limit` hits of each kind: people, groups, activities without one, sessions, dates.

    Folded as people are found: any script, no accents, beginnings of words first. Two SELECTs, none when
    no word was typed. Sessions are those nearest to today.
    """
    words = typed_words(typed)
    found: list[Hit] = []
    if words:
        found += _people(desk, words, typed, limit)
        found += _named(desk, words, limit)
    found += [Hit(HitKind.DATE, day=f.day, week=f.week) for f in days_in(typed, desk.today, limit)]
    return tuple(found)


def _people(desk: Desk, words: tuple[str, ...], typed: str, limit: int) -> list[Hit]:
    code = typed.strip().upper()
    code = code if _CODE_TYPED.fullmatch(code) else ""
    return [
        Hit(
            HitKind.PERSON,
            title=row[3],
            name=PersonName(row[2], row[3], row[4], row[5]),
            code=row[1],
            spot=_spot(row[7:12]) or _spot(row[12:17]),
            coming=row[7] is not None,
            person=ParticipantId(row[0]),
        )
        for row in reads.people(
            desk.store.db, words, code, desk.now, limit, ended_too=desk.may(Right.RECORDS)
        )
    ]


def _named(desk: Desk, words: tuple[str, ...], limit: int) -> list[Hit]:
    rows = reads.named(desk.store.db, desk.now, desk.today - BACK, desk.today + AHEAD)
    ranks = {names: _rank(*names, words) for names in {(row[2], row[3]) for row in rows}}
    matching = sorted(
        ((rank, row) for row in rows if (rank := ranks[row[2], row[3]]) is not None), key=lambda pair: pair[0]
    )
    found = [(rank, row) for rank, row in matching if row[0] == "g"]
    groups = [row for rank, row in found if rank < BY_OTHER] or [row for _how, row in found]
    running = {row[5] for _how, row in found}
    activities = [row for _how, row in matching if row[0] == "a" and row[5] not in running]
    sessions = sorted(
        ((rank == BY_OTHER, _nearness(row, desk.now), row) for rank, row in matching if row[0] == "s"),
        key=lambda each: each[:2],
    )
    return [
        *(_group(row, HitKind.GROUP) for row in groups[:limit]),
        *(_group(row, HitKind.ACTIVITY) for row in activities[:limit]),
        *(_session(row, desk.now) for _other, _near, row in sessions[:limit]),
    ]


def _rank(name: str, other: str, words: tuple[str, ...]) -> int | None:
    """How well a name answers, 0 best; BY_OTHER when only its other name does; None when neither."""
    own = _answer(search_key([name]), words)
    if own is not None:
        return own
    return BY_OTHER if _answer(search_key([name, other]), words) is not None else None


def _answer(key: str, words: tuple[str, ...]) -> int | None:
    """0 when the name begins with the first word, 1 when each word begins one of its words, 2 inside a word.

    None when a word is missing, or is of less than three letters and only inside: "li" is in too many.
    """
    kept = words[: reads.WORDS]
    begins = [f" {word}" in key for word in kept]
    if not all(begun or (len(word) > 2 and word in key) for word, begun in zip(kept, begins, strict=True)):
        return None
    if not all(begins):
        return 2
    return int(not key.startswith(f" {kept[0]}"))


def _nearness(row: tuple[Any, ...], now: datetime) -> tuple[int, bool, float]:
    """Days from today; of one day what runs or comes before what is over, the nearest first."""
    begin = datetime.fromisoformat(f"{row[10]}T{row[7]}")
    end = datetime.fromisoformat(f"{row[10]}T{row[8]}")
    over = end <= now
    away = now - end if over else max(begin - now, timedelta())
    return abs((begin.date() - now.date()).days), over, away.total_seconds()


def _group(row: tuple[Any, ...], kind: HitKind) -> Hit:
    coming = _spot((*row[12:16], row[2]))
    return Hit(
        kind,
        title=row[2],
        category=row[4],
        weekday=row[6],
        start=_time(row[7]),
        end=_time(row[8]),
        place=row[9] or "",
        spot=coming or _spot((*row[16:20], row[2])),
        coming=coming is not None,
        activity=ActivityId(row[5]),
        group=GroupId(row[1]) if kind is HitKind.GROUP else None,
    )


def _session(row: tuple[Any, ...], now: datetime) -> Hit:
    spot = _spot((row[1], row[10], row[7], row[8], row[2]))
    return Hit(
        HitKind.SESSION,
        title=row[2],
        category=row[4],
        start=_time(row[7]),
        end=_time(row[8]),
        place=row[9] or "",
        spot=spot,
        coming=spot is not None and datetime.combine(spot.date, spot.end) > now,
        held=row[11] != "not_held",
    )


def _time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def _spot(row: tuple[Any, ...]) -> Spot | None:
    id_, day, start, end, title = row
    if id_ is None:
        return None
    return Spot(
        SessionId(id_), date.fromisoformat(day), time.fromisoformat(start), time.fromisoformat(end), title
    )
