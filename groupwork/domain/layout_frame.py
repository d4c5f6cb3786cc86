"""Header, legend, foot line, codes and squares: the same on every scannable sheet (SHEETS.md §5, §6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from groupwork.domain.layout import DROP, POINT, QR_EDGE, QR_SIZE, SQUARE_EDGE, Code, Rule, Slot
from groupwork.domain.layout_sizes import Sizes

MARGIN = 16.0
HEADER_X = 30.0
"""Right of the upper code."""
SQUARE_ROOM = 5.5
"""Half of a square and its white zone."""
NOTE_LINE = 8.5
TYPED = 38.0
"""Room for the code that is typed by hand and the page number."""
CORNER_ROOM = 31.0
"""From the right edge: what ends here keeps off the lower code."""


class FormLike(Protocol):
    """What the frame needs to know of a form."""

    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def upright(self) -> bool: ...
    @property
    def sizes(self) -> Sizes: ...
    @property
    def record(self) -> bool: ...


@dataclass(frozen=True)
class Part:
    """Slots and rules of a part of the page and where it ends."""

    slots: tuple[Slot, ...]
    end: float
    rules: tuple[Rule, ...] = ()


def marks(width: float, height: float) -> tuple[tuple[Code, ...], tuple[tuple[float, float], ...]]:
    """The two codes and the six squares."""
    far = QR_EDGE + QR_SIZE
    codes = (Code("A", QR_EDGE, QR_EDGE), Code("D", _r(width - far), _r(height - far)))
    e = SQUARE_EDGE
    squares = (
        (_r(width - e), e),
        (e, _r(height - e)),
        (e, _r(height / 2)),
        (_r(width - e), _r(height / 2)),
        (_r(width / 2), e),
        (_r(width / 2), _r(height - e)),
    )
    return codes, squares


def header(s: Sizes, width: float, upright: bool, record: bool) -> tuple[Slot, ...]:
    """Tag, centre, title, date, how to tick."""
    left = MARGIN if record else HEADER_X
    return _upright_header(s, width, left, record) if upright else _flat_header(s, width, left, record)


def _flat_header(s: Sizes, width: float, left: float, record: bool) -> tuple[Slot, ...]:
    right, half = width - MARGIN, width / 2 - SQUARE_ROOM - 1.0
    x = _r(width / 2 + 8.0)
    big = s.title > 22
    slots = [
        Slot("tag", left, 11.5, 60.0, s.tag, 700),
        Slot("centre", _r(half), 11.4, _r(half - left - 60.0), 7.5, align="right", floor=6.0),
        Slot("title", left, 22.3 if big else 21.2, _r(half - left), s.title, 700, floor=11.0),
        Slot("date", x, 15.0 if big else 13.6, _r(right - x), s.date, 700, floor=10.0),
        Slot("where", x, 21.8 if big else 20.0, _r(right - x), s.line, floor=8.0),
        Slot("staff", x, 27.8 if big else 25.3, _r(right - x), 10.0, floor=7.0),
        Slot("notice", right, 31.6, 80.0 if record else 50.0, 8.0, 700, "right", floor=6.5),
    ]
    if not big:  # large print needs the room for how to tick
        slots.append(Slot("sub", left, 27.0, _r(half + 4.0 - left), 11.0, 500, floor=8.0))
    state = Slot("state", left, 31.6, _r(right - left - 84.0), 11.0, 700, floor=8.0)
    how_to = Slot("how", left, 31.6, _r(right - left - 52.0), s.how, 500, floor=6.5)
    slots.append(state if record else how_to)
    return tuple(slots)


def _upright_header(s: Sizes, width: float, left: float, record: bool) -> tuple[Slot, ...]:
    right, middle = width - MARGIN, width / 2 + SQUARE_ROOM + 1.0
    date = 80.0 if s.title > 22 else 72.0
    slots = [
        Slot("tag", left, 11.5, 60.0, s.tag, 700),
        Slot("centre", right, 11.4, _r(right - middle), 8.0, align="right", floor=6.0),
        Slot("title", left, 22.2, _r(right - date - left - 3.0), min(s.title, 20.0), 700, floor=11.0),
        Slot("sub", left, 27.4, 56.0, 11.0, 500, floor=8.0),
        Slot("date", right, 20.5, date, s.date_upright, 700, "right", floor=9.0),
        Slot("where", right, 26.5, _r(right - left - 58.0), min(s.line, 11.0), align="right", floor=7.0),
        Slot("notice", right, 31.6, 90.0 if record else 44.0, 8.0, 700, "right", floor=6.5),
    ]
    state = Slot("state", left, 31.6, _r(right - left - 92.0), 11.0, 700, floor=8.0)
    how_to = Slot("how", left, 31.6, _r(right - left - 46.0), min(s.how, 9.0), 500, floor=6.5)
    slots.append(state if record else how_to)
    return tuple(slots)


def legend(form: FormLike, rows_end: float, tasks: bool, attendance: bool) -> Part:
    """The signs and what they mean, on every page that has codes; ends with the sheet's typed code."""
    s, right = form.sizes, form.width - CORNER_ROOM
    y = rows_end + s.legend_first
    names = _legend_lines(form, tasks, attendance)
    first_short = names[0] != "came"
    typed_y = y if first_short else y + (len(names) - 1) * s.legend_lead
    slots = [Slot("typed", _r(right - 1.0), _r(typed_y), TYPED, min(s.legend, 9.0), 500, "right", floor=6.0)]
    for line in names:
        slots += _legend_line(form, line, _r(y), right - (TYPED + 2.0 if abs(y - typed_y) < 1 else 0.0))
        y += s.legend_lead
    return Part(tuple(slots), _r(y - s.legend_lead))


def _legend_lines(form: FormLike, tasks: bool, attendance: bool) -> list[str]:
    split = form.upright or form.sizes.title > 22
    lines = (["came1", "came2"] if split else ["came"]) if attendance else []
    return [*lines, *(["help"] if tasks else []), "signs"]


def _legend_line(form: FormLike, name: str, y: float, right: float) -> list[Slot]:
    s = form.sizes
    if name != "signs":
        return [Slot(f"legend.{name}", MARGIN, y, _r(right - MARGIN), s.legend, floor=6.0)]
    if y + s.legend * POINT * DROP < form.height - SQUARE_EDGE - SQUARE_ROOM:
        return [Slot("legend.signs", MARGIN, y, _r(right - MARGIN), s.legend, floor=6.0)]
    left_end = form.width / 2 - SQUARE_ROOM - 0.5
    start = form.width / 2 + SQUARE_ROOM + 0.5
    return [
        Slot("legend.signs1", MARGIN, y, _r(left_end - MARGIN), s.legend, floor=6.0),
        Slot("legend.signs2", _r(start), y, _r(right - start), s.legend, floor=6.0),
    ]


def foot(form: FormLike, above: float) -> Part:
    """The foot line with its write-on fields, and ruled notes where a short list leaves room."""
    s, y = form.sizes, _r(form.height - 8.4)
    middle = form.width / 2
    k = s.foot / 8.5
    left_end, right_end = middle - SQUARE_ROOM - 2.0, form.width - CORNER_ROOM
    widths = (
        (("room", 31.0), ("staff", 20.0), ("visitors", 22.0)) if k <= 1 else (("room", 42.0), ("staff", 27.0))
    )
    slots, x = [], MARGIN
    for name, width in widths:
        slots.append(Slot(f"field.{name}", _r(x), y, _r(min(width, left_end - x)), s.foot, 500, floor=6.0))
        x += width + 3.5
    x = middle + SQUARE_ROOM + 2.0
    right = (("tools", 24.0), ("closed", 27.0)) if not form.upright else (("closed", 27.0 * k),)
    for name, width in right if k <= 1 or form.upright else ():
        slots.append(Slot(f"field.{name}", _r(x), y, width, s.foot, 500, floor=6.0))
        x += width + 3.5
    slots.append(Slot("field.signature", _r(x), y, _r(right_end - x), s.foot, 500, floor=6.0))
    notes = _notes(form, above)
    return Part((*slots, *notes.slots), y, notes.rules)


def _notes(form: FormLike, above: float) -> Part:
    """Lines to write on, when at least three fit between legend and foot."""
    s, last = form.sizes, form.height - 18.5
    first = above + 8.0
    count = int((last - first) / NOTE_LINE)
    if count < 3:
        return Part((), above)
    rules = []
    for at in range(1, count + 1):
        y = _r(first + NOTE_LINE * at)
        end = form.width - (MARGIN if form.record or y < form.height - CORNER_ROOM else CORNER_ROOM)
        rules.append(Rule("notes", MARGIN, y, _r(end), y, 0.18))
    return Part((Slot("notes", MARGIN, _r(first + 0.5), 60.0, s.head, 700),), rules[-1].y1, tuple(rules))


def _r(value: float) -> float:
    return round(value, 3)
