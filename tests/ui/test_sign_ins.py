"""Sign-ins in the settings, in place; the wait after wrong passphrases."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.errors import TooSoon
from groupwork.operations import history, own_passphrase, settings, sign_ins, vault
from groupwork.operations.desk import ROLE_RIGHTS, Right
from groupwork.store.throttle import WAIT
from groupwork.ui import messages
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.sign_ins.words import RIGHT_WORDS, ROLE_WORDS
from groupwork.ui.theme import theme
from tests import vaults
from tests.ui import day_centre
from tests.ui.test_clipping import clipped, outside, settle

LEFT = Qt.MouseButton.LeftButton
NEW = "neue vier worte hier"


@pytest.fixture
def part(shell, centre, monkeypatch):
    """The settings' part, with cheap keys."""
    for module, name in (
        (sign_ins, "add_sign_in"),
        (sign_ins, "enable_sign_in"),
        (sign_ins, "new_passphrase_for"),
        (own_passphrase, "change_own_passphrase"),
    ):
        monkeypatch.setattr(module, name, cheap(getattr(module, name)))
    shell.go(Place("sign_ins"))
    return shell.view.part("sign_ins").people


def cheap(operation):
    return lambda *given: operation(*given, kdf=vaults.QUICK)


def add(qtbot, part, name="Tomasz Wilkowski"):
    qtbot.mouseClick(part.add, LEFT)
    part.add_form.name.clear()
    qtbot.keyClicks(part.add_form.name, name)
    qtbot.mouseClick(part.add_form.go, LEFT)
    return next((each for each in part._rows.values() if each.person.shown == name), None)


def press(qtbot, part, row, code):
    if part._open != row.person.id:
        qtbot.mouseClick(row.change, LEFT)
    qtbot.mouseClick(part._rows[row.person.id].buttons[code], LEFT)


def words_of(part):
    return part.given.tiles._words


class TestLead:
    def test_added_with_a_suggested_name_and_words_shown_once(self, qtbot, part, shell, centre):
        row = add(qtbot, part)
        assert (row.person.name, row.person.role) == ("tomasz", "facilitator")
        assert len(words_of(part)) == 4
        assert part.given.isVisible()
        assert not part.add_form.isVisible()
        qtbot.mouseClick(part.given.done, LEFT)
        assert words_of(part) == ()
        assert not part.given.isVisible()

    def test_a_typed_sign_in_name_is_kept(self, qtbot, part):
        qtbot.mouseClick(part.add, LEFT)
        qtbot.keyClicks(part.add_form.name, "Émile")
        assert part.add_form.sign_in.text() == "emile"
        part.add_form.sign_in.clear()
        qtbot.keyClicks(part.add_form.sign_in, "milo")
        qtbot.keyClicks(part.add_form.name, " Durand")
        assert part.add_form.sign_in.text() == "milo"

    def test_a_refusal_stands_in_the_form(self, qtbot, part):
        qtbot.mouseClick(part.add, LEFT)
        qtbot.keyClicks(part.add_form.name, "Hanna")
        part.add_form.sign_in.setText("hanna")
        qtbot.keyClick(part.add_form.name, Qt.Key.Key_Return)
        assert "taken" in part.add_form.refusal.text()
        assert part.add_form.isVisible()

    def test_role_disable_enable_and_a_new_passphrase(self, qtbot, part, centre):
        row = add(qtbot, part)
        number = row.person.id
        first = words_of(part)
        press(qtbot, part, row, "passphrase")
        assert words_of(part) not in ((), first)
        qtbot.mouseClick(part._rows[number].change, LEFT)
        part._rows[number].choice.picked.emit("volunteer")
        assert part._rows[number].person.role == "volunteer"
        press(qtbot, part, part._rows[number], "disable")
        assert not part._rows[number].person.active
        assert words_of(part) == ()
        press(qtbot, part, part._rows[number], "enable")
        assert part._rows[number].person.active
        assert len(words_of(part)) == 4

    def test_only_removing_asks(self, qtbot, part, monkeypatch):
        row = add(qtbot, part)
        asked, answers = [], [False, True]
        monkeypatch.setattr(messages, "ask", lambda *a: asked.append(a[2]) or answers.pop(0))
        press(qtbot, part, row, "remove")
        assert row.person.id in part._rows
        press(qtbot, part, part._rows[row.person.id], "remove")
        assert row.person.id not in part._rows
        assert "Tomasz Wilkowski" in asked[0]

    def test_nothing_can_be_done_to_oneself_here(self, part):
        (own,) = part._rows.values()
        assert own.person.own
        assert not own.change.isVisible()

    def test_leaving_the_page_forgets_the_words(self, qtbot, part, shell):
        add(qtbot, part)
        shell.window().privacy.toggle()
        assert len(words_of(part)) == 4
        shell.window().privacy.toggle()
        shell.go(Place("history"))
        assert words_of(part) == ()
        shell.go(Place("sign_ins"))
        assert not part.given.isVisible()


@pytest.mark.parametrize("role", [role for role in ROLE_RIGHTS if role != "lead"])
def test_others_see_only_their_own(shell, centre, role):
    centre.file.role = role
    shell.go(Place("sign_ins"))
    part = shell.view.part("sign_ins").people
    assert not part._rows
    assert not part.add.isVisible()
    assert part.own.isVisible()
    assert part.own.isEnabled()


def test_the_own_passphrase(qtbot, part, shell, centre):
    qtbot.mouseClick(part.own, LEFT)
    form = part.own_form
    form.old.setText("something else")
    form.new.show_words(NEW)
    qtbot.mouseClick(form.go, LEFT)
    assert "present" in form.refusal.text()
    form.old.setText(day_centre.PASSPHRASE)
    form.new.show_words(NEW)
    qtbot.mouseClick(form.go, LEFT)
    assert not form.isVisible()
    assert (form.old.text(), form.new.text()) == ("", "")
    path = centre.file.store.path
    centre.file.close()
    vault.open_file(path, "hanna", NEW, probe=vaults.local).close()


def test_who_may_do_what_is_the_table_that_the_operations_obey(part):
    assert set(ROLE_WORDS) == set(ROLE_RIGHTS)
    assert set(RIGHT_WORDS) == ROLE_RIGHTS["lead"]
    roles = part._roles
    assert set(roles.answers) == {(right, role) for right in RIGHT_WORDS for role in ROLE_WORDS}
    for (right, role), answer in roles.answers.items():
        may = right in ROLE_RIGHTS[role]
        said = "may" if may else "may not"
        assert answer.may is may
        assert answer.accessibleName() == f"{ROLE_WORDS[role]} {said}: {RIGHT_WORDS[right]}"
    assert [head.text() for head in roles.heads.values()] == list(ROLE_WORDS.values())
    shown = [label.text() for label in roles.rights.values()]
    assert [words.casefold() for words in shown] == [words.casefold() for words in RIGHT_WORDS.values()]


def test_a_check_and_a_dash_look_different(part):
    yes = part._roles.answers[(Right.ADMIN, "lead")]
    no = part._roles.answers[(Right.ADMIN, "viewer")]
    assert yes.grab().toImage() != no.grab().toImage()


def test_the_minutes_of_the_lock(part, shell):
    choice = shell.view.part("computer")._lock_after
    assert choice.currentText() == "After 5 minutes"
    choice.setCurrentIndex(choice.count() - 1)
    choice.activated.emit(choice.count() - 1)
    assert preferences.values.lock_minutes == 0


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("form", ["list", "open", "add", "given", "own", "blur"])
def test_nothing_is_cut_off_in_german(qtbot, window, part, form, percent):
    row = add(qtbot, part)
    preferences.set_language("de")
    theme.set_percent(percent)
    settle()
    if form == "open":
        part._unfold(row.person.id, True)
    elif form == "add":
        part._begin_add()
    elif form == "own":
        part._begin_own()
    elif form == "blur":
        window.privacy.toggle()
    else:
        part.leave()
        if form == "given":
            part._act(part._rows[row.person.id].person, "passphrase")
    settle()
    bar = window.shell.view._scrolls["sign_ins"].verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 300):
        bar.setValue(value)
        settle()
        assert clipped(window) == []
        assert outside(window) == []
    QApplication.processEvents()


def test_two_people_take_turns_at_one_computer(qtbot, window, part, shell, centre, local_folders):
    row = add(qtbot, part)
    words = " ".join(words_of(part))
    shell.gate.do(settings.set_setting, "paper", "Letter")
    window.lock()
    page = window.page()
    assert page._name.isVisible()
    assert page._name.text() == ""
    for name, secret in ((row.person.name, words), ("hanna", day_centre.PASSPHRASE)):
        page = window.page()
        page._open_file = vault.open_file
        page._name.setText(name)
        page._passphrase.setText(secret)
        page.submit()
        assert window.shell is not None, page._refusal.text()
        assert history.can_undo(window.shell.gate.desk()) is None
        window.lock()


class TestWait:
    @pytest.fixture
    def page(self, window, vault_file):
        view = window.show_unlock(vault_file)
        self.now = 100.0
        view._wait.now = lambda: self.now
        view._failed(TooSoon(WAIT, seconds=4))
        return view

    def forward(self, page, seconds):
        self.now += seconds
        page._wait.look()

    def test_the_seconds_run_down_and_it_can_be_tried_again(self, page):
        assert page._refusal.text() == "Too many wrong passphrases. Try again in 4 seconds."
        assert not page._go.isEnabled()
        self.forward(page, 3)
        assert page._refusal.text() == "Too many wrong passphrases. Try again in 1 second."
        self.forward(page, 1)
        assert page._refusal.text() == ""
        assert page._go.isEnabled()

    def test_enter_does_nothing_meanwhile(self, page, monkeypatch):
        monkeypatch.setattr(page, "_open", lambda *_a: pytest.fail("tried too soon"))
        page.submit()

    def test_it_goes_on_in_another_language(self, page):
        preferences.set_language("de")
        assert "4" in page._refusal.text()
