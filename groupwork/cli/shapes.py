"""Values as JSON: ISO dates, 24 h times, stored codes, ids and person codes that other commands take."""

from __future__ import annotations

from typing import Any

from groupwork.domain.attendance import Mark
from groupwork.domain.late_changes import LateLine
from groupwork.domain.mark_text import format_mark
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.sessions import SessionInfo

SOFT_HYPHEN = "\u00ad"


def plain(text: str) -> str:
    """The text without soft hyphens, which only a page needs."""
    return text.replace(SOFT_HYPHEN, "")


def session(info: SessionInfo) -> dict[str, Any]:
    """A session; `group` is the group's name, null for a one-off."""
    group = plain(info.group_name or info.title) if info.group is not None else None
    number = info.number
    return {
        "id": info.id,
        "date": info.date.isoformat(),
        "start": f"{info.start:%H:%M}",
        "end": f"{info.end:%H:%M}",
        "status": info.status.value,
        "reason": info.reason,
        "group": group,
        "group_id": info.group,
        "title": plain(info.title),
        "activity_id": info.activity,
        "category": info.category.value,
        "room": info.room_name,
        "off_site": info.off_site,
        "facilitators": [{"code": staff.code, "name": staff.name} for staff in info.staff],
        "number": {"n": number.n, "of": number.of, "lost": number.lost} if number else None,
        "expected": info.expected,
        "attended": info.attended,
        "recorded": info.recorded,
        "on_register": info.on_register,
        "away": [{"name": away.name, "status": away.status} for away in info.away],
        "alerts": info.alerts,
        "register_taken": info.register_taken,
    }


def register(found: Register) -> dict[str, Any]:
    """A register: the session, its tasks, and one mark for each person in the order shown."""
    return {
        "session": session(found.session),
        "stored": found.stored,
        "locked_since": found.lock.since.isoformat() if found.lock else None,
        "late_changes": [late_change(line) for line in found.lock.changes] if found.lock else [],
        "records_mood": found.records_mood,
        "tasks": [{"id": task.id, "name": plain(task.name)} for task in found.tasks],
        "marks": [_row(found, row) for row in found.rows],
    }


def late_change(line: LateLine) -> dict[str, Any]:
    """A change after the lock date, its instant in UTC."""
    return {"at": f"{line.at:%Y-%m-%dT%H:%M:%SZ}", "by": line.by, "reason": line.reason}


def mark(value: Mark) -> dict[str, Any]:
    """What is stored of a mark; `minutes` only when typed."""
    return {
        "status": value.status.value if value.status else None,
        "late_min": value.late_min,
        "early_min": value.early_min,
        "minutes": value.minutes,
        "reason": value.reason,
        "told_at": value.told_at.isoformat() if value.told_at else None,
        "planned": value.planned,
    }


def _row(found: Register, row: RegisterRow) -> dict[str, Any]:
    return {
        "code": row.code,
        "name": row.name.full,
        **mark(row.mark),
        "counted_minutes": row.minutes,
        "participation": row.participation,
        "mood_before": row.mood_before,
        "mood_after": row.mood_after,
        "last_four": [format_mark(each) for each in row.last_four],
        "alerts": [{"kind": alert.kind.value, "words": alert.words} for alert in row.alerts],
        "results": [
            {
                "task": task.id,
                "outcome": result.outcome.value if result else None,
                "level": result.level if result else None,
                "reason": result.reason.value if result and result.reason else None,
                "quantity": result.quantity if result else None,
                "minutes": result.minutes if result else None,
                "last_level": last,
            }
            for task, result, last in zip(found.tasks, row.results, row.last_levels, strict=True)
        ],
    }
