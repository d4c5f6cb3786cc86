"""The recovery code, and the slot it opens as text that fits the recovery sheet's code.

Sheet and code together open the file when every key file is lost.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
import struct

from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.store.keys import FILE_ID_BYTES, NONCE_BYTES, RECOVERY, SALT_BYTES, SEALED_BYTES, Kdf, Slot

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 signs without 0, O, 1, I and L. 31 is a prime, which the check letters need."""

SECRET = 24
LENGTH = SECRET + 2
GROUPS = (5, 5, 5, 5, 6)
PREFIX = "GWR1-"
_PACKED = struct.Struct(f">IBB{FILE_ID_BYTES}s{SALT_BYTES}s{NONCE_BYTES}s{SEALED_BYTES}s")
_BETWEEN = re.compile(r"[\s\-–—]+")

NOT_A_SIGN = N_("Group {group} of the code: “{sign}” is in no code. Compare this group with the sheet.")
NO_GROUP = N_("Group {group} of the code has {count} characters and needs {needed}.")
NO_LENGTH = N_("The code has {count} characters and needs {needed}: five groups, the last one of six.")
ONE_WRONG = N_("Group {group} of the code is mistyped. Compare it with the sheet, letter by letter.")
BAD_CODE = N_("The recovery code is mistyped. Compare it with the sheet, letter by letter.")
BAD_SHEET = N_("This is not the code of a recovery sheet, or a part of it is missing.")


def new_code() -> str:
    """24 random signs (118 bits) and two check letters, as "XXXXX-XXXXX-XXXXX-XXXXX-XXXXXX"."""
    signs = "".join(secrets.choice(LETTERS) for _ in range(SECRET))
    return grouped(signs + check_letters(signs))


def grouped(code: str) -> str:
    """The 26 signs in the groups of the sheet."""
    parts, start = [], 0
    for size in GROUPS:
        parts.append(code[start : start + size])
        start += size
    return "-".join(parts)


def group_at(place: int) -> int:
    """The group (1–5) in which the sign at a place (0–25) stands; the last for anything behind."""
    return min(place // GROUPS[0] + 1, len(GROUPS))


def check_letters(signs: str) -> str:
    """Two letters that make both sums of a whole code 0 modulo 31: plain, and weighted by place 1–26.

    That is a Reed–Solomon code: one wrong sign is seen and found, an exchange of two is always seen.
    """
    plain, weighted = _sums(signs)
    last = (-weighted + (LENGTH - 1) * plain) % len(LETTERS)
    return LETTERS[(-plain - last) % len(LETTERS)] + LETTERS[last]


def read_code(typed: str) -> str:
    """The 26 signs of a typed code: case, blanks and dashes do not matter.

    Raises Refused, with the number of the group where the mistake is when that can be told.
    """
    parts = [part for part in _BETWEEN.split(typed.upper()) if part]
    code = "".join(parts)
    for place, sign in enumerate(code[:LENGTH]):
        if sign not in LETTERS:
            at = _group_of(parts, place)
            raise Refused(NOT_A_SIGN, group=at, sign=sign)
    if len(code) != LENGTH:
        raise _not_whole(parts, len(code))
    plain, weighted = _sums(code)
    if plain or weighted:
        raise _mistyped(plain, weighted)
    return code


def _sums(signs: str) -> tuple[int, int]:
    values = [LETTERS.index(sign) for sign in signs]
    weighted = sum(place * value for place, value in enumerate(values, start=1))
    return sum(values) % len(LETTERS), weighted % len(LETTERS)


def _mistyped(plain: int, weighted: int) -> Refused:
    """One wrong sign adds d to the plain sum and place × d to the other: their quotient is its place."""
    if plain:
        place = weighted * pow(plain, -1, len(LETTERS)) % len(LETTERS)
        if 1 <= place <= LENGTH:
            return Refused(ONE_WRONG, group=group_at(place - 1))
    return Refused(BAD_CODE)


def _group_of(parts: list[str], place: int) -> int:
    """The group as it was typed, when it was typed in groups."""
    if len(parts) != len(GROUPS):
        return group_at(place)
    for number, part in enumerate(parts, start=1):
        if place < len(part):
            return number
        place -= len(part)
    return len(GROUPS)


def _not_whole(parts: list[str], count: int) -> Refused:
    if len(parts) == len(GROUPS):
        for number, (part, needed) in enumerate(zip(parts, GROUPS, strict=True), start=1):
            if len(part) != needed:
                return Refused(NO_GROUP, group=number, count=len(part), needed=needed)
    return Refused(NO_LENGTH, count=count, needed=LENGTH)


def payload(file_id: bytes, slot: Slot) -> str:
    """The whole recovery slot in 165 signs of a QR code's short alphabet."""
    packed = _PACKED.pack(
        slot.kdf.memory_kib, slot.kdf.passes, slot.kdf.lanes, file_id, slot.salt, slot.nonce, slot.sealed
    )
    return PREFIX + base64.b32encode(packed).decode("ascii").rstrip("=")


def read_payload(text: str) -> tuple[bytes, Slot]:
    """File id and slot from a recovery sheet. Raises Refused."""
    body = "".join(text.split()).upper()
    if not body.startswith(PREFIX):
        raise Refused(BAD_SHEET)
    body = body.removeprefix(PREFIX)
    try:
        parts = _PACKED.unpack(base64.b32decode(body + "=" * (-len(body) % 8)))
    except (binascii.Error, struct.error, ValueError) as wrong:
        raise Refused(BAD_SHEET) from wrong
    memory, passes, lanes, file_id, salt, nonce, sealed = parts
    return file_id, Slot(RECOVERY, RECOVERY, Kdf(memory, passes, lanes), salt, nonce, sealed)
