"""Frozen registers and a gate without a file, for tests of the register's grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QObject, Signal

from groupwork.domain.attendance import Mark, Status, counted_minutes
from groupwork.domain.ids import ActivityId, FacilitatorId, ParticipantId, SessionId, TaskId
from groupwork.domain.people import Alert, AlertKind, PersonName, StaffBrief
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.sessions import Category, Number, SessionInfo, SessionStatus
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskColumn, TaskResult
from groupwork.errors import UserError
from groupwork.i18n import say

DAY = date(2026, 10, 12)
NOW = datetime.combine(DAY, time(9, 52))
LENGTH = 120
TASKS = ("Measure and mark", "Saw to length", "Sand the edges", "Join and glue")
GERMAN_TASKS = ("Messen und anreißen", "Zu\u00adschneiden", "Kanten schleifen", "Ver\u00adleimen")


def session(**other: Any) -> SessionInfo:
    """The wood workshop of the pictures."""
    values: dict[str, Any] = {
        "id": SessionId(1),
        "date": DAY,
        "start": time(9, 45),
        "end": time(11, 45),
        "activity": ActivityId(1),
        "title": "Wood workshop",
        "short": "Wood",
        "category": Category.CRAFT,
        "status": SessionStatus.HELD,
        "room_name": "Workshop",
        "staff": (
            StaffBrief(FacilitatorId(1), "F2", "Tomasz Wilkowski"),
            StaffBrief(FacilitatorId(2), "F4", "Samuel Okonjo"),
        ),
        "number": Number(13, 23, 1),
        "register_taken": True,
    }
    return SessionInfo(**(values | other))


def done(level: int) -> TaskResult:
    """Done at a help level."""
    return TaskResult(Outcome.DONE, level)


def marks(codes: str) -> tuple[Mark, ...]:
    """ "PLA": marks of these codes; L is present and late."""
    return tuple(Mark(Status.PRESENT, late_min=10) if c == "L" else Mark(Status(c)) for c in codes)


def person(n: int, full: str, mark: Mark, last: str = "", **other: Any) -> RegisterRow:
    """A row; results and last levels default to nothing for four tasks."""
    values: dict[str, Any] = {
        "results": (None,) * 4,
        "last_levels": (None,) * 4,
        "minutes": counted_minutes(mark, LENGTH),
        "last_four": marks(last),
    }
    name = PersonName(full.split(maxsplit=1)[0], full)
    return RegisterRow(ParticipantId(n), f"P{n:02}", name, mark, **(values | other))


def alert(words: str, kind: AlertKind = AlertKind.SAFETY) -> tuple[Alert, ...]:
    """One alert."""
    return (Alert(kind, words),)


def workshop_rows() -> tuple[RegisterRow, ...]:
    """The seven people of the pictures."""
    declined = TaskResult(Outcome.NOT_DONE, reason=NotDoneReason.DECLINED)
    offered = TaskResult(Outcome.NOT_OFFERED)
    present = Mark(Status.PRESENT)
    told = Mark(Status.OTHER, told_at=date(2026, 10, 5), planned=True)
    return (
        person(2, "Jürgen Hassenpflug-Maier", present, "PPPP", participation=3,
               results=(done(5), done(4), done(5), None), last_levels=(4, 4, None, 3)),
        person(5, "Zbigniew Łąckorzyński", present, "HHHH", participation=2,
               results=(done(6), done(4), done(3), None), last_levels=(6, 5, None, None),
               alerts=alert("back from hospital", AlertKind.SUPPORT)),
        person(3, "Björn Thielecke", Mark(Status.ABSENT), "PAAA", last_levels=(5, 4, None, None),
               alerts=(*alert("epilepsy"), *alert("no nuts", AlertKind.FOOD))),
        person(13, "Trần Quốc Kha", Mark(), "PAPA", last_levels=(3, 2, None, 2),
               alerts=alert("dust allergy: mask")),
        person(20, "João Valdevez", told, "PPLP", last_levels=(5, 5, None, 4), absence_words="dentist"),
        person(24, "Walter Kümmelbein", Mark(Status.PRESENT, late_min=10), "PPPP", participation=4,
               results=(done(6), declined, done(6), None), last_levels=(6, 3, None, 5),
               alerts=alert("no lifting")),
        person(16, "Kwabena Asante-Boadi", Mark(Status.WALK_IN), participation=4,
               results=(offered, done(5), done(4), None)),
    )  # fmt: skip


def workshop(**other: Any) -> Register:
    """The register of the pictures; keywords change the session."""
    tasks = tuple(TaskColumn(TaskId(n), name) for n, name in enumerate(TASKS, 1))
    return Register(session(**other), tasks, workshop_rows())


def round_of(count: int, **other: Any) -> Register:
    """A morning round without tasks and marks, so many people."""
    rows = tuple(
        person(n, f"Person Number{n}", Mark(), "PPAP", results=(), last_levels=())
        for n in range(1, count + 1)
    )
    info = session(title="Morning round", category=Category.COMMUNITY, status=SessionStatus.PLANNED, **other)
    return Register(info, (), rows)


@dataclass
class Written:
    """What the fake recorder was asked to store, newest last."""

    calls: list[dict[tuple[int, str, int], Any]] = field(default_factory=list)


class FakeRecorder:
    """Keeps the register itself and remembers each gesture; `refuse` makes it say no."""

    def __init__(self) -> None:
        self.gestures: list[dict[tuple[int, str, int], Any]] = []
        self.refuse = False
        self.after: Callable[[Register], object] = lambda _register: None

    def record(self, register: Register, changes: Any) -> bool:
        if self.refuse:
            return False
        self.gestures.append({(int(p), c.kind.value, c.task): v for (p, c), v in changes.items()})
        rows = {row.participant: row for row in register.rows}
        for (who, column), value in changes.items():
            rows[who] = _changed(rows[who], column.kind.value, column.task, value)
        self.after(replace(register, rows=tuple(rows[row.participant] for row in register.rows)))
        return True


def _changed(row: RegisterRow, kind: str, task: int, value: Any) -> RegisterRow:
    if kind == "mark":
        return replace(row, mark=value, minutes=counted_minutes(value, LENGTH))
    if kind == "minutes":
        mark = replace(row.mark, minutes=value)
        return replace(row, mark=mark, minutes=counted_minutes(mark, LENGTH))
    if kind == "task":
        results = (*row.results[:task], value, *row.results[task + 1 :])
        return replace(row, results=results)
    names = {"part": "participation", "before": "mood_before", "after": "mood_after"}
    return replace(row, **{names[kind]: value})


@dataclass(frozen=True)
class FakeDesk:
    """Enough of a desk for a view that only reads."""

    today: date = DAY
    now: datetime = NOW
    language: str = "en"

    def may(self, _right: object) -> bool:
        return True


class FakeGate(QObject):
    """A gate whose reading operation is the register it holds."""

    changed = Signal(object)
    refused = Signal(str)
    read_only = False

    def __init__(self, register: Register) -> None:
        super().__init__()
        self.register = register
        self.done: list[tuple[str, tuple[Any, ...]]] = []

    def desk(self) -> FakeDesk:
        return FakeDesk()

    def ask(self, operation: Any, *_args: Any, **_kw: Any) -> Any:
        return self.register if operation.__name__ == "register" else ()

    def do(self, operation: Any, *args: Any, **_kw: Any) -> Any:
        self.done.append((operation.__name__, args))
        return True

    def refuse(self, error: UserError) -> None:
        self.refused.emit(say(error))
