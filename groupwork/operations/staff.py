"""The people who run groups: what is known of them, changed in place, archived when they go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypedDict, Unpack

from groupwork.domain.centre import clean_email
from groupwork.domain.ids import FacilitatorId
from groupwork.domain.text import clean_line, clean_name, clean_text, fold
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.named_rows import NamedRows
from groupwork.store import reads_staff as reads
from groupwork.store.tables import Facilitator, GroupFacilitator, Participant, SessionFacilitator, SignIn

if TYPE_CHECKING:
    from groupwork.store.journal import Done

LONGEST_PHONE, LONGEST_NOTE = 60, 2000
MONTHLY = Fraction(12, 52)
"""How often in a week something happens that happens once a month."""

STAFF = NamedRows[Facilitator](
    Facilitator,
    "facilitator",
    links=(
        (SessionFacilitator, SessionFacilitator.facilitator),
        (GroupFacilitator, GroupFacilitator.facilitator),
        (SignIn, SignIn.facilitator),
        (Participant, Participant.key_worker),
    ),
    gone=N_("This facilitator is no longer there."),
    taken=N_("There is already a facilitator {name}."),
    used=N_("{name} has run sessions, groups or a sign-in, which stay in the history. Archive them instead."),
)


@dataclass(frozen=True)
class StaffInfo:
    """Somebody who runs groups. `minutes` a week over the `groups` that run now."""

    id: FacilitatorId
    code: str
    name: str
    role: str
    phone: str
    email: str
    note: str
    active: bool
    groups: int
    minutes: int
    sign_in: str
    """The name they sign in with, for a lead's eyes; empty without one."""
    sign_in_role: str
    sign_in_active: bool


class StaffFields(TypedDict, total=False):
    """What can be changed; a field that is left out stays."""

    name: str
    role: str
    phone: str
    email: str
    note: str


@allowed(Right.READ)
def staff(desk: Desk) -> tuple[StaffInfo, ...]:
    """Everybody, those in use first, by name. Two SELECTs. Only a lead gets the sign-ins."""
    lead = desk.may(Right.ADMIN)
    load = _load(reads.blocks(desk.store.db, desk.today))
    found = []
    for id_, code, name, role, phone, email, note, active, *signs in reads.staff(desk.store.db):
        groups, minutes = load.get(id_, (0, Fraction()))
        sign_in, sign_role, signs_in = signs if lead else ("", "", False)
        found.append(
            StaffInfo(
                *(FacilitatorId(id_), code, name, role, phone, email, note),
                *(bool(active), groups, round(minutes)),
                *(sign_in or "", sign_role or "", bool(signs_in)),
            )
        )
    return tuple(sorted(found, key=lambda each: (not each.active, fold(each.name), each.id)))


@allowed(Right.SETTINGS)
def change_facilitator(desk: Desk, facilitator: FacilitatorId, **fields: Unpack[StaffFields]) -> Done:
    """Change what is known of somebody. Refused in words for a name that is taken. Undoable."""
    row = STAFF.existing(facilitator)
    if "name" in fields:
        row.name = STAFF.free(clean_name(fields["name"]), facilitator)
    if "role" in fields:
        row.role = clean_line(fields["role"])
    if "phone" in fields:
        row.phone = clean_line(fields["phone"], LONGEST_PHONE)
    if "email" in fields:
        row.email = clean_email(fields["email"])
    if "note" in fields:
        row.note = clean_text(fields["note"], LONGEST_NOTE).strip()
    return STAFF.save(desk, row, "facilitator.changed")


@allowed(Right.SETTINGS)
def archive_facilitator(desk: Desk, facilitator: FacilitatorId) -> Done:
    """Offer somebody no longer when sessions are planned; what they ran stays. Undoable."""
    return STAFF.archive(desk, facilitator, "facilitator.archived")


@allowed(Right.SETTINGS)
def bring_back_facilitator(desk: Desk, facilitator: FacilitatorId) -> Done:
    """Offer somebody again. Refused while somebody else has the name. Undoable."""
    return STAFF.bring_back(desk, facilitator, "facilitator.brought_back")


@allowed(Right.SETTINGS)
def is_removable(desk: Desk, facilitator: FacilitatorId) -> bool:
    """Whether nothing in the file names them: entered by mistake. Up to four SELECTs."""
    return not STAFF.is_used(facilitator)


@allowed(Right.SETTINGS)
def remove_facilitator(desk: Desk, facilitator: FacilitatorId) -> Done:
    """Take somebody off the list who was entered by mistake. Refused for whoever ran something. Undoable."""
    return STAFF.remove(desk, facilitator, "facilitator.removed")


def _load(blocks: Iterable[tuple[int, int, int, int | None]]) -> dict[int, tuple[int, Fraction]]:
    """Facilitator → number of groups, minutes a week."""
    found: dict[int, tuple[int, Fraction]] = {}
    for facilitator, minutes, every_weeks, nth in blocks:
        groups, so_far = found.get(facilitator, (0, Fraction()))
        often = MONTHLY if nth is not None else Fraction(1, every_weeks)
        found[facilitator] = (groups + 1, so_far + minutes * often)
    return found
