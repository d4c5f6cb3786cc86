"""How much was made: a few quantities and minutes in the demo, each from a stream of its own."""

from __future__ import annotations

from groupwork.domain.demo.chance import Chance

COUNTED: dict[str, tuple[int, int]] = {"A01-3": (2, 8), "A02-3": (1, 4)}
"""Task → fewest and most pieces: boards sanded, pots glazed."""
TIMED: dict[str, tuple[int, int]] = {"A01-3": (4, 9)}
"""Task → minutes in steps of five."""
SAID = 0.4
"""Facilitators write it down so often."""


def made(
    seed: object, task: str, person: str, session: object, outcome: str
) -> tuple[int | None, int | None]:
    """Quantity and minutes of one result; mostly nothing."""
    if task not in COUNTED or outcome not in ("done", "partly"):
        return None, None
    chance = Chance(seed, "quantity", task, person, session)
    if not chance.happens(SAID):
        return None, None
    quantity = chance.between(*COUNTED[task])
    timed = task in TIMED and chance.happens(0.5)
    return quantity, 5 * chance.between(*TIMED[task]) if timed else None
