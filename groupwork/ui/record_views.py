"""Who looked at whose record: told to the journal when a page with a record is shown, written soon after."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from groupwork.domain.ids import ParticipantId
from groupwork.errors import UserError
from groupwork.operations import person_history
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place

WRITE_AFTER_MS = 2000

log = logging.getLogger(__name__)


class RecordViews(QObject):
    """Remembers each look and writes two seconds after the last one; closing the file writes at once.

    Looking again within five minutes is the same look. Who may not open records leaves no trace: nothing
    was shown.
    """

    def __init__(self, gate: Gate) -> None:
        super().__init__(gate)
        self._gate = gate
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WRITE_AFTER_MS)
        self._timer.timeout.connect(self.write)

    def look(self, place: Place) -> None:
        """A place was shown."""
        people = _people(place)
        try:
            for person in people:
                person_history.looked_at(self._gate.desk(), person)
        except UserError as error:
            log.info("no look remembered: %s", type(error).__name__)
            return
        if people:
            self._timer.start()

    def write(self) -> None:
        """Write what is remembered; while a long job runs, later."""
        if not self._gate.open:
            return
        if self._gate.job:
            self._timer.start()
            return
        try:
            person_history.write_looks(self._gate.desk())
        except UserError as error:
            log.info("looks not written: %s", type(error).__name__)


def _people(place: Place) -> tuple[ParticipantId, ...]:
    notes = place.page == "preview" and place.part == "notes"
    if (place.page == "participant" or notes) and place.participant is not None:
        return (place.participant,)
    if place.page == "merge":
        return tuple(ParticipantId(int(number)) for number in place.part.split("+") if number.isdecimal())
    return ()
