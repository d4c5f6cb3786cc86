"""A simulated power cut: what a disk may hold when the current fails, rebuilt from a system-call trace.

A child process records marks through the real journal under strace and acknowledges each one. Here the
trace is replayed onto a model of the disk: a write is certain only after fsync of its file; until then
it may be lost, whole, or torn at 512 bytes, each by itself. Cut anywhere, the folder is rebuilt and the
real opener has to find every acknowledged mark.

kill -9 cannot show this: the operating system still writes what a killed process left behind.
Model's limits: names (create, rename, unlink) are durable and in order, and fsync does what it says.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
CALLS = "openat,close,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2"
ACKS = "acks"
_FD = re.compile(r"^(-?\d+|AT_FDCWD)(?:<(.*?)>(?:\(deleted\))?)?$")
_RESUMED = re.compile(r"^<\.\.\. \w+ resumed>")


@dataclass(frozen=True)
class Event:
    """One change of the disk, in the order in which the process made it."""

    kind: str  # "write", "truncate", "sync", "unlink", "rename", "create"
    path: str
    offset: int = 0
    data: bytes = b""
    target: str = ""


@dataclass
class Disk:
    """Files as they are for certain, and per file what was written since it was last synced."""

    certain: dict[str, bytearray]
    pending: dict[str, list[Event]] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        if event.kind in {"write", "truncate"}:
            self.pending.setdefault(event.path, []).append(event)
        elif event.kind == "sync":
            for late in self.pending.pop(event.path, []):
                put(self.certain.setdefault(event.path, bytearray()), late)
        elif event.kind == "unlink":
            self.certain.pop(event.path, None)
            self.pending.pop(event.path, None)
        elif event.kind == "rename":
            self.certain[event.target] = self.certain.pop(event.path, bytearray())
            self.pending[event.target] = self.pending.pop(event.path, [])
        elif event.kind == "create":
            self.certain.setdefault(event.path, bytearray())

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """What could be found afterwards: each late write lost, whole or torn by itself."""
        found = {path: bytearray(data) for path, data in self.certain.items()}
        for path, late in self.pending.items():
            content = found.setdefault(path, bytearray())
            for event in late:
                fate = chance.random()
                if fate < 0.4:
                    put(content, event)
                elif fate < 0.7:
                    tear(content, event, chance)
        return {path: bytes(data) for path, data in found.items()}


def put(content: bytearray, event: Event) -> None:
    """Apply one write or truncation."""
    if event.kind == "truncate":
        del content[event.offset :]
    end = event.offset + len(event.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[event.offset : end] = event.data


def tear(content: bytearray, event: Event, chance: random.Random) -> None:
    """Apply some of the write's sectors."""
    for start in range(0, len(event.data), SECTOR):
        if chance.random() < 0.5:
            piece = event.data[start : start + SECTOR]
            put(content, Event("write", event.path, event.offset + start, piece))


def calls(trace: Path) -> Iterator[tuple[str, list[str], str]]:
    """(name, arguments, result) of each finished call; calls of several threads are put together."""
    begun: dict[str, str] = {}
    for line in trace.read_text(encoding="ascii", errors="replace").splitlines():
        head, _blank, rest = line.partition(" ")
        pid, text = (head, rest.strip()) if head.isdigit() else ("", line)
        if text.endswith("<unfinished ...>"):
            begun[pid] = text.removesuffix("<unfinished ...>").rstrip()
            continue
        text = _RESUMED.sub(begun.pop(pid, ""), text)
        match = re.match(r"^(\w+)\((.*)\)\s+= (.*)$", text)
        if match:
            yield match[1], _arguments(match[2]), match[3]


def _arguments(text: str) -> list[str]:
    """Strings are all escapes here (-xx), so a comma is always between two arguments."""
    return [part.strip() for part in text.split(", ")]


def events(trace: Path, folder: Path) -> list[Event]:
    """The trace as changes of the files below the folder."""
    reader = _Reader(str(folder))
    found: list[Event] = []
    for name, arguments, result in calls(trace):
        if not result.startswith("-1"):
            found += reader.read(name, arguments, result)
    return found


class _Reader:
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._at: dict[str, int] = {}

    def read(self, name: str, arguments: list[str], result: str) -> list[Event]:
        if name == "openat":
            return self._opened(arguments, result)
        if name in {"unlink", "unlinkat", "rename", "renameat", "renameat2"}:
            return self._named(name, arguments)
        number, path = _descriptor(arguments[0])
        if not path.startswith(self._folder):
            return []
        return self._written(name, number, path, arguments)

    def _written(self, name: str, number: str, path: str, arguments: list[str]) -> list[Event]:
        if name == "write":
            data, at = _bytes(arguments[1]), self._at.get(number, 0)
            self._at[number] = at + len(data)
            return [Event("write", path, at, data)]
        if name == "pwrite64":
            return [Event("write", path, int(arguments[3]), _bytes(arguments[1]))]
        if name == "ftruncate":
            return [Event("truncate", path, int(arguments[1]))]
        return [Event("sync", path)] if name in {"fsync", "fdatasync"} else []

    def _opened(self, arguments: list[str], result: str) -> list[Event]:
        number, path = _descriptor(result)
        self._at[number] = 0
        if not path.startswith(self._folder) or "O_CREAT" not in arguments[2]:
            return []
        cleared = [Event("truncate", path, 0)] if "O_TRUNC" in arguments[2] else []
        return [Event("create", path), *cleared]

    def _named(self, name: str, arguments: list[str]) -> list[Event]:
        paths = [_bytes(part).decode() for part in arguments if part.startswith('"')]
        if not paths[0].startswith(self._folder):
            return []
        if name.startswith("unlink"):
            return [Event("unlink", paths[0])]
        return [Event("rename", paths[0], target=paths[1])]


def _descriptor(text: str) -> tuple[str, str]:
    match = _FD.match(text.split(" ", maxsplit=1)[0])
    if match is None:
        return text, ""
    path = match[2] or ""
    return match[1], (_unescaped(path) if "\\x" in path else path)


def _bytes(text: str) -> bytes:
    if text.endswith("..."):
        raise AssertionError("strace cut a string short")
    return bytes.fromhex(text.strip('"').replace("\\x", ""))


def _unescaped(text: str) -> str:
    return bytes.fromhex(text.replace("\\x", "")).decode()


def record(folder: Path, file: Path, marks: int, synchronous: str) -> list[Event]:
    """Run the child on the file under strace; returns what it did to the disk."""
    trace = folder.parent / f"{folder.name}.trace"
    command = ["strace", "-f", "-y", "-xx", "-s", "4000000", "-e", f"trace={CALLS}", "-o", str(trace)]
    command += [sys.executable, __file__, str(file), str(marks), synchronous]
    path = os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])
    home = str(folder.parent / "home")
    own = {"PYTHONPATH": path, "XDG_DATA_HOME": home, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(command, check=True, timeout=120, env={**os.environ, **own})
    found = events(trace, folder)
    trace.unlink()
    return found


def child(file: Path, marks: int, synchronous: str) -> None:
    """Record marks and acknowledge each; checkpoints come often, so that cuts fall into them too."""
    from tests import vaults

    if synchronous == "CREATE":
        vaults.make(file)
        os._exit(0)
    acks = os.open(file.parent / ACKS, os.O_CREAT | os.O_WRONLY)
    store = vaults.opened(file)
    store.db.rows("PRAGMA wal_autocheckpoint = 60")
    if synchronous != "AS_SHIPPED":
        store.db.rows(f"PRAGMA synchronous = {synchronous}")
    for number in range(1, marks + 1):
        vaults.mark(store, f"mark{number}", number)
        os.write(acks, b"%d\n" % number)
    os._exit(0)  # no orderly end: what is on the disk now is what counts


def snapshot(folder: Path) -> dict[str, bytearray]:
    """The files of the folder as they are now: the certain state before the trace."""
    return {str(path): bytearray(path.read_bytes()) for path in folder.iterdir() if path.is_file()}


@dataclass
class Cuts:
    """The disk at ever later moments of one trace."""

    before: dict[str, bytearray]
    events: list[Event]

    def at(self, moments: list[int], chance: random.Random) -> Iterator[tuple[dict[str, bytes], int]]:
        """(files after the cut, number of marks acknowledged before it) for each moment, ascending."""
        disk, done, acknowledged = Disk({p: bytearray(d) for p, d in self.before.items()}), 0, 0
        for moment in sorted(moments):
            for event in self.events[done:moment]:
                disk.apply(event)
                if event.path.endswith(f"/{ACKS}") and event.kind == "write":
                    acknowledged = int(event.data)
            done = moment
            yield disk.cut(chance), acknowledged


def rebuild(files: dict[str, bytes], folder: Path, fresh: Path) -> None:
    """Put the files of the cut into a fresh folder."""
    with suppress(FileNotFoundError):
        shutil.rmtree(fresh)
    fresh.mkdir()
    for path, data in files.items():
        if path.startswith(str(folder)):
            (fresh / Path(path).name).write_bytes(data)


if __name__ == "__main__":
    child(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
