"""Who may be in the file twice: by folded names and dates of birth, never by a guess alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from groupwork.domain.merging import Likely, Why
from groupwork.domain.people import PersonBrief
from groupwork.domain.search import folded_words

SIMILAR = 0.72
"""How alike the letters of two names are that may be one name misspelt."""
MOST = 200
"""More pairs than this are not shown at once."""
_ORDER = list(Why)


@dataclass(frozen=True)
class Person:
    """A record with its name in parts, as far as they are known."""

    brief: PersonBrief
    given: str = ""
    family: str = ""

    @property
    def keys(self) -> frozenset[frozenset[str]]:
        """Its names as sets of folded words, whatever their order."""
        names = (self.brief.name.full, self.brief.name.native)
        return frozenset(frozenset(folded_words(name)) for name in names if folded_words(name))

    @property
    def bare(self) -> bool:
        """True when nothing but one word is known, as of somebody who dropped in."""
        name = self.brief.name
        return self.brief.birth_date is None and not name.native and len(folded_words(name.full)) == 1


def likely(people: Sequence[Person]) -> tuple[Likely, ...]:
    """Pairs that may be one person, the surest first, then in the order of their numbers."""
    found: dict[tuple[int, int], Likely] = {}
    for together in _buckets(people):
        for n, first in enumerate(together):
            for second in together[n + 1 :]:
                _put(found, first, second)
    pairs = sorted(found.values(), key=lambda p: (_ORDER.index(p.why), p.first.id, p.second.id))
    return tuple(pairs[:MOST])


def _buckets(people: Sequence[Person]) -> Iterable[list[Person]]:
    """People who have a name, a date of birth or a called name in common: only these are compared."""
    buckets: dict[object, list[Person]] = {}
    for person in people:
        born = person.brief.birth_date
        called = frozenset(folded_words(person.brief.name.called))
        keys: set[object] = {*person.keys, ("called", called)}
        if born is not None:
            keys.add(born)
        for key in keys:
            buckets.setdefault(key, []).append(person)
    return (together for together in buckets.values() if len(together) > 1)


def _put(found: dict[tuple[int, int], Likely], first: Person, second: Person) -> None:
    why = _why(first, second)
    if why is not None:
        older, newer = sorted((first.brief, second.brief), key=lambda brief: brief.id)
        found[older.id, newer.id] = Likely(older, newer, why)


def _why(first: Person, second: Person) -> Why | None:
    births = {person.brief.birth_date for person in (first, second)}
    same_day = len(births) == 1 and None not in births
    if first.keys & second.keys:
        if same_day:
            return Why.NAME_AND_BIRTH
        return Why.NAME if None in births else Why.TWO_BIRTHS
    if same_day:
        return Why.BIRTH if _similar(first, second) else None
    return Why.FIRST_NAME if first.bare or second.bare else None


def _similar(first: Person, second: Person) -> bool:
    ours, theirs = (set(folded_words(person.brief.name.full)) for person in (first, second))
    if ours & theirs:
        return True
    first_spelled, second_spelled = (" ".join(sorted(words)) for words in (ours, theirs))
    return bool(SequenceMatcher(None, first_spelled, second_spelled).ratio() >= SIMILAR)
