"""What the helpers of a note's editor know of it."""

from __future__ import annotations

from typing import Protocol

from groupwork.domain.ids import NoteId
from groupwork.domain.notes import NoteInfo
from groupwork.ui.notes.amend_form import AmendForm
from groupwork.ui.notes.guards import Warnings
from groupwork.ui.notes.keeping import Keeping
from groupwork.ui.notes.last_note import LastNote
from groupwork.ui.notes.note_form import NoteForm
from groupwork.ui.notes.sign_bar import SignBar
from groupwork.ui.notes.subject import Subject
from groupwork.ui.notes.versions import VersionList
from groupwork.ui.widgets.page import Refusal


class OpenNote(Protocol):
    """The note on the screen, with its parts."""

    subject: Subject | None
    note: NoteInfo | None
    form: NoteForm
    keeping: Keeping
    warnings: Warnings
    amend: AmendForm
    version_list: VersionList
    refusal: Refusal
    bar: SignBar
    last: LastNote

    @property
    def draft_shown(self) -> bool:
        """Whether it may still be written."""

    @property
    def may(self) -> bool:
        """Whether this sign-in may write notes now."""

    def flush(self) -> bool:
        """Save what is typed."""

    def look(self) -> None:
        """Let the guards look."""

    def done_with(self, number: NoteId) -> None:
        """Something final was done."""

    def tell_signed(self, number: NoteId) -> None:
        """It was signed."""
