"""Times as people type them: with or without colon, zero and "Uhr"."""

from __future__ import annotations

import re
from datetime import time


def read_time(typed: str) -> time | None:
    """ "945", "9:45", "09.45", "9" and "9h45" as a time; None when it is none."""
    match = re.fullmatch(r"\s*(\d{1,2})(?:\s*[:.,h ]\s*(\d{2})|(\d{2}))?\s*(?:h|uhr)?\s*", typed.lower())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def begun(typed: str) -> time | None:
    """What "94", "094" or "9:4" may become: the first digit of the minutes counts as ten."""
    match = re.fullmatch(r"(\d{1,2})[:.,h]?([0-5])|(\d{1,2})[:.,h]", typed)
    if match is None:
        return None
    hour, tens = int(match[1] or match[3]), int(match[2] or 0)
    return time(hour, 10 * tens) if hour < 24 else None
