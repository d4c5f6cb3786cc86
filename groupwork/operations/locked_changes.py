"""What a step did to registers that are locked: nothing, unless somebody said why.

`Desk.step` asks here at the end of every step, so that no way of changing a mark goes past the lock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from groupwork.domain.ids import SessionId
from groupwork.domain.sessions import SessionStatus
from groupwork.operations import lock_rows

if TYPE_CHECKING:
    from groupwork.store.database import Store
    from groupwork.store.journal import Step

Values = dict[str, object]

RECORD: dict[str, tuple[str, ...]] = {
    "attendance": (
        *("status", "late_min", "early_min", "minutes", "reason", "told_at", "planned"),
        *("participation", "mood_before", "mood_after"),
    ),
    "result": ("outcome", "level", "reason", "quantity", "minutes"),
    "session_task": ("name",),
    "session": ("status", "reason"),
}
"""What of a register is a record. A row of its own coming or going counts too, but not a session's."""
TIMES = ("date", "start", "end")
"""Of a session that was held: hours are counted from them."""


@dataclass(frozen=True)
class _Net:
    """One row as it was before the step and as it is after it; None stands for no row."""

    table: str
    row: int
    before: Values | None
    after: Values | None

    @property
    def known(self) -> Values:
        """The row, whichever way it went."""
        return self.before or self.after or {}

    @property
    def recorded(self) -> bool:
        """Whether a record differs."""
        if self.before is None or self.after is None:
            return self.table != "session"
        columns = RECORD[self.table]
        if self.table == "session" and SessionStatus.HELD in (self.before["status"], self.after["status"]):
            columns += TIMES
        return any(self.before[name] != self.after[name] for name in columns)


def require_reason(step: Step, store: Store, today: date, who: str) -> None:
    """Raise NeedsReason when the step changed records of locked registers and `who` did not say why.

    Sessions that the step itself made are new, not changed; one that goes leaves no register behind. A
    step about something else costs nothing, one on open registers one SELECT, on locked ones two.
    """
    net = _net(step)
    sessions, tasks = _belonging([each for each in net if each.recorded], net)
    sessions -= {each.row for each in net if each.table == "session" and each.before is None}
    if sessions or tasks:
        locks, days = lock_rows.lock_and_days(store, sessions, tasks)
        before = _days_before(net)
        then = {session: before.get(session, day) for session, day in days.items()}
        lock_rows.require_open(store, then, today, locks, who)


def _days_before(net: Iterable[_Net]) -> dict[SessionId, date]:
    """The day of each session that changed, as it was before the step."""
    return {
        SessionId(each.row): date.fromisoformat(str(each.before["date"]))
        for each in net
        if each.table == "session" and each.before is not None
    }


def _net(step: Step) -> list[_Net]:
    """What the step did to each row of a register in the end."""
    first: dict[tuple[str, int], Values | None] = {}
    last: dict[tuple[str, int], Values | None] = {}
    for each in step.written:
        key = each.shape.table, each.row
        if key[0] in RECORD:
            names = each.shape.columns
            first.setdefault(key, None if each.before is None else dict(zip(names, each.before, strict=True)))
            last[key] = None if each.after is None else dict(zip(names, each.after, strict=True))
    found = (_Net(*key, before, last[key]) for key, before in first.items())
    return [each for each in found if each.before != each.after]


def _belonging(changed: Iterable[_Net], net: Iterable[_Net]) -> tuple[set[int], set[int]]:
    """The sessions these rows belong to, and the tasks whose session has to be looked up.

    A task that went is known from its own row.
    """
    of = {each.row: _number(each.known["session_id"]) for each in net if each.table == "session_task"}
    sessions, tasks = set(), set()
    for each in changed:
        if each.table == "session":
            sessions.add(each.row)
        elif each.table != "result":
            sessions.add(_number(each.known["session_id"]))
        elif (task := _number(each.known["task_id"])) in of:
            sessions.add(of[task])
        else:
            tasks.add(task)
    return sessions, tasks


def _number(value: object) -> int:
    return int(str(value))
