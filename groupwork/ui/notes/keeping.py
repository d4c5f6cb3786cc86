"""When a note is saved: on leaving it and after a pause; words that cannot be saved yet are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from groupwork.domain.ids import NoteId
from groupwork.domain.notes import NoteInfo, Template
from groupwork.errors import UserError
from groupwork.i18n import say
from groupwork.operations import notes
from groupwork.ui.gate import Gate
from groupwork.ui.notes.subject import Subject, Typed
from groupwork.ui.unfinished import Words

QUIET_MS = 20_000
"""So long nobody types before a note is saved by itself: each saving is a step of the history."""
KEEP_MS = 4_000
"""So long before the words are kept against a crash, without a step."""


class Keeping(QObject):
    """One subject at a time. `refused` says why the words are not saved yet; empty when they are."""

    refused = Signal(str)
    saved = Signal(object)
    """The NoteId the words were saved under."""

    def __init__(self, gate: Gate, read: Callable[[], Typed]) -> None:
        super().__init__()
        self._gate, self._read = gate, read
        self._subject: Subject | None = None
        self._note: NoteInfo | None = None
        self._writing = False
        self._quiet, self._keep = self._timer(QUIET_MS, self.save), self._timer(KEEP_MS, self.keep)

    def _timer(self, after: int, does: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(does)
        return timer

    def begin(self, subject: Subject | None, note: NoteInfo | None) -> None:
        """Another subject, and what is stored of it."""
        self._subject, self._note = subject, note
        self._stop()

    def stored(self, note: NoteInfo | None) -> None:
        """What is stored is another now."""
        self._note = note

    @property
    def note(self) -> NoteId | None:
        """The note's number, once there is one."""
        return self._note.id if self._note is not None else None

    @property
    def dirty(self) -> bool:
        """Whether something is typed that is not stored."""
        if self._subject is None or (self._note is not None and self._note.signed_at is not None):
            return False
        return self._read().differs(self._note)

    def touched(self) -> None:
        """Somebody types: save when it is quiet."""
        if not self._writing:
            self._quiet.start()
            self._keep.start()

    def kept(self) -> Typed | None:
        """Words that were kept of this subject, None for nothing."""
        found = self._gate.unfinished.of(self._subject.kind) if self._subject is not None else None
        if not found or not isinstance(found.get("parts"), dict):
            return None
        parts = {str(code): str(text) for code, text in found["parts"].items()}
        day = found.get("day")
        contact = date.fromisoformat(str(day)) if day else None
        return Typed(Template(str(found.get("template"))), parts, str(found.get("late", "")), contact)

    def words(self) -> dict[str, Words]:
        """What is typed and not stored, by kind."""
        if self._subject is None or not self.dirty:
            return {}
        typed = self._read()
        if not typed.filled:
            return {}
        found: Words = {"template": typed.template.value, "parts": typed.filled, "late": typed.late_reason}
        if typed.contact is not None:
            found["day"] = typed.contact.isoformat()
        return {self._subject.kind: found}

    def keep(self) -> None:
        """Keep the words as they are, unsaved."""
        if self._gate.open:
            self._gate.unfinished.keep(self.words())

    def drop(self) -> None:
        """What was kept of this subject is stored, or given up."""
        if self._subject is not None:
            self._gate.unfinished.drop(self._subject.kind)

    def save(self) -> bool:
        """Store what is typed; True when nothing is left unsaved. What is refused is kept."""
        self._stop()
        if not self._gate.open or self._writing:
            return False
        if not self.dirty:
            return True
        self._writing = True
        try:
            self._write(self._read())
        except UserError as error:
            self.keep()
            self.refused.emit(say(error))
            return False
        finally:
            self._writing = False
        self.drop()
        self.refused.emit("")
        return True

    def _write(self, typed: Typed) -> None:
        subject = self._subject
        if subject is None:
            return
        if not typed.filled and self._note is not None:
            self._gate.write(notes.remove_note, self._note.id)
            return
        if subject.session is not None and subject.participant is None:
            saved = self._gate.write(
                notes.save_group_note, subject.session, typed.filled, late_reason=typed.late_reason
            )
        elif subject.participant is not None:
            saved = self._gate.write(
                notes.save_note,
                subject.session,
                subject.participant,
                typed.template,
                typed.filled,
                note=self.note,
                contact=typed.contact,
                late_reason=typed.late_reason,
            )
        else:
            return
        self.saved.emit(saved.note)

    def _stop(self) -> None:
        self._quiet.stop()
        self._keep.stop()
