"""The recovery sheet: made and printed anew, confirmed, and used when passphrase or key file is lost."""

from __future__ import annotations

import hmac
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groupwork.domain.sheet_facts import Look, RecoveryFacts
from groupwork.errors import Damaged, KeysLost, Refused, Trouble
from groupwork.i18n import LANGUAGES, N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.logo import on_paper
from groupwork.operations.settings import PAPERS, read_centre
from groupwork.operations.sheets import Sheet
from groupwork.operations.vault import NOT_ACTIVE, OpenFile, signed_in
from groupwork.store import database, keys, reads_sessions, recovery, sidecar
from groupwork.store.entries import Kind
from groupwork.store.keys import Kdf
from groupwork.store.sidecar import Sidecar, Unlocked
from groupwork.store.step import Step
from groupwork.store.tables import Setting, SignIn

if TYPE_CHECKING:
    from groupwork.store.journal import Done

SETTING = "recovery"
"""When the newest sheet was made, which group is asked for, that group, and when it was confirmed.

One group in the encrypted file helps nobody who could not read all of it already; the others are nowhere.
"""
FILE_NAMES = {"en": "recovery-sheet.pdf", "de": "wiederherstellungsblatt.pdf"}
NOTHING_MADE = N_("Print the recovery sheet first.")
SQUARE_NEEDED = N_(
    "The key file “{keys}” is lost too. Read the square code of the recovery sheet with a code reader and "
    "paste its text here."
)
OTHER_GROUP = N_("This is not group {group} of the newest sheet. Compare it letter by letter.")


class SquareNeeded(KeysLost):
    """The key file is lost: the code alone does not open, the text of the square code is needed too."""


@dataclass(frozen=True)
class Recovery:
    """What the recovery sheet shows: the code to type and the text of its picture code."""

    code: str = field(repr=False)
    payload: str = field(repr=False)


@dataclass(frozen=True)
class SheetState:
    """How it stands with the recovery sheet. `group` (1–5) is the one to retype while not confirmed."""

    made: date | None
    confirmed: date | None
    group: int
    wanted: bool
    """Whether this sign-in should be reminded: it may print one, none is confirmed, no demo centre."""


@allowed(Right.READ)
def sheet_state(desk: Desk) -> SheetState:
    """Whether a recovery sheet was made and confirmed (one SELECT)."""
    stored = {key: Setting.value.python_value(v) for key, v in reads_sessions.settings(desk.store.db)}
    told = _told(stored.get(SETTING))
    confirmed = _day(told.get("confirmed"))
    wanted = confirmed is None and not stored.get("demo_day") and desk.may(Right.VAULT)
    return SheetState(_day(told.get("made")), confirmed, int(told.get("group") or 1), wanted)


@allowed(Right.VAULT)
def new_recovery(desk: Desk, *, kdf: Kdf | None = None) -> Recovery:
    """A new recovery code; an older sheet no longer opens the file. Whole or not at all, not undoable.

    The code is not stored, but for one group that `confirm_sheet` compares.
    """
    store, code, before = desk.store, recovery.new_code(), desk.store.sidecar
    changed = before.with_recovery(store.key, code, kdf)
    group = secrets.randbelow(len(recovery.GROUPS))
    told = {"made": desk.today.isoformat(), "group": group + 1, "check": code.split("-")[group]}
    try:
        with store.journal.step("recovery.made", {}, desk.actor, kind=Kind.FINAL) as step:
            _save(step, told)
            store.save_keys(changed)
    except BaseException:
        if store.sidecar is changed:
            with suppress(Trouble):
                store.save_keys(before)
        raise
    return Recovery(code, changed.recovery_payload())


@allowed(Right.VAULT)
def recovery_sheet(
    desk: Desk, made: Recovery | None = None, *, language: str | None = None, paper: str | None = None
) -> Sheet:
    """The recovery sheet as a PDF; without what `new_recovery` gave a preview that has no code.

    Language and paper are the centre's unless given. A sheet with a code goes into the journal.
    """
    from groupwork.sheets import recovery_sheet as drawing

    centre = read_centre(desk.store)
    look = Look(language or centre.language, paper or centre.paper)
    if look.language not in LANGUAGES or look.paper not in PAPERS:
        raise Refused(N_("Choose one of: {choices}."), choices=", ".join((*LANGUAGES, *PAPERS)))
    code, payload = (made.code, made.payload) if made is not None else ("", "")
    facts = RecoveryFacts(centre.name, desk.now, code, payload, on_paper(desk.store))
    drawn = drawing.recovery_sheet(facts, look)
    if made is not None:
        desk.store.journal.event("recovery.printed", {}, desk.actor)
    return Sheet(drawn.data, drawn.pages, drawn.text, FILE_NAMES[look.language])


@allowed(Right.VAULT)
def confirm_sheet(desk: Desk, typed: str) -> Done:
    """Note that the newest sheet is on paper: `typed` is the group that `sheet_state` asks for.

    Raises Refused for another one, or when no sheet was made. Confirmed once more does nothing.
    """
    row = Setting.get_or_none(Setting.key == SETTING)
    told = _told(row.value if row is not None else None)
    if "made" not in told:
        raise Refused(NOTHING_MADE)
    if "check" in told and not hmac.compare_digest(_signs(typed), str(told["check"]).encode()):
        raise Refused(OTHER_GROUP, group=told["group"])
    kept = {"made": told["made"], "confirmed": told.get("confirmed") or desk.today.isoformat()}
    with desk.store.journal.step("recovery.confirmed", {}, desk.actor, kind=Kind.FINAL) as step:
        _save(step, kept)
    return step.done


def open_with_recovery(
    path: Path,
    code: str,
    new_passphrase: str,
    *,
    sheet: str | None = None,
    sign_in_name: str | None = None,
    kdf: Kdf | None = None,
) -> OpenFile:
    """Open with the recovery code and give a sign-in (default: a lead) a new passphrase.

    `sheet` is the text of the sheet's picture code; with it every key file may be lost. Raises as
    `open_file`, SquareNeeded when it is needed and missing, and Refused for a mistyped code, sheet or a new
    passphrase that is too short.
    """
    secret, typed = keys.new_passphrase(new_passphrase), recovery.read_code(code)
    given = None if sheet is None else recovery.read_payload(sheet)

    def unlock(slots: Sidecar) -> Unlocked:
        slot = slots.recovery_slot()
        return keys.unseal(slot, slots.file_id, typed), slot

    try:
        store = database.open_by(path, unlock, given=given)
    except (KeysLost, Damaged) as lost:
        if given is None and lost.text in (sidecar.LOST, sidecar.FOREIGN, sidecar.DAMAGED):
            raise SquareNeeded(SQUARE_NEEDED, **lost.values) from lost
        raise
    try:
        who = _lead_or(sign_in_name)
        store.save_keys(store.sidecar.with_person(store.key, who.name, secret, kdf))
        store.who = keys.mark_of(store.key.file_id, who.name)
        store.journal.event("recovery.used", {"sign_in": who.id}, who.id)
    except BaseException:
        store.close()
        raise
    return signed_in(store)


def _lead_or(sign_in_name: str | None) -> SignIn:
    for row in SignIn.select().order_by(SignIn.id):
        wanted = row.role == "lead" if sign_in_name is None else row.name == keys.sign_in_name(sign_in_name)
        if wanted and row.active:
            found: SignIn = row
            return found
    raise Refused(NOT_ACTIVE)


def _save(step: Step, told: dict[str, Any]) -> None:
    row = Setting.get_or_none(Setting.key == SETTING) or Setting(key=SETTING)
    row.value = told
    step.save(row)


def _told(value: object) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else {}


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _signs(typed: str) -> bytes:
    return "".join(typed.upper().replace("-", " ").split()).encode("utf-8", "replace")
