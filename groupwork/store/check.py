"""Examining a whole file: pages, structure, links, schema, journal, and what was noted of it outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from groupwork.errors import Cancelled, Damaged
from groupwork.i18n import N_, _
from groupwork.store import schema, sidecar
from groupwork.store.transaction import told
from groupwork.store.verify import Fault, Problem, Verification

if TYPE_CHECKING:
    from groupwork.store.database import Store

FIRST_PROBLEMS = 20
"""No more of one kind are listed; the first ones are what helps."""

STOPPED = N_("The check was stopped.")

FAULTS: dict[Fault, str] = {
    Fault.CHANGED: N_("Entry {first} of the journal was changed."),
    Fault.MISSING: N_("Entries {first} to {last} of the journal are missing."),
    Fault.CUT: N_("The end of the journal is missing: entries {first} to {last}."),
    Fault.REWRITTEN: N_("The journal up to entry {first} is not the one noted in the key file."),
    Fault.IMAGE: N_("What entry {first} of the journal changed is not what was written."),
    Fault.IMAGE_GONE: N_("Something the journal kept is gone, and no erasure accounts for it."),
    Fault.STRAY: N_("The journal contains changes that belong to no entry ({first})."),
    Fault.UNPROTECTED: N_("The protection of the journal was removed."),
}


@dataclass(frozen=True)
class CheckLine:
    """One finding. `code` names the examination; text and values make the sentence."""

    code: str
    ok: bool
    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self) -> str:
        """The finding in the language in use."""
        return _(self.text).format(**self.values)


@dataclass(frozen=True)
class CheckReport:
    """All findings, in the order of the examinations."""

    lines: tuple[CheckLine, ...]

    @property
    def ok(self) -> bool:
        """True when nothing is wrong."""
        return all(line.ok for line in self.lines)


def check(
    store: Store,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> CheckReport:
    """Examine the file; it is only read. Raises Cancelled. Progress counts examinations.

    Needs this thread's connection to be open.
    """
    stages = (_pages, _structure, _links, _schema, _journal_lines, _keys)
    lines: list[CheckLine] = []
    for done, stage in enumerate(stages):
        if cancelled is not None and cancelled():
            raise Cancelled(STOPPED)
        if progress is not None:
            progress(done, len(stages))
        lines += _examined(stage, store)
    if progress is not None:
        progress(len(stages), len(stages))
    return CheckReport(tuple(lines))


def _examined(stage: Callable[[Store], Iterator[CheckLine]], store: Store) -> list[CheckLine]:
    """A stage that stumbles over a damaged page says so; the others still run."""
    try:
        with told():
            return list(stage(store))
    except Damaged:
        return [CheckLine("damaged", False, N_("A part of the file cannot be read: restore a backup."))]


def check_journal(store: Store) -> Verification:
    """Verify the journal with the anchors in the key file, of every workstation that wrote."""
    with told():
        anchors = store.sidecar.anchors
        own = anchors.get(store.workstation)
        found = store.journal.verify(None if own is None else (own.count, own.head))
        others = [
            Problem(Fault.REWRITTEN if stands else Fault.CUT, anchor.count, anchor.count, name)
            for name, anchor in anchors.items()
            if name != store.workstation
            for stands, same in [_entry(store, name, anchor)]
            if not same
        ]
    return Verification((*found.problems, *others), found.entries, found.erased)


def problem_line(problem: Problem) -> CheckLine:
    """A problem of the journal as a line of the report."""
    return CheckLine("journal", False, FAULTS[problem.fault], {"first": problem.step, "last": problem.last})


def _entry(store: Store, workstation: str, anchor: sidecar.Anchor) -> tuple[bool, bool]:
    """(is there an entry with the anchor's number, has it the anchor's code)."""
    rows = store.db.rows(
        "SELECT s.mac FROM journal_step s JOIN journal_chain c ON c.id = s.chain_id "
        "WHERE c.workstation = ? AND s.seq = ?",
        (workstation, anchor.count),
    )
    codes = [bytes(mac).hex() for (mac,) in rows]
    return bool(codes), anchor.head in codes or anchor.count == 0


def _pages(store: Store) -> Iterator[CheckLine]:
    found = [str(row[0]) for row in store.db.rows("PRAGMA cipher_integrity_check")]
    if not found:
        yield CheckLine("pages", True, N_("Every page of the file is what was written."))
    for _damaged in found[:1]:
        yield CheckLine("pages", False, N_("Damaged pages of the file: {count}."), {"count": len(found)})


def _structure(store: Store) -> Iterator[CheckLine]:
    found = [row[0] for row in store.db.rows("PRAGMA integrity_check(20)")]
    if found == ["ok"]:
        yield CheckLine("structure", True, N_("Tables and indexes fit together."))
    else:
        yield CheckLine("structure", False, N_("Tables or indexes do not fit together: restore a backup."))


def _links(store: Store) -> Iterator[CheckLine]:
    found = store.db.rows("PRAGMA foreign_key_check")
    if not found:
        yield CheckLine("links", True, N_("No row points at another that is missing."))
    for table in sorted({row[0] for row in found}):
        count = sum(row[0] == table for row in found)
        text = N_("Rows of “{table}” that point at missing ones: {count}.")
        yield CheckLine("links", False, text, {"count": count, "table": table})


def _schema(store: Store) -> Iterator[CheckLine]:
    written, wanted = schema.written_schema(store.db), schema.wanted_schema(store.db)
    differing = sorted(name for name in {*written, *wanted} if written.get(name) != wanted.get(name))
    if not differing:
        yield CheckLine("schema", True, N_("Tables, indexes and triggers are those of this version."))
    for name in differing[:FIRST_PROBLEMS]:
        yield CheckLine("schema", False, N_("“{name}” is not what this version has."), {"name": name})


def _journal_lines(store: Store) -> Iterator[CheckLine]:
    found = check_journal(store)
    if found.ok:
        text = N_("The journal is complete. Entries: {count}.")
        yield CheckLine("journal", True, text, {"count": found.entries})
    for problem in found.problems[:FIRST_PROBLEMS]:
        yield problem_line(problem)


def _keys(store: Store) -> Iterator[CheckLine]:
    beside = sidecar.keys_path(store.path)
    try:
        found = sidecar.read(beside)
        whole = found is not None and found.file_id == store.key.file_id
    except Exception:  # damaged in whatever way
        whole = False
    if whole:
        yield CheckLine("keys", True, N_("The key file beside it belongs to it."))
    else:
        text = N_("The key file “{keys}” is missing or damaged.")
        yield CheckLine("keys", False, text, {"keys": beside.name})
