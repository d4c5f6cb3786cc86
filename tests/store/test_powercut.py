"""No acknowledged mark is lost in a power cut. See powercut.py for the model."""

import random
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

import pytest

from groupwork.errors import Trouble
from groupwork.store import database, sidecar
from groupwork.store.transaction import told
from tests import vaults
from tests.store import powercut

MARKS = 120


def no_trace() -> str:
    """Why there is no trace here, "" when there is."""
    if sys.platform != "linux":
        return "needs Linux"
    if shutil.which("strace") is None:
        return "strace is not installed (apt-get install strace)"
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "this system does not allow tracing"


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(no_trace()), reason=f"power cuts: {no_trace()}"),
]


@dataclass
class Outcome:
    """What all cuts together did."""

    lost: int = 0
    corrupt: int = 0
    half: int = 0
    with_marks: int = 0
    seen: list[str] = field(default_factory=list)


def outcome_of(template, tmp_path, synchronous: str, cuts: int) -> Outcome:
    folder = tmp_path / f"disk_{synchronous}"
    folder.mkdir()
    file = vaults.copy(template, folder)
    key = key_of(file)
    before = powercut.snapshot(folder)
    events = powercut.record(folder, file, MARKS, synchronous)
    chance = random.Random(20261121)
    moments = [chance.randrange(len(events)) for _ in range(cuts)]
    found = Outcome()
    for files, acknowledged in powercut.Cuts(before, events).at(moments, chance):
        powercut.rebuild(files, folder, tmp_path / "after")
        found.with_marks += acknowledged > 0
        examine(tmp_path / "after" / file.name, key, acknowledged, found)
    return found


def key_of(file):
    slots = sidecar.read(sidecar.keys_path(file))
    return sidecar.open_with(slots, None, vaults.PASSPHRASE)


def examine(file, unlocked, acknowledged: int, found: Outcome) -> None:
    """Open with the real opener and count what is wrong."""
    try:
        with told(), database.open_by(file, lambda _slots: unlocked, probe=vaults.local) as store:
            rows = dict(store.db.rows("SELECT key, value FROM setting WHERE key LIKE 'mark%'"))
            whole = store.db.rows("PRAGMA quick_check") == [("ok",)]
            chained = store.journal.verify().ok
    except Trouble as error:
        found.corrupt += 1
        found.seen.append(str(error))
        return
    kept = [n for n in range(1, MARKS + 1) if f"mark{n}.a" in rows]
    found.corrupt += not (whole and chained)
    found.half += len(rows) != 2 * len(kept) or kept != list(range(1, len(kept) + 1))
    found.lost += len(kept) < acknowledged


def test_no_acknowledged_mark_is_lost_over_300_cuts(vault_template, tmp_path):
    found = outcome_of(vault_template, tmp_path, "AS_SHIPPED", 300)
    assert (found.lost, found.corrupt, found.half) == (0, 0, 0), found
    assert found.with_marks > 200, "most cuts have to fall between marks, or this shows nothing"


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL"])
def test_the_same_cuts_show_the_loss_when_commits_are_not_synced(vault_template, tmp_path, synchronous):
    found = outcome_of(vault_template, tmp_path, synchronous, 60)
    assert found.lost + found.corrupt > 30, found


def test_a_cut_while_a_file_is_made_leaves_the_whole_file_or_none(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    file = folder / "centre.groupwork"
    events = powercut.record(folder, file, 0, "CREATE")
    chance, whole = random.Random(7), 0
    moments = [chance.randrange(len(events) + 1) for _ in range(60)]
    for files, _none in powercut.Cuts({}, events).at(moments, chance):
        powercut.rebuild(files, folder, tmp_path / "after")
        there = tmp_path / "after" / file.name
        if there.exists():
            whole += 1
            with vaults.opened(there) as store:
                assert store.db.rows("SELECT count(*) FROM sign_in") == [(1,)]
    assert whole > 0


def test_what_is_not_synced_may_be_lost_torn_or_whole():
    write = powercut.Event("write", "f", 0, b"a" * 512 + b"b" * 512)
    seen = set()
    for seed in range(60):
        disk = powercut.Disk({"f": bytearray(b"." * 1024)})
        disk.apply(write)
        seen.add(disk.cut(random.Random(seed))["f"][::512])
    assert seen == {b"..", b"ab", b"a.", b".b"}


def test_what_is_synced_stays():
    disk = powercut.Disk({})
    disk.apply(powercut.Event("write", "f", 0, b"kept"))
    disk.apply(powercut.Event("sync", "f"))
    disk.apply(powercut.Event("write", "f", 0, b"late"))
    found = {disk.cut(random.Random(seed))["f"] for seed in range(40)}
    assert found == {b"kept", b"late"}
