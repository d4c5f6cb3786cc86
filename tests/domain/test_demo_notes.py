"""The demo's notes: they fit what happened, name nobody, and are the ones DEMO_CENTRE.md tells of."""

from datetime import date, datetime

import pytest

from groupwork.domain.demo import rows
from groupwork.domain.demo.book import Book
from groupwork.domain.demo.generate import demo_rows, play_for, script_for
from groupwork.domain.demo.notes import Note, NoteAmendment, NoteVersion, Phrase
from groupwork.domain.note_guards import Other, absent_yet_there, names_in
from groupwork.domain.people import PersonName
from groupwork.operations.demo import description

DAY = date(2026, 10, 28)


@pytest.fixture(scope="module", params=["en", "de"])
def drawn(request):
    """(script, book, rows by kind) of the default demo."""
    script = script_for(description(), request.param, DAY, None)
    book = Book(script, {staff.code: n for n, staff in enumerate(script.staff, start=1)})
    found: dict[type, list] = {}
    for row in demo_rows(script, play_for(script, None), book.facilitators):
        found.setdefault(type(row), []).append(row)
    return script, book, found


def test_each_note_is_about_somebody_who_came(drawn):
    _script, _book, found = drawn
    came = {(a.session_id, a.participant_id) for a in found[rows.Attendance] if a.status in ("P", "W")}
    people = [note for note in found[Note] if note.participant_id is not None]
    assert len(people) == 12
    assert {(note.session_id, note.participant_id) for note in people} <= came


def test_the_notes_of_p17(drawn):
    _script, book, found = drawn
    own = [note for note in found[Note] if note.participant_id == book.people["P17"]]
    late = [note for note in own if note.late_reason]
    assert len(late) == 1
    written = datetime.fromisoformat(late[0].written_at).date()
    assert (written - date.fromisoformat(late[0].contact)).days == 3
    (amendment,) = found[NoteAmendment]
    assert amendment.note_id in {note.id for note in own} - {late[0].id}
    assert [note.signed_at for note in own].count(None) == 1


def test_few_group_notes_are_unsigned_or_missing_and_all_have_a_version(drawn):
    _script, _book, found = drawn
    group = [note for note in found[Note] if note.participant_id is None]
    held = [s for s in found[rows.Session] if s.status == "held" and s.date >= "2026-10-14"]
    assert len(held) - len(group) == 2
    assert [note.signed_at for note in group].count(None) == 1
    assert len(found[NoteVersion]) == len(found[Note])
    assert len(found[Phrase]) == 6


def test_nobody_else_is_named_and_nobody_takes_part_while_away(drawn):
    script, book, found = drawn
    others = {
        book.people[p.code]: Other(book.people[p.code], PersonName(p.called, p.full, p.rest, p.native))
        for p in script.people
    }
    for note in found[Note]:
        own = others[note.participant_id].name if note.participant_id else None
        rest = [other for number, other in others.items() if number != note.participant_id]
        assert names_in(note.parts, rest, own) == (), note.parts
    for phrase in found[Phrase]:
        assert names_in(phrase.words, others.values()) == ()
        assert absent_yet_there(phrase.words, None, "") == ()


def test_signatures_are_of_those_who_may(drawn):
    script, _book, found = drawn
    may = {staff.name for staff in script.staff if staff.may != "volunteer"}
    assert {note.signed_by for note in found[Note] if note.signed_by} <= may
    assert len({note.signed_by for note in found[Note]}) >= 5


def test_recorded_only_up_to_a_day_there_are_fewer():
    script = script_for(description(), "en", DAY, date(2026, 9, 4))
    book = {staff.code: n for n, staff in enumerate(script.staff, start=1)}
    play = play_for(script, date(2026, 9, 4))
    notes = [row for row in demo_rows(script, play, book) if isinstance(row, Note)]
    assert notes
    assert all(note.contact <= "2026-09-04" for note in notes)
    assert all(note.participant_id is None for note in notes)
