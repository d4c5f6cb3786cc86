"""What a group consists of as it is typed: checked, and put into its row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from groupwork.domain.activity_fields import check_minutes
from groupwork.domain.groups import Rhythm, StaffRole, check_span
from groupwork.domain.ids import ActivityId, FacilitatorId, ParticipantId, RoomId
from groupwork.domain.schedule import check_day, check_times
from groupwork.domain.series import check_rhythm
from groupwork.domain.sessions import Category
from groupwork.domain.text import clean_line, clean_text
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.session_rows import check_activity, check_references
from groupwork.store.tables import Group

MOST_PLACES = 500
SHORT = 40
NOTE = 4000


class GroupFields(TypedDict, total=False):
    """What a group consists of; in a change a field that is left out stays.

    `date` is the first day (its weekday is the group's) and `until` the last, None: without an end.
    `staff` run it in this order, the first leads and the others help unless `roles` says otherwise.
    `category` is that of a title that becomes an activity.
    """

    activity: ActivityId | None
    title: str
    category: Category
    name: str
    short: str
    date: dt.date
    weekday: int
    start: dt.time
    end: dt.time
    every_weeks: int
    nth: int | None
    until: dt.date | None
    room: RoomId | None
    place: str
    staff: Sequence[FacilitatorId]
    roles: Mapping[FacilitatorId, StaffRole]
    least: int | None
    most: int | None
    note: str
    all_present: bool
    people: Sequence[ParticipantId]


def check_fields(fields: GroupFields) -> None:
    """Refuse what can be seen from the fields alone."""
    for day in (fields.get("date"), fields.get("until")):
        if day is not None:
            check_day(day)
    if "date" in fields:
        check_span(fields["date"], fields.get("until"))
    check_activity(fields.get("activity"))
    check_references(fields.get("room"), fields.get("staff", ()), fields.get("people", ()))
    for number in (fields.get("least"), fields.get("most")):
        if number is not None and not 1 <= number <= MOST_PLACES:
            raise Refused(N_("Type a number of places from {least} to {most}."), least=1, most=MOST_PLACES)


def rhythm_from(fields: GroupFields, before: Rhythm) -> Rhythm:
    """The group's rhythm with what is given of it; refused in words when it cannot be."""
    rhythm = Rhythm(
        fields.get("weekday", fields["date"].weekday() if "date" in fields else before.weekday),
        fields.get("start", before.start),
        fields.get("end", before.end),
        fields.get("every_weeks", before.every_weeks),
        fields.get("nth", before.nth),
    )
    check_rhythm(rhythm)
    check_times(rhythm.start, rhythm.end)
    return rhythm


def minutes_of(rhythm: Rhythm) -> int:
    """The length of a rhythm in minutes; refused when an activity cannot be so long."""
    minutes = (rhythm.end.hour - rhythm.start.hour) * 60 + rhythm.end.minute - rhythm.start.minute
    check_minutes(minutes)
    return minutes


def fill(row: Group, fields: GroupFields, rhythm: Rhythm) -> None:
    """Put checked values into the group's row; its first day stays once it is made."""
    row.weekday, row.start, row.end = rhythm.weekday, rhythm.start, rhythm.end
    row.every_weeks, row.nth = rhythm.every_weeks, rhythm.nth
    columns = {"until": "to_date", "room": "room", "least": "min_people", "most": "max_people"}
    given: dict[str, Any] = dict(fields)
    for key, column in {**columns, "all_present": "all_present"}.items():
        if key in given:
            setattr(row, column, given[key])
    for key, limit in (("name", 200), ("short", SHORT), ("place", 200)):
        if key in given:
            setattr(row, key, clean_line(given[key], limit))
    if "note" in given:
        row.note = clean_text(given["note"], NOTE).strip()
    if row.room_id is not None:
        row.place = ""
    if row.min_people is not None and row.max_people is not None and row.min_people > row.max_people:
        raise Refused(N_("The least number of people is larger than the most."))
