"""What every drawer hands back, and the lock they share: one sheet is drawn at a time."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

LOCK = Lock()


@dataclass(frozen=True)
class Drawn:
    """A PDF, and the same content as text, page by page."""

    data: bytes
    text: tuple[str, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.text)
