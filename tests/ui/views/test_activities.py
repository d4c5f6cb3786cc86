"""The library's list: searched, opened by keys, filled from the examples, and made anew."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.operations import activities, examples, vault
from groupwork.ui.place import Place
from groupwork.ui.search.offers import offers
from tests.ui import day_centre

Key = Qt.Key


@pytest.fixture
def page(shell):
    shell.go(Place("activities"))
    return shell.view


@pytest.fixture
def empty(kept):
    """A centre with nothing in it."""
    kept.go(Place("activities"))
    return kept


def shown(page):
    return [line.line.name for line in page.rows]


def test_every_activity_stands_under_its_category_with_its_facts(page):
    assert shown(page) == ["Ceramics", "Wood workshop", "Talk group"]
    assert page.rows[1].text_shown().splitlines()[1] == "120 min · 1 staff"
    assert page._about.text() == "3 activities"


def test_typing_searches_and_enter_opens_the_first(qtbot, shell, page):
    assert QApplication.focusWidget() in (page.search, None)
    qtbot.keyClicks(page.search, "wood")
    assert shown(page) == ["Wood workshop"]
    qtbot.keyClick(page.search, Key.Key_Return)
    assert (shell.place.page, shell.view.info.line.name) == ("activity", "Wood workshop")


def test_arrows_go_through_the_list(qtbot, shell, page):
    page.search.setFocus()
    qtbot.keyClick(page.search, Key.Key_Down)
    qtbot.keyClick(page.rows[0], Key.Key_Down)
    qtbot.keyClick(page.rows[1], Key.Key_Return)
    assert shell.view.info.line.name == "Wood workshop"


def test_what_is_not_found_can_be_made(qtbot, shell, page):
    qtbot.keyClicks(page.search, "Juggling")
    assert shown(page) == []
    page._begin_new()
    assert page.form.name.text() == "Juggling"
    qtbot.keyClick(page.form.name, Key.Key_Return)
    assert shell.view.info.line.name == "Juggling"
    assert QApplication.focusWidget() in (shell.view.aims, None)


def test_ctrl_n_opens_the_form_and_esc_gives_up(qtbot, page):
    qtbot.keyClick(page, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.form.isVisible()
    qtbot.keyClick(page.form.name, Key.Key_Escape)
    assert not page.form.isVisible()


@pytest.mark.parametrize(
    ("name", "minutes", "words"),
    [("", "90", "name"), ("wood WORKSHOP", "90", "already"), ("New", "", "from 1"), ("New", "0", "from 1")],
)
def test_a_refusal_stands_in_the_form_and_the_words_stay(page, name, minutes, words):
    page._begin_new()
    page.form.name.setText(name)
    page.form.minutes.setText(minutes)
    page.form.make.click()
    assert words in page.form.refusal.text()
    assert page.form.name.text() == name
    assert len(page.rows) == 3


def test_an_empty_library_offers_the_examples_and_all_come_with_one_undo(empty):
    page = empty.view
    assert page.rows == []
    page._begin_examples()
    assert not page.panel.take.isEnabled()
    page.panel.all.click()
    assert page.panel.take.text() == f"Add {len(examples.examples('en'))} activities"
    page.panel.take.click()
    assert len(page.rows) == len(examples.examples("en"))
    assert not page.from_examples.isVisible()
    empty.gate.undo()
    assert page.rows == []
    assert page.from_examples.isVisible()


def test_some_examples_are_chosen_by_keys(qtbot, page):
    page._begin_examples()
    first = page.panel.rows[0]
    qtbot.keyClick(first, Key.Key_Space)
    qtbot.keyClick(first, Key.Key_Down)
    qtbot.keyClick(page.panel.rows[1], Key.Key_Space)
    assert page.panel.take.text() == "Add 2 activities"
    names = [line.example.name for line in page.panel.rows[:2]]
    qtbot.keyClick(page.panel.take, Key.Key_Return)
    assert set(names) <= set(shown(page))


def test_archived_ones_are_folded_away_and_shown_on_request(shell, page):
    shell.gate.do(activities.archive_activity, page.rows[0].line.id)
    assert "Ceramics" not in shown(page)
    assert page.archive.text() == "1 archived activity"
    page.archive.click()
    assert shown(page)[-1] == "Ceramics"
    assert "archived" in page.rows[-1].text_shown()


def test_a_new_activity_that_was_begun_stays_over_the_lock(qtbot, window, shell, page, centre):
    page._begin_new()
    page.form.name.setText("Juggling")
    page.form.category.choose("talk")
    window.lock()
    file = vault.open_file(centre.file.store.path, None, day_centre.PASSPHRASE)
    again = window.show_file(file, Place("activities")).view
    assert (again.form.name.text(), again.form.category.value()) == ("Juggling", "talk")
    again.form.cancel.click()
    again.show_place(Place("activities"))
    assert not again.form.isVisible()


def test_a_volunteer_reads_and_changes_nothing(qtbot, window, tmp_path):
    centre = day_centre.build(tmp_path)
    centre.file.role = "volunteer"
    shell = window.show_file(centre.file)
    shell.go(Place("activities", part="new"))
    page = shell.view
    assert len(page.rows) == 3
    assert not any(w.isVisible() for w in (page.new, page.from_examples, page.form, page.panel))
    qtbot.keyClick(page, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert not page.form.isVisible()
    page.rows[1].click()
    found = shell.view
    assert found.name.isReadOnly()
    assert not any(w.isVisible() for w in (found.copy, found.archive))
    assert not any(each.add_line.isVisible() for each in found.lists.values())


def test_the_search_leads_to_the_activity_itself(shell):
    groups = {group.heading: group.offers for group in offers(shell.gate, "ceram")}
    (found,) = [each for each in groups["Groups and activities"] if each.words == "Ceramics"]
    shell.go(found.place)
    assert (shell.place.page, shell.view.info.line.name) == ("activity", "Ceramics")
