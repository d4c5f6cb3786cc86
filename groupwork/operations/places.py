"""How many people a session has room for."""

from __future__ import annotations

from groupwork.domain.ids import SessionId
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_places as reads


@allowed(Right.READ)
def places(desk: Desk, session: SessionId) -> int | None:
    """The least of what group (else activity) and room can take; None when neither says; one SELECT."""
    said = [number for number in reads.limits(desk.store.db, session) if number is not None]
    return min(said, default=None)
