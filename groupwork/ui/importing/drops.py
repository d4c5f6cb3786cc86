"""Files dragged over a widget: watched from outside, so that a page need not be a drop target by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


def dropped_file(data: QMimeData) -> Path | None:
    """The one file of this computer that is being dragged, None for anything else."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


class FileDrops(QObject):
    """`over` while files are held over the widget, `dropped` with a Path, or None for what is no one file."""

    over = Signal(bool)
    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.wanted = True
        """Whether files are taken now."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if self.wanted and event.mimeData().hasUrls():
                event.acceptProposedAction()
                self.over.emit(True)
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self.over.emit(False)
            self.dropped.emit(dropped_file(event.mimeData()))
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.over.emit(False)
        return False
