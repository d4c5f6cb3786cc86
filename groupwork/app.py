"""The composition root of the window: folders, log, style, fonts, and the window itself."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from groupwork import paths
from groupwork.operations import first_run
from groupwork.ui import messages
from groupwork.ui.application import application
from groupwork.ui.main_window import MainWindow
from groupwork.ui.preferences import preferences

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
LOG_BYTES, LOG_FILES = 512_000, 3
log = logging.getLogger("groupwork")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run(file: Path | None = None, *, demo: str | None = None) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    `file` is asked to be unlocked; `demo` ("en" or "de") opens the demo centre of the data folder, made
    when it is missing; without either the window offers what there is.
    """
    app, window = prepare()
    begin(window, file, demo)
    if preferences.values.maximised or window.fills_the_screen():
        window.showMaximized()
    else:
        window.show()
    return app.exec()


def prepare() -> tuple[QApplication, MainWindow]:
    """The application and its window, not yet shown and with nothing in it."""
    begin_log()
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = application(sys.argv[:1])
    window = MainWindow()
    sys.excepthook = _report(window)
    gc.freeze()  # modules stay: later searches for garbage need not look at them
    gc.enable()
    return app, window


def begin(window: MainWindow, file: Path | None, demo: str | None) -> None:
    """Show the first page: the demo centre, the unlock page of a file, the welcome, or the first run."""
    if demo is not None:
        window.open_demo(demo)
    elif file is not None:
        window.show_unlock(file)
    elif preferences.values.last_file and Path(preferences.values.last_file).exists():
        window.show_unlock(Path(preferences.values.last_file))
    elif preferences.values.last_file or first_run.centre_is_there():
        window.show_welcome()
    else:
        window.show_first_run()


def begin_log() -> Path:
    """Write the log to the user's log folder, small files, no names in them. A refusing folder: no log."""
    file = paths.log_folder() / "groupwork.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        return file
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_from_qt)
    return file


def _from_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)


def _report(window: MainWindow) -> Hook:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log_bug(kind, trace)
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        messages.bug(window, paths.log_folder() / "groupwork.log")

    return hook


def log_bug(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Log where a bug happened: its kind and the lines of code, never its text, which may hold a name."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    log.error("bug %s at %s", kind.__name__, " < ".join(reversed(places)))
