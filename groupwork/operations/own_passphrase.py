"""One's own passphrase, changed by oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groupwork.errors import ReadOnly, Refused, WrongPassphrase
from groupwork.i18n import N_
from groupwork.operations.desk import READ_ONLY, Desk, Right, allowed
from groupwork.store import key_change, keys, throttle
from groupwork.store.keys import Kdf
from groupwork.store.step import Step
from groupwork.store.tables import SignIn

if TYPE_CHECKING:
    from groupwork.store.journal import Done

GONE = N_("This sign-in is no longer there.")
NOT_YOURS = N_("This is not your present passphrase. Check capital letters and try again.")
SAME = N_("The new passphrase is the same as the old one.")


@allowed(Right.READ)
def change_own_passphrase(desk: Desk, old: str, new: str, *, kdf: Kdf | None = None) -> Done:
    """The person's own passphrase, when the old one is right: one slot is written anew.

    Refused for a wrong old one, which counts as a wrong try (TooSoon), and for a new one too short.
    Backups made before still open with the old one.
    """
    store, row = desk.store, _own(desk)
    if store.read_only:
        raise ReadOnly(READ_ONLY)
    _require_own(desk, row, old)
    secret = keys.new_passphrase(new)
    if secret == keys.passphrase(old):
        raise Refused(SAME)
    changed = store.sidecar.with_person(store.key, row.name, secret, kdf)
    wrong_tries = throttle.forget(store.path)

    def write(_step: Step) -> None:
        if wrong_tries:
            store.journal.event("sign_in.failed", {"count": wrong_tries}, desk.actor)
        store.journal.event("sign_in.passphrase_changed", {"sign_in": row.id}, desk.actor)

    return key_change.write(
        desk.store, desk.actor, "sign_in.passphrase_changed", changed, write, sign_in=row.id
    )


@allowed(Right.READ)
def check_own_passphrase(desk: Desk, typed: str) -> None:
    """Does nothing when it is the person's own; Refused when not, which counts as a wrong try (TooSoon)."""
    _require_own(desk, _own(desk), typed)


def _require_own(desk: Desk, row: SignIn, typed: str) -> None:
    store = desk.store
    throttle.require_patience(store.path)
    try:
        keys.unseal(store.sidecar.slot_of(row.name), store.sidecar.file_id, keys.passphrase(typed))
    except WrongPassphrase as wrong:
        throttle.count_wrong(store.path)
        raise Refused(NOT_YOURS) from wrong


def _own(desk: Desk) -> SignIn:
    row: SignIn | None = SignIn.get_or_none(SignIn.id == desk.actor)
    if row is None:
        raise Refused(GONE)
    return row
