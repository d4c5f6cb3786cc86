"""The centre's logo: shown, chosen or dropped, removed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.i18n import _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.layouts import box, column, row

WIDTH, HEIGHT, PAD = 250, 96, 10


class LogoPlate(QWidget):
    """The logo on white paper, as it will be printed near; without one a dashed place to drop a file."""

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._there = self._over = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Size at the present text size."""
        self.setFixedSize(QSize(theme.size(WIDTH), theme.size(HEIGHT)))
        self.update()

    def show_data(self, data: bytes | None) -> None:
        """Another picture, or none; one that is damaged is said to be so."""
        self._there = data is not None
        self._image = QImage.fromData(data) if data else QImage()
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """What a screen reader says."""
        self.setAccessibleName(_("Logo of the centre") if self._there else self.text_shown())

    def text_shown(self) -> str:
        """The words on the empty plate."""
        if self._there and self._image.isNull():
            return _("The stored logo is damaged")
        return "" if self._there else _("Drop a picture here")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            self._paint_empty(painter, area)
            return
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(Qt.GlobalColor.white)  # paper is white in every palette
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), theme.sizef(8), theme.sizef(8))
        pad = theme.sizef(PAD)
        inside = area.adjusted(pad, pad, -pad, -pad)
        size = self._image.size().scaled(inside.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(inside.center())
        painter.drawImage(place, self._image)

    def _paint_empty(self, painter: QPainter, area: QRectF) -> None:
        edge = QPen(theme.color("accent" if self._over else "control"), theme.sizef(1.4))
        edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(theme.color("accent_soft" if self._over else "surface"))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.sizef(8), theme.sizef(8))
        top = QRectF(0, theme.size(16), area.width(), theme.size(30))
        icons.draw_centred(painter, "triangle-alert" if self._there else "upload", "text2", top, 24)
        words = QRectF(theme.size(8), theme.size(50), area.width() - theme.size(16), theme.size(26))
        paint.text(painter, words, self.text_shown(), fonts.font(13), "text2", paint.CENTRE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.isEnabled() and _file_in(event) is not None:
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        path = _file_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)


class LogoField(QWidget):
    """The plate with its buttons. `wanted` carries the path of a file that was dropped."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.plate = LogoPlate()
        self.choose = Button("", "secondary", "folder-open", small=True)
        self.remove = Button("", "ghost", "trash-2", small=True)
        self.plate.dropped.connect(self.wanted)
        self.setLayout(column(self.plate, box(row(self.choose, self.remove, None, gap=2)), gap=6))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.plate.retranslate()
        self.choose.set_words(_("Choose …"), _("Choose a logo"))
        self.remove.set_words(_("Remove"), _("Remove the logo"))

    def show_data(self, data: bytes | None, *, may: bool) -> None:
        """The stored logo, and what may be done with it."""
        self.plate.show_data(data)
        self.plate.setEnabled(may)
        self.choose.setVisible(may)
        self.remove.setVisible(may and data is not None)


def _file_in(event: QDropEvent) -> Path | None:
    """The first file that is dragged here."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return next((Path(url.toLocalFile()) for url in urls if url.isLocalFile()), None)
