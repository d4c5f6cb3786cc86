"""The journal's own tables: who did what when, what changed, and the chain that proves it.

`step` and `change` only ever grow (triggers abort anything else). `image` holds the personal data and
may be erased; `change.digest` is a hash over its salt and content, so the chain verifies without it.
"""

from __future__ import annotations

from typing import Any

import peewee as pw

from groupwork.store.columns import Json
from groupwork.store.row import Guarded, link


class JournalChain(Guarded):
    """One chain per workstation: its secret key, how many entries it has and the last one's code."""

    id: Any = pw.AutoField()
    workstation = pw.TextField(unique=True)
    key = pw.BlobField()
    count = pw.IntegerField(default=0)
    head = pw.BlobField()

    class Meta:
        table_name = "journal_chain"


class JournalStep(Guarded):
    """One entry: a step, its undo, a system step or an event. `params` never holds typed words."""

    id: Any = pw.AutoField()
    chain_id: int
    chain = link(JournalChain, index=False)
    seq = pw.IntegerField()
    at = pw.TextField()
    kind = pw.TextField(constraints=[pw.Check("kind IN ('step','undo','system','event','final')")])
    actor = pw.IntegerField(null=True)
    verb = pw.TextField()
    params: Any = Json()
    undoes = pw.IntegerField(null=True)
    changes = pw.IntegerField()
    mac = pw.BlobField()

    class Meta:
        table_name = "journal_step"


class JournalChange(Guarded):
    """One row changed by a step: which one, how, and the digest of its images."""

    step_id: int
    step = link(JournalStep, index=False)
    n = pw.IntegerField()
    table = pw.TextField()
    row = pw.IntegerField()
    op = pw.TextField(constraints=[pw.Check("op IN ('insert','update','delete')")])
    digest = pw.BlobField()

    class Meta:
        table_name = "journal_change"
        primary_key = pw.CompositeKey("step", "n")
        without_rowid = True


class JournalImage(Guarded):
    """A change's row before and after, as JSON of its columns. Erasable."""

    step = pw.IntegerField()
    n = pw.IntegerField()
    salt = pw.BlobField()
    before = pw.TextField(null=True)
    after = pw.TextField(null=True)

    class Meta:
        table_name = "journal_image"
        primary_key = pw.CompositeKey("step", "n")
        without_rowid = True


JOURNAL: tuple[type[Guarded], ...] = (JournalChain, JournalStep, JournalChange, JournalImage)


def _abort(table: str, action: str, columns: str = "") -> tuple[str, str]:
    name = f"{table}_no_{action}"
    return name, (
        f'CREATE TRIGGER "{name}" BEFORE {action.upper()}{columns} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


TRIGGERS: dict[str, str] = dict(
    (
        _abort("journal_step", "update"),
        _abort("journal_step", "delete"),
        _abort("journal_change", "update"),
        _abort("journal_change", "delete"),
        _abort("journal_image", "update"),
        _abort("journal_chain", "delete"),
        _abort("journal_chain", "update", ' OF "id", "workstation", "key"'),
    )
)
"""Trigger name → its SQL: what makes the journal append-only."""
# Most entries undo nothing: a partial index is not touched by them.
JournalStep.add_index(
    pw.SQL('CREATE INDEX "journal_step_undoes" ON "journal_step" ("undoes") WHERE "undoes" IS NOT NULL')
)
