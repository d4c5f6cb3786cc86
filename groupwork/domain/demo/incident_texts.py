"""What happened in the demo centre, from resources/demo/incidents.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Say = Callable[[Any], str]
Day = Callable[..., date]


@dataclass(frozen=True)
class Named:
    """Somebody it is about, by code."""

    person: str
    part: str
    injury: str


@dataclass(frozen=True)
class Happened:
    """One entry in one language; `by` and `first_aider` are facilitators' codes, the latter may be empty."""

    kind: str
    activity: str
    at: datetime
    by: str
    place: str
    what: str
    done: str
    first_aid: str
    first_aider: str
    told: str
    to_do: str
    due: date | None
    closed: date | None
    people: tuple[Named, ...]


def read_incidents(table: Mapping[str, Any], day: Day, say: Say) -> tuple[Happened, ...]:
    """The entries as they are described; `day` gives the day of a week and weekday of the term."""
    return tuple(_read(each, day, say) for each in table["incidents"])


def _read(each: Mapping[str, Any], day: Day, say: Say) -> Happened:
    texts = {name: say(each[name]) for name in ("place", "what", "done", "first_aid", "told", "to_do")}
    return Happened(
        kind=each["kind"],
        activity=each["activity"],
        at=datetime.combine(day(**each["on"]), each["at"]),
        by=each["by"],
        first_aider=each["first_aider"],
        due=day(**each["due"]) if "due" in each else None,
        closed=day(**each["closed"]) if "closed" in each else None,
        people=tuple(Named(p["person"], p["part"], say(p["injury"])) for p in each["people"]),
        **texts,
    )
