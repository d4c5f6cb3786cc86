"""A full disk at any write: refused in words, nothing half-written, goes on when there is room."""

import pytest

from groupwork.errors import DiskFull
from tests import vaults
from tests.store import full_disk
from tests.store.test_powercut import no_trace


@pytest.mark.slow
@pytest.mark.skipif(bool(no_trace()), reason=f"full disk: {no_trace()}")
@pytest.mark.parametrize("call", ["pwrite64", "write"])
@pytest.mark.parametrize("scenario", ["marks", "new_file", "backup", "restore"])
def test_full_at_every_write(vault_template, tmp_path, scenario, call):
    met = int(full_disk.run(scenario, call, vault_template, tmp_path))
    assert met >= (20 if call == "pwrite64" else 1), "the scenario has to write"


def test_full_at_every_page_count(vault_store):
    """The same without a trace, for systems that have none: a limit of pages."""
    store = vault_store
    pages = store.db.rows("PRAGMA page_count")[0][0]
    refused = 0
    for room in range(40):
        store.db.rows(f"PRAGMA max_page_count = {pages + room}")
        before = store.db.rows("SELECT count(*) FROM setting")
        try:
            vaults.mark(store, f"room{room}", "x" * 20_000)
        except DiskFull:
            refused += 1
            assert store.db.rows("SELECT count(*) FROM setting") == before
            assert not store.db.connection().in_transaction
    assert refused > 5
    store.db.rows("PRAGMA max_page_count = 100000")
    vaults.mark(store, "again", 1)
    assert vaults.value_of(store, "again") == 1
    assert store.journal.verify().ok
