"""Each tab of a person's page reads within its budget, as much after ten years as after one."""

import pytest

from groupwork.ui.place import Place
from tests.journeys.test_select_budget import ANY_OTHER, demos, selects, shells

__all__ = ["demos", "shells"]

PARTS = ("overview", "profile", "groups", "attendance", "tasks")


@pytest.mark.parametrize("part", PARTS)
def test_a_tab_reads_at_most_eight_times(shells, part):
    counts = {}
    for years, shell in shells.items():
        statements = selects(shell, Place("participant", participant=5, part=part))
        counts[years] = len(statements)
        assert 1 <= len(statements) <= ANY_OTHER, "\n".join(statements)
    assert len(set(counts.values())) == 1, counts
