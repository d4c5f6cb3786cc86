"""What the pages of the library say about an activity."""

from __future__ import annotations

from collections.abc import Iterable

from groupwork.domain.activities import (
    HAZARD_LABELS,
    METHOD_LABELS,
    PERMISSION_LABELS,
    ActivityLine,
    HazardLevel,
    Method,
    Permission,
)
from groupwork.domain.search import search_key
from groupwork.domain.sessions import CATEGORY_LABELS, Category
from groupwork.i18n import _, ngettext
from groupwork.ui.roles import CATEGORY_ICONS
from groupwork.ui.widgets.chip_menu import Choosable

SOFT_HYPHEN = "\u00ad"
HAZARD_TONES = {HazardLevel.LOW: "good", HazardLevel.MEDIUM: "warn", HazardLevel.HIGH: "bad"}
PERMISSION_TONES = {
    Permission.FREE: "good",
    Permission.SHOWN: "info",
    Permission.WATCHED: "warn",
    Permission.STAFF: "bad",
}


def minutes_words(minutes: int) -> str:
    """ "90 min"."""
    return _("{n} min").format(n=minutes)


def people_words(least: int | None, most: int | None) -> str:
    """ "3–8 people", "up to 8 people", or empty."""
    if least is not None and most is not None and least != most:
        return _("{least}–{most} people").format(least=least, most=most)
    if most is not None:
        return ngettext("up to {n} person", "up to {n} people", most).format(n=most)
    if least is not None:
        return ngettext("from {n} person", "from {n} people", least).format(n=least)
    return ""


def staff_words(staff: int, people_per_staff: int | None) -> str:
    """ "2 staff", "1 staff, one for every 6"."""
    words = ngettext("{n} staff", "{n} staff", staff).format(n=staff)
    if not people_per_staff:
        return words
    return _("{staff}, one for every {n}").format(staff=words, n=people_per_staff)


def facts_words(
    minutes: int, people: tuple[int | None, int | None], staff: int, people_per_staff: int | None
) -> str:
    """The line under an activity's name."""
    parts = (minutes_words(minutes), people_words(*people), staff_words(staff, people_per_staff))
    return " · ".join(part for part in parts if part)


def groups_words(groups: int) -> str:
    """ "2 groups"."""
    return ngettext("{n} group", "{n} groups", groups).format(n=groups)


def category_words(category: Category) -> str:
    """The category as a heading: "Daily living"."""
    words = _(CATEGORY_LABELS[category])
    return words[:1].upper() + words[1:]


def category_choices() -> tuple[Choosable, ...]:
    """The eight categories as chips."""
    return tuple(
        Choosable(each, category_words(each), each.value, CATEGORY_ICONS[each.value]) for each in Category
    )


def method_choices() -> tuple[Choosable, ...]:
    """The three methods, and none."""
    return tuple(Choosable(each.value, _(METHOD_LABELS[each])) for each in Method)


def hazard_choices() -> tuple[Choosable, ...]:
    """How much care it asks for."""
    return tuple(Choosable(each, _(HAZARD_LABELS[each]), HAZARD_TONES[each]) for each in HazardLevel)


def material_choices() -> tuple[Choosable, ...]:
    """Material, or a tool with what it asks of the one who takes it."""
    tools = tuple(
        Choosable((True, each), _("Tool: {permission}").format(permission=_(label)), PERMISSION_TONES[each])
        for each, label in PERMISSION_LABELS.items()
    )
    return (Choosable((False, Permission.FREE), _("Material")), *tools)


def plain(words: str) -> str:
    """The words without soft hyphens: they are for narrow places."""
    return words.replace(SOFT_HYPHEN, "")


def answers(line: ActivityLine, typed: Iterable[str]) -> bool:
    """Whether every typed word begins one of the activity's: of its name, short name, category or code."""
    key = search_key((line.name, plain(line.short), category_words(line.category), line.code))
    return all(f" {word}" in key for word in typed)
