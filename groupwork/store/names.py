"""Names for the journal's sentences, looked up when they are shown: one SELECT per kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import peewee as pw

_SELECTS = {
    "participant": 'SELECT "id", "full" FROM "participant" WHERE "id" IN ({ids})',
    "activity": 'SELECT "id", "name" FROM "activity" WHERE "id" IN ({ids})',
    "facilitator": 'SELECT "id", "name" FROM "facilitator" WHERE "id" IN ({ids})',
    "sign_in": 'SELECT i."id", coalesce(f."name", i."name") FROM "sign_in" i '
    'LEFT JOIN "facilitator" f ON f."id" = i."facilitator_id" WHERE i."id" IN ({ids})',
    "room": 'SELECT "id", "name" FROM "room" WHERE "id" IN ({ids})',
    "task": 'SELECT "id", "name" FROM "session_task" WHERE "id" IN ({ids})',
    "group": 'SELECT g."id", coalesce(nullif(g."name", \'\'), a."name") FROM "group_" g '
    'JOIN "activity" a ON a."id" = g."activity_id" WHERE g."id" IN ({ids})',
    "session": 'SELECT s."id", coalesce(nullif(s."title", \'\'), a."name"), s."date" FROM "session" s '
    'JOIN "activity" a ON a."id" = s."activity_id" WHERE s."id" IN ({ids})',
}


@dataclass(frozen=True)
class Names:
    """What people call a row, by (kind, id); a participant also by code. Rows that are gone are left out.

    `days` has each session's ISO date.
    """

    names: Mapping[tuple[str, int | str], str] = field(default_factory=dict)
    days: Mapping[int, str] = field(default_factory=dict)


def names(db: pw.Database, params: Sequence[Mapping[str, Any]]) -> Names:
    """The names of every row that these journal parameters mention by kind and number."""
    found: dict[tuple[str, int | str], str] = {}
    days: dict[int, str] = {}
    for kind, ids in _wanted(params).items():
        signs = ", ".join(db.param for _ in ids)
        for number, name, *day in db.execute_sql(_SELECTS[kind].format(ids=signs), tuple(ids)).fetchall():
            found[kind, number] = name.replace("\u00ad", "")
            if day:
                days[number] = day[0]
    codes = {each["code"] for each in params if isinstance(each.get("code"), str)}
    if codes:
        signs = ", ".join(db.param for _ in codes)
        sql = f'SELECT "code", "full" FROM "participant" WHERE "code" IN ({signs})'
        found |= {("participant", code): name for code, name in db.execute_sql(sql, tuple(codes)).fetchall()}
    return Names(found, days)


def _wanted(params: Sequence[Mapping[str, Any]]) -> dict[str, set[int]]:
    """The numbers that are mentioned, by kind."""
    wanted: dict[str, set[int]] = {}
    for each in params:
        for kind in _SELECTS:
            if isinstance(each.get(kind), int):
                wanted.setdefault(kind, set()).add(each[kind])
        if isinstance(each.get("people"), list):
            wanted.setdefault("participant", set()).update(each["people"])
    return wanted
