"""Notes on paper: only that person's, head on every page, signatures, amendments, versions."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest

from groupwork.domain.note_sheet import NameShown
from groupwork.domain.notes import Template
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import note_sheet, notes
from groupwork.operations.register import take_registers
from groupwork.store.tables import Participant
from tests.builders import a_group, a_session


@pytest.fixture
def group(desk):
    return a_group(desk, with_people=3)


@pytest.fixture
def session(desk, group):
    found = a_session(desk, group)
    take_registers(desk)
    return found


def written(desk, session, person, words="Sanded two boards and was proud."):
    number = notes.save_note(desk, session, person, Template.GIRP, {"response": words}).note
    notes.sign(desk, number)
    return number


def paper(sheet):
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(BytesIO(sheet.data))]


def test_it_says_what_was_signed_and_what_was_added(desk, session, group):
    number = written(desk, session, group.people[0])
    notes.amend(replace(desk, actor_name="Leyla Demirtaş"), number, "Mixed up", "It was the left hand.")
    (page,) = paper(note_sheet.one_note(desk, number))
    for said in ("STAFF ONLY", "Response", "Sanded two boards", "Signed by Hanna Brückner", "page 1 of 1"):
        assert said in page
    assert page.index("Sanded two boards") < page.index("Amended by Leyla Demirtaş") < page.index("left hand")
    assert "Mixed up" in page


def test_nobody_elses_notes_or_names_are_on_it(desk, session, group):
    for person, words in zip(group.people, ("First", "Second", "Third"), strict=True):
        written(desk, session, person, f"{words} words of the day")
    sheet = note_sheet.person_notes(desk, group.people[1])
    names = [row.called for row in Participant.select() if row.id != group.people[1]]
    text = "\n".join((*paper(sheet), *sheet.text))
    assert "Second words" in text
    assert not [each for each in (*names, "First words", "Third words") if each in text]


def test_the_head_stands_on_every_page_and_nothing_is_cut(desk, session, group):
    words = " ".join(f"word{n}" for n in range(10_000))
    number = written(desk, session, group.people[0], words)
    person = Participant.get_by_id(group.people[0])
    pages = paper(note_sheet.one_note(desk, number))
    assert len(pages) > 5
    assert all(person.full in page and f"of {len(pages)}" in page for page in pages)
    assert "word9999" in "".join(pages)


def test_by_code_there_is_no_name_and_never_in_the_file_name(desk, session, group):
    number = written(desk, session, group.people[0])
    person = Participant.get_by_id(group.people[0])
    sheet = note_sheet.one_note(desk, number, name=NameShown.CODE)
    assert person.code in paper(sheet)[0]
    assert person.full not in paper(sheet)[0]
    named = note_sheet.one_note(desk, number)
    assert person.code in named.file_name
    assert person.rest not in named.file_name


def test_an_unsigned_note_has_a_line_and_versions_come_when_asked(desk, session, group):
    number = notes.save_note(desk, session, group.people[0], Template.DAP, {"data": "One"}).note
    later = replace(desk, now=desk.now + timedelta(hours=1))
    notes.save_note(later, session, group.people[0], Template.DAP, {"data": "Two"})
    plain, full = (paper(note_sheet.one_note(desk, number, versions=v))[0] for v in (False, True))
    assert "Not signed yet" in plain
    assert "Versions" not in plain
    assert "Version 1" in full
    assert "One" in full
    assert "Version 2" in full


@pytest.mark.parametrize(
    ("shown", "there", "gone"),
    [
        (NameShown.FULL, ("full", "code"), ()),
        (NameShown.SHORT, ("called", "code"), ("rest",)),
        (NameShown.CODE, ("code",), ("called", "rest")),
    ],
)
def test_the_head_names_the_person_as_was_chosen(desk, session, group, shown, there, gone):
    number = written(desk, session, group.people[0])
    person = Participant.get_by_id(group.people[0])
    sheet = note_sheet.one_note(desk, number, name=shown, preview=True)
    for text in (*paper(sheet), *sheet.text):
        assert all(getattr(person, field) in text for field in there)
        assert not any(getattr(person, field) in text for field in gone)
    assert sheet.person


def test_what_is_not_signed_and_what_was_amended_is_said_before_the_words(desk, session, group):
    number = notes.save_note(desk, session, group.people[0], Template.DAP, {"data": "One"}).note
    (page,) = paper(note_sheet.one_note(desk, number, preview=True))
    assert page.index("Not signed – may still change") < page.index("One")
    notes.sign(desk, number)
    (page,) = paper(note_sheet.one_note(desk, number, preview=True))
    assert "Not signed" not in page
    assert "amendment" not in page
    notes.amend(desk, number, "Mixed up", "It was two.")
    (page,) = paper(note_sheet.one_note(desk, number, preview=True))
    assert page.index("With 1 amendment, see below") < page.index("One") < page.index("It was two.")


def test_a_note_of_one_version_does_not_say_everything_twice(desk, session, group):
    number = written(desk, session, group.people[0], "Sanded two boards")
    (page,) = paper(note_sheet.one_note(desk, number, versions=True, preview=True))
    assert page.count("Sanded two boards") == 1
    assert "There is one version" in page


def test_the_last_version_is_the_note_itself(desk, session, group):
    number = notes.save_note(desk, session, group.people[0], Template.DAP, {"data": "One"}).note
    later = replace(desk, now=desk.now + timedelta(hours=1))
    notes.save_note(later, session, group.people[0], Template.DAP, {"data": "Twofold"})
    (page,) = paper(note_sheet.one_note(desk, number, versions=True, preview=True))
    assert page.count("Twofold") == 1
    assert page.index("Version 2") < page.index("As above.")


def test_a_group_note_names_its_session(desk, session):
    number = notes.save_group_note(desk, session, {"done": "Sawed"}).note
    sheet = note_sheet.one_note(desk, number, language="de")
    (page,) = paper(sheet)
    assert "Sawed" in page
    assert sheet.file_name.startswith("gruppenprotokoll-")
    assert not sheet.person


def test_printing_is_told_to_the_journal_and_a_preview_is_not(desk, session, group):
    written(desk, session, group.people[0])
    note_sheet.person_notes(desk, group.people[0], preview=True)
    assert "notes.printed" not in [entry.verb for entry in desk.store.journal.history()]
    note_sheet.person_notes(desk, group.people[0])
    assert [entry.verb for entry in desk.store.journal.history()].count("notes.printed") == 1


def test_none_and_not_allowed_in_words(desk, session, group):
    with pytest.raises(Refused):
        note_sheet.person_notes(desk, group.people[0])
    with pytest.raises(NotAllowed):
        note_sheet.person_notes(replace(desk, role="volunteer"), group.people[0])


def test_versions_of_many_notes_are_read_in_few_selects(desk, session, group, selects):
    person, counts = group.people[0], []
    for words in ("One", "Two", "Three"):
        save = {"contact": desk.today - timedelta(days=len(counts)), "late_reason": "Ill"}
        notes.save_note(desk, None, person, Template.DAP, {"data": words}, **save)
        counts.append(selects(lambda: note_sheet.person_notes(desk, person, versions=True, preview=True)))
    assert counts[2] == counts[1] == counts[0]
    (page,) = paper(note_sheet.person_notes(desk, person, versions=True, preview=True))
    assert page.count("There is one version") == 3
