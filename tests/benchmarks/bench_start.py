"""From the data key to the painted Today against a bare window with one label, in whole processes in turn.

python -m tests.benchmarks.bench_start [YEARS] [FOLDER]

Demo files of one year and of YEARS (10) are made in FOLDER, or taken from there when an earlier run made
them (a temporary folder unless given; 100 years take about a minute and 200 MB). "Today" starts as
`groupwork FILE` does, but for the unlock page and the derivation of the key: that is measured beside it.
Python's compiled modules are kept, as in an installed program.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROUNDS = 15
ROOT = Path(__file__).resolve().parents[2]
DAY, PEOPLE = date(2026, 11, 18), 60
START_CEILING, GROWTH_CEILING, UNLOCK_CEILING = 1.6, 1.2, 0.3


@dataclass(frozen=True)
class Start:
    """Milliseconds since the process was asked for."""

    ready: float
    """An empty window is there, all is imported that it needs."""
    painted: float

    @property
    def from_key(self):
        """What a person waits for after the passphrase was found right."""
        return self.painted - self.ready


class Processes:
    """Starts `start_child`, with a home of its own that keeps compiled modules."""

    def __init__(self, home):
        unwanted = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}
        self._environment = {name: value for name, value in os.environ.items() if name not in unwanted}
        self._environment |= {
            "PYTHONPYCACHEPREFIX": str(home / "compiled"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"),
            "LC_ALL": "C.UTF-8",
        }

    def told(self, *arguments):
        """(when it was started, what it said)."""
        command = [sys.executable, "-m", "tests.benchmarks.start_child", *map(str, arguments)]
        begin = time.time_ns()
        run = subprocess.run(
            command, cwd=ROOT, env=self._environment, capture_output=True, text=True, check=False
        )
        if run.returncode:
            raise SystemExit(run.stderr)
        return begin, dict(word.split("=") for word in run.stdout.split())

    def start(self, *arguments):
        begin, told = self.told(*arguments)
        ready, painted = int(told.get("ready", begin)), int(told["painted"])
        return Start((ready - begin) / 1e6, (painted - begin) / 1e6)


def demo(folder, years):
    """The path of a demo file, made when it is missing, and how many seconds that took."""
    from groupwork.operations.demo import PUBLIC_PASSPHRASE, make_demo

    path = folder / f"{years}.groupwork"
    begin = time.perf_counter()
    if not path.exists():
        make_demo(path, PUBLIC_PASSPHRASE, language="en", today=DAY, years=years, people=PEOPLE).close()
    return path, time.perf_counter() - begin


def known(processes, path):
    """The arguments that open a file without its passphrase, and the seconds of each of three unlocks."""
    from groupwork.operations.demo import PUBLIC_PASSPHRASE

    told = [processes.told("unlock", path, PUBLIC_PASSPHRASE)[1] for _ in range(3)]
    return (path, told[0]["file_id"], told[0]["key"]), [int(t["unlocked"]) / 1e9 for t in told]


def ratio(pairs, of=lambda start: start.painted, to=lambda start: start.painted):
    """The median of the ratios of pairs of starts."""
    return statistics.median(of(second) / to(first) for first, second in pairs)


def in_turn(processes, first, second):
    """Pairs of starts; the first pair only warms the caches."""
    processes.start(*first), processes.start(*second)
    return [(processes.start(*first), processes.start(*second)) for _ in range(ROUNDS)]


def line(name, measured, floor, found, hold):
    """One line that `python -m tests.benchmarks` reads."""
    print(f"{name}: {measured:.0f} ms, floor {floor:.0f} ms, ratio {found:.2f} (to hold: {hold})", flush=True)


def show_start(processes, young, old, years):
    """The old file against a bare window, and against the young file: after typing, and the whole start."""
    typed, whole = (in_turn(processes, ("bare",), (way, *old)) for way in ("typed", "today"))
    bare = statistics.median(first.painted for first, _second in typed + whole)
    waited = statistics.median(second.from_key for _first, second in typed)
    name = f"key known to painted Today, {years} years"
    line(name, waited, bare, ratio(typed, lambda start: start.from_key), START_CEILING)
    all_of_it = statistics.median(second.painted for _first, second in whole)
    line(f"whole start to painted Today, {years} years", all_of_it, bare, ratio(whole), START_CEILING)
    for name, way, part in (
        ("key known", "typed", lambda start: start.from_key),
        ("whole start", "today", lambda start: start.painted),
    ):
        grown = in_turn(processes, (way, *young), (way, *old))
        few, many = (statistics.median(part(pair[n]) for pair in grown) for n in (0, 1))
        line(f"growth 1 to {years} years, {name}", many, few, ratio(grown, part, part), GROWTH_CEILING)


def main(years, folder):
    with tempfile.TemporaryDirectory() as home:
        folder = Path(folder or home)
        folder.mkdir(parents=True, exist_ok=True)
        processes = Processes(Path(home))
        young, _seconds = demo(folder, 1)
        old, seconds = demo(folder, years)
        print(f"{years} years: {old.stat().st_size / 1e6:.0f} MB, made in {seconds:.0f} s")
        (old_start, unlocks), (young_start, _unlocks) = known(processes, old), known(processes, young)
        print(f"unlock: {statistics.median(unlocks):.2f} s (to hold: {UNLOCK_CEILING} s)")
        show_start(processes, young_start, old_start, years)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10, sys.argv[2] if len(sys.argv) > 2 else None)
