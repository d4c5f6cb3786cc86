"""The first draft, from the person's own record of the session."""

from __future__ import annotations

from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.operations import note_help
from groupwork.ui.focus import reveal
from groupwork.ui.gate import Gate
from groupwork.ui.notes.open_note import OpenNote


class FirstDraft:
    """Fills the empty parts and puts the keyboard behind what it said last: there the own words begin."""

    def __init__(self, gate: Gate, editor: OpenNote) -> None:
        self._gate, self._editor = gate, editor

    def fill(self) -> None:
        """Does nothing for a signed note, a group note and one without a session."""
        editor, subject = self._editor, self._editor.subject
        if subject is None or subject.session is None or subject.participant is None:
            return
        if not (editor.draft_shown and editor.may):
            return
        template = editor.form.typed().template
        try:
            found = note_help.draft(self._gate.desk(), subject.session, subject.participant, template)
        except UserError as error:
            self._refuse(say(error))
            return
        filled = editor.form.fill(found)
        if filled:
            editor.refusal.say("")
            editor.form.to_end(filled)
        else:
            self._refuse(_("Nothing to fill in: the parts the draft has words for are not empty."))

    def _refuse(self, sentence: str) -> None:
        self._editor.refusal.say(sentence)
        reveal(self._editor.refusal)
