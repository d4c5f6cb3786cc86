"""Derived columns: copies and counts that the store keeps, so that hot reads stay few.

They belong to no image, are never a reason to refuse an undo, and can be rebuilt from the rest.
"""

from __future__ import annotations

import peewee as pw

from groupwork.domain.search import search_key
from groupwork.store.shape import Image, Shape

_NAMES = ("called", "full", "rest", "native", "code")
_COUNTED = ("session_id", "status", "planned")
"""The columns of a mark that the counts depend on."""
_COUNTS = (
    '("register_count", "recorded_count", "attended_count", "expected_count") = ('
    'SELECT count(*), count("status"), '
    "coalesce(sum(CASE WHEN \"status\" IN ('P','W') THEN 1 ELSE 0 END), 0), "
    "coalesce(sum(CASE WHEN \"status\" IN ('H','V','N','W') OR \"planned\" THEN 0 ELSE 1 END), 0) "
    'FROM "attendance" WHERE "attendance"."session_id" = "session"."id")'
)


class Derived:
    """What one step has to compute again. Constant SQL, each session counted once per step."""

    def __init__(self, db: pw.Database) -> None:
        self._db = db
        self._sessions: set[int] = set()
        self.touched: set[tuple[str, int]] = set()
        """Rows whose derived columns may have changed."""
        self.tables: set[str] = set()

    def own(self, shape: Shape, before: Image | None, after: Image) -> dict[str, object]:
        """The derived columns that are written together with the row itself."""
        if not shape.derived:
            return {}
        if shape.table == "participant":
            return self._search(shape, before, after)
        if shape.table == "attendance":
            return self._start(shape, before, after)
        return {}

    def note(self, shape: Shape, row_id: int, before: Image | None, after: Image | None) -> None:
        """Remember what follows from a row that was just written."""
        if shape.table == "attendance":
            counted = [shape.at[name] for name in _COUNTED]
            if before is not None and after is not None and all(before[i] == after[i] for i in counted):
                return
            for image in (before, after):
                if image is not None:
                    self._sessions.add(int(str(image[counted[0]])))
        elif shape.table == "session" and before is not None and after is not None:
            day, start = shape.at["date"], shape.at["start"]
            if (before[day], before[start]) != (after[day], after[start]):
                self._move(row_id, f"{after[day]}T{after[start]}")
        elif shape.table == "session" and after is not None:
            self._sessions.add(row_id)  # a session that comes back may find its register again

    def settle(self) -> None:
        """Count again what was noted; called before the commit."""
        if not self._sessions:
            return
        sql = f'UPDATE "session" SET {_COUNTS} WHERE "id" = {self._db.param}'
        for session in sorted(self._sessions):
            self._db.execute_sql(sql, (session,))
            self.touched.add(("session", session))
        self.tables.add("session")
        self._sessions.clear()

    def _move(self, session: int, start: str) -> None:
        sign = self._db.param
        self._db.execute_sql(
            f'UPDATE "attendance" SET "start" = {sign} WHERE "session_id" = {sign}',
            (start, session),
        )
        self.tables.add("attendance")

    def _start(self, shape: Shape, before: Image | None, after: Image) -> dict[str, object]:
        where = shape.at["session_id"]
        if before is not None and before[where] == after[where]:
            return {}
        found = self._db.execute_sql(
            f'SELECT "date", "start" FROM "session" WHERE "id" = {self._db.param}',
            (after[where],),
        ).fetchone()
        return {"start": f"{found[0]}T{found[1]}" if found else ""}

    def _search(self, shape: Shape, before: Image | None, after: Image) -> dict[str, object]:
        if before is not None and all(before[shape.at[n]] == after[shape.at[n]] for n in _NAMES):
            return {}
        return {"search": search_key(str(after[shape.at[name]]) for name in _NAMES)}


def rebuild(db: pw.Database) -> None:
    """Compute every derived column again; needs an open transaction."""
    db.execute_sql(f'UPDATE "session" SET {_COUNTS}')
    db.execute_sql(
        'UPDATE "attendance" SET "start" = coalesce((SELECT "date" || \'T\' || "session"."start" '
        'FROM "session" WHERE "session"."id" = "attendance"."session_id"), \'\')'
    )
    listed = ", ".join(f'"{name}"' for name in _NAMES)
    people = db.execute_sql(f'SELECT "id", {listed} FROM "participant"').fetchall()
    sign = db.param
    for row_id, *names in people:
        key = search_key(names)
        db.execute_sql(f'UPDATE "participant" SET "search" = {sign} WHERE "id" = {sign}', (key, row_id))
