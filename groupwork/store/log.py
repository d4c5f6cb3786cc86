"""Reading the journal: its entries newest first, with who did them and whether they are undone."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee as pw

from groupwork.domain.ids import SignInId, StepId
from groupwork.store.entries import Kind

VIEWS = "person.viewed"


@dataclass(frozen=True)
class HistoryEntry:
    """One entry of the journal. `at` is UTC; `actor_name` is looked up now and empty for the app."""

    step: StepId
    at: datetime
    kind: Kind
    actor: SignInId | None
    actor_name: str
    verb: str
    params: Mapping[str, Any]
    undoes: StepId | None
    undoable: bool
    undone: bool
    changes: int


_SELECT = (
    'SELECT s."id", s."at", s."kind", s."actor", coalesce(f."name", i."name", \'\'), s."verb", s."params", '
    's."undoes", s."changes" FROM "journal_step" s '
    'LEFT JOIN "sign_in" i ON i."id" = s."actor" LEFT JOIN "facilitator" f ON f."id" = i."facilitator_id" '
)


def history(
    db: pw.Database,
    limit: int = 50,
    before: int | None = None,
    *,
    views: bool = False,
    only: int | None = None,
) -> list[HistoryEntry]:
    """At most `limit` entries before one, newest first; looks at people's records only with `views`.

    `only`: those of this sign-in alone.
    """
    sign = db.param
    sql = _SELECT + f'WHERE s."id" < {sign}'
    if not views:
        sql += f" AND s.\"verb\" <> '{VIEWS}'"
    mine: tuple[int, ...] = ()
    if only is not None:
        sql, mine = f'{sql} AND s."actor" = {sign}', (only,)
    sql += f' ORDER BY s."id" DESC LIMIT {sign}'
    rows = db.execute_sql(sql, (before if before is not None else 1 << 62, *mine, limit)).fetchall()
    if not rows:
        return []
    undone = _undone_from(db, rows[-1][0])
    return [_entry(row, undone) for row in rows]


def entry(db: pw.Database, step: int) -> HistoryEntry | None:
    """One entry, or None when there is none of this number."""
    return next(iter(entries(db, [step])), None)


def entries(db: pw.Database, steps: Collection[int]) -> list[HistoryEntry]:
    """The entries of these numbers that there are, newest first."""
    if not steps:
        return []
    signs = ", ".join(db.param for _ in steps)
    sql = f'{_SELECT} WHERE s."id" IN ({signs}) ORDER BY s."id" DESC'
    rows = db.execute_sql(sql, tuple(steps)).fetchall()
    undone = _undone_from(db, min(steps))
    return [_entry(row, undone) for row in rows]


def _entry(row: Any, undone: set[int]) -> HistoryEntry:
    number, at, kind, actor, name, verb, params, undoes, changes = row
    is_undone = number in undone
    return HistoryEntry(
        step=StepId(number),
        at=datetime.fromisoformat(at),
        kind=Kind(kind),
        actor=None if actor is None else SignInId(actor),
        actor_name=name,
        verb=verb,
        params=json.loads(params),
        undoes=None if undoes is None else StepId(undoes),
        undoable=kind in (Kind.STEP, Kind.UNDO) and not is_undone,
        undone=is_undone,
        changes=changes,
    )


def _undone_from(db: pw.Database, first: int) -> set[int]:
    """Entries from this number on that are undone: by an undo that is not itself undone."""
    rows = db.execute_sql(
        f'SELECT "id", "undoes" FROM "journal_step" WHERE "undoes" >= {db.param} ORDER BY "id" DESC',
        (first,),
    ).fetchall()
    undone: set[int] = set()
    for number, target in rows:
        if number not in undone:
            undone.add(target)
    return undone
