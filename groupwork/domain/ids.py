"""Typed ids: they cross every boundary instead of rows."""

from __future__ import annotations

from typing import NewType

ParticipantId = NewType("ParticipantId", int)
FacilitatorId = NewType("FacilitatorId", int)
RoomId = NewType("RoomId", int)
ActivityId = NewType("ActivityId", int)
GroupId = NewType("GroupId", int)
SessionId = NewType("SessionId", int)
TaskId = NewType("TaskId", int)
"""A task as done in one session (a snapshot), not the task of the library."""
SignInId = NewType("SignInId", int)
StepId = NewType("StepId", int)
