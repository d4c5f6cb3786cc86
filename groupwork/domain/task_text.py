"""Task results as text for the command line and its tables: `5`, `4~#3@20`, `0:declined`, `-`.

The same in every language, as the marks of `mark_text` are; stored codes are understood too.
"""

from __future__ import annotations

import re

from groupwork.domain.ids import TaskId
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskColumn, TaskResult, checked
from groupwork.domain.text import fold
from groupwork.errors import Refused
from groupwork.i18n import N_

CLEAR = "clear"
"""Takes a result away: `-` means "not offered" here."""
SOFT_HYPHEN = "\u00ad"
_DONE = re.compile(r"(?:([1-6])(~?)|(done|partly))\s*(?:#(\d{1,5}))?\s*(?:@(\d{1,5}))?", re.ASCII)
_NOT_DONE = re.compile(r"(?:0|not_done)(?:\s*:\s*(\w+))?", re.ASCII)
_REASONS = {reason.value: reason for reason in NotDoneReason}
NOT_A_RESULT = N_(
    "A result is a help level from 6 to 1, with ~ for partly, #3 for a quantity and @20 for minutes; 0 for"
    " not done, - for not offered, clear for not recorded."
)
NOT_A_REASON = N_("Reasons for “not done” are {reasons}, written like 0:declined.")


def parse_result(typed: str) -> TaskResult | None:
    """What a text means: a result, or None for "not recorded". Raises Refused.

    `done` and `partly` are results whose help level was not said.
    """
    text = typed.strip().lower()
    if text == CLEAR:
        return None
    if text in ("-", "–", Outcome.NOT_OFFERED.value):
        return TaskResult(Outcome.NOT_OFFERED)
    missed = _NOT_DONE.fullmatch(text)
    if missed is not None:
        return TaskResult(Outcome.NOT_DONE, reason=_reason(missed[1]))
    found = _DONE.fullmatch(text)
    if found is None:
        raise Refused(NOT_A_RESULT)
    level, tilde, word, quantity, minutes = found.groups()
    partly = tilde or word == Outcome.PARTLY.value
    outcome = Outcome.PARTLY if partly else Outcome.DONE
    return checked(TaskResult(outcome, _number(level), None, _number(quantity), _number(minutes)))


def format_result(result: TaskResult | None) -> str:
    """The text `parse_result` reads back as the same result; "" for "not recorded"."""
    if result is None:
        return ""
    if result.outcome is Outcome.NOT_OFFERED:
        return "-"
    if result.outcome is Outcome.NOT_DONE:
        return f"0:{result.reason.value}" if result.reason else "0"
    if result.level is None:
        head = result.outcome.value
    else:
        head = f"{result.level}{'~' if result.outcome is Outcome.PARTLY else ''}"
    quantity = f"#{result.quantity}" if result.quantity is not None else ""
    return head + quantity + (f"@{result.minutes}" if result.minutes is not None else "")


def task_named(tasks: tuple[TaskColumn, ...], typed: str) -> TaskId:
    """The task of a name (case and accents do not matter), else of its number as shown, from 1.

    Raises Refused naming the tasks there are.
    """
    wanted = fold(plain(typed))
    for task in tasks:
        if fold(plain(task.name)) == wanted:
            return task.id
    number = typed.strip()
    if number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= len(tasks):
        return tasks[int(number[:4]) - 1].id
    if not tasks:
        raise Refused(N_("This session has no tasks."))
    listed = " · ".join(f"{n} {plain(task.name)}" for n, task in enumerate(tasks, 1))
    raise Refused(N_("There is no such task. This session has: {tasks}."), tasks=listed)


def plain(name: str) -> str:
    """A name without soft hyphens, which only a page needs."""
    return name.replace(SOFT_HYPHEN, "")


def _reason(code: str | None) -> NotDoneReason | None:
    if code is None:
        return None
    if code not in _REASONS:
        raise Refused(NOT_A_REASON, reasons=", ".join(_REASONS))
    return _REASONS[code]


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
