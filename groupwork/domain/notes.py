"""Notes: their templates and parts, what state they are in, and when one is late (DOMAIN.md "Notes").

A group note belongs to a session and names nobody; an individual note belongs to a person. Signed, a note is
frozen: what is added later is an amendment, and the original stays readable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from groupwork.domain.ids import NoteId, ParticipantId, SessionId
from groupwork.domain.text import clean_line, clean_text
from groupwork.errors import Refused
from groupwork.i18n import N_


class Template(StrEnum):
    """How a note is divided. GIRP is the default of individual notes, because notes hang on goals."""

    GROUP = "group"
    GIRP = "girp"
    DAP = "dap"
    SOAP = "soap"
    BIRP = "birp"
    THREE = "three"
    """The German three parts: Durchgeführte Maßnahme, Reaktion, Besonderheiten, and what follows."""


DEFAULT = Template.GIRP
INDIVIDUAL: tuple[Template, ...] = (
    Template.GIRP,
    Template.DAP,
    Template.SOAP,
    Template.BIRP,
    Template.THREE,
)
TEMPLATE_LABELS: dict[Template, str] = {
    Template.GROUP: N_("Group note"),
    Template.GIRP: N_("GIRP: goal, intervention, response, plan"),
    Template.DAP: N_("DAP: data, assessment, plan"),
    Template.SOAP: N_("SOAP: subjective, objective, assessment, plan"),
    Template.BIRP: N_("BIRP: behaviour, intervention, response, plan"),
    Template.THREE: N_("Three parts: what was done, response, special events"),
}
PARTS: dict[Template, tuple[str, ...]] = {
    Template.GROUP: ("aims", "done", "mood", "events", "next"),
    Template.GIRP: ("goal", "intervention", "response", "plan"),
    Template.DAP: ("data", "assessment", "plan"),
    Template.SOAP: ("subjective", "objective", "assessment", "plan"),
    Template.BIRP: ("behaviour", "intervention", "response", "plan"),
    Template.THREE: ("measure", "response", "events", "plan"),
}
"""Template → codes of its parts, in the order they are written and printed."""
PART_LABELS: dict[str, str] = {
    "aims": N_("Theme and aims"),
    "done": N_("What we did"),
    "mood": N_("How the group was"),
    "events": N_("Special events"),
    "next": N_("Next time"),
    "goal": N_("Goal"),
    "intervention": N_("Intervention"),
    "response": N_("Response"),
    "plan": N_("Plan"),
    "data": N_("Data"),
    "assessment": N_("Assessment"),
    "subjective": N_("Subjective: what the person said"),
    "objective": N_("Objective: what was seen"),
    "behaviour": N_("Behaviour"),
    "measure": N_("Measure carried out"),
}
NEXT_PART = "next"
"""The part of a group note that is carried to the next session."""
MOST_REASON = 200


class NoteState(StrEnum):
    """How far a note is."""

    DRAFT = "draft"
    SIGNED = "signed"
    COSIGNED = "cosigned"


@dataclass(frozen=True)
class Amendment:
    """What was added to a signed note. `at` is local wall time."""

    at: datetime
    by: str
    reason: str
    words: str


@dataclass(frozen=True)
class Version:
    """What a note said at a time. `at` is local wall time."""

    at: datetime
    by: str
    template: Template
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class NoteInfo:
    """A note as it is shown. Parts come in the template's order, empty ones left out."""

    id: NoteId
    template: Template
    parts: tuple[tuple[str, str], ...]
    contact: date
    written_at: datetime
    author: str
    session: SessionId | None = None
    participant: ParticipantId | None = None
    late_reason: str = ""
    signed_at: datetime | None = None
    signed_by: str = ""
    cosigned_at: datetime | None = None
    cosigned_by: str = ""
    dismissed: frozenset[str] = frozenset()
    amendments: tuple[Amendment, ...] = field(default=())

    @property
    def state(self) -> NoteState:
        """Draft until signed; co-signed when somebody else signed too."""
        if self.cosigned_at is not None:
            return NoteState.COSIGNED
        return NoteState.DRAFT if self.signed_at is None else NoteState.SIGNED

    @property
    def late(self) -> bool:
        """True for a note that was written after the day it is about."""
        return is_late(self.contact, self.written_at.date())

    @property
    def text(self) -> str:
        """All parts one after the other: what the guards read."""
        return "\n".join(words for _code, words in self.parts)


def is_late(contact: date, written: date) -> bool:
    """A note written after the day is a late entry."""
    return written > contact


def checked_parts(template: Template, parts: Mapping[str, str]) -> dict[str, str]:
    """The parts cleaned, in the template's order, empty ones left out.

    Refused in words: a part the template does not have, a note with nothing in it. Raises UserError for text
    that cannot be stored or is too long.
    """
    foreign = set(parts) - set(PARTS[template])
    if foreign:
        raise Refused(N_("This kind of note has no part “{part}”."), part=sorted(foreign)[0])
    cleaned = {code: clean_text(parts.get(code, "")).strip() for code in PARTS[template]}
    filled = {code: words for code, words in cleaned.items() if words}
    if not filled:
        raise Refused(N_("The note is still empty."))
    return filled


def checked_contact(contact: date, today: date) -> date:
    """The day itself; refused when it lies ahead."""
    if contact > today:
        raise Refused(N_("A note is about a day that has been, not about one ahead."))
    return contact


def checked_late_reason(contact: date, today: date, reason: str) -> str:
    """The reason on one line; a late entry without one is refused, an entry of the day needs none."""
    words = clean_line(reason, MOST_REASON)
    if is_late(contact, today) and not words:
        raise Refused(N_("This note is written after the day. Say why it is late."))
    return words if is_late(contact, today) else ""


def converted(parts: Mapping[str, str], old: Template, new: Template) -> dict[str, str]:
    """The same words under another template: parts of the same code stay, the others follow in order.

    Nothing is lost: what has no place of its own is added to the first part that has room in the order.
    """
    kept = {code: parts[code] for code in PARTS[new] if parts.get(code)}
    rest = [parts[code] for code in PARTS[old] if parts.get(code) and code not in PARTS[new]]
    free = [code for code in PARTS[new] if code not in kept]
    for words in rest:
        code = free.pop(0) if free else PARTS[new][0]
        kept[code] = f"{kept[code]}\n{words}" if code in kept else words
    return {code: kept[code] for code in PARTS[new] if code in kept}


def may_sign(note: NoteInfo) -> None:
    """Refuse what cannot be signed: a note that is signed already."""
    if note.signed_at is not None:
        raise Refused(N_("This note is signed already, by {name}."), name=note.signed_by)


def may_cosign(note: NoteInfo, name: str) -> None:
    """Refuse a second signature under a draft, by the same person, or under one that has it."""
    if note.signed_at is None:
        raise Refused(N_("The note must be signed first."))
    if note.cosigned_at is not None:
        raise Refused(N_("This note is co-signed already, by {name}."), name=note.cosigned_by)
    if note.signed_by == name:
        raise Refused(N_("Somebody else must co-sign: you signed this note yourself."))


def may_change(note: NoteInfo) -> None:
    """Refuse to change a signed note: it gets amendments."""
    if note.signed_at is not None:
        raise Refused(
            N_("This note is signed by {name} and stays as it is. Add an amendment."), name=note.signed_by
        )
