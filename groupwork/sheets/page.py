"""A sheet of paper: millimetres from the upper left corner, black only, lines collected by weight."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from groupwork.domain.layout import POINT
from groupwork.domain.scripts import Face
from groupwork.sheets.fonts import font
from groupwork.sheets.text import width, write

_LOCALES = {"en": "en-GB", "de": "de-DE"}
_ROUND = 0.5523
"""Control points of a quarter circle."""
Point = tuple[float, float]


def _points(width_mm: float, height_mm: float) -> Point:
    """A page size in points: 792, not 792.0000000000001, which would print a hair smaller."""
    return round(width_mm / POINT, 3), round(height_mm / POINT, 3)


class Paper:
    """Pages of one PDF. Rules and box frames of a page are drawn in one path per weight."""

    def __init__(self, width_mm: float, height_mm: float, title: str, language: str) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0  # streams as they are: smaller and quicker
        self.width, self.height = width_mm, height_mm
        self._buffer = BytesIO()
        self.canvas: Any = Canvas(
            self._buffer,
            pagesize=_points(width_mm, height_mm),
            pageCompression=1,
            invariant=1,  # no clock and no random id in the file: the sheet says when it was printed
            initialFontName=font(Face.ATKINSON, 400),
            lang=_LOCALES[language],
        )
        self.canvas.setTitle(title)
        self.canvas.setCreator("Groupwork")
        self.canvas.setAuthor("")
        self.canvas.setSubject("")
        self._strokes: dict[tuple[float, int], list[str]] = {}

    def turn(self, width_mm: float, height_mm: float) -> None:
        """The size of the page that comes now."""
        self.width, self.height = width_mm, height_mm
        self.canvas.setPageSize(_points(width_mm, height_mm))

    def _at(self, x: float, y: float) -> str:
        return f"{x / POINT:.3f} {(self.height - y) / POINT:.3f}"

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, weight: float, *, round_ends: bool = False
    ) -> None:
        """A straight line; weights are mm."""
        key = (weight, 1 if round_ends else 0)
        self._strokes.setdefault(key, []).append(f"{self._at(x1, y1)} m {self._at(x2, y2)} l")

    def frame(self, x: float, y: float, w: float, h: float, weight: float) -> None:
        """A rectangle's outline, its line centred on the edge."""
        path = f"{self._at(x, y + h)} {w / POINT:.3f} {h / POINT:.3f} re"
        self._strokes.setdefault((weight, 0), []).append(path)

    def fill(self, areas: Sequence[tuple[float, float, float, float]], *, white: bool = False) -> None:
        """Filled rectangles (x, y, w, h) in one path."""
        parts = [f"{self._at(x, y + h)} {w / POINT:.3f} {h / POINT:.3f} re" for x, y, w, h in areas]
        self._shape(" ".join(parts), "f", white)

    def polygon(
        self, points: Sequence[Point], weight: float, *, filled: bool = False, white: bool = False
    ) -> None:
        """A closed shape with round corners."""
        path = " ".join(f"{self._at(x, y)} {'l' if at else 'm'}" for at, (x, y) in enumerate(points))
        self._shape(f"{weight / POINT:.3f} w 1 j {path} h", "B" if filled else "S", white)

    def curve(self, points: Sequence[Point], weight: float) -> None:
        """A Bézier curve through start, two controls and end."""
        start, one, two, end = (self._at(x, y) for x, y in points)
        self._shape(f"{weight / POINT:.3f} w 1 J {start} m {one} {two} {end} c", "S", False)

    def circle(self, x: float, y: float, radius: float, weight: float, *, filled: bool = False) -> None:
        """A circle's outline or disc."""
        path = self._round(x - radius, y - radius, 2 * radius, 2 * radius, radius)
        self._shape(f"{weight / POINT:.3f} w {path}", "f" if filled else "S", False)

    def rounded(self, x: float, y: float, w: float, h: float, radius: float, weight: float) -> None:
        """A rectangle with round corners."""
        self._shape(f"{weight / POINT:.3f} w {self._round(x, y, w, h, radius)}", "S", False)

    def _round(self, x: float, y: float, w: float, h: float, r: float) -> str:
        k, at = r * (1 - _ROUND), self._at
        right, low = x + w, y + h
        return (
            f"{at(x + r, y)} m "
            f"{at(right - r, y)} l {at(right - k, y)} {at(right, y + k)} {at(right, y + r)} c "
            f"{at(right, low - r)} l {at(right, low - k)} {at(right - k, low)} {at(right - r, low)} c "
            f"{at(x + r, low)} l {at(x + k, low)} {at(x, low - k)} {at(x, low - r)} c "
            f"{at(x, y + r)} l {at(x, y + k)} {at(x + k, y)} {at(x + r, y)} c h"
        )

    def _shape(self, path: str, operator: str, white: bool) -> None:
        colour = "1 g 1 G " if white else ""
        self.canvas._code.append(f"q {colour}{path} {operator} Q")

    def text(self, x: float, y: float, text: str, size: float, weight: int = 400, *,
             align: str = "left", whole: bool = True) -> float:  # fmt: skip
        """One line; `x` is its left end, middle or right end. Returns its width in mm."""
        wide = width(text, size, weight, whole)
        left = x - {"left": 0.0, "centre": wide / 2, "right": wide}[align]
        write(self.canvas, (left / POINT, (self.height - y) / POINT), text, size, weight, whole)
        return wide

    def picture(self, x: float, y: float, w: float, h: float, data: bytes) -> None:
        """A PNG in a box, its upper left corner at x and y. Raises OSError when it cannot be read."""
        from reportlab.lib.utils import ImageReader

        places = (x / POINT, (self.height - y - h) / POINT, w / POINT, h / POINT)
        self.canvas.drawImage(ImageReader(BytesIO(data)), *places)

    def turned(self, x: float, y: float, text: str, size: float, weight: int) -> None:
        """One line read from below upwards; `x` is the baseline, `y` its lower end."""
        self.canvas._code.append(f"q 0 1 -1 0 {self._at(x, y)} cm")
        write(self.canvas, (0.0, 0.0), text, size, weight)
        self.canvas._code.append("Q")

    def flush(self) -> None:
        """Draw the lines collected so far: what comes next lies over them."""
        for (weight, cap), parts in self._strokes.items():
            self.canvas._code.append(f"q {weight / POINT:.3f} w {cap} J {' '.join(parts)} S Q")
        self._strokes.clear()

    def end_page(self) -> None:
        """Draw the collected lines and go to the next page."""
        self.flush()
        self.canvas.showPage()

    def save(self) -> bytes:
        """The finished PDF."""
        self.canvas.save()
        return self._buffer.getvalue()
