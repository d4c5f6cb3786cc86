"""A workbook from elsewhere: .xlsx, .xlsm, .ods or .xls, checked before python-calamine reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from groupwork.errors import UserError
from groupwork.exchange import ods_scan, sheet_scan
from groupwork.exchange.package import DAMAGED, LOCKED, Watch, repack, unpack
from groupwork.exchange.sheet_scan import Facts
from groupwork.i18n import N_

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_OLD_BYTES = 16 * 1024 * 1024

NO_WORKBOOK = N_("This file holds no workbook. Choose an .xlsx, .xls or .ods file, or save the list as CSV.")
BINARY_BOOK = N_("Workbooks of the kind .xlsb are not read. Save it as .xlsx and choose that file.")
LARGE_OLD = N_("The workbook is larger than {most} MB. Save it as .xlsx and choose that file.")
NO_SHEETS = N_("The workbook has no sheet with cells.")

_SHEETS = re.compile(rb"<(?:[^\s<>/:]+:)?sheet\s([^<>]*)>")
_RELATION = re.compile(rb"<(?:[^\s<>/:]+:)?Relationship\s([^<>]*)>")
_ID = re.compile(rb"""\b\w+:id=["']([^"']+)["']""")
_OWN_ID = re.compile(rb"""\bId=["']([^"']+)["']""")
_TARGET = re.compile(rb"""\bTarget=["']([^"']+)["']""")
# The first record of an old workbook, at once followed by the one that says it is encrypted.
_LOCKED_XLS = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}\x2f\x00", re.DOTALL)
_1904 = re.compile(rb"""\bdate1904=["'](?:1|true)["']""")


@dataclass(frozen=True)
class Sheet:
    """One sheet of an open workbook, read when asked for."""

    name: str
    hidden: bool
    facts: Facts
    _book: Any = field(repr=False)
    _at: int = 0

    def merged(self) -> tuple[tuple[int, int, int, int], ...]:
        """Merged cells as (top, left, bottom, right), counted from 0; none where the kind does not say."""
        ranges = self._sheet().merged_cell_ranges or ()
        return tuple((top, left, bottom, right) for (top, left), (bottom, right) in ranges)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with something in it, by its number from 1, its cells from column A on."""
        sheet = self._sheet()
        left = sheet.start[1] if sheet.start else 0
        for number, cells in enumerate(sheet.iter_rows(), 1):
            if any(cell != "" for cell in cells):
                yield number, [""] * left + [text_of(cell) for cell in cells]

    def _sheet(self) -> Any:
        with _told():
            return self._book.get_sheet_by_index(self._at)


@dataclass(frozen=True)
class Workbook:
    """The sheets in their order; `epoch` is the day that Excel's day number 0 stands for."""

    sheets: tuple[Sheet, ...]
    epoch: date


def is_workbook(data: bytes) -> bool:
    """True for what begins like a workbook of any kind, readable or not."""
    return data.startswith((ZIP, OLE))


def open_workbook(data: bytes, watch: Watch | None = None) -> Workbook:
    """The workbook of a file's content. Raises UserError in words, Cancelled when stopped."""
    if data.startswith(OLE):
        return _old(data)
    parts = unpack(data, watch)
    by_name = {name.replace("\\", "/").lstrip("/").lower(): name for name in parts}
    if "xl/workbook.bin" in by_name:
        raise UserError(BINARY_BOOK)
    if "content.xml" in by_name:
        return _open_document(parts, by_name)
    if "xl/workbook.xml" not in by_name:
        raise UserError(NO_WORKBOOK)
    return _excel(parts, by_name)


def text_of(cell: object) -> str:
    """A cell as it would be typed: dates as ISO, whole numbers without ".0", yes and no as true and false."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else f"{cell:.15g}"
    if isinstance(cell, datetime | date | time | timedelta):
        return _when(cell)
    return str(cell)


def _when(cell: datetime | date | time | timedelta) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes") if cell.time() != time(0) else cell.date().isoformat()
    if isinstance(cell, timedelta):
        minutes = int(cell.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    return f"{cell:%H:%M}" if isinstance(cell, time) else cell.isoformat()


def _old(data: bytes) -> Workbook:
    """.xls, or an .xlsx with a password, which Microsoft wraps into the old kind of file."""
    if "EncryptedPackage".encode("utf-16-le") in data or _LOCKED_XLS.search(data):
        raise UserError(LOCKED)
    if len(data) > MOST_OLD_BYTES:
        raise UserError(LARGE_OLD, most=MOST_OLD_BYTES // 1024 // 1024)
    return _read(BytesIO(data), {}, date(1899, 12, 30))


def _open_document(parts: dict[str, bytes], by_name: dict[str, str]) -> Workbook:
    manifest = by_name.get("meta-inf/manifest.xml")
    if manifest is not None and b"encryption-data" in parts[manifest]:
        raise UserError(LOCKED)
    facts = ods_scan.scan(parts[by_name["content.xml"]])
    return _read(repack(parts), dict(enumerate(facts.values())), date(1899, 12, 30))


def _excel(parts: dict[str, bytes], by_name: dict[str, str]) -> Workbook:
    shared = next((parts[real] for low, real in by_name.items() if low.endswith("/sharedstrings.xml")), b"")
    strings = sheet_scan.string_sizes(shared)
    names = _sheet_paths(parts, by_name)
    facts: dict[str, Facts] = {}
    for name, content in parts.items():
        if sheet_scan.is_sheet(content):
            facts[name], parts[name] = sheet_scan.scan(content, names.get(name, (0, name))[1], strings)
    known = {number: facts[name] for name, (number, _title) in names.items() if name in facts}
    old_days = _1904.search(parts[by_name["xl/workbook.xml"]]) is not None
    return _read(repack(parts), known, date(1904, 1, 1) if old_days else date(1899, 12, 30))


def _sheet_paths(parts: dict[str, bytes], by_name: dict[str, str]) -> dict[str, tuple[int, str]]:
    """The part of each sheet: its place in the workbook and its name."""
    relations = parts.get(by_name.get("xl/_rels/workbook.xml.rels", ""), b"")
    targets: dict[bytes, str] = {}
    for found in _RELATION.finditer(relations):
        own, target = _OWN_ID.search(found[1]), _TARGET.search(found[1])
        if own and target:
            path = target[1].decode("utf-8", "replace").lower()
            targets[own[1]] = path.lstrip("/") if path.startswith("/") else f"xl/{path}"
    paths: dict[str, tuple[int, str]] = {}
    for number, found in enumerate(_SHEETS.finditer(parts[by_name["xl/workbook.xml"]])):
        own = _ID.search(found[1])
        real = by_name.get(targets.get(own[1], "")) if own else None
        if real is not None:
            paths[real] = (number, _title(found[1]))
    return paths


def _title(attributes: bytes) -> str:
    from xml.sax.saxutils import unescape

    found = re.search(rb'\bname="([^"]*)"', attributes)
    return unescape(found[1].decode("utf-8", "replace"), {"&quot;": '"'}) if found else ""


def _read(file: BytesIO, facts: dict[int, Facts], epoch: date) -> Workbook:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with _told():
        book = CalamineWorkbook.from_filelike(file)
        shown: Sequence[Any] = book.sheets_metadata
    sheets = tuple(
        Sheet(sheet.name, sheet.visible != SheetVisibleEnum.Visible, facts.get(number, Facts()), book, number)
        for number, sheet in enumerate(shown)
        if sheet.typ == SheetTypeEnum.WorkSheet
    )
    if not sheets:
        raise UserError(NO_SHEETS)
    return Workbook(sheets, epoch)


@contextmanager
def _told() -> Iterator[None]:
    """What the reader raises, in words. It is written in Rust and panics at some damaged files: a panic is
    no Exception, and nothing of ours went wrong.
    """
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise UserError(LOCKED) from error
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise UserError(DAMAGED) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise UserError(DAMAGED) from error
