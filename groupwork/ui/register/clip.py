"""Copy and paste as tab-separated text, to and from a spreadsheet: pure, wrong shapes refused in words."""

from __future__ import annotations

from dataclasses import dataclass

from groupwork.errors import Refused
from groupwork.i18n import N_

MAX_CELLS = 20_000


@dataclass(frozen=True)
class Block:
    """A rectangle of cells in the grid: first row and column, how many of each (1 or more)."""

    row: int
    column: int
    rows: int
    columns: int


def to_text(cells: list[list[str]]) -> str:
    """Rows as lines, cells parted by tabs; a tab or line break inside a cell becomes a blank."""
    clean = [[" ".join(cell.split()) for cell in row] for row in cells]
    return "\n".join("\t".join(row) for row in clean)


def from_text(text: str) -> list[list[str]]:
    """The cells of pasted text. Raises Refused when there is nothing, or more than any register has."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    cells = [[cell.strip() for cell in line.split("\t")] for line in lines]
    if not any(any(row) for row in cells):
        raise Refused(N_("There is nothing to paste."))
    if sum(len(row) for row in cells) > MAX_CELLS:
        raise Refused(N_("That is too much to paste into a register. Nothing was changed."))
    return cells


def fit(cells: list[list[str]], into: Block, rows_left: int, columns_left: int) -> list[list[str]]:
    """The cells in the shape of the chosen block.

    One value fills the whole block; from one chosen cell the pasted block may reach as far as the grid
    does; anything else must have exactly the chosen shape. Raises Refused in words.
    """
    height, width = len(cells), len(cells[0])
    if any(len(row) != width for row in cells):
        raise Refused(N_("The copied rows are not equally long. Nothing was changed."))
    if (height, width) == (1, 1):
        return [[cells[0][0]] * into.columns for _row in range(into.rows)]
    if (into.rows, into.columns) == (1, 1):
        if height > rows_left or width > columns_left:
            raise Refused(
                N_(
                    "The copied block is {rows} × {columns} cells, from here only"
                    " {rows_left} × {columns_left} are left. Nothing was changed."
                ),
                rows=height,
                columns=width,
                rows_left=rows_left,
                columns_left=columns_left,
            )
        return cells
    if (height, width) != (into.rows, into.columns):
        raise Refused(
            N_(
                "The copied block is {rows} × {columns} cells, the chosen one {rows_left} × {columns_left}."
                " Nothing was changed."
            ),
            rows=height,
            columns=width,
            rows_left=into.rows,
            columns_left=into.columns,
        )
    return cells
