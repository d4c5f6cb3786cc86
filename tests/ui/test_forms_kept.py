"""Forms of terms, closures, public holidays, and of a person's groups and days stay over the lock."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from groupwork.operations import closures, terms, vault
from groupwork.ui.place import Place
from groupwork.ui.settings.part_list import PartChoice
from groupwork.ui.theme import theme
from groupwork.ui.widgets.fields import TextField
from tests.ui.day_centre import MONDAY, PASSPHRASE

CTRL = Qt.KeyboardModifier.ControlModifier
DAY = timedelta(days=1)


@pytest.fixture
def again(qtbot, window, centre):
    """Lock the window and open the centre again; answers with the new frame."""

    def lock_and_open():
        qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
        assert window.shell is None
        file = vault.open_file(centre.file.store.path, None, PASSPHRASE)
        file.clock = centre.file.clock
        return window.show_file(file)

    return lock_and_open


def terms_part(frame):
    frame.go(Place("settings", part="terms"))
    return frame.view.part("terms")


def words_of(card):
    """The first line of text in a card's form."""
    return next(field.control for field in card.form.fields if isinstance(field.control, TextField))


def groups_tab(frame, person):
    frame.go(Place("participant", participant=person, part="groups"))
    return frame.view._tabs[2]


class TestTerms:
    def test_a_new_term_that_was_begun_is_there_again_and_once(self, qtbot, shell, again):
        part = terms_part(shell)
        part.terms.begin()
        part.terms.form.name.setText("Autumn")
        part.terms.form.first.set_value(date(2026, 9, 7))
        part = terms_part(again())
        form = part.terms.form
        assert (form.term, form.name.text(), form.first.value()) == (None, "Autumn", date(2026, 9, 7))
        assert part.first_focus() is form.name
        qtbot.keyClick(form.name, Qt.Key.Key_Escape)
        assert terms_part(again()).terms.form is None

    def test_a_term_that_was_being_changed_is_still_that_one(self, shell, again, centre):
        terms.add_term(centre.desk, "Spring", MONDAY, MONDAY + 60 * DAY)
        (term,) = terms.terms(centre.desk)
        part = terms_part(shell)
        part.terms.lines[term][0].click()
        part.terms.form.name.setText("Late spring")
        form = terms_part(again()).terms.form
        assert (form.term, form.name.text()) == (term, "Late spring")

    def test_a_closure_keeps_its_days_and_its_room(self, shell, again, centre):
        closures.add_closure(centre.desk, "Painters", MONDAY + DAY, MONDAY + DAY)
        part = terms_part(shell)
        (number,) = part.closures.lines
        part.closures.lines[number][0].click()
        form = part.closures.form
        form.last.set_value(MONDAY + 3 * DAY)
        form.room.choose(centre.rooms["Workshop"])
        form = terms_part(again()).closures.form
        assert (form.closure.id, form.name.text(), form.last.value()) == (
            number,
            "Painters",
            MONDAY + 3 * DAY,
        )
        assert form.room.value() == centre.rooms["Workshop"]

    def test_ticked_holidays_are_ticked_again(self, shell, again):
        part = terms_part(shell)
        part.closures.begin_holidays()
        form = part.closures.form
        form.country.choose("AT")
        form._other_country()
        form.year.select(1)
        form.show_holidays()
        form.boxes[0].setChecked(not form.boxes[0].isChecked())
        wanted = form.typed()
        form = terms_part(again()).closures.form
        assert form.typed() == wanted
        assert form.year.current() == 1

    def test_another_page_and_back_loses_no_word(self, shell):
        part = terms_part(shell)
        part.terms.begin()
        part.terms.form.name.setText("Autumn")
        shell.go(Place("today", MONDAY))
        assert terms_part(shell).terms.form.name.text() == "Autumn"

    def test_an_untouched_form_is_no_draft(self, shell, again):
        part = terms_part(shell)
        part.terms.begin()
        part.closures.begin()
        part = terms_part(again())
        assert (part.terms.form, part.closures.form) == (None, None)


class TestGroupsAndDays:
    def test_joining_a_group_is_begun_again_with_its_days(self, shell, again, centre):
        person = centre.people[0]
        tab = groups_tab(shell, person)
        tab.groups.begin()
        tab.first.set_value(MONDAY - 7 * DAY)
        tab.last.setText("not a day yet")
        tab = groups_tab(again(), person)
        assert not tab.groups.form.isHidden()
        assert (tab.first.value(), tab.last.text()) == (MONDAY - 7 * DAY, "not a day yet")

    def test_an_absence_a_waiting_list_and_ticked_days_too(self, shell, again, centre):
        person = centre.people[1]
        tab = groups_tab(shell, person)
        tab.away.begin()
        tab.away.when.setText("until fri")
        tab.waiting.begin()
        tab.waiting.words.setText("mornings only")
        tab.agreed.picker.set_value(frozenset({0, 3}))
        tab.agreed._ticked()
        tab = groups_tab(again(), person)
        assert tab.away.when.text() == "until fri"
        assert tab.waiting.words.text() == "mornings only"
        assert tab.agreed.picker.value() == frozenset({0, 3})
        assert tab.agreed._change.isVisibleTo(tab)

    def test_nobody_else_gets_the_words(self, shell, again, centre):
        tab = groups_tab(shell, centre.people[1])
        tab.away.begin()
        tab.away.when.setText("until fri")
        frame = again()
        assert groups_tab(frame, centre.people[0]).away.form.isHidden()
        assert groups_tab(frame, centre.people[1]).away.when.text() == "until fri"


class TestOverview:
    @pytest.fixture
    def overview(self):
        def show(frame, person):
            frame.go(Place("participant", participant=person, part="overview"))
            return frame.view._tabs[0]

        return show

    def test_all_open_forms_are_there_again_and_once(self, qtbot, shell, again, centre, overview):
        tab = overview(shell, centre.people[0])
        for card, words in ((tab.alerts, "no nuts"), (tab.traits, "sings well")):
            card.begin()
            words_of(card).setText(words)
        tab = overview(again(), centre.people[0])
        for card, words in ((tab.alerts, "no nuts"), (tab.traits, "sings well")):
            assert words_of(card).text() == words
            qtbot.keyClick(card.form, Qt.Key.Key_Escape)
        tab = overview(again(), centre.people[0])
        assert (tab.alerts.form.isHidden(), tab.traits.form.isHidden()) == (True, True)

    def test_somebody_else_in_between_loses_no_word(self, shell, centre, overview):
        one, other = centre.people[:2]
        overview(shell, one).contacts.begin()
        words_of(shell.view._tabs[0].contacts).setText("Iona")
        tab = overview(shell, other)
        assert tab.contacts.form.isHidden()
        tab.alerts.begin()
        words_of(tab.alerts).setText("no nuts")
        tab.alerts.form.save.click()
        tab = overview(shell, one)
        assert not tab.contacts.form.isHidden()
        assert words_of(tab.contacts).text() == "Iona"


class TestNewEntries:
    @pytest.mark.parametrize("code", ["staff", "rooms"])
    @pytest.mark.parametrize("elsewhere", [Place("today", MONDAY), Place("settings", part="about")])
    def test_another_page_and_back_loses_no_word(self, qtbot, shell, code, elsewhere):
        here = Place("settings", part=code)
        shell.go(here)
        part = shell.view.part(code)
        part.add.click()
        part.form.fields["name"].setText("Quittenbaum")
        shell.go(elsewhere)
        shell.go(here)
        assert part.form.isVisible()
        assert part.form.fields["name"].text() == "Quittenbaum"
        assert part.first_focus() is part.form.fields["name"]
        part.form.save.click()
        assert part.form.fields["name"].text() == ""
        shell.go(elsewhere)
        shell.go(here)
        assert part.form.isHidden()

    def test_walking_through_the_settings_stays_in_the_list(self, qtbot, window, shell):
        window.resize(theme.size(700), 700)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        shell.go(Place("settings", part="staff"))
        part = shell.view.part("staff")
        part.add.click()
        part.form.fields["name"].setText("Quittenbaum")
        shell.go(Place("settings", part="rooms"))
        choice = shell.view.findChild(PartChoice)
        choice.setFocus()
        qtbot.keyClick(choice, Qt.Key.Key_Up)
        assert (shell.view.code, part.form.isVisible()) == ("staff", True)
        assert choice.hasFocus()
