"""Verifying the journal: every edited, removed or cut entry is found and named by its number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

import peewee as pw

from groupwork.store import chain
from groupwork.store.entries import ERASED_VERB
from groupwork.store.schema import missing_triggers


class Fault(StrEnum):
    """What is wrong with the journal at one place."""

    CHANGED = "changed"
    """The entry, or what it says about a row, is not what was written."""
    MISSING = "missing"
    """An entry between others is gone."""
    CUT = "cut"
    """Entries at the end are gone."""
    REWRITTEN = "rewritten"
    """The history up to this entry is not the one the anchor was taken from."""
    IMAGE = "image"
    """A row's before and after image is not what was written."""
    IMAGE_GONE = "image_gone"
    """An image is gone and no erasure accounts for it."""
    STRAY = "stray"
    """An entry or a change belongs to no chain or no entry."""
    UNPROTECTED = "unprotected"
    """The triggers that keep the journal append-only are missing."""


@dataclass(frozen=True)
class Problem:
    """One finding. `step` is the entry's number in its chain, `last` the last one of a range."""

    fault: Fault
    step: int
    last: int
    workstation: str = ""


@dataclass(frozen=True)
class Verification:
    """What verifying found: `entries` checked, `erased` images removed by an erasure."""

    problems: tuple[Problem, ...]
    entries: int
    erased: int

    @property
    def ok(self) -> bool:
        """True when the journal is what was written."""
        return not self.problems


@dataclass
class _Chain:
    """Where verifying stands in one chain."""

    workstation: str
    key: bytes
    count: int
    head: bytes
    seq: int = 0
    mac: bytes = chain.START
    anchored: bytes | None = None
    """The code stored at the anchor's entry."""


class Verifier:
    """One pass over the journal. `anchor` is (count, code in hex) kept outside of the file."""

    def __init__(self, db: pw.Database, workstation: str, anchor: tuple[int, str] | None) -> None:
        self._db = db
        self._anchor = anchor
        self._workstation = workstation
        self._problems: list[Problem] = []
        self._entries = 0
        self._erased = 0
        self._told = 0

    def run(self) -> Verification:
        """Check everything; the file is only read."""
        if missing_triggers(self._db):
            self._add(Fault.UNPROTECTED, 0)
        rows = self._db.execute_sql(
            'SELECT "id", "workstation", "key", "count", "head" FROM "journal_chain"'
        ).fetchall()
        chains = {r[0]: _Chain(r[1], bytes(r[2]), r[3], bytes(r[4])) for r in rows}
        changes = _Changes(self._db)
        for row in self._db.execute_sql(
            'SELECT "id", "chain_id", "seq", "at", "kind", "actor", "verb", "params", "undoes", "changes", '
            '"mac" FROM "journal_step" ORDER BY "id"'
        ):
            found = chains.get(row[1])
            if found is None:
                self._add(Fault.STRAY, row[2])
            else:
                self._step(found, row, changes.of(row[0]))
        for each in chains.values():
            self._end(each)
        self._check_anchor(chains)
        self._check_erased(changes)
        return Verification(tuple(self._problems), self._entries, self._erased)

    def _step(self, at: _Chain, row: Any, changes: list[Any]) -> None:
        number, _chain, seq, *fields, _count, mac = row
        mac = bytes(mac)
        self._entries += 1
        if seq > at.seq + 1:
            self._add(Fault.MISSING, at.seq + 1, seq - 1, at.workstation)
        elif self._code(at, number, seq, fields, changes) != mac or len(changes) != _count:
            self._add(Fault.CHANGED, seq, seq, at.workstation)
        self._images(at, seq, changes)
        if fields[1] == "final" and fields[3] == ERASED_VERB:
            self._told += _told(fields[4])
        at.seq, at.mac = seq, mac
        if self._anchor is not None and seq == self._anchor[0]:
            at.anchored = mac

    def _code(self, at: _Chain, number: int, seq: int, fields: list[Any], changes: list[Any]) -> bytes:
        moment, kind, actor, verb, params, undoes = fields
        entry = chain.Entry(number, seq, at.workstation, moment, kind, actor, verb, params, undoes)
        return chain.code(at.key, at.mac, entry, [change for change, _image in changes])

    def _images(self, at: _Chain, seq: int, changes: list[Any]) -> None:
        for change, image in changes:
            if image is None:
                self._erased += 1
            elif chain.digest(*image) != change.digest:
                self._add(Fault.IMAGE, seq, seq, at.workstation)

    def _end(self, at: _Chain) -> None:
        if at.count > at.seq:
            self._add(Fault.CUT, at.seq + 1, at.count, at.workstation)
        elif at.count < at.seq or at.head != at.mac:
            self._add(Fault.CHANGED, at.seq, at.seq, at.workstation)

    def _check_anchor(self, chains: dict[int, _Chain]) -> None:
        if self._anchor is None or self._anchor[0] == 0:
            return
        count, head = self._anchor
        if any(each.anchored is not None and each.anchored.hex() == head for each in chains.values()):
            return
        own = next((c for c in chains.values() if c.workstation == self._workstation), None)
        last = own.seq if own is not None else 0
        if last >= count:
            self._add(Fault.REWRITTEN, count, count, self._workstation)
        elif not any(p.fault is Fault.CUT and p.last >= count for p in self._problems):
            self._add(Fault.CUT, last + 1, count, self._workstation)

    def _check_erased(self, changes: _Changes) -> None:
        if self._erased > self._told:
            self._add(Fault.IMAGE_GONE, 0)
        for step in changes.strays():
            self._add(Fault.STRAY, step)

    def _add(self, fault: Fault, step: int, last: int | None = None, workstation: str = "") -> None:
        self._problems.append(Problem(fault, step, step if last is None else last, workstation))


def _told(params: str) -> int:
    """How many images an erasure says it removed."""
    return int(json.loads(params).get("images", 0))


class _Changes:
    """Changes and images of one entry after the other, read once in the entries' order."""

    def __init__(self, db: pw.Database) -> None:
        rows = db.execute_sql(
            'SELECT c."step_id", c."table", c."row", c."op", c."digest", i."salt", i."before", i."after" '
            'FROM "journal_change" c LEFT JOIN "journal_image" i '
            'ON i."step" = c."step_id" AND i."n" = c."n" ORDER BY c."step_id", c."n"'
        )
        self._groups: Iterator[tuple[int, Iterator[Any]]] = groupby(rows, key=lambda row: int(row[0]))
        self._next = self._read()
        self._strays: list[int] = []

    def of(self, step: int) -> list[Any]:
        """(change, image or None) of an entry; those of entries that are not there are strays."""
        while self._next is not None and self._next[0] < step:
            self._strays.append(self._next[0])
            self._next = self._read()
        if self._next is None or self._next[0] != step:
            return []
        found = self._next[1]
        self._next = self._read()
        return found

    def strays(self) -> list[int]:
        """Numbers of entries that have changes but are not there."""
        while self._next is not None:
            self._strays.append(self._next[0])
            self._next = self._read()
        return self._strays

    def _read(self) -> tuple[int, list[Any]] | None:
        for step, rows in self._groups:
            return step, [_change(row) for row in rows]
        return None


def _change(row: Any) -> tuple[chain.Change, tuple[bytes, str | None, str | None] | None]:
    _step, table, number, op, digest, salt, before, after = row
    image = None if salt is None else (bytes(salt), before, after)
    return chain.Change(table, number, op, bytes(digest)), image


def verify(db: pw.Database, workstation: str, anchor: tuple[int, str] | None = None) -> Verification:
    """Verify the journal of an open file; `anchor` as kept outside, of this workstation's chain."""
    return Verifier(db, workstation, anchor).run()
