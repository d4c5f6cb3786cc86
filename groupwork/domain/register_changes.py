"""What is to be changed on one register in one go, each fact with the words it was typed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from groupwork.domain.attendance import Mark, checked
from groupwork.domain.ids import ParticipantId
from groupwork.domain.mark_text import MarkFacts
from groupwork.domain.mark_times import Span
from groupwork.domain.tasks import TaskResult
from groupwork.errors import Refused, UserError
from groupwork.i18n import N_

SHOWN = 40


class Fact(StrEnum):
    """What can be said about one person on a register."""

    MARK = "mark"
    PARTICIPATION = "participation"
    MOOD_BEFORE = "mood_before"
    MOOD_AFTER = "mood_after"
    TASK = "task"


REFUSALS: dict[Fact, str] = {
    Fact.MARK: N_("{code}, mark “{typed}”: {why}"),
    Fact.PARTICIPATION: N_("{code}, taking part “{typed}”: {why}"),
    Fact.MOOD_BEFORE: N_("{code}, mood before “{typed}”: {why}"),
    Fact.MOOD_AFTER: N_("{code}, mood after “{typed}”: {why}"),
    Fact.TASK: N_("{code}, task “{task}”, “{typed}”: {why}"),
}
NEW_TASK = N_("New task “{typed}”: {why}")
NEW_PERSON = N_("New drop-in “{typed}”: {why}")
NEXT_TIME = N_("For next time, “{typed}”: {why}")
NOT_HELD = N_("Not held, “{typed}”: {why}")
RANGES: dict[Fact, tuple[int, int]] = {
    Fact.PARTICIPATION: (0, 4),
    Fact.MOOD_BEFORE: (1, 5),
    Fact.MOOD_AFTER: (1, 5),
}
"""Least and most of what is a number."""


@dataclass(frozen=True)
class MarkCells:
    """A mark edited in a table: None is a cell that was left empty, so what is there stays.

    `reason` and `told` are lines of text; "" takes them away.
    """

    mark: Mark | None = None
    reason: str | None = None
    told: str | None = None

    def on(self, now: Mark) -> Mark:
        """The mark that is meant where `now` stands. Raises Refused.

        What was said with another status goes, unless its cell was changed too.
        """
        if self.mark is None:
            whole = now
        elif self.mark.status is now.status:
            whole = replace(self.mark, reason=now.reason, told_at=now.told_at, planned=now.planned)
        else:
            whole = self.mark
        if self.reason is not None and self.reason != now.reason:
            whole = replace(whole, reason=self.reason)
        if self.told is not None and self.told != (now.told_at.isoformat() if now.told_at else ""):
            whole = replace(whole, told_at=_day(self.told))
        return checked(whole)


Value = MarkFacts | MarkCells | TaskResult | int | None


@dataclass(frozen=True)
class Setting:
    """One fact about one person, as typed and as understood. `task` is a name or a number as typed."""

    code: str
    fact: Fact
    typed: str
    value: Value
    task: str = ""

    def refusal(self, why: UserError) -> Refused:
        """The refusal that names the person, the fact and what was typed."""
        return refusal(self.code, self.fact, self.typed, why, self.task)

    def mark(self, now: Mark, span: Span) -> Mark:
        """The mark that is meant in a session of these times. Raises Refused."""
        value = self.value
        return value.on(now) if isinstance(value, MarkCells) else _facts(value).on(span)


class Decision(StrEnum):
    """What is said about the session as a whole."""

    HELD = "held"
    NOT_HELD = "not_held"
    REOPEN = "reopen"


@dataclass(frozen=True)
class Changes:
    """Everything to be changed. Drop-ins are known people; `new_people` are names of new ones."""

    settings: tuple[Setting, ...] = ()
    new_tasks: tuple[str, ...] = ()
    drop_ins: tuple[ParticipantId, ...] = ()
    new_people: tuple[str, ...] = ()
    taken_off: tuple[ParticipantId, ...] = ()
    """Walk-ins that are taken off the register."""
    decision: Decision | None = None
    reason: str = ""
    """Why the session was not held."""
    next_time: str | None = None
    """The line for next time; "" takes it away, None leaves it."""

    @property
    def count(self) -> int:
        """How many things are said."""
        lists = (self.settings, self.new_tasks, self.drop_ins, self.new_people, self.taken_off)
        return sum(map(len, lists)) + (self.decision is not None) + (self.next_time is not None)

    @property
    def only_marks(self) -> bool:
        """Whether nothing but marks is said."""
        return self.count == len(self.settings) and all(s.fact is Fact.MARK for s in self.settings)

    def of(self, *facts: Fact) -> tuple[Setting, ...]:
        """The settings of these facts, in the order they were given."""
        return tuple(each for each in self.settings if each.fact in facts)


def parse_number(fact: Fact, typed: str) -> int | None:
    """How much somebody took part, or a face; None for `-` or `clear`. Raises Refused."""
    least, most = RANGES[fact]
    text = typed.strip()
    if text.lower() in ("-", "–", "clear"):
        return None
    if text.isascii() and text.isdigit() and len(text) == 1 and least <= int(text) <= most:
        return int(text)
    raise Refused(
        N_("This is a number from {least} to {most}, or - for not recorded."), least=least, most=most
    )


def refusal(code: str, fact: Fact, typed: str, why: UserError, task: str = "") -> Refused:
    """See `Setting.refusal`."""
    words = {"code": shown(code), "typed": shown(typed), "why": why}
    return Refused(REFUSALS[fact], **words | ({"task": shown(task)} if fact is Fact.TASK else {}))


def shown(typed: str) -> str:
    """A typed text as it may stand in a sentence: short and printable."""
    clean = "".join(c if c.isprintable() else "�" for c in typed[: SHOWN + 1].strip())
    return clean if len(clean) <= SHOWN else clean[: SHOWN - 1] + "…"


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(N_("“{typed}” is not a day like 2026-11-16."), typed=shown(text)) from None


def _facts(value: Value) -> MarkFacts:
    if not isinstance(value, MarkFacts):
        raise TypeError("a mark is said as MarkFacts or MarkCells")
    return value
