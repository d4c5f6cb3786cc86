"""The week read against the same SQL on the bare driver, in turn, in one run. No test: prints a ratio.

python -m tests.benchmarks.bench_week [years]
"""

import statistics
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter_ns

from groupwork.domain.schedule import monday
from groupwork.operations import sessions
from groupwork.operations.demo import PUBLIC_PASSPHRASE, make_demo

ROUNDS = 200
CEILING = 1.5


def captured(desk, day):
    """(sql, parameters) of one week read: the floor runs exactly these."""
    seen, db = [], desk.store.db
    run = db.execute_sql
    db.execute_sql = lambda sql, params=None: seen.append((sql, params)) or run(sql, params)
    try:
        sessions.week(desk, day)
    finally:
        del db.execute_sql
    return seen


def microseconds(operation):
    start = perf_counter_ns()
    operation()
    return (perf_counter_ns() - start) / 1000


def main(years):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.groupwork"
        today = date(2026, 11, 18)
        with make_demo(path, PUBLIC_PASSPHRASE, language="en", today=today, years=years) as opened:
            desk, first = opened.desk("en"), monday(today)
            work = captured(desk, first)
            cursor = desk.store.db.connection().cursor()

            def floor():
                for sql, params in work:
                    cursor.execute(sql, params or ()).fetchall()

            pairs = [
                (microseconds(floor), microseconds(lambda: sessions.week(desk, first))) for _ in range(ROUNDS)
            ]
            found = sum(len(day.sessions) for day in sessions.week(desk, first))
            ratio = statistics.median(whole / bare for bare, whole in pairs)
            bare, whole = (statistics.median(times) for times in zip(*pairs, strict=True))
            print(f"week of {found} sessions, {years} year(s): floor {bare:.0f} µs, read {whole:.0f} µs")
            print(f"ratio {ratio:.2f} (to hold: {CEILING}), {len(work)} SELECTs")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
