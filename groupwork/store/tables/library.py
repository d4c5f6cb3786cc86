"""The centre's library: settings, staff, rooms, activities and groups."""

from __future__ import annotations

from typing import Any, ClassVar

import peewee as pw

from groupwork.store.columns import IsoDate, IsoTime, Json
from groupwork.store.row import Row, link


class Setting(Row):
    """A setting of the centre; the value is JSON."""

    key = pw.TextField(unique=True)
    value: Any = Json(null=True)

    class Meta:
        table_name = "setting"


class Facilitator(Row):
    """Somebody who runs groups."""

    code = pw.TextField(unique=True)
    name = pw.TextField()
    role = pw.TextField(default="")
    active = pw.BooleanField(default=True)

    class Meta:
        table_name = "facilitator"


class SignIn(Row):
    """A sign-in over the file: its folded name, its role; the key slot is in the sidecar."""

    name = pw.TextField(unique=True)
    role = pw.TextField(constraints=[pw.Check("role IN ('lead','facilitator','volunteer','viewer')")])
    facilitator_id: int | None
    facilitator = link(Facilitator, null=True)
    active = pw.BooleanField(default=True)

    class Meta:
        table_name = "sign_in"


class Room(Row):
    """A room of the centre."""

    code = pw.TextField(unique=True)
    name = pw.TextField()
    capacity = pw.IntegerField(null=True, constraints=[pw.Check("capacity IS NULL OR capacity > 0")])
    note = pw.TextField(default="")

    class Meta:
        table_name = "room"


class Activity(Row):
    """A library entry: what is done."""

    code = pw.TextField(unique=True)
    name = pw.TextField()
    short = pw.TextField(default="")
    category = pw.TextField(
        constraints=[
            pw.Check("category IN ('craft','art','project','daily','work','talk','wellbeing','community')")
        ]
    )
    minutes = pw.IntegerField(constraints=[pw.Check("minutes > 0")])
    min_people = pw.IntegerField(null=True)
    max_people = pw.IntegerField(null=True)
    staff = pw.IntegerField(default=1)
    method = pw.TextField(default="")
    hazard = pw.TextField(default="low", constraints=[pw.Check("hazard IN ('low','medium','high')")])
    off_site = pw.BooleanField(default=False)
    records_mood = pw.BooleanField(default=False)
    active = pw.BooleanField(default=True)

    class Meta:
        table_name = "activity"


class ActivityTask(Row):
    """A task of an activity. Not offered by itself when `usual` is false (a step of a project)."""

    activity_id: int
    activity = link(Activity)
    position = pw.IntegerField()
    name = pw.TextField()
    usual = pw.BooleanField(default=True)

    class Meta:
        table_name = "activity_task"


class Group(Row):
    """An activity at one weekly time, with dated membership."""

    activity_id: int
    activity = link(Activity)
    name = pw.TextField(default="")
    weekday = pw.IntegerField(constraints=[pw.Check("weekday BETWEEN 0 AND 6")])
    start = IsoTime()
    end = IsoTime()
    every_weeks = pw.IntegerField(default=1, constraints=[pw.Check("every_weeks > 0")])
    from_date = IsoDate()
    to_date = IsoDate(null=True)
    room_id: int | None
    room = link(Room, null=True)
    place = pw.TextField(default="")
    min_people = pw.IntegerField(null=True)
    max_people = pw.IntegerField(null=True)
    all_present = pw.BooleanField(default=False)

    class Meta:
        table_name = "group_"
        constraints: ClassVar[list[Any]] = [pw.Check('"start" < "end"')]


class GroupFacilitator(Row):
    """Who runs a group, in order."""

    group_id: int
    group = link(Group, index=False)
    facilitator_id: int
    facilitator = link(Facilitator)
    position = pw.IntegerField(default=0)

    class Meta:
        table_name = "group_facilitator"
        indexes = ((("group", "facilitator"), True),)
