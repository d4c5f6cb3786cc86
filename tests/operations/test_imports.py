"""Import from a file as centres have it: dry run, one step, one undo, every refusal named."""

from dataclasses import replace
from datetime import date

import pytest

from groupwork.errors import Cancelled, NotAllowed, UserError
from groupwork.operations import imports
from groupwork.store import tables
from tests.builders import MONDAY, a_person

LIST = """Kürzel;Nachname;Vorname;geb.;Sprache;Dolmetscher;Krankenkasse;Aufnahme
;Łąckorzyński;Zbigniew;31.12.1973;polnisch;nein;0123;01.09.2026
K7;Lin;Meihua;1977-02-03;Chinesisch;ja;;
;;;1.2.1955;de;;;
;Tattersley;Moira;4.4.1965;en;;;
;Kümmelbein;Walter;;;;;
;Łąckorzyński;Zbigniew;31.12.1973;;;;
"""


def imported(desk, tmp_path, text=LIST, encoding="cp1250", **options):
    path = tmp_path / "Teilnehmende 2026.csv"
    path.write_bytes(text.encode(encoding))
    return imports.import_people(desk, imports.read_people(path), **options)


def everything():
    return {t: list(t.select().order_by(t.id).tuples()) for t in tables.ALL}


def test_people_and_their_stays_are_added_in_one_step_that_one_undo_takes_back(desk, tmp_path):
    known = a_person(desk, "Moira Tattersley", birth_date=date(1965, 4, 4))
    before = everything()
    report = imported(desk, tmp_path, encoding="utf-8-sig")
    assert (report.added, report.without_start) == (3, 2)
    assert [(note.line, note.column) for note in report.refused] == [(4, "Nachname")]
    assert [note.line for note in report.skipped] == [5, 7]
    assert known == 1
    people = {p.code: p for p in tables.Participant.select()}
    assert set(people) == {"P01", "P02", "K7", "P03"}
    assert (people["K7"].full, people["K7"].language, people["K7"].interpreter) == ("Lin Meihua", "zh", True)
    assert people["P02"].birth_date == date(1973, 12, 31)
    assert "lackorzynski" in people["P02"].search
    starts = {e.participant_id: e.start for e in tables.Episode.select()}
    assert (starts[people["P02"].id], starts[people["K7"].id]) == (date(2026, 9, 1), MONDAY)
    desk.store.journal.undo(report.done.step, desk.actor)
    assert everything() == before


def test_a_dry_run_says_the_same_and_writes_nothing(desk, tmp_path):
    before = everything()
    dry = imported(desk, tmp_path, encoding="utf-16", dry_run=True)
    assert everything() == before
    assert (dry.done, dry.dry_run, dry.added) == (None, True, 4)
    real = imported(desk, tmp_path, encoding="utf-16")
    assert (real.added, real.skipped, real.refused) == (dry.added, dry.skipped, dry.refused)


def test_the_second_import_of_a_file_adds_nobody(desk, tmp_path):
    imported(desk, tmp_path, encoding="utf-8")
    again = imported(desk, tmp_path, encoding="utf-8")
    assert (again.added, again.done, len(again.skipped)) == (0, None, 5)


def test_no_name_goes_into_the_journal(desk, tmp_path):
    done = imported(desk, tmp_path, encoding="utf-8").done
    assert done.verb == "participants.imported"
    assert dict(done.params) == {"count": 4}


def test_people_whose_stay_has_ended_are_not_offered(desk, tmp_path):
    imported(desk, tmp_path, "Name,Start,End\nOla Kłos,2025-01-01,2026-01-01\nIvo,2025-01-01,\n", "utf-8")
    assert [p.active for p in tables.Participant.select().order_by(tables.Participant.id)] == [False, True]


def test_columns_nobody_asked_for_are_named(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    preview = imports.read_people(path)
    assert preview.unknown_columns == ("Krankenkasse",)
    assert (preview.encoding, preview.delimiter) == ("UTF-8", ";")


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01\x02" * 99, b"Maier;Hans\n", b"Name\nOla;" + b"x" * 10_000_000]
)
def test_a_file_that_cannot_be_read_writes_nothing(desk, tmp_path, data):
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    before = everything()
    with pytest.raises(UserError):
        imports.import_people(desk, imports.read_people(path))
    assert everything() == before


def test_a_stopped_import_leaves_nothing_and_a_whole_one_tells_how_far_it_is(desk, tmp_path):
    before, told = everything(), []
    with pytest.raises(Cancelled):
        imported(
            desk,
            tmp_path,
            encoding="utf-8",
            cancelled=lambda: bool(told),
            progress=lambda *at: told.append(at),
        )
    assert everything() == before
    imported(desk, tmp_path, encoding="utf-8", progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (0, 4)


def test_a_volunteer_cannot_import(desk, tmp_path):
    with pytest.raises(NotAllowed):
        imported(replace(desk, role="volunteer"), tmp_path, encoding="utf-8")
