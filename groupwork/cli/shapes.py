"""Values as JSON: ISO dates, 24 h times, stored codes, ids and person codes that other commands take."""

from __future__ import annotations

from datetime import time
from typing import Any

from groupwork.domain.attendance import Mark
from groupwork.domain.late_changes import LateLine
from groupwork.domain.mark_text import format_mark
from groupwork.domain.mark_times import arrived, left
from groupwork.domain.rates import Rate
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.session_plan import Said, SessionPlan
from groupwork.domain.sessions import SessionInfo
from groupwork.domain.task_text import format_result, plain
from groupwork.domain.totals import totals

__all__ = ["late_change", "mark", "plain", "register", "session"]


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


def register(found: Register, plan: SessionPlan) -> dict[str, Any]:
    """A register: the session, its tasks, one mark for each person in the order shown, totals, next time."""
    return {
        "session": session(found.session),
        "stored": found.stored,
        "locked_since": found.lock.since.isoformat() if found.lock else None,
        "late_changes": [late_change(line) for line in found.lock.changes] if found.lock else [],
        "records_mood": found.records_mood,
        "tasks": [{"id": task.id, "n": n, "name": plain(task.name)} for n, task in enumerate(found.tasks, 1)],
        "marks": [_row(found, row) for row in found.rows],
        "totals": _totals(found),
        "said_last_time": _said(plan.said),
        "next_time": plan.next_time,
    }


def _totals(found: Register) -> dict[str, Any]:
    """Counts with what they are counted of; the key "-" of `others` is "not recorded"."""
    summed = totals(found)
    mean = summed.participation
    return {
        "came": summed.came,
        "expected": summed.expected,
        "walk_ins": summed.walk_ins,
        "others": {status.value if status else "-": n for status, n in summed.others},
        "minutes": summed.minutes,
        "hours": float(summed.hours),
        "participation": float(mean) if mean is not None else None,
        "participation_n": summed.participation_n,
        "tasks": [
            {"task": task.id, "done": rate.n, "of": rate.of}
            for task, rate in zip(found.tasks, summed.tasks, strict=True)
        ],
        "rates": {
            rate.denominator.value: _rate(rate) for rate in (summed.rates.available, summed.rates.booked)
        },
    }


def _rate(rate: Rate) -> dict[str, Any]:
    return {"n": rate.n, "of": rate.of, "percent": None if rate.percent is None else float(rate.percent)}


def _said(said: Said | None) -> dict[str, Any] | None:
    """The line that an earlier session left for this one."""
    if said is None:
        return None
    return {"words": said.words, "date": said.date.isoformat(), "session": said.session}


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
    span = found.session.start, found.session.end
    return {
        "code": row.code,
        "name": row.name.full,
        **mark(row.mark),
        "text": format_mark(row.mark),
        "arrived": _time(arrived(row.mark, span)),
        "left": _time(left(row.mark, span)),
        "absence": {"words": row.absence_words, "until": row.absence_until} if row.absence_until else None,
        "counted_minutes": row.minutes,
        "minutes_over": row.minutes_over,
        "participation": row.participation,
        "mood_before": row.mood_before,
        "mood_after": row.mood_after,
        "last_four": [format_mark(each) for each in row.last_four],
        "alerts": [{"kind": alert.kind.value, "words": alert.words} for alert in row.alerts],
        "results": [
            {
                "task": task.id,
                "name": plain(task.name),
                "text": format_result(result),
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


def _time(at: time | None) -> str | None:
    return f"{at:%H:%M}" if at is not None else None
