"""Attendance marks: their codes and meaning (DOMAIN.md "Attendance").

A status has a fixed code and meaning; its label, sign and key are the centre's and the language's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from groupwork.errors import Refused
from groupwork.i18n import N_

Text = Callable[[str], str]
"""Translates a source text: `_` for the screen, `words(language).text` for a sheet."""


class Status(StrEnum):
    """The stored code of a mark. C is derived from a session that was not held and never stored."""

    PRESENT = "P"
    TOO_LATE = "R"
    ABSENT = "A"
    CANCELLED = "X"
    UNWELL = "U"
    OTHER = "O"
    DECLINED = "D"
    TRANSPORT = "T"
    HOSPITAL = "H"
    LEAVE = "V"
    NOT_BOOKED = "N"
    WALK_IN = "W"
    CENTRE_CANCELLED = "C"


class Expected(StrEnum):
    """Whether a status counts the person as expected that day."""

    YES = "yes"
    NO = "no"
    PAUSED = "paused"


@dataclass(frozen=True)
class Meaning:
    """What a status means; `label` is a gettext source text, keys are upper-case letters or empty."""

    label: str
    expected: Expected
    attended: bool
    in_building: bool
    key_en: str
    key_de: str


MEANINGS: dict[Status, Meaning] = {
    Status.PRESENT: Meaning(N_("present"), Expected.YES, True, True, "P", "A"),
    Status.TOO_LATE: Meaning(N_("came too late to join"), Expected.YES, False, True, "R", "Z"),
    Status.ABSENT: Meaning(N_("absent, no word"), Expected.YES, False, False, "A", "F"),
    Status.CANCELLED: Meaning(N_("cancelled by the person"), Expected.YES, False, False, "X", "X"),
    Status.UNWELL: Meaning(N_("unwell"), Expected.YES, False, False, "U", "K"),
    Status.OTHER: Meaning(N_("other appointment"), Expected.YES, False, False, "O", "T"),
    Status.DECLINED: Meaning(N_("declined on the day"), Expected.YES, False, True, "D", "D"),
    Status.TRANSPORT: Meaning(N_("transport failed"), Expected.NO, False, False, "T", "B"),
    Status.HOSPITAL: Meaning(N_("hospital"), Expected.PAUSED, False, False, "H", "H"),
    Status.LEAVE: Meaning(N_("agreed leave"), Expected.PAUSED, False, False, "V", "V"),
    Status.NOT_BOOKED: Meaning(N_("not booked today"), Expected.NO, False, False, "N", "N"),
    Status.WALK_IN: Meaning(N_("walk-in"), Expected.NO, True, True, "", ""),
    Status.CENTRE_CANCELLED: Meaning(N_("centre cancelled"), Expected.NO, False, False, "", ""),
}
LATE_KEY = {"en": "L", "de": "S"}
EARLY_KEY = {"en": "E", "de": "G"}
TYPED = tuple(s for s in Status if s not in (Status.WALK_IN, Status.CENTRE_CANCELLED))
"""Statuses a person can type, in the order of DOMAIN.md."""
DAY_MINUTES = 24 * 60
MAX_REASON = 200


@dataclass(frozen=True)
class Mark:
    """One person's attendance in one session. `status` None is "not recorded", never anything else.

    late_min and early_min are None when not late or not early, 0 when late or early without minutes
    said; minutes only when typed. `planned`: came from a planned absence.
    """

    status: Status | None = None
    late_min: int | None = None
    early_min: int | None = None
    minutes: int | None = None
    reason: str = ""
    told_at: date | None = None
    planned: bool = False

    @property
    def attended(self) -> bool:
        """True when the person took part."""
        return self.status is not None and MEANINGS[self.status].attended

    def with_status(self, status: Status | None) -> Mark:
        """The mark newly set to a status: minutes of another status do not carry over."""
        return Mark(status=status, reason=self.reason if status == self.status else "")

    def late(self, minutes: int) -> Mark:
        """Present (or walk-in) and late by so many minutes; keeps an early leaving."""
        return replace(self._there(), late_min=minutes)

    def early(self, minutes: int) -> Mark:
        """Present (or walk-in) and left early by so many minutes; keeps a late coming."""
        return replace(self._there(), early_min=minutes)

    def _there(self) -> Mark:
        """This mark when attended, else a plain present one: what was said with an absence goes."""
        return self if self.attended else Mark(status=Status.PRESENT)


NOT_RECORDED = Mark()


def key_for(status: Status, language: str) -> str:
    """The capital letter that sets this status, or "" where no key does."""
    meaning = MEANINGS[status]
    return meaning.key_de if language == "de" else meaning.key_en


def status_for_key(letter: str, language: str) -> Status | None:
    """The status a letter sets (either case), or None. L and E (DE S and G) are not statuses."""
    wanted = letter.upper()
    return next((s for s in TYPED if key_for(s, language) == wanted), None)


def sign(mark: Mark, language: str) -> str:
    """What is shown and printed: the key's capital, L/E/LE (DE S/G/SG) for late and early, "" when blank.

    W and C keep theirs in every language; a walk-in that is late stays W.
    """
    if mark.status is None:
        return ""
    if mark.status is Status.PRESENT and (mark.late_min is not None or mark.early_min is not None):
        late = LATE_KEY.get(language, LATE_KEY["en"]) if mark.late_min is not None else ""
        early = EARLY_KEY.get(language, EARLY_KEY["en"]) if mark.early_min is not None else ""
        return late + early
    return key_for(mark.status, language) or mark.status.value


def words(mark: Mark, text: Text, label: str | None = None) -> str:
    """The mark in words: "late 10 min, left early 20 min", "absent, no word", "not recorded".

    `label` is what the centre calls the status, when it is not ours.
    """
    if mark.status is None:
        return text(N_("not recorded"))
    parts = [] if _only_timing(mark) else [label or text(MEANINGS[mark.status].label)]
    if mark.late_min is not None:
        source = N_("late {minutes} min") if mark.late_min else N_("late")
        parts.append(text(source).format(minutes=mark.late_min))
    if mark.early_min is not None:
        source = N_("left early {minutes} min") if mark.early_min else N_("left early")
        parts.append(text(source).format(minutes=mark.early_min))
    if mark.minutes is not None:
        parts.append(text(N_("{minutes} min")).format(minutes=mark.minutes))
    return ", ".join(parts)


def _only_timing(mark: Mark) -> bool:
    timed = mark.late_min is not None or mark.early_min is not None
    return mark.status is Status.PRESENT and timed


def counted_minutes(mark: Mark, session_minutes: int) -> int | None:
    """Minutes that count: typed, else session length − late − early; clipped to 0…session length.

    None when the person did not take part.
    """
    if not mark.attended:
        return None
    said = mark.minutes
    if said is None:
        said = session_minutes - (mark.late_min or 0) - (mark.early_min or 0)
    return max(0, min(said, session_minutes))


def minutes_over(mark: Mark, session_minutes: int) -> bool:
    """True when the typed minutes, or late and early together, do not fit into the session."""
    if not mark.attended:
        return False
    if mark.minutes is not None:
        return mark.minutes > session_minutes
    return (mark.late_min or 0) + (mark.early_min or 0) > session_minutes


def checked(mark: Mark) -> Mark:
    """The mark itself when it may be stored; raises Refused in words when it may not."""
    if mark.status is Status.CENTRE_CANCELLED:
        raise Refused(N_("“Centre cancelled” belongs to the session: choose “Not held” there."))
    numbers = (mark.late_min, mark.early_min, mark.minutes)
    if not mark.attended and any(n is not None for n in numbers):
        raise Refused(N_("Minutes go only with somebody who was there."))
    if any(n is not None and not 0 <= n <= DAY_MINUTES for n in numbers):
        raise Refused(N_("Minutes must be between 0 and {most}."), most=DAY_MINUTES)
    if len(mark.reason) > MAX_REASON or not mark.reason.isprintable():
        raise Refused(
            N_("The reason may have up to {most} letters and no control characters."), most=MAX_REASON
        )
    return mark
