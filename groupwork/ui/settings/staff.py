"""Staff: who runs groups, with role, telephone and hours; added, changed and archived in place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from groupwork.domain.ids import FacilitatorId
from groupwork.i18n import _, current, ngettext
from groupwork.operations import library
from groupwork.operations import staff as operations
from groupwork.operations.staff import StaffInfo
from groupwork.ui.settings.entries import EntriesPart
from groupwork.ui.settings.entry import Entry, EntryField
from groupwork.ui.sign_ins.words import ROLE_WORDS


class StaffPart(EntriesPart):
    """Each line: name, role, hours a week, how to reach them, and for a lead the sign-in."""

    ICON = "user-plus"
    KIND = "new_staff"
    tables = frozenset({"facilitator", "sign_in", "group_", "group_facilitator"})

    def words(self) -> tuple[str, str]:
        """The button, and the empty list."""
        return _("Add a facilitator"), _("Nobody is here yet. Whoever runs a group is added here.")

    def entries(self) -> tuple[Entry, ...]:
        """Everybody, those in use first."""
        found = self.gate.ask(operations.staff) or ()
        return tuple(
            Entry(each.id, each.name, about(each), each.note, each.active, _fields(each)) for each in found
        )

    def new_fields(self) -> tuple[EntryField, ...]:
        """Name and role."""
        return (EntryField("name", _("Name"), ""), EntryField("role", _("What they do here"), ""))

    def put(self, values: Mapping[str, str]) -> None:
        """Somebody new."""
        self.gate.write(library.add_facilitator, values["name"], values["role"])

    def change(self, number: int, code: str, text: str) -> None:
        """One field of one person."""
        field: Any = {code: text}
        self.gate.write(operations.change_facilitator, FacilitatorId(number), **field)

    def act(self, number: int, code: str) -> None:
        """Archive, bring back or remove."""
        acts = {
            "archive": operations.archive_facilitator,
            "bring_back": operations.bring_back_facilitator,
            "remove": operations.remove_facilitator,
        }
        self.gate.write(acts[code], FacilitatorId(number))

    def is_removable(self, number: int) -> bool:
        """Entered by mistake."""
        return bool(self.gate.ask(partial(operations.is_removable, facilitator=FacilitatorId(number))))


def about(person: StaffInfo) -> str:
    """ "Joiner · 13.5 h a week in 6 groups · 0555 0102 · signs in as tomasz (Facilitator)"."""
    parts = [person.role, _load(person), person.phone, person.email, _sign_in(person)]
    return " · ".join(part for part in parts if part)


def _load(person: StaffInfo) -> str:
    if not person.groups:
        return ""
    hours = current().number(person.minutes / 60, 2).rstrip("0").rstrip(",.")
    words = ngettext("{hours} h a week in {n} group", "{hours} h a week in {n} groups", person.groups)
    return words.format(hours=hours, n=person.groups)


def _sign_in(person: StaffInfo) -> str:
    if not person.sign_in:
        return ""
    if not person.sign_in_active:
        return _("sign-in disabled")
    role = _(ROLE_WORDS.get(person.sign_in_role, person.sign_in_role))
    return _("signs in as {name} ({role})").format(name=person.sign_in, role=role)


def _fields(person: StaffInfo) -> tuple[EntryField, ...]:
    return (
        EntryField("name", _("Name"), person.name),
        EntryField("role", _("What they do here"), person.role),
        EntryField("phone", _("Telephone"), person.phone),
        EntryField("email", _("E-mail"), person.email),
        EntryField("note", _("Note"), person.note),
    )
