"""Which letters a text file is written in: UTF-8, UTF-16 or Windows-1252."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from groupwork.errors import UserError
from groupwork.i18n import N_

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"SQLite format 3\x00",
    b"{\\rtf",
    b"\x7fELF",
    b"MZ\x90",
)
_SHOWN = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows-1252"}
SAMPLE = 4096
# Signs inside a word: Polish or Czech letters of another code page read as Windows-1252 ("Pawe³", "£¹cki").
_WRONG_LETTERS = re.compile("[¡¢£¤¥¦©¬®±²³¹¼½¾¿][a-zA-Z]|[^\\W\\d_]{3}[¢£¤¥¦©¬®±²³¹¼½¾]")

EMPTY = N_("The file is empty.")
SPREADSHEET = N_(
    "This is a spreadsheet file, not CSV. Open it in your spreadsheet program and save it as “CSV UTF-8”."
)
BINARY = N_("This is not a text file, so no people can be read from it. Choose a CSV file.")
UNREADABLE = N_("The letters of this file cannot be read. Save it again as “CSV UTF-8”.")


@dataclass(frozen=True)
class Decoded:
    """The text without its mark, and the encoding's name as people know it."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text of a file. Raises UserError in words for what is empty, binary or in no known encoding."""
    if not data.strip(b" \t\r\n\x00"):
        raise UserError(EMPTY)
    if data.startswith(_EXCEL):
        raise UserError(SPREADSHEET)
    if data.startswith(_OTHERS):
        raise UserError(BINARY)
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252" and _WRONG_LETTERS.search(text):
            continue
        return Decoded(_checked(text.removeprefix("\ufeff")), _SHOWN.get(encoding, encoding.upper()[:6]))
    marked = any(data.startswith(mark) for mark, _ in _BOMS)
    raise UserError(UNREADABLE if marked or not _binary(data.decode("latin-1")) else BINARY)


def _candidates(data: bytes) -> tuple[str, ...]:
    """The encodings that come into question, the most certain first."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return (encoding,)
    wide = _utf16_without_mark(data[:SAMPLE])
    return (wide,) if wide else ("utf-8", "cp1252")


def _utf16_without_mark(sample: bytes) -> str:
    """UTF-16 without a mark: in a header of Latin letters every second byte is 0."""
    even, odd = sample[0::2], sample[1::2]
    if len(sample) < 4 or not odd:
        return ""
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.2 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.2 * len(odd):
        return "utf-16-be"
    return ""


def _checked(text: str) -> str:
    if not text.strip():
        raise UserError(EMPTY)
    if _binary(text[: 16 * SAMPLE]):
        raise UserError(BINARY)
    return text


def _binary(text: str) -> bool:
    """More than one control character in a hundred: nobody typed that. A single NUL is left to its row."""
    controls = sum(c < " " and c not in "\t\n\r\x0b\x0c" for c in text)
    return controls > max(1, len(text) // 100)
