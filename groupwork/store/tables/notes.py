"""What is written about sessions and people: notes with their versions, phrases, incidents, follow-ups."""

from __future__ import annotations

from typing import Any

import peewee as pw

from groupwork.store.columns import IsoDate, IsoTime, Json, Utc
from groupwork.store.row import Row, link
from groupwork.store.tables.library import SignIn
from groupwork.store.tables.people import Participant
from groupwork.store.tables.sessions import Session


class Note(Row):
    """The group note of a session (no participant), or one person's note. Signed, it never changes.

    `parts` holds the text by the template's part code; `dismissed` the digests of warnings put away;
    `contact` is the day it is about, `late_reason` why it was written after it.
    """

    session_id: int | None
    session = link(Session, null=True)
    participant_id: int | None
    participant = link(Participant, null=True)
    template = pw.TextField(
        constraints=[pw.Check("template IN ('group','girp','dap','soap','birp','three')")]
    )
    parts: Any = Json()
    dismissed: Any = Json(null=True)
    contact = IsoDate()
    written_at: Any = Utc()
    author_id: int | None
    author = link(SignIn, null=True)
    late_reason = pw.TextField(default="")
    signed_at: Any = Utc(null=True)
    signed_by = pw.TextField(default="")
    cosigned_at: Any = Utc(null=True)
    cosigned_by = pw.TextField(default="")

    class Meta:
        table_name = "note"


class NoteVersion(Row):
    """What a note said at a time: one row per sitting of an author, kept for good."""

    note_id: int
    note = link(Note)
    at: Any = Utc()
    by = pw.TextField(default="")
    template = pw.TextField()
    parts: Any = Json()

    class Meta:
        table_name = "note_version"


class NoteAmendment(Row):
    """What was added to a signed note, by whom, when and why; the original stays readable."""

    note_id: int
    note = link(Note)
    at: Any = Utc()
    by = pw.TextField(default="")
    reason = pw.TextField()
    words = pw.TextField()

    class Meta:
        table_name = "note_amendment"


class Phrase(Row):
    """A sentence facilitators use again, offered for a part of a note; `short` expands to it when typed."""

    position = pw.IntegerField(default=0)
    short = pw.TextField(default="")
    words = pw.TextField()
    part = pw.TextField(default="")

    class Meta:
        table_name = "phrase"


class FollowUp(Row):
    """Somebody stayed away: who calls, when again, and how it ended. At most one open per person."""

    participant_id: int
    participant = link(Participant)
    opened = IsoDate()
    first_day = IsoDate()
    owner_id: int | None
    owner = link(SignIn, null=True)
    next_date = IsoDate(null=True)
    closed = IsoDate(null=True)
    outcome = pw.TextField(
        default="",
        constraints=[pw.Check("outcome IN ('','came_back','agreed','ended','unreachable','mistake')")],
    )
    words = pw.TextField(default="")

    class Meta:
        table_name = "follow_up"


# Whatever is marked and undone in whatever order: one open follow-up for a person, never two.
FollowUp.add_index(
    pw.SQL('CREATE UNIQUE INDEX "follow_up_open" ON "follow_up" ("participant_id") WHERE "closed" IS NULL')
)


class FollowUpCall(Row):
    """One try to reach somebody."""

    follow_up_id: int
    follow_up = link(FollowUp)
    at: Any = Utc()
    by = pw.TextField(default="")
    way = pw.TextField(constraints=[pw.Check("way IN ('phone','message','letter','visit','other')")])
    result = pw.TextField(
        constraints=[pw.Check("result IN ('reached','not_reached','message_left','contact_reached')")]
    )
    words = pw.TextField(default="")

    class Meta:
        table_name = "follow_up_call"


class Incident(Row):
    """An incident or a near miss, with what was done and what is still to be done."""

    kind = pw.TextField(
        constraints=[
            pw.Check("kind IN ('injury','near_miss','conflict','health','damage','missing','other')")
        ]
    )
    session_id: int | None
    session = link(Session, null=True)
    date = IsoDate(index=True)
    time = IsoTime(null=True)
    place = pw.TextField(default="")
    what = pw.TextField()
    done = pw.TextField(default="")
    first_aid = pw.TextField(default="")
    first_aider = pw.TextField(default="")
    told = pw.TextField(default="")
    to_do = pw.TextField(default="")
    to_do_by = IsoDate(null=True)
    closed = IsoDate(null=True)
    reported_by = pw.TextField(default="")
    written_at: Any = Utc()

    class Meta:
        table_name = "incident"


class IncidentPerson(Row):
    """Somebody an incident is about: a participant, or another person by name."""

    incident_id: int
    incident = link(Incident)
    participant_id: int | None
    participant = link(Participant, null=True)
    name = pw.TextField(default="")
    part = pw.TextField(constraints=[pw.Check("part IN ('hurt','involved','witness')")])
    injury = pw.TextField(default="")

    class Meta:
        table_name = "incident_person"


class LateChange(Row):
    """Why a register was changed after its lock date."""

    session_id: int
    session = link(Session)
    at: Any = Utc()
    by = pw.TextField(default="")
    reason = pw.TextField()

    class Meta:
        table_name = "late_change"
