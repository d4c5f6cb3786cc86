"""The words of session sheets in the sheet's own language."""

from __future__ import annotations

from groupwork.domain.attendance import Status
from groupwork.domain.people import AlertKind
from groupwork.domain.sessions import SessionInfo
from groupwork.domain.signs import EARLY, LATE, Signs
from groupwork.i18n import N_, Words
from groupwork.sheets import signs
from groupwork.sheets.flow import Bit, Gap, Label, Sign, Tab

_CAME_WORDS = {
    "P": N_("present"),
    "L": N_("late (min)"),
    "E": N_("left early (min)"),
    "A": N_("absent, no word"),
}
OTHER_WORDS = {
    Status.CANCELLED: N_("cancelled"),
    Status.UNWELL: N_("unwell"),
    Status.OTHER: N_("other appointment"),
    Status.DECLINED: N_("declined on the day"),
    Status.TRANSPORT: N_("transport failed"),
    Status.TOO_LATE: N_("too late to join"),
}
HELP_WORDS = {
    "6": N_("on own"),
    "4": N_("with prompts"),
    "3": N_("with help"),
    "0": N_("not done (say why in the notes)"),
}
_ALERT_WORDS = {
    AlertKind.SAFETY: N_("safety: see first page"),
    AlertKind.FOOD: N_("food"),
    AlertKind.LANGUAGE: N_("language"),
    AlertKind.SUPPORT: N_("support"),
    AlertKind.ONE_TO_ONE: N_("one to one"),
    AlertKind.NO_PHOTOS: N_("no photos"),
}
FIELDS = {
    "room": N_("In the room"),
    "staff": N_("Staff"),
    "visitors": N_("Visitors"),
    "tools": N_("Tools in"),
    "closed": N_("Closed at"),
    "signature": N_("Signature"),
}
HEADS = {
    "head.came": N_("Came?"),
    "head.code": N_("code or min"),
    "head.note": N_("see note"),
    "head.sign": N_("initials"),
    "head.notes": N_("notes"),
    "head.mood": N_("Mood"),
    "notes": N_("Notes"),
}
STAFF_ONLY = N_("STAFF ONLY – names and health")
DROP_IN = N_("drop-in: name")
PREVIEW = N_("Preview – not for use")


def box_letter(code: str, signs_: Signs) -> str:
    """The letter over a box: attendance in the centre's signs, levels as they are."""
    return signs_.letter(code) if code in ("P", LATE, EARLY, "A") else code


def date_line(session: SessionInfo, words: Words) -> str:
    """ "Tue 29 Sep 2026  09:45–12:15", "Di 29.09.2026  09:45–12:15 Uhr"."""
    return f"{day_line(session, words)}  {time_span(session, words)}"


def time_span(session: SessionInfo, words: Words) -> str:
    """ "09:45–12:15", "09:45–12:15 Uhr"."""
    span = words.span(session.start, session.end)
    return f"{span} Uhr" if words.language == "de" else span


def day_line(session: SessionInfo, words: Words) -> str:
    """ "Tue 29 Sep 2026", "Di 29.09.2026"."""
    weekday = words.day(session.date).split()[0].rstrip(".,")
    return f"{weekday} {words.short_day(session.date)}"


def where_line(session: SessionInfo, words: Words) -> str:
    """ "Session 9 of 23 · Garden room"."""
    parts = []
    if session.number is not None:
        text = words.text(N_("Session {n} of {of}"))
        parts.append(text.format(n=session.number.n, of=session.number.of))
    if session.room_name:
        parts.append(session.room_name)
    return " · ".join(parts)


def how_line(words: Words, tasks: bool) -> tuple[Bit, ...]:
    """How to tick and how to correct, with drawn examples."""
    t = words.text
    tick = t(N_("Tick one box in each group.")) if tasks else t(N_("Tick one box."))
    return (
        Sign(signs.ticked, 1.7),
        Label(tick, 500),
        Gap(1.6),
        Sign(signs.blotted, 1.6),
        Label(t(N_("Wrong box? Fill it in, then tick the right one.")), 500),
        Gap(1.6),
        Label(t(N_("Anything else: tick “see note”.")), 500),
    )


def legend(name: str, words: Words, own: Signs) -> tuple[Bit, ...]:
    """The bits of a legend line by the name of its slot; `own` are the signs of the sheet."""
    lines = {
        "came": (*head(N_("Came?"), words), *came(words, own), *_other(words), Gap(0.5), *others(words, own)),
        "came1": (*head(N_("Came?"), words), *came(words, own), *_other(words)),
        "came2": (Tab(3.9), *others(words, own)),
        "help": (*head(N_("Help"), words), *_help(words)),
        "signs": (Tab(3.9), *_signs(words, tuple(_ALERT_WORDS))),
        "signs1": (Tab(3.9), *_signs(words, tuple(_ALERT_WORDS)[:3])),
        "signs2": _signs(words, tuple(_ALERT_WORDS)[3:]),
    }
    return lines[name]


def head(text: str, words: Words) -> tuple[Bit, ...]:
    """What a legend line is about."""
    return Label(words.text(text), 700), Tab(3.9)


def pair(letter: str, text: str, weight: int = 700) -> tuple[Bit, ...]:
    """A sign and what it means."""
    return Label(letter, weight), Gap(0.25), Label(text), Gap(1.0)


def _other(words: Words) -> tuple[Bit, ...]:
    return Label("+", 700), Gap(0.25), Label(words.text(N_("other – write the code:")))


def came(words: Words, own: Signs) -> tuple[Bit, ...]:
    """The boxes of attendance but for the last."""
    bits: list[Bit] = []
    for code, text in _CAME_WORDS.items():
        bits += pair(box_letter(code, own), own.own_label(code) or words.text(text))
    return tuple(bits)


def others(words: Words, own: Signs) -> tuple[Bit, ...]:
    """The codes that are written."""
    bits: list[Bit] = []
    for status, text in OTHER_WORDS.items():
        bits += pair(own.sign_of(status), own.own_label(status.value) or words.text(text), 500)
    return tuple(bits[:-1])


def _help(words: Words) -> tuple[Bit, ...]:
    bits: list[Bit] = []
    for level, text in HELP_WORDS.items():
        bits += pair(level, words.text(text))
    return (*bits, Gap(0.8), Label(words.text(N_("small figure before a group = last time"))))


def _signs(words: Words, kinds: tuple[AlertKind, ...]) -> tuple[Bit, ...]:
    bits: list[Bit] = []
    for kind in kinds:
        bits += (Sign(signs.ALERTS[kind]), Label(words.text(_ALERT_WORDS[kind])), Gap(1.3))
    return tuple(bits[:-1])


def kept_off(count: int, language: Words) -> str:
    """How many alerts are on the screen only, or empty: paper must not look as if there were none."""
    if not count:
        return ""
    text = language.plural("{n} more alert on the screen only", "{n} more alerts on the screen only", count)
    return text.format(n=count)
