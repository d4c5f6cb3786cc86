"""People: names in their own order, alerts (DOMAIN.md "Person")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from groupwork.domain.ids import FacilitatorId, ParticipantId
from groupwork.i18n import N_


class AlertKind(StrEnum):
    """Kinds of alert, most urgent first."""

    SAFETY = "safety"
    ONE_TO_ONE = "one_to_one"
    SUPPORT = "support"
    LANGUAGE = "language"
    FOOD = "food"
    NO_PHOTOS = "no_photos"


ALERT_LABELS: dict[AlertKind, str] = {
    AlertKind.SAFETY: N_("safety"),
    AlertKind.ONE_TO_ONE: N_("one to one"),
    AlertKind.SUPPORT: N_("support"),
    AlertKind.LANGUAGE: N_("language"),
    AlertKind.FOOD: N_("food"),
    AlertKind.NO_PHOTOS: N_("no photos"),
}


@dataclass(frozen=True)
class Alert:
    """Something staff must know. `printed` False keeps it off paper."""

    kind: AlertKind
    words: str
    printed: bool = True


@dataclass(frozen=True)
class PersonName:
    """A name in the person's own order.

    `called` is what people say in the group ("Meihua"), `full` the whole name in the person's order
    ("Lin Meihua"), `rest` the whole name without the called part where that reads well on a second
    line ("Hassenpflug-Maier"; the full name when the family name comes first; empty for a single
    name), `native` the native script or empty.
    """

    called: str
    full: str
    rest: str = ""
    native: str = ""


@dataclass(frozen=True)
class PersonBrief:
    """A person in a list or a finder."""

    id: ParticipantId
    code: str
    name: PersonName
    birth_date: date | None = None
    known_here: bool = False
    """True when the person came to this activity before."""


@dataclass(frozen=True)
class StaffBrief:
    """A facilitator as shown beside a session."""

    id: FacilitatorId
    code: str
    name: str
    role: str = ""

    @property
    def initial_name(self) -> str:
        """ "T. Wilkowski": the short form under a title."""
        first, _, rest = self.name.partition(" ")
        return f"{first[:1]}. {rest}" if rest else first


FAMILY_FIRST = frozenset({"zh", "vi", "ko", "ja", "hu"})
"""Languages in which the family name stands first."""


def build_name(
    given: str, family: str, *, called: str = "", native: str = "", family_first: bool = False
) -> PersonName:
    """A name in the person's own order from its cleaned parts; at least one part is not empty.

    Without a called name it is the given name (the family name when that is all there is).
    """
    parts = (family, given) if family_first else (given, family)
    full = " ".join(part for part in parts if part) or called
    said = called or given or family
    return PersonName(said, full, _rest(said, full, family_first), native)


def sort_key(given: str, family: str) -> str:
    """What lists are sorted by: family name, then given name."""
    return ", ".join(part for part in (family, given) if part)


def split_name(whole: str, *, family_first: bool = False) -> tuple[str, str]:
    """(given, family) of a name in one piece.

    "Maier, Jürgen" has its family name before the comma; otherwise the first word is the given name, or
    the family name where that stands first. One word alone is a given name: people are called by it.
    """
    if "," in whole:
        family, _, given = whole.partition(",")
        return (given.strip(), family.strip()) if given.strip() else (family.strip(), "")
    first, _, rest = whole.strip().partition(" ")
    if not rest:
        return first, ""
    return (rest.strip(), first) if family_first else (first, rest.strip())


def next_code(prefix: str, taken: Iterable[str], width: int = 2) -> str:
    """The next free code of a kind: "P26" after "P25" and after "p25"; other codes do not count.

    Commands take a code in either case, so two that differ in nothing else are never given.
    """
    numbers = [
        int(code[len(prefix) :])
        for code in taken
        if code.upper().startswith(prefix) and re.fullmatch("[0-9]{1,9}", code[len(prefix) :])
    ]
    return f"{prefix}{max(numbers, default=0) + 1:0{width}d}"


def _rest(called: str, full: str, family_first: bool) -> str:
    """The second line under the called name: what is left of the name, or all of it."""
    if called == full:
        return ""
    if not family_first and full.startswith(called + " "):
        return full[len(called) + 1 :]
    return full
