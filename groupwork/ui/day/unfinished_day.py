"""Where in the schedule something was begun and not saved when the window was locked or closed."""

from __future__ import annotations

from groupwork.domain.ids import SessionId
from groupwork.domain.sessions import SessionInfo
from groupwork.errors import UserError
from groupwork.operations import sessions
from groupwork.ui.day.detail import reason_kind
from groupwork.ui.gate import Gate
from groupwork.ui.unfinished import session_of


def drop_reason(gate: Gate, session: SessionId) -> None:
    """The reason was given, or given up."""
    gate.unfinished.drop(reason_kind(session))


def begun(gate: Gate) -> tuple[str, SessionInfo | None]:
    """The kind of form to open again and its session; "" for nothing. What is gone since is dropped."""
    while (kind := gate.unfinished.first("plan", "not_held")) is not None:
        gate.unfinished.of(kind)  # offered now, not again at the next visit
        if kind == "plan":
            return kind, None
        try:
            return kind, sessions.session(gate.desk(), SessionId(session_of(kind)))
        except UserError:
            gate.unfinished.drop(kind)
    return "", None
