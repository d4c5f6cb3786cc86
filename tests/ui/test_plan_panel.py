"""The plan beside the register: shown, and its line for next time written by keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from groupwork import i18n
from groupwork.domain.absences import Span
from groupwork.domain.activities import PartKind
from groupwork.operations import absences, activity_parts, alerts, session_plan
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.register.plan_panel import PlanPanel
from groupwork.ui.widgets.chip import Chip
from tests.ui.day_centre import MONDAY


@pytest.fixture
def gate(centre):
    opened = Gate(centre.file)
    opened.begin_day()
    yield opened
    opened.close()


@pytest.fixture
def panel(gate, centre, qtbot):
    """The plan of Monday's wood workshop, in a narrow column."""
    alerts.add_alert(centre.desk, centre.people[3], "safety", "epilepsy: never alone")
    found = PlanPanel(gate)
    qtbot.addWidget(found)
    found.resize(280, 700)
    found.show_session(centre.sessions["wood"])
    found.show()
    return found


def words(panel):
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if not label.isHidden())


def type_line(qtbot, panel, text):
    panel.next_time.setFocus()
    panel.next_time.selectAll()
    qtbot.keyClicks(panel.next_time, text)
    qtbot.keyClick(panel.next_time, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_it_says_what_to_know(panel):
    assert "Moira, safety: epilepsy: never alone" in words(panel)
    assert "Tomasz Wilkowski" in words(panel)
    assert "no phases, materials or hazards yet" in words(panel)


def test_the_line_is_written_by_keys_carried_on_and_taken_back(panel, qtbot, gate, centre):
    said = []
    gate.notice.connect(said.append)
    panel.show_session(centre.sessions["friday"])
    type_line(qtbot, panel, "Oil the stools.")
    assert session_plan.plan(centre.desk, centre.sessions["friday"]).next_time == "Oil the stools."
    assert said[-1].undo
    panel.show_session(centre.sessions["wood"])
    assert "Oil the stools." in words(panel)
    assert panel.next_time.text() == ""
    gate.undo()
    assert "Oil the stools." not in words(panel)


def test_another_session_saves_what_was_typed_first(panel, qtbot, gate, centre):
    panel.next_time.setFocus()
    qtbot.keyClicks(panel.next_time, "Bring sandpaper")
    panel.show_session(centre.sessions["clay"])
    assert session_plan.plan(centre.desk, centre.sessions["wood"]).next_time == "Bring sandpaper"
    assert panel.next_time.text() == ""


def test_a_line_that_is_too_long_is_refused_in_place_and_stays(panel, qtbot, gate, centre):
    panel.next_time.setPlainText("x" * 301)
    qtbot.keyClick(panel.next_time, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "301" in panel.refusal.text()
    assert len(panel.next_time.text()) == 301
    assert panel.unfinished()
    panel.show_session(centre.sessions["clay"])
    assert panel.next_time.text() == ""
    assert gate.unfinished.of(f"next_time.{centre.sessions['wood']}") == {"words": "x" * 301}
    assert session_plan.plan(centre.desk, centre.sessions["wood"]).next_time == ""


def test_its_buttons_lead_to_paper_and_library(panel, centre):
    places = []
    panel.wanted.connect(places.append)
    panel.print_button.click()
    panel.activity_button.click()
    assert places == [
        Place("preview", MONDAY, centre.sessions["wood"], part="plan"),
        Place("activity", activity=centre.activities["Wood workshop"]),
    ]


def test_a_viewer_reads_and_does_not_write(gate, centre, qtbot):
    centre.file.role = "viewer"
    panel = PlanPanel(gate)
    qtbot.addWidget(panel)
    panel.show_session(centre.sessions["wood"])
    assert panel.next_time.isReadOnly()
    assert panel.print_button.isHidden()


def test_nothing_and_a_session_that_is_gone(panel, gate):
    refused = []
    gate.refused.connect(refused.append)
    panel.show_session(None)
    panel.show_session(999)
    assert "999" in refused[0]


def test_the_language_changes_in_place(panel, qtbot):
    panel.next_time.setFocus()
    qtbot.keyClicks(panel.next_time, "half typed")
    i18n.use("de")
    panel.retranslate()
    assert panel.next_time.text() == "half typed"
    assert panel.activity_button.text() == "Angebot"


def test_phases_tools_and_hazards_are_said_and_the_one_of_this_moment_is_marked(panel, centre):
    wood = centre.activities["Wood workshop"]
    add = activity_parts.add_part
    add(centre.desk, wood, PartKind.PHASE, name="Welcome", minutes=10, words="round")
    add(centre.desk, wood, PartKind.PHASE, name="Work", minutes=90)
    add(centre.desk, wood, PartKind.MATERIAL, name="Saw", tool=True, permission="watched")
    add(centre.desk, wood, PartKind.HAZARD, hazard="Dust", control="mask")
    panel.refresh()
    said = words(panel)
    for told in ("09:45", "Welcome · now", "09:55", "Work", "20 min without a plan", "Saw", "Dust", "mask"):
        assert told in said, told
    assert [chip.text() for chip in panel.findChildren(Chip)] == ["with somebody watching"]


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "Moira: unwell, cold"), (2, "Moira: unwell, until Wed 14 Oct, cold")],
    ids=["its only day", "for longer"],
)
def test_until_when_is_said_of_an_absence_that_goes_on(panel, centre, days, said):
    span = Span(MONDAY, MONDAY + timedelta(days=days))
    absences.add_absence(centre.desk, [centre.people[3]], [span], "U", words="cold")
    panel.show_session(centre.sessions["wood"])
    assert said in words(panel).split("\n")
