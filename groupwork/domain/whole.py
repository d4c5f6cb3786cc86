"""Whole numbers as people and spreadsheets write them: 90, 90,0, 90.00, 90 min, 90′."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"([0-9]{1,9})(?:[.,]0{1,2})?\s*(?:min\.?|['′])?", re.IGNORECASE)


def whole(text: str, least: int, most: int) -> int | None:
    """The number from `least` to `most` that a text means, or None.

    A comma or point may be followed by one or two noughts: three would be thousands somewhere.
    """
    found = _WHOLE.fullmatch(text.strip())
    if found is None:
        return None
    number = int(found.group(1))
    return number if least <= number <= most else None
