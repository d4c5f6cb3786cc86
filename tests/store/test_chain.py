"""The chain: editing, removing and cutting are each found and named; erasing is not a fault."""

import pytest

from groupwork.store import chain
from groupwork.store.journal import Journal
from groupwork.store.journal_tables import TRIGGERS
from groupwork.store.schema import missing_triggers
from groupwork.store.verify import Fault, Problem
from tests.store.dumps import dump


@pytest.fixture
def grown(journal, mark):
    """Twelve entries: steps, an undo and an event."""
    for i in range(9):
        mark(i % 3, "PAX"[i // 3], actor=1)
    journal.undo(journal.undoable(1)[0], 1)
    journal.event("sheet.printed", {"session": 1}, 1)
    assert journal.anchor()[0] == 12
    return journal


def tamper(db, *statements):
    """Change the journal as somebody with the open file could, and put the triggers back."""
    for name in TRIGGERS:
        db.execute_sql(f"DROP TRIGGER {name}")
    for sql in statements:
        db.execute_sql(sql)
    for sql in TRIGGERS.values():
        db.execute_sql(sql)


def faults(journal, anchor=None):
    return [(p.fault, p.step, p.last) for p in journal.verify(anchor).problems]


def test_an_untouched_journal_verifies_with_and_without_its_anchor(grown):
    found = grown.verify(grown.anchor())
    assert (found.ok, found.entries, found.erased) == (True, 12, 0)
    assert grown.verify((12, "00" * 32)).problems == (Problem(Fault.REWRITTEN, 12, 12, "desk-1"),)


@pytest.mark.parametrize(
    "column", ["actor = 2", "at = '2020-01-01T00:00:00Z'", "verb = 'x.y'", "params = '{}'", "kind = 'system'"]
)
def test_an_edited_entry_is_named(db, grown, column):
    tamper(db, f"UPDATE journal_step SET {column} WHERE id = 5")
    assert faults(grown) == [(Fault.CHANGED, 5, 5)]


def test_an_edited_row_change_is_named(db, grown):
    tamper(db, 'UPDATE journal_change SET "row" = 99 WHERE step_id = 6')
    assert faults(grown) == [(Fault.CHANGED, 6, 6)]


def test_a_removed_row_change_is_named(db, grown):
    tamper(db, "DELETE FROM journal_change WHERE step_id = 1 AND n = 3")
    assert (Fault.CHANGED, 1, 1) in faults(grown)


def test_an_edited_image_is_named(db, grown):
    tamper(db, "UPDATE journal_image SET before = replace(before, 'null', '1') WHERE step = 4")
    assert faults(grown) == [(Fault.IMAGE, 4, 4)]


def test_a_removed_entry_is_named(db, grown):
    tamper(
        db,
        "PRAGMA foreign_keys = 0",
        "DELETE FROM journal_image WHERE step = 7",
        "DELETE FROM journal_change WHERE step_id = 7",
        "DELETE FROM journal_step WHERE id = 7",
    )
    assert faults(grown) == [(Fault.MISSING, 7, 7)]


def cut(db, after, *more):
    tamper(
        db,
        "PRAGMA foreign_keys = 0",
        f"DELETE FROM journal_image WHERE step > {after}",
        f"DELETE FROM journal_change WHERE step_id > {after}",
        f"DELETE FROM journal_step WHERE id > {after}",
        *more,
    )


def test_a_cut_tail_is_named(db, grown):
    cut(db, 9)
    assert faults(grown) == [(Fault.CUT, 10, 12)]


HEAD = "UPDATE journal_chain SET count = 9, head = (SELECT mac FROM journal_step ORDER BY id DESC LIMIT 1)"


def test_a_tail_cut_together_with_the_head_is_found_by_the_anchor_alone(db, grown):
    anchor = grown.anchor()
    cut(db, 9, HEAD)
    assert faults(grown) == []
    assert faults(grown, anchor) == [(Fault.CUT, 10, 12)]


def test_a_tail_cut_and_grown_again_is_found_by_the_anchor(db, grown, mark):
    anchor = grown.anchor()
    cut(db, 9, HEAD)
    for status in "PAXU":
        mark(0, status)
    assert faults(grown) == []
    assert faults(grown, anchor) == [(Fault.REWRITTEN, 12, 12)]


def test_a_journal_emptied_with_its_chain_is_found_by_the_anchor(db, grown):
    anchor = grown.anchor()
    cut(db, 0, "DELETE FROM journal_chain")
    assert faults(grown, anchor) == [(Fault.CUT, 1, 12)]


def test_an_older_anchor_still_fits_after_more_was_done(grown, mark):
    anchor = grown.anchor()
    mark(0, "P")
    mark(0, "A")
    assert grown.verify(anchor).ok


def test_a_chain_whose_key_was_changed_is_found_at_its_first_entry(db, grown):
    tamper(db, "UPDATE journal_chain SET key = zeroblob(32)")
    assert faults(grown)[0] == (Fault.CHANGED, 1, 1)


def test_missing_triggers_are_found(db, grown):
    assert missing_triggers(db) == ()
    db.execute_sql("DROP TRIGGER journal_step_no_delete")
    assert missing_triggers(db) == ("journal_step_no_delete",)
    assert faults(grown) == [(Fault.UNPROTECTED, 0, 0)]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal_step SET actor = 2",
        "DELETE FROM journal_step",
        "UPDATE journal_change SET op = 'delete'",
        "DELETE FROM journal_change",
        "UPDATE journal_image SET before = NULL",
        "DELETE FROM journal_chain",
        "UPDATE journal_chain SET key = zeroblob(32)",
    ],
)
def test_the_journal_only_grows(db, grown, sql):
    from peewee import DatabaseError

    with pytest.raises(DatabaseError, match="append-only"):
        db.execute_sql(sql)


def test_erased_images_are_counted_and_the_chain_still_verifies(db, grown, centre):
    before = dump(db)
    grown.erase_images([("attendance", centre.marks[0].id)], 1)
    found = grown.verify(grown.anchor())
    assert found.ok
    assert found.erased == 4
    assert dump(db) == before
    assert grown.history(1)[0].params == {"images": 4, "rows": 1}


def test_images_removed_without_an_erasure_are_found(db, grown):
    db.execute_sql("DELETE FROM journal_image WHERE step = 4")
    assert faults(grown) == [(Fault.IMAGE_GONE, 0, 0)]


def test_erasing_in_a_step_takes_the_steps_own_images_along(db, journal, centre):
    with journal.step("person.erased", {"participant": 1}, 1) as step:
        person = centre.people[0]
        person.called = person.full = "-"
        step.save(person)
        journal.erase_images([("participant", person.id)], 1)
    left = db.execute_sql("SELECT count(*) FROM journal_image WHERE before LIKE '%Walter%'").fetchone()[0]
    assert left == 0
    assert journal.verify().erased == 2


def test_a_step_whose_images_were_erased_is_not_undone(grown, mark, centre):
    from groupwork.errors import Refused

    done = mark(1, "H")
    grown.erase_images([("attendance", centre.marks[1].id)], 1)
    with pytest.raises(Refused, match="was erased"):
        grown.undo(done.step, 1)


def test_each_workstation_has_its_own_chain(db, grown, clock):
    other = Journal(db, "desk-2", clock=clock)
    other.event("sheet.printed", {"session": 1}, 1)
    grown.event("sheet.printed", {"session": 1}, 1)
    assert other.anchor()[0] == 1
    assert grown.anchor()[0] == 13
    assert other.verify(other.anchor()).ok
    tamper(db, "UPDATE journal_step SET actor = 7 WHERE id = 13")
    assert other.verify().problems == (Problem(Fault.CHANGED, 1, 1, "desk-2"),)


def test_the_code_covers_every_field():
    entry = chain.Entry(1, 1, "w", "t", "step", 1, "a.b", "{}", None)
    change = chain.Change("room", 1, "insert", b"d")
    key = chain.new_key()
    whole = chain.code(key, chain.START, entry, [change])
    from dataclasses import fields, replace

    for one in fields(entry):
        other = replace(entry, **{one.name: "other" if one.type == "str" else 99})
        assert chain.code(key, chain.START, other, [change]) != whole
    for one in fields(change):
        other = replace(change, **{one.name: {"str": "o", "int": 9, "bytes": b"o"}[one.type]})
        assert chain.code(key, chain.START, entry, [other]) != whole
    assert chain.code(chain.new_key(), chain.START, entry, [change]) != whole
    assert chain.code(key, b"x" * 32, entry, [change]) != whole
