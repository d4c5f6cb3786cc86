"""What was done: the history page, undo and redo, and the sentence under a page after a gesture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from groupwork.domain.ids import StepId
from groupwork.domain.late_changes import clean_reason
from groupwork.domain.signs import Signs
from groupwork.errors import NotAllowed, Refused
from groupwork.i18n import N_, _
from groupwork.operations.desk import REFUSALS, Desk, Right, allowed
from groupwork.operations.history_words import Said, place
from groupwork.operations.history_words import sentence as words
from groupwork.operations.late_changes import say_why
from groupwork.operations.locked_changes import require_reason
from groupwork.operations.register_lock import NeedsReason
from groupwork.operations.settings import read_centre
from groupwork.store import journal, log
from groupwork.store.log import HistoryEntry
from groupwork.store.names import Names, names

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

UNDO = journal.UNDO
Pulse = Callable[[int], None]
NOTHING_TO_UNDO = N_("There is nothing to undo.")
NOTHING_TO_REDO = N_("There is nothing to redo.")
SOMEBODY_ELSES = N_("This was done by somebody else. Ask them, or a lead of your centre, to undo it.")


@dataclass(frozen=True)
class HistoryLine:
    """One line of the history page. `who` is empty for what the app did by itself."""

    step: StepId
    at_local: datetime
    who: str
    sentence: str
    undoable: bool
    undone: bool
    place: str = ""
    """The session it was about, with its day, or empty."""
    kind: str = "step"


@allowed(Right.RECORD)
def history(
    desk: Desk, before: StepId | None = None, limit: int = 50, *, views: bool = False
) -> tuple[HistoryLine, ...]:
    """The newest entries before one, newest first; a sign-in that may not open records sees its own.

    Looks at people's records only with `views`, which needs the right to open them.
    """
    if views and not desk.may(Right.RECORDS):
        raise NotAllowed(REFUSALS[Right.RECORDS])
    only = None if desk.may(Right.RECORDS) else desk.actor or 0
    entries = desk.store.journal.history(limit, before, views=views, only=only)
    roots = _Roots(desk, entries)
    return tuple(
        HistoryLine(
            step=entry.step,
            at_local=entry.at.astimezone().replace(tzinfo=None),
            who=entry.actor_name,
            sentence=roots.sentence(entry),
            undoable=entry.undoable and _may_undo(desk, entry),
            undone=entry.undone,
            place=roots.place(entry),
            kind=entry.kind.value,
        )
        for entry in entries
    )


@allowed(Right.RECORD)
def undo(desk: Desk, step: StepId | None = None, *, reason: str = "", pulse: Pulse | None = None) -> Done:
    """Take a step back: the one named, else this sign-in's newest. Raises Refused in words.

    Somebody else's step needs the right to look into the journal. What one did oneself since the file was
    opened is taken back as it was done, unless the reason of later changes would go with it; that, and
    anything else that changes a locked register, raises NeedsReason without a `reason`. `pulse` is told
    after each row how many were put back; what it raises stops it, and nothing has changed.
    """
    in_force = desk.store.journal.undoable(desk.actor)
    if step is None:
        if not in_force:
            raise Refused(NOTHING_TO_UNDO)
        return desk.store.journal.undo(in_force[0], desk.actor, pulse=pulse)
    entry = log.entry(desk.store.db, step)
    if entry is not None and not _may_undo(desk, entry):
        raise NotAllowed(SOMEBODY_ELSES)
    own = entry is not None and entry.actor == desk.actor and step > desk.store.journal.opened_after
    last = own and all(number <= step for number in in_force)
    also = None if last else partial(_settle_lock, desk=desk, reason=reason, own=own)
    return desk.store.journal.undo(step, desk.actor, pulse=pulse, also=also)


@allowed(Right.RECORD)
def redo(desk: Desk, *, pulse: Pulse | None = None) -> Done:
    """Do again what this sign-in undid last. Raises Refused in words; `pulse` as for `undo`."""
    newest = desk.store.journal.redoable(desk.actor)
    if not newest:
        raise Refused(NOTHING_TO_REDO)
    return desk.store.journal.undo(newest[0], desk.actor, pulse=pulse)


@allowed(Right.READ)
def rows_of(desk: Desk, step: StepId | None = None, *, redo: bool = False) -> int:
    """How many rows it would take to undo a step, or what Undo or Redo offer; 0 for nothing."""
    if step is None:
        offered = desk.store.journal.redoable if redo else desk.store.journal.undoable
        step = next(iter(offered(desk.actor)), None)
    entry = log.entry(desk.store.db, step) if step is not None else None
    return entry.changes if entry is not None else 0


@allowed(Right.READ)
def can_undo(desk: Desk) -> str | None:
    """What Undo would take back, in words; None when there is nothing."""
    return _said_of(desk, desk.store.journal.undoable(desk.actor))


@allowed(Right.READ)
def can_redo(desk: Desk) -> str | None:
    """What Redo would do again, in words; None when there is nothing."""
    return _said_of(desk, desk.store.journal.redoable(desk.actor))


@allowed(Right.READ)
def sentence(desk: Desk, done: Done) -> str:
    """What was just done, in words; empty when nothing was."""
    if done.step is None:
        return ""
    if done.verb != UNDO:
        return words(Said(done.verb, done.params, names(desk.store.db, [done.params]), _signs(desk)))
    entry = log.entry(desk.store.db, done.step)
    return "" if entry is None else _Roots(desk, [entry]).sentence(entry)


def _said_of(desk: Desk, steps: Sequence[StepId]) -> str | None:
    entry = log.entry(desk.store.db, steps[0]) if steps else None
    if entry is None:
        return None
    roots = _Roots(desk, [entry])
    return words(roots.said(roots.root(entry)))


def _signs(desk: Desk) -> Signs:
    return read_centre(desk.store).signs(desk.language)


def _settle_lock(opened: Step, desk: Desk, reason: str, own: bool) -> None:
    """Store why locked registers are as they were again; raises NeedsReason while nobody said it.

    One's `own` step of this sitting needs no reason, unless it had given one: changes after it lean on that.
    """
    if own and not any(each.shape.table == "late_change" and each.after is None for each in opened.written):
        return
    try:
        require_reason(opened, desk.store, desk.today, desk.actor_name)
    except NeedsReason as locked:
        if not reason:
            raise
        say_why(opened, desk, locked.sessions, clean_reason(reason))


def _may_undo(desk: Desk, entry: HistoryEntry) -> bool:
    return entry.actor == desk.actor or desk.may(Right.AUDIT)


class _Roots:
    """The entries of a page, the steps that its undos took back, and every name in them."""

    def __init__(self, desk: Desk, entries: Sequence[HistoryEntry]) -> None:
        self._entries = {entry.step: entry for entry in entries}
        wanted = {e.undoes for e in entries if e.undoes is not None} - self._entries.keys()
        while wanted:
            found = log.entries(desk.store.db, wanted)
            self._entries |= {entry.step: entry for entry in found}
            wanted = {e.undoes for e in found if e.undoes is not None} - self._entries.keys()
        self._signs = _signs(desk)
        self._names: Names = names(desk.store.db, _params(self._entries.values()))

    def root(self, entry: HistoryEntry) -> HistoryEntry:
        """The step that an undo, or an undo of an undo, is about in the end."""
        while entry.undoes is not None and entry.undoes in self._entries:
            entry = self._entries[entry.undoes]
        return entry

    def said(self, entry: HistoryEntry) -> Said:
        """The entry with its names."""
        return Said(entry.verb, entry.params, self._names, self._signs)

    def place(self, entry: HistoryEntry) -> str:
        """Which session the entry is about."""
        return place(self.said(self.root(entry)))

    def sentence(self, entry: HistoryEntry) -> str:
        """The entry in words; an undo names what it took back."""
        what = words(self.said(self.root(entry)))
        if entry.undoes is None:
            return what
        return (_("Done again: {what}") if self._again(entry) else _("Undone: {what}")).format(what=what)

    def _again(self, entry: HistoryEntry) -> bool:
        """Whether an odd or an even number of undos stands between the entry and its root."""
        again = True
        while entry.undoes is not None and entry.undoes in self._entries:
            again = not again
            entry = self._entries[entry.undoes]
        return again


def _params(entries: Any) -> list[Mapping[str, Any]]:
    return [entry.params for entry in entries]
