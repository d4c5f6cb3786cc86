"""Roles and rights in words."""

from __future__ import annotations

from groupwork.i18n import N_, _
from groupwork.operations.desk import Right
from groupwork.operations.sign_ins import SignInInfo

ROLE_WORDS: dict[str, str] = {
    "lead": N_("Lead"),
    "facilitator": N_("Facilitator"),
    "volunteer": N_("Volunteer"),
    "viewer": N_("Viewer"),
}
RIGHT_WORDS: dict[Right, str] = {
    Right.READ: N_("see the schedule, registers, session plans and alerts"),
    Right.RECORDS: N_("open people's records"),
    Right.NOTES: N_("read, write and sign notes"),
    Right.RECORD: N_("record attendance and tasks"),
    Right.PRINT: N_("print and save sheets"),
    Right.PLAN: N_("change the schedule"),
    Right.PEOPLE: N_("change people"),
    Right.SETTINGS: N_("change settings of the centre"),
    Right.BACKUP: N_("make backups"),
    Right.AUDIT: N_("check the journal"),
    Right.VAULT: N_("print the recovery sheet"),
    Right.ADMIN: N_("manage sign-ins"),
}


def role_options() -> list[tuple[object, str]]:
    """Roles to choose from."""
    return [(role, _(words)) for role, words in ROLE_WORDS.items()]


def about(person: SignInInfo) -> str:
    """The line below a person's name."""
    parts = [_(ROLE_WORDS.get(person.role, person.role)), _("signs in as {name}").format(name=person.name)]
    if not person.active:
        parts.append(_("disabled"))
    elif not person.has_passphrase:
        parts.append(_("has no passphrase: give a new one"))
    if person.own:
        parts.append(_("this is you"))
    return " · ".join(parts)
