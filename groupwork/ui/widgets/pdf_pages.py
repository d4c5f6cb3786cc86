"""A sheet as it will be printed: pages, the same as text, or why it cannot be drawn."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget

from groupwork.i18n import _
from groupwork.ui.theme import theme
from groupwork.ui.widgets.page import EmptyState


class PdfPages(QStackedWidget):
    """`view` shows the pages of `document`, `words` the text, `refusal` a sentence in their place."""

    def __init__(self) -> None:
        super().__init__()
        self.document, self._buffer = QPdfDocument(self), QBuffer(self)
        self.view = QPdfView()
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QPdfView.Shape.NoFrame)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.refusal = EmptyState("triangle-alert", role="warn")
        for page in (self.view, self.words, self.refusal):
            self.addWidget(page)
        self.restyle()

    def show_pdf(self, data: bytes, text: tuple[str, ...], *, as_text: bool) -> None:
        """Show a PDF, or what it says."""
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.words.setPlainText("\n\n".join(text))
        self.choose(as_text=as_text)

    def choose(self, *, as_text: bool) -> None:
        """The pages, or the same as text."""
        self.setCurrentWidget(self.words if as_text else self.view)

    def refuse(self, sentence: str) -> None:
        """Say why there is no sheet."""
        self.refusal.set_words(_("This sheet cannot be drawn"), sentence)
        self.setCurrentWidget(self.refusal)

    def retranslate(self) -> None:
        """Names in the language in use."""
        self.words.setAccessibleName(_("The sheet as text"))
        self.view.setAccessibleName(_("Pages of the sheet"))

    def restyle(self) -> None:
        """The ground behind the pages follows the palette."""
        palette = QPalette(self.view.palette())
        palette.setColor(QPalette.ColorRole.Dark, theme.color("canvas"))
        self.view.setPalette(palette)
