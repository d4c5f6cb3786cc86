"""Views of people's records, gathered so that looking again within five minutes is one entry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

COALESCED = timedelta(minutes=5)


class Views:
    """What was looked at and is not yet in the journal."""

    def __init__(self) -> None:
        self._pending: dict[int | None, set[int]] = {}
        self._seen: dict[tuple[int | None, int], datetime] = {}

    def add(self, people: Iterable[int], actor: int | None, now: datetime) -> None:
        """Remember a look at these people, unless this sign-in looked less than five minutes ago."""
        for person in people:
            before = self._seen.get((actor, person))
            if before is None or now - before >= COALESCED or now < before:
                self._seen[actor, person] = now
                self._pending.setdefault(actor, set()).add(person)

    def pending(self) -> tuple[tuple[int | None, list[int]], ...]:
        """What has to be written: (sign-in, people's numbers)."""
        return tuple((actor, sorted(people)) for actor, people in self._pending.items())

    def written(self) -> None:
        """What was pending is stored now."""
        self._pending.clear()
