"""Reading with constant SQL: "?" stands for a parameter and becomes the driver's own mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import peewee as pw

Rows = list[tuple[Any, ...]]


def read(db: pw.Database, sql: str, parameters: Sequence[object]) -> Rows:
    """Every row that the text finds. One SELECT."""
    found: Rows = db.execute_sql(
        sql if db.param == "?" else sql.replace("?", db.param), parameters
    ).fetchall()
    return found
