"""A block of cells of one register, pasted or filled in one gesture: one step over all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from groupwork.domain.attendance import Mark
from groupwork.domain.ids import ParticipantId, SessionId, TaskId
from groupwork.domain.tasks import TaskResult
from groupwork.operations import attendance, tasks
from groupwork.operations.desk import Desk, Right, allowed

if TYPE_CHECKING:
    from groupwork.store.journal import Done


@dataclass(frozen=True)
class Block:
    """What is to be stored, by kind; people and tasks that are not named stay as they are."""

    marks: Mapping[ParticipantId, Mark] = field(default_factory=dict)
    participation: Mapping[ParticipantId, int | None] = field(default_factory=dict)
    moods: Mapping[ParticipantId, tuple[int | None, int | None]] = field(default_factory=dict)
    results: Mapping[tuple[TaskId, ParticipantId], TaskResult | None] = field(default_factory=dict)


@allowed(Right.RECORD)
def record_block(desk: Desk, session: SessionId, block: Block) -> Done:
    """Store a block of cells in one step, or none of them: raises Refused for one that may not be stored."""
    cells = len(block.marks) + len(block.participation) + len(block.moods) + len(block.results)
    with desk.step("block.recorded", session=session, count=cells) as step:
        if block.marks:
            attendance.record_marks(desk, session, block.marks)
        if block.participation:
            attendance.record_participation(desk, session, block.participation)
        if block.moods:
            attendance.record_mood(desk, session, block.moods)
        if block.results:
            tasks.record_results(desk, block.results)
    return step.done
