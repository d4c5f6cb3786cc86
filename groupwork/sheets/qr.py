"""Square codes: quality Q, alphanumeric, drawn as filled bars; version 2 for the codes of sheets."""

from __future__ import annotations

from functools import lru_cache

MASK = 2
"""One fixed pattern: every reader takes any, and trying all eight costs 3 ms a code."""


@lru_cache(64)
def modules(text: str, version: int = 2) -> tuple[tuple[bool, ...], ...]:
    """The modules of a code, True is black: 25 × 25 in version 2, four more in each higher one.

    Raises ValueError for letters that short codes do not have.
    """
    from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel

    code = QRCode(version, QRErrorCorrectLevel.Q)
    code.addData(QRAlphaNum(text))
    code.makeImpl(False, MASK)
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)


def bars(
    text: str, x: float, y: float, size: float, version: int = 2
) -> list[tuple[float, float, float, float]]:
    """Black rectangles (x, y, width, height in mm), one for each run of black modules in a row."""
    rows = modules(text, version)
    unit = size / len(rows)
    found = []
    for down, row in enumerate(rows):
        across = 0
        while across < len(row):
            end = across
            while end < len(row) and row[end]:
                end += 1
            if end > across:
                found.append((x + across * unit, y + down * unit, (end - across) * unit, unit))
            across = end + 1
    return found
