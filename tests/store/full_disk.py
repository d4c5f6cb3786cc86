"""A disk that is full at exactly the n-th write of a scenario, for every n, and has room again later.

Started under strace, which refuses writes number FIRST_REFUSED and the next few of each process with
"no space left". A forked child makes as many idle writes as needed before its scenario, so that the
refusal meets the scenario's n-th write. The child's exit status tells what it saw.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

FIRST_REFUSED, REFUSED = 1000, 3
CLOSE, STRIDE = 9, 43
"""Every write is met up to CLOSE, then every STRIDE-th: all of them with GROUPWORK_EVERY_WRITE=1."""
FINE, WRONG, NEVER_FULL = 0, 1, 3


def run(scenario: str, call: str, template: Path, folder: Path) -> str:
    """Fill the disk at every `call` of the scenario; returns what the harness printed last."""
    injected = f"inject={call}:error=ENOSPC:when={FIRST_REFUSED}..{FIRST_REFUSED + REFUSED - 1}"
    command = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        f"trace={call}",
        "-e",
        injected,
    ]
    command += [sys.executable, __file__, scenario, call, str(template), str(folder)]
    path = os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])
    own = {"PYTHONPATH": path, "XDG_DATA_HOME": str(folder / "home")}
    done = subprocess.run(
        command, check=False, timeout=300, env={**os.environ, **own}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def every_write(scenario: str, call: str, template: Path, folder: Path) -> int:
    """One child per n until one ends without having met a full disk; returns how many met one."""
    for n in _numbers():
        work = folder / f"{scenario}-{call}-{n}"
        work.mkdir()
        status = _forked(lambda work=work, n=n: _child(SCENARIOS[scenario], call, n, template, work))
        after = _forked(lambda work=work: _afterwards(work))
        if status not in {FINE, NEVER_FULL} or after != FINE:
            print(f"{scenario}: {call} number {n} ended with {status}, afterwards {after}")
            sys.exit(1)
        shutil.rmtree(work)
        if status == NEVER_FULL:
            return n - 1
    raise AssertionError("the scenario writes more often than the harness can count")


def _numbers() -> Iterator[int]:
    """The writes to refuse, ascending."""
    stride = 1 if os.environ.get("GROUPWORK_EVERY_WRITE") else STRIDE
    yield from range(1, CLOSE)
    yield from range(CLOSE, FIRST_REFUSED, stride)


def _forked(work: Callable[[], int]) -> int:
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    status = WRONG
    try:
        status = work()
    except BaseException:
        with suppress(OSError):  # the report itself may meet the full disk
            traceback.print_exc()
    os._exit(status)


def _child(scenario: Callable[[Path, Path], bool], call: str, n: int, template: Path, work: Path) -> int:
    idle = os.open(os.devnull, os.O_WRONLY)
    for _ in range(FIRST_REFUSED - n):
        os.pwrite(idle, b".", 0) if call == "pwrite64" else os.write(idle, b".")
    return FINE if scenario(template, work) else NEVER_FULL


def until_done(attempt: Callable[[], object], failed: list[str]) -> None:
    """Try again after each DiskFull, as a person would; anything else is an error."""
    from groupwork.errors import DiskFull

    for _ in range(REFUSED + 1):
        try:
            attempt()
        except DiskFull as full:
            failed.append(str(full))
            continue
        return
    raise AssertionError("the disk had room again and the work still failed")


def marks(template: Path, work: Path) -> bool:
    """Open, record, close: each mark is there as a whole or not at all."""
    from tests import vaults

    file, failed = vaults.copy(template, work), []
    held: list[object] = []
    until_done(lambda: held.append(vaults.opened(file)), failed)
    store = held[0]
    store.db.rows("PRAGMA wal_autocheckpoint = 8")
    for number in range(1, 5):
        until_done(lambda number=number: vaults.mark(store, f"mark{number}", "x" * 6000), failed)
    (pairs,) = store.db.rows("SELECT count(*) FROM setting WHERE key LIKE 'mark%'")
    assert pairs == (8,), pairs
    assert store.journal.verify().ok
    store.close()
    return bool(failed)


def new_file(_template: Path, work: Path) -> bool:
    """Make a centre: where it failed nothing is left that stands in the way of trying again."""
    from tests import vaults

    failed: list[str] = []

    def attempt() -> None:
        try:
            vaults.make(work / "centre.groupwork")
        finally:
            names = {path.name for path in work.iterdir()}
            whole = {"centre.groupwork", "centre.groupwork.keys"}
            assert whole <= names or not whole & names, names
            assert not any(name.endswith(".part") for name in names), names

    until_done(attempt, failed)
    return bool(failed)


def backup(template: Path, work: Path) -> bool:
    """Back up: where it failed nothing of it is left, and the file goes on."""
    from groupwork.store import backup as backups
    from tests import vaults

    file, failed = vaults.copy(template, work), []
    target = work / "backups"

    def attempt() -> None:
        try:
            with vaults.opened(file) as store:
                backups.make(file, store.key, store.sidecar, target)
        finally:
            assert not target.exists() or not list(target.glob("*.part"))

    until_done(attempt, failed)
    from groupwork.store import restore as restore_

    (made,) = target.iterdir()
    restore_.require_whole(restore_.find(made))
    return bool(failed)


def restore(template: Path, work: Path) -> bool:
    """Restore: where it failed the name is still free."""
    from groupwork.operations import vault
    from groupwork.store import backup as backups
    from tests import vaults

    file, failed = vaults.copy(template, work), []
    held: list[object] = []

    def back_up() -> None:
        with vaults.opened(file) as store:
            held.append(backups.make(file, store.key, store.sidecar, work / "backups"))

    until_done(back_up, failed)
    until_done(
        lambda: vault.restore(held[0].folder, work / "back.groupwork", vaults.PASSPHRASE, probe=vaults.local),
        failed,
    )
    return bool(failed)


def _afterwards(work: Path) -> int:
    """The real opener, in a process that was never refused anything."""
    from tests import vaults

    for file in work.glob("*.groupwork"):
        with vaults.opened(file) as store:
            assert store.db.rows("PRAGMA integrity_check") == [("ok",)]
            assert store.journal.verify().ok
    return FINE


SCENARIOS = {"marks": marks, "new_file": new_file, "backup": backup, "restore": restore}

if __name__ == "__main__":
    print(every_write(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])))
