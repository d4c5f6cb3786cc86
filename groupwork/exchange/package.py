"""A zip file from elsewhere, unpacked in a bounded way: what it says about its own size is not believed."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

from groupwork.errors import Cancelled, UserError
from groupwork.i18n import N_

MOST_PARTS = 1000
MOST_DIRECTORY = 1024 * 1024
MOST_INFLATED = 64 * 1024 * 1024
MOST_RATIO = 250
"""No sheet of words and numbers packs tighter; below RATIO_FROM bytes nobody minds."""
RATIO_FROM = 4 * 1024 * 1024
_CHUNK = 64 * 1024
_PASSED_OVER = (
    "docprops/",
    "customxml/",
    "pictures/",
    "thumbnails/",
    "object ",
    "configurations2/",
    "xl/media/",
    "xl/drawings/",
    "xl/charts/",
    "xl/theme/",
    "xl/pivot",
    "xl/externallinks/",
)

DAMAGED = N_(
    "The workbook is damaged and cannot be read. Open it in your spreadsheet program and save it again."
)
BOMB = N_(
    "The workbook would unpack to more than {most} MB. A list of people is much smaller: choose another file."
)
LYING = N_("The workbook gives wrong sizes for its own parts, so it is not opened. Save it again as .xlsx.")
PARTS = N_("The file has more parts than a workbook. Choose another file.")
LOCKED = N_(
    "The workbook is protected by a password. Open it in your spreadsheet program, take the password off "
    "(File > Info > Protect Workbook > Encrypt with Password: leave it empty), save it and choose it again."
)
STOPPED = N_("Stopped. Nothing was imported.")


@dataclass
class Watch:
    """What is told while a file is read, and whether to go on."""

    progress: Callable[[int, int], None] = lambda _done, _of: None
    """(percent, 100)."""
    cancelled: Callable[[], bool] = lambda: False

    def tell(self, done: int, of: int) -> None:
        """Say how far it is; raises Cancelled when the person stopped it."""
        if self.cancelled():
            raise Cancelled(STOPPED)
        self.progress(done, of)


@dataclass
class _Budget:
    left: int = MOST_INFLATED
    used: int = 0
    watch: Watch = field(default_factory=Watch)

    def take(self, size: int) -> None:
        self.left -= size
        self.used += size
        if self.left < 0:
            raise UserError(BOMB, most=MOST_INFLATED // 1024 // 1024)


def unpack(data: bytes, watch: Watch | None = None) -> dict[str, bytes]:
    """The parts that say something about cells, by name. Raises UserError in words, and Cancelled."""
    entries = _entries(data)
    if any(info.flag_bits & 1 for info in entries):
        raise UserError(LOCKED)
    budget = _Budget(watch=watch or Watch())
    wanted = [info for info in entries if _is_wanted(info.filename)]
    claimed = sum(info.file_size for info in wanted)
    if claimed > MOST_INFLATED:
        raise UserError(BOMB, most=MOST_INFLATED // 1024 // 1024)
    parts: dict[str, bytes] = {}
    for info in wanted:
        if info.filename in parts:
            raise UserError(DAMAGED)
        parts[info.filename] = b"".join(_inflated(data, info, budget, claimed))
    return parts


def repack(parts: dict[str, bytes]) -> BytesIO:
    """The parts as a plain zip file in memory, whose directory is ours."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name), content)
    file.seek(0)
    return file


def _entries(data: bytes) -> list[zipfile.ZipInfo]:
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    if end < 0 or len(data) < end + 22:
        raise UserError(DAMAGED)
    (directory,) = struct.unpack_from("<L", data, end + 12)
    if directory > MOST_DIRECTORY:
        raise UserError(PARTS)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, struct.error) as error:
        raise UserError(DAMAGED) from error
    if len(entries) > MOST_PARTS:
        raise UserError(PARTS)
    return entries


def _is_wanted(name: str) -> bool:
    low = name.replace("\\", "/").lower().lstrip("/")
    if low.startswith(_PASSED_OVER):
        return False
    return low.endswith((".xml", ".rels")) or low in ("mimetype", "xl/workbook.bin")


def _inflated(data: bytes, info: zipfile.ZipInfo, budget: _Budget, claimed: int) -> Iterator[bytes]:
    """One part in pieces, as it really is; it must have the size and the checksum it is said to have."""
    size, check = 0, 0
    for piece in _pieces(_packed(data, info), info.compress_type):
        budget.take(len(piece))
        budget.watch.tell(min(100, 100 * budget.used // max(1, claimed)), 100)
        size += len(piece)
        check = zlib.crc32(piece, check)
        if size > info.file_size:
            raise UserError(LYING)
        if size > RATIO_FROM and size > MOST_RATIO * max(1, info.compress_size):
            raise UserError(BOMB, most=MOST_INFLATED // 1024 // 1024)
        yield piece
    if size != info.file_size:
        raise UserError(LYING)
    if check != info.CRC:
        raise UserError(DAMAGED)


def _packed(data: bytes, info: zipfile.ZipInfo) -> memoryview:
    at = info.header_offset
    if at < 0 or data[at : at + 4] != b"PK\x03\x04" or at + 30 > len(data):
        raise UserError(DAMAGED)
    name, extra = struct.unpack_from("<HH", data, at + 26)
    start = at + 30 + name + extra
    if start + info.compress_size > len(data):
        raise UserError(DAMAGED)
    return memoryview(data)[start : start + info.compress_size]


def _pieces(packed: memoryview, method: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        for at in range(0, len(packed), _CHUNK):
            yield bytes(packed[at : at + _CHUNK])
        return
    if method != zipfile.ZIP_DEFLATED:
        raise UserError(DAMAGED)
    try:
        yield from _deflated(packed)
    except zlib.error as error:
        raise UserError(DAMAGED) from error


def _deflated(packed: memoryview) -> Iterator[bytes]:
    """Never more than one chunk at a time, however much a few bytes would unpack to."""
    machine = zlib.decompressobj(-15)
    at, waiting = 0, b""
    while not machine.eof:
        if not waiting:
            waiting = bytes(packed[at : at + _CHUNK])
            at += len(waiting)
        piece = machine.decompress(waiting, _CHUNK)
        if not piece and not waiting and not machine.eof:
            raise UserError(DAMAGED)
        waiting = machine.unconsumed_tail
        yield piece
