"""What a block of the week shows: its session, what clashes, how many it may hold; and its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from groupwork.domain.clashes import KIND_LABELS, Clash, ClashKind, Limits
from groupwork.domain.ids import SessionId
from groupwork.domain.sessions import DayInfo, SessionInfo, SessionStatus
from groupwork.i18n import _, current, ngettext
from groupwork.ui.day import words
from groupwork.ui.week.columns import minutes
from groupwork.ui.week.frame import Slot

IN_PAIRS = frozenset({ClashKind.ROOM, ClashKind.FACILITATOR, ClashKind.PARTICIPANT})
"""Clashes between two sessions: each of them names the other."""


@dataclass(frozen=True)
class Facts:
    """One block. `places` None: as many as come."""

    session: SessionInfo
    clashes: tuple[Clash, ...] = ()
    places: int | None = None
    day_closed: bool = False
    open: bool = False
    """Its register is missing or has blanks."""

    @property
    def lost(self) -> bool:
        """It does not take place."""
        return self.session.status is SessionStatus.NOT_HELD

    @property
    def slot(self) -> Slot:
        """When it is."""
        return Slot(self.session.date, minutes(self.session.start), minutes(self.session.end))

    def name(self) -> str:
        """The whole name: the group's where it says more than the activity."""
        return self.session.group_name or self.session.title

    def short(self) -> str:
        """The short name, with its soft hyphens; the whole one where there is none."""
        return self.session.short or self.session.title

    def number(self) -> int:
        """Who came, or who is expected."""
        session = self.session
        return session.attended if session.status is SessionStatus.HELD else session.expected

    def count(self) -> str:
        """ "5/6", "5" where nothing limits it; nothing for a session that is lost."""
        if self.lost:
            return ""
        return str(self.number()) if self.places is None else f"{self.number()}/{self.places}"

    def count_words(self) -> str:
        """ "5 of 6", "5 expected"."""
        if self.lost:
            return ""
        if self.places is None:
            return words.expected_words(self.session)
        return _("{n} of {of}").format(n=self.number(), of=self.places)

    def clash_word(self) -> str:
        """One word for a narrow block: "Room"."""
        return _(KIND_LABELS[self.clashes[0].kind]) if self.clashes else ""

    def clash_label(self) -> str:
        """A few words for a wide one: "Room twice"."""
        return _(words.CLASH_LABELS[self.clashes[0].kind]) if self.clashes else ""

    def spoken(self) -> str:
        """All of it for a screen reader."""
        session = self.session
        parts = [
            current().day(session.date, long=True),
            words.time_span(session),
            self.name(),
            session.room_name,
            ", ".join(s.name for s in session.staff),
            self._state(),
            words.open_words(session) if self.open else "",
            *(f"{_(words.CLASH_LABELS[c.kind])}: {words.clash_words(c)}" for c in self.clashes),
        ]
        return ", ".join(part for part in parts if part)

    def tip(self) -> str:
        """The same in lines, for the mouse."""
        session = self.session
        lines = [
            f"{words.time_span(session)}  {self.name()}",
            words.place_and_staff(session),
            self._state(),
            words.open_words(session) if self.open else "",
            *(words.clash_words(clash) for clash in self.clashes),
        ]
        return "\n".join(line for line in lines if line)

    def _state(self) -> str:
        if self.lost:
            reason = self.session.reason
            return _("not held: {reason}").format(reason=reason) if reason else words.not_held_words()
        if self.session.status is SessionStatus.HELD:
            return words.came_words(self.session)
        return words.expected_words(self.session)


@dataclass(frozen=True)
class Shown:
    """What the grid shows: days, the closed ones, blocks in the order of time, first and last minute."""

    days: tuple[date, ...] = ()
    closed: frozenset[date] = frozenset()
    facts: tuple[Facts, ...] = ()
    axis: tuple[int, int] = (525, 970)
    now: tuple[date, int] | None = None
    """Today and the minute it is."""


@dataclass(frozen=True)
class Filter:
    """Only one room or one facilitator; neither: all."""

    room: int | None = None
    staff: int | None = None

    def lets(self, session: SessionInfo) -> bool:
        """Whether the session is shown."""
        if self.room is not None:
            return session.room == self.room
        return self.staff is None or any(s.id == self.staff for s in session.staff)


def facts_of(
    days: Iterable[DayInfo],
    clashes: Mapping[SessionId, tuple[Clash, ...]],
    limits: Mapping[SessionId, Limits],
    now: datetime,
    only: Filter,
) -> tuple[Facts, ...]:
    """The blocks of some days in the order of time."""
    found = []
    for day in days:
        for session in day.sessions:
            if only.lets(session):
                limit = limits.get(session.id, Limits())
                places = [p for p in (limit.places, limit.room_places) if p is not None]
                found.append(
                    Facts(
                        session,
                        clashes.get(session.id, ()),
                        min(places, default=None),
                        bool(day.closure),
                        session.is_open(now),
                    )
                )
    return tuple(sorted(found, key=lambda f: (f.session.starts, f.session.id)))


def clashes_in(sessions: Iterable[SessionInfo], clashes: Mapping[SessionId, Sequence[Clash]]) -> int:
    """How many clashes some sessions have; one between two of them counts once."""
    pairs = alone = 0
    for session in sessions:
        for clash in clashes.get(session.id, ()):
            if clash.kind in IN_PAIRS:
                pairs += 1
            else:
                alone += 1
    return (pairs + 1) // 2 + alone


def day_words(day: DayInfo, clashes: Mapping[SessionId, Sequence[Clash]]) -> tuple[str, bool]:
    """ "7 sessions, 1 clash", the closure's name, or "nothing planned"; and whether something clashes."""
    if day.closure:
        return day.closure, False
    live = [s for s in day.sessions if s.status is not SessionStatus.NOT_HELD]
    if not live:
        return _("nothing planned"), False
    said = ngettext("{n} session", "{n} sessions", len(live)).format(n=len(live))
    n = clashes_in(live, clashes)
    if not n:
        return said, False
    clashing = ngettext("{n} clash", "{n} clashes", n).format(n=n)
    return _("{sessions}, {clashes}").format(sessions=said, clashes=clashing), True


def week_title(days: Sequence[date]) -> str:
    """ "12–16 October 2026", "28 September – 2 October 2026"."""
    first, last = days[0], days[-1]
    words_of = current()
    end = words_of.day(last, weekday=False, year=True, long=True)
    if (first.year, first.month) == (last.year, last.month):
        dot = "." if words_of.language == "de" else ""
        return f"{first.day}{dot}–{end}"
    start = words_of.day(first, weekday=False, year=first.year != last.year, long=True)
    return f"{start} – {end}"
