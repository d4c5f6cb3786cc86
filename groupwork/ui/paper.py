"""A PDF onto a printer, page by page at the printer's own resolution; nothing goes through a temp file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from groupwork.errors import Cancelled, Refused
from groupwork.i18n import N_

POINTS_PER_INCH = 72
SHARPEST = 300
"""Dots per inch beyond which a page's picture only gets slower: the thinnest line is two dots wide."""
NOT_TAKEN = N_("The printer did not take the sheet. Look at the printer, then print again.")
STOPPED = N_("Printing was stopped.")


def send(
    data: bytes,
    printer: QPrinter,
    progress: Callable[[int, int], None] = lambda done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Print every page in its own size and orientation, at actual size. Returns the number of pages.

    May run on a thread of its own. Raises Refused when the printer takes nothing, Cancelled when stopped.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), SHARPEST))
    painter = QPainter()
    try:
        for page in range(document.pageCount()):
            if cancelled():
                printer.abort()
                raise Cancelled(STOPPED)
            _turn_to(printer, painter, document, page)
            _draw(painter, printer, document, page)
            progress(page + 1, document.pageCount())
        return document.pageCount()
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def _turn_to(printer: QPrinter, painter: QPainter, document: QPdfDocument, page: int) -> None:
    """The printer's next page, in the size of this one."""
    size = document.pagePointSize(page)
    wide = size.width() > size.height()
    upright = QSize(round(min(size.width(), size.height())), round(max(size.width(), size.height())))
    printer.setPageSize(QPageSize(upright, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )
    taken = painter.begin(printer) if page == 0 else printer.newPage()
    if not taken:
        raise Refused(NOT_TAKEN)


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    size = document.pagePointSize(page)
    dots = printer.resolution() / POINTS_PER_INCH
    width, height = size.width() * dots, size.height() * dots
    picture = document.render(page, QSize(round(width), round(height)))
    painter.drawImage(QRectF(0, 0, width, height), picture)
