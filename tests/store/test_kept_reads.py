"""What a page reads again and again is kept while nothing was written."""

import pytest

from groupwork.store.tables import Setting
from tests.vaults import mark, value_of


def test_what_was_read_is_kept_until_something_is_written(vault_store):
    reads = []

    def read():
        reads.append(1)
        return value_of(vault_store, "a")

    assert vault_store.unchanged("a", read) is None
    assert vault_store.unchanged("a", read) is None
    assert len(reads) == 1
    mark(vault_store, "a", 5)
    assert vault_store.unchanged("a", read) == 5


def test_what_was_read_inside_a_step_is_not_kept(vault_store):
    with pytest.raises(ZeroDivisionError), vault_store.journal.step("test.marked", {}) as step:
        step.save(Setting(key="a.a", value=7))
        assert vault_store.unchanged("a", lambda: value_of(vault_store, "a")) == 7
        raise ZeroDivisionError
    assert vault_store.unchanged("a", lambda: value_of(vault_store, "a")) is None
