"""What a file is, from its first bytes and its size: ours, something else, or cut off.

The database itself cannot say it: a wrong key, a picture and a damaged page all give the same error.
"""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import suppress
from pathlib import Path

from groupwork.errors import Damaged, Missing, NotOurs, ReadOnly, Trouble
from groupwork.i18n import N_
from groupwork.store.keys import FILE_ID_BYTES, DataKey

PAGE = 4096
_RESERVED = 80
"""SQLCipher 4 ends each page with the 16 bytes its cipher starts from and 64 bytes of its checksum."""
_COUNT_AT = slice(28, 32)
PLAIN_HEADER = b"SQLite format 3\0"

FILE_MISSING = N_("The file “{file}” is not there. Was it moved or renamed, or a drive unplugged?")
IS_FOLDER = N_("“{file}” is a folder. Choose the centre’s file in it.")
EMPTY = N_("The file “{file}” is empty. Choose another file, or restore a backup.")
PLAIN = N_("“{file}” is an unencrypted database of another program, not a Groupwork file.")
PICTURE = N_("“{file}” is a picture, not a Groupwork file.")
DOCUMENT = N_("“{file}” is a document of another program, not a Groupwork file.")
TEXT = N_("“{file}” is a text file, not a Groupwork file.")
OTHER = N_("“{file}” is not a Groupwork file.")
UNREADABLE = N_("The file “{file}” may not be read. Ask who looks after this computer.")
CUT_OFF = N_(
    "The file “{file}” is cut off: its end is missing. Do not work with it; restore the newest backup to a "
    "new file. The damaged file is kept as it is."
)
PAGE_DAMAGED = N_(
    "The file “{file}” is damaged: a part of it cannot be read. Do not work with it; restore the newest "
    "backup to a new file. The damaged file is kept as it is."
)

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"BM", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"RIFF", PICTURE),
    (b"%PDF", DOCUMENT),
    (b"PK\x03\x04", DOCUMENT),
    (b"\xd0\xcf\x11\xe0", DOCUMENT),
    (b"{\\rtf", DOCUMENT),
)

_guard = threading.Lock()
_open_here: Counter[tuple[int, int]] = Counter()
_ids_here: dict[tuple[int, int], bytes] = {}


def file_id_of(path: Path) -> bytes:
    """The id of one of our files: its first 16 bytes, which SQLCipher uses as its salt.

    Raises Missing, NotOurs in words for each other kind of file, or ReadOnly when it may not be read. A
    file that this process has open is not opened again: on POSIX closing any handle of a file drops all
    locks that the process holds on it, and SQLite would lose its own.
    """
    if path.is_dir():
        raise NotOurs(IS_FOLDER, file=path.name)
    known = _known(path)
    if known is not None:
        return known
    try:
        with path.open("rb") as file:
            start = file.read(PAGE)
    except FileNotFoundError as error:
        raise Missing(FILE_MISSING, file=path.name) from error
    except OSError as error:
        raise ReadOnly(UNREADABLE, file=path.name) from error
    kind = kind_of(start)
    if kind != OTHER or len(start) < FILE_ID_BYTES:
        raise NotOurs(kind, file=path.name)
    return start[:FILE_ID_BYTES]


def kind_of(start: bytes) -> str:
    """The sentence for a file that begins so; OTHER for bytes that could be ours.

    Ours begin with random bytes, drawn again until they look like no other kind (`database.create`).
    """
    if not start:
        return EMPTY
    if start.startswith(PLAIN_HEADER):
        return PLAIN
    for beginning, sentence in _BEGINNINGS:
        if start.startswith(beginning):
            return sentence
    return TEXT if _is_text(start) else OTHER


def _is_text(start: bytes) -> bool:
    with suppress(UnicodeDecodeError):
        return "\0" not in start[:512].decode("utf-8")
    return False


def damage(path: Path, key: DataKey) -> Trouble:
    """Why a file whose key is right does not open: its end is missing, or a page is damaged."""
    promised = pages_promised(path, key)
    with suppress(OSError):
        if path.stat().st_size < max(promised, 1) * PAGE:
            return Damaged(CUT_OFF, file=path.name)
    return Damaged(PAGE_DAMAGED, file=path.name)


def pages_promised(path: Path, key: DataKey) -> int:
    """How many pages the file says it has; 0 when its first page cannot be read.

    SQLite keeps the number at byte 28 of the first page, which is decrypted here by itself (AES-256-CBC,
    the first 16 bytes are the salt).
    """
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    with suppress(OSError):
        with path.open("rb") as file:
            page = file.read(PAGE)
        if len(page) < PAGE:
            return 0
        start = page[PAGE - _RESERVED : PAGE - _RESERVED + 16]
        decryptor = Cipher(algorithms.AES(key.secret), modes.CBC(start)).decryptor()
        plain = PLAIN_HEADER + decryptor.update(page[16:64]) + decryptor.finalize()
        return int.from_bytes(plain[_COUNT_AT], "big")
    return 0


def remember_open(path: Path, file_id: bytes) -> None:
    """This process has a connection to the file from now on (`file_id_of`)."""
    with _guard, suppress(OSError):
        _open_here[_inode(path)] += 1
        _ids_here[_inode(path)] = file_id


def forget_open(path: Path) -> None:
    """One connection fewer."""
    with _guard, suppress(OSError):
        here = _inode(path)
        _open_here[here] -= 1
        if _open_here[here] <= 0:
            _open_here.pop(here, None)
            _ids_here.pop(here, None)


def _known(path: Path) -> bytes | None:
    with _guard, suppress(OSError):
        return _ids_here.get(_inode(path))
    return None


def _inode(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
