"""What a database is at one moment, and whether its pages and rows hold together: plain SQL only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LAST_CHANGE = 'SELECT coalesce(max("step_id"), 0) FROM "journal_change"'


@dataclass(frozen=True)
class Facts:
    """Rows of each table, the schema's version, and per workstation the journal's length and last code.

    `last_change` is the newest journal entry that changed a row: opening, printing and backing up are none.
    """

    counts: Mapping[str, int]
    schema_version: int
    chains: Mapping[str, tuple[int, str]]
    last_change: int = 0


def of(connection: Any) -> Facts:
    """The facts as this connection's transaction sees them."""
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
    ]
    counts = {name: _one(connection, f'SELECT count(*) FROM "{quoted(name)}"') for name in tables}
    chains: dict[str, tuple[int, str]] = {}
    if "journal_chain" in counts:
        rows = connection.execute("SELECT workstation, count, head FROM journal_chain ORDER BY workstation")
        chains = {name: (count, bytes(head).hex()) for name, count, head in rows}
    last = _one(connection, LAST_CHANGE) if "journal_change" in counts else 0
    return Facts(counts, _one(connection, "PRAGMA user_version"), chains, last)


def damage(connection: Any) -> Iterator[str]:
    """One line per examination, "" when it found nothing: page checksums, structure, links between rows."""
    yield _first(connection, "PRAGMA cipher_integrity_check", fine=None)
    yield _first(connection, "PRAGMA quick_check(1)", fine="ok")
    yield "; ".join(str(row[0]) for row in connection.execute("PRAGMA foreign_key_check").fetchmany(3))


def quoted(name: str) -> str:
    """A name for use between double quotes."""
    return name.replace('"', '""')


def _first(connection: Any, sql: str, fine: str | None) -> str:
    row = connection.execute(sql).fetchone()
    return "" if row is None or row[0] == fine else str(row[0])


def _one(connection: Any, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])
