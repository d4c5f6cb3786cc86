"""Long jobs off the window's thread: progress with a count, Cancel, and the answer back on it.

A job must not touch the open file's connection: it opens its own, or works on plain values.

While a job runs Python does not search for garbage: the search runs on whichever thread allocates, and a
widget that is freed off the window's thread breaks Qt's own list of widgets (the next look at all of them
then ends the process).
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from groupwork.errors import UserError

T = TypeVar("T")
log = logging.getLogger(__name__)


class Report:
    """What a job is given: `report.progress(done, of)` and `report.cancelled()`."""

    def __init__(self, progress: Callable[[int, int], None], stop: threading.Event) -> None:
        self.progress = progress
        self._stop = stop

    def cancelled(self) -> bool:
        """True once the person pressed Cancel: end soon, leave nothing half-written."""
        return self._stop.is_set()


class _Relay(QObject):
    """Lives on the window's thread: what a worker emits arrives there."""

    progressed = Signal(int, int)
    finished = Signal(object, object)

    def __init__(
        self,
        finish: Callable[[tuple[object] | None, BaseException | None], None],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        super().__init__()
        self._finish, self._progress = finish, progress
        self.progressed.connect(self.on_progress)
        self.finished.connect(self.on_finished)

    def on_progress(self, done: int, of: int) -> None:
        """Hand on a count."""
        if self._progress is not None:
            self._progress(done, of)

    def on_finished(self, answer: tuple[object] | None, error: BaseException | None) -> None:
        """Hand on the end."""
        self._finish(answer, error)


class Job:
    """A running job. `cancel()` asks it to stop; exactly one of `done` and `failed` is called."""

    def __init__(
        self,
        work: Callable[[Report], object],
        done: Callable[[Any], None],
        failed: Callable[[UserError], None],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self._work, self._done, self._failed = work, done, failed
        self._stop = threading.Event()
        self.elsewhere = False
        """True once it was handed to another thread."""
        self._relay = _Relay(self._finish, progress)

    def cancel(self) -> None:
        """Ask the job to stop."""
        self._stop.set()

    def execute(self) -> None:
        """Do the work on the thread this is called on."""
        report = Report(self._relay.progressed.emit, self._stop)
        try:
            answer = self._work(report)
        except BaseException as error:  # every end is told to the window's thread
            self._relay.finished.emit(None, error)
        else:
            self._relay.finished.emit((answer,), None)

    def _finish(self, answer: tuple[object] | None, error: BaseException | None) -> None:
        running.discard(self)
        if self.elsewhere:
            garbage.resume()
        if answer is not None:
            self._done(answer[0])
        elif isinstance(error, UserError):
            self._failed(error)
        elif error is not None:
            raise error


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.execute()


class _Garbage:
    """Python's search for garbage, paused while any job runs. Both calls come from the window's thread."""

    def __init__(self) -> None:
        self._jobs = 0
        self._was_on = False

    def pause(self) -> None:
        """A job begins."""
        if not self._jobs:
            self._was_on = gc.isenabled()
            gc.disable()
        self._jobs += 1

    def resume(self) -> None:
        """A job has ended."""
        self._jobs -= 1
        if not self._jobs and self._was_on:
            gc.enable()


class Pool:
    """Where jobs run. `inline` does them at once on the caller's thread, for tests and pictures."""

    def __init__(self, *, inline: bool = False) -> None:
        self.inline = inline

    def start(self, job: Job) -> None:
        """Begin the job."""
        running.add(job)
        if self.inline:
            job.execute()
            return
        job.elsewhere = True
        garbage.pause()
        QThreadPool.globalInstance().start(_Runnable(job))


running: set[Job] = set()
"""Jobs that have not ended; they keep themselves alive."""
garbage = _Garbage()
pool = Pool()


def run(
    work: Callable[[Report], T],
    done: Callable[[T], None],
    failed: Callable[[UserError], None],
    progress: Callable[[int, int], None] | None = None,
) -> Job:
    """Start `work(report)` off the window's thread.

    Back on the window's thread `done(answer)` or, for a UserError, `failed(error)` is called; any other
    error reaches the window's excepthook as a bug.
    """
    job = Job(work, done, failed, progress)
    pool.start(job)
    return job
