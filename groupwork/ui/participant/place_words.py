"""Words about a person's groups, waiting lists, agreed days and days at the centre."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from groupwork.domain.agreed_days import AgreedDays
from groupwork.domain.groups import GroupLine, GroupWait, PastRegister, Rhythm, WaitingOutcome
from groupwork.domain.presence_day import MonthLine
from groupwork.domain.signs import Signs
from groupwork.i18n import LONG_MONTHS, LONG_WEEKDAYS, N_, WEEKDAYS, _, current, ngettext
from groupwork.ui.participant.history_words import plain

NTH: dict[int, str] = {
    1: N_("first {weekday} of the month"),
    2: N_("second {weekday} of the month"),
    3: N_("third {weekday} of the month"),
    4: N_("fourth {weekday} of the month"),
    -1: N_("last {weekday} of the month"),
}
"""By the number of the weekday in the month; -1 is the last."""
NAMED = 4
"""So many registers are named by their day."""


def rhythm_words(rhythm: Rhythm) -> str:
    """ "Mon 09:45–11:45", "Mon 09:45–11:45, every 2 weeks", "…, first Monday of the month"."""
    language = current().language
    span = current().span(rhythm.start, rhythm.end)
    said = f"{WEEKDAYS[language][rhythm.weekday]} {span}"
    if rhythm.nth is not None:
        return f"{said}, {_(NTH[rhythm.nth]).format(weekday=LONG_WEEKDAYS[language][rhythm.weekday])}"
    if rhythm.every_weeks > 1:
        every = ngettext("every {n} week", "every {n} weeks", rhythm.every_weeks)
        return f"{said}, {every.format(n=rhythm.every_weeks)}"
    return said


def days_words(first: date, last: date | None, today: date) -> str:
    """ "since 31 Aug 2026", "from 2 Nov 2026", "31 Aug 2026 – 16 Oct 2026"."""
    if last is not None:
        return f"{current().short_day(first)} – {current().short_day(last)}"
    text = _("since {day}") if first <= today else _("from {day}")
    return text.format(day=current().short_day(first))


def membership_below(line: GroupLine, today: date) -> str:
    """Days, weekly time and room under a group's name."""
    parts = (days_words(line.from_date, line.to_date, today), rhythm_words(line.rhythm), line.room_name)
    return " · ".join(part for part in parts if part)


def waiting_below(wait: GroupWait) -> str:
    """Since when, why, the weekly time; how it ended."""
    said = _("waiting since {day}").format(day=current().short_day(wait.since))
    if wait.ended is not None:
        ends = {
            WaitingOutcome.JOINED: _("waited from {first}, got a place on {last}"),
            WaitingOutcome.GIVEN_UP: _("waited from {first}, taken off the list on {last}"),
        }
        text = ends.get(wait.outcome, _("waited from {first} to {last}"))
        said = text.format(first=current().short_day(wait.since), last=current().short_day(wait.ended))
    return " · ".join(part for part in (said, rhythm_words(wait.rhythm), wait.words) if part)


def past_words(past: Iterable[PastRegister]) -> str:
    """ "Wood workshop Mon 5 Oct, Mon 12 Oct and 3 more"."""
    registers = sorted(past, key=lambda each: each.date)
    named = [f"{plain(each.title)} {current().day(each.date)}" for each in registers[:NAMED]]
    more = len(registers) - len(named)
    words = ", ".join(named)
    if more:
        text = ngettext("{named} and {n} more", "{named} and {n} more", more)
        return text.format(named=words, n=more)
    return words


def weekdays_words(days: Iterable[int]) -> str:
    """ "Mon, Wed, Fri", or "no days"."""
    names = WEEKDAYS[current().language]
    return ", ".join(names[day] for day in sorted(days)) or _("no days")


def agreed_history(agreed: AgreedDays, today: date) -> tuple[str, ...]:
    """What was agreed before and what is agreed for later, newest first: "from 2 Nov 2026: Mon, Wed"."""
    turns = agreed.turns
    said = []
    for number, first in enumerate(turns):
        after = turns[number + 1] if number + 1 < len(turns) else None
        days = weekdays_words(agreed.on(first))
        if first <= today and (after is None or after > today):
            continue  # what holds today stands above
        until = after - timedelta(days=1) if after is not None else None
        said.append(f"{days_words(first, until, today)}: {days}")
    return tuple(reversed(said))


def agreed_since(agreed: AgreedDays, today: date) -> str:
    """Since when today's days are agreed; empty without any."""
    turns = [turn for turn in agreed.turns if turn <= today]
    if not turns or not agreed.on(today):
        return ""
    return _("since {day}").format(day=current().short_day(turns[-1]))


def month_words(line: MonthLine, month: date, signs: Signs) -> tuple[str, ...]:
    """ "October 2026", "8 of 12 agreed days here", "1 day absent: unwell", "3 days without an entry"."""
    title = f"{LONG_MONTHS[current().language][month.month - 1]} {month.year}"
    due = len(line.due)
    text = _("{n} of {of} agreed days here") if line.by_agreement else _("{n} of {of} days with a group here")
    said = [title, text.format(n=len(line.present), of=due)]
    if line.absent:
        kinds = dict.fromkeys(status for _day, status in line.absent)
        reasons = ", ".join(signs.label(status, _) for status in kinds)
        n = line.days_absent
        text = ngettext("{n} day absent: {reasons}", "{n} days absent: {reasons}", n)
        said.append(text.format(n=n, reasons=reasons))
    else:
        said.append(_("no day absent"))
    if line.unknown:
        n = len(line.unknown)
        said.append(ngettext("{n} day without an entry", "{n} days without an entry", n).format(n=n))
    if line.extra:
        n = len(line.extra)
        said.append(ngettext("{n} more day here", "{n} more days here", n).format(n=n))
    return tuple(said)
