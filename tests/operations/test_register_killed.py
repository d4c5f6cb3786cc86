"""kill -9 while gestures of twenty marks are written: every acknowledged one is there, none is half."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import datetime, time
from pathlib import Path

import pytest

from groupwork.domain.attendance import TYPED, Mark
from groupwork.operations import attendance
from groupwork.operations.desk import Desk
from groupwork.operations.register import register, take_registers
from groupwork.store.database import open_store
from groupwork.store.sidecar import keys_path
from tests.builders import MONDAY, PASSPHRASE, a_group, a_session

PEOPLE = 20


def desk_of(store):
    return Desk(store, 1, "Hanna", "lead", MONDAY, datetime.combine(MONDAY, time(9, 52)), "en")


def gesture(number):
    """The mark that the gesture with this number gives to everybody."""
    return Mark(TYPED[number % len(TYPED)], reason=f"gesture {number}")


def child(path, session):
    """Mark everybody again and again, and acknowledge each gesture once it is stored."""
    desk = desk_of(open_store(path, "hanna", PASSPHRASE))
    people = [row.participant for row in register(desk, session).rows]
    for number in range(1, 100_000):
        attendance.record_marks(desk, session, dict.fromkeys(people, gesture(number)))
        os.write(1, b"%d\n" % number)


@pytest.mark.slow
@pytest.mark.parametrize("acknowledged", [1, 7])
def test_no_acknowledged_gesture_is_lost_and_none_is_half(template, tmp_path, acknowledged):
    path = tmp_path / "centre.groupwork"
    shutil.copy(template, path)
    shutil.copy(keys_path(template), keys_path(path))
    with open_store(path, "hanna", PASSPHRASE) as store:
        desk = desk_of(store)
        session = a_session(desk, a_group(desk, with_people=PEOPLE))
        take_registers(desk)
    own = {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])}
    command = [sys.executable, __file__, str(path), str(session)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, **own}) as running:
        last = [int(running.stdout.readline()) for _n in range(acknowledged)][-1]
        running.send_signal(signal.SIGKILL)
        last = max([last, *map(int, running.stdout.read().split(b"\n")[:-1])])
    assert running.returncode == -signal.SIGKILL
    with open_store(path, "hanna", PASSPHRASE) as store:
        marks = {row.mark for row in register(desk_of(store), session).rows}
        assert store.journal.verify().ok
    assert marks in ({gesture(last)}, {gesture(last + 1)})


if __name__ == "__main__":
    child(Path(sys.argv[1]), int(sys.argv[2]))
