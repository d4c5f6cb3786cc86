"""What the demo's people did of a session's tasks: outcomes and help levels that grow believably."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from groupwork.domain.demo.chance import Chance
from groupwork.domain.demo.script import Person, Task

Found = tuple[str, int | None, str | None]
"""Outcome, help level, reason."""
REASONS = (("no_time", 40), ("declined", 30), ("not_suitable", 15), ("unwell", 10), ("not_available", 5))


class Results:
    """Draws results from the demo's seed."""

    def __init__(self, seed: str) -> None:
        self._seed = seed

    def usual(self, person: Person, week: int, task: Task, block: str) -> Found | None:
        """One result in an ordinary activity, or None when nobody wrote it down."""
        chance = Chance(self._seed, "result", person.code, week, block, task.code)
        drawn = chance.share()
        if drawn < 0.05:
            return None
        if drawn < 0.11:
            return "not_offered", None, None
        if drawn < 0.16:
            return "not_done", None, chance.one_of(REASONS)
        outcome = "partly" if drawn < 0.23 else "done"
        return outcome, self._level(person, week, task, chance), None

    def crew(
        self, people: Sequence[Person], week: int, tasks: Sequence[Task], part: Sequence[str], turn: int
    ) -> Mapping[tuple[str, str], Found]:
        """Results of a project day by (task, person): each task takes its crew in turn.

        The others were not offered it; nobody is offered what staff alone do.
        """
        found: dict[tuple[str, str], Found] = {}
        at = turn
        for task in tasks:
            crew = {people[(at + n) % len(people)].code for n in range(min(task.crew, len(people)))}
            at += task.crew
            for person in people:
                if person.code not in crew:
                    found[task.code, person.code] = ("not_offered", None, None)
                    continue
                chance = Chance(self._seed, "project", person.code, week, turn, task.code)
                outcome = "partly" if task.code in part or chance.happens(0.05) else "done"
                found[task.code, person.code] = (outcome, self._level(person, week, task, chance), None)
        return found

    def _level(self, person: Person, week: int, task: Task, chance: Chance) -> int:
        """1 to 6: where the person began with this task, what they have learned since, and the day."""
        trait = Chance(
            self._seed, "ability", person.code, task.code.split("-")[0] if task.usual else "project"
        )
        begun, grown = 2.6 + 2.2 * trait.share(), 1.6 * trait.share()
        return chance.level(begun + grown * week / 12, 0.8, 1, 6)
