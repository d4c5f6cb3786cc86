"""The legend of a record copy: every sign that stands on it, and none of how to fill it in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from groupwork.domain.attendance import Status
from groupwork.domain.layout import Page, Slot
from groupwork.domain.layout_frame import CORNER_ROOM, MARGIN, TYPED
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.signs import Signs
from groupwork.domain.tasks import HELP_LABELS, PAPER_LEVELS, Outcome, TaskResult
from groupwork.i18n import N_, Words
from groupwork.sheets import labels, signs
from groupwork.sheets.flow import Bit, Gap, Label, Sign, Tab
from groupwork.sheets.page import Paper
from groupwork.sheets.recorded import HALF, TIMES

NOT_IN_BOXES = (Status.HOSPITAL, Status.LEAVE, Status.NOT_BOOKED, Status.WALK_IN)
"""Statuses whose sign only a record copy shows."""
FLOOR = 5.0
"""Points: on the very rare sheet that has every status and level it gets as small as this."""
PAGE_NUMBER = 24.0
"""What "page 1 of 16" takes at the right, and white before it."""


@dataclass(frozen=True)
class Said:
    """What a legend is about. `everything`: boxes and codes too that nobody has."""

    page: Page
    register: Register
    words: Words
    own: Signs
    everything: bool = True


def legend(name: str, said: Said) -> tuple[Bit, ...]:
    """The bits of a legend line by the name of its slot."""
    split = said.page.slot("legend.came1") is not None
    lines = {
        "came": lambda: (*_came(said), Gap(0.5), *_others(said)),
        "came1": lambda: (*_came(said), *_mood(said)),
        "came2": lambda: (Tab(3.9), *_others(said)),
        "help": lambda: (*_help(said), *(() if split else _mood(said))),
    }
    return lines[name]() if name in lines else labels.legend(name, said.words, said.own)


def room(slot: Slot, page: Page) -> Slot:
    """The line to the right margin: a copy has no square code there, at most its page number."""
    typed = page.slot("typed")
    taken = PAGE_NUMBER if typed is not None and abs(typed.y - slot.y) < 1 else 0.0
    more = CORNER_ROOM - MARGIN if not taken else TYPED + 1.0 - taken
    return replace(slot, width=slot.width + more)


def how_to_read(words: Words) -> str:
    """What is not marked means."""
    return words.text(N_("Empty: not recorded. Struck through: not there or not offered."))


def _came(said: Said) -> tuple[Bit, ...]:
    head = labels.head(N_("Came?"), said.words)
    other = Label("+", 700), Gap(0.25), Label(said.words.text(N_("other:")))
    return (*head, *labels.came(said.words, said.own), *other)


def _others(said: Said) -> tuple[Bit, ...]:
    """The codes that are not boxes; those that cannot be ticked only where they stand."""
    there = {row.mark.status for row in said.register.rows}
    bits: list[Bit] = [Gap(0.0)]
    for status, text in labels.OTHER_WORDS.items():
        if said.everything or status in there:
            bits += labels.pair(
                said.own.sign_of(status), said.own.own_label(status) or said.words.text(text), 500
            )
    for status in NOT_IN_BOXES:
        if status in there:
            bits += labels.pair(said.own.sign_of(status), said.own.label(status, said.words.text), 500)
    return tuple(bits[:-1])


def _mood(said: Said) -> tuple[Bit, ...]:
    """Which of the two marks of a face was when."""
    faces = any(column.group == "mood" for column in said.page.columns)
    if not faces or all(row.mood_after is None for row in said.register.rows):
        return ()
    bits: list[Bit] = [Gap(1.5)]
    for sign, text in ((_small_cross, N_("mood before")), (_ring, N_("mood after"))):
        bits += (Sign(sign, 1.3), Label(said.words.text(text)), Gap(1.0))
    return tuple(bits[:-1])


def _small_cross(paper: Paper, x: float, y: float, r: float) -> None:
    signs.cross(paper, x, y, 2.4 * r)


def _ring(paper: Paper, x: float, y: float, r: float) -> None:
    paper.circle(x, y, r * 0.9, 0.35)


def _small_tick(paper: Paper, x: float, y: float, r: float) -> None:
    signs.tick(paper, x, y, 1.8 * r)


def _help(said: Said) -> tuple[Bit, ...]:
    found, t = tuple(_results(said.register.rows)), said.words.text
    used = {result.level for result in found}
    bits: list[Bit] = [*labels.head(N_("Help"), said.words)]
    for level in (6, 5, 4, 3, 2, 1):
        if level in used or (said.everything and level in PAPER_LEVELS):
            bits += labels.pair(str(level), t(labels.HELP_WORDS.get(str(level), HELP_LABELS[level])))
    if said.everything or any(result.outcome is Outcome.NOT_DONE for result in found):
        bits += labels.pair("0", t(N_("not done")))
    if any(result.was_done and result.level is None for result in found):
        bits += (Sign(_small_tick, 1.5), Label(t(N_("done"))), Gap(1.0))
    for sign, text in _more(found):
        bits += labels.pair(sign, t(text))
    return tuple(bits)


def _more(found: Sequence[TaskResult]) -> Iterator[tuple[str, str]]:
    if any(result.outcome is Outcome.PARTLY for result in found):
        yield HALF, N_("partly")
    if any(result.outcome is Outcome.NOT_OFFERED for result in found):
        yield "–", N_("not offered")
    if any(result.quantity is not None for result in found):
        yield TIMES, N_("quantity")


def _results(rows: Sequence[RegisterRow]) -> Iterator[TaskResult]:
    for row in rows:
        if row.mark.status is None or row.mark.attended:
            yield from (result for result in row.results if result is not None)
