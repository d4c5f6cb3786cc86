"""Folders that cannot take a backup, and disks that go away meanwhile: clear words, nothing lost."""

import errno
import shutil
from pathlib import Path

import pytest

from groupwork.errors import Cancelled, DiskFull, Missing, ReadOnly, WrongPlace
from groupwork.operations import backups
from groupwork.store import backup
from tests.backed_up import change, names


class TestFolderRefused:
    def test_inside_a_backup(self, desk):
        made = backups.make(desk).backup
        inside = made.folder / "more"
        inside.mkdir()
        for folder in (made.folder, inside):
            with pytest.raises(WrongPlace, match="itself"):
                backups.choose_folder(desk, folder)
        assert backups.state(desk).own_folder

    def test_missing(self, desk, tmp_path):
        with pytest.raises(Missing, match="unplugged"):
            backups.choose_folder(desk, tmp_path / "not there")

    def test_full(self, desk, tmp_path, monkeypatch):
        full = type("Usage", (), {"free": 1000})
        monkeypatch.setattr(backup.shutil, "disk_usage", lambda _folder: full)
        with pytest.raises(DiskFull, match="not enough room"):
            backups.choose_folder(desk, tmp_path)

    def test_unwritable(self, desk, tmp_path, monkeypatch):
        refuse_writing(monkeypatch, tmp_path)
        with pytest.raises(ReadOnly, match="Nothing can be written"):
            backups.choose_folder(desk, tmp_path)

    def test_both_the_same(self, desk, tmp_path):
        backups.choose_folder(desk, tmp_path)
        with pytest.raises(WrongPlace, match="already go"):
            backups.choose_second(desk, tmp_path)

    def test_a_synced_one_is_allowed_and_told(self, desk, tmp_path):
        folder = tmp_path / "Nextcloud"
        folder.mkdir()
        assert "cloud service" in backups.choose_folder(desk, folder)
        assert backups.state(desk).folder == folder

    def test_the_same_disk_is_told(self, desk, tmp_path):
        folder = tmp_path / "other"
        folder.mkdir()
        assert "same disk" in backups.choose_second(desk, folder)

    def test_the_apps_own_again(self, desk, tmp_path):
        backups.choose_folder(desk, tmp_path)
        assert backups.choose_folder(desk, None) == ""
        assert backups.state(desk).own_folder


def refuse_writing(monkeypatch, folder):
    real = Path.open

    def opened(self, mode="r", *args, **options):
        if "w" in mode and self.is_relative_to(folder):
            raise PermissionError(errno.EACCES, "no", str(self))
        return real(self, mode, *args, **options)

    monkeypatch.setattr(Path, "open", opened)


class TestMidWay:
    """What goes wrong while it is made leaves every older backup and nothing half-made."""

    @pytest.fixture
    def folder(self, desk, tmp_path):
        folder = tmp_path / "stick"
        folder.mkdir()
        backups.choose_folder(desk, folder)
        change(desk, "x" * 200_000)
        return folder

    @pytest.mark.parametrize("percent", [0, 25, 50, 60, 70, 80])
    def test_unplugged(self, desk, folder, percent, monkeypatch):
        monkeypatch.setattr(backup, "STEP_PAGES", 5)

        def unplug(done, _of):
            if done >= percent and folder.exists():
                shutil.rmtree(folder)

        with pytest.raises(Missing, match="unplugged"):
            backups.make(desk, progress=unplug)
        assert not folder.exists()
        assert change(desk).step

    def test_full(self, desk, folder, monkeypatch):
        made = backups.make(desk).backup
        monkeypatch.setattr(backup, "digest", raising(OSError(errno.ENOSPC, "full")))
        with pytest.raises(DiskFull, match="not enough room"):
            backups.make(desk)
        assert names(folder) == [made.folder.name]

    def test_cancelled(self, desk, folder):
        with pytest.raises(Cancelled):
            backups.make(desk, cancelled=lambda: True)
        assert names(folder) == []


def raising(error):
    def raise_it(*_arguments):
        raise error

    return raise_it
