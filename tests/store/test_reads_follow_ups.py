"""Follow-ups are read from the few rows there are, never by walking through years of attendance."""

import pytest

from groupwork.store import reads_follow_ups as reads

TEXTS = {**reads.SHOWN, "everybody": reads._ALL, "some": reads._of_people(2)}


@pytest.mark.parametrize("which", TEXTS)
def test_no_text_scans_attendance_calls_or_contacts(vault_store, which):
    sql = TEXTS[which]
    plan = vault_store.db.execute_sql("EXPLAIN QUERY PLAN " + sql, ["1"] * sql.count("?")).fetchall()
    scans = [line[3] for line in plan if line[3].startswith("SCAN")]
    assert [scan for scan in scans if scan.split()[1] in ("t", "x", "c", "s")] == []
