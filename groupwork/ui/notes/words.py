"""What is said about a note: its state, its times, its signatures."""

from __future__ import annotations

from datetime import datetime

from groupwork.domain.notes import PART_LABELS, TEMPLATE_LABELS, NoteInfo, NoteState, Template, Version
from groupwork.i18n import N_, _, current

STATE_LABELS = {
    NoteState.DRAFT: N_("Draft"),
    NoteState.SIGNED: N_("Signed"),
    NoteState.COSIGNED: N_("Co-signed"),
}
STATE_LOOKS = {
    NoteState.DRAFT: ("warn", "pencil"),
    NoteState.SIGNED: ("good", "check"),
    NoteState.COSIGNED: ("good", "check-check"),
}
"""State → tone and icon of its chip."""


def state(note: NoteInfo) -> str:
    """ "Draft", "Signed", "Co-signed"."""
    return _(STATE_LABELS[note.state])


def template(code: Template) -> str:
    """The template's short name: what stands before the colon of its label."""
    return _(TEMPLATE_LABELS[code]).partition(":")[0]


def part(code: str) -> str:
    """What a part is called."""
    return _(PART_LABELS[code])


def moment(at: datetime) -> str:
    """ "Mon 12 Oct, 09:51"."""
    return f"{current().day(at.date())}, {at:%H:%M}"


def written(note: NoteInfo) -> str:
    """Who wrote it, and when."""
    if not note.author:
        return _("Written {when}").format(when=moment(note.written_at))
    return _("Written by {name}, {when}").format(name=note.author, when=moment(note.written_at))


def signatures(note: NoteInfo) -> tuple[str, ...]:
    """Who signed it and when, the first signature first."""
    said = []
    if note.signed_at is not None:
        text = _("Signed by {name}, {when}")
        said.append(text.format(name=note.signed_by, when=moment(note.signed_at)))
    if note.cosigned_at is not None:
        text = _("Co-signed by {name}, {when}")
        said.append(text.format(name=note.cosigned_by, when=moment(note.cosigned_at)))
    return tuple(said)


def late(note: NoteInfo) -> str:
    """ "Late entry: about Mon 12 Oct, written Thu 15 Oct, 08:40. Reason: …"; empty when it is none."""
    if not note.late:
        return ""
    said = _("Late entry: about {day}, written {when}.").format(
        day=current().day(note.contact), when=moment(note.written_at)
    )
    reason = _("Reason: {reason}").format(reason=note.late_reason) if note.late_reason else ""
    return f"{said} {reason}".strip()


def version(found: Version) -> str:
    """Whose sitting, and when."""
    if not found.by:
        return moment(found.at)
    return _("{name}, {when}").format(name=found.by, when=moment(found.at))
