"""What the grid paints and says: dirty areas, screen readers, frozen columns, large text."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QRegion
from PySide6.QtWidgets import QApplication

from groupwork.domain.attendance import Mark, Status
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.theme import theme
from tests.ui.register_grid import MARK, MINUTES, shown
from tests.ui.register_values import workshop

Key = Qt.Key


class Painted(QObject):
    """Collects what the viewport repaints."""

    def __init__(self, viewport):
        super().__init__(viewport)
        self.region, self.count = QRegion(), 0
        viewport.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.count += 1
            self.region += event.region()
        return False

    def area(self):
        return sum(r.width() * r.height() for r in self.region)


def test_a_mark_repaints_its_cell_and_the_minutes_only(grid):
    QApplication.processEvents()
    painted = Painted(grid.table.viewport())
    grid.model.record({(4, MARK): Mark(Status.PRESENT)})
    QApplication.processEvents()
    cells = [grid.table.visualRect(grid.model.index(4, c)) for c in (MARK, MINUTES)]
    allowed = QRegion(cells[0]) + cells[1]
    assert painted.count == 1
    assert not painted.region.isEmpty()
    assert (painted.region - allowed).isEmpty()


def test_a_mark_by_key_repaints_two_rows_at_most(grid):
    QApplication.processEvents()
    painted = Painted(grid.table.viewport())
    grid.press("p")
    QApplication.processEvents()
    rows = QRegion(0, grid.table.rowViewportPosition(0), 5000, grid.table.rowHeight(0) * 2)
    assert (painted.region - rows).isEmpty()


def test_screen_readers_hear_every_cell(wood):
    table = QAccessible.queryAccessibleInterface(wood.table)
    heads, rows = table.childCount(), wood.model.rowCount()
    assert heads >= rows * wood.model.columnCount()
    for row in range(rows):
        for column in range(wood.model.columnCount() - 1):
            index = wood.model.index(row, column)
            said = index.data(Qt.ItemDataRole.AccessibleTextRole)
            assert said
            assert "{" not in said
            assert "\u00ad" not in said


def test_narrow_grids_freeze_name_and_mark(qtbot):
    grid = shown(qtbot, workshop(), (640, 500))
    assert grid.table.frozen.on
    kinds = [c.kind for n, c in enumerate(grid.model.columns) if not grid.table.frozen.isColumnHidden(n)]
    assert kinds == [Kind.NAME, Kind.MARK]
    grid.press(Key.Key_End)
    right = grid.table.visualRect(grid.table.currentIndex())
    assert right.left() >= grid.table.frozen.covered()
    grid.table.resize(1200, 500)
    QApplication.processEvents()
    assert not grid.table.frozen.on


def test_large_text_scales_rows_and_columns(qtbot):
    grid = shown(qtbot, workshop())
    theme.set_percent(200)
    assert grid.table.rowHeight(0) == 102
    assert grid.table.horizontalHeader().height() == 96
    theme.set_percent(100)


def test_context_menu_says_what_the_keys_do(grid, qtbot):
    from groupwork.ui.register.menus import mark_choices

    pressed = []
    choices = mark_choices(grid.model.row(0), pressed.append)
    entries = [choice for choice in choices if choice is not None]
    assert {choice.key for choice in entries} >= set("PLEAXUODTHVNR")
    for choice in entries:
        choice.does()
    assert "Delete" in pressed
