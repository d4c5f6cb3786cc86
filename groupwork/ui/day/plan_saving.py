"""What the plan form writes: a new session or group, or what was changed of a session."""

from __future__ import annotations

from groupwork.domain.clashes import SessionDraft
from groupwork.domain.ids import SessionId
from groupwork.domain.sessions import SessionInfo
from groupwork.operations import changes, group_plan, series, sessions
from groupwork.ui.day import words
from groupwork.ui.day.plan_fields import Repeats
from groupwork.ui.gate import Gate
from groupwork.ui.register.late_ask import LateAsk


def plan(gate: Gate, draft: SessionDraft, place: str, repeats: Repeats | None) -> SessionId:
    """Plan it, as a group when it repeats; raises UserError."""
    title = draft.title if draft.activity is None else ""
    if repeats is None:
        planned = gate.write(
            sessions.plan_session,
            activity=draft.activity,
            title=title,
            date=draft.date,
            start=draft.start,
            end=draft.end,
            room=draft.room,
            place=place,
            staff=draft.staff,
            people=draft.people,
        )
        return planned.session
    made = gate.write(
        group_plan.make_group,
        activity=draft.activity,
        title=title,
        date=draft.date,
        start=draft.start,
        end=draft.end,
        every_weeks=repeats.rhythm.every_weeks,
        nth=repeats.rhythm.nth,
        until=repeats.until,
        room=draft.room,
        place=place,
        staff=draft.staff,
        people=draft.people,
    )
    if made.lost:
        gate.announce(words.lost_words(made.lost), tone="info")
    return made.session


def change(
    late: LateAsk, session: SessionInfo, draft: SessionDraft, place: str, *, follow: bool = False
) -> SessionId:
    """Change what is different, with `follow` in the sessions after it too; people only while no register
    was begun. Raises UserError; `late` asks why a locked session is changed.
    """
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
    late.write(series.change_following if follow else changes.change_session, session.id, **fields)
    return session.id
