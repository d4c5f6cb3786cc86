"""Marks as text for the command line and for pasted cells: `P`, `L10`, `L10E20`, `P@75`, `-`.

On the command line more may follow: `A:dentist`, `X,told=2026-11-12,reason=dentist`, `P,arrived=10:05`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time

from groupwork.domain.attendance import NOT_RECORDED, Mark, Status, checked
from groupwork.domain.mark_times import Span, typed_time, with_arrival, with_leaving
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_

_TIMED = re.compile(r"([PW])?(?:L(\d{0,4}))?(?:E(\d{0,4}))?(?:L(\d{0,4}))?(?:@(\d{1,4}))?")
_CODES = {status.value: status for status in Status}
_SHOWN = 40
NOT_A_MARK = N_(
    "“{typed}” is not a mark. Marks are P, L10, E20, L10E20, P@75, R, A, X, U, O, D, T, H, V, N, W or -."
)
"""What is said to a text that is no mark; it names the codes of the command line."""


def parse_mark(typed: str) -> Mark:
    """The mark a text means; codes are those of DOMAIN.md in either case and every language.

    `-` is "not recorded"; L and E carry minutes and may follow each other or W; `@75` are typed
    minutes. Raises Refused naming the text.
    """
    text = typed.strip().upper()
    if text in ("-", "–"):
        return NOT_RECORDED
    if text in _CODES:
        return checked(Mark(status=_CODES[text]))
    found = _TIMED.fullmatch(text)
    if found is None or not text:
        raise _refusal(typed)
    return _timed(typed, *found.groups())


def _timed(typed: str, code: str | None, *numbers: str | None) -> Mark:
    late, early, late_after, minutes = numbers
    if late is not None and late_after is not None:
        raise _refusal(typed)
    if late is None:
        late = late_after
    if code is None and late is None and early is None:
        raise _refusal(typed)
    mark = Mark(
        status=Status.WALK_IN if code == "W" else Status.PRESENT,
        late_min=None if late is None else int(late or 0),
        early_min=None if early is None else int(early or 0),
        minutes=None if minutes is None else int(minutes),
    )
    return checked(mark)


@dataclass(frozen=True)
class MarkFacts:
    """A typed mark with what needs the session's times to be understood."""

    mark: Mark
    arrived: time | None = None
    left: time | None = None

    def on(self, span: Span) -> Mark:
        """The mark in a session of these times."""
        mark = self.mark
        if self.arrived is not None:
            mark = with_arrival(mark, self.arrived, span)
        if self.left is not None:
            mark = with_leaving(mark, self.left, span)
        return mark


def parse_facts(typed: str) -> MarkFacts:
    """The mark a text means, with all its facts. Raises Refused naming what is not understood.

    After the mark `:` begins the reason; or `,` the facts told=DAY, arrived=TIME, left=TIME and, last,
    reason=WORDS, which may hold commas.
    """
    head, colon, reason = typed.partition(":")
    if colon and "," not in head:
        return MarkFacts(_with_reason(parse_mark(head), reason))
    head, comma, rest = typed.partition(",")
    facts = MarkFacts(parse_mark(head))
    while comma:
        name, _equals, value = rest.partition("=")
        comma = ""
        if name.strip() != "reason":
            value, comma, rest = value.partition(",")
        facts = _with_fact(facts, name.strip(), value.strip())
    return facts


def _with_fact(facts: MarkFacts, name: str, value: str) -> MarkFacts:
    if name == "reason":
        return replace(facts, mark=_with_reason(facts.mark, value))
    if name == "told":
        return replace(facts, mark=replace(facts.mark, told_at=_day(value)))
    if name in ("arrived", "left"):
        at = _time(value)
        if not facts.mark.attended:
            raise Refused(N_("Arrived and left go only with somebody who was there."))
        return replace(facts, arrived=at) if name == "arrived" else replace(facts, left=at)
    raise Refused(
        N_("“{typed}” is not known. After a mark come told=, arrived=, left= or reason=."), typed=_short(name)
    )


def _with_reason(mark: Mark, reason: str) -> Mark:
    return checked(replace(mark, reason=clean_line(reason, limit=100_000)))


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Refused(N_("“{typed}” is not a day like 2026-11-16."), typed=_short(value)) from None


def _time(value: str) -> time:
    at = typed_time(value.replace(":", "").rjust(4, "0"))
    if at is None:
        raise Refused(N_("“{typed}” is not a time like 10:05."), typed=_short(value))
    return at


def format_mark(mark: Mark) -> str:
    """The text `parse_mark` reads back as the same status and minutes."""
    if mark.status is None:
        return "-"
    timed = "".join(
        letter + (str(minutes) if minutes else "")
        for letter, minutes in (("L", mark.late_min), ("E", mark.early_min))
        if minutes is not None
    )
    code = "" if mark.status is Status.PRESENT and timed else mark.status.value
    return code + timed + (f"@{mark.minutes}" if mark.minutes is not None else "")


def _short(typed: str) -> str:
    shown = "".join(c if c.isprintable() else "�" for c in typed)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"


def _refusal(typed: str) -> Refused:
    return Refused(NOT_A_MARK, typed=_short(typed))
