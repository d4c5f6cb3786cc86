"""What is good to know of a person in words: strengths, needs, adaptations, interests, diet, observances."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from groupwork.domain.ids import TraitId
from groupwork.errors import Refused
from groupwork.i18n import N_

MOST_WORDS = 500


class TraitKind(StrEnum):
    """Kinds, in the order they are shown."""

    STRENGTH = "strength"
    NEED = "need"
    ADAPTATION = "adaptation"
    INTEREST = "interest"
    DIET = "diet"
    OBSERVANCE = "observance"


TRAIT_LABELS: dict[TraitKind, str] = {
    TraitKind.STRENGTH: N_("strength"),
    TraitKind.NEED: N_("need"),
    TraitKind.ADAPTATION: N_("adaptation"),
    TraitKind.INTEREST: N_("interest"),
    TraitKind.DIET: N_("diet"),
    TraitKind.OBSERVANCE: N_("observance"),
}


@dataclass(frozen=True)
class Trait:
    """One of them, in words."""

    id: TraitId
    kind: TraitKind
    words: str


NO_KIND = N_("Choose one of the kinds.")
NO_WORDS = N_("Please type some words.")


def check_kind(kind: str) -> TraitKind:
    """The kind of a code; Refused when there is none."""
    try:
        return TraitKind(kind)
    except ValueError as error:
        raise Refused(NO_KIND) from error
