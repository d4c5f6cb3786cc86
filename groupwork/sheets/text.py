"""The only way text gets on a page: composed, split into runs, shaped, each run drawn by itself.

Why not ReportLab's own ways (look/SHEETS.md §10): `drawString` does not shape, `Paragraph` puts Arabic
words in the wrong order and parses markup. Widths are sums of shaped advances.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from groupwork.domain.layout import POINT
from groupwork.domain.scripts import SOFT_HYPHEN, Face, clean, covers, runs
from groupwork.sheets.fonts import SCALE, font, metrics

ELLIPSIS = "…"
_COMPLEX = (Face.ARABIC, Face.DEVANAGARI)
STEP = 0.25
"""Points by which a text that does not fit gets smaller."""


@dataclass(frozen=True)
class Glyphs:
    """A shaped run: what ReportLab draws, in which font, how wide at 1 pt (in points)."""

    font: str
    shaped: Any
    advance: float
    scale: float
    actual: str = ""
    """The text itself where the glyphs do not tell it: Devanagari, Arabic and "ị", which the fonts put
    together from parts. Arabic as it stands on the page, from the left: readers turn right-to-left text
    round themselves (poppler exactly, pdfium but for vowel signs)."""
    kerns: tuple[tuple[int, float], ...] | None = ()
    """Moves after single glyphs where the run is one flat line; None where glyphs stand off it."""


@lru_cache(16384)
def _shape(face: Face, weight: int, text: str) -> Glyphs:
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfbase.ttfonts import ShapedStr, shapeStr

    name, scale = font(face, weight), SCALE.get(face, 1.0)
    shaped = shapeStr(text, name, 10, force=face in _COMPLEX)
    if isinstance(shaped, ShapedStr):
        thousandths = sum(float(glyph.x_advance) for glyph in shaped.__shapeData__)
    else:
        thousandths = stringWidth(text, name, 1000)
    actual = "" if str(shaped) == text else text[::-1] if face is Face.ARABIC else text
    return Glyphs(name, shaped, thousandths / 1000 * scale, scale, actual, _kerns(shaped))


@lru_cache(16384)
def glyphs(text: str, weight: int = 400, whole: bool = True) -> tuple[Glyphs, ...]:
    """The shaped runs of a text from left to right, soft hyphens taken out.

    A letter that no font has is left out, never drawn as a box; names are asked beforehand (`printable`).
    """
    shown = clean(text).replace(SOFT_HYPHEN, "")
    found = []
    for run in runs(shown, whole=whole):
        letters = "".join(letter for letter in run.text if covers(run.face, letter))
        if letters:
            found.append(_shape(run.face, weight, letters))
    return tuple(found)


def width(text: str, size: float, weight: int = 400, whole: bool = True) -> float:
    """The width in mm at a size in points."""
    return sum(run.advance for run in glyphs(text, weight, whole)) * size * POINT


@dataclass(frozen=True)
class Fitted:
    """Lines that fit their slot at a size in points."""

    lines: tuple[str, ...]
    size: float
    whole: bool = True


@dataclass(frozen=True)
class Room:
    """How much room a text has: mm, points, lines. A name is never cut."""

    width: float
    size: float
    floor: float = 0.0
    lines: int = 1
    weight: int = 400
    name: bool = False


def fit(text: str, room: Room) -> Fitted | None:
    """Full size, more lines, smaller by 0.25 pt to the floor, breaks inside words, at last an ellipsis.

    None when a name does not fit at all: names are never cut, the caller has another way.
    """
    text = clean(text).strip()
    for breaks in (False, True):
        size, floor = room.size, room.floor or room.size
        while size >= floor:
            lines = _lines(text, room, size, breaks)
            if lines is not None and len(lines) <= room.lines:
                return Fitted(tuple(lines), size, room.name)
            size -= STEP
    return None if room.name else _cut(text, room)


def _lines(text: str, room: Room, size: float, breaks: bool) -> list[str] | None:
    whole_line = _wide(text, room, size) <= room.width
    return [text] if whole_line else wrap(text, room, size, breaks=breaks)


def wrap(text: str, room: Room, size: float, *, breaks: bool) -> list[str] | None:
    """Lines by words; with `breaks` also at soft hyphen, hyphen and slash. None when a word is too wide."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        longer = f"{current} {word}" if current else word
        if _wide(longer, room, size) <= room.width:
            current = longer
            continue
        if breaks:
            head, tail = _broken(current, word, room, size)
        else:
            head, tail = current, word
        if head:
            lines.append(head)
        if _wide(tail, room, size) > room.width:
            return None
        current = tail
    return [*lines, current] if current or not lines else lines


def _broken(current: str, word: str, room: Room, size: float) -> tuple[str, str]:
    """As much of the word as the line takes; (line, rest of the word)."""
    best = (current, word)
    for at, letter in enumerate(word[:-1]):
        if letter not in (SOFT_HYPHEN, "-", "/"):
            continue
        part = word[:at] + "-" if letter == SOFT_HYPHEN else word[: at + 1]
        line = f"{current} {part}" if current else part
        if _wide(line, room, size) <= room.width:
            best = (line, word[at + 1 :])
    return best


def _wide(text: str, room: Room, size: float) -> float:
    return width(text, size, room.weight, room.name)


def _cut(text: str, room: Room) -> Fitted:
    """What fits at the floor, ending with an ellipsis."""
    size = room.floor or room.size
    lines: list[str] = []
    rest = text.replace(SOFT_HYPHEN, "")
    for _ in range(room.lines):
        count = _longest(rest, room, size)
        space = rest.rfind(" ", 0, count + 1)
        count = space if space > 0 and count < len(rest) else count
        lines.append(rest[:count].strip())
        rest = rest[count:].strip()
        if not rest:
            return Fitted(tuple(lines), size, room.name)
    last = lines[-1]
    while last and _wide(last + ELLIPSIS, room, size) > room.width:
        last = last[:-1]
    return Fitted((*lines[:-1], last.rstrip() + ELLIPSIS), size, room.name)


def _longest(text: str, room: Room, size: float) -> int:
    low, high = 1, max(1, min(len(text), 400))
    while low < high:
        middle = (low + high + 1) // 2
        if _wide(text[:middle], room, size) <= room.width:
            low = middle
        else:
            high = middle - 1
    return low


def write(
    canvas: Any, at: tuple[float, float], text: str, size: float, weight: int, whole: bool = True
) -> None:
    """Put one line on a canvas; `at` is the left end of the baseline in points from the lower left."""
    x, y = at
    for run in glyphs(text, weight, whole):
        if not run.actual:
            _put(canvas, (x, y), run, size * run.scale)
        else:
            spoken = run.actual.encode("utf-16-be").hex()
            canvas._code.append(f"/Span <</ActualText <FEFF{spoken}>>> BDC")
            _put(canvas, (x, y), run, size * run.scale)
            canvas._code.append("EMC")
        x += run.advance * size


def _put(canvas: Any, at: tuple[float, float], run: Glyphs, size: float) -> None:
    if run.kerns is not None:
        canvas._code.append(_flat(canvas, at, run, size))
        return
    line = canvas.beginText(*at)
    line.setFont(run.font, size)
    line._code.append(line._formatText(run.shaped))
    canvas.drawText(line)


def _flat(canvas: Any, at: tuple[float, float], run: Glyphs, size: float) -> str:
    """The operators of a run on one line, without a text object's bookkeeping: most of a sheet."""
    face, escape = metrics(run.font), canvas._escape
    parts = [f"BT 1 0 0 1 {at[0]:.3f} {at[1]:.3f} Tm"]
    done = 0
    for subset, codes in face.splitString(str(run.shaped), canvas._doc):
        pieces, start = [], 0
        for index, move in run.kerns or ():
            cut = index + 1 - done
            if start < cut <= len(codes):
                pieces.append(f"({escape(codes[start:cut])}) {move:g}")
                start = cut
        if start < len(codes):
            pieces.append(f"({escape(codes[start:])})")
        done += len(codes)
        name = face.getSubsetInternalName(subset, canvas._doc)
        parts.append(f"{name} {size:g} Tf [{' '.join(pieces)}] TJ")
    return " ".join([*parts, "ET"])


def _kerns(shaped: Any) -> tuple[tuple[int, float], ...] | None:
    """(glyph, thousandths to move back after it) where all glyphs stand on the line, else None."""
    data = getattr(shaped, "__shapeData__", None)
    if data is None:
        return ()
    if any(glyph.x_offset or glyph.y_offset or glyph.y_advance for glyph in data):
        return None
    moves = ((index, glyph.width - glyph.x_advance) for index, glyph in enumerate(data))
    return tuple((index, move) for index, move in moves if move)
