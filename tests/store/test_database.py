"""Making and opening: never silently plain, and everything that can be wrong told apart in words."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from groupwork import errors
from groupwork.store import connection, database, migrations, recognise, row, sidecar
from groupwork.store.connection import CipherDatabase, Mode
from groupwork.store.keys import DataKey
from tests import vaults

PNG = b"\x89PNG\r\n\x1a\n" + bytes(5000)


class TestNeverPlain:
    def test_settings_are_those_that_were_decided(self, vault_store):
        wanted = {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "locking_mode": "normal",
            "cipher_log_level": "NONE",
        }
        assert {name: vault_store.db.rows(f"PRAGMA {name}")[0][0] for name in wanted} == wanted
        assert vault_store.db.rows("PRAGMA cipher_version")[0][0].startswith("4.")

    def test_nothing_on_the_disk_is_plain(self, vault_store):
        vaults.mark(vault_store, "name", vaults.CANARY)
        for name, content in vaults.files_in(vault_store.path.parent).items():
            assert b"SQLite format 3" not in content, name
            assert b"CREATE TABLE" not in content, name

    def test_a_driver_that_does_not_encrypt_is_refused_before_anything_is_written(
        self, tmp_path, monkeypatch
    ):
        monkeypatch.setattr(connection, "driver", lambda: sqlite3)
        with pytest.raises(errors.Trouble, match="does not encrypt"):
            connection.connect(tmp_path / "c", database.keys.new_data_key(), Mode.CREATE)
        assert vaults.files_in(tmp_path).get("c", b"") == b""

    def test_a_key_of_another_length_is_refused(self, tmp_path, monkeypatch):
        monkeypatch.setattr(DataKey, "raw", lambda _self: "")
        with pytest.raises(errors.Trouble):
            connection.connect(tmp_path / "c", database.keys.new_data_key(), Mode.CREATE)

    def test_a_missing_driver_is_said(self, monkeypatch):
        import sys

        monkeypatch.setitem(sys.modules, "sqlcipher3", None)
        with pytest.raises(errors.Trouble, match="missing"):
            connection.driver()

    @pytest.mark.parametrize("version", ["", "5.0.0 community", "3.4"])
    def test_another_version_of_the_cipher_is_refused(self, vault_store, monkeypatch, version):
        monkeypatch.setattr(connection, "_ask", lambda _c, name: version if name == "cipher_version" else 1)
        with pytest.raises(errors.Trouble):
            connection.connect(vault_store.path, vault_store.key, Mode.READ)


class TestToldApart:
    def refused(self, path, kind, words):
        before = self.content(path.parent)
        with pytest.raises(kind, match=words):
            vaults.opened(path)
        assert self.content(path.parent) == before

    def content(self, folder):
        if not folder.is_dir():
            return None
        return {n: c for n, c in vaults.files_in(folder).items() if not n.endswith(".lock")}

    def test_a_wrong_passphrase_before_the_database_is_touched(self, vault_file, monkeypatch):
        monkeypatch.setattr(database, "CipherDatabase", None)
        with pytest.raises(errors.WrongPassphrase):
            database.open_store(vault_file, None, "wrong", probe=vaults.local)

    def test_a_plain_database(self, vault_file):
        vault_file.unlink()
        with sqlite3.connect(vault_file) as plain:
            plain.execute("CREATE TABLE t(x)")
        plain.close()
        self.refused(vault_file, errors.NotOurs, "unencrypted database")

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "is empty"),
            (PNG, "picture"),
            (b"\xff\xd8\xff\xe0" + bytes(100), "picture"),
            (b"%PDF-1.7\n" + bytes(100), "document"),
            (b"PK\x03\x04" + bytes(100), "document"),
            (b"Zbigniew;P02\n" * 400, "text file"),
            (b"\x00\x01\x02", "not a Groupwork file"),
        ],
        ids=["empty", "png", "jpeg", "pdf", "zip", "text", "short"],
    )
    def test_another_file(self, tmp_path, content, words):
        path = tmp_path / "c.groupwork"
        path.write_bytes(content)
        self.refused(path, errors.NotOurs, words)

    def test_random_bytes_of_another_size(self, tmp_path):
        path = tmp_path / "c.groupwork"
        path.write_bytes(b"\xf3\x00" + os.urandom(9000))
        self.refused(path, errors.NotOurs, "not a Groupwork file")

    def test_a_missing_file_and_a_missing_folder(self, tmp_path):
        self.refused(tmp_path / "c.groupwork", errors.Missing, "file “c.groupwork” is not there")
        self.refused(tmp_path / "gone" / "c.groupwork", errors.Missing, "not there")

    def test_a_folder(self, tmp_path):
        with pytest.raises(errors.NotOurs, match="is a folder"):
            vaults.opened(tmp_path)

    @pytest.mark.parametrize("at", [100, 2000, 4090])
    def test_a_damaged_first_page(self, vault_file, at):
        flip(vault_file, at)
        self.refused(vault_file, errors.Damaged, "is damaged")

    @pytest.mark.parametrize("keep", [4096 * 3, 4096 * 3 + 100, 5000, 100])
    def test_a_file_whose_end_is_missing(self, vault_file, keep):
        vault_file.write_bytes(vault_file.read_bytes()[:keep])
        self.refused(vault_file, errors.Damaged, "is cut off")

    def test_a_newer_file_names_the_needed_version(self, vault_file):
        with vaults.opened(vault_file) as store:
            store.db.rows(f"PRAGMA user_version = {migrations.LATEST + 3}")
        slots = sidecar.read(sidecar.keys_path(vault_file))
        sidecar.save(vault_file, database.replace(slots, written_by="7.4"))
        self.refused(vault_file, errors.TooNew, r"7\.4")

    @pytest.mark.parametrize(
        "sql",
        [
            "CREATE VIEW v AS SELECT 1",
            ("CREATE TRIGGER spy AFTER INSERT ON setting BEGIN DELETE FROM room; END"),
        ],
        ids=["view", "trigger"],
    )
    def test_foreign_instructions_in_the_file_are_refused(self, vault_file, sql):
        with vaults.opened(vault_file) as store:
            store.db.rows(sql)
        with pytest.raises(errors.Damaged, match="did not put there"):
            vaults.opened(vault_file)

    def test_a_missing_trigger_of_the_journal_is_refused(self, vault_file):
        with vaults.opened(vault_file) as store:
            store.db.rows("DROP TRIGGER journal_step_no_delete")
        with pytest.raises(errors.Damaged, match="journal_step_no_delete"):
            vaults.opened(vault_file)

    def test_every_flipped_bit_is_found(self, vault_file):
        from groupwork.store import facts

        with vaults.opened(vault_file) as store:
            key = store.key
        whole = vault_file.read_bytes()
        for at in range(16, len(whole), len(whole) // 60):
            vault_file.write_bytes(whole)
            flip(vault_file, at)
            try:
                opened = connection.connect(vault_file, key, Mode.READ)
                found = any(facts.damage(opened))
                opened.close()
            except Exception:
                found = True
            assert found, at


class TestReaders:
    def test_see_what_another_process_committed_and_write_nothing(self, vault_file):
        with vaults.opened(vault_file) as writer:
            vaults.mark(writer, "late", 7)
            before = vault_file.read_bytes(), sidecar.keys_path(vault_file).read_bytes()
            with vaults.opened(vault_file, read_only=True) as reader:
                assert reader.db.rows("SELECT value FROM setting WHERE key = 'late.a'") == [("7",)]
                with pytest.raises(errors.ReadOnly):
                    vaults.mark(reader, "no", 1)
            assert (vault_file.read_bytes(), sidecar.keys_path(vault_file).read_bytes()) == before

    def test_leave_the_folder_as_it_was(self, vault_file):
        before = vaults.files_in(vault_file.parent)
        vaults.opened(vault_file, read_only=True).close()
        assert vaults.files_in(vault_file.parent) == before

    def test_cannot_write_past_the_journal_either(self, vault_file):
        with vaults.opened(vault_file, read_only=True) as reader, pytest.raises(Exception, match="readonly"):
            reader.db.rows("DELETE FROM setting")

    def test_read_in_a_folder_that_cannot_be_written(self, vault_file, monkeypatch):
        monkeypatch.setattr(connection, "can_write", lambda _path: False)
        with vaults.opened(vault_file, read_only=True) as reader:
            assert reader.db.rows("SELECT count(*) FROM sign_in") == [(1,)]


class TestMaking:
    def test_a_name_that_is_taken_is_refused(self, vault_file):
        before = vaults.files_in(vault_file.parent)
        with pytest.raises(errors.WrongPlace, match="already a file"):
            vaults.make(vault_file)
        assert vaults.files_in(vault_file.parent) == before

    def test_giving_up_leaves_nothing(self, tmp_path):
        def fill(_store):
            raise errors.Refused("no")

        before = list(row._bound)
        with pytest.raises(errors.Refused):
            database.create(
                tmp_path / "c.groupwork",
                "a",
                vaults.PASSPHRASE,
                fill=fill,
                kdf=vaults.QUICK,
                probe=vaults.local,
            )
        assert set(vaults.files_in(tmp_path)) <= {"c.groupwork.lock"}
        assert row._bound == before

    def test_two_files_have_different_ids(self, tmp_path):
        ids = {recognise.file_id_of(vaults.make(tmp_path / name)) for name in ("a", "b")}
        assert len(ids) == 2

    def test_the_header_is_not_read_while_this_process_has_the_file_open(self, vault_store, monkeypatch):
        """On POSIX closing any handle of the file would drop SQLite's locks on it."""
        monkeypatch.setattr(Path, "open", None)
        assert recognise.file_id_of(vault_store.path) == vault_store.key.file_id

    def test_close_twice(self, vault_file):
        store = vaults.opened(vault_file)
        store.close()
        store.close()
        assert not any(n.endswith(("-wal", "-shm")) for n in vaults.files_in(vault_file.parent))

    def test_an_older_file_is_backed_up_before_it_is_changed(self, vault_file, monkeypatch):
        with vaults.opened(vault_file) as store:
            store.db.rows("PRAGMA user_version = 0")
        monkeypatch.setattr(
            migrations, "migrate", lambda db: db.rows(f"PRAGMA user_version = {migrations.LATEST}")
        )
        with pytest.raises(errors.TooNew, match="Open it once for writing"):
            vaults.opened(vault_file, read_only=True)
        vaults.opened(vault_file).close()
        (made,) = (vault_file.parent / "backups").iterdir()
        assert (made / "manifest.json").is_file()


def test_each_thread_has_its_own_checked_connection(vault_store):
    import threading

    seen = []

    def ask():
        with vault_store.db.connection_context():
            seen.append(vault_store.db.rows("PRAGMA synchronous"))

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert seen == [[(2,)]]
    assert isinstance(vault_store.db, CipherDatabase)


def flip(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 0x10
    path.write_bytes(content)


def test_a_stale_shared_memory_file_does_no_harm(vault_file):
    shutil.copy(vault_file, vault_file.with_name(vault_file.name + "-shm"))
    vaults.opened(vault_file).close()


def test_no_error_is_its_own_cause(vault_file, monkeypatch):
    """Whoever walks a chain of errors must come to its end."""
    own = errors.DiskFull("full")

    def full(*_given):
        raise own

    monkeypatch.setattr(database.CipherDatabase, "connect", full)
    with pytest.raises(errors.DiskFull) as met:
        vaults.opened(vault_file)
    assert met.value.__cause__ is not met.value
