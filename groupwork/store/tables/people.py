"""People, what is kept about them, their stays, memberships and days at the centre."""

from __future__ import annotations

import peewee as pw

from groupwork.store.columns import IsoDate, IsoTime
from groupwork.store.row import Row, link, self_link
from groupwork.store.tables.library import Facilitator, Group


class Participant(Row):
    """A participant. `search` is the casefolded, accent-folded key over every form of the name.

    `called`, `full`, `rest` and `sort_name` follow from given, family, family_first and what the person is
    called. `merged_into` names the record that took over everything of a duplicate.
    """

    code = pw.TextField(unique=True)
    given = pw.TextField(default="")
    family = pw.TextField(default="")
    family_first = pw.BooleanField(default=False)
    called = pw.TextField()
    full = pw.TextField()
    rest = pw.TextField(default="")
    native = pw.TextField(default="")
    sort_name = pw.TextField(default="")
    pronunciation = pw.TextField(default="")
    birth_date = IsoDate(null=True)
    language = pw.TextField(default="")
    speaks = pw.TextField(default="")
    interpreter = pw.BooleanField(default=False)
    print_language = pw.TextField(default="")
    phone = pw.TextField(default="")
    email = pw.TextField(default="")
    address = pw.TextField(default="")
    note = pw.TextField(default="")
    key_worker_id: int | None
    key_worker = link(Facilitator, null=True)
    merged_into_id: int | None
    merged_into = self_link()
    active = pw.BooleanField(default=True)
    search = pw.TextField(default="", index=True)

    class Meta:
        table_name = "participant"
        derived = ("search",)


class Alert(Row):
    """Something staff must know about a person."""

    participant_id: int
    participant = link(Participant)
    kind = pw.TextField(
        constraints=[pw.Check("kind IN ('safety','one_to_one','support','language','food','no_photos')")]
    )
    words = pw.TextField()
    printed = pw.BooleanField(default=True)

    class Meta:
        table_name = "alert"


class Episode(Row):
    """One stay at the centre; several may follow one another. With an end it is over, whatever its stage."""

    participant_id: int
    participant = link(Participant)
    start = IsoDate()
    end = IsoDate(null=True)
    reason = pw.TextField(default="")
    planned = pw.BooleanField(null=True)
    stage = pw.TextField(
        default="active",
        constraints=[pw.Check("stage IN ('referred','waiting','trial','active','paused')")],
    )
    referred_on = IsoDate(null=True)
    referred_by = pw.TextField(default="")

    class Meta:
        table_name = "episode"


class Membership(Row):
    """A person in a group, from a day to a day (inclusive)."""

    group_id: int
    group = link(Group)
    participant_id: int
    participant = link(Participant)
    from_date = IsoDate()
    to_date = IsoDate(null=True)

    class Meta:
        table_name = "membership"


class PlannedAbsence(Row):
    """A person known to be away from a day to a day (inclusive), or on each of these days for some hours."""

    participant_id: int
    participant = link(Participant)
    from_date = IsoDate()
    to_date = IsoDate()
    status = pw.TextField(constraints=[pw.Check("status IN ('H','V','X','U','O','N')")])
    words = pw.TextField(default="")
    told_at = IsoDate(null=True)
    from_time = IsoTime(null=True)
    to_time = IsoTime(null=True)
    told_by = pw.TextField(default="")

    class Meta:
        table_name = "planned_absence"


class Waiting(Row):
    """Somebody waiting for a place in a group; ended with "joined" or "given_up"."""

    group_id: int
    group = link(Group)
    participant_id: int
    participant = link(Participant)
    since = IsoDate()
    words = pw.TextField(default="")
    ended = IsoDate(null=True)
    outcome = pw.TextField(default="", constraints=[pw.Check("outcome IN ('','joined','given_up')")])

    class Meta:
        table_name = "waiting"


class Contact(Row):
    """Somebody to call about a person."""

    participant_id: int
    participant = link(Participant)
    position = pw.IntegerField(default=0)
    name = pw.TextField()
    relation = pw.TextField(default="")
    phone = pw.TextField(default="")
    email = pw.TextField(default="")
    note = pw.TextField(default="")
    emergency = pw.BooleanField(default=False)

    class Meta:
        table_name = "contact"


class Trait(Row):
    """A strength, need, adaptation, interest, diet or observance of a person, in words."""

    participant_id: int
    participant = link(Participant)
    position = pw.IntegerField(default=0)
    kind = pw.TextField(
        constraints=[pw.Check("kind IN ('strength','need','adaptation','interest','diet','observance')")]
    )
    words = pw.TextField()

    class Meta:
        table_name = "trait"


class Consent(Row):
    """What a person agreed to, or refused, for one purpose; kept when it is withdrawn."""

    participant_id: int
    participant = link(Participant)
    purpose = pw.TextField(
        constraints=[
            pw.Check("purpose IN ('photos','funder','doctors','family','wall_name','messages','other')")
        ]
    )
    words = pw.TextField(default="")
    given = pw.BooleanField()
    date = IsoDate()
    said_by = pw.TextField(default="")
    withdrawn_on = IsoDate(null=True)
    withdrawn_by = pw.TextField(default="")

    class Meta:
        table_name = "consent"


class AgreedDay(Row):
    """A weekday on which a person has agreed to come, from a day to a day (inclusive)."""

    participant_id: int
    participant = link(Participant)
    weekday = pw.IntegerField(constraints=[pw.Check("weekday BETWEEN 0 AND 6")])
    from_date = IsoDate()
    to_date = IsoDate(null=True)

    class Meta:
        table_name = "agreed_day"


class DayPresence(Row):
    """When somebody came to the centre and left on one day; `away` with a reason when not there at all."""

    participant_id: int
    participant = link(Participant, index=False)
    date = IsoDate(index=True)
    arrived = IsoTime(null=True)
    left = IsoTime(null=True)
    away = pw.TextField(default="", constraints=[pw.Check("away IN ('','A','X','U','O','T','H','V','N')")])
    reason = pw.TextField(default="")

    class Meta:
        table_name = "day_presence"
        indexes = ((("participant", "date"), True),)
