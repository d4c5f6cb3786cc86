"""Help with writing a note: what the guards point out, and a first draft from the person's own record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from groupwork import i18n
from groupwork.domain import note_guards as guards
from groupwork.domain.attendance import words as mark_words
from groupwork.domain.ids import NoteId, ParticipantId, SessionId
from groupwork.domain.note_draft import DraftFacts
from groupwork.domain.note_draft import draft as drafted
from groupwork.domain.note_guards import GuardWarning, Other
from groupwork.domain.notes import PARTS, Template
from groupwork.domain.people import PersonName
from groupwork.domain.person_history import shown_mark
from groupwork.domain.register import RegisterRow
from groupwork.domain.sessions import SessionStatus
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.changes import existing
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.notes import note as one_note
from groupwork.operations.notes import session_notes
from groupwork.operations.phrases import beginning
from groupwork.operations.register import register
from groupwork.store import reads_notes as reads


@allowed(Right.NOTES)
def check(
    desk: Desk,
    session: SessionId | None,
    participant: ParticipantId | None,
    parts: Mapping[str, str],
    *,
    note: NoteId | None = None,
) -> tuple[GuardWarning, ...]:
    """What the three guards point out in a note's words, without what was dismissed for it.

    A group note (no participant) may name nobody. `note` is the one that is changed, where there is one.
    Warns, never blocks. At most eight SELECTs.
    """
    text = "\n".join(parts.values())
    names = {person: PersonName(*name) for person, *name in reads.names(desk.store.db)}
    own = names.pop(participant, None) if participant is not None else None
    found = guards.names_in(text, (Other(person, name) for person, name in names.items()), own)
    if session is not None and participant is not None:
        found += guards.copied(text, _texts(desk, participant, session))
        found += _absent(desk, session, participant, text)
    return guards.standing(found, _dismissed(desk, session, participant, note))


@allowed(Right.NOTES)
def draft(desk: Desk, session: SessionId, participant: ParticipantId, template: Template) -> dict[str, str]:
    """A first draft in the language of the desk: what is recorded of this person in this session.

    The phrases that begin a part are put there. Refused when the person is not on the register, and when
    nothing is recorded of them yet.
    """
    page = register(desk, session)
    row = _row(page.rows, participant)
    mark = shown_mark(page.session.status, row.mark)
    if not mark.attended and page.session.status is not SessionStatus.NOT_HELD:
        mark = replace(mark, reason=mark.reason or row.absence_words)
    results = zip(page.tasks, row.results, strict=True)
    if mark.status is None and not any(row.results):
        raise Refused(N_("Nothing is recorded of this person yet: the draft is made from the register."))
    facts = DraftFacts(
        title=page.session.title.replace("\u00ad", ""),
        start=page.session.start,
        end=page.session.end,
        mark=mark,
        minutes=row.minutes,
        results=tuple((task.name.replace("\u00ad", ""), result) for task, result in results if result),
        participation=row.participation,
        mood=(row.mood_before, row.mood_after),
        phrases=tuple(
            (part, words) for part, words in beginning(desk) if not part or part in PARTS[template]
        ),
    )
    return drafted(template, facts, i18n.words(desk.language).text)


def _dismissed(
    desk: Desk, session: SessionId | None, participant: ParticipantId | None, number: NoteId | None
) -> frozenset[str]:
    """What was put away for the note that is changed."""
    if number is not None:
        return one_note(desk, number).dismissed
    if session is None:
        return frozenset()
    notes = session_notes(desk, session)
    before = notes.of(participant) if participant is not None else notes.group
    return before.dismissed if before is not None else frozenset()


def _row(rows: tuple[RegisterRow, ...], participant: ParticipantId) -> RegisterRow:
    for row in rows:
        if row.participant == participant:
            return row
    raise Refused(N_("This person is not on the register of that session."))


def _texts(desk: Desk, participant: ParticipantId, session: SessionId) -> tuple[str, ...]:
    day = existing(session).date
    stored = reads.texts_of_others(desk.store.db, participant, session, day)
    return tuple("\n".join(json.loads(parts).values()) for (parts,) in stored)


def _absent(
    desk: Desk, session: SessionId, participant: ParticipantId, text: str
) -> tuple[GuardWarning, ...]:
    row = next((r for r in register(desk, session).rows if r.participant == participant), None)
    if row is None:
        return ()
    label = mark_words(row.mark, i18n.words(desk.language).text)
    return guards.absent_yet_there(text, row.mark.status, label)
