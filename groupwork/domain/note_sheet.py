"""What the sheet of notes says: one person's notes and nobody else's, or a session's group note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from groupwork.domain.notes import NoteInfo, Version
from groupwork.domain.sheet_facts import Logo


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
