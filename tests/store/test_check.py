"""Examining a whole file: what is wrong is found and named."""

import pytest

from groupwork.errors import Cancelled
from groupwork.store import check, sidecar
from groupwork.store.sidecar import Anchor
from tests import vaults


def wrong(store):
    return {line.code: line.sentence() for line in check.check(store).lines if not line.ok}


def test_a_whole_file(vault_store):
    vaults.mark(vault_store, "a", 1)
    report = check.check(vault_store)
    assert report.ok
    assert [line.code for line in report.lines] == [
        "pages",
        "structure",
        "links",
        "schema",
        "journal",
        "keys",
    ]


def test_a_reader_can_check(vault_file):
    with vaults.opened(vault_file, read_only=True) as store:
        assert check.check(store).ok


@pytest.mark.parametrize(
    ("sql", "code", "words"),
    [
        ("DROP TRIGGER journal_step_no_update", "schema", "journal_step_no_update"),
        ("CREATE INDEX extra ON room(name)", "schema", "extra"),
        ("UPDATE journal_chain SET count = count + 3", "journal", "The end of the journal is missing"),
    ],
)
def test_what_somebody_changed_past_the_program_is_named(vault_store, sql, code, words):
    vault_store.db.rows(sql)
    assert words in wrong(vault_store)[code]


def test_a_row_that_points_at_nothing(vault_store):
    vault_store.db.rows("PRAGMA foreign_keys = 0")
    vault_store.db.rows("UPDATE sign_in SET facilitator_id = 99")
    assert "sign_in" in wrong(vault_store)["links"]


def test_a_damaged_page(vault_file):
    with vaults.opened(vault_file) as store:
        store.db.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        with vault_file.open("r+b") as raw:
            raw.seek(4096 * 30 + 5)
            raw.write(b"\0\0\0\0")
        assert "Damaged pages" in wrong(store)["pages"]


def test_a_tail_that_was_cut_off_is_found_by_the_anchor_alone(vault_file):
    with vaults.opened(vault_file) as store:
        for number in range(5):
            vaults.mark(store, f"m{number}", number)
    with vaults.opened(vault_file) as store:
        cut_tail(store, 2)
        assert "entries" in wrong(store)["journal"]
        assert store.journal.verify().ok, "without the anchor the shorter journal looks whole"


def test_the_anchor_of_another_workstation_counts_too(vault_store):
    other = {"pc-2": Anchor(4, "00" * 32)}
    vault_store.save_keys(sidecar.replace(vault_store.sidecar, anchors=other))
    assert not check.check_journal(vault_store).ok


def test_cancel(vault_store):
    with pytest.raises(Cancelled):
        check.check(vault_store, cancelled=lambda: True)


def cut_tail(store, count):
    """As somebody with the open file and tools would: rows away, chain's end put right, triggers back."""
    triggers = store.db.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    for name, _sql in triggers:
        store.db.rows(f"DROP TRIGGER {name}")
    store.db.rows("PRAGMA foreign_keys = 0")
    ((last,),) = store.db.rows(f"SELECT max(id) - {count} FROM journal_step")
    for table, column in (("journal_step", "id"), ("journal_change", "step_id"), ("journal_image", "step")):
        store.db.rows(f"DELETE FROM {table} WHERE {column} > {last}")
    ((seq, mac),) = store.db.rows("SELECT seq, mac FROM journal_step ORDER BY id DESC LIMIT 1")
    store.db.rows("UPDATE journal_chain SET count = ?, head = ?", (seq, mac))
    for _name, sql in triggers:
        store.db.rows(sql)
