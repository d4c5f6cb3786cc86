"""Small files that are either the old one or the new one after a power cut, never half of both."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from groupwork.errors import DiskFull, Missing, ReadOnly
from groupwork.i18n import N_

NO_ROOM = N_("The disk is full. Nothing was changed. Make room and try again.")
NOT_WRITABLE = N_("Nothing can be written in the folder “{folder}”. Choose a folder of your own.")
GONE = N_("The folder “{folder}” is not there. Was a drive unplugged, or a folder renamed?")

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
VANISHED = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.EIO, errno.ENXIO})


@contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Turn what the system says about writing below the folder into DiskFull, ReadOnly or Missing."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise DiskFull(NO_ROOM) from error
        if error.errno in FORBIDDEN:
            raise ReadOnly(NOT_WRITABLE, folder=str(folder)) from error
        if error.errno in VANISHED:
            raise Missing(GONE, folder=str(folder)) from error
        raise


def write(path: Path, data: bytes) -> None:
    """Replace the file as a whole: a temporary file, synced, renamed over it, the folder synced.

    Raises DiskFull, ReadOnly or Missing; the old file is then unchanged.
    """
    part = path.with_name(path.name + ".part")
    with in_words(path.parent):
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Have the file's bytes on the disk when this returns."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Have the folder's names on the disk when this returns; Windows has no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
