"""A centre made with `new` and `import` does a whole day in the window: plan, record, print, with keys."""

from datetime import datetime, time

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from groupwork.cli import main
from groupwork.cli.opening import VARIABLE
from groupwork.domain.attendance import Status
from groupwork.operations import history, vault
from groupwork.operations import register as registers
from groupwork.operations.desk import Clock
from groupwork.store import keys as slots
from groupwork.ui import messages
from groupwork.ui.views.preview import PreviewView
from groupwork.ui.views.register import RegisterView
from tests.journeys.keyboard import press, tab_to, write
from tests.vaults import PASSPHRASE, QUICK

PEOPLE = """Vorname;Nachname;Geburtsdatum;Sprache
Jürgen;Hassenpflug-Maier;03.04.1963;Deutsch
Zbigniew;Łąckorzyński;1974-02-01;Polnisch
Moira;Tattersley;;English
;;01.01.1980;
Ana;Souza;31.02.1990;
"""
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def centre(tmp_path, monkeypatch, capsys):
    """The path of a centre made and filled by commands alone."""
    real = slots.seal
    monkeypatch.setattr(
        slots, "seal", lambda key, kind, who, secret, _kdf=None: real(key, kind, who, secret, QUICK)
    )
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    path, csv = tmp_path / "own.groupwork", tmp_path / "people.csv"
    csv.write_bytes(PEOPLE.encode("utf-16"))
    assert main(["new", str(path), "--centre", "Haus am See", "--as", "Jutta Maier"]) == 0
    assert main(["import", str(path), str(csv)]) == 0
    told = capsys.readouterr().out
    assert "4 participants added." in told
    assert "line 5" in told
    assert "line 6, Geburtsdatum" in told
    return path


@pytest.fixture
def window(centre, main_window):
    """The centre in the window, today at 08:50: the stays of imported people begin today."""
    file = vault.open_file(centre, None, PASSPHRASE)
    file.clock = Clock(datetime.combine(Clock().today(), time(8, 50)))
    main_window.show_file(file)
    return main_window


@pytest.fixture
def printer(tmp_path, monkeypatch):
    """A printer that prints into a file."""
    out = tmp_path / "printed.pdf"

    def choose(_parent):
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(out))
        return made

    monkeypatch.setattr(messages, "choose_printer", choose)
    return out


def plan(window, title, room, facilitator, people):
    """Fill in the form for a session at 09:00, one hour, and save it."""
    press(window, Qt.Key.Key_2, held=CONTROL)
    press(window, Qt.Key.Key_N, held=CONTROL)
    write(window, title)
    tab_to(window, "From")
    write(window, "900")
    tab_to(window, "To")
    write(window, "1000")
    tab_to(window, "Where")
    write(window, room)
    press(window, Qt.Key.Key_Return)  # the first line: a new room
    tab_to(window, "Facilitators")
    write(window, facilitator)
    press(window, Qt.Key.Key_Return)
    tab_to(window, "People")
    for name in people:
        write(window, name)
        press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Return, held=CONTROL)


def planned(window):
    """What stands in the schedule today."""
    return window.shell.view.page.week.day(window.shell.gate.today).sessions


def test_a_whole_day_from_an_empty_centre(window, printer):
    plan(window, "Tea round", "Kitchen", "Jutta Maier", ("jurg", "lack", "moira"))
    (session,) = planned(window)
    assert (session.title, session.expected, session.start) == ("Tea round", 3, time(9))
    assert (session.room_name, session.off_site) == ("Kitchen", False)
    assert [person.name for person in session.staff] == ["Jutta Maier"]
    press(window, Qt.Key.Key_Return)
    assert isinstance(window.shell.view, RegisterView)
    press(window, "l", "5", Qt.Key.Key_Down, "u", "+")
    marks = [row.mark for row in registers.register(window.shell.gate.desk(), session.id).rows]
    assert [(m.status, m.late_min) for m in marks] == [
        (Status.PRESENT, 5),
        (Status.UNWELL, None),
        (Status.PRESENT, None),
    ]
    press(window, Qt.Key.Key_P, held=CONTROL)
    assert isinstance(window.shell.view, PreviewView)
    text = window.shell.view._text.toPlainText()
    assert all(name in text for name in ("Hassenpflug-Maier", "Łąckorzyński", "Tattersley", "Tea round"))
    press(window, Qt.Key.Key_Return)
    document = pypdfium2.PdfDocument(printer)
    try:
        assert len(document) == 1
    finally:
        document.close()
    assert "rinted" in history.history(window.shell.gate.desk())[0].sentence


def test_planning_is_undone_by_ctrl_z(window):
    plan(window, "Tea round", "Kitchen", "Jutta Maier", ("moira",))
    assert len(planned(window)) == 1
    press(window, Qt.Key.Key_Z, held=CONTROL)
    assert planned(window) == ()
    press(window, Qt.Key.Key_Y, held=CONTROL)
    assert len(planned(window)) == 1


def test_ctrl_z_after_the_last_row_takes_its_mark_back(window):
    """The cursor stands in the drop-in's field then, which has an undo of its own."""
    plan(window, "Tea round", "Kitchen", "Jutta Maier", ("moira",))
    press(window, Qt.Key.Key_Return, "p")
    view = window.shell.view
    assert view.card.drop_in.edit.hasFocus()
    assert view.model.row(0).mark.status is Status.PRESENT
    press(window, Qt.Key.Key_Z, held=CONTROL)
    assert view.model.row(0).mark.status is None
    press(window, Qt.Key.Key_Y, held=CONTROL)
    assert view.model.row(0).mark.status is Status.PRESENT
    write(window, "Iv")
    press(window, Qt.Key.Key_Z, held=CONTROL)
    assert view.card.drop_in.edit.text() == ""
    assert view.model.row(0).mark.status is Status.PRESENT
