"""What the plan form writes: a new session or group, or what was changed of a session."""

from __future__ import annotations

from datetime import date

from groupwork.domain.clashes import SessionDraft
from groupwork.domain.ids import SessionId
from groupwork.domain.sessions import SessionInfo
from groupwork.operations import changes, sessions
from groupwork.ui.day import words
from groupwork.ui.gate import Gate


def plan(gate: Gate, draft: SessionDraft, place: str, until: date | None) -> SessionId:
    """Plan it, every week when there is a last day; raises UserError."""
    planned = gate.write(
        sessions.plan_session,
        activity=draft.activity,
        title=draft.title if draft.activity is None else "",
        date=draft.date,
        start=draft.start,
        end=draft.end,
        room=draft.room,
        place=place,
        staff=draft.staff,
        people=draft.people,
        weekly=until is not None,
        until=until,
    )
    if planned.lost:
        gate.announce(words.lost_words(planned.lost), tone="info")
    return planned.session


def change(gate: Gate, session: SessionInfo, draft: SessionDraft, place: str) -> SessionId:
    """Change what is different; people only while no register was begun. Raises UserError."""
    fields = changes.SessionFields(
        date=draft.date,
        start=draft.start,
        end=draft.end,
        room=draft.room,
        place=place,
        staff=draft.staff,
    )
    if draft.activity is not None and draft.activity != session.activity:
        fields["activity"] = draft.activity
    if draft.title != session.title:
        fields["title"] = draft.title if draft.activity is None else ""
    if not session.register_taken:
        fields["people"] = draft.people
    gate.write(changes.change_session, session.id, **fields)
    return session.id
