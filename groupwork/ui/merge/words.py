"""Words about two records of one person, in the language in use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from groupwork.domain.languages import language_words, spoken
from groupwork.domain.merging import WHY_LABELS, Fate, Likely, MarkPair, MergeField, MergePreview
from groupwork.domain.people import PersonBrief
from groupwork.domain.rates import NOTHING
from groupwork.domain.signs import Signs
from groupwork.i18n import _, current, ngettext

Counted = Callable[[int], str]
SHOWN_COUNTS: tuple[tuple[tuple[str, ...], Counted], ...] = (
    (("membership",), lambda n: ngettext("{n} group membership", "{n} group memberships", n)),
    (("result",), lambda n: ngettext("{n} task result", "{n} task results", n)),
    (("contact",), lambda n: ngettext("{n} contact", "{n} contacts", n)),
    (
        ("alert", "trait"),
        lambda n: ngettext("{n} alert, need or strength", "{n} alerts, needs and strengths", n),
    ),
    (("consent",), lambda n: ngettext("{n} consent", "{n} consents", n)),
    (("planned_absence",), lambda n: ngettext("{n} planned absence", "{n} planned absences", n)),
    (("waiting",), lambda n: ngettext("{n} waiting list", "{n} waiting lists", n)),
    (("day_presence",), lambda n: ngettext("{n} day at the centre", "{n} days at the centre", n)),
    (
        ("note", "follow_up", "incident_person"),
        lambda n: ngettext("{n} note or follow-up", "{n} notes and follow-ups", n),
    ),
)
"""Tables that are counted together, and what they are called."""


def person_words(person: PersonBrief) -> str:
    """ "Ivo Petković (P05)"."""
    return _("{name} ({code})").format(name=person.name.full, code=person.code)


def about(person: PersonBrief) -> str:
    """ "P05 · born 4 May 1980"."""
    born = person.birth_date
    said = _("born {day}").format(day=current().short_day(born)) if born else _("no date of birth")
    return f"{person.code} · {said}"


def why(pair: Likely) -> str:
    """Why two records may be one person."""
    return _(WHY_LABELS[pair.why])


def value(field: MergeField, *, drop: bool) -> str:
    """One side of a field in words; a dash where there is nothing."""
    said = field.drop if drop else field.keep
    if isinstance(said, bool):
        return _("yes") if said else NOTHING
    if isinstance(said, date):
        return current().short_day(said)
    if said and field.field in ("language", "print_language"):
        return language_words(said, _)
    if said and field.field == "speaks":
        return ", ".join(spoken(said, _))
    return said or NOTHING


def mark(pair: MarkPair, signs: Signs, *, drop: bool) -> str:
    """One side's mark in the centre's words."""
    return signs.words(pair.drop if drop else pair.keep, _)


def marks_settled(preview: MergePreview) -> str:
    """How the sessions go in which there is nothing to choose; empty without any."""
    n = sum(pair.fate is not Fate.CONFLICT for pair in preview.marks)
    if not n:
        return ""
    text = ngettext(
        "In {n} more session both stand on the register: the mark that was recorded counts.",
        "In {n} more sessions both stand on the register: the mark that was recorded counts.",
        n,
    )
    return text.format(n=n)


def moves(preview: MergePreview) -> str:
    """ "Moves to Ivo Petković (P05): 12 sessions, 3 group memberships, 1 contact."."""
    parts = []
    if preview.sessions:
        n = preview.sessions
        parts.append(ngettext("{n} session", "{n} sessions", n).format(n=n))
    for tables, counted in SHOWN_COUNTS:
        n = sum(preview.moved.get(table, 0) for table in tables)
        if n:
            parts.append(counted(n).format(n=n))
    if not parts:
        return _("Nothing else hangs on this record.")
    text = _("Moves to {person}: {things}. What both have alike is kept once.")
    return text.format(person=person_words(preview.keep), things=", ".join(parts))


def stays(preview: MergePreview) -> str:
    """What is left of the second record."""
    text = _("{code} is then found nowhere; printed sheets with {code} lead to {kept}.")
    return text.format(code=preview.drop.code, kept=preview.keep.code)
