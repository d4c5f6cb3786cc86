"""Stores what the grid changed: one call, one operation, one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from groupwork.domain.attendance import Mark
from groupwork.domain.ids import ParticipantId, TaskId
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.tasks import TaskResult
from groupwork.operations import attendance, tasks
from groupwork.operations.register_block import Block, record_block
from groupwork.ui.models.register_columns import Column, Kind

if TYPE_CHECKING:
    from groupwork.ui.register.door import Writes

Changes = Mapping[tuple[ParticipantId, Column], Any]


class GateRecorder:
    """The recorder of a real file: every gesture goes through the gate."""

    def __init__(self, gate: Writes) -> None:
        self._gate = gate

    def record(self, register: Register, changes: Changes) -> bool:
        """Store the values as one step; False when refused (the gate has said why)."""
        block = sort_out(register, changes)
        session, do = register.session.id, self._gate.do
        filled = [part for part in (block.marks, block.participation, block.moods, block.results) if part]
        if len(filled) > 1:
            return do(record_block, session, block) is not None
        if block.marks:
            return do(attendance.record_marks, session, block.marks) is not None
        if block.participation:
            return do(attendance.record_participation, session, block.participation) is not None
        if block.moods:
            return do(attendance.record_mood, session, block.moods) is not None
        return bool(block.results) and do(tasks.record_results, block.results) is not None


def sort_out(register: Register, changes: Changes) -> Block:
    """The changes by what stores them; typed minutes become part of the person's mark."""
    rows = {row.participant: row for row in register.rows}
    marks: dict[ParticipantId, Mark] = {}
    participation: dict[ParticipantId, int | None] = {}
    moods: dict[ParticipantId, tuple[int | None, int | None]] = {}
    results: dict[tuple[TaskId, ParticipantId], TaskResult | None] = {}
    for (person, column), value in changes.items():
        if column.kind is Kind.MARK:
            marks[person] = value
        elif column.kind is Kind.PART:
            participation[person] = value
        elif column.kind in (Kind.BEFORE, Kind.AFTER):
            moods[person] = _mood(moods.get(person), rows[person], column.kind, value)
        elif column.kind is Kind.TASK:
            results[register.tasks[column.task].id, person] = value
    for (person, column), value in changes.items():
        if column.kind is Kind.MINUTES:
            marks[person] = replace(marks.get(person, rows[person].mark), minutes=value)
    return Block(marks, participation, moods, results)


def _mood(
    so_far: tuple[int | None, int | None] | None, row: RegisterRow, kind: Kind, value: int | None
) -> tuple[int | None, int | None]:
    before, after = so_far or (row.mood_before, row.mood_after)
    return (value, after) if kind is Kind.BEFORE else (before, value)
