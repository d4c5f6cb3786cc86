"""Sessions, their registers, results and prints, and the days on which nothing happens."""

from __future__ import annotations

from typing import Any, ClassVar

import peewee as pw

from groupwork.store.columns import IsoDate, IsoTime, Json, Utc
from groupwork.store.row import Row, link
from groupwork.store.tables.library import Activity, ActivityTask, Facilitator, Group, Room
from groupwork.store.tables.people import Participant, PlannedAbsence


class Closure(Row):
    """Days on which the centre, or one room, is closed; an activity may be allowed all the same."""

    from_date = IsoDate()
    to_date = IsoDate()
    name = pw.TextField()
    kind = pw.TextField(default="closure", constraints=[pw.Check("kind IN ('closure','holiday')")])
    room_id: int | None
    room = link(Room, null=True)
    allowed_activity_id: int | None
    allowed_activity = link(Activity, null=True)

    class Meta:
        table_name = "closure"


class Session(Row):
    """One block on the calendar. Counts are derived from its attendance.

    `closure` is what took it off the calendar, `series_date` the day its group's series made it for,
    `next_time` what the group wants to do next time.
    """

    group_id: int | None
    group = link(Group, null=True, index=False)
    activity_id: int
    activity = link(Activity, index=False)
    title = pw.TextField(default="")
    date: Any = IsoDate(index=True)
    start: Any = IsoTime()
    end: Any = IsoTime()
    room_id: int | None
    room = link(Room, null=True)
    place = pw.TextField(default="")
    status = pw.TextField(
        default="planned", constraints=[pw.Check("status IN ('planned','held','not_held')")]
    )
    reason = pw.TextField(default="")
    decided_at: Any = Utc(null=True)
    closure_id: int | None
    closure = link(Closure, null=True)
    series_date: Any = IsoDate(null=True)
    next_time = pw.TextField(default="")
    register_taken = pw.BooleanField(default=False)
    all_present = pw.BooleanField(default=False)
    expected_count = pw.IntegerField(default=0)
    attended_count = pw.IntegerField(default=0)
    recorded_count = pw.IntegerField(default=0)
    register_count = pw.IntegerField(default=0)

    class Meta:
        table_name = "session"
        derived = ("expected_count", "attended_count", "recorded_count", "register_count")
        constraints: ClassVar[list[Any]] = [pw.Check('"start" < "end"')]
        indexes = ((("activity", "date", "start"), False), (("group", "date"), False))


# Each opening and each new day asks for these: among a hundred years of sessions they are the last few.
Session.add_index(pw.SQL('CREATE INDEX "session_to_take" ON "session" ("date") WHERE NOT "register_taken"'))


class SessionFacilitator(Row):
    """Who runs a session, in order."""

    session_id: int
    session = link(Session, index=False)
    facilitator_id: int
    facilitator = link(Facilitator)
    position = pw.IntegerField(default=0)

    class Meta:
        table_name = "session_facilitator"
        indexes = ((("session", "facilitator"), True),)


class SessionInvite(Row):
    """Somebody invited to a one-off before its register exists."""

    session_id: int
    session = link(Session, index=False)
    participant_id: int
    participant = link(Participant)

    class Meta:
        table_name = "session_invite"
        indexes = ((("session", "participant"), True),)


class SessionTask(Row):
    """A task as done in a session: a snapshot of the library's words."""

    session_id: int
    session = link(Session)
    position = pw.IntegerField()
    name = pw.TextField()
    activity_task_id: int | None
    activity_task = link(ActivityTask, null=True)

    class Meta:
        table_name = "session_task"


class Attendance(Row):
    """One person on one register. `status` NULL is "not recorded". `start` is copied from the session."""

    session_id: int
    session = link(Session, index=False)
    participant_id: int
    participant = link(Participant, index=False)
    status = pw.TextField(
        null=True,
        constraints=[pw.Check("status IN ('P','R','A','X','U','O','D','T','H','V','N','W')")],
    )
    late_min = pw.IntegerField(null=True, constraints=[pw.Check("late_min >= 0")])
    early_min = pw.IntegerField(null=True, constraints=[pw.Check("early_min >= 0")])
    minutes = pw.IntegerField(null=True, constraints=[pw.Check("minutes >= 0")])
    reason = pw.TextField(default="")
    told_at = IsoDate(null=True)
    planned = pw.BooleanField(default=False)
    absence_id: int | None
    absence = link(PlannedAbsence, null=True)
    participation = pw.IntegerField(null=True, constraints=[pw.Check("participation BETWEEN 0 AND 4")])
    mood_before = pw.IntegerField(null=True, constraints=[pw.Check("mood_before BETWEEN 1 AND 5")])
    mood_after = pw.IntegerField(null=True, constraints=[pw.Check("mood_after BETWEEN 1 AND 5")])
    start = pw.TextField(default="")

    class Meta:
        table_name = "attendance"
        derived = ("start",)
        indexes = (
            (("session", "participant"), True),
            (("participant", "start"), False),
        )


class Result(Row):
    """One person's result for one task of a session."""

    task_id: int
    task = link(SessionTask, index=False)
    participant_id: int
    participant = link(Participant)
    outcome = pw.TextField(constraints=[pw.Check("outcome IN ('done','partly','not_done','not_offered')")])
    level = pw.IntegerField(null=True, constraints=[pw.Check("level BETWEEN 1 AND 6")])
    reason = pw.TextField(null=True)
    quantity = pw.IntegerField(null=True, constraints=[pw.Check("quantity IS NULL OR quantity >= 0")])
    minutes = pw.IntegerField(null=True, constraints=[pw.Check("minutes IS NULL OR minutes >= 0")])

    class Meta:
        table_name = "result"
        constraints: ClassVar[list[Any]] = [pw.Check("level IS NULL OR outcome IN ('done','partly')")]
        indexes = ((("task", "participant"), True),)


class Print(Row):
    """A printed scannable sheet: its id in the codes, its layout and the rows it was printed with."""

    sheet_id = pw.TextField(unique=True)
    session_id: int
    session = link(Session)
    kind = pw.TextField()
    language = pw.TextField()
    paper = pw.TextField()
    printed_at: Any = Utc()
    pages = pw.IntegerField()
    layout: Any = Json()
    people: Any = Json()

    class Meta:
        table_name = "print"
