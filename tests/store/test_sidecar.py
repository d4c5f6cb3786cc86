"""The key file: lost, foreign, damaged, put back; and wrong tries that have to wait."""

import json
import threading
from dataclasses import replace

import pytest

from groupwork.errors import Damaged, KeysLost, TooNew, TooSoon, WrongPassphrase
from groupwork.store import sidecar, throttle
from tests import vaults


def beside(file):
    return sidecar.keys_path(file)


def no_copies(file):
    for copy in sidecar.copy_path(file, bytes(16)).parent.glob("*.keys"):
        copy.unlink()


def leave_a_copy(file):
    vaults.opened(file).close()
    sidecar.save(file, sidecar.read(beside(file)))


def test_an_anchor_noted_by_another_thread_loses_no_slot(vault_store, monkeypatch):
    """A backup ends in its thread while the window writes a new recovery slot."""
    store, threads, save = vault_store, [], sidecar.save
    vaults.mark(store, "a", 1)
    wider = replace(
        store.sidecar, slots=(*store.sidecar.slots, replace(store.sidecar.slots[0], who="00" * 16))
    )

    def slowly(path, changed):
        if not threads:
            threads.append(threading.Thread(target=store.save_keys, args=(wider,)))
            threads[0].start()
            threads[0].join(0.2)
        save(path, changed)

    monkeypatch.setattr(sidecar, "save", slowly)
    store.anchor()
    threads[0].join()
    assert store.sidecar.slots == wider.slots
    assert len(sidecar.read(beside(store.path)).slots) == 2


def test_a_lost_key_file_is_put_back_from_the_copy(vault_file):
    leave_a_copy(vault_file)
    wanted = beside(vault_file).read_bytes()
    beside(vault_file).unlink()
    vaults.opened(vault_file).close()
    assert json.loads(beside(vault_file).read_bytes())["slots"] == json.loads(wanted)["slots"]


def test_a_damaged_key_file_is_put_back_from_the_copy(vault_file):
    leave_a_copy(vault_file)
    beside(vault_file).write_bytes(beside(vault_file).read_bytes()[:200])
    vaults.opened(vault_file).close()
    assert sidecar.read(beside(vault_file)) is not None


def test_a_moved_file_finds_its_copy_too(vault_file, tmp_path):
    leave_a_copy(vault_file)
    moved = vault_file.rename(tmp_path / "moved.groupwork")
    vaults.opened(moved).close()


def test_all_lost_is_said(vault_file):
    beside(vault_file).unlink()
    no_copies(vault_file)
    with pytest.raises(KeysLost, match="is missing"):
        vaults.opened(vault_file)
    assert not beside(vault_file).exists()


def test_a_key_file_of_another_centre_is_told_apart(vault_file, tmp_path):
    other = vaults.make(tmp_path / "other.groupwork")
    beside(vault_file).write_bytes(beside(other).read_bytes())
    with pytest.raises(KeysLost, match="belongs to another"):
        vaults.opened(vault_file)


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"\xff\xfe", b"[1]", b"null", b'{"format": "x"}', b"x" * 2_000_000, b"[" * 100_000],
)
def test_a_damaged_key_file_is_told_apart(vault_file, content):
    beside(vault_file).write_bytes(content)
    with pytest.raises(Damaged, match="is damaged"):
        vaults.opened(vault_file)


def test_a_slot_made_cheap_is_damage(vault_file):
    told = json.loads(beside(vault_file).read_text())
    told["slots"][0]["kdf"] = ["argon2id", 8, 1, 1]
    beside(vault_file).write_text(json.dumps(told))
    with pytest.raises(Damaged):
        vaults.opened(vault_file)


def test_a_newer_key_file_is_not_called_damaged(vault_file):
    told = json.loads(beside(vault_file).read_text()) | {"version": 2, "written_by": "9.1"}
    beside(vault_file).write_text(json.dumps(told))
    with pytest.raises(TooNew, match=r"9\.1"):
        vaults.opened(vault_file)


def test_no_name_is_in_it(vault_file):
    text = beside(vault_file).read_text().casefold()
    assert not any(word in text for word in ("hanna", "brückner", "kiefernbogen", "lead"))


def test_a_name_without_a_slot_is_not_told_from_a_wrong_passphrase(vault_file):
    slots = sidecar.read(beside(vault_file))
    with pytest.raises(WrongPassphrase) as wrong:
        sidecar.open_with(slots, "nobody", vaults.PASSPHRASE)
    with pytest.raises(WrongPassphrase) as other:
        sidecar.open_with(slots, "hanna", "wrong")
    assert wrong.value.text == other.value.text


class TestWaiting:
    def test_after_the_third_wrong_try_the_next_waits_ever_longer(self):
        assert [throttle.wait_after(n) for n in (0, 1, 2, 3, 4, 5, 8, 9, 500)] == [
            0,
            0,
            0,
            1,
            2,
            4,
            32,
            60,
            60,
        ]

    def test_a_restart_does_not_reset_it(self, vault_file):
        now = [1000.0]
        for _ in range(5):
            throttle.count_wrong(vault_file, lambda: now[0])
        with pytest.raises(TooSoon, match="in 5 s"):
            throttle.require_patience(vault_file, lambda: now[0])
        now[0] += 4.1
        throttle.require_patience(vault_file, lambda: now[0])

    def test_a_clock_set_back_does_not_lock_anybody_out(self, vault_file):
        for _ in range(5):
            throttle.count_wrong(vault_file, lambda: 1e9)
        with pytest.raises(TooSoon):
            throttle.require_patience(vault_file, lambda: 1000.0)
        throttle.require_patience(vault_file, lambda: 1005.0)

    def test_the_opener_counts_and_refuses(self, vault_file):
        for _ in range(3):
            with pytest.raises(WrongPassphrase):
                vaults.database.open_store(vault_file, None, "wrong", probe=vaults.local)
        with pytest.raises(TooSoon):
            vaults.opened(vault_file)

    @pytest.mark.parametrize("content", [b"", b"{}", b"\0", b'{"wrong": "x"}'])
    def test_a_broken_counter_locks_nobody_out(self, vault_file, content):
        throttle.tries_path(vault_file).write_bytes(content)
        throttle.require_patience(vault_file)
