"""The rows of a session sheet: who, alert signs, what is known beforehand, and in a copy what happened."""

from __future__ import annotations

from datetime import date

from groupwork.domain.layout import Page, Slot
from groupwork.domain.register import RegisterRow
from groupwork.domain.scripts import printable
from groupwork.domain.sheet_facts import SessionFacts, printed_alerts
from groupwork.domain.signs import Signs
from groupwork.i18n import N_, Words
from groupwork.sheets import signs
from groupwork.sheets.at_row import AtRow
from groupwork.sheets.labels import DROP_IN
from groupwork.sheets.page import Paper
from groupwork.sheets.recorded import draw_record
from groupwork.sheets.text import Fitted, Room, fit

MOST_SIGNS = 3
SMALLEST = 0.7
"""How far a very long name may go under its floor before it is broken."""


def draw_rows(paper: Paper, facts: SessionFacts, page: Page, words: Words, own: Signs) -> None:
    """All rows of a page."""
    slots = {slot.name: slot for slot in page.row_slots}
    for row in page.rows:
        at = AtRow(paper, page, row, words, own, slots)
        at.put("number", str(row.index + 1))
        person = facts.register.rows[row.index] if not row.drop_in else None
        if person is None:
            at.put("hint", words.text(DROP_IN))
        else:
            _draw_name(at, person)
        known = person is not None and _draw_code(at, person, facts.record)
        _draw_lines(at, drop_in=person is None, code=not known and not (facts.record and person is not None))
        if facts.record:
            draw_record(at, person, facts.register.session.status)
        elif person is not None:
            for task in page.tasks:
                level = person.last_levels[task] if task < len(person.last_levels) else None
                at.put(f"last.t{task + 1}", "" if level is None else str(level))


def _draw_lines(at: AtRow, *, drop_in: bool, code: bool) -> None:
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


def _draw_name(at: AtRow, person: RegisterRow) -> None:
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


def _draw_second(at: AtRow, second: str, person: RegisterRow) -> None:
    """The second line; when both forms do not fit, the Latin one alone."""
    slot = at.slots["second"]
    room = Room(slot.width, slot.size, slot.floor, 1, slot.weight, name=True)
    for text in (second, person.name.rest if printable(person.name.rest) else "", person.name.native):
        fitted = fit(text, room) if text and printable(text) else None
        if fitted is not None:
            at.paper.text(slot.x, at.row.y + slot.y, fitted.lines[0], fitted.size, slot.weight)
            return


def _draw_signs(at: AtRow, person: RegisterRow) -> float:
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


def _draw_code(at: AtRow, person: RegisterRow, record: bool) -> bool:
    """A planned absence's code and last day (blank sheet). True when the code cell is taken."""
    status = person.mark.status
    if record or status is None or not person.mark.planned or "code.planned" not in at.slots:
        return False
    at.put("code.planned", at.signs.sign_of(status))
    if person.absence_until:
        day = at.words.day(date.fromisoformat(person.absence_until), weekday=False)
        at.put("code.until", at.words.text(N_("to {day}")).format(day=day))
    return True
