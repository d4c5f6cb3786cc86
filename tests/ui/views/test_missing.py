"""The page of missing registers: mine first, arrows, Enter opens, nothing missing."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.operations import attendance, vault
from groupwork.operations.desk import Clock
from groupwork.store import tables
from groupwork.ui.day.side_list import TaskRow
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.views.missing import MissingView
from tests.builders import MONDAY, a_group, a_session, put
from tests.vaults import PASSPHRASE, QUICK, local


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "centre.groupwork"
    opened = vault.new_file(path, "Kiefernbogen", "Hanna", PASSPHRASE, "en", kdf=QUICK, probe=local)
    opened.clock = Clock(datetime.combine(MONDAY, time(11, 0)))
    yield opened
    opened.close()


@pytest.fixture
def view(qtbot, file):
    """Two open registers; the newer one is Hanna's."""
    desk = file.desk("en")
    group = a_group(desk)
    run = [a_session(desk, group, day=MONDAY - timedelta(weeks=n)) for n in (2, 1)]
    hanna = tables.Facilitator.get_or_none(tables.Facilitator.name == "Hanna")
    if hanna is None:
        hanna = tables.Facilitator(code="F9", name="Hanna")
        put(desk, hanna)
    put(desk, tables.SessionFacilitator(session=run[1], facilitator=hanna.id, position=0))
    gate, gone = Gate(file), []
    page = MissingView(gate, gone.append)
    qtbot.addWidget(page)
    page.gone, page.run = gone, run
    gate.changed.connect(page.follow)
    page.resize(1000, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_place(Place("missing"))
    gate._timer.stop()
    return page


def test_mine_come_first_and_enter_opens_them(view):
    assert [line.mine for line in view.lines] == [True, False]
    view.first_focus().setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert view.gone == [Place("register", session=view.run[0])]
    spoken = [row.accessibleName() for row in view.findChildren(TaskRow)]
    assert "yours" in spoken[0]
    assert "nobody named" in spoken[1]


def test_what_is_recorded_goes_and_at_the_end_all_is_well(view):
    for session in view.run:
        view.gate.do(attendance.mark_blanks_present, session)
    assert view.lines == ()
    assert view.first_focus() is view._back
