"""One person's page by clicks and keys: tabs, fields, lists in place, roles."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.operations import alerts, follow_ups, participants, profiles
from groupwork.store import tables
from groupwork.ui.focus import SETTLED_MS
from groupwork.ui.participant.overview import OverviewTab
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.widgets.label import Label
from tests.ui.day_centre import MONDAY
from tests.ui.test_translations import TYPED, everything, marked, old_words

__all__ = ["marked"]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def moira(centre):
    alerts.add_alert(centre.desk, centre.people[3], "food", "no nuts")
    return centre.people[3]


@pytest.fixture
def view(qtbot, window, shell, moira):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shell.go(Place("participant", participant=moira))
    QApplication.processEvents()
    return shell.view


@pytest.fixture
def overview(view) -> OverviewTab:
    return view._tabs[0]


@pytest.fixture
def profile(view, shell, moira):
    shell.go(Place("participant", participant=moira, part="profile"))
    return view._tabs[1]


def record(centre, person):
    return participants.record(centre.desk, person)


def control(form, name):
    return next(field.control for field in form.fields if field.name == name)


def test_the_head_says_who_it_is(view, centre, moira, shell):
    profiles.change_profile(
        centre.desk,
        moira,
        birth_date=date(1965, 1, 17),
        language="en",
        speaks="German",
        key_worker=centre.staff["Tomasz Wilkowski"],
        pronunciation="MOY-ra",
    )
    view.refresh()
    assert view.head._about.text() == (
        "P04 · 61 years · speaks English and German · here since 5 Jan 2026 · key worker Tomasz Wilkowski"
    )
    assert view.head._said.text() == "say: MOY-ra"
    assert view.head._chip.text() == "Active"
    assert "Moira" not in view.title()


def test_arrows_and_alt_keys_change_the_tab(view, qtbot):
    tabs = view.tabs
    tabs.tab(0).setFocus()
    qtbot.keyClick(tabs.tab(0), KEY.Key_Right)
    assert tabs.current() == 1
    assert view._stack.currentWidget() is view._tabs[1]
    qtbot.keyClick(view, KEY.Key_1, Qt.KeyboardModifier.AltModifier)
    assert tabs.current() == 0


@pytest.mark.parametrize("part", ["overview", "profile", "groups", "attendance", "tasks"])
def test_each_part_opens_by_its_place(shell, moira, part, view):
    shell.go(Place("participant", participant=moira, part=part))
    assert view.tabs.current() == ["overview", "profile", "groups", "attendance", "tasks"].index(part)
    assert view._stack.currentWidget().isVisible()


def test_an_alert_is_added_changed_and_removed_in_place(overview, centre, moira, qtbot):
    card = overview.alerts
    qtbot.mouseClick(card.add_button, LEFT)
    control(card.form, "words").setText("dust mask")
    qtbot.keyClick(control(card.form, "words"), KEY.Key_Return, CTRL)
    assert [row.entry.words for row in card.rows()] == ["dust mask", "no nuts"]
    assert not card.form.isVisible()
    card.rows()[1].click()
    assert control(card.form, "words").text() == "no nuts"
    control(card.form, "printed").click()
    qtbot.mouseClick(card.form.save, LEFT)
    assert [alert.printed for alert in record(centre, moira).alerts] == [True, False]
    card.rows()[1].click()
    qtbot.mouseClick(card.form.remove, LEFT)
    assert len(card.rows()) == 1


def test_what_is_refused_stands_in_the_form_and_esc_gives_up(overview, centre, moira, qtbot):
    card = overview.contacts
    qtbot.mouseClick(card.add_button, LEFT)
    qtbot.mouseClick(card.form.save, LEFT)
    assert "type a name" in card.form.refusal.text()
    qtbot.keyClick(control(card.form, "name"), KEY.Key_Escape)
    assert not card.form.isVisible()
    assert record(centre, moira).contacts == ()
    assert card.add_button.hasFocus()


def test_strengths_and_contacts_are_written_down(overview, centre, moira, qtbot):
    qtbot.mouseClick(overview.traits.add_button, LEFT)
    control(overview.traits.form, "words").setText("Listens well")
    qtbot.mouseClick(overview.traits.form.save, LEFT)
    qtbot.mouseClick(overview.contacts.add_button, LEFT)
    control(overview.contacts.form, "name").setText("Iona T.")
    control(overview.contacts.form, "phone").setText("0555 0147")
    qtbot.mouseClick(overview.contacts.form.save, LEFT)
    found = record(centre, moira)
    assert (found.traits[0].words, found.contacts[0].phone) == ("Listens well", "0555 0147")
    assert overview.contacts.rows()[0].accessibleName() == "Change: Iona T., 0555 0147"


def test_a_consent_is_given_and_withdrawn(overview, centre, moira, qtbot):
    card = overview.consents
    qtbot.mouseClick(card.add_button, LEFT)
    control(card.form, "purpose").choose("photos")
    control(card.form, "given").select(0)
    qtbot.mouseClick(card.form.save, LEFT)
    qtbot.mouseClick(card._fold, LEFT)
    card.rows()[0].click()
    control(card.withdraw, "by").setText("herself")
    qtbot.mouseClick(card.withdraw.save, LEFT)
    consent = record(centre, moira).consents[0]
    assert (consent.withdrawn_on, consent.withdrawn_by) == (MONDAY, "herself")
    card.rows()[0].click()
    assert not card.withdraw.save.isVisible()
    qtbot.mouseClick(card.withdraw.remove, LEFT)
    assert record(centre, moira).consents == ()


@pytest.mark.parametrize(("purpose", "given"), [("", None), ("photos", None), ("", 0)])
def test_no_answer_is_recorded_by_accident(overview, centre, moira, qtbot, purpose, given):
    card = overview.consents
    qtbot.mouseClick(card.add_button, LEFT)
    form = card.form
    assert (control(form, "purpose").value(), control(form, "given").current()) == ("", None)
    control(form, "purpose").choose(purpose)
    control(form, "given").select(given)
    qtbot.mouseClick(form.save, LEFT)
    assert "Choose what was asked" in form.refusal.text()
    assert record(centre, moira).consents == ()


def test_the_stay_is_ended_from_the_head(view, overview, centre, moira, qtbot):
    qtbot.mouseClick(view.head.end, LEFT)
    form = overview.stays.form
    assert control(form, "end").text() == "12/10/2026"
    control(form, "end").setText("1/1/2025")
    qtbot.mouseClick(form.save, LEFT)
    assert "before it begins" in form.refusal.text()
    control(form, "end").setText("11.10.2026")
    control(form, "reason").choose("own_wish")
    control(form, "reason").picked.emit("own_wish")
    qtbot.mouseClick(form.save, LEFT)
    stay = record(centre, moira).stays[0]
    assert (stay.end, stay.reason, stay.planned) == (MONDAY - timedelta(days=1), "own_wish", False)
    assert view.head._chip.text() == "Ended 11 Oct 2026"
    assert not view.head.end.isVisible()


def test_fields_save_when_one_leaves_them(profile, centre, moira, qtbot, shell):
    line = profile.lines["family"]
    line.setFocus()
    line.setText("Brown")
    qtbot.keyClick(line, KEY.Key_Return)
    assert record(centre, moira).profile.name.full == "Moira Brown"
    assert shell.view.head._name.text() == "Moira Brown"
    profile.birth.setText("17.1.1965")
    profile.birth.editingFinished.emit()
    profile.choices["language"].picked.emit("en")
    profile.ticks["interpreter"].click()
    profile.areas["note"].set_words("Likes tea.")
    profile.areas["note"].finished.emit()
    found = record(centre, moira).profile
    assert (found.birth_date, found.language, found.interpreter) == (date(1965, 1, 17), "en", True)
    assert found.note == "Likes tea."
    shell.gate.undo()
    assert profile.areas["note"].text() == ""


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [("email", "nobody", "e-mail"), ("phone", "none", "no digits"), ("given", "x" * 100_000, "too long")],
)
def test_a_refused_field_says_why_in_place(profile, centre, moira, name, typed, words):
    before = record(centre, moira).profile
    profile.lines[name].setText(typed)
    profile.lines[name].editingFinished.emit()
    assert words in profile.refusal.text()
    assert record(centre, moira).profile == before


def test_a_reader_of_records_changes_nothing(view, overview, profile, centre, moira, shell, monkeypatch):
    from groupwork.operations import desk

    rights = desk.ROLE_RIGHTS | {"facilitator": desk.ROLE_RIGHTS["facilitator"] - {desk.Right.PEOPLE}}
    monkeypatch.setattr(desk, "ROLE_RIGHTS", rights)
    centre.file.role = "facilitator"
    shell.go(Place("participant", participant=moira, part="profile"))
    assert profile.lines["given"].isReadOnly()
    assert not profile.choices["key_worker"].isEnabled()
    shell.go(Place("participant", participant=moira, part="overview"))
    assert not overview.alerts.add_button.isVisible()
    assert overview.alerts.rows()[0].focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not view.head.end.isVisible()


def test_a_volunteer_reads_why_nothing_is_shown(shell, centre, moira):
    centre.file.role = "volunteer"
    shell.go(Place("participant", participant=moira))
    view = shell.view
    assert view._closed.isVisible()
    assert not view._inside.isVisible()
    assert view.head._name.isHidden()


def test_looking_at_a_record_is_remembered(view, centre):
    centre.file.store.journal.flush_views()
    assert tables.Participant.select().count() == 6
    verbs = [row[0] for row in centre.file.store.db.execute_sql("SELECT verb FROM journal_step").fetchall()]
    assert "person.viewed" in verbs


def test_an_entry_begun_survives_a_lock(overview, view, shell, centre, moira, qtbot):
    overview.contacts.begin()
    assert view.unfinished() == {}
    control(overview.contacts.form, "name").setText("Iona")
    kept = view.unfinished()
    assert list(kept["person_entry"]["cards"]) == ["contacts"]
    shell.gate.unfinished.keep(kept)
    fresh = type(view)(shell.gate, shell.go)
    qtbot.addWidget(fresh)
    fresh.show_place(Place("participant", participant=moira))
    form = fresh._tabs[0].contacts.form
    assert not form.isHidden()
    assert control(form, "name").text() == "Iona"
    form.save.click()
    assert record(centre, moira).contacts[0].name == "Iona"


def test_no_old_word_stays(view, window, marked, overview, centre, moira):
    overview.consents.begin()
    before = everything(window)
    preferences.set_language("de")
    assert not old_words(before, everything(window), (*TYPED, "no nuts"))


def test_a_follow_up_is_opened_by_hand(qtbot, overview, centre, moira, view):
    follow = overview.attendance.follow
    assert follow.isVisible()
    qtbot.mouseClick(follow, LEFT)
    (found,) = follow_ups.follow_ups_of(centre.desk, moira)
    assert found.open
    assert overview.follow_ups.isVisible()
    assert not follow.isVisible()
    assert overview.follow_ups.cards.first().call.hasFocus()
    texts = [label.text() for label in overview.follow_ups.cards.first().findChildren(Label)]
    assert "opened Mon 12 Oct" in texts


def test_at_double_size_the_field_of_a_form_that_opened_is_in_sight(overview, window, qtbot):
    preferences.set_text_percent(200)
    window.resize(1366, 768)
    QApplication.processEvents()
    overview.consents.begin()
    qtbot.wait(3 * SETTLED_MS)
    field = control(overview.consents.form, "purpose")
    assert field.hasFocus()
    assert not field.visibleRegion().isEmpty()
