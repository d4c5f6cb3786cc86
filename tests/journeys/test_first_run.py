"""From an empty machine to a centre with its recovery sheet on paper, by clicks and keys that are counted."""

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from groupwork import app, paths
from groupwork.operations import recovery, vault
from groupwork.operations.examples import examples
from groupwork.store import keys as slots
from groupwork.store import recovery as codes
from groupwork.store.sidecar import copy_path, keys_path
from groupwork.ui import messages
from groupwork.ui.day.recovery_card import RecoveryCard
from groupwork.ui.preferences import preferences
from groupwork.ui.views.first_run import FirstRunView
from groupwork.ui.views.recover import RecoverView
from groupwork.ui.views.recovery import RecoveryView
from groupwork.ui.views.unlock import UnlockView
from tests.journeys.keyboard import press, write
from tests.vaults import QUICK

CENTRE, NAME = "Haus am See", "Emile Durand"
MOST_CLICKS, MOST_FIELDS = 6, 3


class ClickCount(QObject):
    """Counts mouse buttons that go down on a widget."""

    count = 0

    def __enter__(self):
        QApplication.instance().installEventFilter(self)
        return self

    def __exit__(self, *_error):
        QApplication.instance().removeEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.MouseButtonPress and watched.isWidgetType():
            self.count += 1
        return False


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    real = slots.seal
    monkeypatch.setattr(
        slots, "seal", lambda key, kind, who, secret, _kdf=None: real(key, kind, who, secret, QUICK)
    )


@pytest.fixture
def made(monkeypatch):
    """The recovery codes that were made: what the person reads off the paper."""
    found = []
    real = recovery.new_recovery

    def make(desk):
        found.append(real(desk))
        return found[-1]

    monkeypatch.setattr(recovery, "new_recovery", make)
    return found


@pytest.fixture
def printer(tmp_path, monkeypatch):
    """A printer that prints into a file."""
    out = tmp_path / "printed.pdf"

    def choose(_parent):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(300)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return printer

    monkeypatch.setattr(messages, "choose_printer", choose)
    return out


@pytest.fixture
def first(main_window):
    """The window as it begins on a machine without any centre."""
    app.begin(main_window, None, None)
    view = main_window.page()
    assert isinstance(view, FirstRunView)
    return view


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def tab_until(window, words):
    """Press Tab until the button with these words has the focus."""
    for _press in range(30):
        if getattr(QApplication.focusWidget(), "text", str)() == words:
            return
        press(window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches “{words}”")


def square_on(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        (found,) = zxingcpp.read_barcodes(document[0].render(scale=150 / 72, grayscale=True).to_numpy())
        return found.text
    finally:
        document.close()


def group_asked(view, made):
    return made[-1].code.split("-")[recovery.sheet_state(view.gate.desk()).group - 1]


def test_by_mouse_in_six_clicks_with_the_sheet_on_paper(main_window, first, made, printer):
    fields = [f for f in first.findChildren(QLineEdit) if f.isVisible()]
    assert len(fields) <= MOST_FIELDS
    with ClickCount() as clicks:
        click(first._name)
        write(main_window, CENTRE)
        click(first._person)
        write(main_window, NAME)
        passphrase = first.secret.text()
        click(first._go)
        sheet = main_window.shell.view
        assert isinstance(sheet, RecoveryView)
        click(sheet._print)
        write(main_window, group_asked(sheet, made))  # the focus waits in the field
        click(sheet._printed)
    assert clicks.count <= MOST_CLICKS
    assert main_window.shell.place.page == "today"
    assert not main_window.shell.view.findChildren(RecoveryCard)
    assert len(passphrase.split(" ")) == 4
    assert codes.read_payload(square_on(printer)) == codes.read_payload(made[0].payload)
    path = main_window.shell.gate.file.store.path
    assert path.parent == paths.data_folder()
    assert CENTRE not in path.name
    main_window.lock()
    with vault.open_file(path, "emile", passphrase) as file:
        assert (file.centre, file.actor_name) == (CENTRE, NAME)


def test_with_the_example_library_it_is_still_six_clicks(main_window, first, made, printer):
    with ClickCount() as clicks:
        click(first._name)
        write(main_window, CENTRE)
        click(first._person)
        write(main_window, NAME)
        click(first._examples)
        click(first._go)
        sheet = main_window.shell.view
        click(sheet._print)
        write(main_window, group_asked(sheet, made))
        click(sheet._printed)
    assert clicks.count <= MOST_CLICKS
    shell = main_window.shell
    shell.go_to("activities")
    assert len(shell.view.rows) == len(examples("en"))
    shell.gate.undo()
    assert shell.view.rows == []


def test_by_keys_alone_and_reminded_every_day(main_window, first, made):
    write(main_window, CENTRE)
    press(main_window, Qt.Key.Key_Tab)
    write(main_window, NAME)
    tab_until(main_window, "Print the recovery sheet now")
    press(main_window, Qt.Key.Key_Right)
    tab_until(main_window, "Start")
    press(main_window, Qt.Key.Key_Return)
    shell = main_window.shell
    assert shell.place.page == "today"
    assert not made
    for _day in range(2):
        (card,) = shell.view.findChildren(RecoveryCard)
        assert "not printed" in " ".join(label.text() for label in card.findChildren(QLabel))
        shell.view.new_day()
        QApplication.processEvents()
    (card,) = shell.view.findChildren(RecoveryCard)
    card.button.setFocus()
    press(main_window, Qt.Key.Key_Return)
    assert shell.place.page == "recovery"


def test_a_passphrase_of_ones_own(main_window, first):
    write(main_window, CENTRE)
    press(main_window, Qt.Key.Key_Return)
    write(main_window, NAME)
    click(first.secret.change)
    write(main_window, "kurz")
    press(main_window, Qt.Key.Key_Return)
    assert main_window.shell is None
    assert "10 characters" in first._refusal.text()
    assert (first._name.text(), first._person.text()) == (CENTRE, NAME)
    write(main_window, " und doch lang")
    press(main_window, Qt.Key.Key_Return)
    path = main_window.shell.gate.file.store.path
    main_window.lock()
    vault.open_file(path, None, "kurz und doch lang").close()


def test_forgotten_the_sheet_opens_also_without_the_key_file(main_window, first, made, printer):
    write(main_window, CENTRE)
    press(main_window, Qt.Key.Key_Tab)
    write(main_window, NAME)
    click(first._go)
    click(main_window.shell.view._print)
    path = main_window.shell.gate.file.store.path
    main_window.lock()
    for lost in (keys_path(path), *copy_path(path, b"").parent.glob("*.keys")):
        lost.unlink()
    unlock = main_window.page()
    assert isinstance(unlock, UnlockView)
    click(unlock._lost)
    view = main_window.page()
    assert isinstance(view, RecoverView)
    write(main_window, made[0].code.lower())
    press(main_window, Qt.Key.Key_Return)
    assert "square code" in view._refusal.text()
    write(main_window, square_on(printer))  # a code reader types
    passphrase = view.secret.text()
    press(main_window, Qt.Key.Key_Return)
    assert main_window.shell.place.page == "today"
    assert preferences.values.last_file == str(path)
    main_window.lock()
    vault.open_file(path, None, passphrase).close()
