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
    phone = pw.TextField(default="")
    email = pw.TextField(default="")
    note = pw.TextField(default="")
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
    active = pw.BooleanField(default=True)

    class Meta:
        table_name = "room"


class Picture(Row):
    """A picture of the centre's own by what it is for ("logo"): PNG or JPEG, at most 1600 px a side."""

    key = pw.TextField(unique=True)
    kind = pw.TextField(constraints=[pw.Check("kind IN ('image/png','image/jpeg')")])
    width = pw.IntegerField(constraints=[pw.Check("width BETWEEN 1 AND 1600")])
    height = pw.IntegerField(constraints=[pw.Check("height BETWEEN 1 AND 1600")])
    data = pw.BlobField()

    class Meta:
        table_name = "picture"


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
    people_per_staff = pw.IntegerField(
        null=True, constraints=[pw.Check("people_per_staff IS NULL OR people_per_staff > 0")]
    )
    aims = pw.TextField(default="")
    method = pw.TextField(default="")
    hazard = pw.TextField(default="low", constraints=[pw.Check("hazard IN ('low','medium','high')")])
    off_site = pw.BooleanField(default=False)
    records_mood = pw.BooleanField(default=False)
    example = pw.TextField(default="")
    active = pw.BooleanField(default=True)

    class Meta:
        table_name = "activity"


class ActivityTask(Row):
    """A task of an activity. Not offered by itself when `usual` is false (a step of a project).

    `easier` and `harder` say in words how it is graded. Not `active`: taken out of the library, but
    sessions have it.
    """

    activity_id: int
    activity = link(Activity)
    position = pw.IntegerField()
    name = pw.TextField()
    usual = pw.BooleanField(default=True)
    easier = pw.TextField(default="")
    harder = pw.TextField(default="")
    active = pw.BooleanField(default=True)

    class Meta:
        table_name = "activity_task"


class ActivityPhase(Row):
    """A part of an activity's plan, with its minutes."""

    activity_id: int
    activity = link(Activity)
    position = pw.IntegerField()
    name = pw.TextField()
    minutes = pw.IntegerField(constraints=[pw.Check("minutes > 0")])
    words = pw.TextField(default="")

    class Meta:
        table_name = "activity_phase"


class ActivityMaterial(Row):
    """Something an activity needs: material, or a tool that may need a permission."""

    activity_id: int
    activity = link(Activity)
    position = pw.IntegerField()
    name = pw.TextField()
    quantity = pw.TextField(default="")
    tool = pw.BooleanField(default=False)
    permission = pw.TextField(
        default="free", constraints=[pw.Check("permission IN ('free','shown','watched','staff')")]
    )

    class Meta:
        table_name = "activity_material"


class ActivityHazard(Row):
    """What can go wrong in an activity, and what is done about it."""

    activity_id: int
    activity = link(Activity)
    position = pw.IntegerField()
    hazard = pw.TextField()
    control = pw.TextField(default="")

    class Meta:
        table_name = "activity_hazard"


class Group(Row):
    """An activity at one repeating time, with dated membership.

    `nth` None: every n weeks on the weekday; 1 to 4 or -1: the nth or last such weekday of each month.
    `counted_from` is the day whose week the n weeks are counted from; None: the week of `from_date`.
    """

    activity_id: int
    activity = link(Activity)
    name = pw.TextField(default="")
    short = pw.TextField(default="")
    weekday = pw.IntegerField(constraints=[pw.Check("weekday BETWEEN 0 AND 6")])
    start = IsoTime()
    end = IsoTime()
    every_weeks = pw.IntegerField(default=1, constraints=[pw.Check("every_weeks > 0")])
    nth = pw.IntegerField(null=True, constraints=[pw.Check("nth IS NULL OR nth IN (-1,1,2,3,4)")])
    from_date = IsoDate()
    to_date = IsoDate(null=True)
    counted_from = IsoDate(null=True)
    room_id: int | None
    room = link(Room, null=True)
    place = pw.TextField(default="")
    min_people = pw.IntegerField(null=True)
    max_people = pw.IntegerField(null=True)
    all_present = pw.BooleanField(default=False)
    note = pw.TextField(default="")

    class Meta:
        table_name = "group_"
        constraints: ClassVar[list[Any]] = [pw.Check('"start" < "end"')]


class GroupFacilitator(Row):
    """Who runs a group, in order, and as what."""

    group_id: int
    group = link(Group, index=False)
    facilitator_id: int
    facilitator = link(Facilitator)
    position = pw.IntegerField(default=0)
    role = pw.TextField(default="lead", constraints=[pw.Check("role IN ('lead','assist','stand_in')")])

    class Meta:
        table_name = "group_facilitator"
        indexes = ((("group", "facilitator"), True),)


class GroupGap(Row):
    """A day of a group's series that was taken out on purpose, so that it is not planned again."""

    group_id: int
    group = link(Group, index=False)
    date = IsoDate()

    class Meta:
        table_name = "group_gap"
        indexes = ((("group", "date"), True),)
