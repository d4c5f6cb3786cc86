"""Cells as text for a spreadsheet and back: marks as on the command line, numbers, help levels."""

from __future__ import annotations

import re
from typing import Any

from groupwork.domain.attendance import NOT_RECORDED, TYPED, Mark, Status
from groupwork.domain.mark_text import NOT_A_MARK, format_mark, parse_mark
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.signs import EARLY, LATE, Signs, plain_signs
from groupwork.domain.tasks import REASON_LABELS, NotDoneReason, Outcome, TaskResult
from groupwork.domain.whole import whole
from groupwork.errors import Refused
from groupwork.i18n import N_, _, current
from groupwork.ui.models.register_columns import Column, Kind
from groupwork.ui.register.grid_keys import value_of

_TIMED = re.compile("([PW]?)(L[0-9]*)?(E[0-9]*)?(@[0-9]+)?")
_MADE = re.compile("([1-6])(~?)(?: #([0-9]{1,4}))?(?: @([0-9]{1,4}))?")
"""A help level, "~" for partly, "#5" pieces, "@20" minutes."""
UNTOUCHED = object()
"""An empty pasted cell leaves what is there."""
_RANGES = {Kind.PART: (0, 4), Kind.BEFORE: (1, 5), Kind.AFTER: (1, 5), Kind.MINUTES: (0, 1440)}


def text_of(column: Column, row: RegisterRow, signs: Signs | None = None) -> str:
    """A cell for the clipboard; "" while it is not recorded."""
    own = signs or plain_signs(current().language)
    if column.kind is Kind.NAME:
        return row.name.full
    if column.kind is Kind.LAST:
        return " ".join(own.sign(mark) for mark in row.last_four)
    if column.kind is Kind.MARK:
        return mark_text(row.mark, own)
    if column.kind is Kind.MINUTES:
        return "" if row.minutes is None else str(row.minutes)
    value = value_of(column, row)
    if value is None:
        return ""
    return _result_text(value) if isinstance(value, TaskResult) else str(value)


def mark_text(mark: Mark, signs: Signs | None = None) -> str:
    """A mark with the signs of the language: "P", "L10"; German "A", "S10"."""
    own = signs or plain_signs(current().language)
    if mark.status is None:
        return ""
    if mark.late_min is None and mark.early_min is None and mark.minutes is None:
        return own.sign(mark)
    found = _TIMED.fullmatch(format_mark(mark))
    assert found is not None  # noqa: S101 - format_mark writes nothing else
    head, late, early, minutes = found.groups("")
    shown = own.letter(head) if head else ""
    shown += own.letter(LATE) + late[1:] if late else ""
    shown += own.letter(EARLY) + early[1:] if early else ""
    return shown + minutes


def _result_text(result: TaskResult) -> str:
    if result.outcome is Outcome.NOT_OFFERED:
        return "-"
    if result.outcome is Outcome.NOT_DONE:
        return "0" if result.reason is None else f"0 {_(REASON_LABELS[result.reason])}"
    level = f"{result.level or ''}{'~' if result.outcome is Outcome.PARTLY else ''}"
    quantity = f" #{result.quantity}" if result.quantity is not None else ""
    return level + quantity + (f" @{result.minutes}" if result.minutes is not None else "")


def value_from(column: Column, text: str, register: Register) -> Any:
    """What a pasted text means in a column, UNTOUCHED for an empty one. Raises Refused naming the text."""
    if not column.typed:
        raise Refused(N_("Names and last marks cannot be pasted over. Nothing was changed."))
    if text == "":
        return UNTOUCHED
    if column.kind is Kind.MARK:
        return mark_from(text, register.signs or plain_signs(current().language))
    if column.kind is Kind.TASK:
        return _result(text)
    least, most = _RANGES[column.kind]
    if text in ("-", "–"):
        return None
    number = whole(text, least, most)
    if number is None:
        raise Refused(
            N_("“{typed}” is not a number from {least} to {most}. Nothing was changed."),
            typed=shown(text),
            least=least,
            most=most,
        )
    return number


def mark_from(text: str, signs: Signs) -> Mark:
    """A mark from its sign or key, with minutes as they are copied; codes are understood too."""
    if text in ("-", "–"):
        return NOT_RECORDED
    status = signs.status_for_sign(text) or signs.status_for_key(text)
    if status in TYPED:
        return Mark(status=status)
    present, walk_in, late, early = (
        re.escape(signs.letter(code)) for code in (Status.PRESENT, Status.WALK_IN, LATE, EARLY)
    )
    pattern = f"({present}|{walk_in})?(?:({late})([0-9]*))?(?:({early})([0-9]*))?(@[0-9]+)?"
    found = re.fullmatch(pattern, text.upper())
    if found is None or not text:
        return _coded(text, signs)
    head, is_late, late_min, is_early, early_min, minutes = found.groups("")
    code = "W" if head == signs.letter(Status.WALK_IN) else "P" if head else ""
    timed = (f"L{late_min}" if is_late else "") + (f"E{early_min}" if is_early else "")
    return parse_mark(code + timed + minutes)


def _coded(text: str, signs: Signs) -> Mark:
    """A mark in codes; the refusal of a text that is none names the signs that are on the screen."""
    try:
        return parse_mark(text)
    except Refused as error:
        if error.text != NOT_A_MARK:
            raise
        letters = {code: signs.letter(code) for code in (LATE, EARLY, *(status.value for status in TYPED))}
        present, late, early = letters.pop(Status.PRESENT.value), letters.pop(LATE), letters.pop(EARLY)
        raise Refused(
            N_("“{typed}” is not a mark. Marks are {marks} or -. Nothing was changed."),
            typed=shown(text),
            marks=", ".join((present, f"{late}10", f"{early}20", f"{late}10{early}20", *letters.values())),
        ) from None


def _result(text: str) -> TaskResult:
    if text in ("-", "–"):
        return TaskResult(Outcome.NOT_OFFERED)
    found = _MADE.fullmatch(text)
    if found is not None:
        done_at, partly, quantity, minutes = found.groups()
        outcome = Outcome.PARTLY if partly else Outcome.DONE
        return TaskResult(outcome, int(done_at), None, _number(quantity), _number(minutes))
    head, _blank, words = text.partition(" ")
    reason = _reason(words)
    if whole(head, 0, 0) == 0 and (reason is not None or not words):
        return TaskResult(Outcome.NOT_DONE, reason=reason)
    level = whole(text, 1, 6)
    if level is not None:
        return TaskResult(Outcome.DONE, level)
    raise Refused(
        N_("“{typed}” is not a help level: 6 to 1, 0 for not done, - for not offered. Nothing was changed."),
        typed=shown(text),
    )


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _reason(text: str) -> NotDoneReason | None:
    wanted = text.strip().casefold()
    return next((r for r, label in REASON_LABELS.items() if wanted in (_(label).casefold(), r.value)), None)


def shown(text: str) -> str:
    """A pasted text as it may stand in a sentence: short and printable."""
    clean = "".join(c if c.isprintable() else "�" for c in text)
    return clean if len(clean) <= 30 else clean[:29] + "…"
