"""The only module that opens a modal box: choosing a file, what Undo cannot give back, and bugs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from groupwork.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def choose_centre(parent: QWidget, start: Path) -> Path | None:
    """Ask for a centre's file to open; None when cancelled."""
    kinds = _("Groupwork centres ({pattern})").format(pattern="*.groupwork") + ";;" + _("All files (*)")
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Open a centre"), str(start), kinds)
    return Path(chosen) if chosen else None


def choose_picture(parent: QWidget, start: Path) -> Path | None:
    """Ask for a picture's file; None when cancelled."""
    kinds = _("Pictures ({pattern})").format(pattern="*.png *.jpg *.jpeg *.bmp *.webp")
    chosen, _kind = QFileDialog.getOpenFileName(
        parent, _("Choose a picture"), str(start), kinds + ";;" + _("All files (*)")
    )
    return Path(chosen) if chosen else None


def choose_people(parent: QWidget, start: Path) -> Path | None:
    """Ask for a list of people to import; None when cancelled."""
    kinds = _("Lists ({pattern})").format(pattern="*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt")
    chosen, _kind = QFileDialog.getOpenFileName(
        parent, _("Choose a list of people"), str(start), kinds + ";;" + _("All files (*)")
    )
    return Path(chosen) if chosen else None


def choose_save(parent: QWidget, title: str, suggestion: Path, kinds: str) -> Path | None:
    """Ask where to save; the system asks about replacing. None when cancelled.

    A bare name starts in the person's documents, not wherever the program was started.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    start = Path(documents) if documents and Path(documents).is_dir() else Path.home()
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(start / suggestion), kinds)
    return Path(chosen) if chosen else None


def choose_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask for a folder; None when cancelled."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None


def choose_printer(parent: QWidget) -> QPrinter | None:
    """Ask for the printer and its options; None when cancelled."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print"))
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def ask(parent: QWidget | None, title: str, question: str, yes: str) -> bool:
    """Ask before what Undo cannot give back; `yes` is the verb on the button. Cancel is the default."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, question, QMessageBox.StandardButton.NoButton, parent)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.exec()
    return box.clickedButton() is agree


def bug(parent: QWidget | None, log_file: Path) -> None:
    """Say plainly that something went wrong in the program. One box at a time."""
    if _open:
        return
    _open.append(True)
    try:
        words = _("Something went wrong in Groupwork. What you were doing was not written; all else is safe.")
        box = QMessageBox(
            QMessageBox.Icon.NoIcon, "Groupwork", words, QMessageBox.StandardButton.Close, parent
        )
        box.setInformativeText(_("The details are in {file}. They hold no names.").format(file=log_file))
        box.exec()
    finally:
        _open.clear()


_open: list[bool] = []
