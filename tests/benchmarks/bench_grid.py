"""From a key to the painted mark, beside the same loop on an empty widget. Run it by hand:

python -m tests.benchmarks.bench_grid [people] [tasks]
"""

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import TaskId
from groupwork.domain.register import Register
from groupwork.domain.tasks import TaskColumn
from groupwork.ui import faces
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.register.block_edit import BlockEdit
from groupwork.ui.register.grid_keys import GridKeys
from groupwork.ui.register.key_events import KeyEvents
from groupwork.ui.register.table import RegisterTable
from tests.ui.register_values import FakeRecorder, done, person, session

ROUNDS = 200
PATIENCE = 2.0
"""Seconds after which a paint that never came ends the wait."""


class Paints(QObject):
    """Counts the paints of a widget."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


class Floor(QWidget):
    """An empty widget that repaints one cell's area for each key."""

    def keyPressEvent(self, _event):
        self.update(300, 200, 72, 51)


def until_painted(target, painted, press):
    """Milliseconds from a key going down until its paint is over."""
    spans = []
    for n in range(ROUNDS):
        before = painted.count
        start = time.perf_counter()
        press(n)
        while painted.count == before and time.perf_counter() - start < PATIENCE:
            QApplication.processEvents()
        spans.append((time.perf_counter() - start) * 1000)
    return statistics.median(spans)


def register_of(people, tasks):
    columns = tuple(TaskColumn(TaskId(n), f"Task number {n}") for n in range(1, tasks + 1))
    rows = tuple(
        person(n, f"Person Number{n}", Mark(Status.PRESENT), "PPLA", participation=3,
               results=(done(4),) * tasks, last_levels=(3,) * tasks)
        for n in range(1, people + 1)
    )  # fmt: skip
    return Register(session(), columns, rows)


def grid_of(people, tasks):
    recorder = FakeRecorder()
    model = RegisterModel(recorder)
    recorder.after = model.set_register
    table = RegisterTable(model)
    keys = GridKeys(model, table)
    blocks = BlockEdit(model, table, lambda _words, _tone: None)
    events = KeyEvents(model, table, keys, blocks, blanks=lambda: None, open_menu=lambda: None)
    model.set_register(register_of(people, tasks))
    return table, model, events


def shown(widget):
    widget.resize(1366, 768)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    QApplication.processEvents()


def main():
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    tasks = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    app = QApplication([])
    faces.load()
    floor = Floor()
    shown(floor)
    least = until_painted(floor, Paints(floor), lambda _n: QTest.keyClick(floor, Qt.Key.Key_P))
    table, model, events = grid_of(people, tasks)
    shown(table)
    painted = Paints(table.viewport())

    def type_mark(n):
        table.go(n % people, 2)
        QApplication.processEvents()
        QTest.keyClick(table, "ap"[n // people % 2])

    def cell_only(n):
        status = (Status.ABSENT, Status.PRESENT)[n // people % 2]
        model.record({(n % people, 2): Mark(status)})

    one = until_painted(table, painted, cell_only)
    model.set_register(register_of(people, tasks))
    key = until_painted(table, painted, type_mark)
    start = time.perf_counter()
    for _n in range(10):
        table.viewport().repaint()
    whole = (time.perf_counter() - start) * 100
    print(f"{people} people, {tasks} tasks; medians of {ROUNDS}")
    print(f"floor: key → one cell of an empty widget  {least:7.3f} ms")
    print(f"changed mark → painted cell               {one:7.3f} ms   {one / least:5.1f} × floor")
    print(f"go, key → painted mark, cursor moved on   {key:7.3f} ms   {key / least:5.1f} × floor")
    print(f"whole grid repainted                      {whole:7.3f} ms")
    del events, app


if __name__ == "__main__":
    main()
