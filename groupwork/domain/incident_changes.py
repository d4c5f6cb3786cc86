"""What was changed in an incident's entry: when, by whom, and what stood there before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from groupwork.domain.incidents import KIND_LABELS, PART_LABELS, IncidentKind, PersonPart
from groupwork.i18n import N_

FIELDS: dict[str, str] = {
    "kind": N_("What kind"),
    "date": N_("Day"),
    "time": N_("Time"),
    "place": N_("Where"),
    "what": N_("What happened"),
    "people": N_("Who it is about"),
    "first_aid": N_("First aid"),
    "first_aider": N_("First aid by"),
    "done": N_("What was done at once"),
    "told": N_("Who was told, and when"),
    "to_do": N_("Still to be done"),
    "to_do_by": N_("By when"),
    "reported_by": N_("Written down by"),
}
"""Gettext source texts by field, in the order of the form."""
DAYS = ("date", "to_do_by")
Stored = Mapping[str, object]
"""A row's columns as the journal keeps them."""


class Act(StrEnum):
    """What somebody did with the entry."""

    WRITTEN = "written"
    CHANGED = "changed"
    CLOSED = "closed"
    REOPENED = "reopened"
    TAKEN_BACK = "taken_back"
    """Undo or redo."""


ACT_LABELS: dict[Act, str] = {
    Act.WRITTEN: N_("Written down"),
    Act.CHANGED: N_("Changed"),
    Act.CLOSED: N_("Entry closed"),
    Act.REOPENED: N_("Entry opened again"),
    Act.TAKEN_BACK: N_("A change was taken back"),
}


@dataclass(frozen=True)
class Line:
    """One field before and after, as stored: words, ISO days, codes; empty for nothing.

    Of somebody named in the entry: `person`, and "part" or "part: injury" on either side.
    """

    field: str
    before: str
    after: str
    person: str = ""


@dataclass(frozen=True)
class Change:
    """One thing done to the entry. `by` is empty where nobody is known; `lost`: its words were erased."""

    at: dt.datetime
    """Local wall time."""
    by: str
    act: Act
    lines: tuple[Line, ...] = ()
    lost: bool = False


def field_lines(before: Stored, after: Stored) -> tuple[Line, ...]:
    """The fields of the form that differ, in its order."""
    pairs = ((name, _text(before.get(name)), _text(after.get(name))) for name in FIELDS)
    return tuple(Line(name, old, new) for name, old, new in pairs if old != new)


def person_line(name: str, before: Stored | None, after: Stored | None) -> Line | None:
    """What changed about one person named in the entry; None for nothing that one could read."""
    old, new = _part(before), _part(after)
    return Line("people", old, new, name) if old != new else None


def value_words(field: str, stored: str, text: Callable[[str], str], day: Callable[[dt.date], str]) -> str:
    """What stood in a field, in words of a language: `text` translates, `day` says a date."""
    if not stored:
        return text(N_("nothing"))
    if field == "kind":
        return text(KIND_LABELS[IncidentKind(stored)])
    if field == "people":
        part, _colon, injury = stored.partition(":")
        said = text(PART_LABELS[PersonPart(part)])
        return f"{said}: {injury}" if injury else said
    return day(dt.date.fromisoformat(stored)) if field in DAYS else stored


def _part(row: Stored | None) -> str:
    if row is None:
        return ""
    injury = _text(row.get("injury"))
    return f"{row['part']}:{injury}" if injury else str(row["part"])


def _text(value: object) -> str:
    return "" if value is None else str(value)
