"""The sentences at the head of the fire list: how many, and what the list was made from."""

from __future__ import annotations

from groupwork.domain.fire_list import Basis, FireFacts
from groupwork.i18n import N_, Words

COUNTS = {
    Basis.HERE: N_("Here now: {n}"),
    Basis.EXPECTED: N_("Expected: {n}"),
    Basis.CAME: N_("Came: {n}"),
    Basis.EVERYBODY: N_("Everybody at the centre: {n}"),
    Basis.NOBODY: N_("Here now: {n}"),
}
HOW = {
    Basis.HERE: N_(
        "As recorded and as the registers say. Tick everybody you see; count; tell the fire brigade."
    ),
    Basis.EXPECTED: N_("Nobody’s arrival is recorded: this is who is expected, not who is here."),
    Basis.CAME: N_("A past day: this is who came, not who is here."),
    Basis.EVERYBODY: N_("Nobody is recorded as here or expected: this is everybody. Tick whom you see."),
    Basis.NOBODY: N_("Nobody is on record at the centre yet: write down everybody you see."),
}


def count_words(facts: FireFacts, language: Words) -> str:
    """How many; without anybody on record a line to write the number on."""
    n = "____" if facts.basis is Basis.NOBODY else len(facts.lines)
    return language.text(COUNTS[facts.basis]).format(n=n)


def how_words(facts: FireFacts, language: Words) -> str:
    """Where the list comes from."""
    return language.text(HOW[facts.basis])


def staff_head(facts: FireFacts, language: Words) -> str:
    """Above the staff: those of nobody's session are not said to be on duty."""
    planned = not facts.staff or any(line.start for line in facts.staff)
    return language.text(N_("Staff on duty") if planned else N_("Staff"))
