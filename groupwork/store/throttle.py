"""Guessing made slow: after wrong passphrases the next try waits, across restarts too.

This slows down somebody at this computer. Somebody who copies the files is slowed down by Argon2 alone.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from groupwork.errors import TooSoon, Trouble
from groupwork.i18n import N_
from groupwork.store import durable

FREE_TRIES = 2
LONGEST_WAIT = 60
"""Seconds."""

WAIT = N_("Too many wrong passphrases. Try again in {seconds} s.")

Now = Callable[[], float]


def tries_path(path: Path) -> Path:
    """The counter beside the centre's file: a number and a time, no name."""
    return path.with_name(path.name + ".tries")


def wait_after(wrong: int) -> int:
    """Seconds to wait after so many wrong tries: 0, 0, 0, 1, 2, 4 … 60."""
    if wrong <= FREE_TRIES:
        return 0
    return int(min(LONGEST_WAIT, 2 ** (wrong - FREE_TRIES - 1)))


def require_patience(path: Path, now: Now = time.time) -> None:
    """Raises TooSoon, with the seconds to wait, when the last wrong try was just now.

    A clock set back does not lock anybody out: the wait begins again from the new time.
    """
    wrong, last = _read(path)
    passed = now() - last
    if passed < 0:
        _write(path, wrong, now())
        passed = 0.0
    remaining = wait_after(wrong) - passed
    if remaining > 0:
        raise TooSoon(WAIT, seconds=int(remaining) + 1)


def count_wrong(path: Path, now: Now = time.time) -> None:
    """One wrong try more; where nothing can be written it is not counted."""
    _write(path, _read(path)[0] + 1, now())


def forget(path: Path) -> int:
    """The number of wrong tries since the last good one; the counter begins again."""
    wrong = _read(path)[0]
    with suppress(OSError):
        tries_path(path).unlink(missing_ok=True)
    return wrong


def _read(path: Path) -> tuple[int, float]:
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads(tries_path(path).read_text(encoding="ascii"))
        return max(0, min(int(told["wrong"]), 1000)), float(told["last"])
    return 0, 0.0


def _write(path: Path, wrong: int, last: float) -> None:
    with suppress(OSError, Trouble):
        durable.write(tries_path(path), json.dumps({"wrong": wrong, "last": last}).encode("ascii"))
