"""Notes: written, checked, signed, co-signed, amended; and which are missing or unsigned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from groupwork.domain.ids import NoteId, ParticipantId, SessionId
from groupwork.domain.notes import (
    NEXT_PART,
    NoteInfo,
    Template,
    Version,
    checked_contact,
    checked_late_reason,
    checked_parts,
    is_late,
    may_change,
    may_cosign,
    may_sign,
)
from groupwork.domain.text import clean_line, clean_text
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations import note_rows as rows
from groupwork.operations.changes import existing
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_notes as reads
from groupwork.store.tables import Note, NoteAmendment, NoteVersion, Participant

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

MISSING_DAYS = 14
"""So far back missing group notes are pointed out."""
SITTING = timedelta(minutes=30)
"""What one author writes within this time is one version."""


@dataclass(frozen=True)
class SessionNotes:
    """The notes of one session: its group note, if any, and people's by participant."""

    group: NoteInfo | None
    people: tuple[NoteInfo, ...]

    def of(self, participant: ParticipantId) -> NoteInfo | None:
        """A person's note, the newest where there are several."""
        return next((n for n in reversed(self.people) if n.participant == participant), None)


@dataclass(frozen=True)
class Saved:
    """What was kept and under which number."""

    done: Done
    note: NoteId


@allowed(Right.NOTES)
def session_notes(desk: Desk, session: SessionId) -> SessionNotes:
    """Every note of a session. Two SELECTs."""
    found = rows.infos(desk.store.db, "session", (session,))
    group = next((n for n in found if n.participant is None), None)
    return SessionNotes(group, tuple(n for n in found if n.participant is not None))


@allowed(Right.NOTES)
def notes_of(desk: Desk, participant: ParticipantId) -> tuple[NoteInfo, ...]:
    """A person's notes, newest first. Two SELECTs."""
    return rows.infos(desk.store.db, "person", (participant,))


@allowed(Right.NOTES)
def note(desk: Desk, note: NoteId) -> NoteInfo:
    """One note. Refused in words when there is none of that number."""
    found = rows.infos(desk.store.db, "one", (note,))
    if not found:
        raise Refused(N_("There is no note with the number {number}."), number=note)
    return found[0]


@allowed(Right.NOTES)
def last_note(desk: Desk, participant: ParticipantId, before: date) -> NoteInfo | None:
    """The person's newest note about an earlier day, to be read beside a new one. One SELECT."""
    found = reads.last(desk.store.db, participant, before)
    return rows.info(found[0]) if found else None


@allowed(Right.NOTES)
def versions(desk: Desk, note: NoteId) -> tuple[Version, ...]:
    """What a note said from sitting to sitting, oldest first. One SELECT."""
    return tuple(rows.version(row) for row in reads.versions(desk.store.db, note))


@allowed(Right.NOTES)
def unsigned(desk: Desk) -> tuple[NoteInfo, ...]:
    """Notes that nobody signed yet, the oldest day first. Two SELECTs."""
    return rows.infos(desk.store.db, "draft", ())


@allowed(Right.NOTES)
def missing(desk: Desk) -> tuple[SessionId, ...]:
    """Held sessions of the last 14 days that are over and without a group note, oldest first. One SELECT.

    None while the centre has written no note at all: who keeps notes elsewhere is not told to write some.
    """
    first = desk.today - timedelta(days=MISSING_DAYS)
    return tuple(SessionId(n) for n in reads.without_group_note(desk.store.db, first, desk.now))


@allowed(Right.NOTES)
def save_group_note(
    desk: Desk, session: SessionId, parts: Mapping[str, str], *, late_reason: str = ""
) -> Saved:
    """Write a session's group note, or change it while it is not signed.

    Its line for next time is carried to the next session. Refused in words: empty, signed, about a day
    ahead, written after the day without saying why.
    """
    held = existing(session)
    before = session_notes(desk, session).group
    row = _row(before) if before else Note(session=session, participant=None, contact=held.date)
    words = checked_parts(Template.GROUP, parts)
    _fill(desk, row, Template.GROUP, words, late_reason)
    with desk.step("note.written", session=session) as step:
        _keep(desk, step, row)
        if words.get(NEXT_PART, "") != _next_line(before):
            held.next_time = words.get(NEXT_PART, "")
        step.save(held)
    return Saved(step.done, NoteId(row.id))


@allowed(Right.NOTES)
def save_note(
    desk: Desk,
    session: SessionId | None,
    participant: ParticipantId,
    template: Template,
    parts: Mapping[str, str],
    *,
    note: NoteId | None = None,
    contact: date | None = None,
    late_reason: str = "",
) -> Saved:
    """Write a person's note, or change it while it is not signed.

    With a session there is one note per person and session; without one, `note` says which is changed, and
    `contact` the day it is about (default today). Refused in words as for a group note.
    """
    if Participant.get_or_none(Participant.id == participant) is None:
        raise Refused(N_("There is no person with the number {number}."), number=participant)
    before = _before(desk, session, participant, note)
    day = existing(session).date if session is not None else contact or desk.today
    row = _row(before) if before else Note(session=session, participant=participant, contact=day)
    if before is not None and session is None and contact is not None:
        row.contact = contact
    _fill(desk, row, template, checked_parts(template, parts), late_reason)
    with desk.step("note.written", participant=participant, session=session) as step:
        _keep(desk, step, row)
    return Saved(step.done, NoteId(row.id))


@allowed(Right.NOTES)
def remove_note(desk: Desk, note: NoteId) -> Done:
    """Take back a draft; a signed note stays for good."""
    found = _own(desk, note)
    may_change(found)
    with desk.step("note.removed", participant=found.participant, session=found.session) as step:
        for version in NoteVersion.select().where(NoteVersion.note == note):
            step.delete(version)
        step.delete(_row(found))
    return step.done


@allowed(Right.NOTES)
def dismiss(desk: Desk, note: NoteId, digest: str) -> Done:
    """Put a warning away for this note; it is not shown for it again."""
    row = _row(_own(desk, note))
    with desk.step("note.warning_dismissed", note=note) as step:
        row.dismissed = sorted({*(row.dismissed or ()), clean_line(digest)})
        step.save(row)
    return step.done


@allowed(Right.NOTES)
def sign(desk: Desk, note: NoteId) -> Done:
    """Sign a note with the name signed in: from now on it never changes. Cannot be undone."""
    found = _own(desk, note)
    may_sign(found)
    row = _row(found)
    row.signed_at, row.signed_by = rows.utc(desk.now), desk.actor_name
    return _final(desk, "note.signed", found, row)


@allowed(Right.NOTES)
def cosign(desk: Desk, note: NoteId) -> Done:
    """Sign somebody else's signed note as the second. Cannot be undone."""
    found = _own(desk, note)
    may_cosign(found, desk.actor_name)
    row = _row(found)
    row.cosigned_at, row.cosigned_by = rows.utc(desk.now), desk.actor_name
    return _final(desk, "note.cosigned", found, row)


@allowed(Right.NOTES)
def amend(desk: Desk, note: NoteId, reason: str, words: str) -> Done:
    """Add to a signed note, with a reason; the original stays as it is. Cannot be undone."""
    found = _own(desk, note)
    if found.signed_at is None:
        raise Refused(N_("This note is not signed yet: change it itself."))
    why, what = clean_line(reason), clean_text(words).strip()
    if not why or not what:
        raise Refused(N_("An amendment needs the new words and the reason for them."))
    row = NoteAmendment(note=note, at=rows.utc(desk.now), by=desk.actor_name, reason=why, words=what)
    return _final(desk, "note.amended", found, row)


def _next_line(before: NoteInfo | None) -> str:
    """What the note said for next time until now: a line left beside the register stays while it does."""
    return dict(before.parts).get(NEXT_PART, "") if before is not None else ""


def _final(desk: Desk, verb: str, found: NoteInfo, row: Note | NoteAmendment) -> Done:
    params: dict[str, object] = {"participant": found.participant, "session": found.session, "note": found.id}
    with desk.final(verb, **params) as step:
        step.save(row)
    return step.done


def _own(desk: Desk, number: NoteId) -> NoteInfo:
    return note(desk, number)


def _row(found: NoteInfo) -> Note:
    row: Note = Note.get_by_id(found.id)
    return row


def _before(
    desk: Desk, session: SessionId | None, participant: ParticipantId, number: NoteId | None
) -> NoteInfo | None:
    if number is not None:
        return note(desk, number)
    return session_notes(desk, session).of(participant) if session is not None else None


def _fill(desk: Desk, row: Note, template: Template, parts: dict[str, str], late_reason: str) -> None:
    """Put in what was written; the first writing decides author and whether it is late."""
    checked_contact(row.contact, desk.today)
    if row.id is not None:
        may_change(_own(desk, NoteId(row.id)))
    else:
        row.author, row.written_at = desk.actor, rows.utc(desk.now)
        row.late_reason = checked_late_reason(row.contact, desk.today, late_reason)
    if row.id is not None and late_reason.strip() and is_late(row.contact, desk.today):
        row.late_reason = clean_line(late_reason)
    row.template, row.parts = template.value, parts


def _keep(desk: Desk, step: Step, row: Note) -> None:
    """The note and its version: one per sitting of an author."""
    step.save(row)
    now: Any = rows.utc(desk.now)
    kept = NoteVersion.select().where(NoteVersion.note == row.id).order_by(NoteVersion.id.desc()).first()
    same = kept is not None and kept.by == desk.actor_name and now - kept.at < SITTING
    version = kept if same else NoteVersion(note=row.id, by=desk.actor_name)
    version.at, version.template, version.parts = now, row.template, row.parts
    step.save(version)
