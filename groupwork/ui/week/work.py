"""What the week writes: moves, copies; and what would clash while something is dragged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from groupwork.domain.clashes import SessionDraft
from groupwork.domain.ids import SessionId
from groupwork.errors import UserError
from groupwork.operations import changes, clashes, copies, moved_series, series
from groupwork.ui.day import words
from groupwork.ui.gate import Gate
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.week.columns import clock
from groupwork.ui.week.facts import Facts
from groupwork.ui.week.frame import Slot


@dataclass(frozen=True)
class Offer:
    """After a move: the sessions that follow may move too. `before` is where this one was."""

    session: SessionId
    before: Slot
    after: Slot
    following: int


@dataclass
class WeekWork:
    """Each write is one step with its Undo in the notice."""

    gate: Gate
    late: LateAsk
    offer: Offer | None = None
    _drafts: tuple[tuple[SessionId, bool], SessionDraft] | None = None

    def move(self, facts: Facts, slot: Slot) -> bool:
        """Give a session another day or time; False when it was refused."""
        day, start, end = times(slot)
        session, before = facts.session.id, facts.slot
        if not self.late.do(changes.move, session, date=day, start=start, end=end):
            return False
        if self.offer is not None and (self.offer.session, self.offer.after) == (session, before):
            before = self.offer.before  # moved on by another key: the series still stands where it was
        n = self.gate.ask(series.following, session) if facts.session.group is not None else 0
        self.offer = Offer(session, before, slot, n) if n else None
        return True

    def move_following(self) -> None:
        """Move those that follow as the last one was moved."""
        offer, self.offer = self.offer, None
        if offer is not None:
            self.gate.do(moved_series.move_following_too, offer.session, times(offer.before))

    def offer_for(self, facts: Facts | None) -> Offer | None:
        """The offer, while its session still stands where it was moved to."""
        offer = self.offer
        if offer is None or facts is None or facts.session.id != offer.session or facts.slot != offer.after:
            return None
        return offer

    def copy(self, session: SessionId, slot: Slot) -> SessionId | None:
        """Plan the session once more; None when it was refused."""
        copied = self.gate.do(copies.copy_session, session, slot.day, clock(slot.start))
        return copied.session if copied is not None else None

    def judge(self, facts: Facts | None, slot: Slot, copy: bool) -> Sequence[str]:
        """What would clash if it landed there, in words."""
        day, start, end = times(slot)
        try:
            if facts is None:
                draft = SessionDraft(day, start, end)
            else:
                draft = replace(self._draft(facts.session.id, slot, copy), date=day, start=start, end=end)
            found = clashes.clashes_of(self.gate.desk(), draft)
        except UserError:  # the drop will say it
            return ()
        return tuple(words.clash_words(clash) for clash in found if not _empty(facts, clash.kind.value))

    def _draft(self, session: SessionId, slot: Slot, copy: bool) -> SessionDraft:
        """Read once for a drag, not at every step of it."""
        key = session, copy
        if self._drafts is None or self._drafts[0] != key:
            self._drafts = key, copies.as_draft(self.gate.desk(), session, slot.day, copy=copy)
        return self._drafts[1]

    def forget(self) -> None:
        """Something was written: read again for the next drag."""
        self._drafts = None


def times(slot: Slot) -> tuple[date, time, time]:
    """Day, start and end of a slot."""
    return slot.day, clock(slot.start), clock(slot.end)


def _empty(facts: Facts | None, kind: str) -> bool:
    """A place that has nothing yet clashes with closures only."""
    return facts is None and kind != "closure"
