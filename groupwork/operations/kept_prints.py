"""What is kept of each scannable print: its number in the codes, its layout and the rows it had.

So the marked paper can be read back later whatever becomes of the register.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from groupwork.domain.layout import Layout
from groupwork.domain.payload import ID_BYTES, KEY_BYTES
from groupwork.domain.sheet_facts import Look, SessionFacts, Stamp
from groupwork.store.entries import Kind
from groupwork.store.tables import Print, Setting

if TYPE_CHECKING:
    from groupwork.operations.desk import Desk
    from groupwork.store.database import Store

KEY_SETTING = "sheet_key"
"""The centre's key for its codes; made by the first print, in the encrypted file like all else."""


class Printed(NamedTuple):
    """A session's sheet as it goes on paper."""

    facts: SessionFacts
    layout: Layout
    stamp: Stamp


def new_stamp(key: bytes) -> Stamp:
    """A number of its own for a sheet."""
    return Stamp(secrets.token_bytes(ID_BYTES), key)


def centre_key(store: Store) -> bytes:
    """The centre's key; made here when there is none yet (stored with the print)."""
    row = Setting.get_or_none(Setting.key == KEY_SETTING)
    if row is not None:
        return bytes.fromhex(str(row.value))
    key = secrets.token_bytes(KEY_BYTES)
    with store.journal.step("setting.changed", {"key": KEY_SETTING}, kind=Kind.SYSTEM) as step:
        step.save(Setting(key=KEY_SETTING, value=key.hex()))
    return key


def keep_prints(prints: Sequence[Printed], look: Look, desk: Desk, verb: str, **params: object) -> None:
    """The print records and the journal's word of it: one step that nobody can take back."""
    coded = [entry for entry in prints if not entry.stamp.preview]
    if not coded:
        desk.store.journal.event(verb, dict(params), desk.actor)
        return
    with desk.store.journal.step(verb, dict(params), desk.actor, kind=Kind.FINAL) as step:
        for facts, layout, stamp in coded:
            step.save(
                Print(
                    sheet_id=stamp.sheet.hex(),
                    session=facts.register.session.id,
                    kind=layout.kind,
                    language=look.language,
                    paper=look.paper,
                    printed_at=desk.store.journal.clock(),
                    pages=len(layout.pages),
                    layout=layout.to_json(),
                    people=_rows(facts),
                )
            )


def _rows(facts: SessionFacts) -> dict[str, Any]:
    """Who stands in which row, what in which task column, and the centre's own signs, as printed."""
    register, signs = facts.register, facts.signs
    own = {} if signs is None or signs.plain else {"signs": dict(signs.chosen)}
    return own | {
        "people": [row.participant for row in register.rows],
        "tasks": [
            {"id": task.id if task.id > 0 else None, "activity_task": task.activity_task}
            for task in register.tasks
        ],
    }
