"""Backups: whole while others write, verified, without names, restored to a new name."""

import json
import threading
import time
from datetime import UTC, datetime

import pytest

from groupwork.errors import Cancelled, Damaged, DiskFull, Missing, NotOurs, TooNew, WrongPlace
from groupwork.operations import vault
from groupwork.store import backup, connection, migrations, sidecar
from groupwork.store.restore import find, require_whole
from tests import vaults


def make(store, folder, **options):
    return backup.make(store.path, store.key, store.sidecar, folder, **options)


@pytest.fixture
def made(vault_store, tmp_path):
    vaults.mark(vault_store, "name", vaults.CANARY)
    return make(vault_store, tmp_path / "backups")


def restored(made, target):
    return vault.restore(made.folder, target, vaults.PASSPHRASE, probe=vaults.local)


def test_a_backup_opens_and_holds_everything(made, tmp_path):
    restored(made, tmp_path / "back.groupwork")
    with vaults.opened(tmp_path / "back.groupwork") as store:
        assert vaults.value_of(store, "name") == vaults.CANARY
        assert store.journal.verify().ok


def test_one_folder_with_three_files_and_no_name_in_any(made):
    files = vaults.files_in(made.folder)
    assert set(files) == {"centre.groupwork", "centre.groupwork.keys", "manifest.json"}
    words = ("Zbigniew", "Kanarienvogel", "Hanna", "Kiefernbogen", "hanna")
    assert not [
        w for w in words for content in (*files.values(), made.folder.name.encode()) if w.encode() in content
    ]


def test_the_manifest_tells_what_is_in_it(made, vault_store):
    told = json.loads((made.folder / "manifest.json").read_text())
    assert told["counts"]["setting"] == vault_store.db.rows("SELECT count(*) FROM setting")[0][0]
    assert told["schema_version"] == migrations.LATEST
    assert told["files"]["centre.groupwork"] == backup.digest(made.folder / "centre.groupwork")
    count, head = vault_store.journal.anchor()
    assert told["journal"] == [{"count": count, "head": head}]
    assert sidecar.read(made.folder / "centre.groupwork.keys").anchors[vault_store.workstation].count == count


def test_works_while_another_connection_writes(vault_store, tmp_path, monkeypatch):
    vaults.mark(vault_store, "bulk", "x" * 3_000_000)
    monkeypatch.setattr(backup, "STEP_PAGES", 20)
    stop, written = threading.Event(), []

    def write():
        with vault_store.db.connection_context():
            while not stop.is_set():
                vaults.mark(vault_store, f"live{len(written)}", 1)
                written.append(1)
                time.sleep(0.002)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = make(vault_store, tmp_path / "backups")
    finally:
        stop.set()
        writer.join()
    assert len(written) > 3, "the writer has to write meanwhile"
    restored(made, tmp_path / "back.groupwork")


class TestTarget:
    def test_inside_a_backup(self, made, vault_store):
        with pytest.raises(WrongPlace, match="itself"):
            make(vault_store, made.folder / "more")

    def test_the_file_itself(self, vault_store):
        with pytest.raises(WrongPlace):
            make(vault_store, vault_store.path)

    def test_a_file(self, vault_store, tmp_path):
        (tmp_path / "note").write_text("x")
        with pytest.raises(WrongPlace, match="is a file"):
            make(vault_store, tmp_path / "note")

    def test_unplugged(self, vault_store, tmp_path):
        with pytest.raises(Missing, match="unplugged"):
            make(vault_store, tmp_path / "stick" / "backups")

    def test_full(self, vault_store, tmp_path, monkeypatch):
        full = type("Usage", (), {"free": 1000})
        monkeypatch.setattr(backup.shutil, "disk_usage", lambda _folder: full)
        with pytest.raises(DiskFull, match="not enough room"):
            make(vault_store, tmp_path / "backups")

    def test_two_in_one_second_get_two_names(self, vault_store, tmp_path):
        at = backup.datetime.now(backup.UTC)
        folders = {make(vault_store, tmp_path / "b", made_at=at).folder for _ in range(3)}
        assert len(folders) == 3


def test_cancel_leaves_nothing(vault_store, tmp_path):
    for after in range(4):
        looks = iter([False] * after + [True] * 100)
        with pytest.raises(Cancelled):
            make(vault_store, tmp_path / "b", cancelled=lambda looks=looks: next(looks))
        assert list((tmp_path / "b").iterdir()) == []


def test_progress_runs_to_the_end_and_never_back(vault_store, tmp_path):
    seen = []
    make(vault_store, tmp_path / "b", progress=lambda done, whole: seen.append((done, whole)))
    assert seen == sorted(seen)
    assert seen[-1] == (100, 100)


def test_a_copy_that_is_not_the_file_is_removed(vault_store, tmp_path, monkeypatch):
    found = iter([["broken"], [""]])
    monkeypatch.setattr(backup.facts, "damage", lambda _c: iter(next(found)))
    with pytest.raises(Damaged, match="did not come out"):
        make(vault_store, tmp_path / "b")
    assert list((tmp_path / "b").iterdir()) == []


def test_a_file_that_is_damaged_itself_is_not_blamed_on_the_drive(vault_store, vault_file, tmp_path):
    whole = vault_file.read_bytes()
    vault_store.db.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(vault_file.read_bytes())
    for page in range(20 * 4096, len(content), 4096):
        content[page + 100 : page + 300] = bytes(200)
    vault_file.write_bytes(content)
    with pytest.raises(Damaged, match="restore the last backup"):
        make(vault_store, tmp_path / "b")
    assert list((tmp_path / "b").iterdir()) == []
    vault_file.write_bytes(whole)


class TestRestore:
    def test_never_over_a_file(self, made, vault_store):
        with pytest.raises(WrongPlace, match="already a file"):
            restored(made, vault_store.path)

    def test_a_stale_log_of_the_name_is_set_aside_and_not_replayed(
        self, made, vault_file, tmp_path, vault_store
    ):
        target = tmp_path / "back.groupwork"
        vaults.mark(vault_store, "later", 1)
        log = vault_file.with_name(vault_file.name + "-wal")
        target.with_name("back.groupwork-wal").write_bytes(log.read_bytes())
        target.with_name("back.groupwork.keys").write_bytes(b"old")
        restored(made, target)
        with vaults.opened(target) as store:
            assert vaults.value_of(store, "later") is None
        assert target.with_name("back.groupwork-wal.old-1").exists()
        assert target.with_name("back.groupwork.keys.old-1").read_bytes() == b"old"

    @pytest.mark.parametrize("name", ["centre.groupwork", "centre.groupwork.keys"])
    def test_a_changed_byte_is_found(self, made, tmp_path, name):
        content = bytearray((made.folder / name).read_bytes())
        content[len(content) // 2] ^= 1
        (made.folder / name).write_bytes(content)
        with pytest.raises(Damaged, match="is damaged"):
            restored(made, tmp_path / "back.groupwork")
        assert not (tmp_path / "back.groupwork").exists()

    def test_the_list_of_contents_alone_finds_a_changed_byte(self, made):
        found = find(made.folder)
        require_whole(found)
        keys = made.folder / "centre.groupwork.keys"
        keys.write_bytes(keys.read_bytes() + b" ")
        with pytest.raises(Damaged):
            require_whole(found)

    @pytest.mark.parametrize("content", [None, b"", b"{}", b"[]", b"\xff"])
    def test_a_folder_that_is_no_backup(self, made, tmp_path, content):
        manifest = made.folder / "manifest.json"
        manifest.unlink() if content is None else manifest.write_bytes(content)
        with pytest.raises(NotOurs):
            restored(made, tmp_path / "back.groupwork")

    @pytest.mark.parametrize("changed", [{"counts": None}, {"schema_version": "1"}, {"made_at": "soon"}])
    def test_a_list_of_contents_with_something_else_in_it(self, made, tmp_path, changed):
        manifest = made.folder / "manifest.json"
        manifest.write_text(json.dumps(json.loads(manifest.read_text()) | changed))
        with pytest.raises(NotOurs):
            restored(made, tmp_path / "back.groupwork")

    def test_the_time_it_was_made_may_be_written_otherwise(self, made, tmp_path):
        manifest = made.folder / "manifest.json"
        manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"made_at": "2026-11-21 21:04:12"}))
        restored(made, tmp_path / "back.groupwork")
        assert find(made.folder).made_at == datetime(2026, 11, 21, 21, 4, 12, tzinfo=UTC)

    def test_a_wrong_passphrase_leaves_nothing(self, made, tmp_path):
        with pytest.raises(Exception, match="does not open"):
            vault.restore(made.folder, tmp_path / "back.groupwork", "wrong", probe=vaults.local)
        assert not list(tmp_path.glob("back.groupwork*.part")) + list(tmp_path.glob("*.keys"))
        assert not (tmp_path / "back.groupwork").exists()

    def test_a_newer_backup_is_refused_when_opened_and_leaves_nothing(self, vault_store, tmp_path):
        vault_store.db.rows("PRAGMA user_version = 99")
        made = make(vault_store, tmp_path / "b")
        with pytest.raises(TooNew):
            restored(made, tmp_path / "back.groupwork")
        assert not (tmp_path / "back.groupwork").exists()

    def test_the_restore_is_in_the_journal(self, made, tmp_path):
        restored(made, tmp_path / "back.groupwork")
        with vaults.opened(tmp_path / "back.groupwork") as store:
            verbs = [verb for (verb,) in store.db.rows("SELECT verb FROM journal_step")]
        assert "restore.done" in verbs


def test_the_copy_is_encrypted_with_the_same_key(made, vault_store):
    opened = connection.connect(made.folder / "centre.groupwork", vault_store.key, connection.Mode.READ)
    assert opened.execute("SELECT count(*) FROM sign_in").fetchone() == (1,)
    opened.close()
