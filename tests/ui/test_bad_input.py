"""What can go wrong on the first day, in the window: said in words where it happens, and nothing is lost."""

import shutil
from datetime import date

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from groupwork.operations import backups, logo, profiles, sign_ins
from groupwork.store import tables
from groupwork.ui.place import Place
from tests import vaults
from tests.exchange.old_excel import old_workbook
from tests.exchange.test_bad_workbooks import bomb
from tests.store.dumps import dump
from tests.ui.backup_centre import made, part

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("start", "end", "words"), [("1000", "1000", "no length"), ("2200", "0100", "midnight")]
)
def test_a_group_of_no_minutes_or_over_midnight_is_refused_in_the_form(
    qtbot, shell, centre, start, end, words
):
    shell.go(Place("group", part="new"))
    form, before = shell.view.form, dump(centre.desk.store.db)
    qtbot.keyClicks(form.fields.what, "Night shift")
    for field, typed in ((form.fields.start, start), (form.fields.end, end)):
        field.setFocus()
        qtbot.keyClicks(field, typed)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert words in form.refusal.text()
    assert form.refusal.isVisible()
    assert form.fields.what.text() == "Night shift"
    assert dump(centre.desk.store.db) == before


def test_a_logo_of_forty_megapixels_is_taken_and_made_small(shell, centre, tmp_path):
    path = tmp_path / "scan.png"
    Image.new("RGB", (8000, 5000), (40, 90, 90)).save(path)
    shell.go(Place("settings", part="centre"))
    shell.view.part("centre").logo.plate.dropped.emit(path)
    found = logo.logo(centre.desk)
    assert (found.width, found.height) == (1600, 1000)
    assert len(found.data) < 100_000


def test_the_same_name_and_birth_date_is_pointed_out_and_both_are_kept(qtbot, shell, centre):
    names, born = {"given": "Moira", "family": "Tattersley"}, date(1990, 2, 3)
    first = profiles.add_person(centre.desk, **names, birth_date=born).participant
    shell.go(Place("participants", part="new"))
    form = shell.view.form
    qtbot.keyClicks(form.given, "Moira")
    qtbot.keyClicks(form.family, "Tattersley")
    qtbot.keyClicks(form.birth, "3.2.1990")
    form.birth.editingFinished.emit()
    assert tables.Participant.get_by_id(first).code in form.same.text()
    assert form.same.isVisible()
    qtbot.keyClick(form.birth, Qt.Key.Key_Return)
    same = profiles.same_people(centre.desk, **names, birth_date=born)
    assert {first, shell.place.participant} <= {each.id for each in same}
    shell.gate.undo()
    assert tables.Participant.get_by_id(first).birth_date == born


@pytest.mark.parametrize("kind", ["bomb", "password"])
def test_a_bomb_and_a_password_are_said_on_the_page_and_nobody_is_added(shell, centre, tmp_path, kind):
    path, before = tmp_path / "list.xls", dump(centre.desk.store.db)
    data = bomb(200 * 1024 * 1024) if kind == "bomb" else old_workbook([("Name",), ("Ola",)], password=True)
    path.write_bytes(data)
    shell.go(Place("import"))
    shell.view.take_file(path)
    words = {"bomb": "more than 64 MB", "password": "protected by a password"}[kind]
    assert words in shell.view._refusal.text()
    assert shell.view.zone.isVisible()
    assert dump(centre.desk.store.db) == before


def test_the_last_lead_stays_however_many_are_disabled(qtbot, shell, centre):
    for name, short in (("Tomasz Wilkowski", "tomasz"), ("Priya Ramanathan", "priya")):
        sign_ins.add_sign_in(centre.desk, name, short, "lead", kdf=vaults.QUICK)
    shell.go(Place("sign_ins"))
    people = shell.view.part("sign_ins").people
    for number in [n for n, row in people._rows.items() if not row.person.own]:
        qtbot.mouseClick(people._rows[number].change, LEFT)
        qtbot.mouseClick(people._rows[number].buttons["disable"], LEFT)
    still = [row.person for row in people._rows.values() if row.person.active]
    assert [person.own for person in still] == [True]
    (own,) = (row for row in people._rows.values() if row.person.own)
    assert not own.change.isVisible()


def test_an_unplugged_stick_is_told_and_the_backup_is_made_all_the_same(kept, keeper, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_second(kept.gate.desk(), stick)
    keeper.back_up(by_hand=True)
    shutil.rmtree(stick)
    found = part(kept)
    before = len(made(kept))
    keeper.clock.forward(seconds=1)
    keeper.back_up(by_hand=True)
    assert len(made(kept)) == before + 1
    assert not backups.state(kept.gate.desk()).second_there
    assert "last seen" in found.second._about.text()
    assert stick.parent.exists()
    assert not stick.exists()
