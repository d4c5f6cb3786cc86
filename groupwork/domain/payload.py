"""What the two square codes of a scannable sheet say (research: paper.md §4).

`S1` + corner + base32(version 1 B, sheet id 6 B, first 3 B of the layout's digest, page and pages 1 B,
HMAC-SHA256 cut to 4 B with this centre's key). No name, date, group or number is in it: the id leads to
the stored print record, and only in this centre's own file.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass

from groupwork.errors import Refused
from groupwork.i18n import N_

PREFIX = "S1"
VERSION = 1
ID_BYTES = 6
KEY_BYTES = 32
MAX_PAGES = 16
CORNERS = ("A", "D")
"""Upper left and lower right: each code says which one it is."""
NO_SHEET = bytes(ID_BYTES)
"""The id of a preview: never stored, never readable."""
_TYPED = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I L O U to be mistaken when typed
_LOOKS_LIKE = str.maketrans("ILO", "110")


@dataclass(frozen=True)
class SheetCode:
    """The content of one code. `page` counts from 1; `digest` is the first 3 bytes of the layout's."""

    corner: str
    sheet: bytes
    digest: bytes
    page: int
    pages: int


def pack(code: SheetCode, key: bytes) -> str:
    """The 27 letters of a code (upper case and digits only). Raises ValueError for a wrong part."""
    if code.corner not in CORNERS or len(code.sheet) != ID_BYTES or len(code.digest) != 3:
        raise ValueError("sheet code")
    if not 1 <= code.page <= code.pages <= MAX_PAGES:
        raise ValueError("sheet code pages")
    pages = bytes([(code.page - 1) << 4 | (code.pages - 1)])
    body = bytes([VERSION]) + code.sheet + code.digest + pages
    return PREFIX + code.corner + base64.b32encode(body + _seal(code.corner, body, key)).decode()


def unpack(text: str, key: bytes) -> SheetCode:
    """Read a code back. Raises Refused for anything that this centre did not print."""
    corner, packed = text[2:3], text[3:]
    try:
        raw = base64.b32decode(packed.encode("ascii", "replace"))
    except (binascii.Error, ValueError):
        raw = b""
    if not text.startswith(PREFIX) or corner not in CORNERS or len(raw) != 15:
        raise Refused(N_("This is not the code of a Groupwork sheet."))
    body, seal = raw[:11], raw[11:]
    if not hmac.compare_digest(seal, _seal(corner, body, key)):
        raise Refused(N_("This sheet was printed by another centre or with another file."))
    if body[0] != VERSION:
        raise Refused(N_("This sheet was printed by a newer Groupwork."))
    return SheetCode(corner, body[1:7], body[7:10], (body[10] >> 4) + 1, (body[10] & 15) + 1)


def typed_code(sheet: bytes) -> str:
    """ "7K3F-Q2MV": the code to type by hand, from the first 40 bits of the sheet id."""
    number = int.from_bytes(sheet[:5], "big")
    letters = "".join(_TYPED[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}"


def read_typed(text: str) -> bytes | None:
    """The first 5 bytes of the sheet id that somebody typed, or None when it cannot be a code."""
    letters = "".join(text.upper().split()).replace("-", "").translate(_LOOKS_LIKE)
    if len(letters) != 8 or any(letter not in _TYPED for letter in letters):
        return None
    number = 0
    for letter in letters:
        number = number << 5 | _TYPED.index(letter)
    return number.to_bytes(5, "big")


def _seal(corner: str, body: bytes, key: bytes) -> bytes:
    return hmac.new(key, (PREFIX + corner).encode() + body, hashlib.sha256).digest()[:4]
