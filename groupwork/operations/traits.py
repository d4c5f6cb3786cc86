"""Strengths, needs, adaptations, interests, diet and observances written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groupwork.domain.ids import ParticipantId, TraitId
from groupwork.domain.text import clean_line
from groupwork.domain.traits import MOST_WORDS, NO_WORDS, TraitKind, check_kind
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.profiles import existing_person
from groupwork.store.tables import Trait

if TYPE_CHECKING:
    from groupwork.store.journal import Done

GONE = N_("This entry was removed in the meantime.")


@allowed(Right.PEOPLE)
def add_trait(desk: Desk, participant: ParticipantId, kind: str, words: str) -> Done:
    """Add words about a person at the end of their kind."""
    found, said = _clean(kind, words)
    existing_person(participant)
    position = Trait.select().where(Trait.participant == participant).count()
    with desk.step("trait.added", participant=participant) as step:
        step.save(Trait(participant=participant, position=position, kind=found, words=said))
    return step.done


@allowed(Right.PEOPLE)
def change_trait(desk: Desk, trait: TraitId, kind: str, words: str) -> Done:
    """Give them another kind or other words."""
    row = _existing(trait)
    row.kind, row.words = _clean(kind, words)
    with desk.step("trait.changed", participant=row.participant_id) as step:
        step.save(row)
    return step.done


@allowed(Right.PEOPLE)
def remove_trait(desk: Desk, trait: TraitId) -> Done:
    """Take them away."""
    row = _existing(trait)
    with desk.step("trait.removed", participant=row.participant_id) as step:
        step.delete(row)
    return step.done


def _clean(kind: str, words: str) -> tuple[TraitKind, str]:
    said = clean_line(words, MOST_WORDS)
    if not said:
        raise Refused(NO_WORDS)
    return check_kind(kind), said


def _existing(trait: TraitId) -> Trait:
    row: Trait | None = Trait.get_or_none(Trait.id == trait)
    if row is None:
        raise Refused(GONE)
    return row
