"""What the screens say about an incident."""

from __future__ import annotations

from datetime import date

from groupwork.domain.incidents import KIND_LABELS, PART_LABELS, DueIncident, Incident, IncidentKind, OwnPart
from groupwork.i18n import _, current

KIND_LOOKS: dict[IncidentKind, tuple[str, str]] = {
    IncidentKind.INJURY: ("badge-alert", "bad"),
    IncidentKind.NEAR_MISS: ("triangle-alert", "warn"),
    IncidentKind.CONFLICT: ("message-circle", "warn"),
    IncidentKind.HEALTH: ("heart-handshake", "bad"),
    IncidentKind.DAMAGE: ("hammer", "info"),
    IncidentKind.MISSING: ("user-x", "bad"),
    IncidentKind.OTHER: ("circle-alert", "info"),
}
"""Icon and tone of each kind."""
LONGEST = 90


def kind_words(kind: IncidentKind) -> str:
    """The kind as a heading: "Near miss"."""
    words = _(KIND_LABELS[kind])
    return words[:1].upper() + words[1:]


def title(incident: Incident) -> str:
    """ "Injury, Mon 12 Oct 2026, 10:20"."""
    text = incident.text
    at = f"{text.time:%H:%M}" if text.time is not None else ""
    parts = (kind_words(text.kind), current().day(text.date, year=True), at)
    return ", ".join(part for part in parts if part)


def about(incident: Incident) -> str:
    """Where, in which session, and whether it is closed."""
    closed = (
        _("closed on {day}").format(day=current().day(incident.closed, year=True)) if incident.closed else ""
    )
    return " · ".join(part for part in (incident.session_title, incident.text.place, closed) if part)


def first_words(text: str) -> str:
    """The beginning of what happened, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def due_words(to_do: str, by: date | None, today: date) -> str:
    """ "by Thu 15 Oct: order gloves", "overdue since …", or that it is still open."""
    what = first_words(to_do)
    if by is None:
        return what or _("open: look at it and close it")
    day = current().day(by)
    said = _("overdue since {day}").format(day=day) if by < today else _("by {day}").format(day=day)
    return f"{said}: {what}" if what else said


def due_title(each: DueIncident) -> str:
    """ "Injury, Mon 12 Oct": no name."""
    return f"{kind_words(each.kind)}, {current().day(each.date)}"


def own_words(each: OwnPart) -> str:
    """One person's own part: "Injury · hurt: left thumb"."""
    part = _(PART_LABELS[each.part])
    said = f"{part}: {each.injury}" if each.injury else part
    return f"{kind_words(each.kind)} · {said}"


def session_words(session: str, day: date) -> str:
    """ "Wood workshop, Mon 12 Oct"."""
    return f"{session}, {current().day(day)}"
