"""People, their alerts, stays and memberships."""

from __future__ import annotations

import peewee as pw

from groupwork.store.columns import IsoDate
from groupwork.store.row import Row, link
from groupwork.store.tables.library import Group


class Participant(Row):
    """A participant. `search` is the casefolded, accent-folded key over every form of the name."""

    code = pw.TextField(unique=True)
    called = pw.TextField()
    full = pw.TextField()
    rest = pw.TextField(default="")
    native = pw.TextField(default="")
    sort_name = pw.TextField(default="")
    birth_date = IsoDate(null=True)
    language = pw.TextField(default="")
    interpreter = pw.BooleanField(default=False)
    print_language = pw.TextField(default="")
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
    """One stay at the centre; several may follow one another."""

    participant_id: int
    participant = link(Participant)
    start = IsoDate()
    end = IsoDate(null=True)
    reason = pw.TextField(default="")
    planned = pw.BooleanField(null=True)

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
    """A person known to be away from a day to a day (inclusive)."""

    participant_id: int
    participant = link(Participant)
    from_date = IsoDate()
    to_date = IsoDate()
    status = pw.TextField(constraints=[pw.Check("status IN ('H','V','X','U','O','N')")])
    words = pw.TextField(default="")
    told_at = IsoDate(null=True)

    class Meta:
        table_name = "planned_absence"
