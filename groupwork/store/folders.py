"""Where the centre's file may lie: a folder of this computer that nobody else writes to.

A write-ahead log needs memory shared by all who open the file, which no network folder gives, and a
sync program copies file and log at different moments. Both lose marks silently, so both are refused.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from groupwork.errors import Missing, ReadOnly, WrongPlace
from groupwork.i18n import N_
from groupwork.store import durable

Probe = Callable[[Path], str]
"""Gives the kind of file system a folder lies on, as the system names it ("ext4", "cifs", "remote")."""

NETWORK = frozenset(
    {"9p", "afs", "afpfs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs"}
    | {"fuse.rclone", "fuse.s3fs", "fuse.sshfs", "fuse.smbnetfs", "glusterfs", "lustre", "ncpfs", "nfs"}
    | {"nfs3", "nfs4", "remote", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs", "webdav"}
)
SYNCED_NAMES = (
    "creative cloud files",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud drive",
    "iclouddrive",
    "magentacloud",
    "mega",
    "megasync",
    "nextcloud",
    "onedrive",
    "owncloud",
    "pclouddrive",
    "strato hidrive",
    "syncthing",
)
SYNCED_MARKS = (".dropbox", ".dropbox.cache", ".owncloudsync.log", ".stfolder", ".nextcloudsync.log")
SYNCED_ENVIRONMENT = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")

NETWORK_FOLDER = N_(
    "“{folder}” is on a network drive. A centre’s file there can lose what was recorded. Choose a folder on "
    "this computer. To use one centre from several computers, a PostgreSQL server is the way."
)
SYNCED_FOLDER = N_(
    "“{folder}” is kept in step by a cloud service. A centre’s file there can lose what was recorded. Choose "
    "a folder that is not synchronised; backups may go there. To use one centre from several computers, a "
    "PostgreSQL server is the way."
)
FILE_READ_ONLY = N_("The file “{file}” is write-protected. Allow writing to it, or open it for reading only.")


def require_own_folder(path: Path, probe: Probe | None = None) -> None:
    """Refuse a file in a folder that is missing, on a network or kept in step by a cloud service.

    Raises Missing or WrongPlace; `probe` tells the file system and is replaced in tests.
    """
    folder = path.parent
    require_folder(folder)
    if is_network(folder, probe or machine_probe):
        raise WrongPlace(NETWORK_FOLDER, folder=str(folder))
    if is_synced(folder):
        raise WrongPlace(SYNCED_FOLDER, folder=str(folder))


def require_folder(folder: Path) -> None:
    """Raises Missing unless the folder is there."""
    if not folder.is_dir():
        raise Missing(durable.GONE, folder=str(folder))


def require_writable(path: Path) -> None:
    """Raises ReadOnly when the file or its folder cannot be written; asks the system, writes nothing."""
    if not os.access(path.parent, os.W_OK):
        raise ReadOnly(durable.NOT_WRITABLE, folder=str(path.parent))
    if path.exists() and not os.access(path, os.W_OK):
        raise ReadOnly(FILE_READ_ONLY, file=path.name)


def is_network(folder: Path, probe: Probe) -> bool:
    """Whether the folder lies on another computer, as far as the system tells."""
    where = folder.resolve()
    return str(where).startswith(("\\\\", "//")) or probe(where).casefold() in NETWORK


def is_synced(folder: Path) -> bool:
    """Whether the folder, or one above it, belongs to a cloud service's client."""
    where = folder.resolve()
    roots = {Path(os.environ[name]) for name in SYNCED_ENVIRONMENT if os.environ.get(name)}
    for place in (where, *where.parents):
        name = place.name.casefold()
        if place in roots or name in SYNCED_NAMES or name.startswith(("onedrive - ", "dropbox (")):
            return True
        if "cloudstorage" in name or name == "mobile documents":  # both below ~/Library on macOS
            return True
        if any((place / mark).exists() for mark in SYNCED_MARKS):
            return True
    return False


def machine_probe(folder: Path) -> str:
    """The file system's name on this machine; "" where the system does not say."""
    if sys.platform == "win32":
        return _windows_drive(folder)
    with suppress(OSError):
        return _linux_mount(folder, Path("/proc/self/mountinfo").read_text(encoding="utf-8"))
    return ""


def _linux_mount(folder: Path, table: str) -> str:
    """The type of the mount that is the longest prefix of the folder; the last such line wins."""
    best, kind = -1, ""
    for line in table.splitlines():
        fields = line.split(" ")
        if "-" not in fields:
            continue
        mount = Path(fields[4].encode().decode("unicode_escape"))  # blanks are written as \040
        if folder.is_relative_to(mount) and len(mount.parts) >= best:
            best, kind = len(mount.parts), fields[fields.index("-") + 1]
    return kind


def _windows_drive(folder: Path) -> str:
    """ "remote" for a drive letter that stands for a share."""
    import ctypes

    drive_remote = 4
    kernel = getattr(ctypes, "windll", None)
    if kernel is not None and kernel.kernel32.GetDriveTypeW(folder.anchor) == drive_remote:
        return "remote"
    return ""
