"""The open step: the only thing that writes rows. `journal.step` opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import peewee as pw

from groupwork.domain.ids import StepId
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.store.derived import Derived
from groupwork.store.entries import Kind, Written
from groupwork.store.row import Row
from groupwork.store.shape import Image, Shape, children, shape

STILL_USED = N_("This cannot be removed: something else still refers to it.")
REMOVED = N_("This entry was removed in the meantime.")


@dataclass(frozen=True)
class Done:
    """What a step did. `step` is None when nothing differed and so nothing was written."""

    step: StepId | None
    tables: frozenset[str]
    rows: frozenset[tuple[str, int]]
    verb: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    undoable: bool = True


@dataclass(frozen=True)
class Reached:
    """How far an open step had come when a nested one began."""

    written: int
    events: int
    apart: int
    new: int
    erasing: set[tuple[str, int]]


class Step:
    """The open step: save and delete rows with it. After the with block `done` says what happened."""

    def __init__(self, db: pw.Database, verb: str, params: Mapping[str, Any], kind: Kind) -> None:
        self._db = db
        self.verb = verb
        self.params = params
        self.kind = kind
        self.written: list[Written] = []
        self.derived = Derived(db)
        self.events: list[tuple[str, str, int | None]] = []
        self.apart: list[tuple[str, str, list[Written]]] = []
        self.erasing: set[tuple[str, int]] = set()
        self.pulse: Callable[[int], None] | None = None
        """Told after each row how many were written; what it raises gives the step up."""
        self._new: list[Row] = []
        self._done: Done | None = None
        self._closed = False

    @property
    def done(self) -> Done:
        """What the step did; inside the with block what it did so far, without a number."""
        return self._done or self._so_far(None)

    def save(self, row: Row) -> Row:
        """Insert the row when it has no id, else update what differs; returns it with its id.

        Saving a row that is no longer there raises Refused.
        """
        self._check_open()
        each = shape(type(row), self._db.param)
        if row.id is None:
            row.id = self.insert(each, None, each.of(row, None))
            self._new.append(row)
            return row
        before = each.read(self._db, row.id)
        if before is None:
            raise Refused(REMOVED)
        self.put(each, row.id, before, each.of(row, before))
        return row

    def delete(self, row: Row) -> None:
        """Remove the row; rows that point at it must go in the same step, else Refused at its end."""
        self._check_open()
        each = shape(type(row), self._db.param)
        before = each.read(self._db, row.id)
        if before is not None:
            self.put(each, row.id, before, None)

    def insert(self, each: Shape, row_id: int | None, after: Image) -> int:
        """Add a row, with its old number when it comes back, and what follows from it."""
        number = each.insert(self._db, row_id, after, self.derived.own(each, None, after))
        self._wrote(each, number, None, after)
        return number

    def put(self, each: Shape, row_id: int, before: Image, after: Image | None) -> None:
        """Change a row from one image to another, or remove it, and do what follows from it."""
        if after is None:
            each.delete(self._db, row_id)
        else:
            changed = each.changed(before, after)
            if not changed:
                return
            changed.update(self.derived.own(each, before, after))
            each.update(self._db, row_id, changed)
        self._wrote(each, row_id, before, after)

    def _wrote(self, each: Shape, row_id: int, before: Image | None, after: Image | None) -> None:
        self.written.append(Written(each, row_id, before, after))
        self.derived.note(each, row_id, before, after)
        if self.pulse is not None:
            self.pulse(len(self.written))

    def _check_open(self) -> None:
        if self._closed:
            raise RuntimeError("this step is over: save inside its with block")

    def settle(self) -> None:
        """Compute what is derived and refuse what would leave rows pointing at nothing."""
        self.derived.settle()
        gone = {(w.shape.table, w.row) for w in self._all() if w.after is None}
        for table, row in gone:
            for child, sql in children(table, self._db.param):
                if self._db.execute_sql(sql + " LIMIT 1", (row,)).fetchone():
                    raise Refused(STILL_USED, what=child)

    def reached(self) -> Reached:
        """How far the step has come, for `back_to` and `set_apart`."""
        return Reached(
            len(self.written), len(self.events), len(self.apart), len(self._new), set(self.erasing)
        )

    def back_to(self, at: Reached) -> None:
        """Forget what came after that: the database has rolled it back."""
        del self.written[at.written :], self.events[at.events :], self.apart[at.apart :]
        self._forget_new(at.new)
        self.erasing = at.erasing

    def set_apart(self, verb: str, params: str, at: Reached) -> None:
        """What was written since becomes an entry of its own."""
        self.apart.append((verb, params, self.written[at.written :]))
        del self.written[at.written :]

    def says_something(self) -> bool:
        """Whether the journal gets an entry; a step in which nothing differed writes nothing at all."""
        return bool(self.written or self.events or self.apart or self.erasing)

    def rolled_back(self) -> None:
        """Nothing was written after all: rows that got their number here have none again."""
        self._closed = True
        self._forget_new(0)

    def _forget_new(self, first: int) -> None:
        for row in self._new[first:]:
            row.id = None
        del self._new[first:]

    def _all(self) -> list[Written]:
        return [*(w for _verb, _text, written in self.apart for w in written), *self.written]

    def close(self, number: int | None) -> None:
        """Freeze `done`; the journal calls it after the commit."""
        self._closed = True
        self._done = self._so_far(StepId(number) if number is not None else None)

    def _so_far(self, number: StepId | None) -> Done:
        rows = {(w.shape.table, w.row) for w in self._all()} | self.derived.touched
        tables = {table for table, _row in rows} | self.derived.tables
        undoable = self.kind in (Kind.STEP, Kind.UNDO)
        return Done(number, frozenset(tables), frozenset(rows), self.verb, self.params, undoable)
