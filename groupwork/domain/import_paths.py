"""Headers over two rows, "Angehörige › Name": what the group above says about the column below it."""

from __future__ import annotations

from collections.abc import Sequence

from groupwork.domain.import_headers import Column
from groupwork.domain.search import folded_words

BETWEEN = " › "
Found = list[Column | None]

_OF_NAMES = frozenset({Column.FAMILY, Column.GIVEN, Column.WHOLE, Column.FAMILY_GIVEN, Column.CALLED})
_OF_PERSONS = _OF_NAMES | {Column.PHONE, Column.EMAIL, Column.ADDRESS, Column.BIRTH}
_CONTACT = {
    Column.FAMILY: Column.CONTACT_NAME,
    Column.WHOLE: Column.CONTACT_NAME,
    Column.FAMILY_GIVEN: Column.CONTACT_NAME,
    Column.PHONE: Column.CONTACT_PHONE,
}
_CONTACTS = frozenset({Column.CONTACT_NAME, Column.CONTACT_RELATION, Column.CONTACT_PHONE})
_ALWAYS = ("angehor", "relative", "nextofkin", "notfall", "emergency", "gesbetr", "gesetzl", "rechtliche")
"""A group of these words is about somebody to call, whatever stands in it."""
_WITH_NAME = ("kontakt", "contact", "ansprech", "betreuer", "betreuung", "guardian", "carer")
"""The same only with a name in it: "Contact" above "Phone" and "Street" is about the person."""
_OWN = ("bezug",)
_LOOSE = frozenset(
    [
        "bis",
        "until",
        "to",
        "von",
        "from",
        "seit",
        "since",
        "ab",
        "am",
        "start",
        "end",
        "ende",
        "beginn",
        "anfang",
    ]
)
_STAY = ("aufenthalt", "aufnahme", "austritt", "eintritt", "teilnahme", "besuch", "stay", "attend", "admi")
_STAYS = frozenset({Column.START, Column.END})


def group_of(header: str) -> str:
    """The words above a column, empty when there are none."""
    return header.rpartition(BETWEEN)[0]


def of_stay(upper: str, above: Column | None, lower: str) -> bool:
    """False for "Kostenzusage › bis": a loose word such as "until" is about a stay only under one."""
    if _plain(lower) not in _LOOSE or above in _STAYS:
        return True
    return any(stem in _plain(upper) for stem in _STAY)


def by_groups(header: Sequence[str], found: Found) -> Found:
    """Names and telephones of a contact's group are the contact's; those of another group nobody's."""
    groups = [group_of(cell) for cell in header]
    named = {group for group, column in zip(groups, found, strict=True) if group and column in _NAMING}
    people = [group for group, column in zip(groups, found, strict=True) if column in _OF_NAMES]
    first = next((group for group in people if not _is_contact(group, named)), "")
    result: Found = []
    for group, column in zip(groups, found, strict=True):
        if _is_contact(group, named):
            result.append(column if column in _CONTACTS else _CONTACT.get(column) if column else None)
        elif group in named and group != first and column in _OF_PERSONS:
            result.append(None)
        else:
            result.append(column)
    return result


_NAMING = _OF_NAMES | {Column.CONTACT_NAME}


def _is_contact(group: str, named: set[str]) -> bool:
    words = _plain(group)
    if not words or any(stem in words for stem in _OWN):
        return False
    return any(stem in words for stem in _ALWAYS) or (
        group in named and any(stem in words for stem in _WITH_NAME)
    )


def _plain(text: str) -> str:
    return "".join(folded_words(text))
