"""The rows of a session sheet: who, alert signs, what is known beforehand, and in a copy what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groupwork.domain.attendance import MEANINGS, Expected, Mark, Status
from groupwork.domain.layout import Page, Row, Rule, Slot
from groupwork.domain.register import RegisterRow
from groupwork.domain.scripts import printable
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.sheet_facts import SessionFacts, printed_alerts
from groupwork.domain.signs import Signs
from groupwork.domain.tasks import PAPER_LEVELS, Outcome, TaskResult
from groupwork.i18n import N_, Words
from groupwork.sheets import signs
from groupwork.sheets.labels import DROP_IN
from groupwork.sheets.page import Paper
from groupwork.sheets.text import Fitted, Room, fit, width

MOST_SIGNS = 3
STRIKE = 0.3
HALF = "½"
SMALLEST = 0.7
"""How far a very long name may go under its floor before it is broken."""


@dataclass(frozen=True)
class _At:
    """One row being drawn."""

    paper: Paper
    page: Page
    row: Row
    words: Words
    signs: Signs
    slots: dict[str, Slot]

    def put(self, name: str, text: str, dy: float = 0.0) -> None:
        """A short text in a row slot, made smaller to its floor where needed."""
        slot = self.slots.get(name)
        if slot is None or not text:
            return
        fitted = fit(text, Room(slot.width, slot.size, slot.floor, 1, slot.weight))
        if fitted is not None:
            self.paper.text(
                slot.x, self.row.y + slot.y + dy, fitted.lines[0], fitted.size, slot.weight, align=slot.align
            )

    def line(self, rule: Rule) -> None:
        """A write-on line of this row."""
        self.paper.rule(rule.x1, self.row.y + rule.y1, rule.x2, self.row.y + rule.y2, rule.weight)

    def strike(self, x1: float, x2: float) -> None:
        """One line through what did not happen."""
        self.paper.rule(x1, self.row.y, x2, self.row.y, STRIKE)


def draw_rows(paper: Paper, facts: SessionFacts, page: Page, words: Words, own: Signs) -> None:
    """All rows of a page."""
    slots = {slot.name: slot for slot in page.row_slots}
    for row in page.rows:
        at = _At(paper, page, row, words, own, slots)
        at.put("number", str(row.index + 1))
        person = facts.register.rows[row.index] if not row.drop_in else None
        if person is None:
            at.put("hint", words.text(DROP_IN))
        else:
            _draw_name(at, person)
        known = person is not None and _draw_code(at, person, facts.record)
        _draw_lines(at, drop_in=person is None, code=not known and not (facts.record and person is not None))
        if facts.record:
            _draw_record(at, person, facts.register.session.status)
        elif person is not None:
            for task in page.tasks:
                level = person.last_levels[task] if task < len(person.last_levels) else None
                at.put(f"last.t{task + 1}", "" if level is None else str(level))


def _draw_lines(at: _At, *, drop_in: bool, code: bool) -> None:
    for rule in at.page.row_rules:
        wanted = {"write.name": drop_in, "write.code": code}.get(rule.name, True)
        if wanted:
            at.line(rule)


def shown_names(person: RegisterRow) -> tuple[str, str]:
    """The two lines of a name: what is printable only; the code when nothing of it is."""
    name = person.name
    called = next((n for n in (name.called, name.full) if n and printable(n)), person.code)
    parts = [part for part in (name.rest, name.native) if part and printable(part)]
    return called, " · ".join(parts)


def _draw_name(at: _At, person: RegisterRow) -> None:
    called, second = shown_names(person)
    taken = _draw_signs(at, person)
    slot = at.slots["called"]
    fitted = _fitted_name(called, slot, taken, person.code)
    if len(fitted.lines) > 1:  # a very long called name takes the second line too
        second = ""
    y = at.row.y + (slot.y if second or len(fitted.lines) > 1 else at.slots["number"].y)
    for number, line in enumerate(fitted.lines):
        at.paper.text(slot.x, y + number * at.slots["second"].y, line, fitted.size, slot.weight)
    if second:
        _draw_second(at, second, person)


def _fitted_name(called: str, slot: Slot, taken: float, code: str) -> Fitted:
    """Never cut: smaller, then very small, then in two lines, at last the person's code."""
    wide = slot.width - taken
    rooms = (
        Room(wide, slot.size, slot.floor, 1, slot.weight, name=True),
        Room(wide, slot.floor, slot.floor * SMALLEST, 1, slot.weight, name=True),
        Room(wide, slot.floor, slot.floor * SMALLEST, 2, slot.weight, name=True),
    )
    for room in rooms:
        fitted = fit(called, room)
        if fitted is not None:
            return fitted
    return Fitted((code,), slot.size)


def _draw_second(at: _At, second: str, person: RegisterRow) -> None:
    """The second line; when both forms do not fit, the Latin one alone."""
    slot = at.slots["second"]
    room = Room(slot.width, slot.size, slot.floor, 1, slot.weight, name=True)
    for text in (second, person.name.rest if printable(person.name.rest) else "", person.name.native):
        fitted = fit(text, room) if text and printable(text) else None
        if fitted is not None:
            at.paper.text(slot.x, at.row.y + slot.y, fitted.lines[0], fitted.size, slot.weight)
            return


def _draw_signs(at: _At, person: RegisterRow) -> float:
    """Alert signs, right-aligned, most urgent first, at most three and then "+". Returns their width."""
    kinds = list(dict.fromkeys(alert.kind for alert in printed_alerts(person.alerts)))
    if not kinds:
        return 0.0
    slot = at.slots["signs"]
    step, radius = slot.width / 4, slot.size * 25.4 / 72 / 2
    draws = [signs.ALERTS[kind] for kind in kinds[:MOST_SIGNS]]
    if len(kinds) > MOST_SIGNS:
        draws.append(signs.more)
    x = slot.x - step * (len(draws) - 0.5)
    for draw in draws:
        draw(at.paper, x, at.row.y + slot.y, radius)
        x += step
    return step * len(draws) + 1.0


def _draw_code(at: _At, person: RegisterRow, record: bool) -> bool:
    """A planned absence's code and last day (blank sheet). True when the code cell is taken."""
    status = person.mark.status
    if record or status is None or not person.mark.planned or "code.planned" not in at.slots:
        return False
    at.put("code.planned", at.signs.sign_of(status))
    if person.absence_until:
        day = at.words.day(date.fromisoformat(person.absence_until), weekday=False)
        at.put("code.until", at.words.text(N_("to {day}")).format(day=day))
    return True


def _draw_record(at: _At, person: RegisterRow | None, status: SessionStatus) -> None:
    if person is None:
        _strike_row(at)
        return
    if status is SessionStatus.NOT_HELD:
        return
    for group, code in sorted(marked_boxes(person)):
        _cross(at, group, code)
    at.put("code.record", code_words(person.mark, at.signs))
    if person.mark.status is not None and not person.mark.attended:
        _strike_tasks(at)
        return
    for task in at.page.tasks:
        result = person.results[task] if task < len(person.results) else None
        if result is not None:
            _draw_result(at, f"t{task + 1}", result)


def _cross(at: _At, group: str, code: str) -> None:
    for column in at.page.columns:
        if column.group == group and column.code == code:
            signs.cross(at.paper, column.x, at.row.y, at.page.box)


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


def code_words(mark: Mark, own: Signs) -> str:
    """What the code cell of a copy says: minutes, or the sign of a status without a box."""
    if mark.status is None or mark.status is Status.ABSENT:
        return ""
    parts = [own.sign_of(mark.status)] if mark.status is Status.WALK_IN else []
    if mark.attended:
        minutes = [str(value) for value in (mark.late_min, mark.early_min) if value]
        return " ".join([*parts, "/".join(minutes)]).strip()
    return own.sign_of(mark.status)


def _draw_result(at: _At, group: str, result: TaskResult) -> None:
    """A level with a box is a cross; one without stands in the middle, its empty boxes struck."""
    level = 0 if result.outcome is Outcome.NOT_DONE else result.level
    half = HALF if result.outcome is Outcome.PARTLY else ""
    if level in PAPER_LEVELS and result.outcome is not Outcome.NOT_OFFERED:
        _cross(at, group, str(level))
        at.put(f"last.{group}", half)
        return
    text = "–" if result.outcome is Outcome.NOT_OFFERED else f"{half}{level or ''}"
    cell = next(cell for cell in at.page.cells if cell.name == group)
    middle, slot = (cell.x1 + cell.x2) / 2, at.slots[f"level.{group}"]
    clear = width(text, slot.size, slot.weight) / 2 + 0.5
    at.strike(cell.x1 + 0.5, middle - clear)
    at.strike(middle + clear, cell.x2 - 0.5)
    half_box = at.page.box / 2 + at.page.frame
    at.paper.fill([(middle - clear, at.row.y - half_box, 2 * clear, 2 * half_box)], white=True)
    at.put(f"level.{group}", text)


def _strike_tasks(at: _At) -> None:
    cells = [cell for cell in at.page.cells if cell.name.startswith("t")]
    if cells:
        at.strike(min(cell.x1 for cell in cells) + 0.5, max(cell.x2 for cell in cells) - 0.5)


def _strike_row(at: _At) -> None:
    cells = {cell.name: cell for cell in at.page.cells}
    if "came" in cells:
        at.strike(cells["name"].x1, cells["came"].x2)
    else:
        at.strike(cells["name"].x1, cells["name"].x2)
    _strike_tasks(at)
