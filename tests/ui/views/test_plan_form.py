from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt, QTime

from groupwork.domain.sessions import SessionStatus
from groupwork.operations import sessions
from groupwork.ui.day.plan_form import PlanForm
from groupwork.ui.widgets.card import Card
from tests.ui.day_centre import MONDAY


@pytest.fixture
def form(gate, qtbot):
    made = PlanForm(gate, MONDAY, None)
    qtbot.addWidget(made)
    made.resize(372, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def type_into(qtbot, field, text):
    field.setFocus()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def finished(qtbot, form):
    with qtbot.waitSignal(form.finished) as signal:
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return signal.args


def test_a_one_off_is_planned_with_the_keyboard_alone(form, centre, qtbot):
    type_into(qtbot, form.fields.what, "cer")
    form.fields.start.setTime(QTime(15, 0))
    type_into(qtbot, form.fields.where, "art")
    type_into(qtbot, form.fields.staff._finder, "priya")
    type_into(qtbot, form.fields.people._finder, "lack")
    type_into(qtbot, form.fields.people._finder, "moira")
    assert len(form.draft().people) == 2
    session, day = finished(qtbot, form)
    found = sessions.session(centre.desk, session)
    assert (found.title, found.room_name, day) == ("Ceramics", "Art studio", MONDAY)
    assert (found.start, found.end) == (time(15), time(16, 30))
    assert [s.name for s in found.staff] == ["Priya Ramanathan"]
    assert found.expected == 2


def test_a_weekly_group_makes_sessions_until_the_chosen_day(form, centre, qtbot):
    type_into(qtbot, form.fields.what, "talk")
    form.fields.repeat.setCurrentIndex(1)
    form.fields.repeat.activated.emit(1)
    form.fields.until.setDate(QDate(2026, 11, 2))
    finished(qtbot, form)
    talks = sessions.sessions_between(centre.desk, MONDAY, date(2026, 11, 30))
    assert [s.date.day for s in talks if s.group is not None] == [12, 19, 26, 2]


def test_a_new_room_and_facilitator_can_be_added_while_planning(form, centre, qtbot):
    type_into(qtbot, form.fields.what, "Choir")
    form.fields.where.setFocus()
    qtbot.keyClicks(form.fields.where, "Chapel")
    form.fields.take_extra("new_room", "Chapel")
    type_into(qtbot, form.fields.staff._finder, "Greta Lindqvist")
    session, _day = finished(qtbot, form)
    found = sessions.session(centre.desk, session)
    assert (found.title, found.room_name, found.off_site) == ("Choir", "Chapel", False)
    assert [s.name for s in found.staff] == ["Greta Lindqvist"]


def test_a_clash_is_shown_while_typing_and_does_not_block(form, centre, qtbot):
    type_into(qtbot, form.fields.what, "cer")
    form.fields.start.setTime(QTime(13, 30))
    type_into(qtbot, form.fields.where, "art studio")

    def clash():
        return any("Room twice" in card.accessibleName() for card in form.findChildren(Card))

    qtbot.waitUntil(clash)
    session, _day = finished(qtbot, form)
    assert sessions.session(centre.desk, session).status is SessionStatus.PLANNED


def test_an_end_before_the_start_is_refused_in_the_form_and_keeps_what_was_typed(form, centre, qtbot):
    type_into(qtbot, form.fields.what, "cer")
    form.fields.start.setTime(QTime(15, 0))
    form.fields.end.setTime(QTime(14, 0))
    before = len(sessions.sessions_between(centre.desk, MONDAY, MONDAY))
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "before it starts" in form._refusal.text()
    assert form.fields.what.text() == "Ceramics"
    assert len(sessions.sessions_between(centre.desk, MONDAY, MONDAY)) == before


def test_nothing_chosen_is_refused_in_words(form, qtbot):
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "title" in form._refusal.text()


def test_escape_gives_up_and_writes_nothing(form, centre, qtbot):
    type_into(qtbot, form.fields.what, "cer")
    with qtbot.waitSignal(form.finished) as signal:
        qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert signal.args[0] is None
    assert len(sessions.sessions_between(centre.desk, MONDAY, MONDAY)) == 3


def test_a_session_is_moved_and_its_people_kept(gate, centre, qtbot):
    clay = sessions.session(centre.desk, centre.sessions["clay"])
    form = PlanForm(gate, MONDAY, clay)
    qtbot.addWidget(form)
    form.show()
    form.fields.start.setTime(QTime(13, 30))
    form.fields.end.setTime(QTime(15, 0))
    finished(qtbot, form)
    moved = sessions.session(centre.desk, clay.id)
    assert (moved.start, moved.end, moved.title) == (time(13, 30), time(15), "Ceramics")
    assert moved.on_register == clay.on_register


def test_ctrl_enter_saves_from_any_field_also_while_its_list_is_open(gate, qtbot):
    from PySide6.QtWidgets import QApplication

    for typed in ("A talk of our own", "cer"):  # no list, and a list that is open
        form = PlanForm(gate, MONDAY, None)
        qtbot.addWidget(form)
        form.show()
        form.activateWindow()
        form.fields.what.setFocus()
        qtbot.keyClicks(form.fields.what, typed)
        with qtbot.waitSignal(form.finished) as signal:
            target = QApplication.activePopupWidget() or form.fields.what
            qtbot.keyClick(target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert signal.args[0] is not None
