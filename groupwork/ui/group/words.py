"""Words about groups, in the language in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from groupwork.domain.clashes import Clash, ClashKind
from groupwork.domain.groups import GroupInfo, GroupStaff, Rhythm, StaffRole
from groupwork.domain.numbering import GroupCount
from groupwork.domain.people import StaffBrief
from groupwork.i18n import LONG_WEEKDAYS, N_, _, current, ngettext
from groupwork.ui.day.words import CLASH_LABELS

NTH_WORDS: dict[int, str] = {
    1: N_("every first {weekday} of the month"),
    2: N_("every second {weekday} of the month"),
    3: N_("every third {weekday} of the month"),
    4: N_("every fourth {weekday} of the month"),
    -1: N_("every last {weekday} of the month"),
}
NTH_LABELS: dict[int, str] = {
    1: N_("first"),
    2: N_("second"),
    3: N_("third"),
    4: N_("fourth"),
    -1: N_("last"),
}
TELLING = (ClashKind.ROOM, ClashKind.FACILITATOR, ClashKind.PARTICIPANT)
"""Clashes that a group as a whole has; numbers have their own chips, closed days are no clash of a group."""


@dataclass(frozen=True)
class Sign:
    """A chip: its words, tone and icon."""

    words: str
    tone: str
    icon: str = ""


def weekday(number: int) -> str:
    """ "Monday" for 0."""
    return LONG_WEEKDAYS[current().language][number]


def rhythm(how: Rhythm) -> str:
    """ "every Monday", "every 2 weeks on Monday", "every last Friday of the month"."""
    day = weekday(how.weekday)
    if how.nth is not None:
        return _(NTH_WORDS[how.nth]).format(weekday=day)
    if how.every_weeks == 1:
        return _("every {weekday}").format(weekday=day)
    return _("every {n} weeks on {weekday}").format(n=how.every_weeks, weekday=day)


def when(how: Rhythm) -> str:
    """ "every Monday 09:45–11:45"."""
    return f"{rhythm(how)} {current().span(how.start, how.end)}"


def staff(people: Sequence[GroupStaff]) -> str:
    """ "T. Wilkowski, S. Okonjo": who is there each time; who stands in is not."""
    regular = (each for each in people if each.role is not StaffRole.STAND_IN)
    return ", ".join(StaffBrief(each.id, each.code, each.name).initial_name for each in regular)


def where_and_who(info: GroupInfo) -> str:
    """ "Workshop · T. Wilkowski, S. Okonjo"."""
    return "  ·  ".join(part for part in (info.room_name, staff(info.staff)) if part)


def places(info: GroupInfo) -> str:
    """ "7 of 8", or "7" without a limit."""
    if info.places is None:
        return str(info.members)
    return _("{n} of {of}").format(n=info.members, of=info.places)


def places_said(info: GroupInfo) -> str:
    """ "7 of 8 places", or "7 people"."""
    if info.places is None:
        return ngettext("{n} person", "{n} people", info.members).format(n=info.members)
    return _("{n} of {of} places").format(n=info.members, of=info.places)


def waiting(n: int) -> str:
    """ "2 waiting"."""
    return ngettext("{n} waiting", "{n} waiting", n).format(n=n)


def signs(info: GroupInfo, clashes: Sequence[Clash] = ()) -> tuple[Sign, ...]:
    """What is worth a glance: a clash, too many, full, too few, who waits; most urgent first."""
    found = [Sign(_(CLASH_LABELS[c.kind]), "bad", "triangle-alert") for c in clashes if c.kind in TELLING]
    if info.places is not None and info.members > info.places:
        found.append(Sign(_("Over capacity"), "bad", "users-round"))
    elif info.places is not None and info.members == info.places:
        found.append(Sign(_("full"), "info"))
    if info.least is not None and 0 < info.members < info.least:
        found.append(Sign(_("too few"), "warn"))
    if info.waiting:
        found.append(Sign(waiting(info.waiting), "warn", "clock"))
    return tuple(dict.fromkeys(found))


def count(group: GroupCount | None) -> str:
    """ "5 of 11, 1 lost to Teamtag", or nothing."""
    if group is None or not group.of:
        return ""
    text, values = group.said()
    return _("This group: {count}").format(count=_(text).format(**values))


def runs(info: GroupInfo, today: date) -> str:
    """ "from 2 November", "until 20 November", "ended on …", or nothing for one without an end."""
    words = current()
    parts = []
    if info.from_date > today:
        parts.append(_("from {day}").format(day=words.day(info.from_date, year=True)))
    if info.to_date is not None:
        text = N_("ended on {day}") if info.ended(today) else N_("until {day}")
        parts.append(_(text).format(day=words.day(info.to_date, year=True)))
    return ", ".join(parts)
