"""What waits for a reason is what stood in the form: whoever changes the form is asked anew."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from groupwork.domain.absences import Span
from groupwork.operations import absences
from groupwork.operations.register_lock import NeedsReason
from groupwork.ui.away.quick import QuickAway
from groupwork.ui.day.not_held import NotHeldForm
from groupwork.ui.place import Place
from groupwork.ui.settings.closure_list import ClosureList
from groupwork.ui.views.absences import AbsencesView
from groupwork.ui.views.merge import MergeView
from groupwork.ui.views.schedule import ScheduleView
from groupwork.ui.week.close_day import CloseDay
from tests.builders import MONDAY, a_person
from tests.ui.day_centre import MONDAY as TODAY

LEFT = Qt.MouseButton.LeftButton
LOCKED = MONDAY - timedelta(days=21)


@pytest.fixture
def ask(centre):
    """Let a lock ask about what stands in a form; the answer would be noted in the list."""
    given = []

    def wait(late):
        locked = NeedsReason({centre.sessions["wood"]: LOCKED}, LOCKED)
        late.keep(locked, lambda _desk, reason: given.append(reason))
        assert late.waiting
        assert not late.isHidden()

    yield wait
    assert given == []


def withdrawn(late):
    return late.isHidden() and not late.waiting


@pytest.mark.parametrize("name", ["who", "when", "said", "by", "told_on"])
def test_the_phone_list(gate, qtbot, ask, name):
    quick = QuickAway(gate)
    qtbot.addWidget(quick)
    quick.show()
    ask(quick.late)
    qtbot.keyClicks(getattr(quick, name), "x")
    assert withdrawn(quick.late)


def test_why_somebody_is_away(gate, qtbot, ask):
    quick = QuickAway(gate)
    qtbot.addWidget(quick)
    quick.show()
    ask(quick.late)
    qtbot.keyClick(quick.status, Qt.Key.Key_U)
    assert withdrawn(quick.late)


@pytest.mark.parametrize("name", ["when", "said", "by", "told_on", "back"])
def test_an_absence_that_is_changed(show, centre, ask, qtbot, name):
    absences.add_absence(centre.desk, [centre.people[0]], [Span(TODAY, TODAY)], "H")
    card = show(AbsencesView, Place("absences")).today
    card.rows()[0].click()
    ask(card.late)
    qtbot.keyClicks(getattr(card, name), "x")
    assert withdrawn(card.late)


@pytest.mark.parametrize("begin", ["begin", "begin_holidays"])
def test_a_closure_and_public_holidays(gate, qtbot, ask, begin):
    shown = ClosureList(gate)
    qtbot.addWidget(shown)
    shown.show()
    shown.refresh()
    getattr(shown, begin)()
    ask(shown.late)
    if begin == "begin":
        qtbot.keyClicks(shown.form.name, "Flood")
    else:
        shown.form.boxes[0].toggle()
    assert withdrawn(shown.late)


def test_why_a_day_is_closed(gate, qtbot, ask):
    form = CloseDay(gate, LOCKED)
    qtbot.addWidget(form)
    form.show()
    ask(form.late)
    qtbot.keyClicks(form.first_field(), "Flood")
    assert withdrawn(form.late)


def test_another_choice_before_merging(show, centre, qtbot, ask):
    one, other = (a_person(centre.desk, "Ivo Petkov", phone=phone) for phone in ("0555 1", "0555 2"))
    view = show(MergeView, Place("merge", part=f"{one}+{other}"))
    ask(view.late)
    qtbot.mouseClick(view.compared.picks[0].drop, LEFT)
    assert withdrawn(view.late)


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_Escape])
def test_why_a_session_was_not_held(show, centre, qtbot, ask, key):
    view = show(ScheduleView, Place("schedule", date=TODAY, part="day"))
    view.page.enter(TODAY, centre.sessions["wood"])
    panel = view.page.panel
    panel.detail.ask_reason()
    ask(panel.late)
    qtbot.keyClick(panel.detail.findChild(NotHeldForm).findChild(QLineEdit), key)
    assert withdrawn(panel.late)
    view.close()
