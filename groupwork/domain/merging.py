"""Two records of one person made one: what is kept, what is taken over, what somebody has to choose.

Nothing recorded is thrown away silently: a recorded mark wins over a blank one, and where both have
something different the choice decides, without one the kept record's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import SessionId
from groupwork.domain.people import PersonBrief
from groupwork.i18n import N_

NAME_FIELDS = ("given", "family", "family_first", "called", "full", "rest", "sort_name")
"""Columns that together are the name: they are kept or taken over as one."""
OTHER_FIELDS = (
    "native",
    "pronunciation",
    "birth_date",
    "language",
    "speaks",
    "interpreter",
    "print_language",
    "phone",
    "email",
    "address",
    "note",
    "key_worker",
)
FIELD_LABELS: dict[str, str] = {
    "name": N_("Name"),
    "native": N_("Name in own script"),
    "pronunciation": N_("Said like"),
    "birth_date": N_("Date of birth"),
    "language": N_("Language"),
    "speaks": N_("Speaks"),
    "interpreter": N_("Needs an interpreter"),
    "print_language": N_("Language of their sheets"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "address": N_("Address"),
    "note": N_("Note"),
    "key_worker": N_("Key worker"),
}


class Fate(StrEnum):
    """What becomes of one thing both records may have."""

    SAME = "same"
    KEPT = "kept"
    TAKEN = "taken"
    """Only the duplicate has it: taken over."""
    CONFLICT = "conflict"
    """Both have something different: somebody chooses."""


class Why(StrEnum):
    """Why two records may be one person, the surest first."""

    NAME_AND_BIRTH = "name_and_birth"
    NAME = "name"
    BIRTH = "birth"
    FIRST_NAME = "first_name"
    TWO_BIRTHS = "two_births"


WHY_LABELS: dict[Why, str] = {
    Why.NAME_AND_BIRTH: N_("Same name and date of birth"),
    Why.NAME: N_("Same name, a date of birth is missing"),
    Why.BIRTH: N_("Same date of birth, similar name"),
    Why.FIRST_NAME: N_("Same first name, nothing more is known of one of them"),
    Why.TWO_BIRTHS: N_("Same name, but two dates of birth: perhaps two people"),
}


@dataclass(frozen=True)
class Likely:
    """Two people who may be one; `first` is the older record."""

    first: PersonBrief
    second: PersonBrief
    why: Why


@dataclass(frozen=True)
class MergeField:
    """One field of the two records. Values are as stored; a key worker is their name."""

    field: str
    keep: str | bool | date | None
    drop: str | bool | date | None
    fate: Fate


@dataclass(frozen=True)
class MarkPair:
    """One session on whose register both stand, and what becomes of it without another choice."""

    session: SessionId
    date: date
    title: str
    keep: Mark
    drop: Mark
    fate: Fate


@dataclass(frozen=True)
class MergePreview:
    """What a merge will do. `moved` counts the duplicate's rows by table, with those both have."""

    keep: PersonBrief
    drop: PersonBrief
    fields: tuple[MergeField, ...]
    marks: tuple[MarkPair, ...]
    sessions: int
    """Sessions of the duplicate alone: they move."""
    moved: Mapping[str, int]

    @property
    def open(self) -> int:
        """How many choices there are to make."""
        fates = (*(each.fate for each in self.fields), *(each.fate for each in self.marks))
        return fates.count(Fate.CONFLICT)


@dataclass(frozen=True)
class MergeChoices:
    """Where both have something: the fields and the sessions for which the duplicate's counts."""

    fields: frozenset[str] = frozenset()
    sessions: frozenset[SessionId] = frozenset()


@dataclass(frozen=True)
class Stretch:
    """A row that holds from a day to a day, both inclusive; `last` None: open."""

    id: int
    first: date
    last: date | None
    kept: bool = True
    """False for a row of the duplicate."""

    @property
    def until(self) -> date:
        """The last day; an open one ends with time."""
        return self.last or date.max


@dataclass(frozen=True)
class Joined:
    """One stretch out of several: `into` stays with these days, `gone` are those it swallowed."""

    into: int
    first: date
    last: date | None
    gone: tuple[int, ...] = field(default=())
    last_one: int = 0
    """The row whose end it has: its reason for ending counts."""


def field_fate(keep: object, drop: object) -> Fate:
    """What becomes of a field; empty words, no date and a plain "no" are nothing."""
    if keep == drop:
        return Fate.SAME
    if not drop:
        return Fate.KEPT
    return Fate.TAKEN if not keep else Fate.CONFLICT


def mark_fate(keep: Mark, drop: Mark) -> Fate:
    """Which of two marks of one session counts: recorded before filled in ahead before not recorded.

    A walk-in on one record is the same as present on the other: the person was there once.
    """
    ours, theirs = _weight(keep), _weight(drop)
    if ours != theirs:
        return Fate.KEPT if ours > theirs else Fate.TAKEN
    if ours < 2 or _said(keep) == _said(drop):
        return Fate.SAME
    return Fate.CONFLICT


def joined_mark(keep: Mark, drop: Mark, *, take_drop: bool) -> Mark:
    """The one mark of both; somebody who was expected and came is present, no walk-in."""
    winner, other = (drop, keep) if take_drop else (keep, drop)
    if winner.status is Status.WALK_IN and other.status is not Status.WALK_IN:
        return replace(winner, status=Status.PRESENT)
    return winner


def join(stretches: Sequence[Stretch]) -> tuple[Joined, ...]:
    """Stretches that overlap as one, each under the kept record's row where there is one."""
    runs: list[list[Stretch]] = []
    end = date.min
    for each in sorted(stretches, key=lambda s: (s.first, s.until, s.id)):
        if runs and each.first <= end:
            runs[-1].append(each)
        else:
            runs.append([each])
            end = each.until
        end = max(end, each.until)
    return tuple(_one(run) for run in runs)


def _one(run: Sequence[Stretch]) -> Joined:
    into = next((each for each in run if each.kept), run[0])
    latest = max(run, key=lambda s: (s.until, s.kept))
    gone = tuple(each.id for each in run if each.id != into.id)
    return Joined(into.id, min(each.first for each in run), latest.last, gone, latest.id)


def _weight(mark: Mark) -> int:
    if mark.status is None:
        return 0
    return 1 if mark.planned else 2


def _said(mark: Mark) -> tuple[object, ...]:
    status = Status.PRESENT if mark.status is Status.WALK_IN else mark.status
    return status, mark.late_min, mark.early_min, mark.minutes


def others_first(marks: Iterable[MarkPair], choices: MergeChoices) -> frozenset[SessionId]:
    """The sessions in which the duplicate's mark counts: because ours is weaker, or by choice."""
    return frozenset(
        pair.session
        for pair in marks
        if pair.fate is Fate.TAKEN or (pair.fate is Fate.CONFLICT and pair.session in choices.sessions)
    )
