"""A centre's own signs and words stand on the pages of a person as in the register."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.merging import Fate, MarkPair
from groupwork.domain.signs import Signs
from groupwork.operations import attendance, settings
from groupwork.ui.merge import words as merge_words
from groupwork.ui.models.participants import marks_words
from groupwork.ui.participant import mark_legend, mark_weeks, marks_strip
from groupwork.ui.participants import delegate
from groupwork.ui.place import Place
from tests.builders import MONDAY

OWN = {"en": {"U": {"label": "poorly", "key": "Q"}}}
SIGNS = Signs("en", OWN["en"])


@pytest.fixture
def drawn(centre, monkeypatch):
    """One mark is "poorly"; the signs that marks were painted with."""
    settings.set_setting(centre.desk, "statuses", OWN)
    marks = {centre.people[0]: Mark(Status.UNWELL), centre.people[1]: Mark(Status.PRESENT)}
    attendance.record_marks(centre.desk, centre.sessions["wood"], marks)
    found = []

    def watched(_painter, _rect, mark, signs):
        found.append(signs if isinstance(signs, str) else signs.sign(mark))

    for module in (mark_legend, marks_strip, mark_weeks, delegate):
        monkeypatch.setattr(module, "draw_mark", watched)
    return found


def names(widget):
    return [each.accessibleName() for each in widget.findChildren(QWidget)]


def test_in_the_list_and_on_a_persons_page(shell, centre, drawn, qtbot):
    shell.go(Place("participants"))
    shell.view.grab()
    assert "Q" in drawn
    shell.go(Place("participant", participant=centre.people[0], part="attendance"))
    QApplication.processEvents()
    drawn.clear()
    shell.view.grab()
    assert "Q" in drawn
    assert "poorly" in names(shell.view)
    shell.go(Place("participant", participant=centre.people[0], part="overview"))
    drawn.clear()
    shell.view.grab()
    assert "Q" in drawn
    assert "poorly" in " ".join(names(shell.view))


def test_in_words_of_lists_and_of_two_records():
    unwell = Mark(Status.UNWELL)
    assert marks_words((unwell,), SIGNS) == "last 1, oldest first: poorly"
    pair = MarkPair(1, MONDAY, "Wood", Mark(Status.PRESENT), unwell, Fate.CONFLICT)
    assert merge_words.mark(pair, SIGNS, drop=True) == "poorly"
