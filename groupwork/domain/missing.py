"""Missing registers: sessions that are over and whose register is not complete, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from groupwork.domain.sessions import SessionInfo


@dataclass(frozen=True)
class MissingRegister:
    """A session of a past day whose register is missing or has blanks. `mine`: the asker runs it."""

    session: SessionInfo
    mine: bool = False

    @property
    def blank(self) -> int:
        """People who are not recorded."""
        return max(0, self.session.on_register - self.session.recorded)

    @property
    def responsible(self) -> tuple[str, ...]:
        """The names of those who run the session; empty when nobody is named."""
        return tuple(person.name for person in self.session.staff)


def in_order(sessions: Iterable[SessionInfo], asker: str) -> tuple[MissingRegister, ...]:
    """The asker's own first, then the others; each oldest first."""
    lines = [MissingRegister(session, _runs(session, asker)) for session in sessions]
    return tuple(
        sorted(
            lines, key=lambda line: (not line.mine, line.session.date, line.session.start, line.session.id)
        )
    )


def _runs(session: SessionInfo, asker: str) -> bool:
    return bool(asker) and any(person.name == asker for person in session.staff)
