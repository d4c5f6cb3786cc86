"""The import page by clicks, keys and a real drop: read, look through, import, undo, refusals in place."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.domain.import_cells import DayOrder
from groupwork.domain.import_headers import Column
from groupwork.store import tables
from groupwork.ui import messages
from groupwork.ui.accessibility import nameless
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.fields import Choice
from groupwork.ui.widgets.label import Label
from tests.foreign_lists import foreign, workbook
from tests.ui import test_translations
from tests.ui.test_clipping import clipped, outside, settle
from tests.ui.test_translations import everything, old_words

marked = test_translations.marked
NOT_OURS = (
    *("Lfd.", "Vorname", "geb. am", "Sprache", "Straße", "PLZ", "Ort", "Notfallkontakt", "Mo", "Mi", "Fr"),
    *("Angebot", "Aufnahme", "Krankenkasse", "Besucher", "Deckblatt", "Hansen", "deutsch", "Lindenstr"),
    *("x · X", "AOK", "Kiel", "Jörg", "Erika", "Maier", "Brandt", "–"),
)
"""Words of the list itself."""
TWICE = ("Maier", "Uwe", date(1970, 7, 7), "deutsch")
WRONG = ("", "", "31.12.1971", "deutsch")


@pytest.fixture
def liste(tmp_path):
    """24 people of another centre, one twice and one without a name."""
    return foreign(tmp_path / "Besucherliste.xlsx", extra=(TWICE, WRONG))


@pytest.fixture
def view(shell):
    shell.go(Place("import"))
    return shell.view


def drop(widget, *paths):
    """Qt's own events of a drag that enters and is let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, enter)
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    if enter.isAccepted():
        QApplication.sendEvent(widget, event)
    QApplication.processEvents()
    return enter.isAccepted()


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def chips(view):
    QApplication.processEvents()
    return [chip.text() for chip in view.body.findChildren(Chip) if chip.isVisible()]


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def people():
    return tables.Participant.select().count()


def cells(view, row):
    model = view.body.model
    return [model.text(row, column) for column in range(model.columnCount())]


def test_a_dropped_file_is_shown_as_it_will_be_stored_and_nothing_is_written(view, liste):
    before = people()
    assert drop(view, liste)
    assert chips(view) == ["24 will be added", "1 is there already", "1 cannot be read", "3 remarks"]
    assert view.body.model.rowCount() == 26
    assert cells(view, 0)[:5] == ["5", "new", "Jörg Hansen-Weißgerber", "12 Mar 1961", "German"]
    assert cells(view, 24)[1] == "there already"
    assert cells(view, 25)[1:3] == ["cannot be read", ""]
    assert "Row 30, Person › Name: No name." in words(view.body)
    assert "Nothing has been written yet" in words(view)
    assert people() == before
    assert view.act.text() == "Import 24 people"


def test_a_list_of_24_takes_one_drop_and_one_key(shell, view, liste):
    before = people()
    drop(view, liste)
    assert QApplication.focusWidget() is view.act
    QTest.keyClick(view.act, Qt.Key.Key_Return)
    assert people() == before + 24
    assert "24 people were added." in words(view.finished)
    assert "No name." in words(view.finished)
    assert shell.toast.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shell.gate.undo()
    assert people() == before
    assert view.act.isVisible()
    assert view.act.text() == "Import 24 people"


def test_choosing_a_file_and_importing_by_keys_alone(shell, view, liste, monkeypatch):
    monkeypatch.setattr(messages, "choose_people", lambda _parent, _start: liste)
    before = people()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert people() == before + 24


def test_another_meaning_changes_the_preview_at_once(view, tmp_path):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(workbook(("Liste", [("Name", "Dings"), ("Ola", "Schach"), ("Ivo", "Malen")])))
    drop(view, path)
    line = view.body.columns.lines[1]
    assert line.choice.value() == "-"
    line.choice.setFocus()
    QTest.keyClicks(line.choice, "Interes")
    assert view._draft.columns == (Column.WHOLE, Column.INTEREST)
    assert cells(view, 0)[-1] == "interest: Schach"


def test_two_columns_cannot_both_be_the_family_name(view, liste):
    drop(view, liste)
    view.body.columns.meant.emit(0, Column.FAMILY)
    assert view.body.columns.lines[0].choice.value() == "family"
    assert view.body.columns.lines[1].choice.value() == "-"
    view.body.columns.meant.emit(0, Column.CODE)
    assert view.body.columns.lines[1].choice.value() == "family"


def test_without_a_name_nothing_can_be_imported_and_the_page_says_why(view, liste):
    drop(view, liste)
    for at in (1, 2):
        view.body.columns.meant.emit(at, None)
    assert not view.act.isEnabled()
    assert "No column holds names" in view._refusal.text()
    view.body.columns.meant.emit(1, Column.WHOLE)
    assert view.act.isEnabled()
    assert view._refusal.text() == ""


def test_a_double_is_added_when_somebody_says_so(view, liste):
    drop(view, liste)
    tick = view.body.notes.ticks[29]
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert chips(view)[:2] == ["25 will be added", "1 cannot be read"]
    tick = view.body.notes.ticks[29]
    assert tick.isChecked()
    assert QApplication.focusWidget() is tick
    before = people()
    click(view.act)
    assert people() == before + 25


def test_a_sheet_and_the_order_of_dates_can_be_chosen(view, tmp_path):
    path = tmp_path / "liste.xlsx"
    first = [("Name", "DOB"), ("Ola", "3/4/1980")]
    path.write_bytes(workbook(("A", first), ("B", [("Name",), ("Ivo",), ("Moira",)])))
    drop(view, path)
    assert cells(view, 0)[3] == "3 Apr 1980"
    view.body.file.order.emit(DayOrder.MONTH_FIRST)
    assert cells(view, 0)[3] == "4 Mar 1980"
    view.body.file.sheet.emit("B")
    assert view.act.text() == "Import 2 people"
    assert not view.body.file._order_box.isVisible()


@pytest.mark.parametrize("kind", ["damaged", "two files", "no list"])
def test_what_cannot_be_read_is_said_in_place_and_the_page_stays(view, tmp_path, kind):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(
        workbook(("Liste", [("Name",), ("Ola",)]))[:300] if kind == "damaged" else b"Hallo\nWelt\n"
    )
    drop(view, *([path, tmp_path / "b.xlsx"] if kind == "two files" else [path]))
    assert view._refusal.text()
    assert view.zone.isVisible()
    good = tmp_path / "gut.csv"
    good.write_text("Name\nOla\n", encoding="utf-8")
    drop(view, good)
    assert view._refusal.text() == ""
    assert view.act.text() == "Import 1 person"


def test_a_file_dropped_on_today_is_looked_through_on_its_page(shell, liste):
    shell.go(Place("today", shell.gate.today))
    assert drop(shell, liste)
    assert shell.place.page == "import"
    assert shell.view.act.text() == "Import 24 people"
    shell.go(Place("settings"))
    assert not drop(shell, liste)


def test_a_volunteer_sees_why_not(centre, window, liste):
    centre.file.role = "volunteer"
    shell = window.show_file(centre.file)
    shell.go(Place("import"))
    view = shell.view
    assert "may not change people" in words(view)
    assert not drop(view, liste)
    view.take_file(liste)
    assert not view.act.isVisible()


def spoken_words(view):
    """What the page shows, and what its choices offer."""
    choices = {("choice", c.itemText(n)) for c in view.findChildren(Choice) for n in range(c.count())}
    model = view.body.model
    heads = {
        ("head", str(model.headerData(c, Qt.Orientation.Horizontal))) for c in range(model.columnCount())
    }
    return everything(view) | choices | heads


def test_every_state_has_names_and_follows_the_language(window, shell, view, liste, marked):
    drop(view, liste)
    assert nameless(window) == []
    before = spoken_words(view)
    preferences.set_language("de")
    assert not old_words(before, spoken_words(view), NOT_OURS)
    click(view.act)
    assert nameless(window) == []
    click(view.finished._another)
    assert QApplication.focusWidget() is view.zone.choose


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_off_while_a_list_is_looked_through_and_after(window, view, liste, percent):
    preferences.set_language("de")
    theme.set_percent(percent)
    drop(view, liste)
    settle()
    assert clipped(window) == []
    assert outside(window) == []
    click(view.act)
    settle()
    assert clipped(window) == []
    assert outside(window) == []


def test_a_long_reading_is_a_job_that_can_be_stopped(shell, view, liste, hold):
    drop(view, liste)
    assert shell.gate.job == "Reading Besucherliste.xlsx"
    assert shell.gate.read_only
    hold[0].cancel()
    hold[0].execute()
    assert not shell.gate.job
    assert view.zone.isVisible()
    assert view._refusal.text() == ""


def test_a_list_of_fifty_thousand_is_refused_in_words(view, tmp_path):
    path = tmp_path / "alle.xlsx"
    path.write_bytes(workbook(("Liste", [("Name", "Ort"), *[("Ola Kłos", "Kiel")] * 50_000])))
    drop(view, path)
    assert view._refusal.text() == "The file has more than 5000 rows. Divide it into several files."


def test_a_list_is_read_again_with_few_selects(shell, view, liste):
    drop(view, liste)
    seen = []
    connection = shell.gate.file.store.db.connection()
    connection.set_trace_callback(seen.append)
    view.refresh()
    connection.set_trace_callback(None)
    assert len([sql for sql in seen if sql.lstrip().upper().startswith("SELECT")]) <= 3
