"""A register as lines of text, at most 100 columns wide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from groupwork import i18n
from groupwork.cli import shapes
from groupwork.domain.attendance import MEANINGS, Status
from groupwork.domain.attendance import words as mark_words
from groupwork.domain.mark_text import format_mark
from groupwork.domain.mood import MOOD_LABELS, PART_LABELS
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.session_plan import SessionPlan
from groupwork.domain.sessions import STATUS_LABELS, SessionInfo
from groupwork.domain.tasks import HELP_LABELS
from groupwork.domain.tasks import words as result_words
from groupwork.domain.totals import totals
from groupwork.i18n import _, ngettext

WIDE = 100
INSIDE = "      "
KEPT, PARTED = "\u00a0", "\u00a0· "
"""A blank where no line ends, and what stands between parts: a line ends after it."""


def session_line(info: SessionInfo) -> str:
    """Number, day, time, title, room, what became of it, how many came."""
    words = i18n.current()
    room = info.room_name or _("no room")
    told = info.reason or _(STATUS_LABELS[info.status])
    return "  ".join(
        (
            f"{info.id:>6}",
            f"{words.day(info.date):<11}",
            words.span(info.start, info.end),
            f"{shapes.plain(info.title)} · {room} · {told} · {info.attended}/{info.on_register}",
        )
    )


def lines(found: Register, plan: SessionPlan) -> Iterator[str]:
    """The whole register: session and tasks, each person with all that is recorded, totals, what is next."""
    yield session_line(found.session)
    yield from _tasks(found)
    for row in found.rows:
        yield from _wrapped(_head(found, row))
        yield from _inside(_facts(row))
        yield from _inside(_results(row))
    if not found.rows:
        yield _("Nobody is on this register.")
    if not found.stored:
        yield _("Not written yet: the register as it would be.")
    yield from _foot(found, plan)


def over_words(row: RegisterRow) -> str:
    """Why the minutes of a row are pointed out."""
    if row.mark.minutes is None:
        return _("late and left early together are longer than the session")
    return _("{n} minutes were typed, longer than the session").format(n=row.mark.minutes)


def _tasks(found: Register) -> Iterator[str]:
    if found.tasks:
        named = (f"{n} {shapes.plain(task.name)}" for n, task in enumerate(found.tasks, 1))
        yield from _wrapped(f"{_('Tasks')}: {_parted(named)}")


def _head(found: Register, row: RegisterRow) -> str:
    words = found.signs.words(row.mark, _) if found.signs is not None else mark_words(row.mark, _)
    reason = f": {row.mark.reason}" if row.mark.reason else ""
    head = f"{row.code:<5} {format_mark(row.mark):<8} {row.name.full}  ({words}{reason})"
    return " · ".join([head, *_beside(row)])


def _beside(row: RegisterRow) -> Iterator[str]:
    """What goes with the mark: minutes, what was said beforehand and when."""
    if row.minutes is not None:
        yield _("{minutes} min").format(minutes=row.minutes)
    if row.minutes_over:
        yield over_words(row)
    if row.mark.told_at is not None:
        yield _("told on {day}").format(day=i18n.current().short_day(row.mark.told_at))
    if row.mark.planned:
        words = f": {row.absence_words}" if row.absence_words else ""
        yield _("planned absence") + words


def _facts(row: RegisterRow) -> Iterator[str]:
    numbers = (
        (_("taking part: {words}"), row.participation, PART_LABELS),
        (_("mood before: {words}"), row.mood_before, MOOD_LABELS),
        (_("mood after: {words}"), row.mood_after, MOOD_LABELS),
    )
    for frame, value, labels in numbers:
        if value is not None:
            said = _("{n} of {of}").format(n=value, of=max(labels))
            yield frame.format(words=_("{number}, {words}").format(number=said, words=_(labels[value])))


def _results(row: RegisterRow) -> Iterator[str]:
    """By the task's number: its result, or the last level of somebody who may still do it."""
    away = row.mark.status is not None and not row.mark.attended
    for n, (result, last) in enumerate(zip(row.results, row.last_levels, strict=True), 1):
        if result is None and (last is None or away):
            continue
        said = result_words(result, _)
        if last is not None:
            said = _("{result}, last time {level}").format(result=said, level=_(HELP_LABELS[last]))
        yield f"{n}: {said}"


def _foot(found: Register, plan: SessionPlan) -> Iterator[str]:
    yield from _wrapped(f"{_('Totals')}: {_parted(_totals(found))}")
    day = i18n.current().short_day
    if found.lock is not None:
        yield _("Locked since {day}: a change needs a reason").format(day=day(found.lock.since))
        for change in found.lock.changes:
            said = f"{day(change.at.astimezone().date())}, {change.by}: {change.reason}"
            yield from _wrapped(INSIDE + said)
    if plan.said is not None:
        yield from _wrapped(f"{_('Last time')} ({day(plan.said.date)}): {plan.said.words}")
    if plan.next_time:
        yield from _wrapped(f"{_('For next time')}: {plan.next_time}")


def _totals(found: Register) -> Iterator[str]:
    """Counts, each with what it is counted of."""
    summed = totals(found)
    number = i18n.current().number
    yield _("{n} of {of} came").format(n=summed.came, of=summed.expected)
    if summed.walk_ins:
        yield ngettext("{n} walk-in", "{n} walk-ins", summed.walk_ins).format(n=summed.walk_ins)
    for status, n in summed.others:
        yield _("{n} {status}").format(n=n, status=_status(found, status))
    minutes = ngettext("{n} minute", "{n} minutes", summed.minutes).format(n=summed.minutes)
    hours = _("{hours} h").format(hours=number(float(summed.hours), 1))
    yield f"{minutes} ({hours})"
    if summed.participation is not None:
        mean = number(float(summed.participation), 1)
        counted = _("n={n}").format(n=summed.participation_n)
        yield _("taking part: {words}").format(words=f"{mean} ({counted})")
    for task, rate in zip(found.tasks, summed.tasks, strict=True):
        if rate.of:
            yield f"{shapes.plain(task.name)} {rate.n}/{rate.of}"


def _status(found: Register, status: Status | None) -> str:
    if status is None:
        return _("not recorded")
    own = found.signs.own_label(status.value) if found.signs is not None else ""
    return own or _(MEANINGS[status].label)


def _inside(parts: Iterator[str]) -> Iterator[str]:
    said = _parted(parts)
    return _wrapped(INSIDE + said) if said else iter(())


def _parted(parts: Iterable[str]) -> str:
    """The parts one after the other; only one that is wider than a line is broken inside."""
    room = WIDE - len(INSIDE) - len(PARTED)
    return PARTED.join(part.replace(" ", KEPT) if len(part) < room else part for part in parts)


def _wrapped(line: str) -> Iterator[str]:
    wrapped = textwrap.wrap(line, WIDE, subsequent_indent=INSIDE, break_on_hyphens=False)
    return (part.replace(KEPT, " ") for part in wrapped)
