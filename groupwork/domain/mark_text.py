"""Marks as text for the command line and for pasted cells: `P`, `L10`, `L10E20`, `P@75`, `-`."""

from __future__ import annotations

import re

from groupwork.domain.attendance import NOT_RECORDED, Mark, Status, checked
from groupwork.errors import Refused
from groupwork.i18n import N_

_TIMED = re.compile(r"([PW])?(?:L(\d{0,4}))?(?:E(\d{0,4}))?(?:L(\d{0,4}))?(?:@(\d{1,4}))?")
_CODES = {status.value: status for status in Status}
_SHOWN = 40


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


def _refusal(typed: str) -> Refused:
    shown = "".join(c if c.isprintable() else "�" for c in typed)
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    return Refused(
        N_(
            "“{typed}” is not a mark. Marks are P, L10, E20, L10E20, P@75, "
            "R, A, X, U, O, D, T, H, V, N, W or -."
        ),
        typed=shown,
    )
