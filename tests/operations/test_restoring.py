"""A centre's file back after it was deleted or damaged; the old one is kept, whatever happens."""

from datetime import UTC, datetime, timedelta

import pytest

from groupwork import paths
from groupwork.errors import Busy, Damaged, Missing, NotOurs, WrongPassphrase
from groupwork.operations import backups, restoring, vault
from groupwork.store import backup, database, sidecar
from tests import vaults


@pytest.fixture
def backed_up(vault_file):
    """The file with something in it, a backup, and one change since; closed."""
    with opened(vault_file) as file:
        vaults.mark(file.store, "kept", vaults.CANARY)
        backups.make(file.desk("en"))
        vaults.mark(file.store, "later", 1)
    return vault_file


def opened(path):
    return vault.open_file(path, None, vaults.PASSPHRASE, probe=vaults.local)


def restore(path, number=0, **options):
    found = restoring.backups_for(path)
    return restoring.restore(found[number], path, vaults.PASSPHRASE, probe=vaults.local, **options)


def damage(path):
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start + 100 : start + 200] = bytes(100)
    path.write_bytes(content)


def test_after_deleting_the_file(backed_up):
    backed_up.unlink()
    with restore(backed_up).file as file:
        assert file.store.path == backed_up
        assert vaults.value_of(file.store, "kept") == vaults.CANARY
        assert vaults.value_of(file.store, "later") is None
        assert file.store.journal.verify().ok


def test_after_deleting_everything_beside_it_too(backed_up):
    for each in backed_up.parent.iterdir():
        each.unlink()
    with restore(backed_up).file as file:
        assert vaults.value_of(file.store, "kept") == vaults.CANARY


def test_after_damaging_it_the_damaged_one_is_kept_as_it_was(backed_up):
    damage(backed_up)
    was, keys = backed_up.read_bytes(), sidecar.keys_path(backed_up).read_bytes()
    with pytest.raises(Damaged):
        opened(backed_up)
    answer = restore(backed_up)
    with answer.file as file:
        assert vaults.value_of(file.store, "kept") == vaults.CANARY
    assert answer.kept.name.startswith("centre-before-restore-")
    assert answer.kept.read_bytes() == was
    assert sidecar.keys_path(answer.kept).read_bytes() == keys


def test_a_good_file_is_kept_and_opens_under_its_new_name(backed_up):
    answer = restore(backed_up)
    answer.file.close()
    with opened(answer.kept) as file:
        assert vaults.value_of(file.store, "later") == 1


def test_its_log_goes_with_it(backed_up):
    log = backed_up.with_name(backed_up.name + "-wal")
    log.write_bytes(b"not brought in")
    answer = restore(backed_up)
    answer.file.close()
    assert answer.kept.with_name(answer.kept.name + "-wal").read_bytes() == b"not brought in"


def test_a_log_left_by_the_lost_file_is_not_replayed(backed_up):
    backed_up.unlink()
    log = backed_up.with_name(backed_up.name + "-wal")
    log.write_bytes(b"of the lost file")
    restore(backed_up).file.close()
    assert log.with_name(log.name + ".old-1").read_bytes() == b"of the lost file"


def test_nothing_but_the_two_files_is_left(backed_up):
    answer = restore(backed_up)
    answer.file.close()
    stems = {each.name.removesuffix(".lock").removesuffix(".keys") for each in backed_up.parent.iterdir()}
    assert stems == {backed_up.name, answer.kept.name}


def test_the_restored_file_is_backed_up_again_at_once(backed_up):
    with opened(backed_up) as file:
        backups.make(file.desk("en"), now=datetime.now(UTC) + timedelta(seconds=2))
    with restore(backed_up, 1).file as file:
        assert backups.due(file.desk("en"), now=datetime.now(UTC) + timedelta(minutes=1))


class TestRefused:
    def left_alone(self, path, before):
        return {k: v for k, v in vaults.files_in(path.parent).items() if not k.endswith(".lock")} == {
            k: v for k, v in before.items() if not k.endswith(".lock")
        }

    def test_a_wrong_passphrase_changes_nothing(self, backed_up):
        before = vaults.files_in(backed_up.parent)
        with pytest.raises(WrongPassphrase):
            restoring.restore(
                restoring.backups_for(backed_up)[0], backed_up, "wrong words", probe=vaults.local
            )
        assert self.left_alone(backed_up, before)

    def test_a_damaged_backup_changes_nothing(self, backed_up):
        damage(restoring.backups_for(backed_up)[0].folder / backup.FILE)
        before = vaults.files_in(backed_up.parent)
        with pytest.raises(Damaged):
            restore(backed_up)
        assert self.left_alone(backed_up, before)

    def test_a_file_open_elsewhere_stays_and_the_restored_copy_goes(self, backed_up):
        with opened(backed_up), pytest.raises(Busy, match="already open"):
            restore(backed_up)
        with opened(backed_up) as file:
            assert vaults.value_of(file.store, "later") == 1
        assert not list(backed_up.parent.glob("*restored*groupwork"))

    def test_cancelled(self, backed_up):
        before = vaults.files_in(backed_up.parent)
        with pytest.raises(Exception, match="stopped"):
            restore(backed_up, cancelled=lambda: True)
        assert self.left_alone(backed_up, before)


def test_a_backup_from_before_a_passphrase_change_opens_with_the_old_one(backed_up):
    with opened(backed_up) as file:
        store = file.store
        store.save_keys(store.sidecar.with_person(store.key, "Hanna", "ganz neue worte hier", vaults.QUICK))
    with pytest.raises(WrongPassphrase):
        opened(backed_up)
    with restore(backed_up).file as file:
        assert vaults.value_of(file.store, "kept") == vaults.CANARY


class TestWhere:
    def test_a_stick_on_another_computer(self, backed_up, tmp_path, monkeypatch):
        folder = restoring.backups_for(backed_up)[0].folder.parent
        monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "fresh")
        assert restoring.backups_for(None) == ()
        found = restoring.backups_in(folder)
        answer = restoring.restore(found[0], None, vaults.PASSPHRASE, probe=vaults.local)
        answer.file.close()
        assert answer.file.store.path == tmp_path / "fresh" / "centre.groupwork"
        assert answer.kept is None

    def test_never_in_the_place_of_another_centre(self, backed_up, tmp_path, vault_template):
        other = tmp_path / "other" / "centre.groupwork"
        other.parent.mkdir()
        vaults.make(other)
        was = other.read_bytes()
        found = restoring.backups_for(backed_up)[0]
        assert restoring.target_for(found, other) == other.with_name("centre-2.groupwork")
        restoring.restore(found, other, vaults.PASSPHRASE, probe=vaults.local).file.close()
        assert other.read_bytes() == was

    def test_a_moved_file_is_known_by_its_id(self, backed_up):
        moved = backed_up.with_name("moved.groupwork")
        backed_up.rename(moved)
        assert len(restoring.backups_for(moved)) == 1
        assert restoring.target_for(restoring.backups_for(moved)[0], moved) == moved

    def test_where_its_drive_is_gone_it_comes_to_the_data_folder(self, backed_up, tmp_path):
        gone = tmp_path / "stick" / "centre.groupwork"
        found = restoring.backups_for(backed_up)[0]
        assert restoring.target_for(found, gone).parent == paths.data_folder()

    def test_folders_without_one(self, tmp_path):
        with pytest.raises(NotOurs, match="no backup"):
            restoring.backups_in(tmp_path)
        with pytest.raises(Missing):
            restoring.backups_in(tmp_path / "gone")


def test_when_the_swap_stops_half_way_the_old_file_is_back(backed_up, monkeypatch):
    from pathlib import Path

    real = Path.rename

    def rename(self, target):
        if self.name.endswith(".keys") and "before-restore" in str(target):
            raise PermissionError(13, "no")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(Exception, match="Nothing can be written"):
        restore(backed_up)
    monkeypatch.undo()
    with vault_opened(backed_up) as store:
        assert vaults.value_of(store, "later") == 1


def vault_opened(path):
    return database.open_store(path, None, vaults.PASSPHRASE, probe=vaults.local)
