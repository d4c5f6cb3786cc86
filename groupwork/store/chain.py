"""The chain that makes the journal tamper-evident: what is authenticated, and how.

Each entry's code is HMAC-SHA256 over the code before it and everything the entry says; a row's images
enter only as a salted digest, so that they can be erased while the chain still verifies. Whoever holds
the open file also holds the key: the anchor kept outside (sidecar, backup) is what such a person
cannot change. Tamper-evident, not tamper-proof.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

KEY_BYTES = 32
SALT_BYTES = 16
START = bytes(32)
"""The code before the first entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The authenticated fields of one journal entry; `params` is its JSON text, `at` ISO UTC."""

    id: int
    seq: int
    workstation: str
    at: str
    kind: str
    actor: int | None
    verb: str
    params: str
    undoes: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """The authenticated fields of one changed row."""

    table: str
    row: int
    op: str
    digest: bytes


def new_key() -> bytes:
    """A random key for a new chain."""
    return secrets.token_bytes(KEY_BYTES)


def new_salt() -> bytes:
    """A random salt for one image."""
    return secrets.token_bytes(SALT_BYTES)


def digest(salt: bytes, before: str | None, after: str | None) -> bytes:
    """The salted hash of a row's two images (JSON text, None for no row)."""
    return hashlib.sha256(salt + json.dumps([before, after]).encode("ascii")).digest()


def code(key: bytes, previous: bytes, entry: Entry, changes: Iterable[Change]) -> bytes:
    """The entry's code, following the code of the entry before it in the chain."""
    text = json.dumps(
        [
            entry.id,
            entry.seq,
            entry.workstation,
            entry.at,
            entry.kind,
            entry.actor,
            entry.verb,
            entry.params,
            entry.undoes,
            [[c.table, c.row, c.op, c.digest.hex()] for c in changes],
        ]
    )
    return hmac.digest(key, previous + text.encode("ascii"), "sha256")
