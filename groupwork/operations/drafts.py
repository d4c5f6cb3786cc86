"""What somebody had begun to type when the window was locked or closed: kept for that sign-in alone.

It lies in the encrypted file beside the settings. The journal names the form, never the words.
"""

from __future__ import annotations

from typing import Any

from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_sessions as reads
from groupwork.store.tables import Setting


@allowed(Right.READ)
def keep(desk: Desk, kind: str, value: object) -> None:
    """Keep what is in a form; `kind` is its code ("plan", "not_held.217"), `value` anything that is JSON.

    The right to what the form does is asked when it is saved. A file opened for reading keeps nothing.
    """
    key = _key(desk, kind)
    if key is None:
        return
    with desk.store.journal.system_step("draft.kept", {"kind": kind}) as step:
        row = Setting.get_or_none(Setting.key == key) or Setting(key=key)
        row.value = value
        step.save(row)


@allowed(Right.READ)
def kept(desk: Desk, kind: str) -> Any:
    """What this sign-in had begun in a form, None when nothing is kept."""
    return all_kept(desk).get(kind)


@allowed(Right.READ)
def all_kept(desk: Desk) -> dict[str, Any]:
    """Everything this sign-in had begun, by kind (one SELECT)."""
    start = _start(desk)
    return {
        key.removeprefix(start): Setting.value.python_value(value)
        for key, value in reads.settings(desk.store.db)
        if desk.actor is not None and key.startswith(start)
    }


@allowed(Right.READ)
def drop(desk: Desk, kind: str) -> None:
    """The form was saved or given up; nothing happens when nothing was kept."""
    key = _key(desk, kind)
    row = Setting.get_or_none(Setting.key == key) if key is not None else None
    if row is not None:
        with desk.store.journal.system_step("draft.dropped", {"kind": kind}) as step:
            step.delete(row)


def _start(desk: Desk) -> str:
    return f"draft.{desk.actor}."


def _key(desk: Desk, kind: str) -> str | None:
    """None where nothing is kept: nobody is signed in, or nothing may be written."""
    if desk.actor is None or desk.store.read_only:
        return None
    return _start(desk) + kind
