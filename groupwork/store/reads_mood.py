"""How people are greeted on the page of faces: constant SQL, one SELECT."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import peewee as pw

_GREETINGS = "SELECT id, called, print_language FROM participant WHERE id IN ({marks})"


def greetings(db: pw.Database, people: Sequence[int]) -> list[tuple[Any, ...]]:
    """id, called name, print language of these people."""
    if not people:
        return []
    sql = _GREETINGS.replace("{marks}", ", ".join([db.param] * len(people)))
    found: list[tuple[Any, ...]] = db.execute_sql(sql, list(people)).fetchall()
    return found
