"""The data key and the slots that hold it: one per sign-in, one for the recovery sheet.

A slot is the data key sealed (AES-256-GCM) under a key derived (Argon2id) from what a person knows.
Everything else in the slot is authenticated with it, so a slot moved to another person or another file,
or made cheaper to guess, does not open. Nothing here touches the disk.
"""

from __future__ import annotations

import hmac
import json
import secrets
import unicodedata
from dataclasses import dataclass, field
from hashlib import sha256

from groupwork.domain.text import fold
from groupwork.errors import Damaged, Refused, WrongPassphrase
from groupwork.i18n import N_

FILE_ID_BYTES = 16
KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
SEALED_BYTES = KEY_BYTES + 16

SHORTEST = 10
LONGEST = 1000

PERSON, RECOVERY = "person", "recovery"

WRONG = N_("The sign-in name or the passphrase does not open this file. Check capital letters and try again.")
WRONG_CODE = N_("This recovery code does not open this file. Is it the newest recovery sheet of this centre?")
DAMAGED_SLOT = N_("The key file beside the centre’s file is damaged. Use a backup or the recovery sheet.")
TOO_SHORT = N_("A passphrase has at least {shortest} characters.")
TOO_LONG = N_("A passphrase has at most {longest} characters.")
NOT_TEXT = N_("The passphrase contains a character that cannot be typed. Type it again.")
NO_NAME = N_("Type your first name: it is your sign-in name.")


@dataclass(frozen=True)
class Kdf:
    """How hard guessing is made: Argon2id (RFC 9106, second choice), memory in KiB."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def require_sane(self) -> None:
        """Raises Damaged outside 19 MiB–1 GiB, 1–10 passes, 1–16 lanes: too cheap, or made to hang us."""
        if not (
            19 * 1024 <= self.memory_kib <= 1024 * 1024 and 1 <= self.passes <= 10 and 1 <= self.lanes <= 16
        ):
            raise Damaged(DAMAGED_SLOT)

    def derive(self, secret: str, salt: bytes) -> bytes:
        """32 bytes from what the person typed; takes a sixth of a second with the usual values."""
        from argon2.low_level import Type, hash_secret_raw

        self.require_sane()
        return hash_secret_raw(
            secret.encode("utf-8"), salt, self.passes, self.memory_kib, self.lanes, KEY_BYTES, Type.ID
        )


@dataclass(frozen=True)
class DataKey:
    """The key of one file's pages with the file's id, which is the salt in its first 16 bytes."""

    file_id: bytes
    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.file_id) != FILE_ID_BYTES or len(self.secret) != KEY_BYTES:
            raise Damaged(DAMAGED_SLOT)

    def raw(self) -> str:
        """The key as SQLCipher takes it raw: no derivation, the salt given."""
        return f"x'{self.secret.hex()}{self.file_id.hex()}'"


@dataclass(frozen=True)
class Slot:
    """The data key, sealed for whoever knows one secret. `who` is no name (`mark_of`)."""

    kind: str
    who: str
    kdf: Kdf
    salt: bytes
    nonce: bytes
    sealed: bytes

    def header(self, file_id: bytes) -> bytes:
        """What is authenticated with the key: everything that must not be changed."""
        told = {
            "file": file_id.hex(),
            "kind": self.kind,
            "who": self.who,
            "kdf": ["argon2id", self.kdf.memory_kib, self.kdf.passes, self.kdf.lanes],
            "salt": self.salt.hex(),
        }
        return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def new_data_key() -> DataKey:
    """A random key and a random file id for a file that does not exist yet."""
    return DataKey(secrets.token_bytes(FILE_ID_BYTES), secrets.token_bytes(KEY_BYTES))


def seal(key: DataKey, kind: str, who: str, secret: str, kdf: Kdf | None = None) -> Slot:
    """A slot that `unseal` opens with the same secret."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    kdf = kdf or Kdf()
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    slot = Slot(kind, who, kdf, salt, nonce, b"")
    sealed = AESGCM(kdf.derive(secret, salt)).encrypt(nonce, key.secret, slot.header(key.file_id))
    return Slot(kind, who, kdf, salt, nonce, sealed)


def unseal(slot: Slot, file_id: bytes, secret: str) -> DataKey:
    """The data key. Raises WrongPassphrase: decided here, before the database is touched."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        opened = AESGCM(slot.kdf.derive(secret, slot.salt)).decrypt(
            slot.nonce, slot.sealed, slot.header(file_id)
        )
    except InvalidTag as wrong:
        raise WrongPassphrase(WRONG if slot.kind == PERSON else WRONG_CODE) from wrong
    return DataKey(file_id, opened)


def mark_of(file_id: bytes, sign_in_name: str) -> str:
    """What a slot is found by: HMAC(file id, folded sign-in name), as hexadecimal digits."""
    return hmac.new(file_id, fold(sign_in_name).encode("utf-8", "surrogatepass"), sha256).hexdigest()


def sign_in_name(typed: str) -> str:
    """The sign-in name of a typed name: its first word, folded. Raises Refused when nothing is left.

    "Émile Durand" signs in as "emile". Slots depend on `fold`: it may learn letters, never unlearn them.
    """
    words = fold(typed).split()
    if not words:
        raise Refused(NO_NAME)
    return words[0]


def passphrase(typed: str) -> str:
    """What a key is derived from: NFKC, so that both ways to type "é" are one; outer blanks dropped.

    Raises Refused for what no keyboard gives (NUL, half a surrogate pair).
    """
    clean = unicodedata.normalize("NFKC", typed).strip()
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in clean):
        raise Refused(NOT_TEXT)
    if len(clean) > LONGEST:
        raise Refused(TOO_LONG, longest=LONGEST)
    return clean


def new_passphrase(typed: str) -> str:
    """As `passphrase`, and long enough for a new one. Raises Refused."""
    clean = passphrase(typed)
    if len(clean) < SHORTEST:
        raise Refused(TOO_SHORT, shortest=SHORTEST)
    return clean
