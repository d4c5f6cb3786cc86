"""The session plan and the incident form in the preview; each print is an event and names nobody."""

import pytest

from groupwork.domain.incidents import IncidentKind, IncidentText
from groupwork.operations import history, incidents
from groupwork.ui import messages
from groupwork.ui.place import Place
from groupwork.ui.preview.kinds import incident_of, kind_of
from groupwork.ui.views.preview import PreviewView
from tests.ui.day_centre import MONDAY

CANARY = "Quittenbaumchor"


@pytest.fixture
def entry(centre):
    text = IncidentText(IncidentKind.NEAR_MISS, MONDAY, f"{CANARY} slipped on the wet floor.")
    return incidents.write(centre.desk, text).incident


@pytest.mark.parametrize(
    ("part", "kind", "number"),
    [("plan", "plan", None), ("incident", "incident", None), ("incident.12", "incident", 12)],
)
def test_a_place_says_what_is_wanted(part, kind, number):
    place = Place("preview", part=part)
    assert (kind_of(place), incident_of(place)) == (kind, number)


def test_the_plan_of_a_session(show, centre):
    page = show(PreviewView, Place("preview", MONDAY, centre.sessions["wood"], part="plan"))
    assert page._title.text() == "Wood workshop: plan"
    assert not page._form.isVisible()
    assert "Read before you start" in page._sheet.text[0]


def test_an_entry_and_a_blank_form(show, centre, entry, gate):
    page = show(PreviewView, Place("preview", part=f"incident.{entry}"))
    assert CANARY in page._sheet.text[0]
    assert page._summary.text().startswith(f"Entry {entry}")
    page.show_place(Place("preview", part="incident"))
    assert CANARY not in page._sheet.text[0]
    assert page._summary.text().startswith("To fill in")


def test_saving_is_an_event_and_the_file_names_nobody(show, centre, entry, monkeypatch, tmp_path):
    offered = []
    target = tmp_path / "form.pdf"

    def choose(_parent, _title, path, _pattern):
        offered.append(path.name)
        return target

    monkeypatch.setattr(messages, "choose_save", choose)
    page = show(PreviewView, Place("preview", part=f"incident.{entry}"))
    page._save.click()
    assert offered == [f"incident-form-2026-10-12-{entry}.pdf"]
    assert target.read_bytes().startswith(b"%PDF")
    line = history.history(centre.desk)[0]
    assert line.sentence == "Incident form printed"
    assert CANARY not in str(line)


def test_an_entry_that_is_gone_is_refused_in_place(show):
    page = show(PreviewView, Place("preview", part="incident.77"))
    assert page._sheet is None
    assert not page._print.isEnabled()


def test_a_volunteer_sees_the_plan_and_the_blank_form_but_no_entry(show, centre, entry):
    centre.file.role = "volunteer"
    page = show(PreviewView, Place("preview", MONDAY, centre.sessions["wood"], part="plan"))
    assert page._sheet is not None
    page.show_place(Place("preview", part="incident"))
    assert page._sheet is not None
    page.show_place(Place("preview", part=f"incident.{entry}"))
    assert page._sheet is None
