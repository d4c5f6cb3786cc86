"""What is said about somebody who waits for a place in a group; who waits is in memberships.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groupwork.domain.ids import WaitingId
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.memberships import OVER
from groupwork.store.tables import Waiting

if TYPE_CHECKING:
    from groupwork.store.journal import Done


@allowed(Right.PLAN)
def change_remark(desk: Desk, waiting: WaitingId, words: str) -> Done:
    """Another remark, or none, for somebody who still waits. Refused when they no longer do."""
    row: Waiting | None = Waiting.get_or_none(Waiting.id == waiting)
    if row is None or row.ended is not None:
        raise Refused(OVER)
    with desk.step("waiting.remarked", participant=row.participant_id, group=row.group_id) as step:
        row.words = clean_line(words)
        step.save(row)
    return step.done
