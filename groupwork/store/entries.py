"""Writing entries into the journal's tables: numbers, codes, images. Needs an open transaction."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

import peewee as pw

from groupwork.store import chain
from groupwork.store.shape import Image, Shape

_VERB = re.compile(r"[a-z_]+\.[a-z_]+")
ERASED_VERB = "journal.erased"
_CODE = re.compile(r"[A-Za-z0-9_.:@+\-]{0,64}")


class Kind(StrEnum):
    """What an entry is; only steps and undos can be undone."""

    STEP = "step"
    UNDO = "undo"
    SYSTEM = "system"
    """Taken by the app itself."""
    EVENT = "event"
    """Changed no row: a print, an export, a sign-in, a view."""
    FINAL = "final"
    """Changed rows and cannot be taken back: keys, restore, erasure."""


@dataclass(frozen=True, slots=True)
class Written:
    """One row written by the open step; None stands for no row."""

    shape: Shape
    row: int
    before: Image | None
    after: Image | None

    @property
    def op(self) -> str:
        """The stored code of what happened to the row."""
        if self.before is None:
            return "insert"
        return "delete" if self.after is None else "update"


class TypedWords(ValueError):
    """A mistake in the program: something other than ids, codes, numbers and dates in `params`."""


def stored_params(verb: str, params: Mapping[str, Any]) -> str:
    """The parameters as JSON; raises TypedWords for anything that somebody could have typed."""
    if not _VERB.fullmatch(verb):
        raise TypedWords(f"{verb!r} is not a verb code like session.planned")
    if not params:
        return "{}"
    plain = {name: _plain(value) for name, value in params.items()}
    return json.dumps(plain, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        if _CODE.fullmatch(value):
            return str(value)
        raise TypedWords("params hold ids, codes, numbers and ISO dates only, never typed words")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, Mapping):
        return {str(_plain(name)): _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    raise TypedWords(f"params cannot hold a {type(value).__name__}")


class Entries:
    """Appends to one workstation's chain with constant SQL."""

    def __init__(self, db: pw.Database, workstation: str) -> None:
        self._db = db
        self._workstation = workstation
        sign = db.param
        self._head_sql = (
            'SELECT "id", "key", "count", "head", (SELECT max("id") FROM "journal_step") '
            f'FROM "journal_chain" WHERE "workstation" = {sign}'
        )
        self._step_sql = _insert_sql(
            sign,
            "journal_step",
            ("id", "chain_id", "seq", "at", "kind", "actor", "verb", "params", "undoes", "changes", "mac"),
        )
        self._change_sql = _insert_sql(
            sign, "journal_change", ("step_id", "n", "table", "row", "op", "digest")
        )
        self._image_sql = _insert_sql(sign, "journal_image", ("step", "n", "salt", "before", "after"))
        self._advance_sql = (
            f'UPDATE "journal_chain" SET "count" = {sign}, "head" = {sign} WHERE "id" = {sign}'
        )

    def last_id(self) -> int:
        """The number of the newest entry of all workstations, 0 when there is none."""
        found = self._db.execute_sql('SELECT max("id") FROM "journal_step"').fetchone()
        return int(found[0] or 0)

    def head(self) -> tuple[int, bytes]:
        """How many entries this workstation's chain has, and the last one's code."""
        found = self._db.execute_sql(self._head_sql, (self._workstation,)).fetchone()
        return (0, chain.START) if found is None else (int(found[2]), bytes(found[3]))

    def append(
        self,
        at: str,
        kind: Kind,
        actor: int | None,
        verb: str,
        params: str,
        *,
        undoes: int | None = None,
        written: Sequence[Written] = (),
    ) -> int:
        """Write one entry with its changes and images and advance the chain; returns its number."""
        chain_id, key, count, head, last = self._head()
        entry = chain.Entry(
            id=(last or 0) + 1,
            seq=count + 1,
            workstation=self._workstation,
            at=at,
            kind=kind.value,
            actor=actor,
            verb=verb,
            params=params,
            undoes=undoes,
        )
        changes = [self._image(entry.id, n, each) for n, each in enumerate(written)]
        mac = chain.code(key, head, entry, changes)
        run: Callable[[str, Sequence[object]], Any] = self._db.execute_sql
        run(
            self._step_sql,
            (entry.id, chain_id, entry.seq, at, kind.value, actor, verb, params, undoes, len(changes), mac),
        )
        for n, change in enumerate(changes):
            run(self._change_sql, (entry.id, n, change.table, change.row, change.op, change.digest))
        run(self._advance_sql, (entry.seq, mac, chain_id))
        return entry.id

    def erase(self, at: str, actor: int | None, rows: set[tuple[str, int]]) -> int:
        """Remove the images of these rows and enter how many went; returns that number."""
        sign = self._db.param
        sql = (
            'DELETE FROM "journal_image" WHERE ("step", "n") IN (SELECT "step_id", "n" FROM "journal_change" '
            f'WHERE "table" = {sign} AND "row" = {sign})'
        )
        gone = sum(int(self._db.execute_sql(sql, row).rowcount) for row in sorted(rows))
        params = stored_params(ERASED_VERB, {"images": gone, "rows": len(rows)})
        self.append(at, Kind.FINAL, actor, ERASED_VERB, params)
        return gone

    def _image(self, step: int, n: int, each: Written) -> chain.Change:
        before, after = each.shape.as_json(each.before), each.shape.as_json(each.after)
        salt = chain.new_salt()
        self._db.execute_sql(self._image_sql, (step, n, salt, before, after))
        return chain.Change(each.shape.table, each.row, each.op, chain.digest(salt, before, after))

    def _head(self) -> tuple[int, bytes, int, bytes, int | None]:
        found = self._db.execute_sql(self._head_sql, (self._workstation,)).fetchone()
        if found is None:
            columns = ("workstation", "key", "count", "head")
            self._db.execute_sql(
                _insert_sql(self._db.param, "journal_chain", columns),
                (self._workstation, chain.new_key(), 0, chain.START),
            )
            found = self._db.execute_sql(self._head_sql, (self._workstation,)).fetchone()
        return found  # type: ignore[no-any-return]  # a driver's row


def _insert_sql(sign: str, table: str, columns: Sequence[str]) -> str:
    listed = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join(sign for _ in columns)})'
