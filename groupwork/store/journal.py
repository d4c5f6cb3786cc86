"""The journal: one step = one transaction = one audit group = one undo unit. The only door for writes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import peewee as pw

from groupwork.domain.ids import StepId
from groupwork.errors import ReadOnly
from groupwork.i18n import N_
from groupwork.store import log, undo
from groupwork.store.entries import Entries, Kind, stored_params
from groupwork.store.log import HistoryEntry
from groupwork.store.step import Done, Step
from groupwork.store.transaction import Transaction
from groupwork.store.verify import Verification, verify
from groupwork.store.views import Views

__all__ = ["Done", "Journal", "Kind", "Step"]

UNDO = "undo.done"
OPENED_FOR_READING = N_("This file was opened for reading only. Open it again to change something.")


class Journal:
    """The journal of one open file for one workstation.

    `clock` gives the instant in UTC. One step at a time per thread; nested steps join the outer one,
    whose verb and sign-in count.
    """

    def __init__(
        self,
        db: pw.Database,
        workstation: str,
        *,
        read_only: bool = False,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self.db = db
        self.workstation = workstation
        self.read_only = read_only
        self.clock = clock or _utc_now
        self.opened_at = self.clock()
        self.entries = Entries(db, workstation)
        self.opened_after = self.entries.last_id()
        self._local = threading.local()
        self.views = Views()

    @contextmanager
    def step(
        self,
        verb: str,
        params: Mapping[str, Any] | None = None,
        actor: int | None = None,
        *,
        kind: Kind = Kind.STEP,
        undoes: int | None = None,
    ) -> Iterator[Step]:
        """Open a step: everything saved in it is written together, or nothing is.

        `params` are ids, codes, numbers and ISO dates only. Raises what the block raises, and
        DiskFull, Busy, ReadOnly or Damaged when the environment refused.
        """
        outer: Step | None = getattr(self._local, "step", None)
        if outer is not None:
            if undoes is not None:
                raise RuntimeError("an undo is a step of its own")
            with self._joined(outer, verb, params or {}, kind):
                yield outer
            return
        self._check_writable()
        given = dict(params or {})
        step = Step(self.db, verb, given, kind)
        text = stored_params(verb, given)
        number: int | None = None
        self._local.step = step
        try:
            with Transaction(self.db):
                yield step
                step.settle()
                number = self._write(step, text, actor, undoes)
        except BaseException:
            step.rolled_back()
            raise
        finally:
            self._local.step = None
        if step.says_something():
            self.views.written()
        step.close(number)

    def system_step(self, verb: str, params: Mapping[str, Any] | None = None) -> Any:
        """A step the app takes by itself: no sign-in, not undoable."""
        return self.step(verb, params, kind=Kind.SYSTEM)

    def event(self, verb: str, params: Mapping[str, Any] | None = None, actor: int | None = None) -> None:
        """Enter something that changed no row (a print, an export, a sign-in): not undoable.

        Inside a step it is written, or lost, with the step.
        """
        text = stored_params(verb, params or {})
        outer: Step | None = getattr(self._local, "step", None)
        if outer is not None:
            outer.events.append((verb, text, actor))
            return
        self._check_writable()
        with Transaction(self.db):
            self.entries.append(self._at(), Kind.EVENT, actor, verb, text)
            self._write_views()
        self.views.written()

    def viewed(self, people: Iterable[int], actor: int | None) -> None:
        """Remember that somebody looked at people's records; see `flush_views`."""
        if not self.read_only:
            self.views.add(people, actor, self.clock())

    def flush_views(self) -> None:
        """Write remembered views now; the window calls it two seconds after the last one."""
        if self.views.pending() and getattr(self._local, "step", None) is None:
            with Transaction(self.db):
                self._write_views()
            self.views.written()

    def anchor(self) -> tuple[int, str]:
        """(number of entries, code of the last) of this workstation's chain, to be kept outside."""
        count, head = self.entries.head()
        return count, head.hex()

    @property
    def in_step(self) -> bool:
        """Whether this thread has a step open."""
        return getattr(self._local, "step", None) is not None

    def undo(
        self,
        step: StepId,
        actor: int | None,
        *,
        pulse: Callable[[int], None] | None = None,
        also: Callable[[Step], None] | None = None,
    ) -> Done:
        """Take a step (or an undo) back in a step of its own; raises Refused in words. See `Step.pulse`.

        `also` looks at what was put back, adds to it, or raises: then nothing is undone.
        """
        params = {"step": step}
        with self.step(UNDO, params, actor, kind=Kind.UNDO, undoes=step) as opened:
            opened.pulse = pulse
            undo.take_back(self.db, opened, step)
            if also is not None:
                also(opened)
        return opened.done

    def undoable(self, actor: int | None) -> tuple[StepId, ...]:
        """Steps of this sign-in since the file was opened that are not undone, newest first."""
        return undo.undoable(self.db, self.opened_after, actor)

    def redoable(self, actor: int | None) -> tuple[StepId, ...]:
        """Undos of this sign-in since its last new step that are still in force, newest first."""
        return undo.redoable(self.db, self.opened_after, actor)

    def history(
        self,
        limit: int = 50,
        before: StepId | None = None,
        *,
        views: bool = False,
        only: int | None = None,
    ) -> list[HistoryEntry]:
        """Entries before one, newest first: with `views` also looks at records, with `only` one actor's."""
        return log.history(self.db, limit, before, views=views, only=only)

    def verify(self, anchor: tuple[int, str] | None = None) -> Verification:
        """Check the whole chain, against the anchor that was kept outside when there is one."""
        return verify(self.db, self.workstation, anchor)

    def erase_images(self, rows: Iterable[tuple[str, int]], actor: int | None) -> None:
        """Remove the before and after images of these rows for good; the chain still verifies.

        Inside a step it happens at its end and takes the step's own images along. The entry
        "journal.erased" says how many images went.
        """
        outer: Step | None = getattr(self._local, "step", None)
        if outer is not None:
            outer.erasing.update(rows)
            return
        self._check_writable()
        with Transaction(self.db):
            self.entries.erase(self._at(), actor, set(rows))

    @contextmanager
    def _joined(self, outer: Step, verb: str, params: Mapping[str, Any], kind: Kind) -> Iterator[None]:
        """A nested step: all or nothing too, so that the outer one may go on after a refusal.

        What the app does by itself inside a person's step becomes an entry of its own, before that
        step's: undoing the step does not take it back.
        """
        text = stored_params(verb, params)
        began = outer.reached()
        try:
            with self.db.savepoint():
                yield
        except BaseException:
            outer.back_to(began)
            raise
        if kind is Kind.SYSTEM and outer.kind is not Kind.SYSTEM:
            outer.set_apart(verb, text, began)

    def _write(self, step: Step, params: str, actor: int | None, undoes: int | None) -> int | None:
        number: int | None = None
        at = self._at()
        for verb, text, written in step.apart:
            self.entries.append(at, Kind.SYSTEM, None, verb, text, written=written)
        if step.written:
            number = self.entries.append(
                at, step.kind, actor, step.verb, params, undoes=undoes, written=step.written
            )
        if step.erasing:
            self.entries.erase(at, actor, step.erasing)
        for verb, text, who in step.events:
            self.entries.append(at, Kind.EVENT, who, verb, text)
        if step.says_something():
            self._write_views()
        return number

    def _write_views(self) -> None:
        for actor, people in self.views.pending():
            text = stored_params("person.viewed", {"people": people})
            self.entries.append(self._at(), Kind.EVENT, actor, "person.viewed", text)

    def _at(self) -> str:
        now = self.clock().astimezone(UTC).replace(tzinfo=None)
        return now.isoformat(timespec="seconds") + "Z"

    def _check_writable(self) -> None:
        if self.read_only:
            raise ReadOnly(OPENED_FOR_READING)


def _utc_now() -> datetime:
    return datetime.now(UTC)
