"""What a viewer meets in the register and on Today: nothing to press that is refused, and no notes."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.register import menus
from groupwork.ui.register.side import PERSON, PLAN


@pytest.fixture
def opened(monkeypatch):
    """What the menus that were opened offer, without "&" and keys."""
    found = []

    def keep(menu, _point):
        found[:] = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]

    monkeypatch.setattr(menus, "open_at", keep)
    return found


@pytest.fixture
def register(shell, centre):
    """The register, on a computer where somebody had a note open beside it."""
    preferences.set_register_side(is_open=True, part=PERSON)
    centre.file.role = "viewer"
    shell.go(Place("register", session=centre.sessions["wood"]))
    QApplication.processEvents()
    yield shell.view
    preferences.set_register_side(part=PLAN)


def test_the_plan_stands_beside_the_register_whatever_was_open(register, qtbot):
    side = register.beside.side
    qtbot.waitUntil(lambda: side._plan is not None)
    assert side.part == PLAN
    assert side._stack.currentIndex() == PLAN
    assert not side.editor.isVisible()


def test_a_cell_offers_only_to_copy(register, opened):
    register.table.go(0, 2)
    register._menus.open_context(QPoint())
    assert opened == ["Copy"]
    opened.clear()
    register._menus.open_values()
    assert opened == []


def test_the_menu_of_the_page_offers_neither_recording_nor_paper(register, opened):
    register._more()
    assert "Tablet mode" in opened
    assert not {"Add task …", "As in the session before …", "Print the session sheet"} & set(opened)
    assert register.head.print_button.isHidden()


def test_today_offers_no_paper(shell, centre):
    centre.file.role = "viewer"
    shell.go(Place("today"))
    assert shell.view._print.isHidden()


def test_neither_recording_keys_nor_a_row_to_type_in(register):
    assert register.card.drop_in.isHidden()
    assert [key for key, _does in register.strip._keys] == ["F1"]


def test_nothing_leads_to_the_groups_dates_which_are_of_the_records(register, centre):
    assert not register.over_time.opens_block
    centre.file.role = "facilitator"
    register.refresh()
    assert register.over_time.opens_block


def test_somebody_who_records_has_both(shell, centre):
    shell.go(Place("register", session=centre.sessions["wood"]))
    assert not shell.view.card.drop_in.isHidden()
    assert len(shell.view.strip._keys) > 2


def test_the_register_has_no_button_and_no_key_that_records(register):
    assert register.head.blanks_button.isHidden()
    lines = register.keys()
    assert not any("present" in line.does for line in lines)


def test_who_may_record_has_both(shell, centre):
    shell.go(Place("register", session=centre.sessions["wood"]))
    assert shell.view.head.blanks_button.isVisible()
    lines = shell.view.keys()
    assert any("present" in line.does for line in lines)


@pytest.mark.parametrize(("role", "said"), [("viewer", False), ("lead", True)])
def test_a_register_without_people_promises_a_line_to_those_who_have_one(shell, centre, role, said):
    centre.file.role = role
    shell.go(Place("register", session=centre.sessions["wood"]))
    assert ("added below" in shell.view.card._nobody.sentence.text()) is said
