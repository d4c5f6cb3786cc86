"""What is done with a whole note: signing, co-signing, amending, looking at its versions."""

from __future__ import annotations

from groupwork.domain.ids import NoteId
from groupwork.domain.notes import NoteInfo
from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.operations import notes, person_history
from groupwork.ui.focus import reveal
from groupwork.ui.gate import Gate
from groupwork.ui.notes.open_note import OpenNote


class WholeNote:
    """Acts on the editor's note; what is final cannot be undone."""

    def __init__(self, gate: Gate, editor: OpenNote) -> None:
        self._gate, self._editor = gate, editor
        self._asked = False

    def begin(self, note: NoteInfo | None) -> None:
        """Another note is open."""
        self._asked = False
        self.seen(note)

    def seen(self, note: NoteInfo | None) -> None:
        """The journal is told whose note can be read now."""
        if note is not None and note.participant is not None:
            self._gate.ask(person_history.looked_at, note.participant)

    def sign(self) -> None:
        """Save and sign; what is pointed out is brought up first, once."""
        editor = self._editor
        if not editor.draft_shown:
            return
        if not editor.flush() or editor.note is None:
            if editor.note is None and not editor.refusal.text():
                editor.refusal.say(_("The note is still empty."))
            editor.form.late.ask()
            reveal(editor.refusal)
            return
        editor.look()
        if editor.warnings.found and not self._asked:
            self._asked = True
            editor.refusal.say(
                _("Please look at what is pointed out above. “Sign note” again signs it as it is.")
            )
            reveal(editor.refusal)
            return
        self._sign()

    def _sign(self) -> None:
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
            reveal(shown)

    def _number(self) -> NoteId | None:
        return self._editor.note.id if self._editor.note is not None else None
