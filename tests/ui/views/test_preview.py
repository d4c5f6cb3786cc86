from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPlainTextEdit

from groupwork.domain.attendance import Mark, Status
from groupwork.errors import Cancelled, Refused
from groupwork.operations import attendance, history
from groupwork.store.tables import Print
from groupwork.ui import background, messages, paper
from groupwork.ui.place import BACK, Place
from groupwork.ui.views.preview import PreviewView
from tests.ui.day_centre import MONDAY


def test_a_session_sheet_is_shown_as_pages_and_as_the_same_text(show, centre):
    view = show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    assert view._document.pageCount() == 1
    text = view.findChild(QPlainTextEdit).toPlainText()
    assert "Jürgen" in text
    assert "Wood workshop" in text


def test_looking_stores_nothing(show, centre):
    show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    assert Print.select().count() == 0


def test_saving_writes_the_file_and_one_entry_in_the_history(show, centre, monkeypatch, tmp_path, qtbot):
    target = tmp_path / "sheet.pdf"
    monkeypatch.setattr(messages, "choose_save", lambda *_args: target)
    view = show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    qtbot.mouseClick(view._save, Qt.MouseButton.LeftButton)
    assert target.read_bytes().startswith(b"%PDF")
    assert Print.select().count() == 1
    assert "sheet" in history.history(centre.desk)[0].sentence.casefold()


def test_the_suggested_file_name_holds_no_name_of_a_person(show, centre, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(messages, "choose_save", lambda *args: asked.append(args[2]))
    view = show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    qtbot.mouseClick(view._save, Qt.MouseButton.LeftButton)
    assert isinstance(asked[0], Path)
    assert not any(name.split()[0] in asked[0].name for name in ("Jürgen", "Moira", "Walter"))


def test_a_folder_that_cannot_be_written_is_said_in_words(show, centre, gate, monkeypatch, tmp_path, qtbot):
    monkeypatch.setattr(messages, "choose_save", lambda *_args: tmp_path / "missing" / "sheet.pdf")
    view = show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    with qtbot.waitSignal(gate.refused) as refused:
        qtbot.mouseClick(view._save, Qt.MouseButton.LeftButton)
    assert "another folder" in refused.args[0]
    assert view._save.isEnabled()  # the sheet is still there for another try


def test_printing_sends_every_page_at_its_own_size(show, centre, gate, monkeypatch, tmp_path, qtbot):
    out = tmp_path / "printed.pdf"

    def printer(_parent):
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(out))
        return made

    monkeypatch.setattr(messages, "choose_printer", printer)
    view = show(PreviewView, Place("preview", date=MONDAY))
    pages = view._document.pageCount()
    with qtbot.waitSignal(gate.notice, timeout=20_000) as told:
        qtbot.mouseClick(view._print, Qt.MouseButton.LeftButton)
    assert f"{pages} pages" in told.args[0].sentence
    view._document.load(str(out))
    assert view._document.pageCount() == pages >= 4


def test_paper_and_large_print_change_the_pages(show, centre, qtbot):
    view = show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    a4 = view._document.pagePointSize(0)
    qtbot.mouseClick(view._paper._buttons[1], Qt.MouseButton.LeftButton)
    assert view._document.pagePointSize(0) != a4


def test_a_recorded_session_opens_as_its_record(show, centre):
    marks = {person: Mark(Status.PRESENT) for person in centre.people}
    attendance.record_marks(centre.desk, centre.sessions["wood"], marks)
    view = show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    assert view._form.current() == 1
    assert "not for scanning" in view.findChild(QPlainTextEdit).toPlainText()


def test_escape_leads_back_to_where_one_came_from(show, centre, places, qtbot):
    view = show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert places == [BACK]


def test_a_full_disk_is_said_and_the_older_file_stays_whole(show, centre, gate, monkeypatch, tmp_path, qtbot):
    from groupwork.store import durable

    def full(_handle):
        raise OSError(28, "No space left on device")

    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"%PDF older")
    monkeypatch.setattr(messages, "choose_save", lambda *_args: target)
    monkeypatch.setattr(durable.os, "fsync", full)
    view = show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    with qtbot.waitSignal(gate.refused) as refused:
        qtbot.mouseClick(view._save, Qt.MouseButton.LeftButton)
    assert "disk is full" in refused.args[0]
    assert [path.name for path in tmp_path.glob("sheet*")] == ["sheet.pdf"]
    assert target.read_bytes() == b"%PDF older"


def test_printing_can_be_stopped(show, centre, tmp_path):
    view = show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with pytest.raises(Cancelled):
        paper.send(view._sheet.data, printer, cancelled=lambda: True)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said_in_words(show, centre, tmp_path):
    view = show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    with pytest.raises(Refused, match="did not take the sheet"):
        paper.send(view._sheet.data, printer)


def test_the_fire_list_has_no_form_to_choose_and_is_an_event_when_saved(
    show, centre, monkeypatch, tmp_path, qtbot
):
    target = tmp_path / "list.pdf"
    monkeypatch.setattr(messages, "choose_save", lambda *_args: target)
    view = show(PreviewView, Place("preview", MONDAY, part="fire_list"))
    assert view._title.text() == "Fire list"
    assert not view._form.isVisible()
    assert not view._span.isVisible()
    qtbot.mouseClick(view._save, Qt.MouseButton.LeftButton)
    assert target.read_bytes().startswith(b"%PDF")
    assert history.history(centre.desk)[0].sentence == "Fire list printed"


def test_a_day_and_its_week_are_one_choice_apart(show, centre):
    view = show(PreviewView, Place("preview", MONDAY))
    assert view._title.text() == "Day pack"
    view._on_span(1)
    assert view._title.text() == "Registers of the week"
    assert "Week 42: 3 sheets" in view.findChild(QPlainTextEdit).toPlainText()
    view._on_span(0)
    assert view._title.text() == "Day pack"
    assert Print.select().count() == 0


def test_a_week_is_kept_as_printed_only_when_it_is_saved(show, centre, monkeypatch, tmp_path, qtbot):
    monkeypatch.setattr(messages, "choose_save", lambda *_args: tmp_path / "week.pdf")
    view = show(PreviewView, Place("preview", MONDAY, part="week"))
    qtbot.mouseClick(view._save, Qt.MouseButton.LeftButton)
    assert Print.select().count() == 3
    assert history.history(centre.desk)[0].sentence.startswith("Registers of the week from")


def test_a_week_is_drawn_by_a_worker_and_a_newer_wish_wins(show, centre, gate, monkeypatch, qtbot):
    monkeypatch.setattr(background.pool, "inline", False)
    view = show(PreviewView, Place("preview", MONDAY, part="week"))
    view._large.select(1)
    view.refresh()
    qtbot.waitUntil(lambda: view._sheet is not None and not gate.job and view._drawing._job is None)
    assert view._title.text() == "Registers of the week"
    assert view._wish().large


def test_a_week_without_sessions_is_refused_in_place(show, centre):
    view = show(PreviewView, Place("preview", MONDAY + timedelta(weeks=8), part="week"))
    assert not view._print.isEnabled()


def test_the_week_before_and_after_are_one_key_away(show, centre, qtbot):
    view = show(PreviewView, Place("preview", MONDAY, part="week"))
    assert "12 Oct" in view._summary.text()
    qtbot.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view._title.text() == "Registers of the week"
    assert "19 Oct" in view._summary.text()
    assert "19 Oct 2026" in view._pages.refusal.sentence.text()
    assert not view._print.isEnabled()
    assert view.first_focus() is view._after
    qtbot.mouseClick(view._before, Qt.MouseButton.LeftButton)
    assert view._print.isEnabled()


def test_a_session_has_no_day_before(show, centre, qtbot):
    view = show(PreviewView, Place("preview", session=centre.sessions["wood"]))
    assert not view._before.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert "Wood workshop" in view._title.text()
