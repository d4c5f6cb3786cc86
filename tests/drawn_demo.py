"""A drawn demo centre with its rows by table, for the tests that look at it."""

from collections import defaultdict
from datetime import date
from pathlib import Path

from groupwork.domain.demo import rows
from groupwork.domain.demo.generate import demo_rows, play_for, script_for
from groupwork.operations.demo import description

ROOT = Path(__file__).resolve().parents[1]
WHOLE_TERM = date(2026, 11, 20)
MACHINE_DAY = date(2026, 10, 30)
STAFF = {f"F{n}": n for n in range(1, 7)}


class Drawn:
    """A drawn demo with its rows by table."""

    def __init__(self, until=None, language="en", machine_day=MACHINE_DAY, **size):
        self.script = script_for(description(), language, machine_day, until)
        self.play = play_for(self.script, until)
        self.tables = defaultdict(list)
        for row in demo_rows(self.script, self.play, STAFF, **size):
            self.tables[type(row)].append(row)
        self.sessions = {s.id: s for s in self.tables[rows.Session]}
        self.activities = {a.id: a.code for a in self.tables[rows.Activity]}

    def marks(self, code):
        """(session, mark) of a person in the order of time."""
        person = int(code[1:])
        found = [m for m in self.tables[rows.Attendance] if m.participant_id == person]
        return [(self.sessions[m.session_id], m) for m in sorted(found, key=lambda m: (m.start, m.id))]

    def week(self, session):
        return self.script.weeks.week(date.fromisoformat(session.date))


def weekday(session):
    """0 for Monday."""
    return date.fromisoformat(session.date).weekday()
