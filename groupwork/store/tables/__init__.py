"""The tables: columns and constraints only. Written by `journal.Step` alone.

Every table is STRICT with AUTOINCREMENT ids (never reused) and deferred foreign keys without
cascades. `Meta.derived` names columns that belong to no image: the store computes them again.
"""

from __future__ import annotations

from groupwork.store.row import Row
from groupwork.store.tables.library import (
    Activity,
    ActivityTask,
    Facilitator,
    Group,
    GroupFacilitator,
    Room,
    Setting,
    SignIn,
)
from groupwork.store.tables.people import Alert, Episode, Membership, Participant, PlannedAbsence
from groupwork.store.tables.sessions import (
    Attendance,
    Closure,
    Print,
    Result,
    Session,
    SessionFacilitator,
    SessionInvite,
    SessionTask,
)

__all__ = [
    "ALL",
    "Activity",
    "ActivityTask",
    "Alert",
    "Attendance",
    "Closure",
    "Episode",
    "Facilitator",
    "Group",
    "GroupFacilitator",
    "Membership",
    "Participant",
    "PlannedAbsence",
    "Print",
    "Result",
    "Room",
    "Session",
    "SessionFacilitator",
    "SessionInvite",
    "SessionTask",
    "Setting",
    "SignIn",
]

ALL: tuple[type[Row], ...] = (
    Setting,
    Facilitator,
    SignIn,
    Room,
    Activity,
    ActivityTask,
    Group,
    GroupFacilitator,
    Participant,
    Alert,
    Episode,
    Membership,
    PlannedAbsence,
    Closure,
    Session,
    SessionFacilitator,
    SessionInvite,
    SessionTask,
    Attendance,
    Result,
    Print,
)
"""Every table whose rows a step may change, parents before children."""
