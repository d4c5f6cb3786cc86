"""The example library: what of it is not in the centre's library yet, and adding it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from groupwork import paths
from groupwork.domain.examples import Example, example_of
from groupwork.domain.people import next_code
from groupwork.domain.sessions import Category
from groupwork.domain.text import fold
from groupwork.errors import Refused
from groupwork.i18n import LANGUAGES, N_, _
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_activities as reads
from groupwork.store.tables import (
    Activity,
    ActivityHazard,
    ActivityMaterial,
    ActivityPhase,
    ActivityTask,
)

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step


@allowed(Right.READ)
def examples_left(desk: Desk) -> tuple[Example, ...]:
    """The examples that are not in the library, in the desk's language, by category and name. One SELECT."""
    there = {key for (key,) in reads.example_keys(desk.store.db)}
    left = (each for each in examples(desk.language) if each.key not in there)
    order = tuple(Category)
    return tuple(sorted(left, key=lambda each: (order.index(each.category), each.name)))


@allowed(Right.PLAN)
def add_examples(desk: Desk, keys: Sequence[str] | None = None) -> Done:
    """Put examples into the library, with all their parts, in one step; None: all that are left.

    In the desk's language. Refused when none of them is left. One whose name is there already gets a
    word behind it.
    """
    wanted = [each for each in examples_left(desk) if keys is None or each.key in keys]
    if not wanted:
        raise Refused(N_("These examples are in the library already."))
    codes = [code for (code,) in _read(Activity.code)]
    names = {fold(name) for name, active in _read(Activity.name, Activity.active) if active}
    with desk.step("activity.examples_added", count=len(wanted)) as step:
        for each in wanted:
            codes.append(next_code("A", codes, 2))
            _add(step, each, codes[-1], _name(each.name, names))
    return step.done


@cache
def examples(language: str) -> tuple[Example, ...]:
    """The whole shipped library in a language (English when it has no words in that one)."""
    spoken = language if language in LANGUAGES else "en"
    return tuple(example_of(table, spoken) for table in example_tables())


def example_tables() -> tuple[dict[str, Any], ...]:
    """The tables of resources/library/*.toml, parsed."""
    folder = paths.resources() / "library"
    files = sorted(folder.glob("*.toml"))
    return tuple(
        table for file in files for table in tomllib.loads(file.read_text(encoding="utf-8"))["examples"]
    )


def _read(*columns: Any) -> list[tuple[Any, ...]]:
    selected: Any = Activity.select(*columns).tuples()  # peewee is typed as if it gave rows
    return list(selected)


def _name(name: str, taken: Iterable[str]) -> str:
    return name if fold(name) not in taken else _("{name} (example)").format(name=name)


def _add(step: Step, each: Example, code: str, name: str) -> None:
    row = step.save(
        Activity(
            code=code,
            name=name,
            short=each.short,
            category=each.category.value,
            minutes=each.minutes,
            min_people=each.min_people,
            max_people=each.max_people,
            staff=each.staff,
            people_per_staff=each.people_per_staff,
            aims=each.aims,
            method=each.method,
            hazard=each.hazard.value,
            off_site=each.off_site,
            records_mood=each.records_mood,
            example=each.key,
        )
    )
    for n, p in enumerate(each.phases):
        step.save(ActivityPhase(activity=row.id, position=n, name=p.name, minutes=p.minutes, words=p.words))
    for n, t in enumerate(each.tasks):
        step.save(ActivityTask(activity=row.id, position=n, name=t.name, easier=t.easier, harder=t.harder))
    for n, m in enumerate(each.materials):
        step.save(
            ActivityMaterial(
                activity=row.id,
                position=n,
                name=m.name,
                quantity=m.quantity,
                tool=m.tool,
                permission=m.permission.value,
            )
        )
    for n, h in enumerate(each.hazards):
        step.save(ActivityHazard(activity=row.id, position=n, hazard=h.hazard, control=h.control))
