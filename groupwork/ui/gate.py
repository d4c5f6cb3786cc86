"""The one door between views and operations: asks, writes, undoes, and tells everybody what changed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from groupwork.domain.ids import StepId
from groupwork.domain.signs import Signs
from groupwork.errors import Cancelled, Refused, UserError
from groupwork.i18n import N_, _, current, say
from groupwork.operations import history, settings
from groupwork.ui import background
from groupwork.ui.background import Job, Report
from groupwork.ui.backup_keeper import BackupKeeper
from groupwork.ui.done import Done
from groupwork.ui.unfinished import Unfinished

if TYPE_CHECKING:
    from groupwork.operations.desk import Desk
    from groupwork.operations.vault import OpenFile

P = ParamSpec("P")
T = TypeVar("T")

BUSY = N_("Please wait: {job} is still running.")
STOPPED = N_("Stopped. Nothing was undone.")
CLOCK_MS = 10_000
MANY_ROWS = 1_000
"""Undo of more rows than these runs off the window's thread, with a count and Cancel."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Notice:
    """Words at the foot of the page; with `undo` they offer to take the step back."""

    sentence: str
    undo: bool = False
    tone: str = "good"


class Gate(QObject):
    """Everything a view does with the open file.

    `changed(Done)` after each write, undo and redo; `refused(str)` with a sentence when nothing was
    written; `notice(Notice)` with words for the foot of the page; `day_changed()` when the date turned;
    `faces_wanted(Round)` when the page of faces is asked for; `minute()` when the clock's minute turned;
    `busy_changed(bool)` and `progressed(done, of)` around and during long jobs.
    """

    changed = Signal(object)
    refused = Signal(str)
    notice = Signal(object)
    day_changed = Signal()
    minute = Signal()
    faces_wanted = Signal(object)
    busy_changed = Signal(bool)
    progressed = Signal(int, int)

    def __init__(self, file: OpenFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.open = True
        """False once the file is closed: a timer of a page that is going must not read any more."""
        self.saved_at: datetime | None = None
        self.unfinished = Unfinished(self.desk)
        self.running: Job | None = None
        self._job = ""
        self.held: list[Notice] | None = None
        """Not None while a participant uses the window: notices, which may name people, wait here."""
        self.refusal: UserError | None = None
        """What was refused last, for a page that has an answer to it."""
        now = file.clock.now()
        self._day, self._minute = now.date(), (now.hour, now.minute)
        self._timer = QTimer(self)
        self._timer.setInterval(CLOCK_MS)
        self._timer.timeout.connect(self.look_at_clock)
        self._timer.start()
        self.backups = BackupKeeper(file, self)
        self.minute.connect(self.backups.tick)

    def desk(self) -> Desk:
        """A fresh desk: today and now from the file's clock, the language of the window."""
        return self.file.desk(current().language)

    @property
    def centre(self) -> str:
        """The centre's name."""
        return self.file.centre

    @property
    def actor_name(self) -> str:
        """The shown name of the person signed in."""
        return self.file.actor_name

    @property
    def today(self) -> date:
        """The centre's day."""
        return self.file.clock.today()

    def signs(self) -> Signs:
        """What the statuses are called, shown as and typed as here, in the language in use."""
        return settings.centre(self.desk()).signs(current().language)

    @property
    def read_only(self) -> bool:
        """True while nothing may be written: the file was opened for reading, or a long job runs."""
        return bool(self._job) or self.file.store.read_only

    def do(self, operation: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Call an operation with a fresh desk and return its result.

        A `UserError` becomes `refused` and None. What it wrote (a Done, something with `.done`, or a
        tuple that begins with a Done) is told to everybody, with a notice that offers Undo.
        """
        try:
            return self.write(operation, *args, **kwargs)
        except UserError as error:
            self._refuse(error)
            return None

    def write(self, operation: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `do`, but a `UserError` is raised: for a form that shows it in place."""
        if self._job:
            raise Refused(BUSY, job=self._job)
        result = operation(self.desk(), *args, **kwargs)
        self._tell(done_of(result))
        return result

    def ask(
        self, operation: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Call a reading operation; a `UserError` becomes `refused` and None."""
        try:
            return operation(self.desk(), *args, **kwargs)
        except UserError as error:
            self._refuse(error)
            return None

    def undo(self) -> None:
        """Take back this sign-in's newest step that can be undone; says so, or why not."""
        self._back(history.undo, history.rows_of(self.desk()))

    def redo(self) -> None:
        """Do again what was undone last; says so, or why not."""
        self._back(history.redo, history.rows_of(self.desk(), redo=True))

    def undo_step(self, step: StepId) -> None:
        """Take back one named step, from the history page."""
        self._back(partial(history.undo, step=step), history.rows_of(self.desk(), step))

    def announce(self, sentence: str, *, tone: str = "good") -> None:
        """Words at the foot of the page, without Undo."""
        self._notify(Notice(sentence, tone=tone))

    def long(self, job: str, work: Callable[[Report], T], done: Callable[[T], None]) -> Job | None:
        """Run a long job off this thread; the window is read-only meanwhile and shows count and Cancel.

        `job` names it in words ("Printing 12 sheets"). What it wrote (see `do`) is told before `done` is
        called. Returns None when another job is running.
        """
        if self._job:
            self.refused.emit(_(BUSY).format(job=self._job))
            return None
        self._job = job
        self.busy_changed.emit(True)

        def finished(answer: T) -> None:
            self._release()
            self._tell(done_of(answer))
            done(answer)

        def failed(error: UserError) -> None:
            self._release()
            if not isinstance(error, Cancelled):
                self._refuse(error)

        self.running = background.run(work, finished, failed, self.progressed.emit)
        return self.running

    @property
    def job(self) -> str:
        """The long job that runs, in words, or empty."""
        return self._job

    def _release(self) -> None:
        self._job = ""
        self.running = None
        self.busy_changed.emit(False)

    def look_at_clock(self) -> None:
        """Compare with the wall clock; also called when the window wakes up."""
        now = self.file.clock.now()
        minute = (now.hour, now.minute)
        if now.date() != self._day:
            self._day, self._minute = now.date(), minute
            self.begin_day()
            self.day_changed.emit()
        elif minute != self._minute:
            self._minute = minute
            self.minute.emit()

    def begin_day(self) -> None:
        """Store who was expected for every session up to today, and open the follow-ups that are due."""
        from groupwork.operations.follow_up_watch import look_over
        from groupwork.operations.register import take_registers

        for begin in (take_registers, look_over):
            try:
                done = begin(self.desk())
            except UserError as error:  # a reader's sign-in or a file opened for reading
                log.info("day not begun: %s", type(error).__name__)
                return
            if done is not None and done.step is not None:
                self.changed.emit(done)

    def close(self) -> None:
        """Stop the clock and close the file."""
        self._timer.stop()
        self.backups.stop()
        self.open = False
        self.file.close()

    def _back(self, operation: Callable[..., Done], rows: int) -> None:
        """At once, or for thousands of rows off the window's thread."""
        if rows > MANY_ROWS:
            self.long(_("Undoing"), partial(_elsewhere, operation, self.desk(), rows), self._went_back)
            return
        done = self.do(operation)
        if done is not None:
            self._went_back(done)

    def _went_back(self, done: Done) -> None:
        if done.step is not None:
            self._notify(Notice(history.sentence(self.desk(), done)))

    def _tell(self, done: Done | None) -> None:
        if done is None or done.step is None:
            return
        self._note_time()
        self.changed.emit(done)
        if done.verb == history.UNDO:
            return
        sentence = history.sentence(self.desk(), done)
        if sentence:
            self._notify(Notice(sentence, undo=done.undoable))

    def _notify(self, notice: Notice) -> None:
        if self.held is not None:
            self.held.append(notice)
        else:
            self.notice.emit(notice)

    def _note_time(self) -> None:
        self.saved_at = self.file.clock.now()

    def _refuse(self, error: UserError) -> None:
        log.info("refused: %s", type(error).__name__)
        self.refusal = error
        self.refused.emit(say(error))


def _elsewhere(operation: Callable[..., Done], desk: Desk, rows: int, report: Report) -> Done:
    """Undo on another thread, with its own connection; Cancel leaves everything as it was."""
    from groupwork.operations.vault import own_connection

    def pulse(written: int) -> None:
        if report.cancelled():
            raise Cancelled(STOPPED)
        if written % 50 == 0:
            report.progress(written, rows)

    with own_connection(desk.store):
        return operation(desk, pulse=pulse)


def done_of(result: object) -> Done | None:
    """The Done in an operation's result: itself, its `.done`, or a tuple's first item; else None."""
    for candidate in (
        result,
        getattr(result, "done", None),
        result[0] if isinstance(result, tuple) and result else None,
    ):
        if isinstance(candidate, Done):
            return candidate
    return None
