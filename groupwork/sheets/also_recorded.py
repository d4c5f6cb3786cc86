"""What was recorded and has no place in the grid of a record copy: in words, a line for each person.

It stands between legend and foot, where a blank sheet has lines for notes; else on a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from groupwork.domain.layout import Layout
from groupwork.domain.mood import MOOD_LABELS, PART_LABELS
from groupwork.domain.register import RegisterRow
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.sheet_facts import Look, SessionFacts
from groupwork.domain.tasks import REASON_LABELS
from groupwork.i18n import N_, Words
from groupwork.sheets import blocks
from groupwork.sheets.blocks import Block, Placing
from groupwork.sheets.rows import shown_names

TITLE = N_("Also recorded")
LEFT, TOP, BOTTOM = 16.0, 42.0, 14.0
HEAD, BODY, LINE = 10.5, 9.0, 4.2
NAME_WIDTH = 44.0
ABOVE, BELOW = 4.0, 6.0
"""White to the legend and to the foot line."""


@dataclass(frozen=True)
class Also:
    """The lines, placed: within the last page of the layout, or on pages that follow it."""

    placed: Placing
    within: bool

    @property
    def pages(self) -> int:
        """How many pages it adds."""
        return 0 if self.within else len(self.placed.pages)


def plan_also(facts: SessionFacts, layout: Layout, look: Look, words: Words) -> Also | None:
    """Where the lines go; None when the grid says everything."""
    found = _lines(facts, layout, look, words)
    if not found:
        return None
    placed = Placing(*_free(layout))
    placed.add(LEFT, [_title(layout, look, words), *found])
    if len(placed.pages) == 1 and placed.y <= placed.bottom:
        return Also(placed, within=True)
    placed = Placing(TOP, layout.height - BOTTOM)
    placed.add(LEFT, found)
    return Also(placed, within=False)


def _free(layout: Layout) -> tuple[float, float]:
    """The height between the legend and the foot line of the last page; a copy needs no lines for the pen."""
    slots = layout.pages[-1].slots
    legend = max(slot.y for slot in slots if slot.name.startswith("legend."))
    foot = min(slot.y for slot in slots if slot.name.startswith("field."))
    return legend + ABOVE, foot - BELOW


def _scale(look: Look) -> float:
    return 1.22 if look.large else 1.0


def _title(layout: Layout, look: Look, words: Words) -> Block:
    size, leading = HEAD * _scale(look), LINE * 1.3 * _scale(look)
    return blocks.words(words.text(TITLE), layout.width - 2 * LEFT, size, 700, leading=leading, opens=True)


def _lines(facts: SessionFacts, layout: Layout, look: Look, words: Words) -> list[Block]:
    register = facts.register
    if not facts.record or register.session.status is SessionStatus.NOT_HELD:
        return []
    said = [said_of(row, words, faces=register.records_mood) for row in register.rows]
    size, leading = BODY * _scale(look), LINE * _scale(look)
    width, at = layout.width - 2 * LEFT, NAME_WIDTH * _scale(look)
    return [
        blocks.pair(
            f"{n}  {shown_names(row)[0]}", "; ".join(each), width, at, size, leading=leading, after=0.8
        )
        for n, (row, each) in enumerate(zip(register.rows, said, strict=True), start=1)
        if each
    ]


def said_of(row: RegisterRow, words: Words, *, faces: bool) -> tuple[str, ...]:
    """What the grid does not show of a person; `faces`: it has faces for the mood."""
    return tuple(_said(row, words, faces=faces))


def _said(row: RegisterRow, words: Words, *, faces: bool) -> Iterator[str]:
    yield from _mark(row, words)
    if not row.mark.attended:
        return
    t = words.text
    if row.participation is not None:
        label = t(PART_LABELS[row.participation])
        yield t(N_("participation {n} ({words})")).format(n=row.participation, words=label)
    if not faces:
        yield from _moods(row, words)
    yield from _reasons(row, words)


def _mark(row: RegisterRow, words: Words) -> Iterator[str]:
    mark, t = row.mark, words.text
    if mark.minutes is not None:
        yield t(N_("{n} minutes, as entered")).format(n=mark.minutes)
    if mark.planned and mark.status is not None and not mark.attended:
        yield t(N_("planned absence"))
    if mark.told_at is not None:
        yield t(N_("told {day}")).format(day=words.day(mark.told_at))
    if mark.reason:
        yield t(N_("reason: {reason}")).format(reason=mark.reason)


def _moods(row: RegisterRow, words: Words) -> Iterator[str]:
    t = words.text
    for source, mood in (
        (N_("mood before: {face}"), row.mood_before),
        (N_("mood after: {face}"), row.mood_after),
    ):
        if mood is not None:
            yield t(source).format(face=t(MOOD_LABELS[mood]))


def _reasons(row: RegisterRow, words: Words) -> Iterator[str]:
    t = words.text
    for number, result in enumerate(row.results, start=1):
        if result is not None and result.reason is not None:
            reason = t(REASON_LABELS[result.reason])
            yield t(N_("task {n} not done: {reason}")).format(n=number, reason=reason)
