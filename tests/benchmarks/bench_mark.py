"""One durable mark with its journal against one 4 KiB write with fsync, in the same run.

    .venv/bin/python tests/benchmarks/bench_mark.py [FOLDER]

FOLDER is where the file is made: on the disk that is to be measured. Promised: one mark at most 6 times
the floor; 20 marks of one gesture are one commit.
"""

import os
import secrets
import statistics
import sys
import tempfile
import time
from pathlib import Path

from groupwork.store import row, tables
from groupwork.store.connection import CipherDatabase, Mode
from groupwork.store.journal import Journal
from groupwork.store.keys import FILE_ID_BYTES, KEY_BYTES, DataKey
from groupwork.store.migrations import migrate

ROUNDS, EACH, PEOPLE = 21, 20, 20
PAGE = 4096


def median_ms(work, times=EACH):
    taken = []
    for i in range(times):
        begin = time.perf_counter()
        work(i)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken) * 1000


class Floor:
    """Overwrites one page after the other of a file that is already there."""

    def __init__(self, folder):
        self.file = os.open(folder / "floor.bin", os.O_RDWR | os.O_CREAT)
        os.write(self.file, bytes(PAGE * EACH))
        os.fsync(self.file)

    def __call__(self, i):
        os.lseek(self.file, PAGE * i, os.SEEK_SET)
        os.write(self.file, secrets.token_bytes(PAGE))
        os.fsync(self.file)


class Marks:
    """A register of twenty people; every write changes something, or nothing would reach the disk."""

    def __init__(self, folder):
        key = DataKey(secrets.token_bytes(FILE_ID_BYTES), secrets.token_bytes(KEY_BYTES))
        self.db = CipherDatabase(folder / "bench.groupwork", key, Mode.CREATE)
        self.db.connect()
        row.bind(self.db)
        migrate(self.db)
        self.journal = Journal(self.db, "bench")
        self.count = 0
        self.commits = 0
        with self.journal.step("bench.built") as step:
            activity = step.save(tables.Activity(code="A", name="Woodwork", category="craft", minutes=60))
            self.session = step.save(
                tables.Session(activity=activity, date="2026-10-12", start="09:00", end="10:00")
            )
            self.rows = []
            for n in range(PEOPLE):
                person = step.save(tables.Participant(code=f"P{n:02}", called=f"N{n}", full=f"N{n} Name"))
                self.rows.append(step.save(tables.Attendance(session=self.session, participant=person)).id)

    def change(self, step, n):
        self.count += 1
        entry = tables.Attendance(__no_default__=1, id=self.rows[n % PEOPLE])
        entry.status, entry.late_min = "PAXU"[self.count // PEOPLE % 4], self.count
        step.save(entry)

    def one(self, i):
        params = {"session": self.session.id, "participant": i, "status": "P"}
        with self.journal.step("attendance.recorded", params, 1) as step:
            self.change(step, i)

    def gesture(self, _i):
        with self.journal.step("attendance.recorded", {"count": PEOPLE}, 1) as step:
            for n in range(PEOPLE):
                self.change(step, n)

    def commits_of(self, work):
        seen = []
        self.db.connection().set_trace_callback(seen.append)
        work(0)
        self.db.connection().set_trace_callback(None)
        return sum(sql.startswith("COMMIT") for sql in seen)

    def close(self):
        row.unbind(self.db)
        self.db.close()


def main():
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as name:
        floor, marks = Floor(Path(name)), Marks(Path(name))
        rounds = [(median_ms(floor), median_ms(marks.one), median_ms(marks.gesture)) for _ in range(ROUNDS)]
        ratios = sorted(one / bottom for bottom, one, _gesture in rounds)
        many = [gesture / bottom for bottom, _one, gesture in rounds]
        print(f"floor: one 4 KiB write + fsync   {statistics.median(r[0] for r in rounds):.3f} ms")
        print(f"one durable mark with journal    {statistics.median(r[1] for r in rounds):.3f} ms")
        spread = f"{ratios[0]:.1f} to {ratios[-1]:.1f} in {ROUNDS} rounds"
        print(f"ratio {statistics.median(ratios):.1f} ({spread}), promised ≤6")
        calm = min(r[1] for r in rounds) / min(r[0] for r in rounds)
        print(f"ratio of the calmest rounds of each {calm:.1f} (for a machine that is busy otherwise)")
        commits = marks.commits_of(marks.gesture)
        print(f"20 marks in one step: ratio {statistics.median(many):.1f}, commits {commits}")
        print(f"journal verifies: {marks.journal.verify(marks.journal.anchor()).ok}")
        os.close(floor.file)
        marks.close()


if __name__ == "__main__":
    main()
