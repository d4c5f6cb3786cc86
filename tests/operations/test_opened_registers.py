"""No sequence of membership changes alters a register that was opened; only `add_to_registers` does."""

import shutil
from datetime import datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupwork.domain.attendance import Mark, Status
from groupwork.errors import UserError
from groupwork.operations import attendance, history, memberships
from groupwork.operations.desk import Desk
from groupwork.operations.register import register, take_registers
from groupwork.store.database import open_store
from groupwork.store.sidecar import keys_path
from tests.builders import MONDAY, PASSPHRASE, a_group, a_person, a_session

DAYS = st.integers(-40, 40).map(lambda n: MONDAY + timedelta(days=n))
CHANGES = st.lists(
    st.tuples(st.sampled_from(["join", "leave", "change", "remove", "undo"]), st.integers(0, 9), DAYS, DAYS),
    max_size=8,
)


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
    """One membership change, in the order people may make them; a refusal is one too."""
    kind, pick, first, last = drawn
    lines = memberships.members(desk, group.id)
    if kind == "join":
        memberships.join(desk, group.id, [people[pick % len(people)]], first)
    elif kind == "undo":
        history.undo(desk)
    elif lines:
        line = lines[pick % len(lines)]
        ways = {
            "leave": lambda: memberships.leave(desk, line.id, last),
            "change": lambda: memberships.change_membership(desk, line.id, first, last),
            "remove": lambda: memberships.remove_membership(desk, line.id),
        }
        ways[kind]()


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(changes=CHANGES)
def test_an_opened_register_stays_as_it_was(opened, changes):
    desk = opened()
    group = a_group(desk)
    people = (*group.people, a_person(desk, "Aaliyah Njoroge"), a_person(desk, "Ivo Brandl"))
    past = [a_session(desk, group, day=MONDAY - timedelta(weeks=n)) for n in (3, 2, 1, 0)]
    take_registers(desk)
    attendance.record_mark(desk, past[0], group.people[0], Mark(Status.ABSENT, reason="bus"))
    desk.store.journal.opened_after = desk.store.journal.entries.last_id()  # only what follows is undone
    before = [register(desk, session).rows for session in past]
    for drawn in changes:
        try:
            change(desk, group, people, drawn)
        except UserError:
            continue
    take_registers(desk)
    assert [register(desk, session).rows for session in past] == before
