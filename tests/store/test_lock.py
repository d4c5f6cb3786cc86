"""One writer, told in words; freed by the end of the process, however it ends."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from groupwork.errors import Busy, Missing
from groupwork.store import lock
from groupwork.store.lock import WriterLock
from tests import vaults

HOLD = """
import sys
from pathlib import Path
from groupwork.store.lock import WriterLock
held = WriterLock(Path(sys.argv[1]))
held.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def other_process(path):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])}
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    )
    assert process.stdout.readline().strip() == b"held"
    return process


def end(process):
    process.kill()
    process.communicate()


def test_a_second_process_is_refused_with_computer_and_time(vault_file):
    process = other_process(vault_file)
    try:
        with pytest.raises(Busy, match=lock.workstation()):
            vaults.opened(vault_file)
    finally:
        end(process)


def test_a_killed_process_leaves_no_lock(vault_file):
    end(other_process(vault_file))
    vaults.opened(vault_file).close()


def test_a_reader_needs_no_lock(vault_file):
    process = other_process(vault_file)
    try:
        with vaults.opened(vault_file, read_only=True) as store:
            assert store.db.rows("SELECT count(*) FROM sign_in") == [(1,)]
    finally:
        end(process)


def test_the_note_says_computer_and_time_and_nobody(tmp_path):
    at = datetime(2026, 10, 12, 7, 52, tzinfo=UTC)
    held = WriterLock(tmp_path / "c.groupwork", now=lambda: at)
    held.acquire()
    assert lock.holder(tmp_path / "c.groupwork") == lock.Holder(lock.workstation(), at)
    held.release()
    assert lock.holder(tmp_path / "c.groupwork") is None
    assert not held.held


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"workstation": "x", "since": "yesterday"}'])
def test_a_broken_note_is_no_note(tmp_path, content):
    path = tmp_path / "c.groupwork"
    lock.holder_path(path).write_bytes(content)
    assert lock.holder(path) is None
    held, second = WriterLock(path), WriterLock(path)
    held.acquire()
    lock.holder_path(path).write_bytes(content)
    with pytest.raises(Busy, match="another Groupwork"):
        second.acquire()
    held.release()


def test_a_folder_that_is_gone(tmp_path):
    with pytest.raises(Missing):
        WriterLock(tmp_path / "gone" / "c.groupwork").acquire()
