"""The first run and the recovery page: refusals in place, the demo, the place of the file, the busy state."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from groupwork.errors import DiskFull, KeysLost
from groupwork.operations import activities, examples, recovery
from groupwork.ui import background, messages
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme
from groupwork.ui.views.recover import RecoverView
from groupwork.ui.views.unlock import UnlockView
from groupwork.ui.views.welcome import WelcomeView


@pytest.fixture
def first(window):
    return window.show_first_run()


def fill(view):
    view._name.setText("Haus am See")
    view._person.setText("Ana Souza")


def choose(monkeypatch, path):
    monkeypatch.setattr(messages, "choose_save", lambda *_words: path)


def test_welcome_leads_to_it_and_back(qtbot, window):
    qtbot.mouseClick(window.show_welcome()._new, Qt.MouseButton.LeftButton)
    view = window.page()
    qtbot.mouseClick(view._other, Qt.MouseButton.LeftButton)
    assert isinstance(window.page(), WelcomeView)


@pytest.mark.parametrize(
    ("missing", "words"), [("_name", "Type the name of your centre."), ("_person", "Type your name.")]
)
def test_a_missing_name_is_asked_for_in_place(first, missing, words):
    fill(first)
    getattr(first, missing).setText("  ")
    first.submit()
    assert first._refusal.text() == words
    assert getattr(first, missing).hasFocus()


def test_other_words_are_other_words(qtbot, first):
    before = first.secret.text()
    qtbot.mouseClick(first.secret.other, Qt.MouseButton.LeftButton)
    assert first.secret.text() != before
    assert first.secret.text() in first.secret._tiles.accessibleName()


def test_the_other_language_draws_its_own_words(first):
    before = first.secret.text()
    preferences.set_language("de")
    assert first.secret.text() != before
    assert first._go.text() != "Start"


def test_a_folder_that_is_refused_is_said_in_place(first, monkeypatch, tmp_path):
    synced = tmp_path / "Nextcloud"
    synced.mkdir()
    before = first._path
    choose(monkeypatch, synced / "haus.groupwork")
    first._choose.click()
    assert "cloud service" in first._refusal.text()
    assert first._path == before
    preferences.set_language("de")
    assert "Cloud" in first._refusal.text()


def test_another_place_is_shown_and_used(window, first, monkeypatch, tmp_path):
    choose(monkeypatch, tmp_path / "haus")
    first._choose.click()
    assert str(tmp_path / "haus.groupwork") in first._place.text()
    fill(first)
    first._later.setChecked(True)
    first._make = quick_centre
    first.submit()
    assert (tmp_path / "haus.groupwork").exists()
    assert window.shell.place.page == "today"


def quick_centre(*told, examples):
    from groupwork.operations import first_run
    from tests.vaults import QUICK

    return first_run.make_centre(*told, examples=examples, kdf=QUICK)


def test_the_example_library_is_there_when_it_was_chosen(window, first):
    fill(first)
    first._later.setChecked(True)
    first._examples.click()
    first._make = quick_centre
    first.submit()
    lines = window.shell.gate.ask(activities.activities)
    assert len(lines) == len(examples.examples("en"))
    assert all(line.example and line.active for line in lines)


def test_while_argon2_works_the_page_says_so(first, monkeypatch):
    jobs = []
    monkeypatch.setattr(background.pool, "start", jobs.append)
    fill(first)
    first.submit()
    assert first._go.text() == "Making your centre …"
    assert not any(w.isEnabled() for w in (first._go, first._name, first.secret, first._empty, first._choose))
    first.submit()
    assert len(jobs) == 1


def test_what_failed_is_said_and_all_stays(first):
    def full(*_told, **_wish):
        raise DiskFull("There is no room left.")

    first._make = full
    fill(first)
    before = first.secret.text()
    first.submit()
    assert first._refusal.text() == "There is no room left."
    assert (first._name.text(), first.secret.text()) == ("Haus am See", before)
    assert first._go.isEnabled()


def test_the_demo_needs_nothing_typed(qtbot, first):
    qtbot.mouseClick(first._demo, Qt.MouseButton.LeftButton)
    assert not first._name.isEnabled()
    assert first._go.text() == "Open the demo centre"
    first.demo.disconnect()
    with qtbot.waitSignal(first.demo) as heard:
        qtbot.mouseClick(first._go, Qt.MouseButton.LeftButton)
    assert heard.args == ["en"]
    qtbot.mouseClick(first._empty, Qt.MouseButton.LeftButton)
    assert first._name.isEnabled()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("show", ["first", "recover"])
def test_at_200_percent_nothing_is_cut_off(window, vault_file, language, show):
    preferences.set_language(language)
    theme.set_percent(200)
    view = window.show_first_run() if show == "first" else window.show_recover(vault_file)
    view._refusal.say("x " * 60)
    for own in (False, True):
        if view.secret.own != own:
            view.secret.change.click()
        window.resize(1366, 768)
        for _pass in range(5):
            QApplication.processEvents()
        area = view.findChild(QScrollArea)
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()
        for label in view.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width())


class TestRecover:
    @pytest.fixture
    def view(self, window, vault_file):
        unlock = window.show_unlock(vault_file)
        unlock._lost.click()
        assert isinstance(window.page(), RecoverView)
        return window.page()

    def test_one_wrong_letter_is_told_with_its_group(self, view):
        from groupwork.store import recovery as codes

        code = codes.new_code()
        wrong = f"{code[:12]}{'3' if code[12] == '2' else '2'}{code[13:]}"
        view._code.setText(wrong)
        view.submit()
        assert "Group 3" in view._refusal.text()
        assert view._code.text() == wrong
        assert view._code.hasFocus()

    def test_the_square_goes_into_its_own_field(self, view):
        view._code.setText(" gwr1-ABC ")
        assert view._square.text() == "gwr1-ABC"
        assert view._square.isVisible()
        assert view._code.text() == ""

    def test_a_file_without_a_sheet_says_so(self, view):
        def none(*_told):
            raise KeysLost("No recovery sheet was made for this file.")

        view._open_with = none
        view.submit()
        assert "No recovery sheet" in view._refusal.text()
        assert not view._square.isVisible()

    def test_back_to_the_unlock_page(self, qtbot, window, view):
        qtbot.mouseClick(view._back, Qt.MouseButton.LeftButton)
        assert isinstance(window.page(), UnlockView)

    def test_nothing_of_anybody_is_on_the_page(self, window, view):
        assert window.windowTitle() == "Groupwork"
        seen = " ".join(label.text() for label in view.findChildren(QLabel))
        assert "Hanna" not in seen
        assert "Kiefernbogen" not in seen


def test_a_public_demo_needs_no_recovery(window, vault_file):
    window.public.add(vault_file)
    assert window.show_unlock(vault_file)._lost.isHidden()


def test_from_unlock_the_start_page_is_one_click_away(qtbot, window, vault_file):
    qtbot.mouseClick(window.show_unlock(vault_file)._start, Qt.MouseButton.LeftButton)
    assert isinstance(window.page(), WelcomeView)


def test_the_codes_are_in_no_repr():
    assert "XXXXX" not in repr(recovery.Recovery("XXXXX", "GWR1-XXXXX"))
