"""The geometry of a scannable sheet: one frozen object for the drawer and for the reader.

All numbers are millimetres from the upper left corner of the page, type sizes are points. A page is a
grid: columns of boxes and rows; `boxes()` multiplies them. Neither the drawer nor the reader has numbers
of its own. A published layout never changes (its digest is pinned by a test): a change is a new version.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import MISSING, asdict, dataclass, fields
from functools import cached_property
from itertools import pairwise
from typing import Any

POINT = 25.4 / 72
"""Millimetres in a point."""
BOX_LEAST = 4.0
GAP_LEAST = 2.2
ROW_GAP_LEAST = 3.0
CLEAR = 1.0
"""Nothing is printed nearer than this to a box that is read."""
QR_SIZE = 18.0
QR_EDGE = 8.0
QR_QUIET = 2.9
SQUARE = 5.0
SQUARE_EDGE = 10.5
SQUARE_QUIET = 3.0
PRINTER_EDGE = 7.5
"""Printers cannot reach nearer to the edge."""
CAP, DROP = 0.76, 0.22
"""Height over and depth under the baseline that a text slot takes, as parts of its size."""


@dataclass(frozen=True)
class Box:
    """A box to tick: `x`, `y` its centre, `size` its side, `code` what a tick means in its group."""

    group: str
    code: str
    row: int
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Column:
    """A column of boxes; `x` is their centre."""

    group: str
    code: str
    x: float


@dataclass(frozen=True)
class Row:
    """A row: its place in the print record (from 0), its centre; a drop-in row has nobody yet."""

    index: int
    y: float
    drop_in: bool = False


@dataclass(frozen=True)
class Cell:
    """A column of areas: a group of boxes, the code line, the name. For crops and struck lines."""

    name: str
    x1: float
    x2: float


@dataclass(frozen=True)
class Slot:
    """A place for text: `x` left, middle or right (align), `y` the baseline; in rows from the centre."""

    name: str
    x: float
    y: float
    width: float
    size: float
    weight: int = 400
    align: str = "left"
    floor: float = 0.0
    lines: int = 1
    leading: float = 0.0
    turned: bool = False

    @property
    def left(self) -> float:
        """The left end of the widest text."""
        return {"left": self.x, "centre": self.x - self.width / 2, "right": self.x - self.width}[self.align]


@dataclass(frozen=True)
class Rule:
    """A line; `name` says what for ("row", "write.code" …). In rows `y` counts from the centre."""

    name: str
    x1: float
    y1: float
    x2: float
    y2: float
    weight: float


@dataclass(frozen=True)
class Area:
    """A rectangle; as a white zone nothing may be printed in it."""

    x1: float
    y1: float
    x2: float
    y2: float

    def meets(self, other: Area) -> bool:
        """True when the two share more than an edge."""
        across = min(self.x2, other.x2) - max(self.x1, other.x1)
        return across > 1e-6 and min(self.y2, other.y2) - max(self.y1, other.y1) > 1e-6


@dataclass(frozen=True)
class Code:
    """A square code: its corner letter and upper left point."""

    corner: str
    x: float
    y: float
    size: float = QR_SIZE


@dataclass(frozen=True)
class Page:
    """One page of a layout."""

    number: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cells: tuple[Cell, ...]
    slots: tuple[Slot, ...]
    row_slots: tuple[Slot, ...]
    rules: tuple[Rule, ...]
    row_rules: tuple[Rule, ...]
    codes: tuple[Code, ...]
    squares: tuple[tuple[float, float], ...]
    tasks: tuple[int, ...]
    box: float
    frame: float
    pitch: float

    def boxes(self) -> Iterator[Box]:
        """Every box, row by row from left to right."""
        for row in self.rows:
            for column in self.columns:
                yield Box(column.group, column.code, row.index, column.x, row.y, self.box)

    def zones(self) -> tuple[Area, ...]:
        """The white zones round codes and squares."""
        half = SQUARE / 2 + SQUARE_QUIET
        squares = [Area(x - half, y - half, x + half, y + half) for x, y in self.squares]
        q = QR_QUIET
        codes = [Area(c.x - q, c.y - q, c.x + c.size + q, c.y + c.size + q) for c in self.codes]
        return tuple(squares + codes)

    def slot(self, name: str) -> Slot | None:
        """The fixed slot of that name, if this page has it."""
        return next((slot for slot in self.slots if slot.name == name), None)


_PARTS: dict[str, type[Any]] = {
    "columns": Column,
    "rows": Row,
    "cells": Cell,
    "slots": Slot,
    "row_slots": Slot,
    "rules": Rule,
    "row_rules": Rule,
    "codes": Code,
}


@dataclass(frozen=True)
class Layout:
    """A whole sheet: `kind` and `version` name the published form."""

    kind: str
    version: int
    paper: str
    width: float
    height: float
    people: int
    drop_ins: int
    pages: tuple[Page, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values without what is usual; `from_json` gives an equal object back."""
        plain: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        for page in plain["pages"]:
            for name, kind in _PARTS.items():
                usual = {f.name: f.default for f in fields(kind) if f.default is not MISSING}
                page[name] = [
                    {k: v for k, v in i.items() if k not in usual or v != usual[k]} for i in page[name]
                ]
        return plain

    def digest(self) -> bytes:
        """SHA-256 over the canonical JSON; its first three bytes are in every code."""
        return self._digest

    @cached_property
    def _digest(self) -> bytes:
        text = json.dumps(self.to_json(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).digest()


def from_json(plain: dict[str, Any]) -> Layout:
    """A layout read back from its stored JSON. Raises KeyError or TypeError when it is not one."""
    pages = tuple(_page(page) for page in plain["pages"])
    return Layout(**{**plain, "pages": pages})


def _page(plain: dict[str, Any]) -> Page:
    values: dict[str, Any] = {
        name: tuple(kind(**item) for item in plain[name]) for name, kind in _PARTS.items()
    }
    squares = tuple((x, y) for x, y in plain["squares"])
    return Page(**{**plain, **values, "squares": squares, "tasks": tuple(plain["tasks"])})


def slot_area(slot: Slot, row_y: float = 0.0) -> Area:
    """The rectangle a slot's text can fill."""
    rise, fall = slot.size * POINT * CAP, slot.size * POINT * DROP
    y = row_y + slot.y
    if slot.turned:
        return Area(slot.x - rise, y - slot.width, slot.x + fall, y)
    return Area(slot.left, y - rise, slot.left + slot.width, y + fall + (slot.lines - 1) * slot.leading)


def check(layout: Layout) -> Layout:
    """The layout itself, or AssertionError: the rules every sheet keeps, not left to the eye."""
    for page in layout.pages:
        _check_boxes(page)
        _check_page(layout, page)
    return layout


def _require(kept: bool, rule: str, page: Page, where: str = "") -> None:
    if not kept:
        raise AssertionError(f"layout: {rule} (page {page.number}) {where}")


def _check_boxes(page: Page) -> None:
    _require(page.box >= BOX_LEAST, "boxes are at least 4.0", page)
    _require(page.pitch - page.box >= ROW_GAP_LEAST, "rows are at least 3.0 apart", page)
    places = sorted(column.x for column in page.columns)
    gaps = [right - left - page.box for left, right in pairwise(places)]
    _require(all(gap >= GAP_LEAST - 1e-6 for gap in gaps), "boxes are at least 2.2 apart", page)
    last = max((row.y for row in page.rows), default=0) + page.pitch / 2
    ends = [code.y - QR_QUIET for code in page.codes if code.corner == "D"]
    _require(all(last <= end + 1e-6 for end in ends), "the last row ends above the lower code", page)


def _line_area(rule: Rule, row_y: float = 0.0) -> Area:
    return Area(rule.x1, row_y + rule.y1 - rule.weight / 2, rule.x2, row_y + rule.y2 + rule.weight / 2)


def _ink(page: Page) -> Iterator[tuple[str, Area]]:
    """What is printed on every copy of the page, as rectangles; rows by their first and last."""
    for slot in page.slots:
        yield slot.name, slot_area(slot)
    for rule in page.rules:
        yield rule.name, _line_area(rule)
    for row in {page.rows[0], page.rows[-1]} if page.rows else ():
        for slot in page.row_slots:
            if not slot.name.startswith("level."):  # the record copy writes over its struck boxes
                yield slot.name, slot_area(slot, row.y)
        for rule in page.row_rules:
            yield rule.name, _line_area(rule, row.y)


def _boxes_off(page: Page, half: float) -> bool:
    areas = [Area(b.x - half, b.y - half, b.x + half, b.y + half) for b in page.boxes()]
    return not any(area.meets(zone) for area in areas for zone in page.zones())


def _check_page(layout: Layout, page: Page) -> None:
    zones = page.zones()
    half = page.box / 2 + CLEAR
    ends = [row.y for row in (*page.rows[:1], *page.rows[-1:])]
    boxes = [Area(c.x - half, y - half, c.x + half, y + half) for c in page.columns for y in ends]
    _require(_boxes_off(page, half), "boxes keep off codes and squares", page)
    sheet = Area(PRINTER_EDGE, PRINTER_EDGE, layout.width - PRINTER_EDGE, layout.height - PRINTER_EDGE)
    for name, ink in _ink(page):
        inside = ink.x1 >= sheet.x1 and ink.x2 <= sheet.x2 and ink.y1 >= sheet.y1 and ink.y2 <= sheet.y2
        _require(inside, "nothing outside the printable area", page, name)
        _require(not any(ink.meets(zone) for zone in zones), "white zones stay white", page, name)
        _require(not any(ink.meets(box) for box in boxes), "1 mm round a box is white", page, name)
