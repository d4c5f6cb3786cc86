"""Phrases: sentences used again and again in notes, in the centre's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groupwork.domain.ids import PhraseId
from groupwork.domain.notes import PART_LABELS
from groupwork.domain.phrases import BEGINS, PhraseInfo
from groupwork.domain.text import clean_line, clean_text
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store.tables import Phrase

if TYPE_CHECKING:
    from groupwork.store.journal import Done

MOST_SHORT = 20
MOST_WORDS = 2_000
MOST_PHRASES = 300


@allowed(Right.NOTES)
def phrases(desk: Desk) -> tuple[PhraseInfo, ...]:
    """Every phrase in the centre's order. One SELECT."""
    found = Phrase.select().order_by(Phrase.position, Phrase.id)
    return tuple(PhraseInfo(PhraseId(row.id), row.words, row.short, row.part) for row in found)


@allowed(Right.NOTES)
def add_phrase(desk: Desk, words: str, *, short: str = "", part: str = "") -> Done:
    """Keep a sentence. Refused in words: empty, a short form that is taken, an unknown part."""
    there = phrases(desk)
    if len(there) >= MOST_PHRASES:
        raise Refused(N_("There are {most} phrases already. Remove one first."), most=MOST_PHRASES)
    row = Phrase(position=len(there))
    _fill(row, words, short, part, there)
    with desk.step("phrase.added") as step:
        step.save(row)
    return step.done


@allowed(Right.NOTES)
def change_phrase(desk: Desk, phrase: PhraseId, words: str, *, short: str = "", part: str = "") -> Done:
    """Change a phrase; notes that were written with it stay as they are."""
    row = _existing(phrase)
    _fill(row, words, short, part, tuple(p for p in phrases(desk) if p.id != phrase))
    with desk.step("phrase.changed") as step:
        step.save(row)
    return step.done


@allowed(Right.NOTES)
def move_phrase(desk: Desk, phrase: PhraseId, to: int) -> Done:
    """Put a phrase at another place (0 is the first)."""
    order = [p.id for p in phrases(desk) if p.id != phrase]
    row = _existing(phrase)
    order.insert(max(0, min(to, len(order))), PhraseId(row.id))
    with desk.step("phrase.moved") as step:
        for position, number in enumerate(order):
            each = _existing(number)
            each.position = position
            step.save(each)
    return step.done


@allowed(Right.NOTES)
def remove_phrase(desk: Desk, phrase: PhraseId) -> Done:
    """Take a phrase away."""
    row = _existing(phrase)
    with desk.step("phrase.removed") as step:
        step.delete(row)
    return step.done


@allowed(Right.NOTES)
def beginning(desk: Desk) -> tuple[tuple[str, str], ...]:
    """(part, words) of the phrases that begin every first draft. One SELECT."""
    return tuple((p.part, p.words) for p in phrases(desk) if p.short == BEGINS)


def _existing(phrase: PhraseId) -> Phrase:
    row: Phrase | None = Phrase.get_or_none(Phrase.id == phrase)
    if row is None:
        raise Refused(N_("This phrase is no longer there."))
    return row


def _fill(row: Phrase, words: str, short: str, part: str, others: tuple[PhraseInfo, ...]) -> None:
    row.words, row.short = clean_text(words, MOST_WORDS).strip(), clean_line(short, MOST_SHORT)
    if not row.words:
        raise Refused(N_("Type the words of the phrase."))
    if " " in row.short:
        raise Refused(N_("The short form is one word."))
    if row.short not in ("", BEGINS) and any(p.short == row.short for p in others):
        raise Refused(N_("There is already a phrase with the short form {short}."), short=row.short)
    if part and part not in PART_LABELS:
        raise Refused(N_("Choose a part of a note for the phrase."))
    row.part = part
