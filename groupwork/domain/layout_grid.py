"""The body of a session sheet: columns of boxes, rows, and the places of names and heads."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import floor

from groupwork.domain.layout import QR_EDGE, QR_QUIET, QR_SIZE, Cell, Column, Page, Row, Rule, Slot
from groupwork.domain.layout_frame import MARGIN, foot, header, legend, marks
from groupwork.domain.layout_sizes import Sizes

CAME = ("P", "L", "E", "A", "+")
"""The codes of the attendance boxes; the sign shown for each is the language's."""
LEVELS = ("6", "4", "3", "0")
MOODS = ("1", "2", "3", "4", "5")
UPRIGHT_PITCH_MOST = 11.0
UPRIGHT_PITCH = 8.5
END_RULE = 0.3
"""What the rule under the last row needs."""
SIGN_LEAST, SIGN_FLAT, SIGN_MOST = 9.0, 14.0, 62.0
"""Narrower there is no signature column; wider its head stands flat; wider still it shares with notes."""


@dataclass(frozen=True)
class Form:
    """What all pages of a sheet share. `rows`: the most on any page, for one row pitch on all."""

    width: float
    height: float
    upright: bool
    sizes: Sizes
    record: bool
    rows: int


@dataclass(frozen=True)
class Share:
    """What one page holds: people from `start`, drop-in rows, tasks by number from 0."""

    start: int
    people: int
    drop_ins: int
    tasks: tuple[int, ...]
    attendance: bool
    mood: bool


@dataclass
class _Draft:
    """A page being laid out, from left to right; `x` is where the next column may begin."""

    form: Form
    share: Share
    x: float = 0.0
    columns: list[Column] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    row_slots: list[Slot] = field(default_factory=list)
    row_rules: list[Rule] = field(default_factory=list)

    @property
    def right(self) -> float:
        return self.form.width - MARGIN

    @property
    def first(self) -> float:
        """The head's lower edge, where the rows begin."""
        sizes = self.form.sizes
        return sizes.first_row_upright if self.form.upright else sizes.first_row

    @property
    def came_x(self) -> float:
        sizes = self.form.sizes
        return MARGIN + (sizes.came_x_upright if self.form.upright else sizes.came_x)


def lay_out(form: Form, share: Share, number: int) -> Page:
    """One page, all numbers rounded to a thousandth of a millimetre."""
    draft = _Draft(form, share)
    _names(draft)
    if share.attendance:
        _came(draft)
        _code(draft)
    else:
        draft.x = draft.came_x + 2.0
    groups = (_note, _tasks, _mood) if form.upright else (_tasks, _mood, _note)
    for part in groups:
        part(draft)
    _sign(draft)
    pitch = row_pitch(form, draft.first)
    count = share.people + share.drop_ins
    end = _r(draft.first + pitch * count)
    frame = header(form.sizes, form.width, form.upright, form.record)
    below = legend(form, end, bool(share.tasks), share.attendance)
    bottom = foot(form, below.end)
    codes, squares = marks(form.width, form.height) if not form.record else ((), ())
    return Page(
        number=number,
        columns=tuple(draft.columns),
        rows=tuple(
            Row(share.start + at, _r(draft.first + pitch * (at + 0.5)), at >= share.people)
            for at in range(count)
        ),
        cells=tuple(draft.cells),
        slots=(*frame, *draft.slots, *below.slots, *bottom.slots),
        row_slots=tuple(draft.row_slots),
        rules=(*_rules(draft, pitch, count), *bottom.rules),
        row_rules=tuple(draft.row_rules),
        codes=codes,
        squares=squares,
        tasks=share.tasks,
        box=form.sizes.box,
        frame=form.sizes.frame,
        pitch=pitch,
    )


def row_pitch(form: Form, first: float) -> float:
    """As high as the page allows, in steps of 0.05; never under the least."""
    room = form.height - QR_EDGE - QR_SIZE - QR_QUIET - END_RULE - first
    most = min(UPRIGHT_PITCH_MOST, form.sizes.pitch_most) if form.upright else form.sizes.pitch_most
    most = max(most, form.sizes.pitch)
    least = (
        min(UPRIGHT_PITCH, form.sizes.pitch) if form.sizes.pitch < UPRIGHT_PITCH_MOST else form.sizes.pitch
    )
    return _r(max(least, min(most, floor(room / max(form.rows, 1) * 20 + 1e-6) / 20)))


def _r(value: float) -> float:
    return round(value, 3)


def _rules(draft: _Draft, pitch: float, count: int) -> list[Rule]:
    left, right, first = MARGIN, draft.right, draft.first
    rules = [
        Rule("head", left, draft.form.sizes.head_top, right, draft.form.sizes.head_top, 0.5),
        Rule("first", left, first, right, first, 0.35),
    ]
    for at in range(1, count):
        boundary = at == draft.share.people
        y = _r(first + pitch * at)
        rules.append(Rule("group" if boundary else "row", left, y, right, y, 0.35 if boundary else 0.18))
    end = _r(first + pitch * count)
    return [*rules, Rule("end", left, end, right, end, 0.5)]


def _names(draft: _Draft) -> None:
    s = draft.form.sizes
    x, width = MARGIN + s.name_x, s.name_width if not draft.form.upright else s.name_width + 6.0
    if draft.form.upright and s.came_x_upright - s.name_x - 1.4 < width:
        width = s.came_x_upright - s.name_x - 1.4
    line = x + 18.0 * s.hint / 6.5
    draft.cells.append(Cell("name", x, _r(x + width)))
    draft.row_slots += [
        Slot("number", MARGIN, s.base_y, s.name_x - 0.4, s.number, 500),
        Slot("called", x, s.called_y, width, s.called, 700, floor=s.called_floor),
        Slot("second", x, s.second_y, width, s.second, floor=s.second - 2.0),
        Slot("signs", _r(x + width), _r(s.called_y - 1.55), _r(4 * s.sign_step), s.sign, align="right"),
        Slot("hint", x, _r(s.second_y + 0.2), _r(line - x - 0.8), s.hint, floor=5.0),
    ]
    draft.row_rules.append(
        Rule("write.name", _r(line), _r(s.second_y - 0.2), _r(x + width - 0.2), _r(s.second_y - 0.2), 0.18)
    )


def _boxes(draft: _Draft, group: str, codes: tuple[str, ...], x: float) -> float:
    """A group of boxes with its letters in the head; returns its right end."""
    s = draft.form.sizes
    for at, code in enumerate(codes):
        centre = _r(x + s.step * (at + 0.5))
        draft.columns.append(Column(group, code, centre))
        name = f"letter.{group}.{code}"
        draft.slots.append(
            Slot(
                name, centre, _r(draft.first - s.letter_up), s.step - 0.4, s.letter, 700, "centre", floor=7.0
            )
        )
    end = _r(x + s.step * len(codes))
    draft.cells.append(Cell(group, _r(x), end))
    return end


def _head(draft: _Draft, name: str, x: float, width: float) -> Slot:
    s = draft.form.sizes
    y = s.head_top + (4.6 if s.head < 12 else 5.8)
    return Slot(name, _r(x), y, _r(width), s.head, 700, floor=7.0)


def _came(draft: _Draft) -> None:
    s = draft.form.sizes
    draft.x = _boxes(draft, "came", CAME, draft.came_x)
    draft.slots.append(_head(draft, "head.came", draft.came_x + (s.step - s.box) / 2, s.step * 5))


def _code(draft: _Draft) -> None:
    s = draft.form.sizes
    x, end = _r(draft.x + s.code_gap), _r(draft.x + s.code_gap + s.code_width)
    middle = _r((x + end) / 2)
    y = _r(draft.first - s.letter_up - s.small_lead)
    draft.cells.append(Cell("code", x, end))
    draft.slots.append(
        Slot("head.code", x, y, s.code_width + 1.9, s.small_head, floor=6.0, lines=2, leading=s.small_lead)
    )
    draft.row_slots += [
        Slot("code.planned", middle, 0.3, s.code_width, s.code, 500, "centre", floor=8.0),
        Slot(
            "code.until", middle, _r(s.second_y + 0.1), s.code_width + 1.6, s.until, align="centre", floor=5.0
        ),
        Slot("code.record", middle, _r(s.base_y + 0.2), s.code_width, s.code, 700, "centre", floor=6.0),
    ]
    draft.row_rules.append(Rule("write.code", x, s.write_y, end, s.write_y, 0.18))
    draft.x = _r(end + s.task_gap)


def _tasks(draft: _Draft) -> None:
    s = draft.form.sizes
    if draft.share.tasks and draft.form.upright:
        draft.x = _r(draft.x + s.group_gap)
    for number in draft.share.tasks:
        group, x = f"t{number + 1}", draft.x
        end = _boxes(draft, group, LEVELS, x)
        draft.slots += _task_head(draft, number, x, end)
        draft.row_slots += [
            Slot(f"last.{group}", _r(x - s.group_gap / 2), _r(s.base_y - 0.25), 2.0, s.last, align="centre"),
            Slot(f"level.{group}", _r((x + end) / 2), _r(s.base_y + 0.2), end - x, s.letter, 700, "centre"),
        ]
        draft.x = _r(end + s.group_gap)


def _task_head(draft: _Draft, number: int, x: float, end: float) -> list[Slot]:
    """The task's number and its name in up to three lines (portrait: two)."""
    s = draft.form.sizes
    flat = draft.form.upright
    head = _head(draft, f"task.{number + 1}.number", x + (s.step - s.box) / 2, s.number_head_x)
    y = _r(s.head_top + 3.8) if flat else head.y
    head = replace(head, y=y)
    lead = 3.1 if flat else s.task_lead
    title_x = _r(x + s.number_head_x)
    width, lines = _r(end - title_x + 0.4), 2 if flat else 3
    name = Slot(
        f"task.{number + 1}.name", title_x, _r(y), width, s.task, 500, "left", s.task_floor, lines, lead
    )
    return [head, name]


def _mood(draft: _Draft) -> None:
    if not draft.share.mood:
        return
    s = draft.form.sizes
    width = s.step * 5
    x = min(draft.x + 8.0, draft.right - width) if draft.form.upright else draft.x
    draft.slots.append(_head(draft, "head.mood", x + (s.step - s.box) / 2, width))
    draft.x = _r(_boxes(draft, "mood", MOODS, x) + s.group_gap)


def _note(draft: _Draft) -> None:
    s = draft.form.sizes
    upright = draft.form.upright
    x = _r(draft.x if upright else draft.x - s.group_gap + s.note_gap)
    middle = _r(x + s.note / 2)
    draft.columns.append(Column("note", "note", middle))
    draft.cells.append(Cell("note", x, _r(x + s.note)))
    y = _r(draft.first - s.letter_up)
    head = Slot("head.note", _r(middle + 0.7), y, 14.0, 8.0, 500, floor=6.5, turned=True)
    if upright or s.head > 12:
        y = _r(y - s.small_lead)
        head = Slot("head.note", middle, y, s.note + 1.8, s.small_head, 400, "centre", 6.0, 2, s.small_lead)
    draft.slots.append(head)
    draft.x = _r(x + s.note)


def _sign(draft: _Draft) -> None:
    """Initials, or a signature where there is room, or notes and a signature."""
    s = draft.form.sizes
    taken = max(column.x for column in draft.columns) + s.step / 2
    x, right = _r(max(draft.x, taken) + 1.2), draft.right
    if draft.form.upright:
        x = _r(x + 1.2)
    if right - x > SIGN_MOST:
        _write(draft, "notes", x, right - 36.0, 500)
        x = _r(right - 32.0)
    if right - x >= SIGN_LEAST:
        _write(draft, "sign", x, right, 500)


def _write(draft: _Draft, name: str, x: float, end: float, weight: int) -> None:
    s = draft.form.sizes
    draft.cells.append(Cell(name, _r(x), _r(end)))
    draft.row_rules.append(Rule(f"write.{name}", _r(x), s.write_y, _r(end), s.write_y, 0.18))
    y, size = _r(draft.first - s.letter_up), 8.0 if s.head < 12 else 10.0
    if end - x < SIGN_FLAT:
        high = draft.first - s.head_top - s.letter_up - 1.0
        slot = Slot(
            f"head.{name}", _r(x + 3.4), y, _r(min(high, 20.0)), size - 1.0, weight, floor=5.5, turned=True
        )
    else:
        slot = Slot(f"head.{name}", _r(x), y, _r(end - x), size, weight, floor=6.5)
    draft.slots.append(slot)
