"""Whether somebody was there, as a sentence of a note that a professional can sign.

No "he" or "she", no letters of the register; what the centre calls a status on its register stays there.
"""

from __future__ import annotations

from groupwork.domain.attendance import Mark, Status, Text
from groupwork.i18n import N_

AWAY: dict[Status, str] = {
    Status.TOO_LATE: N_("Came too late for this session."),
    Status.ABSENT: N_("Did not come; no message was received."),
    Status.CANCELLED: N_("Had cancelled and did not come."),
    Status.UNWELL: N_("Did not come because of feeling unwell."),
    Status.OTHER: N_("Did not come because of another appointment."),
    Status.DECLINED: N_("Was at the centre but declined this session."),
    Status.TRANSPORT: N_("Could not come because the transport failed."),
    Status.HOSPITAL: N_("Was in hospital."),
    Status.LEAVE: N_("Was on agreed leave."),
    Status.NOT_BOOKED: N_("Was not booked for this session."),
    Status.CENTRE_CANCELLED: N_("The session was not held."),
}
"""Status of somebody who did not take part → what the note says."""

UNKNOWN = N_("Attendance is not recorded yet.")


def sentence(mark: Mark, minutes: int | None, length: int, text: Text) -> str:
    """One or two sentences. `minutes` the person was there, of a session of `length` minutes."""
    if mark.status is None:
        return text(UNKNOWN)
    if mark.attended:
        said = [*_walk_in(mark, text), _there(mark, minutes, length, text)]
    else:
        said = [text(AWAY[mark.status])]
    if mark.reason:
        said.append(text(N_("Reason given: {reason}.")).format(reason=mark.reason.rstrip(" .")))
    return " ".join(said)


def _walk_in(mark: Mark, text: Text) -> list[str]:
    return [text(N_("Came without a booking."))] if mark.status is Status.WALK_IN else []


def _there(mark: Mark, minutes: int | None, length: int, text: Text) -> str:
    """How long, and what was missed at the beginning or the end."""
    timing = [part for part in (_late(mark, text), _early(mark, text)) if part]
    unsaid = mark.minutes is None and 0 in (mark.late_min, mark.early_min)
    if timing and (minutes is None or unsaid):  # late, but nobody said how much
        return _sentence(text, timing)
    if minutes is None or minutes >= length:
        stayed = text(N_("was there for the whole session ({length} min)")).format(length=length)
        return _sentence(text, [*timing, stayed])
    stayed = text(N_("was there for {minutes} of {length} minutes")).format(minutes=minutes, length=length)
    return _sentence(text, [*timing, stayed])


def _late(mark: Mark, text: Text) -> str:
    if mark.late_min is None:
        return ""
    source = N_("came {n} min late") if mark.late_min else N_("came late")
    return text(source).format(n=mark.late_min)


def _early(mark: Mark, text: Text) -> str:
    if mark.early_min is None:
        return ""
    source = N_("left {n} min before the end") if mark.early_min else N_("left before the end")
    return text(source).format(n=mark.early_min)


def _sentence(text: Text, parts: list[str]) -> str:
    """ "Came 10 min late and was there for 110 of 120 minutes."."""
    if len(parts) > 1:
        joined = text(N_("{first} and {last}")).format(first=", ".join(parts[:-1]), last=parts[-1])
    else:
        joined = parts[0]
    return f"{joined[0].upper()}{joined[1:]}."
