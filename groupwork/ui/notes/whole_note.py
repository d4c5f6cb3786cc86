"""What is done with a whole note: signing, co-signing, amending, looking at its versions."""

from __future__ import annotations

from groupwork.domain.ids import NoteId
from groupwork.errors import UserError
from groupwork.i18n import say
from groupwork.operations import notes
from groupwork.ui.gate import Gate
from groupwork.ui.notes.open_note import OpenNote


class WholeNote:
    """Acts on the editor's note; what is final cannot be undone."""

    def __init__(self, gate: Gate, editor: OpenNote) -> None:
        self._gate, self._editor = gate, editor

    def sign(self) -> None:
        """Sign it."""
        number = self._number()
        if number is not None and self._gate.do(notes.sign, number) is not None:
            self._editor.done_with(number)
            self._editor.tell_signed(number)

    def cosign(self) -> None:
        """Sign it as the second."""
        number = self._number()
        if number is not None and self._gate.do(notes.cosign, number) is not None:
            self._editor.done_with(number)

    def amend(self, reason: str, added: str) -> None:
        """Add to it; a refusal stands in the form."""
        editor, number = self._editor, self._number()
        if number is None or editor.subject is None:
            return
        try:
            self._gate.write(notes.amend, number, reason, added)
        except UserError as error:
            editor.amend.refusal.say(say(error))
            return
        self._gate.unfinished.drop(f"amend.{editor.subject.kind}")
        editor.amend.hide()
        editor.done_with(number)

    def versions(self) -> None:
        """Show what it said from sitting to sitting, or put that away."""
        shown = self._editor.version_list
        if not shown.isHidden():
            shown.hide()
            return
        self._editor.flush()
        number = self._number()
        if number is not None:
            shown.show_versions(self._gate.ask(notes.versions, number) or ())

    def _number(self) -> NoteId | None:
        return self._editor.note.id if self._editor.note is not None else None
