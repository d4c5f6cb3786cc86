"""What the incident form on paper says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from groupwork.domain.incident_changes import Change
from groupwork.domain.incidents import Incident
from groupwork.domain.logo import Logo


@dataclass(frozen=True)
class IncidentFacts:
    """Without an incident it is a form to fill in. `changes` of the entry, oldest first, where wanted."""

    centre: str
    printed: datetime
    incident: Incident | None = None
    changes: tuple[Change, ...] = ()
    logo: Logo | None = field(default=None, repr=False)
    preview: bool = False
