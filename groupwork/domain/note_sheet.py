"""What the sheet of notes says: one person's notes and nobody else's, or a session's group note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from groupwork.domain.logo import Logo
from groupwork.domain.notes import NoteInfo, Version


class NameShown(StrEnum):
    """How the head names the person. What the notes themselves say stays as it was written."""

    FULL = "full"
    """With the native form and the date of birth."""
    SHORT = "short"
    """As they are called in the group, and the code."""
    CODE = "code"


@dataclass(frozen=True)
class NoteEntry:
    """A note with its session (empty: without one), and its versions when they were asked for."""

    note: NoteInfo
    title: str = ""
    start: time | None = None
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True)
class NotesFacts:
    """Notes on paper. Without `name` they are a group note, or a person's under the code alone."""

    centre: str
    entries: tuple[NoteEntry, ...]
    """Oldest first."""
    printed: datetime
    name: str = ""
    native: str = ""
    code: str = ""
    """Empty for a group note."""
    birth_date: date | None = None
    logo: Logo | None = None
    preview: bool = False
