"""What there is to worry about with the backups."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from groupwork.domain.backups import BackupInfo, BackupState, Concern, concerns, newest_of

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ROOM = 10**10


def backup(age):
    return BackupInfo(Path(f"b{age}"), NOW - age, 1, 1, 1, "ab")


def state(*ages, **other):
    told = {
        "folder": Path("b"),
        "folder_there": True,
        "own_folder": True,
        "backups": tuple(backup(age) for age in ages),
        "changed": False,
        "free": ROOM,
    }
    return BackupState(**{**told, **other})


HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STICK = {"second": Path("s"), "second_seen": NOW - 8 * DAY}


@pytest.mark.parametrize(
    ("shown", "worries"),
    [
        (state(HOUR), []),
        (state(), [Concern.NONE_YET]),
        (state(DAY, changed=True), []),
        (state(DAY + HOUR, changed=True), [Concern.OLD]),
        (state(40 * DAY), []),
        (state(HOUR, free=199_999_999), [Concern.DISK_LOW]),
        (state(HOUR, free=200_000_000), []),
        (state(HOUR, own_folder=False, folder_there=False), [Concern.FOLDER_GONE]),
        (state(HOUR, folder_there=False), []),
        (state(HOUR, **STICK), [Concern.SECOND_UNSEEN]),
        (state(HOUR, **STICK, second_there=True), []),
        (state(HOUR, second=Path("s"), second_seen=NOW - 7 * DAY), []),
        (state(HOUR, second=Path("s")), [Concern.SECOND_UNSEEN]),
        (state(3 * DAY, changed=True, free=0), [Concern.OLD, Concern.DISK_LOW]),
    ],
)
def test_concerns(shown, worries):
    assert list(concerns(shown, NOW)) == worries


def test_the_newest_is_not_one_from_the_future():
    ahead, past, older = backup(-30 * DAY), backup(HOUR), backup(DAY)
    assert newest_of((ahead, past, older), NOW) is past
    assert newest_of((ahead,), NOW) is ahead
    assert newest_of((), NOW) is None
