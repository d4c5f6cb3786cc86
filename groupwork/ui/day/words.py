"""Words about sessions and days, in the language in use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from groupwork.domain.attendance import MEANINGS, Status
from groupwork.domain.clashes import Clash, ClashKind
from groupwork.domain.sessions import DayInfo, Number, SessionInfo, SessionStatus
from groupwork.i18n import N_, _, current, ngettext

CLASH_LABELS: dict[ClashKind, str] = {
    ClashKind.ROOM: N_("Room twice"),
    ClashKind.FACILITATOR: N_("Facilitator twice"),
    ClashKind.PARTICIPANT: N_("Person in two places"),
    ClashKind.CLOSURE: N_("Closed"),
    ClashKind.CAPACITY: N_("Over capacity"),
    ClashKind.MINIMUM: N_("Too few people"),
    ClashKind.STAFF_RATIO: N_("Too few facilitators"),
    ClashKind.STAY: N_("Not staying"),
}


@dataclass(frozen=True)
class Remark:
    """A short remark with an icon and a tone role ("warn", "info", "good", "text2")."""

    icon: str
    tone: str
    words: str


def day_title(day: DayInfo) -> str:
    """ "Monday 12 October"."""
    return current().day(day.date, long=True)


def day_summary(day: DayInfo) -> str:
    """ "Week 7 of 12 · 6 sessions · 29 places booked"; a closure's name comes first."""
    parts = []
    if day.closure:
        parts.append(_("Closed: {name}").format(name=day.closure))
    if day.week_of_term:
        parts.append(_("Week {n} of {of}").format(n=day.week_of_term[0], of=day.week_of_term[1]))
    live = [s for s in day.sessions if s.status is not SessionStatus.NOT_HELD]
    parts.append(ngettext("{n} session", "{n} sessions", len(live)).format(n=len(live)))
    places = sum(s.on_register for s in live)
    if places:
        parts.append(ngettext("{n} place booked", "{n} places booked", places).format(n=places))
    return "  ·  ".join(parts)


def number_words(number: Number | None) -> str:
    """ "Session 13 of 23", or nothing when it is not counted."""
    if number is None or not number.of:
        return ""
    return _("Session {n} of {of}").format(n=number.n, of=number.of)


def place_and_staff(session: SessionInfo) -> str:
    """ "Workshop · Tomasz Wilkowski, Samuel Okonjo"."""
    return "  ·  ".join(
        part for part in (session.room_name, ", ".join(s.name for s in session.staff)) if part
    )


def time_span(session: SessionInfo) -> str:
    """ "09:45–11:45"."""
    return current().span(session.start, session.end)


def expected_words(session: SessionInfo) -> str:
    """ "5 expected"."""
    return ngettext("{n} expected", "{n} expected", session.expected).format(n=session.expected)


def came_words(session: SessionInfo) -> str:
    """ "5 of 6 came", with "+1 W" for walk-ins, as in the register's totals."""
    booked = session.attended - session.walk_ins
    came = _("{n} of {of} came").format(n=booked, of=session.available)
    return f"{came} +{session.walk_ins} W" if session.walk_ins else came


def away_words(session: SessionInfo) -> str:
    """ "1 away: J. Valdevez" for one, "3 away" for more."""
    if len(session.away) == 1:
        return _("1 away: {name}").format(name=session.away[0].name)
    return ngettext("{n} away", "{n} away", len(session.away)).format(n=len(session.away))


def away_detail(session: SessionInfo) -> str:
    """One line a person: "João Valdevez: other appointment"."""
    lines = []
    for away in session.away:
        status = away.label or (_(MEANINGS[Status(away.status)].label) if away.status else "")
        lines.append(f"{away.name}: {status}" if status else away.name)
    return "\n".join(lines)


def alerts_words(session: SessionInfo) -> str:
    """ "2 alerts"."""
    return ngettext("{n} alert", "{n} alerts", session.alerts).format(n=session.alerts)


def clash_words(clash: Clash) -> str:
    """What clashes with what, and when."""
    return _(clash.text).format(**dict(clash.values))


def remark(session: SessionInfo, now: datetime, clashes: Iterable[Clash] = ()) -> Remark | None:
    """The one remark most worth a glance in a row: clash, lost, open register, away, alerts."""
    first = next(iter(clashes), None)
    if first is not None:
        return Remark("triangle-alert", "bad", _(CLASH_LABELS[first.kind]))
    if session.status is SessionStatus.NOT_HELD:
        return Remark("circle-x", "text2", session.reason or _("did not take place"))
    if session.is_open(now):
        return Remark("list-checks", "warn", open_words(session))
    if session.ends > now and session.away:
        return Remark("calendar-x", "info", away_words(session))
    if session.ends > now and session.alerts:
        return Remark("triangle-alert", "warn", alerts_words(session))
    return None


def open_words(session: SessionInfo) -> str:
    """ "not recorded" for an untouched register, "2 not recorded" for one with blanks."""
    blanks = session.on_register - session.recorded
    if not session.recorded:
        return _("register open")
    return ngettext("{n} not recorded", "{n} not recorded", blanks).format(n=blanks)


IN_MINUTES = 120
"""Nearer than this a start is told in minutes."""


def running_words(session: SessionInfo, now: datetime) -> str:
    """ "Started 7 min ago", "Starts in 20 min", "Started at 09:00", "Starts at 13:00"."""
    minutes = int((now - session.starts).total_seconds() // 60)
    if minutes >= IN_MINUTES:
        return _("Started at {time}").format(time=f"{session.start:%H:%M}")
    if minutes >= 0:
        return _("Started {n} min ago").format(n=minutes) if minutes else _("Starts now")
    if minutes > -IN_MINUTES:
        return _("Starts in {n} min").format(n=-minutes)
    return _("Starts at {time}").format(time=f"{session.start:%H:%M}")


def not_held_words() -> str:
    """ "not held"."""
    return _("not held")


def lost_words(n: int) -> str:
    """How many sessions of a new weekly group fall on closed days."""
    return ngettext(
        "{n} of them falls on a closed day and is marked as not held.",
        "{n} of them fall on closed days and are marked as not held.",
        n,
    ).format(n=n)
