"""Every benchmark, one after the other, and one table: name, measured, floor, ratio, to hold.

python -m tests.benchmarks [FOLDER]

FOLDER keeps the demo files from run to run. Takes some minutes; run it on a machine that does nothing else.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIELDS = ("name", "measured", "floor", "ratio", "hold")
MEASURED, FLOOR = r"(?P<measured>[\d.]+ (?:ms|s|µs))", r"(?P<floor>[\d.]+ (?:ms|s|µs))"
RATIO, HOLD = r"(?P<ratio>[\d.]+)", r"(?P<hold>[\d.]+)"

START = rf"^(?P<name>.+?): {MEASURED}, floor {FLOOR}, ratio {RATIO} \(to hold: {HOLD}\)$"
UNLOCK = rf"^(?P<name>unlock): {MEASURED} \(to hold: (?P<hold>.+)\)$"
WEEK = rf"^(?P<name>week) of .*: floor {FLOOR}, read {MEASURED}\nratio {RATIO} \(to hold: {HOLD}\)"
MARK = rf"fsync +{FLOOR}\n(?P<name>one durable mark) .* {MEASURED}\nratio {RATIO} .*≤{HOLD}"
GESTURE = rf"^(?P<name>20 marks in one step): ratio {RATIO}, (?P<measured>commits \d+)$"
GRID = rf"^(?P<name>changed mark → painted cell) +{MEASURED} +{RATIO} × floor$"
SHEETS = rf"^(?P<name>.+?): {MEASURED}, raw (?:canvas|loop) {FLOOR}, ratio {RATIO} \(at most {HOLD}\)$"
BACKUP = rf"^(?P<name>verification|whole backup).*? {MEASURED} +{RATIO}× \(≤ {HOLD}\)$"

# Module, its arguments ("{folder}" has the demo files), and what its figures look like.
BENCHES = (
    ("bench_start", ("10", "{folder}"), (UNLOCK, START)),
    ("bench_week", (), (WEEK,)),
    ("bench_mark", ("{folder}",), (MARK, GESTURE)),
    ("bench_grid", (), (GRID,)),
    ("bench_sheets", (), (SHEETS,)),
    ("bench_backup", (), (BACKUP,)),
)


def figures(name, arguments, patterns):
    """Run a benchmark, show what it says, and take its figures out of it."""
    command = [sys.executable, "-m", f"tests.benchmarks.{name}", *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(f"-- {name}\n{run.stdout}{run.stderr if run.returncode else ''}", flush=True)
    found = [
        tuple(match.groupdict().get(field) or "" for field in FIELDS)
        for pattern in patterns
        for match in re.finditer(pattern, run.stdout, re.MULTILINE)
    ]
    return found or [(name, "no figure", "", "", "")]


def table(rows):
    """The rows as a table in Markdown."""
    head = ("What", "Measured", "Floor", "Ratio", "To hold")
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (head, ("---",) * 5, *rows))


def main(given):
    with tempfile.TemporaryDirectory() as scratch:
        folder = str(Path(given or scratch))
        rows = [
            each
            for name, arguments, patterns in BENCHES
            for each in figures(name, [part.format(folder=folder) for part in arguments], patterns)
        ]
    print(table(rows))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
