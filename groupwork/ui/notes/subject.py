"""What a note on the screen is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groupwork.domain.ids import NoteId, ParticipantId, SessionId
from groupwork.domain.notes import NoteInfo, Template


@dataclass(frozen=True)
class Subject:
    """A session and nobody (its group note), a person in a session, or a person alone."""

    day: date
    session: SessionId | None = None
    participant: ParticipantId | None = None
    name: str = ""
    """What the person is called."""
    note: NoteId | None = None
    """Which note, where a person has several without a session."""

    @property
    def group(self) -> bool:
        """A group note: nobody is named in it."""
        return self.participant is None

    @property
    def kind(self) -> str:
        """Under which name unfinished words are kept: numbers only."""
        return f"note.{self.session or 0}.{self.participant or 0}.{self.note or 0}"

    def same(self, other: Subject | None) -> bool:
        """Whether it is the same note, whatever the person is called."""
        return other is not None and self.kind == other.kind


@dataclass(frozen=True)
class Typed:
    """What stands in the fields."""

    template: Template
    parts: dict[str, str]
    late_reason: str = ""
    contact: date | None = None

    @property
    def filled(self) -> dict[str, str]:
        """The parts that hold words, as they would be stored."""
        return {code: words.strip() for code, words in self.parts.items() if words.strip()}

    def differs(self, note: NoteInfo | None) -> bool:
        """Whether this is not what is stored; no words and no note are the same."""
        if note is None:
            return bool(self.filled)
        if self.filled != dict(note.parts) or (self.filled and self.template is not note.template):
            return True
        moved = self.contact is not None and self.contact != note.contact
        return moved or self.late_reason.strip() != note.late_reason


def typed_of(note: NoteInfo | None, template: Template) -> Typed:
    """What is stored, as it stands in the fields."""
    if note is None:
        return Typed(template, {})
    return Typed(note.template, dict(note.parts), note.late_reason, note.contact)
