"""Square codes: version 2, quality Q, alphanumeric, drawn as filled bars."""

from __future__ import annotations

from functools import lru_cache

MASK = 2
"""One fixed pattern: every reader takes any, and trying all eight costs 3 ms a code."""


@lru_cache(64)
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The 25 × 25 modules of a code, True is black. Raises ValueError for other letters than A–Z 0–9."""
    from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel

    code = QRCode(2, QRErrorCorrectLevel.Q)
    code.addData(QRAlphaNum(text))
    code.makeImpl(False, MASK)
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)


def bars(text: str, x: float, y: float, size: float) -> list[tuple[float, float, float, float]]:
    """Black rectangles (x, y, width, height in mm), one for each run of black modules in a row."""
    rows = modules(text)
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
