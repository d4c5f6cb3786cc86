"""When the guards look at a note, and what is answered to them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer

from groupwork.domain.note_guards import GuardWarning
from groupwork.domain.note_replacing import REPLACEMENT, REPLACEMENT_AFTER, REPLACEMENT_WHOSE, Instead
from groupwork.i18n import _
from groupwork.operations import note_help, notes
from groupwork.ui.gate import Gate
from groupwork.ui.notes.open_note import OpenNote

CHECK_MS = 900
"""After so long without a key the guards look at what is typed."""


class GuardWatch(QObject):
    """Asks the three guards a moment after typing, and when a field is left."""

    def __init__(self, gate: Gate, editor: OpenNote, parent: QObject) -> None:
        super().__init__(parent)
        self._gate, self._editor = gate, editor
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(editor.look)
        editor.warnings.replaced.connect(self._replace)
        editor.warnings.left.connect(self._leave_it)

    def soon(self, after: int = CHECK_MS) -> None:
        """Look after so many ms."""
        self._timer.start(after)

    def look(self) -> None:
        """Look now."""
        self._timer.stop()
        editor = self._editor
        subject = editor.subject
        if subject is None or not self._gate.open:
            return
        typed, found = editor.form.typed().filled, _NOTHING
        if typed:
            person, number = subject.participant, editor.keeping.note
            found = self._gate.ask(note_help.check, subject.session, person, typed, note=number) or _NOTHING
        editor.warnings.show_found(found, may=editor.may)
        editor.form.point_out(found)

    def _replace(self, warning: GuardWarning) -> None:
        by_keys = self._keyboard_here()
        instead = Instead(_(REPLACEMENT), _(REPLACEMENT_WHOSE), _(REPLACEMENT_AFTER))
        self._editor.form.replace(warning, instead)
        self._answered(by_keys=by_keys)

    def _leave_it(self, warning: GuardWarning) -> None:
        """The note must be there before something can be put away for it."""
        by_keys = self._keyboard_here()
        note = self._editor.note if self._editor.flush() else None
        if note is not None:
            self._gate.do(notes.dismiss, note.id, warning.digest)
        self._answered(by_keys=by_keys)

    def _keyboard_here(self) -> bool:
        return any(answer.hasFocus() for answer in self._editor.warnings.stops())

    def _answered(self, *, by_keys: bool) -> None:
        """Look again; nobody is asked to look at what is gone."""
        self.look()
        if not self._editor.warnings.found:
            self._editor.refusal.say("")
        if by_keys:  # later: new answers take the keyboard once they are shown
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        """To the next answer, else back to the words: Qt would go to "Sign note", one Enter from final."""
        answers = self._editor.warnings.stops()
        to = answers[0] if answers else self._editor.form.last_field()
        to.setFocus(Qt.FocusReason.OtherFocusReason)


_NOTHING: Sequence[GuardWarning] = ()
