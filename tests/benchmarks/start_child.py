"""One window in a process of its own, for bench_start: says when it was painted, and goes.

python -m tests.benchmarks.start_child bare
python -m tests.benchmarks.start_child today FILE FILE_ID KEY
python -m tests.benchmarks.start_child typed FILE FILE_ID KEY
python -m tests.benchmarks.start_child unlock FILE PASSPHRASE

FILE_ID and KEY are hexadecimal: the data key is known. Prints nanoseconds of `time.time_ns`. Nothing is
imported here that the measured window does not import itself.
"""

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
SIZE = (1366, 768)


def until_painted(app, widget):
    """Work off events until the widget was painted; when that was."""
    from PySide6.QtCore import QEvent, QObject

    class Paints(QObject):
        seen = 0

        def eventFilter(self, _watched, event):
            self.seen += event.type() == QEvent.Type.Paint
            return False

    paints = Paints()
    widget.installEventFilter(paints)
    widget.window().show()
    while not paints.seen:
        app.processEvents()
    return time.time_ns()


def bare():
    """The floor: the smallest window that shows a word."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(*SIZE)
    window.setCentralWidget(QLabel("Today"))
    painted = until_painted(app, window.centralWidget())
    return {"painted": painted}


def prepared(file_id, key):
    """The application and its empty window; the data key counts as known from here on."""
    from groupwork import __main__ as entry

    entry._import_ahead_of_qt()
    from groupwork import app as whole
    from groupwork.store import sidecar
    from groupwork.store.keys import DataKey

    known = DataKey(bytes.fromhex(file_id), bytes.fromhex(key))
    sidecar.open_with = lambda slots, name, _secret: (known, slots.slot_of(name))
    return whole.prepare()


def painted_today(app, window, path):
    """From the known key to Today on the screen; when that was."""
    from pathlib import Path

    from groupwork.operations import vault

    file = vault.open_file(Path(path), "hanna", "the key is known")
    file.detach()  # the window opens a file on a thread of its own
    file.attach()
    shell = window.show_file(file)
    return until_painted(app, shell.view)


def today(path, file_id, key):
    """Everything `groupwork FILE` does, but for the unlock page and the derivation of the key."""
    app, window = prepared(file_id, key)
    ready = time.time_ns()
    painted = painted_today(app, window, path)
    window.close()
    return {"ready": ready, "painted": painted}


def typed(path, file_id, key):
    """As a person opens a file: the unlock page is there until the window has read ahead, then the key."""
    from pathlib import Path

    app, window = prepared(file_id, key)
    window.show_unlock(Path(path))
    window.show()
    while window._ahead.waiting:
        app.processEvents()
    ready = time.time_ns()
    painted = painted_today(app, window, path)
    window.close()
    return {"ready": ready, "painted": painted}


def unlock(path, passphrase):
    """From the passphrase to the data key, in a process where nothing of it was imported."""
    from pathlib import Path

    from groupwork.store import keys, sidecar

    path = Path(path)
    slots = sidecar.read(sidecar.keys_path(path))
    begin = time.time_ns()
    key, _slot = sidecar.open_with(slots, "hanna", keys.passphrase(passphrase))
    done = time.time_ns()
    return {"unlocked": done - begin, "file_id": key.file_id.hex(), "key": key.secret.hex()}


if __name__ == "__main__":
    print(*(f"{name}={value}" for name, value in globals()[sys.argv[1]](*sys.argv[2:]).items()))
