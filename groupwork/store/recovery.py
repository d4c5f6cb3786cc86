"""The recovery code, and the slot it opens as text that fits the recovery sheet's code.

Sheet and code together open the file when every key file is lost.
"""

from __future__ import annotations

import base64
import binascii
import secrets
import struct

from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.store.keys import FILE_ID_BYTES, NONCE_BYTES, RECOVERY, SALT_BYTES, SEALED_BYTES, Kdf, Slot

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 signs without 0, O, 1, I and L. 31 is a prime, which the check letter needs."""

LENGTH = 25
GROUPS = (5, 5, 5, 5, 6)
PREFIX = "GWR1-"
_PACKED = struct.Struct(f">IBB{FILE_ID_BYTES}s{SALT_BYTES}s{NONCE_BYTES}s{SEALED_BYTES}s")

BAD_CODE = N_("The recovery code is mistyped. Compare it with the sheet, letter by letter.")
BAD_SHEET = N_("This is not the code of a recovery sheet, or a part of it is missing.")


def new_code() -> str:
    """25 random signs (124 bits) and a check letter, as "XXXXX-XXXXX-XXXXX-XXXXX-XXXXXX"."""
    signs = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return grouped(signs + check_letter(signs))


def grouped(code: str) -> str:
    """The 26 signs in the groups of the sheet."""
    parts, start = [], 0
    for size in GROUPS:
        parts.append(code[start : start + size])
        start += size
    return "-".join(parts)


def check_letter(signs: str) -> str:
    """Sees every single wrong sign and every exchange of two: weights 1–25 modulo the prime 31."""
    total = sum(weight * LETTERS.index(sign) for weight, sign in enumerate(signs, start=1))
    return LETTERS[total % len(LETTERS)]


def read_code(typed: str) -> str:
    """The 26 signs of a typed code: case, blanks and dashes do not matter. Raises Refused."""
    code = "".join(typed.upper().replace("-", " ").replace("–", " ").split())
    if len(code) != LENGTH + 1 or set(code) - set(LETTERS) or check_letter(code[:LENGTH]) != code[LENGTH]:
        raise Refused(BAD_CODE)
    return code


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
