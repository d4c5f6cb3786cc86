"""The smallest .xls there is, by hand: a compound file with one stream of BIFF8 records."""

import struct

END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
STREAM = 8192
"""Long enough not to be a small stream."""


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def old_workbook(rows, *, password: bool = False) -> bytes:
    """An .xls of words; with a password it says so in its first record and hides the rest."""
    cells = b"".join(
        record(0x0204, struct.pack("<HHHHB", r, c, 0, len(text), 1) + text.encode("utf-16-le"))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    begin = record(0x0809, struct.pack("<HHHHLL", 0x0600, 5, 0, 0, 0, 0))
    locked = record(0x002F, struct.pack("<HHH", 1, 1, 1) + b"\x00" * 48) if password else b""
    name = "Liste".encode("latin-1")
    sheet_at = len(begin) + len(locked) + 4 + 8 + len(name) + 4
    sheet = record(0x0085, struct.pack("<LBBBB", sheet_at, 0, 0, len(name), 0) + name)
    body = record(0x0809, struct.pack("<HHHHLL", 0x0600, 0x10, 0, 0, 0, 0)) + cells + record(0x000A)
    return compound(begin + locked + sheet + record(0x000A) + body)


def compound(stream: bytes) -> bytes:
    """A compound file with the one stream "Workbook"."""
    content = stream.ljust(STREAM, b"\x00")
    sectors = len(content) // 512
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 16
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\x00" * 6
    head += struct.pack("<LLLLLLLLL", 0, 1, 1, 0, 4096, END, 0, END, 0)
    head += struct.pack("<L", 0) + struct.pack("<L", FREE) * 108
    chain = [FAT, END, *range(3, 2 + sectors), END]
    table = b"".join(struct.pack("<L", n) for n in chain).ljust(512, b"\xff")
    folder = entry("Root Entry", 5, 1, END, 0) + entry("Workbook", 2, FREE, 2, len(content))
    return head + table + folder + entry("", 0, FREE, 0, 0) * 2 + content


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    words = name.encode("utf-16-le")
    return (
        words.ljust(64, b"\x00")
        + struct.pack("<HBBLLL", len(words) + 2 if name else 0, kind, 1, FREE, FREE, child)
        + b"\x00" * 36
        + struct.pack("<LLL", start, size, 0)
    )
