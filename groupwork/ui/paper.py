"""A PDF onto a printer, page by page at the printer's own resolution; nothing goes through a temp file."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

POINTS_PER_INCH = 72
SHARPEST = 600
"""Dots per inch beyond which a page's picture only gets slower."""


def send(data: bytes, printer: QPrinter) -> int:
    """Print every page in its own size and orientation, at actual size. Returns the number of pages."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setFullPage(True)
    if printer.resolution() > SHARPEST:
        printer.setResolution(SHARPEST)
    painter = QPainter()
    for page in range(document.pageCount()):
        _set_page(printer, document, page)
        if page == 0:
            painter.begin(printer)
        else:
            printer.newPage()
        _draw(painter, printer, document, page)
    painter.end()
    pages = document.pageCount()
    document.close()
    return pages


def _set_page(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    size = document.pagePointSize(page)
    wide = size.width() > size.height()
    upright = QSize(round(min(size.width(), size.height())), round(max(size.width(), size.height())))
    printer.setPageSize(QPageSize(upright, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    size = document.pagePointSize(page)
    dots = printer.resolution() / POINTS_PER_INCH
    width, height = size.width() * dots, size.height() * dots
    picture = document.render(page, QSize(round(width), round(height)))
    painter.drawImage(QRectF(0, 0, width, height), picture)
