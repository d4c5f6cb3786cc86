"""The demo's activities in full: aims, grading, phases, materials and hazards, as in the example library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from groupwork.domain.demo import rows
from groupwork.domain.demo.script import Activity, Task
from groupwork.domain.examples import Example, example_of


def example_named(files: Mapping[str, Mapping[str, Any]], key: str, language: str) -> Example | None:
    """The example of the library with this key; None for no key."""
    tables = files["library"]["examples"] if key else ()
    return next((example_of(table, language) for table in tables if table["key"] == key), None)


def graded(tasks: Sequence[Task], like: Example | None) -> tuple[Task, ...]:
    """The tasks with the easier and harder of the example's, where both have the same number of them."""
    if like is None or len(like.tasks) != len(tasks):
        return tuple(tasks)
    return tuple(
        replace(task, easier=other.easier, harder=other.harder)
        for task, other in zip(tasks, like.tasks, strict=True)
    )


def part_rows(activities: Sequence[tuple[int, Activity]]) -> Iterator[rows.DemoRow]:
    """Phases, materials and hazards of the activities, by their ids."""
    phases, materials, hazards = count(1), count(1), count(1)
    for number, activity in activities:
        if activity.like is None:
            continue
        for n, p in enumerate(activity.like.phases):
            yield rows.ActivityPhase(next(phases), number, n, p.name, p.minutes, p.words)
        for n, m in enumerate(activity.like.materials):
            yield rows.ActivityMaterial(
                next(materials), number, n, m.name, m.quantity, m.tool, m.permission.value
            )
        for n, h in enumerate(activity.like.hazards):
            yield rows.ActivityHazard(next(hazards), number, n, h.hazard, h.control)
