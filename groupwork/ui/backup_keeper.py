"""Keeps the open file backed up: soon after opening, every 30 minutes when changed, at close, and by hand.

The work is done off the window's thread with a connection of its own; recording goes on meanwhile.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from groupwork.errors import Cancelled, NotAllowed, UserError
from groupwork.i18n import current
from groupwork.operations import backups as operations
from groupwork.operations.desk import Right
from groupwork.ui import background
from groupwork.ui.background import Job, Report

if TYPE_CHECKING:
    from groupwork.domain.backups import BackupState
    from groupwork.operations.backups import Made
    from groupwork.operations.desk import Desk
    from groupwork.operations.vault import OpenFile

EVERY = timedelta(minutes=30)
LOOK_MS, FIRST_MS = 50, 5_000
"""After opening: first Today is painted, then the folders are read; a due backup waits a little longer."""

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The machine's time."""
    return datetime.now(UTC)


class BackupKeeper(QObject):
    """`changed` when state, progress or trouble changed; `ended` with None or the UserError of each try;
    `restore_wanted` with the BackupInfo somebody chose, or None."""

    changed = Signal()
    ended = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self, file: OpenFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.clock: Callable[[], datetime] = utc_now
        self.state: BackupState | None = None
        self.trouble: UserError | None = None
        """Why the last try made none, or not the second copy."""
        self.percent = 0
        self.by_hand = False
        """Whether the running backup was asked for."""
        self.running = False
        """Whether a backup is being made."""
        self._job: Job | None = None
        self._stopped = False
        self._tried: datetime | None = None
        self._timers = [self._after(LOOK_MS, self.look), self._after(FIRST_MS, self.tick)]

    @property
    def demo(self) -> bool:
        """The demo centre is public: nothing of it is backed up by itself."""
        return self._file.clock.demo

    @property
    def automatic(self) -> bool:
        """Whether backups are made by themselves: not of the demo, nor of a file opened for reading."""
        return not self.demo and not self._file.store.read_only and self._desk().may(Right.RECORD)

    @property
    def shown(self) -> bool:
        """Whether this sign-in sees the backups and makes them."""
        return self._desk().may(Right.BACKUP)

    def look(self) -> None:
        """Read how the backups stand; `changed` tells when it is known."""
        if self.shown and not self._stopped:
            desk, now = self._desk(), self.clock()
            background.run(lambda _report: operations.state(desk, now=now), self._looked, self._unseen)

    def tick(self) -> None:
        """Back up when 30 minutes went by since the last try and something was changed; each minute."""
        late = self._tried is None or abs(self.clock() - self._tried) >= EVERY
        if self.automatic and late and not self.running:
            self.back_up()

    def due(self) -> bool:
        """Whether a backup is to be made before the file is closed."""
        try:
            return self.automatic and not self._stopped and operations.due(self._desk(), now=self.clock())
        except UserError:  # the file itself cannot be read: nothing can be backed up
            return False

    def back_up(self, *, by_hand: bool = False) -> None:
        """Make a backup off the window's thread; by itself only when something was changed."""
        if self.running or self._stopped:
            return
        desk, now = self._desk(), self.clock()
        make = operations.make if by_hand else operations.automatic
        self._tried, self.by_hand, self.percent, self.running = now, by_hand, 0, True
        self.changed.emit()

        def work(report: Report) -> Made | None:
            return make(desk, progress=report.progress, cancelled=report.cancelled, now=now)

        self._job = background.run(work, self._made, self._failed, self._progress)

    def cancel(self) -> None:
        """Ask the running backup to stop."""
        if self._job is not None:
            self._job.cancel()

    def stop(self) -> None:
        """The file is being closed: nothing more is begun, told or written."""
        self._stopped = True
        for timer in self._timers:
            timer.stop()
        self.cancel()

    def _after(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        if self.automatic:
            timer.start(milliseconds)
        return timer

    def _desk(self) -> Desk:
        return self._file.desk(current().language)

    def _looked(self, state: BackupState) -> None:
        if not self._stopped:
            self.state = state
            self.changed.emit()

    def _unseen(self, error: UserError) -> None:
        log.info("backups not read: %s", type(error).__name__)

    def _progress(self, done: int, of: int) -> None:
        self.percent = 100 * done // max(of, 1)
        self.changed.emit()

    def _made(self, made: Made | None) -> None:
        self.trouble = made.trouble if made is not None else None
        self._over(None)

    def _failed(self, error: UserError) -> None:
        log.info("no backup: %s", type(error).__name__)
        if not isinstance(error, Cancelled | NotAllowed):
            self.trouble = error
        self._over(error)

    def _over(self, error: UserError | None) -> None:
        self.running = False
        self.ended.emit(error)
        self.changed.emit()
        self.look()
