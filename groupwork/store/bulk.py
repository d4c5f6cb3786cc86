"""Filling a new file with many rows: without images, not undoable, told to the journal in one event.

Only the demo centre is written this way. The event holds the number of rows and a digest over them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from groupwork.store.row import Row
from groupwork.store.shape import shape

if TYPE_CHECKING:
    from groupwork.store.database import Store

CHUNK = 20_000
CACHE_KIB = 262_144


def insert(
    store: Store,
    verb: str,
    tables: Mapping[type[tuple[object, ...]], type[Row]],
    rows: Iterable[tuple[object, ...]],
    *,
    actor: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write the rows in one transaction with one event, and say how many there were.

    `tables` says for each kind of row (a NamedTuple whose fields are column names, `id` among them)
    which table it belongs to. Values are stored as they come, derived columns too. `progress` gets the
    number of rows written so far and may raise to give everything up.
    """
    db: Any = store.db  # peewee is untyped
    statements = {kind: _statement(kind, table, db.param) for kind, table in tables.items()}
    digest, written = hashlib.sha256(), 0
    (cache,) = db.execute_sql("PRAGMA cache_size").fetchone()
    db.execute_sql(f"PRAGMA cache_size = -{CACHE_KIB}")
    try:
        with store.journal.step(verb, actor=actor):
            cursor = db.connection().cursor()
            for chunk in _chunks(rows):
                for kind, same in _by_kind(chunk).items():
                    cursor.executemany(statements[kind], same)
                    digest.update(repr(same).encode())
                written += len(chunk)
                if progress is not None:
                    progress(written)
            store.journal.event(verb, {"rows": written, "digest": digest.hexdigest()}, actor)
    finally:
        db.execute_sql(f"PRAGMA cache_size = {cache}")
    return written


def _statement(kind: type[tuple[object, ...]], table: type[Row], sign: str) -> str:
    """The one INSERT of a kind of row; columns it does not have get the table's defaults.

    Raises ValueError for a field that is no column of the table.
    """
    each = shape(table, sign)
    names: tuple[str, ...] = getattr(kind, "_fields", ())
    unknown = set(names) - {"id", *each.columns, *each.derived}
    if unknown or not names:
        raise ValueError(f"{kind.__name__} does not fit {each.table}: {sorted(unknown)}")
    rest = {
        n: v for n, v in zip(each.columns, each.defaults(), strict=True) if n not in names and v is not None
    }
    listed = ", ".join(f'"{name}"' for name in (*names, *rest))
    signs = ", ".join([*(sign for _name in names), *map(_literal, rest.values())])
    return f'INSERT INTO "{each.table}" ({listed}) VALUES ({signs})'


def _literal(value: object) -> str:
    """A default as SQL: a number, or a code in quotes."""
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def _chunks(rows: Iterable[tuple[object, ...]]) -> Iterator[list[tuple[object, ...]]]:
    source = iter(rows)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


def _by_kind(
    chunk: Iterable[tuple[object, ...]],
) -> dict[type[tuple[object, ...]], list[tuple[object, ...]]]:
    """The rows by kind, each kind in its order: one long executemany instead of many short ones."""
    found: dict[type[tuple[object, ...]], list[tuple[object, ...]]] = {}
    for row in chunk:
        found.setdefault(type(row), []).append(row)
    return found
