"""Who is away, entered as the telephone rings; the list; changes in place; from the register."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.domain.absences import Span
from groupwork.domain.attendance import Mark, Status
from groupwork.operations import absences, attendance, history, settings
from groupwork.ui.place import BACK, Place
from groupwork.ui.views.absences import AbsencesView
from groupwork.ui.views.register import RegisterView
from tests.journeys.keyboard import press, write
from tests.ui.day_centre import MONDAY

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(show, gate):
    view = show(AbsencesView)
    gate.changed.connect(view.follow)
    view.first_focus().setFocus()
    return view


def stored(centre):
    return absences.absences(centre.desk)


def rows(card):
    return [row.entry.words for row in card.rows()]


def test_a_name_enter_enter_a_letter_enter(page, centre):
    keys = (*"zbi", ENTER, ENTER, "u", ENTER)
    press(page, *keys)
    (found,) = stored(centre)
    assert (found.name.full, found.span, found.status.value) == (
        "Zbigniew Łąckorzyński",
        Span(MONDAY, MONDAY),
        "U",
    )
    assert len(keys) == 7  # a few seconds with the receiver in the hand
    assert rows(page.today) == ["Zbigniew Łąckorzyński, today"]
    assert QApplication.focusWidget() is page.quick.who


def test_days_in_words_and_hours(page, centre):
    write(page, "joao")
    press(page, ENTER)
    write(page, "tomorrow until 11:00")
    assert page.quick._shown.text() == "Tue 13 Oct, until 11:00"
    press(page, ENTER)
    write(page, "o")
    press(page, ENTER)
    (found,) = stored(centre)
    assert found.span.first == MONDAY + timedelta(days=1)
    assert rows(page.coming) == ["João Valdevez, Tue 13 Oct, until 11:00"]


def test_arrows_choose_and_enter_takes_the_one_under_the_focus(page, centre):
    write(page, "moira")
    press(page, ENTER, ENTER, Qt.Key.Key_Right, Qt.Key.Key_Right, ENTER)
    assert stored(centre)[0].status is Status.CANCELLED


@pytest.mark.parametrize("typed", ["wed", "xyz", "fri to wed 14.10.", "500 days"])
def test_days_that_cannot_be_stand_in_place_and_lose_nothing(page, centre, typed):
    write(page, "moira")
    press(page, ENTER)
    write(page, "14.10.-12.10." if typed == "wed" else typed)
    press(page, ENTER)
    assert page.quick.refusal.text()
    assert page.quick.who.text() == "Moira Tattersley"
    assert stored(centre) == ()


def test_nobody_and_no_reason_are_asked_for(page, centre):
    page.quick.save()
    assert "Say who is away" in page.quick.refusal.text()
    write(page, "moira")
    press(page, ENTER)
    page.quick.save()
    assert "Say why" in page.quick.refusal.text()
    assert page.quick.status.isAncestorOf(QApplication.focusWidget())
    assert stored(centre) == ()


def test_a_mark_that_was_there_is_pointed_out(page, gate, centre):
    gate.do(attendance.record_mark, centre.sessions["wood"], centre.people[1], Mark(Status.PRESENT))
    write(page, "zbi")
    press(page, ENTER, ENTER)
    write(page, "u")
    press(page, ENTER)
    assert "Wood workshop, Mon 12 Oct: Zbigniew, present" in page.note.text()
    assert page.note.isVisibleTo(page)


def test_undo_takes_it_back(page, gate, centre):
    gate.do(absences.add_absence, [centre.people[0]], [Span(MONDAY, MONDAY)], "H")
    assert rows(page.today)
    gate.undo()
    assert rows(page.today) == []


def test_one_is_changed_cut_short_and_removed_where_it_stands(page, gate, centre):
    gate.do(absences.add_absence, [centre.people[0]], [Span(MONDAY, MONDAY + timedelta(days=9))], "H")
    page.today.rows()[0].click()
    page.today.said.setText("operation")
    press(page.today.form, ENTER, held=Qt.KeyboardModifier.ControlModifier)
    assert stored(centre)[0].words == "operation"
    page.today.rows()[0].click()
    page.today.back.setText("fri")
    page.today.form.save.click()
    assert stored(centre)[0].span.last == MONDAY + timedelta(days=3)
    page.today.rows()[0].click()
    page.today.form.remove.click()
    assert stored(centre) == ()
    for _n in range(3):
        history.undo(centre.desk)
    assert stored(centre)[0].span.last == MONDAY + timedelta(days=9)


def test_what_is_refused_stands_in_the_form(page, gate, centre):
    gate.do(absences.add_absence, [centre.people[0]], [Span(MONDAY, MONDAY)], "H")
    page.today.rows()[0].click()
    page.today.when.setText("mon, tue")
    page.today.form.save.click()
    assert "one first and one last day" in page.today.form.refusal.text()


def test_from_the_register_the_name_is_there_and_one_goes_back(show, places, centre):
    view = show(AbsencesView, Place("absences", participant=centre.people[0], part="back"))
    assert view.quick.who.text() == "Jürgen Hassenpflug-Maier"
    view.first_focus().setFocus()
    write(view, "until wed")
    press(view, ENTER)
    write(view, "v")
    press(view, ENTER)
    assert stored(centre)[0].span.last == MONDAY + timedelta(days=2)
    assert places == [BACK]


def test_escape_goes_back_to_the_register(show, places, centre):
    view = show(AbsencesView, Place("absences", participant=centre.people[0], part="back"))
    view.first_focus().setFocus()
    press(view, Qt.Key.Key_Escape)
    assert places == [BACK]
    assert stored(centre) == ()


def test_a_viewer_sees_the_list_and_no_words(show, gate, centre):
    absences.add_absence(centre.desk, [centre.people[0]], [Span(MONDAY, MONDAY)], "H", words="operation")
    centre.file.role = "viewer"
    view = show(AbsencesView)
    assert not view.quick.isVisibleTo(view)
    (row,) = view.today.rows()
    assert row.entry.below == "hospital"
    assert view.first_focus() is None


def test_what_was_begun_is_a_draft(page, gate):
    write(page, "moira")
    press(page, ENTER)
    write(page, "until fri")
    kept = page.unfinished()
    page.quick.begin()
    assert page.unfinished() == {}
    gate.unfinished.keep(kept)
    page.show_place(Place("absences"))
    assert (page.quick.who.text(), page.quick.when.text()) == ("Moira Tattersley", "until fri")


def test_the_register_offers_it_for_the_row_under_the_cursor(show, places, centre, qtbot):
    view = show(RegisterView, Place("register", session=centre.sessions["wood"]))
    person = view.model.row(1).participant
    view.table.setCurrentIndex(view.model.index(1, 0))
    view._menus.open_context(view.table.menu_point())
    menu = QApplication.activePopupWidget()
    (entry,) = [action for action in menu.actions() if action.text().startswith("Away until")]
    entry.trigger()
    menu.close()
    assert places == [Place("absences", participant=person, part="back")]


def test_the_note_of_an_entry_goes_when_the_entry_is_taken_back(page, gate, centre):
    gate.do(absences.add_absence, [centre.people[1]], [Span(MONDAY, MONDAY)], "O")
    press(page, *"zbi", ENTER, ENTER, "u", ENTER)
    assert page.note.isVisibleTo(page)
    assert page._summary.text() == "1 person is away today"  # with two entries for the day
    gate.undo()
    assert not page.note.isVisibleTo(page)


def test_when_it_was_told_is_today_unless_somebody_says_otherwise(page, centre):
    press(page, *"zbi", ENTER, ENTER, "u", ENTER)
    press(page, *"moira", ENTER)
    page.quick.told_on.set_value(MONDAY - timedelta(days=3))
    press(page, ENTER, "u", ENTER)
    assert {a.name.called: a.told_at for a in stored(centre)} == {
        "Zbigniew": MONDAY,
        "Moira": MONDAY - timedelta(days=3),
    }
    assert page.quick.told_on.value() == MONDAY  # the next one rings now


def test_when_it_was_told_is_changed_where_it_stands(page, gate, centre):
    gate.do(absences.add_absence, [centre.people[0]], [Span(MONDAY, MONDAY)], "H")
    page.today.rows()[0].click()
    assert page.today.told_on.value() == MONDAY
    page.today.told_on.setText("09/10/2026")
    page.today.form.save.click()
    assert stored(centre)[0].told_at == MONDAY - timedelta(days=3)
    page.today.rows()[0].click()
    page.today.told_on.setText("13/10/2026")
    page.today.form.save.click()
    assert "lies in the future" in page.today.form.refusal.text()


def test_what_was_being_changed_is_open_again_and_once(page, gate, centre):
    days = (MONDAY, MONDAY + timedelta(days=1))
    for person, day in zip(centre.people, days, strict=False):
        gate.do(absences.add_absence, [person], [Span(day, day)], "H")
    for card, words in ((page.today, "by letter"), (page.coming, "rang twice")):
        card.rows()[0].click()
        card.said.setText(words)
    gate.unfinished.keep(page.unfinished())
    for card in (page.today, page.coming):
        card.form.cancel.click()
    assert page.unfinished() == {}
    page.show_place(Place("absences"))
    assert (page.today.said.text(), page.coming.said.text()) == ("by letter", "rang twice")
    page.today.form.save.click()
    assert stored(centre)[0].words == "by letter"
    page.coming.form.cancel.click()
    page.show_place(Place("absences"))
    assert page.coming.form.isHidden()


def test_what_is_gone_or_today_by_now_finds_its_place(page, gate, centre):
    gate.do(absences.add_absence, [centre.people[0]], [Span(MONDAY, MONDAY)], "H")
    key = page.today.rows()[0].entry.key
    words = {"said": "by letter", "words": "by letter"}
    gone = {"key": key + 1, "words": words}
    gate.unfinished.keep({"absence_lists": {"changed": [gone, {"key": key, "words": words}]}})
    page.show_place(Place("absences"))
    assert page.today.said.text() == "by letter"
    assert page.coming.form.isHidden()


def test_another_language_and_changed_signs_lose_no_word(page, gate):
    write(page, "moira")
    press(page, ENTER)
    write(page, "until fri")
    page.show_place(Place("absences"))  # as the window does for another language
    assert (page.quick.who.text(), page.quick.when.text()) == ("Moira Tattersley", "until fri")
    gate.write(settings.set_setting, "statuses", {"en": {"U": {"label": "poorly"}}})
    assert "poorly" in [reason.text() for reason in page.quick.status.reasons]
    assert "poorly" in [page.today.status.itemText(n) for n in range(page.today.status.count())]


def test_after_the_last_one_is_removed_the_keyboard_stays_in_the_list(page, gate, centre):
    for person in centre.people[:2]:
        gate.do(absences.add_absence, [person], [Span(MONDAY, MONDAY)], "H")
    page.today.rows()[0].click()
    page.today.form.remove.setFocus()
    page.today.form.remove.click()
    assert page.today.rows()[0].hasFocus()
