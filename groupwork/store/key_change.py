"""A sign-in's row and its slot in the key file, changed together.

A power cut may part them. The key file is always written first, inside the step: a slot without its row opens
nothing and goes with the next change (`swept`); a row without its slot is shown as one without a passphrase,
and a lead gives it a new one. Nobody takes away the own slot, so there is always a lead who can.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from groupwork.errors import Trouble
from groupwork.store import keys
from groupwork.store.entries import Kind
from groupwork.store.sidecar import Sidecar
from groupwork.store.step import Done, Step
from groupwork.store.tables import SignIn

if TYPE_CHECKING:
    from groupwork.store.database import Store


_ROWS = (
    'SELECT i."id", i."name", coalesce(f."name", i."name"), i."role", i."active" FROM "sign_in" i '
    'LEFT JOIN "facilitator" f ON f."id" = i."facilitator_id"'
)


def rows(store: Store) -> list[tuple[Any, ...]]:
    """Every sign-in: id, sign-in name, what the person is called, role, active (one SELECT)."""
    return store.db.rows(_ROWS)


def write(
    store: Store,
    actor: int | None,
    verb: str,
    changed: Sidecar | None,
    put: Callable[[Step], object],
    **params: object,
) -> Done:
    """Rows and key file, both or neither: whatever fails puts the old key file back. Not undoable.

    `changed` None leaves the key file alone. Raises DiskFull, ReadOnly and what `put` raises.
    """
    before = store.sidecar
    try:
        with store.journal.step(verb, params, actor, kind=Kind.FINAL) as step:
            put(step)
            if changed is not None:
                step.settle()
                store.save_keys(replace(changed, anchors=store.sidecar.anchors))
    except BaseException:
        if store.sidecar.slots != before.slots:
            with suppress(Trouble):
                store.save_keys(replace(before, anchors=store.sidecar.anchors))
        raise
    return step.done


def swept(store: Store) -> Sidecar:
    """The key file without slots of persons whose row is gone or disabled: left by a power cut."""
    names = (row.name for row in SignIn.select() if row.active)
    kept = {keys.mark_of(store.sidecar.file_id, name) for name in names}
    slots = store.sidecar.slots
    return replace(store.sidecar, slots=tuple(s for s in slots if s.kind != keys.PERSON or s.who in kept))


def has_slot(store: Store, sign_in_name: str) -> bool:
    """Whether a passphrase opens the file for this name."""
    mark = keys.mark_of(store.sidecar.file_id, sign_in_name)
    return any(slot.who == mark for slot in store.sidecar.slots)


def did_something(store: Store, sign_in: int) -> bool:
    """Whether the journal has an entry by this sign-in."""
    sql = f'SELECT 1 FROM "journal_step" WHERE "actor" = {store.db.param} LIMIT 1'
    return bool(store.db.rows(sql, (sign_in,)))
