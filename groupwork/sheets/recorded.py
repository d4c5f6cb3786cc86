"""What a record copy says in a row: crosses, levels without a box, how much was made, struck lines."""

from __future__ import annotations

from groupwork.domain.attendance import MEANINGS, Expected, Mark, Status
from groupwork.domain.layout import Cell
from groupwork.domain.register import RegisterRow
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.signs import Signs
from groupwork.domain.tasks import PAPER_LEVELS, Outcome, TaskResult
from groupwork.i18n import N_, Words
from groupwork.sheets import signs
from groupwork.sheets.at_row import AtRow
from groupwork.sheets.text import width

HALF = "½"
TIMES = "×"
"""Before a quantity."""
CLEAR = 0.5
"""White between a struck line and what stands in it."""
BESIDE = 0.8
"""White between a crossed box and what was made."""
LEAD = 0.4
"""From line to line of what was made, in mm for each point of its size."""
SMALLER = 1.0
"""Points by which what was made may shrink."""


def draw_record(at: AtRow, person: RegisterRow | None, status: SessionStatus) -> None:
    """The row as it was recorded; a row that nobody took is struck."""
    if person is None:
        _strike_row(at)
        return
    if status is SessionStatus.NOT_HELD:
        return
    for group, code in sorted(marked_boxes(person)):
        _cross(at, group, code)
    _draw_after(at, person)
    _draw_code(at, person.mark)
    if person.mark.status is not None and not person.mark.attended:
        _strike_tasks(at)
        return
    for task in at.page.tasks:
        result = person.results[task] if task < len(person.results) else None
        if result is not None:
            _draw_result(at, f"t{task + 1}", result)


def _place(at: AtRow, group: str, code: str) -> float | None:
    """The middle of a box, None where the page has no such column."""
    columns = (c.x for c in at.page.columns if (c.group, c.code) == (group, code))
    return next(columns, None)


def _cross(at: AtRow, group: str, code: str) -> None:
    x = _place(at, group, code)
    if x is not None:
        signs.cross(at.paper, x, at.row.y, at.page.box)


def _draw_after(at: AtRow, person: RegisterRow) -> None:
    """A ring where the mood was afterwards."""
    x = _place(at, "mood", str(person.mood_after))
    if x is not None:
        at.paper.circle(x, at.row.y, at.page.box * 0.4, 0.35)


def marked_boxes(person: RegisterRow) -> set[tuple[str, str]]:
    """The boxes of attendance, mood and note that a record copy crosses: (group, code)."""
    mark = person.mark
    found: set[tuple[str, str]] = set()
    if mark.attended:
        timed = {code for code, value in (("L", mark.late_min), ("E", mark.early_min)) if value is not None}
        found |= {("came", code) for code in timed or {"P"}}
    elif mark.status is Status.ABSENT:
        found.add(("came", "A"))
    elif mark.status is not None and MEANINGS[mark.status].expected is not Expected.PAUSED:
        found.add(("came", "+"))
    if person.mood_before is not None:
        found.add(("mood", str(person.mood_before)))
    if any(result is not None and result.outcome is Outcome.PARTLY for result in person.results):
        found.add(("note", "note"))
    return found


def _draw_code(at: AtRow, mark: Mark) -> None:
    """Minutes or a sign; under the sign that it was known beforehand."""
    said = code_words(mark, at.signs)
    if mark.planned and not mark.attended and said:
        at.put("code.planned", said)
        at.put("code.until", at.words.text(N_("planned")))
        return
    at.put("code.record", said)


def code_words(mark: Mark, own: Signs) -> str:
    """What the code cell of a copy says: minutes, or the sign of a status without a box."""
    if mark.status is None or mark.status is Status.ABSENT:
        return ""
    parts = [own.sign_of(mark.status)] if mark.status is Status.WALK_IN else []
    if mark.attended:
        minutes = [str(value) for value in (mark.late_min, mark.early_min) if value]
        return " ".join([*parts, "/".join(minutes)]).strip()
    return own.sign_of(mark.status)


def made_lines(result: TaskResult, words: Words) -> tuple[str, ...]:
    """How much was made and how long it took, a line each: "×5", "20 min"."""
    if not result.was_done:
        return ()
    quantity = "" if result.quantity is None else f"{TIMES}{result.quantity}"
    minutes = "" if result.minutes is None else words.text(N_("{n} min")).format(n=result.minutes)
    return tuple(line for line in (quantity, minutes) if line)


def _draw_result(at: AtRow, group: str, result: TaskResult) -> None:
    """A level with a box is a cross; one without stands in the middle, its empty boxes struck."""
    level = 0 if result.outcome is Outcome.NOT_DONE else result.level
    made = made_lines(result, at.words)
    if level in PAPER_LEVELS and result.outcome is not Outcome.NOT_OFFERED:
        _cross(at, group, str(level))
        at.put(f"last.{group}", HALF if result.outcome is Outcome.PARTLY else "")
        _draw_beside(at, group, str(level), made)
        return
    _draw_level(at, group, result, made)


def _draw_beside(at: AtRow, group: str, code: str, made: tuple[str, ...]) -> None:
    """What was made, after the crossed box; before it where there is no room behind. Its boxes give way."""
    x = _place(at, group, code)
    if not made or x is None:
        return
    cell, half = _cell(at, group), at.page.box / 2 + at.page.frame + BESIDE
    before, after = (cell.x1, x - half), (x + half, cell.x2 + CLEAR)
    size = _made_size(at, group)
    wide = _wide(made, size - SMALLER)
    room = after if wide <= after[1] - after[0] else before
    while _wide(made, size) > room[1] - room[0]:
        size -= 0.25
    left = room[0] if room is after else room[1] - _wide(made, size)
    boxes = [c.x for c in at.page.columns if c.group == group and room[0] <= c.x <= room[1]]
    reach = at.page.box / 2 + at.page.frame
    taken = [b for b in boxes if b + reach > left - CLEAR and b - reach < left + _wide(made, size) + CLEAR]
    at.paper.fill([(b - reach, at.row.y - reach, 2 * reach, 2 * reach) for b in taken], white=True)
    _put_made(at, left, made, size)


def _draw_level(at: AtRow, group: str, result: TaskResult, made: tuple[str, ...]) -> None:
    """A level without a box, "–" for not offered, a tick for done without a level: in the middle."""
    text = _level_text(result)
    cell, slot = _cell(at, group), at.slots[f"level.{group}"]
    tick = at.page.box * 0.8 if result.was_done and result.level is None else 0.0
    word, size = width(text, slot.size, slot.weight), _made_size(at, group)
    between = 1.0 if made else 0.0
    clear = (word + tick + between + _wide(made, size)) / 2 + CLEAR
    middle = (cell.x1 + cell.x2) / 2
    at.strike(cell.x1 + CLEAR, middle - clear)
    at.strike(middle + clear, cell.x2 - CLEAR)
    half_box = at.page.box / 2 + at.page.frame
    at.paper.fill([(middle - clear, at.row.y - half_box, 2 * clear, 2 * half_box)], white=True)
    x = middle - clear + CLEAR
    x += at.paper.text(x, at.row.y + slot.y, text, slot.size, slot.weight) if text else 0.0
    if tick:
        signs.tick(at.paper, x + tick / 2, at.row.y, tick)
    _put_made(at, x + tick + between, made, size)


def _level_text(result: TaskResult) -> str:
    if result.outcome is Outcome.NOT_OFFERED:
        return "–"
    half = HALF if result.outcome is Outcome.PARTLY else ""
    return f"{half}{result.level or ''}"


def _cell(at: AtRow, name: str) -> Cell:
    return next(cell for cell in at.page.cells if cell.name == name)


def _made_size(at: AtRow, group: str) -> float:
    return at.slots[f"last.{group}"].size


def _wide(made: tuple[str, ...], size: float) -> float:
    return max((width(line, size, 500) for line in made), default=0.0)


def _put_made(at: AtRow, x: float, made: tuple[str, ...], size: float) -> None:
    """One or two lines round the middle of the row."""
    lead = LEAD * size
    first = at.row.y + 0.12 * size - (len(made) - 1) * lead / 2
    for number, line in enumerate(made):
        at.paper.text(x, first + number * lead, line, size, 500)


def _strike_tasks(at: AtRow) -> None:
    cells = [cell for cell in at.page.cells if cell.name.startswith("t")]
    if cells:
        at.strike(min(cell.x1 for cell in cells) + CLEAR, max(cell.x2 for cell in cells) - CLEAR)


def _strike_row(at: AtRow) -> None:
    cells = {cell.name: cell for cell in at.page.cells}
    if "came" in cells:
        at.strike(cells["name"].x1, cells["came"].x2)
    else:
        at.strike(cells["name"].x1, cells["name"].x2)
    _strike_tasks(at)
