"""Words about a person's attendance: a session with its mark, rates with n and N, what stands beside."""

from __future__ import annotations

from dataclasses import dataclass

from groupwork.domain.attendance import Status
from groupwork.domain.person_history import GroupName, Visit
from groupwork.domain.rates import Attendance, Rate
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import WEEKDAYS, _, current, ngettext
from groupwork.ui.roles import COLOUR_TONES, TONES


def group_words(group: GroupName) -> str:
    """ "Wood workshop, Mon 09:45"; "Single sessions"."""
    when = weekday_words(group)
    return _("{group}, {when}").format(group=plain(group.name), when=when) if when else _("Single sessions")


def weekday_words(group: GroupName) -> str:
    """ "Mon 09:45"; nothing for single sessions."""
    if group.id is None or group.start is None:
        return ""
    return f"{WEEKDAYS[current().language][group.weekday]} {group.start:%H:%M}"


def mark_said(visit: Visit, signs: Signs) -> str:
    """The mark in the centre's words with its reason: "late 10 min", "centre cancelled: Teamtag"."""
    lost = visit.status is SessionStatus.NOT_HELD
    reason = visit.reason if lost else visit.mark.reason
    said = _("register open") if visit.open else signs.words(visit.mark, _)
    if visit.mark.planned:
        said = _("{mark}, planned ahead").format(mark=said)
    return f"{said}: {reason}" if reason else said


def visit_said(visit: Visit, signs: Signs) -> str:
    """ "Mon 12 Oct 2026, 09:45–11:45, Wood workshop: late 10 min"."""
    day = current().day(visit.date, year=True)
    when = current().span(visit.start, visit.end)
    said = f"{day}, {when}, {plain(visit.title)}: {mark_said(visit, signs)}"
    return said if visit.in_stay else _("{session} (outside the stay, not counted)").format(session=said)


def percent(rate: Rate) -> str:
    """ "92.9 %" or "–"."""
    return rate.shown(current().number)


def of_words(rate: Rate) -> str:
    """ "26 of 28"; nothing when there is nothing to count."""
    return _("{n} of {of}").format(n=rate.n, of=rate.of) if rate.of else ""


def hours(rates: Attendance) -> str:
    """ "60.0 h"."""
    return _("{hours} h").format(hours=current().number(float(rates.hours), 1))


@dataclass(frozen=True)
class Beside:
    """What enters no rate, in words, with the tone of its chip."""

    words: str
    tone: str = "neutral"
    icon: str = ""


def beside(
    rates: Attendance, still_open: int = 0, outside: int = 0, signs: Signs | None = None
) -> tuple[Beside, ...]:
    """ "2 not recorded", "1 register open", "1 lost to transport", "3 walk-ins", "4 outside the stay"."""
    own = signs or plain_signs(current().language)
    blank, lost, walked = rates.not_recorded, rates.transport, rates.walk_ins
    said = (
        (still_open, ngettext("{n} register open", "{n} registers open", still_open), "warn", "list-checks"),
        (blank, ngettext("{n} not recorded", "{n} not recorded", blank), "neutral", "circle"),
        (
            lost,
            ngettext("{n} lost to transport", "{n} lost to transport", lost),
            _tone(own, Status.TRANSPORT),
            "",
        ),
        (walked, ngettext("{n} walk-in", "{n} walk-ins", walked), _tone(own, Status.WALK_IN), "plus"),
        (
            outside,
            ngettext("{n} session outside the stay", "{n} sessions outside the stay", outside),
            "neutral",
            "",
        ),
    )
    return tuple(Beside(text.format(n=n), tone, icon) for n, text, tone, icon in said if n)


def _tone(signs: Signs, status: Status) -> str:
    """The tone of a chip that counts a status; grey is the chip's own."""
    tone = COLOUR_TONES[signs.colour(status)]
    return tone if tone in TONES else "neutral"


def plain(name: str) -> str:
    """A name without soft hyphens."""
    return name.replace("\u00ad", "")
