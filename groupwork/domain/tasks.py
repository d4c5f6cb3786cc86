"""Tasks as done in a session: outcome and help level (DOMAIN.md "Tasks and help levels")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from groupwork.domain.ids import TaskId
from groupwork.errors import Refused
from groupwork.i18n import N_


class Outcome(StrEnum):
    """What became of a task for one person."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    NOT_OFFERED = "not_offered"


class NotDoneReason(StrEnum):
    """Why a task was not done."""

    DECLINED = "declined"
    UNWELL = "unwell"
    NO_TIME = "no_time"
    NOT_SUITABLE = "not_suitable"
    NOT_AVAILABLE = "not_available"


OUTCOME_LABELS: dict[Outcome, str] = {
    Outcome.DONE: N_("done"),
    Outcome.PARTLY: N_("partly done"),
    Outcome.NOT_DONE: N_("not done"),
    Outcome.NOT_OFFERED: N_("not offered"),
}
REASON_LABELS: dict[NotDoneReason, str] = {
    NotDoneReason.DECLINED: N_("declined"),
    NotDoneReason.UNWELL: N_("felt unwell"),
    NotDoneReason.NO_TIME: N_("no time"),
    NotDoneReason.NOT_SUITABLE: N_("not suitable"),
    NotDoneReason.NOT_AVAILABLE: N_("not available"),
}
HELP_LABELS: dict[int, str] = {
    6: N_("on own"),
    5: N_("set-up"),
    4: N_("prompting"),
    3: N_("some help"),
    2: N_("much help"),
    1: N_("done for"),
}
PAPER_LEVELS = (6, 4, 3, 0)
"""The four boxes on paper: on own, with prompts, with help, not done."""


@dataclass(frozen=True)
class TaskResult:
    """One person's result for one task. `level` 1–6 for done and partly, else None.

    `quantity` (how many pieces) and `minutes` go with done and partly too, where they are useful.
    """

    outcome: Outcome
    level: int | None = None
    reason: NotDoneReason | None = None
    quantity: int | None = None
    minutes: int | None = None

    @property
    def was_done(self) -> bool:
        """True for done and partly done: a level, a quantity and minutes may stand there."""
        return self.outcome in (Outcome.DONE, Outcome.PARTLY)

    def keeping(self, before: TaskResult | None) -> TaskResult:
        """This result with the quantity and minutes that were said before, where they may stay."""
        if before is None or not self.was_done or self.quantity is not None or self.minutes is not None:
            return self
        return replace(self, quantity=before.quantity, minutes=before.minutes)


@dataclass(frozen=True)
class TaskColumn:
    """A task of a session as the register and the sheet show it (soft hyphens kept)."""

    id: TaskId
    name: str
    activity_task: int | None = None


MAX_TASK_NAME = 120
MAX_TASKS = 40
MAX_QUANTITY, MAX_MINUTES = 9999, 1440


def words(result: TaskResult | None, text: Callable[[str], str]) -> str:
    """The result in words: "prompting", "partly done, some help", "not done: declined"."""
    if result is None:
        return text(N_("not recorded"))
    label = text(OUTCOME_LABELS[result.outcome])
    if result.outcome is Outcome.NOT_DONE and result.reason is not None:
        return f"{label}: {text(REASON_LABELS[result.reason])}"
    said = label
    if result.level is not None:
        level = text(HELP_LABELS[result.level])
        said = level if result.outcome is Outcome.DONE else f"{label}, {level}"
    return ", ".join([said, *made_words(result, text)])


def made_words(result: TaskResult, text: Callable[[str], str]) -> list[str]:
    """Quantity and minutes in words: "quantity 5", "20 min"; empty without either."""
    said = []
    if result.quantity is not None:
        said.append(text(N_("quantity {n}")).format(n=result.quantity))
    if result.minutes is not None:
        said.append(text(N_("{n} min")).format(n=result.minutes))
    return said


def checked(result: TaskResult) -> TaskResult:
    """The result itself when it may be stored; raises Refused when outcome, level and reason disagree."""
    if result.level is not None and not (result.was_done and 1 <= result.level <= 6):
        raise Refused(N_("A help level is 1 to 6 and goes only with done or partly done."))
    if result.reason is not None and result.outcome is not Outcome.NOT_DONE:
        raise Refused(N_("A reason goes only with “not done”."))
    _check_made(result)
    return result


def _check_made(result: TaskResult) -> None:
    if result.quantity is None and result.minutes is None:
        return
    if not result.was_done:
        raise Refused(N_("A quantity and minutes go only with done or partly done."))
    for value, most in ((result.quantity, MAX_QUANTITY), (result.minutes, MAX_MINUTES)):
        if value is not None and not 0 <= value <= most:
            raise Refused(N_("This must be a whole number from 0 to {most}."), most=most)


def checked_task_name(typed: str) -> str:
    """The name tidied: one line, blanks trimmed, soft hyphens kept; raises Refused."""
    name = " ".join(typed.split())
    if not name:
        raise Refused(N_("A task needs a name."))
    if len(name) > MAX_TASK_NAME:
        raise Refused(N_("A task's name may have up to {most} letters."), most=MAX_TASK_NAME)
    if not name.replace("\u00ad", "").isprintable():
        raise Refused(N_("This name has characters that cannot be shown. Please type it again."))
    return name
