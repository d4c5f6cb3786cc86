"""Wherever a locked register would change, the page asks why, in place, and goes on by keys alone."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork import i18n
from groupwork.domain.absences import Span
from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import StepId
from groupwork.operations import absences, attendance, closures, sessions, settings
from groupwork.operations.register import register
from groupwork.store import tables
from groupwork.ui.away.card import AwayCard
from groupwork.ui.day.plan_form import PlanForm
from groupwork.ui.place import Place
from groupwork.ui.register.late_ask import LateAsk, days_words
from groupwork.ui.settings.closure_list import ClosureList
from groupwork.ui.views.absences import AbsencesView
from groupwork.ui.views.history import HistoryView
from groupwork.ui.views.merge import MergeView
from groupwork.ui.views.participant import ParticipantView
from groupwork.ui.views.schedule import ScheduleView
from groupwork.ui.week.close_day import CloseDay
from tests.builders import MONDAY, a_group, a_session, put

DAY = MONDAY - timedelta(days=21)
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def locked(centre, gate):
    """A held register three weeks old with a blank row, and one that nobody recorded; both are locked."""
    group = a_group(centre.desk, with_people=2)
    held, still = (a_session(centre.desk, group, day=day) for day in (DAY, DAY - timedelta(days=7)))
    attendance.record_mark(centre.desk, held, group.people[0], Mark(Status.PRESENT))
    settings.set_setting(centre.desk, "lock_days", 14)
    return held, still, group.people


@pytest.fixture
def answer(qtbot):
    """Answers the question that is open: by keys, into the field that has the focus by itself."""

    def give(page, key=ENTER):
        asked = next(ask for ask in page.findChildren(LateAsk) if not ask.isHidden())
        qtbot.waitUntil(asked.edit.hasFocus)
        assert "Locked register" in asked.about.text()
        qtbot.keyClicks(asked.edit, "from paper")
        qtbot.keyClick(QApplication.focusWidget(), key)
        return asked

    return give


def reasons():
    return [(row.session_id, row.reason) for row in tables.LateChange.select()]


def somebody_else_said_it(centre):
    """So that the next change is asked about anew."""
    for row in tables.LateChange.select():
        row.by = "Tomasz"
        put(centre.desk, row)


def mark_of(centre, session, person):
    return next(row.mark for row in register(centre.desk, session).rows if row.participant == person)


def press(qtbot, *keys):
    for key in keys:
        if isinstance(key, str):
            qtbot.keyClicks(QApplication.focusWidget(), key)
        else:
            qtbot.keyClick(QApplication.focusWidget(), key)


def focus(qtbot, widget):
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


@pytest.fixture
def phone(show, gate, centre, locked, qtbot):
    """The list of the telephone with an absence over the locked day typed into it."""
    view = show(AbsencesView, Place("absences", participant=locked[2][1]))
    focus(qtbot, view.quick.when)
    view.quick.when.selectAll()
    press(qtbot, f"{DAY.day}.{DAY.month}.{DAY.year}", ENTER, "u", ENTER)
    return view


class TestPhoneList:
    def test_it_names_the_day_and_keeps_what_was_typed(self, phone, centre, locked, qtbot, answer):
        assert days_words((DAY,), date(2027, 1, 2)) == "Locked register: Mon 21 Sep 2026"
        assert phone.quick.late.about.text() == "Locked register: Mon 21 Sep"
        assert not tables.PlannedAbsence.select().exists()
        answer(phone, ESCAPE)
        assert (phone.quick.late.isHidden(), phone.quick.when.text()) == (True, "21.9.2026")
        assert QApplication.focusWidget() is phone.quick.enter
        press(qtbot, Qt.Key.Key_Space)
        answer(phone)
        assert mark_of(centre, locked[0], locked[2][1]).status is Status("U")

    def test_enter_goes_on_and_the_next_name_can_be_typed(self, phone, centre, locked, answer, gate):
        answer(phone)
        assert mark_of(centre, locked[0], locked[2][1]).planned
        assert (reasons(), phone.quick.who.hasFocus(), phone.quick.who.text()) == (
            [(locked[0], "from paper")],
            True,
            "",
        )
        gate.undo()
        assert (reasons(), tables.PlannedAbsence.select().count()) == ([], 0)

    def test_ctrl_enter_in_the_reason_saves_once(self, phone, locked, qtbot):
        qtbot.waitUntil(phone.quick.late.edit.hasFocus)
        press(qtbot, "from paper")
        qtbot.keyClick(QApplication.focusWidget(), ENTER, Qt.KeyboardModifier.ControlModifier)
        assert tables.PlannedAbsence.select().count() == 1
        assert phone.quick.refusal.isHidden()


class TestPersonPage:
    @pytest.fixture
    def card(self, show, centre, locked):
        absences.add_absence(centre.desk, [locked[2][1]], [Span(MONDAY, MONDAY)], "H")
        view = show(ParticipantView, Place("participant", participant=locked[2][1], part="groups"))
        yield view.findChild(AwayCard)
        view.close()

    def test_a_new_one_waits_in_the_open_form(self, card, centre, locked, qtbot, answer):
        focus(qtbot, card.add_button)
        press(qtbot, Qt.Key.Key_Space)
        card.when.selectAll()
        press(qtbot, f"{DAY:%d.%m.%Y}", ENTER)
        assert (card.form.isHidden(), card.form.refusal.isHidden()) == (False, True)
        answer(card)
        assert card.form.isHidden()
        assert mark_of(centre, locked[0], locked[2][1]).planned
        assert len(tables.PlannedAbsence.select()) == 2

    def test_changing_and_removing_ask_too(self, card, centre, locked, qtbot, answer):
        focus(qtbot, card.rows()[0])
        press(qtbot, ENTER)
        card.when.setText(f"{DAY:%d.%m.%Y}–{MONDAY:%d.%m.%Y}")
        press(qtbot, ENTER)
        answer(card)
        assert mark_of(centre, locked[0], locked[2][1]).planned
        somebody_else_said_it(centre)
        focus(qtbot, card.rows()[0])
        press(qtbot, ENTER)
        focus(qtbot, card.form.remove)
        press(qtbot, Qt.Key.Key_Space)
        answer(card)
        assert mark_of(centre, locked[0], locked[2][1]).status is None
        assert len(reasons()) == 2


def status_of(session):
    return tables.Session.get_by_id(session).status


@pytest.fixture(params=["day", "week"])
def panel(request, show, gate, locked):
    """The schedule, as a list of the day or as the week, with the unrecorded session beside it."""
    view = show(ScheduleView, Place("schedule", date=DAY - timedelta(days=7), part=request.param))
    gate.changed.connect(view.follow)
    view.page.enter(DAY - timedelta(days=7), locked[1])
    yield view.page.panel
    view.close()  # it lives as long as its test


class TestSchedule:
    def test_not_held_goes_on_with_the_reason_and_can_be_reopened(self, panel, centre, locked, qtbot, answer):
        panel.detail.ask_reason()
        press(qtbot, "Nobody came", ENTER)
        assert status_of(locked[1]) == "planned"
        answer(panel)
        assert (status_of(locked[1]), reasons()) == ("not_held", [(locked[1], "from paper")])
        assert panel.detail.unfinished() == {}
        somebody_else_said_it(centre)
        panel.detail.reopened.emit(locked[1])
        answer(panel)
        assert status_of(locked[1]) == "planned"

    def test_escape_leaves_the_session_and_the_typed_reason(self, panel, locked, qtbot, answer):
        panel.detail.ask_reason()
        press(qtbot, "Nobody came", ENTER)
        answer(panel, ESCAPE)
        assert (status_of(locked[1]), reasons()) == ("planned", [])
        assert list(panel.detail.unfinished().values()) == [{"reason": "Nobody came"}]
        assert QApplication.focusWidget().text() == "Nobody came"

    def test_another_session_is_not_asked_about(self, panel, centre, locked):
        panel.detail.not_held.emit(locked[1], "Nobody came")
        assert not panel.late.isHidden()
        panel.show_session(None, None)
        assert panel.late.isHidden()

    def test_the_form_keeps_what_was_typed_and_changes_the_times(self, panel, centre, locked, qtbot, answer):
        panel.show_session(None, None)
        panel.open_form(DAY, sessions.session(centre.desk, locked[0]))
        form = panel.findChild(PlanForm)
        form.fields.end.set_value(time(12, 30))
        form.save()
        assert tables.Session.get_by_id(locked[0]).end == time(11, 45)
        answer(panel)
        assert tables.Session.get_by_id(locked[0]).end == time(12, 30)
        assert panel.form is None


class TestWeek:
    @pytest.fixture
    def week(self, show, gate, locked):
        view = show(ScheduleView, Place("schedule", date=DAY, part="week"))
        gate.changed.connect(view.follow)
        yield view.page
        view.close()

    def test_a_move_by_keys_asks_above_the_week(self, week, locked, qtbot, answer):
        focus(qtbot, week.grid.blocks[locked[0]])
        qtbot.keyClick(week.grid.blocks[locked[0]], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert tables.Session.get_by_id(locked[0]).start == time(9, 45)
        answer(week)
        assert tables.Session.get_by_id(locked[0]).start != time(9, 45)
        assert QApplication.focusWidget() is week.grid.blocks[locked[0]]

    def test_closing_a_day_of_the_past_and_opening_it_again(self, week, centre, locked, qtbot, answer):
        week.show_date(DAY - timedelta(days=7))
        week.deeds.close_day(DAY - timedelta(days=7))
        form = week.findChild(CloseDay)
        press(qtbot, "Flood", ENTER)
        answer(form)
        assert status_of(locked[1]) == "not_held"
        somebody_else_said_it(centre)
        week.deeds.reopen_day(DAY - timedelta(days=7))
        answer(week)
        assert status_of(locked[1]) == "planned"


class TestElsewhere:
    def test_the_settings_list_of_closures(self, gate, centre, locked, qtbot, answer):
        day = DAY - timedelta(days=7)
        shown = ClosureList(gate)
        qtbot.addWidget(shown)
        shown.show()
        shown.refresh()
        shown.begin()
        shown.form.name.setText("Flood")
        for field in (shown.form.first, shown.form.last):
            field.set_value(day)
        shown.form.wanted.emit()
        assert not closures.any_closure(centre.desk)
        answer(shown)
        assert (status_of(locked[1]), shown.form) == ("not_held", None)

    def test_a_merge_keeps_its_choices_and_goes_on(self, show, centre, locked, places, qtbot, answer):
        keep, drop = locked[2]
        view = show(MergeView, Place("merge", part=f"{keep}+{drop}"))
        before = view.compared
        focus(qtbot, view.merge)
        press(qtbot, Qt.Key.Key_Space)
        assert view.compared is before
        answer(view)
        assert places[-1].participant == keep
        assert tables.Participant.get_by_id(drop).merged_into_id == keep

    def test_the_history_asks_at_the_step(self, show, gate, centre, locked, qtbot, answer):
        settings.set_setting(centre.desk, "lock_days", 0)
        step = attendance.record_mark(centre.desk, locked[0], locked[2][1], Mark(Status.PRESENT)).step
        settings.set_setting(centre.desk, "lock_days", 14)
        gate.file.store.journal.opened_after = StepId(step)
        view = show(HistoryView, Place("history"))
        gate.refused.connect(view.refused)
        gate.changed.connect(view.follow)
        view._undo(step)
        line = next(each for each in view._rows if each.step == step)
        answer(line)
        assert mark_of(centre, locked[0], locked[2][1]).status is None
        assert (locked[0], "from paper") in reasons()


def test_german_and_many_days():
    days = tuple(date(2026, 9, day) for day in range(1, 10))
    assert days_words(days, MONDAY).endswith("Sun 6 Sep and 3 more days")
    i18n.use("de")
    try:
        assert days_words(days[:1], MONDAY) == "Gesperrte Anwesenheitsliste: Di 1. Sept."
        assert days_words(days, MONDAY).endswith("So 6. Sept. und 3 weitere Tage")
    finally:
        i18n.use("en")
