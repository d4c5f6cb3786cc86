"""Who sits at the desk: the one value every operation gets first, and what a role may do there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from groupwork.domain.ids import SignInId
from groupwork.errors import NotAllowed, ReadOnly
from groupwork.i18n import N_
from groupwork.operations.locked_changes import require_reason
from groupwork.store.entries import Kind
from groupwork.store.transaction import told

if TYPE_CHECKING:
    from groupwork.store.database import Store
    from groupwork.store.journal import Step

P = ParamSpec("P")
R = TypeVar("R")

READ_ONLY = N_("This file was opened for reading only. Open it again to change something.")


class Right(StrEnum):
    """What an operation needs; each public operation names exactly one."""

    READ = "read"
    RECORD = "record"
    PLAN = "plan"
    RECORDS = "records"
    """Look into people's records: contacts, needs, consents, attendance over time."""
    NOTES = "notes"
    """Read, write and sign notes and incidents."""
    PEOPLE = "people"
    SETTINGS = "settings"
    PRINT = "print"
    BACKUP = "backup"
    VAULT = "vault"
    AUDIT = "audit"
    ADMIN = "admin"


ROLE_RIGHTS: dict[str, frozenset[Right]] = {
    "lead": frozenset(Right),
    "facilitator": frozenset(Right) - {Right.ADMIN, Right.VAULT},
    "volunteer": frozenset({Right.READ, Right.RECORD, Right.PRINT}),
    "viewer": frozenset({Right.READ}),
}
"""The rights of each role; a role that is not here has none."""

REFUSALS: dict[Right, str] = {
    Right.READ: N_("Your sign-in may not see this. Ask a lead of your centre."),
    Right.RECORD: N_("Your sign-in may look but not record. Ask a lead of your centre."),
    Right.PLAN: N_("Your sign-in may not change the schedule. Ask a lead of your centre."),
    Right.RECORDS: N_("Your sign-in may not open people's records. Ask a lead of your centre."),
    Right.NOTES: N_("Your sign-in may not read or write notes. Ask a lead of your centre."),
    Right.PEOPLE: N_("Your sign-in may not change people. Ask a lead of your centre."),
    Right.SETTINGS: N_("Your sign-in may not change settings. Ask a lead of your centre."),
    Right.PRINT: N_("Your sign-in may not print or save sheets. Ask a lead of your centre."),
    Right.BACKUP: N_("Your sign-in may not make backups. Ask a lead of your centre."),
    Right.VAULT: N_("Your sign-in may not manage keys. Ask a lead of your centre."),
    Right.AUDIT: N_("Your sign-in may not check the journal. Ask a lead of your centre."),
    Right.ADMIN: N_("Your sign-in may not manage sign-ins. Ask a lead of your centre."),
}


@dataclass(frozen=True)
class Desk:
    """Store, person, role and time of one operation; built fresh by app or cli each time.

    `now` is the local wall time at the centre (naive), `today` its day: in a demo file both are
    the demo's own.
    """

    store: Store
    actor: SignInId | None
    actor_name: str
    role: str
    today: date
    now: datetime
    language: str

    def may(self, right: Right) -> bool:
        """Whether this role includes the right."""
        return right in ROLE_RIGHTS.get(self.role, frozenset())

    def step(self, verb: str, **params: object) -> AbstractContextManager[Step]:
        """One transaction, one audit group, one undo unit; a step inside a step joins the outer one.

        Raises ReadOnly when the file was opened for reading, NeedsReason when a locked register would
        be changed without a reason, and what the journal raises.
        """
        return self._with_lock(self._step(verb, params, Kind.STEP))

    def final(self, verb: str, **params: object) -> AbstractContextManager[Step]:
        """As `step`, for what nobody can take back: a signature."""
        return self._step(verb, params, Kind.FINAL)

    @contextmanager
    def _with_lock(self, opening: AbstractContextManager[Step]) -> Iterator[Step]:
        """At the end of the outermost step: no locked register was changed without a reason."""
        inside = self.store.journal.in_step
        with opening as step:
            yield step
            if not inside:
                require_reason(step, self.store, self.today, self.actor_name)

    def _step(self, verb: str, params: dict[str, object], kind: Kind) -> AbstractContextManager[Step]:
        if self.store.read_only:
            raise ReadOnly(READ_ONLY)
        return self.store.journal.step(verb, params, actor=self.actor, kind=kind)


@dataclass(frozen=True)
class Clock:
    """The machine's clock, or a demo file's own: it runs on from `demo_start` at each opening."""

    demo_start: datetime | None = None
    tick: Callable[[], float] = time.monotonic
    opened: float = field(default_factory=time.monotonic)

    def now(self) -> datetime:
        """The local wall time, naive."""
        if self.demo_start is None:
            return datetime.now(UTC).astimezone().replace(tzinfo=None)
        return self.demo_start + timedelta(seconds=self.tick() - self.opened)

    def today(self) -> date:
        """The day of `now`."""
        return self.now().date()

    @property
    def demo(self) -> bool:
        """Whether the day is the demo's and not the machine's."""
        return self.demo_start is not None


class SignedIn(Protocol):
    """Who has signed in: id, shown name and role."""

    @property
    def sign_in(self) -> SignInId | None:
        """The sign-in's id."""

    @property
    def actor_name(self) -> str:
        """The shown name."""

    @property
    def role(self) -> str:
        """The role's code."""


def desk_at(store: Store, who: SignedIn, clock: Clock, language: str) -> Desk:
    """The desk of this moment."""
    now = clock.now()
    return Desk(store, who.sign_in, who.actor_name, who.role, now.date(), now, language)


def allowed(right: Right) -> Callable[[Callable[Concatenate[Desk, P], R]], Callable[Concatenate[Desk, P], R]]:
    """Refuse the operation with NotAllowed when the desk's role does not include the right.

    A database error that the environment caused becomes a Trouble, also when something is only read.

    The decorated function carries `right`, which a test asks of every public operation.
    """

    def decorate(operation: Callable[Concatenate[Desk, P], R]) -> Callable[Concatenate[Desk, P], R]:
        @wraps(operation)
        def checked(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if not desk.may(right):
                raise NotAllowed(REFUSALS[right])
            with told():
                return operation(desk, *args, **kwargs)

        checked.__dict__["right"] = right
        return checked

    return decorate
