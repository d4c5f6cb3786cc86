"""The key file beside the centre's file (`<file>.keys`), and its copies.

It holds the slots, the file's id and the newest anchor of the journal: no name, no passphrase, no data.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from groupwork import __version__, paths
from groupwork.errors import Damaged, KeysLost, TooNew, Trouble, WrongPassphrase
from groupwork.i18n import N_
from groupwork.store import durable, recovery
from groupwork.store.keys import (
    PERSON,
    RECOVERY,
    WRONG,
    DataKey,
    Kdf,
    Slot,
    mark_of,
    seal,
    unseal,
)

FORMAT, VERSION = "groupwork-keys", 1
LARGEST = 1_000_000

LOST = N_(
    "The key file “{keys}” is missing, and this computer has no copy. Put it back from a backup, or open the "
    "centre with the recovery sheet. Without one of them nobody can open this file."
)
FOREIGN = N_(
    "The key file “{keys}” belongs to another centre’s file. Put back the one that was beside this file, or "
    "open the centre with the recovery sheet."
)
DAMAGED = N_(
    "The key file “{keys}” is damaged, and this computer has no copy. Put it back from a backup, or open the "
    "centre with the recovery sheet."
)
NEWER = N_("The key file was written by a newer Groupwork ({needed}); this is {here}. Install the newer one.")
NO_RECOVERY = N_("No recovery sheet was made for this file.")


@dataclass(frozen=True)
class Anchor:
    """How long the journal of one workstation was, and its last code: seen from outside the file."""

    count: int
    head: str


@dataclass(frozen=True)
class Sidecar:
    """What is in the key file. The first person's slot is that of the one who made the file."""

    file_id: bytes
    slots: tuple[Slot, ...] = ()
    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    written_by: str = ""

    def slot_of(self, sign_in_name: str | None) -> Slot:
        """The slot of a sign-in name; None stands for the one who made the file.

        Raises WrongPassphrase for a name without a slot: nobody is told which names exist.
        """
        people = [slot for slot in self.slots if slot.kind == PERSON]
        if sign_in_name is not None:
            mark = mark_of(self.file_id, sign_in_name)
            people = [slot for slot in people if slot.who == mark]
        if not people:
            raise WrongPassphrase(WRONG)
        return people[0]

    def recovery_slot(self) -> Slot:
        """The recovery slot. Raises KeysLost when no recovery sheet was ever made."""
        for slot in self.slots:
            if slot.kind == RECOVERY:
                return slot
        raise KeysLost(NO_RECOVERY)

    def recovery_payload(self) -> str:
        """The whole recovery slot as text for the recovery sheet. Raises KeysLost when there is none."""
        return recovery.payload(self.file_id, self.recovery_slot())

    def with_person(self, key: DataKey, sign_in_name: str, secret: str, kdf: Kdf | None = None) -> Sidecar:
        """With this person's slot, new or in place of the old one."""
        return self.with_slot(seal(key, PERSON, mark_of(self.file_id, sign_in_name), secret, kdf))

    def with_slot(self, new: Slot) -> Sidecar:
        """With this slot in place of the one with the same mark, or last; the order is kept."""
        kept = [new if slot.who == new.who else slot for slot in self.slots]
        return replace(self, slots=tuple(kept if new in kept else [*kept, new]))

    def without_person(self, sign_in_name: str) -> Sidecar:
        """Without this person's slot. A copy taken earlier still opens with it."""
        mark = mark_of(self.file_id, sign_in_name)
        return replace(self, slots=tuple(slot for slot in self.slots if slot.who != mark))

    def with_recovery(self, key: DataKey, code: str, kdf: Kdf | None = None) -> Sidecar:
        """With a recovery slot for this code; an older sheet no longer opens."""
        return self.with_slot(seal(key, RECOVERY, RECOVERY, recovery.read_code(code), kdf))


def keys_path(path: Path) -> Path:
    """Where the key file of a centre's file lies."""
    return path.with_name(path.name + ".keys")


def copy_path(path: Path, file_id: bytes) -> Path:
    """Where this user's copy of a key file lies: by the file's id and place, without a name.

    By place too, because a restored backup has the same id and may have older passphrases.
    """
    place = sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return paths.keys_folder() / f"{file_id.hex()}-{place}.keys"


def save(path: Path, sidecar: Sidecar) -> None:
    """Write the key file and this user's copy. The copy is a second chance: it never stops the first."""
    data = to_bytes(sidecar)
    durable.write(keys_path(path), data)
    copy = copy_path(path, sidecar.file_id)
    with suppress(OSError, Trouble):
        copy.parent.mkdir(parents=True, exist_ok=True)
        durable.write(copy, data)


def remove(path: Path) -> None:
    """Remove the key file of a file that was never finished; its copy is harmless."""
    with suppress(OSError):
        keys_path(path).unlink(missing_ok=True)


def load(path: Path, file_id: bytes, *, repair: bool = True) -> Sidecar:
    """The key file of the file with this id: the one beside it, else this user's copy.

    With `repair` a missing or damaged one is put back from the copy. Raises KeysLost, Damaged or TooNew
    in words that say which of them it is, or that the key file belongs to another file.
    """
    beside = keys_path(path)
    try:
        found = read(beside)
        if found is not None and found.file_id == file_id:
            return found
        trouble: Trouble = KeysLost(LOST if found is None else FOREIGN, keys=beside.name)
    except Damaged as damaged:
        trouble = damaged
    copy = _copy(path, file_id)
    if copy is None:
        raise trouble
    if repair:
        with suppress(OSError, Trouble):
            durable.write(beside, to_bytes(copy))
    return copy


def read(keys: Path) -> Sidecar | None:
    """One key file, None when it is not there. Raises Damaged when it cannot be understood, or TooNew."""
    try:
        data = keys.read_bytes() if keys.stat().st_size <= LARGEST else b""
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Damaged(DAMAGED, keys=keys.name) from error
    try:
        return from_bytes(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, Damaged) as error:
        raise Damaged(DAMAGED, keys=keys.name) from error


def _copy(path: Path, file_id: bytes) -> Sidecar | None:
    """This user's copy for the file in this place, else one for the same file in another place."""
    own = copy_path(path, file_id)
    others = sorted(own.parent.glob(f"{file_id.hex()}-*.keys"), key=_changed, reverse=True)
    for candidate in (own, *others):
        with suppress(Damaged):
            found = read(candidate)
            if found is not None and found.file_id == file_id:
                return found
    return None


def _changed(candidate: Path) -> float:
    with suppress(OSError):
        return candidate.stat().st_mtime
    return 0.0


Unlocked = tuple[DataKey, Slot]
"""The data key, and the slot that held it."""
Unlock = Callable[[Sidecar], Unlocked]
"""Asks whoever it stands for; raises WrongPassphrase."""


def open_with(sidecar: Sidecar, sign_in_name: str | None, secret: str) -> Unlocked:
    """The data key and the slot that opened. Raises WrongPassphrase.

    A name without a slot takes as long as a wrong passphrase, so that trying names tells nothing.
    """
    try:
        slot = sidecar.slot_of(sign_in_name)
    except WrongPassphrase:
        Kdf().derive(secret, sidecar.file_id)
        raise
    return unseal(slot, sidecar.file_id, secret), slot


def to_bytes(sidecar: Sidecar) -> bytes:
    """The key file's JSON."""
    told = {
        "format": FORMAT,
        "version": VERSION,
        "written_by": sidecar.written_by,
        "file": sidecar.file_id.hex(),
        "slots": [_slot_to_json(slot) for slot in sidecar.slots],
        "anchors": {name: [anchor.count, anchor.head] for name, anchor in sidecar.anchors.items()},
    }
    return json.dumps(told, indent=1, sort_keys=True).encode("utf-8") + b"\n"


def from_bytes(data: bytes) -> Sidecar:
    """The key file's content. Raises TooNew, and ValueError, KeyError, TypeError or Damaged for the rest."""
    told = json.loads(data.decode("utf-8"))
    if told["format"] != FORMAT:
        raise ValueError(FORMAT)
    if told["version"] > VERSION:
        raise TooNew(NEWER, needed=str(told["written_by"]), here=__version__)
    file_id = bytes.fromhex(told["file"])
    slots = tuple(_slot_from_json(slot) for slot in told["slots"])
    DataKey(file_id, bytes(32))  # refuses an id of another length
    anchors = {str(name): Anchor(int(count), str(head)) for name, (count, head) in told["anchors"].items()}
    return Sidecar(file_id, slots, anchors, str(told["written_by"]))


def _slot_to_json(slot: Slot) -> dict[str, Any]:
    binary = {"salt": slot.salt, "nonce": slot.nonce, "sealed": slot.sealed}
    return {
        "kind": slot.kind,
        "who": slot.who,
        "kdf": ["argon2id", slot.kdf.memory_kib, slot.kdf.passes, slot.kdf.lanes],
        **{name: base64.b64encode(value).decode("ascii") for name, value in binary.items()},
    }


def _slot_from_json(told: dict[str, Any]) -> Slot:
    name, *numbers = told["kdf"]
    kdf = Kdf(*(int(number) for number in numbers))
    if name != "argon2id" or told["kind"] not in {PERSON, RECOVERY}:
        raise ValueError(name)
    kdf.require_sane()
    salt, nonce, sealed = (
        base64.b64decode(told[part], validate=True) for part in ("salt", "nonce", "sealed")
    )
    return Slot(told["kind"], str(told["who"]), kdf, salt, nonce, sealed)
