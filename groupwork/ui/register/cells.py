"""Cells as text for a spreadsheet and back: marks as on the command line, numbers, help levels."""

from __future__ import annotations

from typing import Any

from groupwork.domain.attendance import EARLY_KEY, LATE_KEY, NOT_RECORDED, Mark, sign, status_for_key
from groupwork.domain.mark_text import format_mark, parse_mark
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.tasks import REASON_LABELS, NotDoneReason, Outcome, TaskResult
from groupwork.errors import Refused
from groupwork.i18n import N_, _, current
from groupwork.ui.models.register_columns import Column, Kind
from groupwork.ui.register.grid_keys import value_of

UNTOUCHED = object()
"""An empty pasted cell leaves what is there."""
_RANGES = {Kind.PART: (0, 4), Kind.BEFORE: (1, 5), Kind.AFTER: (1, 5), Kind.MINUTES: (0, 1440)}
_CODES = {"L": LATE_KEY, "E": EARLY_KEY}


def text_of(column: Column, row: RegisterRow) -> str:
    """A cell for the clipboard; "" while it is not recorded."""
    if column.kind is Kind.NAME:
        return row.name.full
    if column.kind is Kind.LAST:
        return " ".join(sign(mark, current().language) for mark in row.last_four)
    if column.kind is Kind.MARK:
        return mark_text(row.mark)
    if column.kind is Kind.MINUTES:
        return "" if row.minutes is None else str(row.minutes)
    value = value_of(column, row)
    if value is None:
        return ""
    return _result_text(value) if isinstance(value, TaskResult) else str(value)


def mark_text(mark: Mark) -> str:
    """A mark with the signs of the language: "P", "L10"; German "A", "S10"."""
    if mark.status is None:
        return ""
    if mark.late_min is None and mark.early_min is None and mark.minutes is None:
        return sign(mark, current().language)
    text = format_mark(mark)
    language = current().language
    if language == "en":
        return text
    head = {"P": "A"}.get(text[:1], text[:1]) if text[:1] in "PW" else ""
    rest = text[1:] if head else text
    for code, keys in _CODES.items():
        rest = rest.replace(code, keys[language])
    return head + rest


def _result_text(result: TaskResult) -> str:
    if result.outcome is Outcome.NOT_OFFERED:
        return "-"
    if result.outcome is Outcome.NOT_DONE:
        return "0" if result.reason is None else f"0 {_(REASON_LABELS[result.reason])}"
    return f"{result.level or ''}{'~' if result.outcome is Outcome.PARTLY else ''}"


def value_from(column: Column, text: str, register: Register) -> Any:
    """What a pasted text means in a column, UNTOUCHED for an empty one. Raises Refused naming the text."""
    if not column.typed:
        raise Refused(N_("Names and last marks cannot be pasted over. Nothing was changed."))
    if text == "":
        return UNTOUCHED
    if column.kind is Kind.MARK:
        return _mark(text)
    if column.kind is Kind.TASK:
        return _result(text)
    least, most = _RANGES[column.kind]
    if text in ("-", "–"):
        return None
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise Refused(
            N_("“{typed}” is not a number from {least} to {most}. Nothing was changed."),
            typed=shown(text),
            least=least,
            most=most,
        )
    return int(text)


def _mark(text: str) -> Mark:
    language = current().language
    if text in ("-", "–"):
        return NOT_RECORDED
    status = status_for_key(text, language) if len(text) == 1 else None
    if status is not None:
        return Mark(status=status)
    if language != "en":
        # signs of the language become codes; a letter that is no sign stays and is refused below
        back = {keys[language]: code for code, keys in _CODES.items()}
        text = "".join(back.get(c, c) for c in text.upper())
        text = "P" + text[1:] if text.startswith("A") else text
    return parse_mark(text)


def _result(text: str) -> TaskResult:
    if text in ("-", "–"):
        return TaskResult(Outcome.NOT_OFFERED)
    partly = text.endswith("~")
    level = text.rstrip("~")
    if level in ("1", "2", "3", "4", "5", "6"):
        return TaskResult(Outcome.PARTLY if partly else Outcome.DONE, int(level))
    head, _blank, reason = text.partition(" ")
    if head == "0":
        return TaskResult(Outcome.NOT_DONE, reason=_reason(reason))
    raise Refused(
        N_("“{typed}” is not a help level: 6 to 1, 0 for not done, - for not offered. Nothing was changed."),
        typed=shown(text),
    )


def _reason(text: str) -> NotDoneReason | None:
    wanted = text.strip().casefold()
    return next((r for r, label in REASON_LABELS.items() if _(label).casefold() == wanted), None)


def shown(text: str) -> str:
    """A pasted text as it may stand in a sentence: short and printable."""
    clean = "".join(c if c.isprintable() else "�" for c in text)
    return clean if len(clean) <= 30 else clean[:29] + "…"
