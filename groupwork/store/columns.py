"""The only kinds of column there are: those that SQLite's STRICT tables and PostgreSQL both take."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from typing import Any

import peewee as pw


class IsoDate(pw.Field):
    """A calendar day as "2026-11-21"."""

    field_type = "TEXT"

    def db_value(self, value: date | str | None) -> str | None:
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: str | None) -> date | None:
        return date.fromisoformat(value) if value is not None else None


class IsoTime(pw.Field):
    """A local wall time as "09:45"."""

    field_type = "TEXT"

    def db_value(self, value: time | str | None) -> str | None:
        return value.strftime("%H:%M") if isinstance(value, time) else value

    def python_value(self, value: str | None) -> time | None:
        return time.fromisoformat(value) if value is not None else None


class Utc(pw.Field):
    """An instant as "2026-11-21T09:52:00Z" (ISO, seconds)."""

    field_type = "TEXT"

    def db_value(self, value: datetime | str | None) -> str | None:
        if isinstance(value, datetime):
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return value

    def python_value(self, value: str | None) -> datetime | None:
        return datetime.fromisoformat(value) if value is not None else None


class Json(pw.Field):
    """A JSON value as text, keys sorted."""

    field_type = "TEXT"

    def db_value(self, value: Any) -> str | None:
        if value is None:
            return None
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def python_value(self, value: str | None) -> Any:
        return json.loads(value) if value is not None else None
