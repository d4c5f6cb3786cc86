"""Sign-ins over the one file: who may open it and as what, and the passphrases a lead gives.

What a power cut may leave behind, and why it harms nobody, stands in `store.key_change`. Nothing here can be
undone: the key file changes, and Undo must give nobody a right.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from groupwork.domain.ids import FacilitatorId, SignInId
from groupwork.domain.people import next_code
from groupwork.domain.text import clean_name, fold
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import ROLE_RIGHTS, Desk, Right, allowed
from groupwork.operations.vault import generate_passphrase
from groupwork.store import key_change
from groupwork.store.keys import Kdf
from groupwork.store.step import Step
from groupwork.store.tables import Facilitator, SignIn

if TYPE_CHECKING:
    from groupwork.store.journal import Done

ROLES = tuple(ROLE_RIGHTS)
LONGEST_NAME = 40

GONE = N_("This sign-in is no longer there.")
NO_ROLE = N_("Choose a role: lead, facilitator, volunteer or viewer.")
TAKEN = N_("The sign-in name “{name}” is taken. Choose another one.")
ONE_WORD = N_("A sign-in name is one word of at most {longest} letters, without blanks.")
LAST_LEAD = N_(
    "{name} is the only lead who can sign in. Give somebody else the role of a lead first; otherwise nobody "
    "could manage sign-ins."
)
YOURSELF = N_("You cannot do this to your own sign-in. Another lead can.")
USED = N_(
    "{name} has signed in before, and the history keeps the name of who did what. Disable this sign-in "
    "instead."
)
IN_USE = N_("This sign-in is in use already.")
DISABLED = N_("This sign-in is disabled. Enable it first.")
LINKED = N_("This facilitator has a sign-in already.")


@dataclass(frozen=True)
class SignInInfo:
    """One sign-in as a lead sees it."""

    id: SignInId
    name: str
    """What is typed to sign in."""
    shown: str
    """What the person is called."""
    role: str
    active: bool
    has_passphrase: bool
    """False after a power cut at the wrong moment: a lead gives a new passphrase."""
    own: bool


@dataclass(frozen=True)
class Given:
    """A sign-in with its new passphrase, which is shown once and stored nowhere."""

    done: Done
    sign_in: SignInId
    name: str
    passphrase: str = field(repr=False)


@allowed(Right.ADMIN)
def sign_ins(desk: Desk) -> tuple[SignInInfo, ...]:
    """All sign-ins: those in use first, by name (one SELECT, none while nothing was written)."""
    store = desk.store
    people = (_info(desk, row) for row in store.unchanged("sign_ins", partial(key_change.rows, store)))
    return tuple(sorted(people, key=lambda each: (not each.active, fold(each.shown), each.id)))


@allowed(Right.ADMIN)
def is_removable(desk: Desk, sign_in: SignInId) -> bool:
    """Whether it never signed in and did nothing: only then it may go."""
    return sign_in != desk.actor and not key_change.did_something(desk.store, sign_in)


@allowed(Right.ADMIN)
def suggested_name(desk: Desk, typed: str) -> str:
    """A free sign-in name for a typed name: the first name, else with the next initial or a number.

    Empty while nothing is typed.
    """
    words = fold(typed).split()
    if not words:
        return ""
    taken = {row.name for row in SignIn.select(SignIn.name)}
    first = words[0][:LONGEST_NAME]
    tries = [first, *([first + words[-1][0]] if len(words) > 1 else [])]
    tries += [f"{first}{number}" for number in range(2, len(taken) + 3)]
    return next(name for name in tries if name not in taken)


@allowed(Right.ADMIN)
def add_sign_in(
    desk: Desk,
    name: str,
    sign_in_name: str,
    role: str,
    *,
    facilitator: FacilitatorId | None = None,
    kdf: Kdf | None = None,
) -> Given:
    """A new sign-in with a drawn passphrase. Not undoable: the key file changes.

    Without `facilitator` it belongs to the facilitator of that name, who is added when missing (a viewer's
    is not offered when planning). Refused for a name that is taken or no name.
    """
    shown, typed = clean_name(name), _sign_in_name(sign_in_name)
    _check_role(role)
    if SignIn.get_or_none(SignIn.name == typed) is not None:
        raise Refused(TAKEN, name=typed)
    person = _facilitator(facilitator, shown, role)
    secret = generate_passphrase(desk.language)
    changed = key_change.swept(desk.store).with_person(desk.store.key, typed, secret, kdf)

    row = SignIn(name=typed, role=role)

    def write(step: Step) -> None:
        if person.id is None:
            step.save(person)
        row.facilitator = person
        step.save(row)

    done = key_change.write(desk.store, desk.actor, "sign_in.added", changed, write, role=role)
    return Given(done, SignInId(row.id), typed, secret)


@allowed(Right.ADMIN)
def change_role(desk: Desk, sign_in: SignInId, role: str) -> Done:
    """Another role, from the next sign-in on. Not undoable, so that Undo gives nobody a right."""
    row = _row(sign_in)
    _check_role(role)
    if role != "lead":
        _keep_a_lead(desk, row)
    row.role = role
    return key_change.write(
        desk.store,
        desk.actor,
        "sign_in.role_changed",
        None,
        lambda step: step.save(row),
        sign_in=row.id,
        role=role,
    )


@allowed(Right.ADMIN)
def disable_sign_in(desk: Desk, sign_in: SignInId) -> Done:
    """From now on it does not open the file: its slot goes. Copies made earlier still open with it."""
    row = _row(sign_in)
    _keep_a_lead(desk, row)
    row.active = False
    changed = key_change.swept(desk.store).without_person(row.name)
    return key_change.write(
        desk.store, desk.actor, "sign_in.disabled", changed, lambda step: step.save(row), sign_in=row.id
    )


@allowed(Right.ADMIN)
def enable_sign_in(desk: Desk, sign_in: SignInId, *, kdf: Kdf | None = None) -> Given:
    """A disabled one opens again, with a new passphrase."""
    row = _row(sign_in)
    if row.active:
        raise Refused(IN_USE)
    row.active = True
    return _with_new_passphrase(desk, row, "sign_in.enabled", kdf)


@allowed(Right.ADMIN)
def new_passphrase_for(desk: Desk, sign_in: SignInId, *, kdf: Kdf | None = None) -> Given:
    """A drawn passphrase for somebody who forgot theirs; the old one no longer opens."""
    row = _row(sign_in)
    if not row.active:
        raise Refused(DISABLED)
    return _with_new_passphrase(desk, row, "sign_in.passphrase_given", kdf)


@allowed(Right.ADMIN)
def remove_sign_in(desk: Desk, sign_in: SignInId) -> Done:
    """Take away one that never signed in; refused for others, whose name the history needs."""
    row = _row(sign_in)
    _keep_a_lead(desk, row)
    if key_change.did_something(desk.store, sign_in):
        raise Refused(USED, name=_shown(row))
    changed = key_change.swept(desk.store).without_person(row.name)
    return key_change.write(
        desk.store, desk.actor, "sign_in.removed", changed, lambda step: step.delete(row), sign_in=sign_in
    )


def _info(desk: Desk, row: tuple[Any, ...]) -> SignInInfo:
    number, name, shown, role, active = row
    return SignInInfo(
        id=SignInId(number),
        name=name,
        shown=shown,
        role=role,
        active=bool(active),
        has_passphrase=key_change.has_slot(desk.store, name),
        own=number == desk.actor,
    )


def _with_new_passphrase(desk: Desk, row: SignIn, verb: str, kdf: Kdf | None) -> Given:
    if row.id == desk.actor:
        raise Refused(YOURSELF)
    secret = generate_passphrase(desk.language)
    changed = key_change.swept(desk.store).with_person(desk.store.key, row.name, secret, kdf)
    done = key_change.write(
        desk.store,
        desk.actor,
        verb,
        changed,
        lambda step: _save_or_enter(desk, step, row, verb),
        sign_in=row.id,
    )
    return Given(done, SignInId(row.id), row.name, secret)


def _save_or_enter(desk: Desk, step: Step, row: SignIn, verb: str) -> None:
    """The row; when nothing in it differs, an entry all the same: only the key file changed."""
    step.save(row)
    if not step.written:
        desk.store.journal.event(verb, {"sign_in": row.id}, desk.actor)


def _keep_a_lead(desk: Desk, row: SignIn) -> None:
    """Refuse to take the role or the sign-in from the last lead who can sign in, or from oneself."""
    others = SignIn.select().where(SignIn.active, SignIn.role == "lead", SignIn.id != row.id)
    if (
        row.role == "lead"
        and row.active
        and not any(key_change.has_slot(desk.store, each.name) for each in others)
    ):
        raise Refused(LAST_LEAD, name=_shown(row))
    if row.id == desk.actor:
        raise Refused(YOURSELF)


def _facilitator(number: FacilitatorId | None, shown: str, role: str) -> Facilitator:
    """The facilitator a new sign-in belongs to, perhaps not saved yet."""
    taken = {row.facilitator_id for row in SignIn.select(SignIn.facilitator)}
    if number is not None:
        if number in taken:
            raise Refused(LINKED)
        return _found(Facilitator.get_or_none(Facilitator.id == number))
    for row in Facilitator.select().where(Facilitator.active):
        if fold(row.name) == fold(shown) and row.id not in taken:
            return _found(row)
    codes = (row.code for row in Facilitator.select(Facilitator.code))
    return Facilitator(code=next_code("F", codes, 1), name=shown, role="", active=role != "viewer")


def _found(row: Facilitator | None) -> Facilitator:
    if row is None:
        raise Refused(GONE)
    return row


def _row(sign_in: SignInId) -> SignIn:
    row: SignIn | None = SignIn.get_or_none(SignIn.id == sign_in)
    if row is None:
        raise Refused(GONE)
    return row


def _sign_in_name(typed: str) -> str:
    words = fold(typed).split()
    if len(words) != 1 or len(words[0]) > LONGEST_NAME:
        raise Refused(ONE_WORD, longest=LONGEST_NAME)
    return words[0]


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise Refused(NO_ROLE)


def _shown(row: SignIn) -> str:
    return str(row.facilitator.name if row.facilitator_id else row.name)
