"""Words that are not saved stay over the lock and over closing, for the person who typed them alone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from groupwork.operations import drafts, sessions, sign_ins, vault
from groupwork.ui.main_window import MainWindow
from groupwork.ui.place import Place
from tests.ui.day_centre import MONDAY, PASSPHRASE, QUICK

CANARY = "Quittenbaumchor"
CTRL = Qt.KeyboardModifier.ControlModifier
LINE = "Kept from before"


@pytest.fixture
def other(centre):
    """A second sign-in: its name and passphrase."""
    given = sign_ins.add_sign_in(centre.desk, "Priya Ramanathan", "priya", "facilitator", kdf=QUICK)
    return "priya", given.passphrase


@pytest.fixture
def unlock(centre):
    """Open the centre again in a window, as the one who made it or as somebody else."""

    def again(window, name=None, passphrase=PASSPHRASE):
        file = vault.open_file(centre.file.store.path, name, passphrase)
        file.clock = centre.file.clock
        return window.show_file(file)

    return again


def lock(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert window.shell is None


def begin_plan(qtbot, shell):
    """Half a plan: a title, a place, one person and half a name, weekly."""
    shell.go(Place("plan", MONDAY))
    form = shell.view.page.panel.form
    qtbot.keyClicks(form.fields.what, CANARY)
    qtbot.keyClicks(form.fields.where, "Chapel")
    qtbot.keyClicks(form.fields.people._finder, "moira")
    qtbot.keyClick(form.fields.people._finder, Qt.Key.Key_Return)
    qtbot.keyClicks(form.fields.people._finder, "zbi")
    form.fields.repeat.setCurrentIndex(1)
    form.fields.repeat.activated.emit(1)
    return form.unfinished()


def lines(view):
    return [label for label in view.findChildren(QLabel) if label.text() == LINE and not label.isHidden()]


def in_plain_text(folder):
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(CANARY.encode(code) in path.read_bytes() for code in ("utf-8", "utf-16-le"))
    ]


def test_another_page_and_back_loses_no_word(qtbot, shell):
    typed = begin_plan(qtbot, shell)
    shell.go(Place("today", MONDAY))
    shell.go(Place("plan", MONDAY))
    assert shell.view.page.panel.form.unfinished() == typed


def test_the_plan_form_opens_again_with_its_words(qtbot, window, shell, unlock, tmp_path):
    typed = begin_plan(qtbot, shell)
    assert typed["plan"]["people_typed"] == "zbi"
    lock(qtbot, window)
    assert in_plain_text(tmp_path) == []
    view = unlock(window).view
    assert view.page.panel.form.unfinished() == typed
    assert view.page.panel.form.fields.until_box.isVisible()
    assert len(lines(view)) == 1
    assert in_plain_text(tmp_path) == []


def test_somebody_else_never_sees_them(qtbot, window, shell, unlock, other):
    typed = begin_plan(qtbot, shell)
    lock(qtbot, window)
    frame = unlock(window, *other)
    frame.go(Place("schedule", MONDAY))
    assert frame.view.page.panel.form is None
    frame.view.plan()
    assert frame.view.page.panel.form.unfinished() == {}
    lock(qtbot, window)
    frame = unlock(window)
    frame.go(Place("schedule", MONDAY))
    assert frame.view.page.panel.form.unfinished() == typed


def test_closing_keeps_them_too(qtbot, window, shell, unlock):
    typed = begin_plan(qtbot, shell)
    window.close()
    assert window.shell is None
    later = MainWindow()
    qtbot.addWidget(later)
    later.show()
    frame = unlock(later)
    assert frame.place.page == "today"
    frame.go_to("schedule")
    assert frame.view.page.panel.form.unfinished() == typed
    later.close()


@pytest.mark.parametrize("end", ["save", "give_up"])
def test_saved_or_given_up_they_are_gone(qtbot, window, shell, unlock, end):
    begin_plan(qtbot, shell)
    lock(qtbot, window)
    frame = unlock(window)
    form = frame.view.page.panel.form
    form.fields.people._finder.clear()  # a name that is nobody yet would be refused
    getattr(form, end)()
    assert drafts.all_kept(frame.gate.desk()) == {}
    titles = [s.title for s in sessions.day(frame.gate.desk(), MONDAY).sessions]
    assert (CANARY in titles) is (end == "save")
    assert frame.view.page.panel.form is None
    frame.view.plan()
    assert frame.view.page.panel.form.unfinished() == {}


def test_a_changed_session_comes_back_at_its_day(qtbot, window, shell, unlock, centre):
    session = centre.sessions["friday"]
    shell.go(Place("schedule", session=session))
    shell.view.page.open_form(session)
    shell.view.page.panel.form.fields.where.clear()
    qtbot.keyClicks(shell.view.page.panel.form.fields.where, "Chapel")
    lock(qtbot, window)
    frame = unlock(window)
    assert frame.view.page.date == MONDAY - timedelta(days=3)
    assert frame.view.page.panel.form.fields.where.text() == "Chapel"
    frame.view.page.panel.form.save()
    assert sessions.session(frame.gate.desk(), session).room_name == "Chapel"
    assert drafts.all_kept(frame.gate.desk()) == {}


def test_a_form_that_nobody_touched_is_not_kept(qtbot, window, shell, unlock):
    shell.go(Place("plan", MONDAY))
    lock(qtbot, window)
    frame = unlock(window)
    assert drafts.all_kept(frame.gate.desk()) == {}


def begin_reason(qtbot, shell, session):
    shell.go(Place("schedule", session=session))
    shell.view.page.panel.detail.ask_reason()
    qtbot.keyClicks(shell.view.page.panel.detail._form._reason, CANARY)


def test_the_reason_why_it_was_not_held(qtbot, window, shell, unlock, centre):
    begin_reason(qtbot, shell, centre.sessions["talk"])
    lock(qtbot, window)
    frame = unlock(window)
    form = frame.view.page.panel.detail._form
    assert form.typed() == CANARY
    assert len(lines(frame.view)) == 1
    qtbot.keyClick(form._reason, Qt.Key.Key_Return)
    assert sessions.session(frame.gate.desk(), centre.sessions["talk"]).reason == CANARY
    assert drafts.all_kept(frame.gate.desk()) == {}


def test_a_reason_given_up_or_of_a_removed_session_is_gone(qtbot, window, shell, unlock, centre):
    begin_reason(qtbot, shell, centre.sessions["talk"])
    lock(qtbot, window)
    frame = unlock(window)
    qtbot.keyClick(frame.view.page.panel.detail._form, Qt.Key.Key_Escape)
    assert drafts.all_kept(frame.gate.desk()) == {}
    begin_reason(qtbot, frame, centre.sessions["talk"])
    lock(qtbot, window)
    frame = unlock(window)
    sessions.remove_session(frame.gate.desk(), centre.sessions["talk"])
    frame.keep_unfinished()
    lock(qtbot, window)
    frame = unlock(window)
    frame.go(Place("schedule", MONDAY))
    QApplication.processEvents()
    assert drafts.all_kept(frame.gate.desk()) == {}


def test_on_the_register_the_reason_and_the_name(qtbot, window, shell, unlock, centre):
    session = centre.sessions["wood"]
    shell.go(Place("register", session=session))
    qtbot.keyClicks(shell.view.card.drop_in.edit, "Zbi")
    shell.view._held._ask_not_held()
    qtbot.keyClicks(shell.view.reason.edit, CANARY)
    lock(qtbot, window)
    view = unlock(window).view
    assert view.card.drop_in.edit.text() == "Zbi"
    assert view.reason.edit.text() == CANARY
    assert view.reason.isVisible()
    assert view.strip._sentence == LINE
    assert set(drafts.all_kept(view.gate.desk())) == {f"drop_in.{session}", f"reason.{session}"}
    view.card.drop_in.close_list(clear=True)
    qtbot.keyClick(view.reason, Qt.Key.Key_Escape)
    assert drafts.all_kept(view.gate.desk()) == {}


def test_another_register_does_not_get_them(qtbot, window, shell, centre):
    shell.go(Place("register", session=centre.sessions["wood"]))
    qtbot.keyClicks(shell.view.card.drop_in.edit, "Zbi")
    shell.go(Place("register", session=centre.sessions["clay"]))
    assert shell.view.card.drop_in.edit.text() == ""
    shell.go(Place("register", session=centre.sessions["wood"]))
    assert shell.view.card.drop_in.edit.text() == "Zbi"
    for _letter in "Zbi":
        qtbot.keyClick(shell.view.card.drop_in.edit, Qt.Key.Key_Backspace)
    assert drafts.all_kept(shell.gate.desk()) == {}


def test_words_of_another_version_leave_the_form_empty(window, shell, unlock):
    drafts.keep(shell.gate.desk(), "plan", {"what": CANARY})
    window.lock()
    frame = unlock(window)
    frame.go(Place("schedule", MONDAY))
    assert frame.view.page.panel.form.unfinished() == {}
    assert lines(frame.view) == []
