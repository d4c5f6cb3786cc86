"""Planned absences in words, and as one types them."""

from __future__ import annotations

from datetime import date

from groupwork.domain.absences import Absence, Hours, KeptMark, Span
from groupwork.domain.signs import Signs
from groupwork.i18n import _, current
from groupwork.ui.widgets.day_field import typed_day

SOFT = "\u00ad"


def span_words(span: Span) -> str:
    """ "Wed 28 Oct", "Wed 28 Oct – Fri 30 Oct"."""
    day = current().day
    return day(span.first) if span.first == span.last else f"{day(span.first)} – {day(span.last)}"


def hours_words(hours: Hours) -> str:
    """ "from 13:00", "until 11:00", "10:00–12:00"; empty for the whole day."""
    if hours.start is not None and hours.end is not None:
        return current().span(hours.start, hours.end)
    if hours.start is not None:
        return _("from {time}").format(time=f"{hours.start:%H:%M}")
    if hours.end is not None:
        return _("until {time}").format(time=f"{hours.end:%H:%M}")
    return ""


def when_words(absence: Absence, today: date) -> str:
    """Days and hours; on its days how long still."""
    span, hours = absence.span, hours_words(absence.hours)
    days = span_words(span)
    if span.first <= today <= span.last and span.first != span.last:
        days = _("until {day}").format(day=current().day(span.last))
        days = _("last day today") if span.last == today else days
    elif span.first == span.last == today:
        days = _("today")
    return ", ".join(part for part in (days, hours) if part)


def below_words(absence: Absence, signs: Signs, today: date) -> str:
    """Why, what was said, when it was told and by whom."""
    parts = [signs.label(absence.status, _), absence.words]
    if absence.told_at is not None:
        told = _("told {day}").format(day=current().day(absence.told_at))
        if absence.told_at == today:
            told = _("told today")
        parts.append(
            _("{told} by {name}").format(told=told, name=absence.told_by) if absence.told_by else told
        )
    return " · ".join(part for part in parts if part)


def typed_when(span: Span, hours: Hours) -> str:
    """Days and hours as they can be typed again."""
    days = typed_day(span.first)
    if span.last != span.first:
        days += f" – {typed_day(span.last)}"
    if hours.start is not None and hours.end is not None:
        return f"{days}, {hours.start:%H:%M}-{hours.end:%H:%M}"
    return ", ".join(part for part in (days, hours_words(hours)) if part)


def kept_words(mark: KeptMark, signs: Signs) -> str:
    """ "Wood workshop, Mon 12 Oct: Jürgen, present"."""
    return _("{session}, {day}: {name}, {mark}").format(
        session=mark.title.replace(SOFT, ""),
        day=current().day(mark.day),
        name=mark.name,
        mark=signs.label(mark.status, _),
    )
