"""The SQL of each table, built once: the write path builds no queries.

An image is the tuple of a row's stored columns without its id and without derived columns.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import peewee as pw

from groupwork.store.row import Row

Image = tuple[object, ...]


class Shape:
    """One table's columns and constant SQL for one kind of database (its parameter sign)."""

    def __init__(self, model: type[Row], sign: str) -> None:
        meta: Any = model._meta
        self.model = model
        self.table: str = meta.table_name
        self.sign = sign
        self.derived = {meta.fields[name].column_name: meta.fields[name].default for name in meta.derived}
        self.fields: tuple[Any, ...] = tuple(
            f for f in meta.sorted_fields if f is not meta.primary_key and f.name not in meta.derived
        )
        self.columns: tuple[str, ...] = tuple(f.column_name for f in self.fields)
        self.at: dict[str, int] = {name: i for i, name in enumerate(self.columns)}
        self.links: tuple[tuple[str, str], ...] = tuple(
            (f.column_name, f.rel_model._meta.table_name)
            for f in self.fields
            if isinstance(f, pw.ForeignKeyField)
        )
        listed = ", ".join(f'"{name}"' for name in self.columns)
        self.select_sql = f'SELECT {listed} FROM "{self.table}" WHERE "id" = {sign}'
        self.delete_sql = f'DELETE FROM "{self.table}" WHERE "id" = {sign}'
        self._updates: dict[tuple[str, ...], str] = {}
        self._inserts: dict[tuple[str, ...], str] = {}

    def read(self, db: pw.Database, row_id: int) -> Image | None:
        """The stored image of a row, or None when there is none."""
        found: Image | None = db.execute_sql(self.select_sql, (row_id,)).fetchone()
        return found

    def of(self, row: Row, before: Image | None) -> Image:
        """What the row would store; columns it was not loaded with stay as they were."""
        data: Mapping[str, Any] = row.__data__
        values: list[object] = []
        for i, field in enumerate(self.fields):
            if field.name in data:
                value = field.db_value(data[field.name])
                values.append(int(value) if value is True or value is False else value)
            else:
                values.append(None if before is None else before[i])
        return tuple(values)

    def defaults(self) -> Image:
        """What a new row would store where nothing is given."""
        return self.of(self.model(), None)

    def insert(self, db: pw.Database, row_id: int | None, image: Image, extra: Mapping[str, object]) -> int:
        """Add a row, with its old id when it comes back; returns the id."""
        derived = {**self.derived, **extra}
        names = self.columns + tuple(derived)
        values: tuple[object, ...] = (*image, *derived.values())
        if row_id is not None:
            names, values = (*names, "id"), (*values, row_id)
        sql = self._inserts.get(names)
        if sql is None:
            listed = ", ".join(f'"{name}"' for name in names)
            signs = ", ".join(self.sign for _ in names)
            sql = self._inserts[names] = f'INSERT INTO "{self.table}" ({listed}) VALUES ({signs})'
        cursor = db.execute_sql(sql, values)
        return row_id if row_id is not None else int(cursor.lastrowid)

    def update(self, db: pw.Database, row_id: int, changed: Mapping[str, object]) -> None:
        """Change these columns only: an index whose columns stay is not touched."""
        names = tuple(changed)
        sql = self._updates.get(names)
        if sql is None:
            listed = ", ".join(f'"{name}" = {self.sign}' for name in names)
            sql = self._updates[names] = f'UPDATE "{self.table}" SET {listed} WHERE "id" = {self.sign}'
        db.execute_sql(sql, (*changed.values(), row_id))

    def delete(self, db: pw.Database, row_id: int) -> None:
        """Remove the row."""
        db.execute_sql(self.delete_sql, (row_id,))

    def changed(self, before: Image, after: Image) -> dict[str, object]:
        """Columns whose value differs, with the new value."""
        return {name: new for name, old, new in zip(self.columns, before, after, strict=True) if old != new}

    def as_json(self, image: Image | None) -> str | None:
        """The image as text, by column name, so that a later column does not make it unreadable."""
        if image is None:
            return None
        return _ENCODER.encode(dict(zip(self.columns, image, strict=True)))

    def from_json(self, text: str | None) -> dict[str, object] | None:
        """The stored columns of an image that the table still has."""
        if text is None:
            return None
        stored: dict[str, Any] = json.loads(text)
        return {
            name: base64.b64decode(value["base64"]) if isinstance(value, dict) else value
            for name, value in stored.items()
            if name in self.at
        }


def _blob(value: object) -> dict[str, str]:
    if isinstance(value, bytes | bytearray | memoryview):
        return {"base64": base64.b64encode(bytes(value)).decode("ascii")}
    raise TypeError(f"a {type(value).__name__} cannot be stored")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_blob)
"""Built once: `json.dumps` with options builds one for each image."""


@cache
def shape(model: type[Row], sign: str) -> Shape:
    """The one shape of a table."""
    return Shape(model, sign)


@cache
def shapes(sign: str) -> dict[str, Shape]:
    """Every table's shape by table name."""
    from groupwork.store.tables import ALL

    return {each.table: each for each in (shape(model, sign) for model in ALL)}


@cache
def children(table: str, sign: str) -> tuple[tuple[str, str], ...]:
    """(child table, SQL that finds ids of rows pointing at a row of `table`)."""
    return tuple(
        (each.table, f'SELECT "id" FROM "{each.table}" WHERE "{column}" = {sign}')
        for each in shapes(sign).values()
        for column, target in each.links
        if target == table
    )
