"""The centre's file as a whole: made, opened, backed up, restored, checked.

These make the Desk, so they do not get one; what needs a right is given the desk.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from groupwork import paths
from groupwork.domain.ids import SignInId
from groupwork.domain.text import clean_name
from groupwork.errors import Refused, UserError
from groupwork.i18n import LANGUAGES, N_
from groupwork.operations.desk import Clock, Desk, Right, allowed, desk_at
from groupwork.store import database, files, folders, keys, sidecar
from groupwork.store.database import Store
from groupwork.store.journal import Step
from groupwork.store.keys import Kdf
from groupwork.store.tables import Facilitator, Setting, SignIn
from groupwork.store.transaction import told

if TYPE_CHECKING:
    from groupwork.store.backup import BackupReport
    from groupwork.store.check import CheckReport
    from groupwork.store.verify import Problem, Verification

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

DEMO_STARTS = time(8, 40)
PASSPHRASE_WORDS = 4

NOT_ACTIVE = N_("This sign-in is no longer in use. Ask a lead of your centre.")


@dataclass
class OpenFile:
    """An open centre and who signed in. Close it; `with` does."""

    store: Store
    sign_in: SignInId
    actor_name: str
    role: str
    centre: str
    clock: Clock

    def desk(self, language: str) -> Desk:
        """The desk of this moment."""
        return desk_at(self.store, self, self.clock, language)

    def detach(self) -> None:
        """Give up this thread's connection: the file was opened in a thread of its own for the window."""
        self.store.db.close()

    def attach(self) -> None:
        """Connect on this thread, after another opened the file."""
        self.store.db.connect(reuse_if_open=True)

    def close(self) -> None:
        """Close the file; twice does no harm."""
        self.store.close()

    def __enter__(self) -> OpenFile:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


@dataclass(frozen=True)
class RestoreReport:
    """A file that was restored: where, and from when the backup is (UTC)."""

    path: Path
    made_at: datetime


def new_file(
    path: Path,
    centre: str,
    your_name: str,
    passphrase: str,
    language: str,
    *,
    kdf: Kdf | None = None,
    probe: folders.Probe | None = None,
) -> OpenFile:
    """An empty centre with you as its lead, open. Your first name becomes your sign-in name.

    Raises UserError for a name or passphrase that does not do, and what `database.create` raises; then no
    file is there. `kdf` other than the usual one only in tests.
    """
    centre, your_name = clean_name(centre), clean_name(your_name)
    name = keys.sign_in_name(your_name)

    def fill(store: Store) -> None:
        with store.journal.system_step("file.created") as step:
            _settings(step, centre, language if language in LANGUAGES else "en", store.workstation)
            _person(step, name, your_name, "lead")

    store = database.create(path, name, passphrase, fill=fill, kdf=kdf, probe=probe)
    return signed_in(store)


def open_file(
    path: Path,
    sign_in_name: str | None,
    passphrase: str,
    *,
    read_only: bool = False,
    probe: folders.Probe | None = None,
) -> OpenFile:
    """Open a centre; None stands for the sign-in that made the file.

    Raises a Trouble in words for whatever is wrong with file, keys, folder or passphrase, Refused for a
    sign-in that was closed. Writes the sign-in into the journal, and how many wrong tries came before it.
    """
    store = database.open_store(path, sign_in_name, passphrase, read_only=read_only, probe=probe)
    return signed_in(store)


def sign_in_hint(path: Path) -> bool:
    """Whether several people sign in to this file, so that the unlock page asks for the name too."""
    try:
        found = sidecar.read(sidecar.keys_path(path))
    except UserError:
        return True
    return found is None or sum(slot.kind == keys.PERSON for slot in found.slots) != 1


def generate_passphrase(language: str) -> str:
    """Four words drawn by the system's random source from the language's list, parted by blanks."""
    words = passphrase_words(language)
    return " ".join(secrets.choice(words) for _ in range(PASSPHRASE_WORDS))


def passphrase_words(language: str) -> tuple[str, ...]:
    """The list the words are drawn from."""
    name = language if language in LANGUAGES else "en"
    text = (paths.resources() / "words" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@allowed(Right.BACKUP)
def backup(
    desk: Desk, folder: Path, *, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> BackupReport:
    """A verified backup in a new folder below `folder`; works while the window goes on recording.

    May run in a thread of its own. Raises DiskFull, ReadOnly, Missing, WrongPlace, Damaged or Cancelled in
    words; what was begun is then removed.
    """
    from groupwork.store import backup as backups

    store = desk.store
    made = backups.make(store.path, store.key, store.sidecar, folder, progress=progress, cancelled=cancelled)
    if not store.read_only:
        with own_connection(store):
            store.journal.event("backup.made", {"rows": sum(made.counts.values())}, desk.actor)
            store.anchor()
    return made


def restore(
    backup_path: Path,
    target: Path,
    passphrase: str,
    sign_in_name: str | None = None,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
    probe: folders.Probe | None = None,
) -> RestoreReport:
    """Restore a backup to a name that is free, verified, with the passphrase it had then.

    Nothing is ever replaced: raises WrongPlace when `target` is there. Raises NotOurs or Damaged for a
    folder that is no whole backup, and as `open_file`.
    """
    from groupwork.store import restore as restoring

    found = restoring.find(backup_path)
    secret = keys.passphrase(passphrase)
    with files.free_target(target, probe):
        restoring.restore(
            found,
            lambda slots: sidecar.open_with(slots, sign_in_name, secret),
            target,
            progress=progress,
            cancelled=cancelled,
        )
    try:
        with open_file(target, sign_in_name, passphrase, probe=probe) as file:
            made_at = f"{found.made_at:%Y-%m-%dT%H:%M:%SZ}"
            file.store.journal.event("restore.done", {"made_at": made_at}, file.sign_in)
    except BaseException:
        files.remove_restored(target)
        raise
    return RestoreReport(target, found.made_at)


@allowed(Right.AUDIT)
def check(
    desk: Desk, *, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> CheckReport:
    """Examine the whole file: pages, structure, links, schema, triggers, journal and its anchor."""
    from groupwork.store import check as checks

    with own_connection(desk.store):
        return checks.check(desk.store, progress=progress, cancelled=cancelled)


@allowed(Right.AUDIT)
def verify_audit(desk: Desk) -> Verification:
    """Verify the journal alone: every entry's code, and the anchor kept outside the file."""
    from groupwork.store import check as checks

    with own_connection(desk.store):
        return checks.check_journal(desk.store)


def problem_sentence(problem: Problem) -> str:
    """A problem that `verify_audit` found, in the language in use."""
    from groupwork.store import check as checks

    return checks.problem_line(problem).sentence()


@contextmanager
def own_connection(store: Store) -> Iterator[None]:
    """A connection for this thread while the block runs, when it has none."""
    opened = store.db.connect(reuse_if_open=True)
    try:
        yield
    finally:
        if opened:
            store.db.other_thread_wrote()
            store.db.close()


def signed_in(store: Store) -> OpenFile:
    """Who signed in, the centre and its clock; the sign-in goes into the journal."""
    try:
        with told():
            return _signed_in(store)
    except BaseException:
        store.close()
        raise


def _signed_in(store: Store) -> OpenFile:
    who = _who(store)
    if not who.active:
        raise Refused(NOT_ACTIVE)
    shown = who.facilitator.name if who.facilitator_id else who.name
    if not store.read_only:
        if store.wrong_tries:
            store.journal.event("sign_in.failed", {"count": store.wrong_tries}, who.id)
        store.journal.event("file.opened", {}, who.id)
    centre = str(_setting("centre") or "")
    return OpenFile(store, SignInId(who.id), shown, who.role, centre, clock_of(_setting("demo_day")))


def clock_of(demo_day: object) -> Clock:
    """The machine's clock, or for "2026-10-28" (08:40) or "2026-11-20T17:00" the demo's own."""
    if not demo_day:
        return Clock()
    start = datetime.fromisoformat(str(demo_day))
    if len(str(demo_day)) <= len("2026-10-28"):
        start = datetime.combine(start.date(), DEMO_STARTS)
    return Clock(start)


def _who(store: Store) -> SignIn:
    for row in SignIn.select():
        if keys.mark_of(store.key.file_id, row.name) == store.who:
            found: SignIn = row
            return found
    raise Refused(NOT_ACTIVE)


def _setting(key: str) -> object:
    row = Setting.get_or_none(Setting.key == key)
    return None if row is None else row.value


def _settings(step: Step, centre: str, language: str, workstation: str) -> None:
    for key, value in {"centre": centre, "language": language, "workstation": workstation}.items():
        step.save(Setting(key=key, value=value))


def _person(step: Step, name: str, shown: str, role: str) -> None:
    facilitator = step.save(Facilitator(code="F1", name=shown, role="", active=True))
    step.save(SignIn(name=name, role=role, facilitator=facilitator, active=True))
