"""Marks of the demo's people: what their pattern fixes, and what is drawn around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from groupwork.domain.demo.chance import Chance
from groupwork.domain.demo.script import Absence, Person, Rule

USUAL = ((1, 8, 82), (9, 99, 70))
"""The base chance to come in per cent by week; autumn colds from week 9."""
WHY_AWAY = (("U", 32), ("X", 24), ("O", 22), ("A", 13), ("T", 9))
WHY_AWAY_IN_AUTUMN = (("U", 64), ("X", 14), ("O", 11), ("A", 6), ("T", 5))
STAYED_OUT = 0.02
"""How often somebody who is in the building does not take part in one block."""
LATE_MINUTES = (5, 5, 10, 10, 15, 20)
EARLY_MINUTES = (10, 15, 20, 30)


@dataclass(frozen=True)
class Slot:
    """One block as the pattern needs it."""

    day: date
    week: int
    start: str
    minutes: int
    mood: bool


@dataclass(frozen=True)
class Drawn:
    """One mark."""

    status: str | None = None
    late: int | None = None
    early: int | None = None
    minutes: int | None = None
    told: date | None = None
    absence: Absence | None = None
    participation: int | None = None
    mood: tuple[int | None, int | None] = (None, None)


class Marks:
    """Draws marks from the demo's seed."""

    def __init__(self, seed: str) -> None:
        self._seed = seed

    def of(self, person: Person, slot: Slot) -> Drawn:
        """The mark of an expected person."""
        absence = absence_on(person, slot.day)
        if absence is not None:
            return Drawn(status=absence.status, told=absence.told, absence=absence)
        rule = _rule_for(person, slot)
        if rule is not None and rule.status != "P":
            return Drawn(status=rule.status, told=_told(rule.status, slot.day))
        if rule is not None:
            return self._attended(person, slot, rule)
        status = self._status(person, slot)
        if status != "P":
            told = self._day(person, slot).happens(0.6) and _told(status, slot.day)
            return Drawn(status=status, told=told or None)
        return self._attended(person, slot, None)

    def walk_in(self, person: Person, slot: Slot) -> Drawn:
        """The mark of somebody who came without being expected."""
        chance = self._block(person, slot)
        return Drawn(
            status="W",
            participation=chance.level(2.6, 1.0, 0, 4),
            mood=self._mood(person, slot, chance),
        )

    def _status(self, person: Person, slot: Slot) -> str:
        """The day decides for most; a few stay out of one block only."""
        per_cent = chance_in(person, slot.week)
        if per_cent == 100:
            return "P"
        day = self._day(person, slot)
        if not day.happens(per_cent / 100 / (1 - STAYED_OUT)):
            return day.one_of(WHY_AWAY if slot.week < 9 else WHY_AWAY_IN_AUTUMN)
        block = Chance(self._seed, "out", person.code, slot.week, slot.day.weekday(), slot.start)
        if block.happens(STAYED_OUT):
            return "R" if block.happens(0.4) else "D"
        return "P"

    def _attended(self, person: Person, slot: Slot, rule: Rule | None) -> Drawn:
        chance = self._block(person, slot)
        late, early, minutes = self._times(person, slot, rule, chance)
        return Drawn(
            status="P",
            late=late,
            early=early,
            minutes=minutes,
            participation=self._participation(person, slot, chance),
            mood=self._mood(person, slot, chance),
        )

    def _times(
        self, person: Person, slot: Slot, rule: Rule | None, chance: Chance
    ) -> tuple[int | None, int | None, int | None]:
        """Minutes late, minutes early, minutes typed."""
        if rule is not None and rule.late is not None:
            return chance.between(*rule.late), None, None
        if person.early is not None:
            low, high, longer_than = person.early
            return None, chance.between(low, high) if slot.minutes > longer_than else None, None
        if slot.minutes <= 45 or chance_in(person, slot.week) == 100:
            return None, None, None
        drawn = chance.share()
        if drawn < 0.05:
            return LATE_MINUTES[chance.between(0, len(LATE_MINUTES) - 1)], None, None
        if drawn < 0.08:
            return None, EARLY_MINUTES[chance.between(0, len(EARLY_MINUTES) - 1)], None
        return None, None, slot.minutes - 15 if drawn < 0.09 else None

    def _participation(self, person: Person, slot: Slot, chance: Chance) -> int | None:
        """0 to 4, growing a little over the term; now and then nobody wrote it down."""
        for first, last, level in person.participation:
            if first <= slot.week <= last:
                return level
        if chance.happens(0.07):
            return None
        usual = 1.6 + 1.4 * Chance(self._seed, "taking part", person.code).share()
        return chance.level(usual + 0.06 * slot.week, 0.9, 0, 4)

    def _mood(self, person: Person, slot: Slot, chance: Chance) -> tuple[int | None, int | None]:
        """Before and after, 1 to 5, where the group records it."""
        if not slot.mood or chance.happens(0.1):
            return None, None
        usual = 2.3 + Chance(self._seed, "mood", person.code).share() + 0.05 * slot.week
        before = chance.level(usual, 1.0, 1, 5)
        return before, chance.level(before + 0.4, 0.9, 1, 5)

    def _day(self, person: Person, slot: Slot) -> Chance:
        return Chance(self._seed, "day", person.code, slot.week, slot.day.weekday())

    def _block(self, person: Person, slot: Slot) -> Chance:
        return Chance(self._seed, "block", person.code, slot.week, slot.day.weekday(), slot.start)


def absence_on(person: Person, day: date) -> Absence | None:
    """The planned absence that covers a day."""
    return next((a for a in person.absences if a.first <= day <= a.last), None)


def chance_in(person: Person, week: int) -> int:
    """The chance to come in that week, in per cent."""
    return next(p for first, last, p in (*person.chance, *USUAL) if first <= week <= last)


def _rule_for(person: Person, slot: Slot) -> Rule | None:
    for rule in person.rules:
        if rule.weeks and slot.week not in rule.weeks:
            continue
        if rule.weekday is None or rule.weekday == slot.day.weekday():
            return rule
    return None


def _told(status: str, day: date) -> date | None:
    """The centre was told the working day before, where somebody says so beforehand."""
    if status not in ("X", "O"):
        return None
    return day - timedelta(days=3 if day.weekday() == 0 else 1)
