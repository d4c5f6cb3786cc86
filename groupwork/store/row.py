"""The base of every table: no write without a step."""

from __future__ import annotations

from typing import Any, NoReturn

import peewee as pw

database = pw.DatabaseProxy()
"""What the tables read from: the store that was bound last and is still open."""
_bound: list[pw.Database] = []


class WriteOutsideStep(RuntimeError):
    """A mistake in the program: a row was written past the journal."""


def bind(db: pw.Database) -> None:
    """Let the tables read from this database until it is unbound or another one is bound."""
    _bound.append(db)
    database.initialize(db)


def unbind(db: pw.Database) -> None:
    """Forget a database; the one bound before it, if any, is in use again."""
    _bound[:] = [other for other in _bound if other is not db]
    if _bound:
        database.initialize(_bound[-1])
    else:
        database.obj = None


def _refuse(*_args: object, **_values: object) -> NoReturn:
    raise WriteOutsideStep("rows are written by journal.Step alone: with desk.step(...) as s: s.save(row)")


class RowId(pw.AutoField):
    """The row's number, never used twice (AUTOINCREMENT)."""

    def ddl(self, ctx: Any) -> Any:
        """The column's definition."""
        return pw.NodeList((super().ddl(ctx), pw.SQL("AUTOINCREMENT")))


class Guarded(pw.Model):
    """A table that peewee may read but not write: every writing method raises WriteOutsideStep."""

    class Meta:
        database = database
        legacy_table_names = False
        strict_tables = True


# One loop instead of fifteen methods: the names are peewee's own writing methods.
for _name in (
    "insert",
    "insert_many",
    "insert_from",
    "replace",
    "replace_many",
    "update",
    "delete",
    "create",
    "bulk_create",
    "bulk_update",
    "set_by_id",
    "delete_by_id",
    "get_or_create",
    "truncate_table",
    "save",
    "delete_instance",
):
    setattr(Guarded, _name, staticmethod(_refuse))


class Row(Guarded):
    """A row that a step may change. `Meta.derived` names columns the store computes itself."""

    id: Any = RowId()

    class Meta:
        derived: tuple[str, ...] = ()


def link(model: type[pw.Model], *, null: bool = False, index: bool = True) -> Any:
    """A foreign key: no action on delete, checked at the commit, so that order does not matter.

    `index` False where another index of the table begins with this column.
    """
    column: Any = pw.ForeignKeyField  # the stubs want to know `null` when they are read
    return column(model, null=null, backref="+", deferrable="INITIALLY DEFERRED", index=index)


def self_link() -> Any:
    """A foreign key to the table's own rows, empty unless set; the same rules as `link`."""
    column: Any = pw.ForeignKeyField
    return column("self", null=True, backref="+", deferrable="INITIALLY DEFERRED")
