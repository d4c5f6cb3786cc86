"""Typed ids: they cross every boundary instead of rows."""

from __future__ import annotations

from typing import NewType

ParticipantId = NewType("ParticipantId", int)
FacilitatorId = NewType("FacilitatorId", int)
RoomId = NewType("RoomId", int)
ActivityId = NewType("ActivityId", int)
GroupId = NewType("GroupId", int)
MembershipId = NewType("MembershipId", int)
WaitingId = NewType("WaitingId", int)
ClosureId = NewType("ClosureId", int)
SessionId = NewType("SessionId", int)
TaskId = NewType("TaskId", int)
"""A task as done in one session (a snapshot), not the task of the library."""
AlertId = NewType("AlertId", int)
ContactId = NewType("ContactId", int)
TraitId = NewType("TraitId", int)
ConsentId = NewType("ConsentId", int)
EpisodeId = NewType("EpisodeId", int)
SignInId = NewType("SignInId", int)
StepId = NewType("StepId", int)
NoteId = NewType("NoteId", int)
FollowUpId = NewType("FollowUpId", int)
AbsenceId = NewType("AbsenceId", int)
IncidentId = NewType("IncidentId", int)
PhraseId = NewType("PhraseId", int)
