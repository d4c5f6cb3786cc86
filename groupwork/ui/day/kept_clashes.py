"""Clashes that the person looked at and wants to leave: not shown again while this page lives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from groupwork.domain.clashes import Clash, ClashKind
from groupwork.domain.ids import SessionId
from groupwork.domain.sessions import SessionInfo
from groupwork.i18n import current


class KeptClashes:
    """Nothing of it is stored: another day the warning is there again."""

    def __init__(self) -> None:
        self._kept: set[tuple[SessionId, ClashKind]] = set()

    def keep(self, session: SessionId, kind: ClashKind) -> None:
        """Leave a session's clashes of this kind as they are."""
        self._kept.add((session, kind))

    def without(
        self, clashes: Mapping[SessionId, tuple[Clash, ...]], sessions: Iterable[SessionInfo]
    ) -> dict[SessionId, tuple[Clash, ...]]:
        """The clashes without those that were left, at both of the sessions that clash."""
        if not self._kept:
            return dict(clashes)
        infos = {session.id: session for session in sessions}
        others = {
            (infos[id_].date, kind, infos[id_].title, current().span(infos[id_].start, infos[id_].end))
            for id_, kind in self._kept
            if id_ in infos
        }
        found = {}
        for id_, all_ in clashes.items():
            day = infos[id_].date if id_ in infos else None
            left = tuple(
                clash
                for clash in all_
                if (id_, clash.kind) not in self._kept and (day, clash.kind, *_other(clash)) not in others
            )
            if left:
                found[id_] = left
        return found


def _other(clash: Clash) -> tuple[str, str]:
    """Title and time of the session a clash names."""
    values = dict(clash.values)
    return values.get("title", ""), values.get("time", "")
