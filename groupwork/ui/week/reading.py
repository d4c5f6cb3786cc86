"""The week as it is read: its days, what clashes, what each session may hold. Seven SELECTs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from groupwork.domain.clashes import Clash
from groupwork.domain.ids import SessionId
from groupwork.domain.schedule import monday
from groupwork.domain.sessions import DayInfo, SessionInfo
from groupwork.i18n import _
from groupwork.operations import clashes, sessions, settings
from groupwork.operations.clashes import Judged
from groupwork.operations.desk import Desk
from groupwork.operations.settings import Centre
from groupwork.ui.day.kept_clashes import KeptClashes
from groupwork.ui.week.columns import CLOSES, OPENS, axis, minutes, shown_days
from groupwork.ui.week.facts import Facts, Filter, Shown, day_words, facts_of, week_title
from groupwork.ui.week.header import DayWords


@dataclass(frozen=True)
class Week:
    """One week as it was read at `now`; `clashes` without those that were left as they are."""

    days: tuple[DayInfo, ...]
    clashes: Mapping[SessionId, tuple[Clash, ...]]
    judged: Judged
    centre: Centre | None
    now: datetime

    @property
    def sessions(self) -> tuple[SessionInfo, ...]:
        """All sessions of the week."""
        return tuple(session for day in self.days for session in day.sessions)

    def day(self, wanted: date) -> DayInfo:
        """One day; an empty one outside the week."""
        return next((day for day in self.days if day.date == wanted), DayInfo(wanted))

    def session(self, wanted: SessionId | None) -> SessionInfo | None:
        """One session, or None when it is not in the week."""
        return next((session for session in self.sessions if session.id == wanted), None)

    def facts(self, only: Filter) -> tuple[Facts, ...]:
        """The blocks."""
        return facts_of(self.days, self.clashes, self.judged.limits, self.now, only)

    def shown(self, only: Filter, also: date) -> Shown:
        """What the grid shows; `also` is a day of the weekend somebody wants to see."""
        busy = [day.date for day in self.days if day.sessions] + [also]
        days = shown_days([day.date for day in self.days], busy, self.now.date())
        open_hours = self.centre.hours if self.centre is not None else {}
        hours = [open_hours[day.weekday()] for day in days if day.weekday() in open_hours]
        opens = min((span[0] for span in hours), default=OPENS)
        closes = max((span[1] for span in hours), default=CLOSES)
        times = [(session.start, session.end) for session in self.sessions]
        return Shown(
            days,
            frozenset(day.date for day in self.days if day.closure),
            self.facts(only),
            axis(times, opens, closes),
            (self.now.date(), minutes(self.now.time())),
        )

    def heads(self, days: tuple[date, ...]) -> dict[date, DayWords]:
        """The heads of the days shown."""
        found = {}
        for day in self.days:
            if day.date in days:
                words, clash = day_words(day, self.clashes)
                found[day.date] = DayWords(day.date, words, clash, bool(day.closure))
        return found

    def title(self, days: tuple[date, ...]) -> str:
        """ "12–16 October 2026"."""
        return week_title(days or [day.date for day in self.days])

    def term_words(self) -> str:
        """ "Autumn term, week 7 of 12", or nothing between terms."""
        there = next((day for day in self.days if day.week_of_term), None)
        if there is None or there.week_of_term is None or self.centre is None:
            return ""
        n, of = there.week_of_term
        weeks = _("Week {n} of {of}").format(n=n, of=of)
        terms = (self.centre.term_on(day.date) for day in (there, *self.days))
        term = next((each for each in terms if each is not None), None)
        name = term.name if term is not None else ""
        return _("{term}: {weeks}").format(term=name, weeks=weeks) if name else weeks


UNREAD = Week((), {}, Judged({}, {}), None, datetime.combine(date.min, time.min))
"""Before the first reading."""


def read_week(desk: Desk, day: date, kept: KeptClashes) -> Week:
    """The week in which the day lies."""
    first = monday(day)
    days = sessions.week(desk, first)
    judged = clashes.judged_between(desk, first, first + timedelta(days=6))
    all_sessions = [session for each in days for session in each.sessions]
    return Week(days, kept.without(judged.clashes, all_sessions), judged, settings.centre(desk), desk.now)
