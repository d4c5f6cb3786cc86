"""The demo centre as a file: made whole in one go, or not at all."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Required, TypedDict, Unpack

from groupwork import paths
from groupwork.domain.demo import follow_ups, house, incidents, notes, profile_rows, rows
from groupwork.domain.demo.agreed import AgreedDay
from groupwork.domain.demo.days import Play
from groupwork.domain.demo.generate import demo_rows, play_for, script_for
from groupwork.domain.demo.late_changes import LateChange, with_late_change
from groupwork.domain.demo.presence import DayPresence
from groupwork.domain.demo.script import FILES, Script, Staff
from groupwork.errors import Cancelled
from groupwork.i18n import LANGUAGES, N_
from groupwork.operations import vault
from groupwork.operations.demo_place import PUBLIC_PASSPHRASE, demo_path
from groupwork.operations.examples import example_tables
from groupwork.operations.vault import OpenFile
from groupwork.store import bulk, database, keys, tables
from groupwork.store.database import Store
from groupwork.store.keys import Kdf
from groupwork.store.row import Row

if TYPE_CHECKING:
    from groupwork.store.journal import Step

__all__ = ["PUBLIC_PASSPHRASE", "DemoFile", "DemoWish", "demo_path", "description", "make_demo"]

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

ROWS_OF_A_TERM, ROWS_OF_A_YEAR = 5_200, 33_600
"""About so many, for progress."""

STOPPED = N_("Making the demo centre was stopped. What it had begun was removed.")

TABLES: dict[type[tuple[object, ...]], type[Row]] = {
    rows.Facilitator: tables.Facilitator,
    rows.Room: tables.Room,
    rows.Activity: tables.Activity,
    rows.ActivityTask: tables.ActivityTask,
    rows.ActivityPhase: tables.ActivityPhase,
    rows.ActivityMaterial: tables.ActivityMaterial,
    rows.ActivityHazard: tables.ActivityHazard,
    rows.Group: tables.Group,
    rows.GroupFacilitator: tables.GroupFacilitator,
    profile_rows.Participant: tables.Participant,
    rows.Alert: tables.Alert,
    profile_rows.Contact: tables.Contact,
    profile_rows.Trait: tables.Trait,
    profile_rows.Consent: tables.Consent,
    profile_rows.Episode: tables.Episode,
    rows.Membership: tables.Membership,
    AgreedDay: tables.AgreedDay,
    DayPresence: tables.DayPresence,
    rows.Waiting: tables.Waiting,
    notes.Note: tables.Note,
    notes.NoteVersion: tables.NoteVersion,
    notes.NoteAmendment: tables.NoteAmendment,
    notes.Phrase: tables.Phrase,
    incidents.Incident: tables.Incident,
    incidents.IncidentPerson: tables.IncidentPerson,
    follow_ups.FollowUp: tables.FollowUp,
    follow_ups.FollowUpCall: tables.FollowUpCall,
    rows.PlannedAbsence: tables.PlannedAbsence,
    rows.Closure: tables.Closure,
    rows.Session: tables.Session,
    rows.SessionFacilitator: tables.SessionFacilitator,
    rows.SessionInvite: tables.SessionInvite,
    rows.SessionTask: tables.SessionTask,
    rows.Attendance: tables.Attendance,
    rows.Result: tables.Result,
    LateChange: tables.LateChange,
}


@dataclass
class DemoFile(OpenFile):
    """The demo centre, open, its lead signed in."""

    rows: int = 0
    """How many rows it was filled with."""
    passphrases: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Sign-in name to passphrase, the lead first."""


class DemoWish(TypedDict, total=False):
    """What may be wished of a demo."""

    language: Required[str]
    today: Required[date]
    """The machine's day: without `until` the demo's Wednesday falls into its week."""
    until: date | None
    """Everything up to and including this day is recorded, and the demo plays on its evening."""
    years: int | None
    """So many years in all, for measuring; None for the one term."""
    people: int | None
    """So many people in all, for measuring."""
    progress: Progress | None
    cancelled: IsCancelled | None
    kdf: Kdf | None
    """Other than the usual one only in tests."""


def make_demo(path: Path, passphrase: str, **wish: Unpack[DemoWish]) -> DemoFile:
    """Make the demo centre and open it as its lead, `hanna`, with this passphrase.

    The other sign-ins get passphrases of their own: the public ones in a public demo, else new ones.
    Raises what `vault.new_file` raises, and Cancelled; then no file is there.
    """
    language = wish["language"] if wish["language"] in LANGUAGES else "en"
    until, kdf = wish.get("until"), wish.get("kdf")
    script = script_for(description(), language, wish["today"], until)
    filling = _Filling(script, play_for(script, until), language, wish)
    lead = script.staff[0]
    store = database.create(path, lead.sign_in, passphrase, fill=filling.fill, kdf=kdf)
    try:
        passphrases = {lead.sign_in: passphrase}
        for staff in script.staff[1:]:
            passphrases[staff.sign_in] = _passphrase(staff, passphrase == script.passphrase, language)
        _give_keys(store, passphrases, kdf)
    finally:
        store.close()
    opened = vault.open_file(path, lead.sign_in, passphrase)
    return DemoFile(**vars(opened), rows=filling.written, passphrases=passphrases)


def description() -> dict[str, Mapping[str, Any]]:
    """The shipped description of the demo centre, parsed."""
    folder = paths.resources() / "demo"
    files = {name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in FILES}
    return {**files, "library": {"examples": example_tables()}}


@dataclass
class _Filling:
    """What goes into the new file."""

    script: Script
    play: Play
    language: str
    wish: DemoWish
    written: int = 0

    def fill(self, store: Store) -> None:
        """Settings and staff with images, as in any new file; the rest in bulk."""
        years, people = self.wish.get("years"), self.wish.get("people")
        with store.journal.system_step("file.created") as step:
            for key, value in self._settings(store.workstation).items():
                step.save(tables.Setting(key=key, value=value))
            step.save(_logo())
            facilitators = {s.code: self._staff(step, s) for s in self.script.staff}
        drawn = demo_rows(self.script, self.play, facilitators, years=years, people=people)
        names = {s.code: s.name for s in self.script.staff}
        told = house.late_change_of(description(), self.language, names)
        today, zone = self.play.now.date(), self.script.time_zone
        filled = with_late_change(drawn, told, today, zone)
        self.written = bulk.insert(store, "demo.filled", TABLES, filled, progress=self._tell)

    def _settings(self, workstation: str) -> dict[str, object]:
        weeks = self.script.weeks
        return {
            "centre": self.script.name,
            "language": self.language,
            "workstation": workstation,
            "demo_day": f"{self.play.now:%Y-%m-%dT%H:%M}",
            **house.settings_of(description(), self.language, weeks),
        }

    def _staff(self, step: Step, staff: Staff) -> int:
        row = step.save(
            tables.Facilitator(
                code=staff.code,
                name=staff.name,
                role=staff.role,
                **house.contact_of(description(), staff.code),
            )
        )
        step.save(tables.SignIn(name=staff.sign_in, role=staff.may, facilitator=row))
        return int(row.id)

    def _tell(self, written: int) -> None:
        cancelled, progress = self.wish.get("cancelled"), self.wish.get("progress")
        if cancelled is not None and cancelled():
            raise Cancelled(STOPPED)
        if progress is not None:
            years, people = self.wish.get("years") or 0, self.wish.get("people") or 0
            total = ROWS_OF_A_TERM + ROWS_OF_A_YEAR * years + people
            progress(min(written, total), total)


def _logo() -> tables.Picture:
    data = (paths.resources() / "demo" / house.LOGO).read_bytes()
    width, height = house.LOGO_SIZE
    return tables.Picture(key="logo", kind="image/png", width=width, height=height, data=data)


def _passphrase(staff: Staff, public: bool, language: str) -> str:
    return staff.passphrase if public else vault.generate_passphrase(language)


def _give_keys(store: Store, passphrases: Mapping[str, str], kdf: Kdf | None) -> None:
    """A key slot for every sign-in but the lead's, who made the file."""
    slots = store.sidecar
    for name, secret in list(passphrases.items())[1:]:
        slots = slots.with_person(store.key, name, keys.new_passphrase(secret), kdf)
    store.save_keys(slots)
