"""No sequence of membership changes alters a register that was opened; only `add_to_registers` does."""

import shutil
from collections import Counter
from contextlib import suppress
from datetime import datetime, time, timedelta
from random import Random

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.errors import Refused, UserError
from groupwork.operations import attendance, episodes, group_plan, history, memberships, merging
from groupwork.operations.desk import Desk
from groupwork.operations.register import register, take_registers
from groupwork.store import tables
from groupwork.store.database import open_store
from groupwork.store.sidecar import keys_path
from tests.builders import MONDAY, PASSPHRASE, a_group, a_person, a_session

KINDS = (
    *("join", "leave", "change", "remove", "wait", "admit", "stay ends", "stay changes"),
    *("group changes", "group ends", "merge", "undo", "redo"),
)
LIKELY = ("join", "change", "wait", "wait", "admit", "undo", "redo", "redo", "redo")
"""More often, because the others need them first, or they come to nothing so often."""


def sequence(chance):
    """Eight to fourteen changes: what, who, who else, two days around the registers."""
    days = [MONDAY + timedelta(days=chance.randint(-40, 40)) for _n in range(28)]
    return [
        (chance.choice((*KINDS, *LIKELY)), chance.randrange(10), chance.randrange(10), *days[n : n + 2])
        for n in range(chance.randint(8, 14))
    ]


@pytest.fixture
def opened(template, tmp_path):
    """A file opened anew for each example of a test."""
    stores = []

    def begin():
        path = tmp_path / f"{len(stores)}.groupwork"
        shutil.copy(template, path)
        shutil.copy(keys_path(template), keys_path(path))
        store = open_store(path, "hanna", PASSPHRASE)
        stores.append(store)
        return Desk(store, 1, "Hanna", "lead", MONDAY, datetime.combine(MONDAY, time(9, 52)), "en")

    yield begin
    for store in stores:
        store.close()


def change(desk, group, people, drawn):
    """One change, in the order people may make them; what cannot be is refused."""
    kind, pick, other, first, last = drawn
    who, line, waits = (
        listed[pick % len(listed)] if listed else None
        for listed in (people, memberships.members(desk, group), memberships.waiting(desk, group))
    )
    ways = {
        "join": lambda: memberships.join(desk, group, [who], first),
        "leave": lambda: line and memberships.leave(desk, line.id, last),
        "change": lambda: line and memberships.change_membership(desk, line.id, first, last),
        "remove": lambda: line and memberships.remove_membership(desk, line.id),
        "wait": lambda: memberships.wait(desk, group, who, first),
        "admit": lambda: waits and memberships.admit(desk, waits.id, first),
        "stay ends": lambda: episodes.end_stays(desk, [who], last, "moved_away"),
        "stay changes": lambda: episodes.change_stay(desk, stay_of(who), start=first),
        "group changes": lambda: group_plan.change_group(desk, group, first, weekday=pick % 7),
        "group ends": lambda: group_plan.end_group(desk, group, last),
        "merge": lambda: merging.merge(desk, who, people[other % len(people)]),
        "undo": lambda: history.undo(desk),
        "redo": lambda: history.redo(desk),
    }
    if ways[kind]() is None:
        raise Refused("nobody to do it with")


def stay_of(person):
    stay = tables.Episode.get_or_none(tables.Episode.participant == person)
    return stay.id if stay else 0  # a duplicate that was merged has none


def read(desk, sessions):
    """Who is on these registers, and what is recorded of them."""
    rows = {session: register(desk, session).rows for session in sessions}
    return {
        session: {row.participant: (row.mark, row.participation, row.results) for row in found}
        for session, found in rows.items()
    }


def merged(registers, keep, drop):
    """The same after a merge: one row of the two, with what is recorded."""
    found = {}
    for session, rows in registers.items():
        both = [rows[person] for person in (keep, drop) if person in rows]
        others = {person: row for person, row in rows.items() if person not in (keep, drop)}
        said = next((row for row in both if row[0].status), both[0] if both else None)
        found[session] = others | ({keep: said} if said else {})
    return found


class Expected:
    """What the registers must say: only a merge changes it, and what is taken back or done again."""

    def __init__(self, desk, sessions):
        self.desk, self.sessions = desk, sessions
        self.says, self.ends = read(desk, sessions), {}
        self.steps = self.in_force()

    def in_force(self):
        return frozenset(self.desk.store.journal.undoable(1))

    def follow(self, kind, keep, drop):
        before, self.steps = self.steps, self.in_force()
        made, gone = self.steps - before, before - self.steps
        if gone:
            self.says = self.ends[max(gone)][0]
        elif kind == "redo":
            self.says = self.ends[max(made)][1]
        elif made:
            after = merged(self.says, keep, drop) if kind == "merge" else self.says
            self.says, self.ends[max(made)] = after, (self.says, after)
        assert read(self.desk, self.sessions) == self.says, (kind, keep, drop)


def play(desk, changes):
    """Four opened registers, the changes, and the registers taken again; returns what was done."""
    group = a_group(desk, tasks=("Saw",))
    people = (*group.people, a_person(desk, "Aaliyah Njoroge"), a_person(desk, "Ivo Brandl"))
    past = [a_session(desk, group, day=MONDAY - timedelta(weeks=n)) for n in (3, 2, 1, 0)]
    take_registers(desk)
    attendance.record_mark(desk, past[0], people[0], Mark(Status.ABSENT, reason="bus"))
    attendance.record_mark(desk, past[1], people[1], Mark(Status.PRESENT, late_min=5))
    desk.store.journal.opened_after = desk.store.journal.entries.last_id()  # only what follows is undone
    expected, done = Expected(desk, past), []
    for drawn in changes:
        with suppress(UserError):
            change(desk, group.id, people, drawn)
            expected.follow(drawn[0], people[drawn[1] % 5], people[drawn[2] % 5])
            done.append(drawn[0])
    take_registers(desk)
    assert read(desk, past) == expected.says
    return done


def test_an_opened_register_stays_as_it_was(opened):
    """Anything that changes who belongs to the group, in any order; only a merge joins two rows."""
    chance, done = Random(20261012), Counter()
    for _sequence in range(70):
        done.update(play(opened(), sequence(chance)))
    assert all(done[kind] >= 5 for kind in KINDS), f"hardly tried: {done}"
