"""The example library: activities as a centre might run them, in two languages, to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from groupwork.domain.activities import Hazard, HazardLevel, LibraryTask, Material, Permission, Phase
from groupwork.domain.sessions import Category

Table = Mapping[str, Any]


@dataclass(frozen=True)
class Example:
    """One activity of the example library, in one language; the ids of its parts are 0."""

    key: str
    name: str
    short: str
    category: Category
    minutes: int
    min_people: int
    max_people: int
    staff: int
    people_per_staff: int
    aims: str
    method: str
    hazard: HazardLevel
    off_site: bool
    records_mood: bool
    phases: tuple[Phase, ...]
    tasks: tuple[LibraryTask, ...]
    materials: tuple[Material, ...]
    hazards: tuple[Hazard, ...]


def example_of(table: Table, language: str) -> Example:
    """From a table of resources/library/*.toml; KeyError when something is missing."""
    return Example(
        key=table["key"],
        name=table["name"][language],
        short=table["short"][language],
        category=Category(table["category"]),
        minutes=table["minutes"],
        min_people=table["min_people"],
        max_people=table["max_people"],
        staff=table["staff"],
        people_per_staff=table["people_per_staff"],
        aims=table["aims"][language].strip(),
        method=table["method"],
        hazard=HazardLevel(table["hazard"]),
        off_site=table.get("off_site", False),
        records_mood=table.get("records_mood", False),
        phases=tuple(
            Phase(0, name, p["minutes"], words) for p in table["phases"] for name, words in [p[language]]
        ),
        tasks=tuple(
            LibraryTask(0, name, easier, harder)
            for t in table["tasks"]
            for name, easier, harder in [t[language]]
        ),
        materials=tuple(_material(m, language) for m in table["materials"]),
        hazards=tuple(
            Hazard(0, hazard, control) for h in table["hazards"] for hazard, control in [h[language]]
        ),
    )


def _material(m: Table, language: str) -> Material:
    name, quantity = m[language]
    tool = "tool" in m
    return Material(0, name, quantity, tool, Permission(m.get("tool", "free")))
