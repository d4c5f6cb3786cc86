"""A grid with its keys over a register in memory, as the page puts them together."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.ui.models.register import RegisterModel
from groupwork.ui.register.block_edit import BlockEdit
from groupwork.ui.register.grid_keys import GridKeys
from groupwork.ui.register.key_events import KeyEvents
from groupwork.ui.register.table import RegisterTable
from tests.ui.register_values import FakeRecorder

Key = Qt.Key
MARK, MINUTES, PART, TASK = 2, 3, 4, 5


class Grid:
    """A table with its keys, as the view puts them together."""

    def __init__(self, register):
        self.recorder = FakeRecorder()
        self.model = RegisterModel(self.recorder)
        self.recorder.after = self.model.set_register
        self.table = RegisterTable(self.model)
        self.said = []
        self.keys = GridKeys(self.model, self.table)
        self.blocks = BlockEdit(self.model, self.table, lambda words, tone: self.said.append(words))
        self.asked = []
        self.events = KeyEvents(
            self.model,
            self.table,
            self.keys,
            self.blocks,
            blanks=lambda: self.asked.append("blanks"),
            open_menu=lambda: self.asked.append("menu"),
        )
        self.keys.said.connect(self.said.append)
        self.model.set_register(register)

    def press(self, *keys, held=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            QTest.keyClick(self.table, key, held)

    def mark(self, row):
        return self.model.row(row).mark

    @property
    def gestures(self):
        return self.recorder.gestures


def shown(qtbot, register, size=(1120, 900)):
    grid = Grid(register)
    qtbot.addWidget(grid.table)
    grid.table.resize(*size)
    grid.table.show()
    grid.table.activateWindow()
    grid.table.setFocus()
    grid.table.go(0, MARK)
    QApplication.processEvents()
    return grid
