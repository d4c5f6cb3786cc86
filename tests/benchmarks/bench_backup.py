"""Backup and its verification beside the driver's own copy, in one run.

To hold: the whole backup ≤ 2× the driver's own `backup()` with an fsync, its verification ≤ 1.2× that.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from groupwork import paths
from groupwork.store import backup, durable, facts
from groupwork.store.connection import Mode, connect
from tests import vaults

ROWS, TEXT, ROUNDS = 1500, "x" * 20_000, 5


def timed(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths.data_folder = lambda: folder / "data"
        with vaults.opened(vaults.make(folder / "centre.groupwork")) as store:
            fill(store)
            report(store, folder)


def fill(store) -> None:
    with store.journal.step("test.filled", {}) as step:
        for number in range(ROWS):
            step.save(vaults.Setting(key=f"k{number}", value=TEXT))
    store.db.settle()


def report(store, folder: Path) -> None:
    floors, wholes, checks = [], [], []
    for number in range(ROUNDS):
        bare = folder / f"bare{number}"
        floors.append(timed(lambda bare=bare: driver_copy(store, bare)))
        checks.append(timed(lambda bare=bare: verify(store, bare)))
        wholes.append(timed(lambda: backup.make(store.path, store.key, store.sidecar, folder / "b")))
        bare.unlink()
    floor, whole, check = (statistics.median(times) for times in (floors, wholes, checks))
    size = store.path.stat().st_size / 1e6
    print(f"file {size:.0f} MB, median of {ROUNDS}")
    print(f"floor: the driver's backup() with fsync   {floor:.2f} s")
    print(f"verification                              {check:.2f} s   {check / floor:.2f}× (≤ 1.2)")
    print(f"whole backup, verified                    {whole:.2f} s   {whole / floor:.2f}× (≤ 2)")


def driver_copy(store, target: Path) -> None:
    source, copy = connect(store.path, store.key, Mode.READ), connect(target, store.key, Mode.CREATE)
    with closing(source), closing(copy):
        source.backup(copy)
    durable.sync_file(target)


def verify(store, target: Path) -> None:
    with closing(connect(target, store.key, Mode.READ)) as copy:
        assert not any(facts.damage(copy))
        facts.of(copy)
    backup.digest(target)


if __name__ == "__main__":
    main()
