"""Notes on paper. Printing is an event in the journal; a preview is none and says so on the sheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING, TypedDict, Unpack

from groupwork.domain.ids import NoteId, ParticipantId
from groupwork.domain.note_sheet import NameShown, NoteEntry, NotesFacts
from groupwork.domain.notes import NoteInfo, Version
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations import note_rows, notes
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.logo import on_paper
from groupwork.operations.settings import read_centre
from groupwork.operations.sheet_look import chosen_look
from groupwork.operations.sheets import Sheet
from groupwork.store import reads_notes as reads
from groupwork.store.tables import Participant

if TYPE_CHECKING:
    from groupwork.domain.sheet_facts import Look

FILE_NAMES = {"en": ("notes", "group-note"), "de": ("notizen", "gruppenprotokoll")}
NO_NOTES = N_("There are no notes on these days.")


class NoteWish(TypedDict, total=False):
    """How notes are wanted on paper."""

    versions: bool
    """With what each note said from sitting to sitting."""
    name: NameShown
    """Full unless said."""
    language: str | None
    paper: str | None
    large: bool
    preview: bool


@allowed(Right.NOTES)
def person_notes(
    desk: Desk,
    participant: ParticipantId,
    first: date | None = None,
    last: date | None = None,
    **wish: Unpack[NoteWish],
) -> Sheet:
    """One person's notes about days of a span, both inclusive, the oldest first; nobody else's.

    Language and paper are the centre's unless given. Refused in words when there are none.
    """
    begin, end = first or date.min, last or date.max
    found = [each for each in notes.notes_of(desk, participant) if begin <= each.contact <= end]
    return _sheet(desk, sorted(found, key=lambda each: (each.contact, each.id)), wish)


@allowed(Right.NOTES)
def one_note(desk: Desk, note: NoteId, **wish: Unpack[NoteWish]) -> Sheet:
    """One note: a person's, or the group note of a session."""
    return _sheet(desk, [notes.note(desk, note)], wish)


def _sheet(desk: Desk, found: list[NoteInfo], wish: NoteWish) -> Sheet:
    from groupwork.sheets.notes_sheet import notes_sheet

    if not found:
        raise Refused(NO_NOTES)
    look = chosen_look(desk.store, wish.get("language"), wish.get("paper"), wish.get("large", False))
    facts = _facts(desk, found, wish)
    drawn = notes_sheet(facts, look)
    if not wish.get("preview", False):
        _tell(desk, found)
    name = _file_name(facts, found, look)
    return Sheet(drawn.data, drawn.pages, drawn.text, name, person=bool(facts.code))


def _facts(desk: Desk, found: list[NoteInfo], wish: NoteWish) -> NotesFacts:
    person = found[0].participant
    row = Participant.get_by_id(person) if person is not None else None
    shown = wish.get("name", NameShown.FULL)
    full = row if shown is NameShown.FULL else None
    return NotesFacts(
        centre=read_centre(desk.store).name,
        entries=tuple(_entries(desk, found, versions=wish.get("versions", False))),
        printed=desk.now,
        name=_head_name(row, shown) if row is not None else "",
        native=full.native if full is not None else "",
        code=row.code if row is not None else "",
        birth_date=full.birth_date if full is not None else None,
        logo=on_paper(desk.store),
        preview=wish.get("preview", False),
    )


def _head_name(row: Participant, shown: NameShown) -> str:
    return {NameShown.FULL: row.full, NameShown.SHORT: row.called}.get(shown, "")


def _entries(desk: Desk, found: Iterable[NoteInfo], *, versions: bool) -> Iterable[NoteEntry]:
    listed = tuple(found)
    numbers = sorted({note.session for note in listed if note.session is not None})
    sessions = {
        number: (title.replace("\u00ad", ""), time.fromisoformat(start))
        for number, title, _day, start in reads.sessions(desk.store.db, numbers)
    }
    kept: dict[int, tuple[Version, ...]] = {}
    for number, *version in (
        reads.versions_of(desk.store.db, [note.id for note in listed]) if versions else ()
    ):
        kept[number] = (*kept.get(number, ()), note_rows.version(tuple(version)))
    for note in listed:
        title, start = sessions.get(note.session or 0, ("", None))
        yield NoteEntry(note, title, start, kept.get(note.id, ()))


def _tell(desk: Desk, found: list[NoteInfo]) -> None:
    first = found[0]
    if first.participant is not None:
        params: dict[str, object] = {"participant": first.participant, "count": len(found)}
        desk.store.journal.event("notes.printed", params, desk.actor)
        return
    desk.store.journal.event("note.printed", {"session": first.session}, desk.actor)


def _file_name(facts: NotesFacts, found: list[NoteInfo], look: Look) -> str:
    """What it is, whose code and of when; never a name."""
    several, group = FILE_NAMES[look.language]
    if not facts.code:
        return f"{group}-{found[0].contact.isoformat()}-{found[0].session}.pdf"
    span = "-".join(dict.fromkeys((found[0].contact.isoformat(), found[-1].contact.isoformat())))
    return f"{several}-{facts.code}-{span}.pdf"
