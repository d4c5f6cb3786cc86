"""The store of one open centre: made, opened, closed. Everything that can be wrong is told apart here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from groupwork import __version__
from groupwork.errors import Damaged, KeysLost, NotOurs, Trouble
from groupwork.i18n import N_
from groupwork.store import (
    durable,
    files,
    folders,
    keys,
    migrations,
    recognise,
    row,
    sidecar,
    throttle,
    upgrade,
)
from groupwork.store.connection import CipherDatabase, Mode
from groupwork.store.journal import Journal
from groupwork.store.keys import DataKey, Kdf, Slot
from groupwork.store.lock import WriterLock, workstation
from groupwork.store.sidecar import Anchor, Sidecar, Unlock, Unlocked
from groupwork.store.transaction import is_database_error, told, trouble_in

T = TypeVar("T")
OTHER_SHEET = N_("This recovery sheet belongs to another centre’s file than “{file}”.")


@dataclass
class Store:
    """One open file: its database, journal and key. Close it; `with` does."""

    path: Path
    db: CipherDatabase
    journal: Journal
    key: DataKey = field(repr=False)
    sidecar: Sidecar = field(repr=False)
    workstation: str
    read_only: bool
    lock: WriterLock | None = None
    who: str = ""
    """The mark of the slot that opened (`keys.mark_of`)."""
    wrong_tries: int = 0
    """Wrong passphrases since the last good one."""
    closed: bool = False
    _kept: dict[str, tuple[int, Any]] = field(default_factory=dict, repr=False)
    _saving: threading.RLock = field(default_factory=threading.RLock, repr=False)

    def unchanged(self, name: str, read: Callable[[], T]) -> T:
        """What `read` gave last time, while this process has written nothing since; else read again.

        A file opened for reading is read each time: somebody else may be writing. So is an open step: it
        may be taken back.
        """
        if self.read_only or self.db.in_transaction():
            return read()
        written = self.db.written()
        kept = self._kept.get(name)
        if kept is None or kept[0] != written:
            kept = self._kept[name] = (written, read())
        value: T = kept[1]
        return value

    @property
    def file_id(self) -> str:
        """The file's id, as hexadecimal digits."""
        return self.key.file_id.hex()

    def save_keys(self, changed: Sidecar) -> None:
        """Put the key file in place of the old one. Raises DiskFull or ReadOnly; the old one then stays."""
        with self._saving:
            sidecar.save(self.path, changed)
            self.sidecar = changed

    def anchor(self) -> None:
        """Note the journal's length and last code in the key file, where the database cannot reach."""
        count, head = self.journal.anchor()
        with self._saving:  # a backup's thread must not put back the slots that it read before
            seen = {**self.sidecar.anchors, self.workstation: Anchor(count, head)}
            if count and seen != self.sidecar.anchors:
                self.save_keys(replace(self.sidecar, anchors=seen))

    def close(self) -> None:
        """Close the database, note the anchor, give back the lock. Never fails; twice does no harm."""
        if self.closed:
            return
        self.closed = True
        try:
            if not self.read_only:
                with suppress(Exception):
                    self.journal.flush_views()
                with suppress(Exception):
                    self.anchor()
            _disconnect(self.db, self.path)
        finally:
            row.unbind(self.db)
            if self.lock is not None:
                self.lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def create(
    path: Path,
    sign_in_name: str,
    passphrase: str,
    *,
    fill: Callable[[Store], None],
    kdf: Kdf | None = None,
    probe: folders.Probe | None = None,
) -> Store:
    """A new file with one sign-in, filled by `fill`, which raises to give up; returned open.

    It is built under another name and gets its own only when complete, so a power cut leaves the whole
    file or none. Raises WrongPlace (name taken, network, synchronised), Missing, ReadOnly, DiskFull, Busy.
    """
    folders.require_own_folder(path, probe)
    folders.require_writable(path)
    files.require_free_name(path)
    secret = keys.new_passphrase(passphrase)
    lock = WriterLock(path)
    lock.acquire()
    part = path.with_name(path.name + ".part")
    try:
        files.require_free_name(path)
        files.remove_database(part)
        key = _own_key()
        slots = Sidecar(key.file_id, written_by=__version__).with_person(key, sign_in_name, secret, kdf)
        slots = _build(part, key, slots, fill)
        sidecar.save(path, slots)
        with durable.in_words(path.parent):
            durable.sync_file(part)
            part.rename(path)
            durable.sync_folder(path.parent)
        store = _opened(path, key, slots, Mode.WRITE, lock)
        store.who = slots.slots[0].who
        return store
    except BaseException:
        files.remove_database(part)
        if not path.exists():
            sidecar.remove(path)
        lock.release()
        raise


def open_store(
    path: Path,
    sign_in_name: str | None,
    passphrase: str,
    *,
    read_only: bool = False,
    probe: folders.Probe | None = None,
) -> Store:
    """Open a file with a sign-in's passphrase; None stands for the sign-in that made the file.

    Raises a Trouble in words for whatever is wrong: Missing, NotOurs, WrongPlace, ReadOnly, Busy, KeysLost,
    WrongPassphrase, TooSoon, TooNew, Damaged, DiskFull. A reader needs no lock and writes nothing.
    """

    def unlock(slots: Sidecar) -> Unlocked:
        throttle.require_patience(path)
        secret = keys.passphrase(passphrase)
        try:
            return sidecar.open_with(slots, sign_in_name, secret)
        except Trouble:
            throttle.count_wrong(path)
            raise

    return open_by(path, unlock, read_only=read_only, probe=probe)


def open_by(
    path: Path,
    unlock: Unlock,
    *,
    read_only: bool = False,
    probe: folders.Probe | None = None,
    given: tuple[bytes, Slot] | None = None,
) -> Store:
    """Open a file whose key `unlock` gets from its key file. Raises as `open_store`.

    `given` is a recovery slot read from a sheet: it stands in for a key file that is lost.
    """
    with files.held(path, read_only=read_only, probe=probe) as lock:
        file_id = recognise.file_id_of(path)
        slots = load_keys(path, file_id, repair=not read_only, given=given)
        key, slot = unlock(slots)
        store = _opened(path, key, slots, Mode.READ if read_only else Mode.WRITE, lock)
        store.who = slot.who
        store.wrong_tries = 0 if read_only else throttle.forget(path)
        return store


def load_keys(
    path: Path, file_id: bytes, *, repair: bool, given: tuple[bytes, Slot] | None = None
) -> Sidecar:
    """The key file; a file without one whose size is not ours either is something else (NotOurs)."""
    try:
        found = sidecar.load(path, file_id, repair=repair)
    except (KeysLost, Damaged) as lost:
        if given is not None and given[0] == file_id:
            return Sidecar(file_id, (given[1],))
        if isinstance(lost, KeysLost) and path.stat().st_size % recognise.PAGE:
            raise NotOurs(recognise.OTHER, file=path.name) from None
        raise
    if given is None:
        return found
    if given[0] != file_id:
        raise KeysLost(OTHER_SHEET, file=path.name)
    return found.with_slot(given[1])


def _own_key() -> DataKey:
    """A new key whose id, the first bytes of the file, looks like no other kind of file."""
    while True:
        key = keys.new_data_key()
        if recognise.kind_of(key.file_id) == recognise.OTHER:
            return key


def _build(part: Path, key: DataKey, slots: Sidecar, fill: Callable[[Store], None]) -> Sidecar:
    """Make and fill the database under its temporary name; afterwards read back that it is encrypted."""
    db = connected(part, key, Mode.CREATE)
    row.bind(db)
    try:
        with told():
            migrations.migrate(db)
        store = Store(part, db, Journal(db, workstation()), key, slots, workstation(), read_only=False)
        with told():
            fill(store)
            db.settle()
        count, head = store.journal.anchor()
    finally:
        _disconnect(db, part)
        row.unbind(db)
    if recognise.file_id_of(part) != key.file_id:
        raise Damaged(recognise.PAGE_DAMAGED, file=part.name)
    return replace(slots, anchors={workstation(): Anchor(count, head)})


def _opened(path: Path, key: DataKey, slots: Sidecar, mode: Mode, lock: WriterLock | None) -> Store:
    db = connected(path, key, mode)
    try:
        with told():
            slots = upgrade.up_to_date(path, db, key, slots, mode)
        row.bind(db)
        journal = Journal(db, workstation(), read_only=mode is Mode.READ)
        return Store(path, db, journal, key, slots, workstation(), mode is Mode.READ, lock)
    except BaseException:
        row.unbind(db)
        _disconnect(db, path)
        raise


def connected(path: Path, key: DataKey, mode: Mode) -> CipherDatabase:
    """A database with this thread's connection open. The key is right: what fails now is damage or disk."""
    db = CipherDatabase(path, key, mode)
    try:
        with told():
            db.connect()
        if mode is not Mode.CREATE:
            db.rows("SELECT count(*) FROM sqlite_master")
    except BaseException as error:
        with suppress(Exception):
            db.close()
        told_as = in_words(error, path, key)
        if told_as is error:
            raise
        raise told_as from error
    recognise.remember_open(path, key.file_id)
    return db


def in_words(error: BaseException, path: Path, key: DataKey) -> BaseException:
    """The error that tells what is wrong with the file; damage is told from a missing end."""
    if isinstance(error, Damaged):
        return recognise.damage(path, key)
    found = trouble_in(error) if is_database_error(error) else None
    if isinstance(found, Damaged):
        return recognise.damage(path, key)
    return found or error


def _disconnect(db: CipherDatabase, path: Path) -> None:
    with suppress(Exception):
        db.close()
    recognise.forget_open(path)
