"""What was changed in an incident's entry, read out of the journal: readable like the versions of a note."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from groupwork.domain.ids import IncidentId
from groupwork.domain.incident_changes import Act, Change, Line, field_lines, person_line
from groupwork.domain.incidents import Incident
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.incidents import incident as read
from groupwork.store import reads_incidents as reads
from groupwork.store.names import Names, names

ACTS = {
    "incident.written": Act.WRITTEN,
    "incident.changed": Act.CHANGED,
    "incident.closed": Act.CLOSED,
    "incident.reopened": Act.REOPENED,
}
Image = Mapping[str, Any] | None
Row = tuple[str, Image, Image, bool]
"""Table, the row before, after, and whether its images are still kept."""


@allowed(Right.NOTES)
def changes_of(desk: Desk, incident: IncidentId) -> tuple[Change, ...]:
    """What was done to an entry, oldest first; the first is its writing. Four SELECTs."""
    entry = read(desk, incident)
    stored = [_row(each) for each in reads.changes(desk.store.db)]
    mine = [(head, row) for head, row in stored if _about(row, head[4], incident)]
    known = _names(desk, [row for _head, row in mine])
    found = [
        _change(step, [row for _head, row in rows], known)
        for step, rows in groupby(mine, key=lambda each: each[0][:4])
    ]
    changes = tuple(each for each in found if each.lines or each.lost or each.act is not Act.TAKEN_BACK)
    return changes if changes and changes[0].act is Act.WRITTEN else (_written(entry), *changes)


def _row(row: tuple[Any, ...]) -> tuple[tuple[int, str, str, str, int], Row]:
    """The step and the number of its row, and what became of the row."""
    step, at, by, verb, table, number, kept, before, after = row
    return (step, at, by, verb, number), (table, _image(before), _image(after), kept is not None)


def _image(stored: str | None) -> Image:
    return None if stored is None else json.loads(stored)


def _about(row: Row, number: int, incident: int) -> bool:
    table, before, after, _kept = row
    if table == "incident":
        return number == incident
    image = after or before
    return image is not None and image["incident_id"] == incident


def _names(desk: Desk, rows: Sequence[Row]) -> Names:
    images = [image for _t, *pair, _k in rows for image in pair if image is not None]
    return names(desk.store.db, [{"participant": image.get("participant_id")} for image in images])


def _change(step: tuple[int, str, str, str], rows: Sequence[Row], known: Names) -> Change:
    _number, at, by, verb = step
    act = ACTS.get(verb) or _act_of(rows)
    lines = () if act is Act.WRITTEN else tuple(line for row in rows for line in _lines(row, known))
    return Change(_local(at), by, act, lines, any(not kept for _t, _b, _a, kept in rows))


def _act_of(rows: Sequence[Row]) -> Act:
    """What an undo or redo did: it opened or closed the entry, or changed its words."""
    for table, before, after, _kept in rows:
        if table == "incident" and before and after and before["closed"] != after["closed"]:
            return Act.REOPENED if after["closed"] is None else Act.CLOSED
    return Act.TAKEN_BACK


def _lines(row: Row, known: Names) -> tuple[Line, ...]:
    table, before, after, _kept = row
    if table == "incident":
        return field_lines(before, after) if before is not None and after is not None else ()
    image = after or before or {}
    name = known.names.get(("participant", image.get("participant_id") or 0), image.get("name", ""))
    line = person_line(name, before, after)
    return (line,) if line is not None else ()


def _written(entry: Incident) -> Change:
    """The writing of an entry that is older than the journal's memory of it."""
    return Change(entry.written_at, entry.text.reported_by, Act.WRITTEN)


def _local(stored: str) -> datetime:
    return datetime.fromisoformat(stored).astimezone().replace(tzinfo=None)
