"""Where a file may lie."""

import os
from pathlib import Path

import pytest

from groupwork.errors import Missing, WrongPlace
from groupwork.store import folders
from groupwork.store.folders import _linux_mount, is_network, is_synced, require_own_folder
from tests import vaults

MOUNTS = r"""22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/root rw
30 22 0:26 / /mnt/centre rw - cifs //server/share rw
31 30 0:27 / /mnt/centre/local\040disk rw - ext4 /dev/sdb1 rw
32 22 0:28 / /srv/x/far rw - fuse.sshfs me@host:/ rw
"""


@pytest.mark.parametrize("kind", ["cifs", "nfs4", "smb3", "fuse.sshfs", "9p", "davfs", "remote", "NFS"])
def test_a_network_drive_is_refused_with_the_way_out(tmp_path, kind):
    with pytest.raises(WrongPlace, match="PostgreSQL"):
        require_own_folder(tmp_path / "c.groupwork", lambda _folder: kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "tmpfs", "NTFS", "apfs", "overlay", ""])
def test_a_folder_of_this_computer_is_taken(tmp_path, kind):
    require_own_folder(tmp_path / "c.groupwork", lambda _folder: kind)


@pytest.mark.parametrize(
    "name", ["OneDrive", "OneDrive - Centre e.V.", "Dropbox", "Nextcloud", "iCloudDrive", "Google Drive"]
)
def test_a_synchronised_folder_is_refused(tmp_path, name):
    inside = tmp_path / name / "deep"
    inside.mkdir(parents=True)
    with pytest.raises(WrongPlace, match="cloud"):
        require_own_folder(inside / "c.groupwork", vaults.local)


def test_a_mark_of_a_sync_program_is_seen(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    assert is_synced(tmp_path)


def test_the_folder_named_by_onedrive_itself_is_seen(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    (tmp_path / "inside").mkdir()
    assert is_synced(tmp_path / "inside")


def test_a_folder_that_is_gone(tmp_path):
    with pytest.raises(Missing, match="unplugged"):
        require_own_folder(tmp_path / "gone" / "c.groupwork", vaults.local)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/me", "ext4"),
        ("/mnt/centre/x", "cifs"),
        ("/mnt/centre/local disk/x", "ext4"),
        ("/srv/x/far/y", "fuse.sshfs"),
        ("/mnt/centreville", "ext4"),
    ],
)
def test_the_longest_mount_counts(folder, kind):
    assert _linux_mount(Path(folder), MOUNTS) == kind


def test_the_machine_is_asked(tmp_path):
    assert isinstance(folders.machine_probe(tmp_path), str)
    assert not is_network(tmp_path, folders.machine_probe)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_folder_without_the_right_to_write_is_said(vault_file):
    from groupwork.errors import ReadOnly

    vault_file.parent.chmod(0o555)
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            if os.getuid() == 0:
                os.setuid(65534)
            folders.require_writable(vault_file)
        except ReadOnly as refused:
            status = 0 if "Nothing can be written" in str(refused) else 2
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    vault_file.parent.chmod(0o755)
