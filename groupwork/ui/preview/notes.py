"""Notes as a sheet to look at: a person's, one note, or a group note."""

from __future__ import annotations

from groupwork.domain.ids import NoteId
from groupwork.i18n import _
from groupwork.operations import note_sheet
from groupwork.operations.desk import Desk
from groupwork.operations.note_sheet import NoteWish
from groupwork.operations.sheets import Sheet
from groupwork.ui.place import Place
from groupwork.ui.preview.wish import Wish

NOTES = "notes"
"""All notes of the place's participant; "note.217" is one note. ".versions" after it: with its versions."""


def is_notes(place: Place) -> bool:
    """Whether a place asks for notes."""
    return place.part.partition(".")[0] in (NOTES, "note")


def notes_title(place: Place) -> tuple[str, str]:
    """What it is; who it is about stands on the sheet."""
    return (_("Notes") if place.part.startswith(NOTES) else _("Note")), _("For staff only")


def notes_sheet(
    desk: Desk, place: Place, chosen: Wish, *, language: str, paper: str, large: bool, preview: bool
) -> Sheet:
    """The sheet a place asks for, with the span, the name and the versions that were chosen."""
    kind, _dot, rest = place.part.partition(".")
    number = rest.partition(".")[0]
    wish: NoteWish = {
        "versions": chosen.versions,
        "name": chosen.name,
        "language": language,
        "paper": paper,
        "large": large,
        "preview": preview,
    }
    if kind == NOTES and place.participant is not None:
        return note_sheet.person_notes(desk, place.participant, chosen.first, chosen.last, **wish)
    return note_sheet.one_note(desk, NoteId(int(number) if number.isdigit() else 0), **wish)
