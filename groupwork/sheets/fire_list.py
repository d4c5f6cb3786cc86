"""The fire list: who has to be looked for, big enough to be read standing in the yard.

No machine reads it: its places are here. No health word is on it; who needs help to get out is said by
the kind of the alert alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groupwork.domain.fire_list import FireFacts, FireLine, StaffLine
from groupwork.domain.layout import Slot
from groupwork.domain.layout_sizes import PAPERS
from groupwork.domain.people import ALERT_LABELS
from groupwork.domain.sheet_facts import Look
from groupwork.i18n import N_, Words, words
from groupwork.sheets import labels, signs
from groupwork.sheets.drawn import LOCK, Drawn
from groupwork.sheets.fire_words import count_words, how_words, staff_head
from groupwork.sheets.logo import draw_logo
from groupwork.sheets.page import Paper
from groupwork.sheets.session_sheet import draw_tag, put
from groupwork.sheets.text import Room, fit

LEFT, BOTTOM = 16.0, 13.0
TOP = 54.0
LEAST, MOST = 5.6, 9.0
"""Height of a row: thirty people fit on one page, fewer get more room."""
LARGE = 11.0
BOX = 2.3
TITLE = N_("Fire list")
TAG = N_("STAFF ONLY – take it with you")
STAFF_ROW = 5.8
TWO_LINES = 7.6
"""From this height on a row has room for two lines of where somebody is."""


@dataclass(frozen=True)
class _Part:
    """A page: its people and, on the last, what follows them."""

    lines: tuple[FireLine, ...]
    first: int
    last: bool


def fire_list(facts: FireFacts, look: Look) -> Drawn:
    """The list as a PDF, and its content as text page by page."""
    language = words(look.language)
    width, height = PAPERS[look.paper]
    row, parts = _parts(facts, look, language, height)
    with LOCK:
        paper = Paper(width, height, language.text(TITLE), look.language)
        for number, part in enumerate(parts, 1):
            _header(paper, facts, language)
            y = TOP
            for n, line in enumerate(part.lines):
                _row(paper, part.first + n, line, language, (y, row))
                y += row
            paper.rule(LEFT, y, width - LEFT, y, 0.5)
            if part.last:
                _foot(paper, facts, language, y + 2.0)
            _footer(paper, facts, language, (number, len(parts)))
            paper.end_page()
        texts = tuple(_text(facts, part, language) for part in parts)
        return Drawn(paper.save(), texts)


def _parts(facts: FireFacts, look: Look, language: Words, height: float) -> tuple[float, list[_Part]]:
    """The height of a row, and the people page by page; what follows them stays with the last ones."""
    foot = _foot_height(facts, language)
    room = height - TOP - BOTTOM
    most = LARGE if look.large else MOST
    count = max(1, len(facts.lines))
    row = max(LARGE if look.large else LEAST, min(most, (room - foot) / count))
    full, last = int(room / row), max(1, int((room - foot) / row))
    parts: list[_Part] = []
    at = 0
    while len(facts.lines) - at > last:
        take = min(full, len(facts.lines) - at - 1)
        parts.append(_Part(facts.lines[at : at + take], at + 1, False))
        at += take
    parts.append(_Part(facts.lines[at:], at + 1, True))
    return row, parts


def _header(paper: Paper, facts: FireFacts, language: Words) -> None:
    right = paper.width - LEFT
    draw_tag(paper, Slot("tag", LEFT, 12.7, 80.0, 7.5, 700), language, TAG)
    beside = draw_logo(paper, facts.logo, right)
    put(paper, Slot("centre", beside, 12.7, 80.0, 8.0, align="right", floor=6.0), facts.centre)
    put(paper, Slot("title", LEFT, 25.5, 90.0, 22.0, 700, floor=16.0), language.text(TITLE))
    put(paper, Slot("date", right, 25.5, 88.0, 14.0, 700, "right", floor=10.0), _moment(facts, language))
    put(paper, Slot("count", LEFT, 34.0, right - LEFT, 15.0, 700, floor=10.0), count_words(facts, language))
    put(paper, Slot("how", LEFT, 39.8, right - LEFT, 10.0, floor=7.5), how_words(facts, language))
    place = facts.meeting_point or "_" * 40
    point = language.text(N_("Meeting point: {place}")).format(place=place)
    put(paper, Slot("point", LEFT, 46.2, right - LEFT, 12.0, 700, floor=8.0), point)
    heads = {24.0: N_("Name"), _where(paper): N_("Where"), _help(paper): N_("Needs help to get out")}
    for x, head in heads.items():
        paper.text(x, 51.9, language.text(head), 8.5, 500)
    paper.rule(LEFT, TOP - 0.6, right, TOP - 0.6, 0.5)


def _where(paper: Paper) -> float:
    return paper.width * 0.49


def _help(paper: Paper) -> float:
    return paper.width * 0.76


def _moment(facts: FireFacts, language: Words) -> str:
    weekday = language.day(facts.date).split()[0].rstrip(".,")
    return f"{weekday} {language.short_day(facts.date)}, {facts.printed:%H:%M}"


def _row(paper: Paper, number: int, line: FireLine, language: Words, at: tuple[float, float]) -> None:
    top, high = at
    base = top + high / 2 + 1.6
    paper.rule(LEFT, top + high, paper.width - LEFT, top + high, 0.18)
    box = min(BOX, high * 0.38)
    signs.box(paper, LEFT + BOX + 0.4, top + high / 2, box)
    if not line.name:
        return  # to be written on
    scale = high / MOST if high > MOST else 1.0
    wide = _name(paper, line.name, (base, high), min(13.0, high * 2.1) * scale)
    left = _where(paper) - 26.0 - wide
    native = (
        fit(line.native, Room(left - 2.0, 9.0, 6.5, 1, 400, name=True)) if line.native and left > 8 else None
    )
    if native is not None:
        paper.text(24.0 + wide + 2.0, base, native.lines[0], native.size)
    _where_lines(paper, line, language, (top + high / 2, high))
    _help_signs(paper, line, language, (base, scale))


def _name(paper: Paper, name: str, at: tuple[float, float], size: float) -> float:
    """The name on one line, a very long one on two small ones: never cut. Returns its width."""
    base, high = at
    wide = _where(paper) - 26.0
    one = fit(name, Room(wide, size, 8.0, 1, 700, name=True))
    if one is not None:
        return paper.text(24.0, base, one.lines[0], one.size, 700)
    two = fit(name, Room(wide, 8.0, 4.0, 2, 700, name=True))
    for n, part in enumerate(two.lines if two is not None else (name,)):
        paper.text(
            24.0, base - high * 0.22 + n * high * 0.44, part, two.size if two is not None else 4.0, 700
        )
    return wide


def _where_lines(paper: Paper, line: FireLine, language: Words, at: tuple[float, float]) -> None:
    """One line, or two where the row is high enough, centred in the row."""
    middle, high = at
    wide = _help(paper) - _where(paper) - 2.0
    size = 9.5 * max(1.0, high / MOST)
    lines = 2 if high >= TWO_LINES else 1
    fitted = fit(_where_words(line, language), Room(wide, size, 6.5, lines))
    if fitted is None:
        return
    step = fitted.size * 0.38
    first = middle + fitted.size * 0.125 - (len(fitted.lines) - 1) * step / 2
    for n, text in enumerate(fitted.lines):
        paper.text(_where(paper), first + n * step, text, fitted.size)


def _help_signs(paper: Paper, line: FireLine, language: Words, at: tuple[float, float]) -> None:
    base, scale = at
    x, right = _help(paper), paper.width - LEFT
    for kind in line.help:
        signs.ALERTS[kind](paper, x + 2.2, base - 1.3, 1.9)
        x += 5.4
    said = ", ".join(language.text(ALERT_LABELS[kind]) for kind in line.help)
    put(paper, Slot("help", x, base, right - x, 10.5 * scale, 700, floor=6.5), said)


def _where_words(line: FireLine, language: Words) -> str:
    """Room and group of this moment; else what comes next."""
    if line.perhaps_left is not None:
        text = language.text(N_("perhaps left at {time}, not confirmed"))
        return text.format(time=f"{line.perhaps_left:%H:%M}")
    where = line.room or line.group
    if line.running and line.end is not None:
        beside = line.group if line.room else ""
        place = " · ".join(p for p in (where, beside) if p)
        return language.text(N_("{place}, to {time}")).format(place=place, time=f"{line.end:%H:%M}")
    if line.start is not None:
        coming = f"{line.start:%H:%M} {where}"
        if not line.here:
            return coming
        return language.text(N_("in no group now; {coming}")).format(coming=coming)
    return language.text(N_("in no group now")) if line.here else ""


def _foot_height(facts: FireFacts, language: Words) -> float:
    asked = 4.2 * len(_not_yet(facts, language))
    return 2.0 + asked + 7.1 + STAFF_ROW * _rows_of(facts.staff) + 9.0


def _not_yet(facts: FireFacts, language: Words) -> tuple[str, ...]:
    if not facts.not_yet:
        return ()
    text = language.text(N_("Expected, nothing recorded – ask about them: {names}"))
    fitted = fit(text.format(names="; ".join(facts.not_yet)), Room(178.0, 10.0, 8.0, 6))
    return fitted.lines if fitted is not None else ()


def _foot(paper: Paper, facts: FireFacts, language: Words, y: float) -> None:
    right = paper.width - LEFT
    lines = _not_yet(facts, language)
    for line in lines:
        y += 4.2
        paper.text(LEFT, y, line, 10.0, whole=False)
    y += 5.5
    paper.text(LEFT, y, staff_head(facts, language), 10.5, 700)
    y = _staff(paper, facts.staff, language, y + 1.6)
    y += 8.0
    third = (right - LEFT) / 3
    for n, text in enumerate((N_("People counted"), N_("All out at"), N_("Counted by"))):
        x = LEFT + n * third
        wide = paper.text(x, y, language.text(text), 10.0, 500)
        paper.rule(x + wide + 2.0, y + 0.6, x + third - 4.0, y + 0.6, 0.2)


def _staff(paper: Paper, staff: Sequence[StaffLine], language: Words, y: float) -> float:
    """Two columns with boxes, and an empty line for a visitor or somebody who is not planned."""
    half = (paper.width - 2 * LEFT) / 2
    for n in range(_rows_of(staff) * 2):
        x, base = LEFT + (n % 2) * half, y + STAFF_ROW * (n // 2 + 1) - 1.2
        signs.box(paper, x + BOX + 0.2, base - 1.4, 2.0)
        if n < len(staff):
            line = staff[n]
            where = " ".join(p for p in (f"{line.start:%H:%M}" if line.start else "", line.room) if p)
            text = f"{line.name} – {where}" if where else line.name
            put(paper, Slot("staff", x + 7.0, base, half - 9.0, 11.0, 500, floor=8.0), text)
        else:
            paper.rule(x + 7.0, base + 0.6, x + half - 6.0, base + 0.6, 0.2)
    return y + STAFF_ROW * _rows_of(staff)


def _rows_of(staff: Sequence[StaffLine]) -> int:
    return max(1, (len(staff) + 2) // 2)


def _footer(paper: Paper, facts: FireFacts, language: Words, page: tuple[int, int]) -> None:
    y = paper.height - 9.0
    printed = language.text(N_("Fire list, printed {day} {time}"))
    text = printed.format(day=language.short_day(facts.printed.date()), time=f"{facts.printed:%H:%M}")
    if facts.preview:
        text = f"{text} · {language.text(labels.PREVIEW)}"
    paper.text(LEFT, y, text, 7.5)
    number = language.text(N_("page {n} of {of}")).format(n=page[0], of=page[1])
    paper.text(paper.width - LEFT, y, number, 7.5, 500, align="right")


def _text(facts: FireFacts, part: _Part, language: Words) -> str:
    """A page as text, for those who do not see it."""
    place = facts.meeting_point or "–"
    lines = [
        f"{language.text(TITLE)} – {_moment(facts, language)}",
        count_words(facts, language),
        how_words(facts, language),
        language.text(N_("Meeting point: {place}")).format(place=place),
    ]
    for line in part.lines:
        help_ = ", ".join(language.text(ALERT_LABELS[kind]) for kind in line.help)
        said = (line.name, line.native, _where_words(line, language), help_)
        lines.append(" | ".join(p for p in said if p))
    if part.last:
        lines += _not_yet(facts, language)
        lines.append(staff_head(facts, language))
        lines += [" ".join(p for p in (s.name, s.room) if p) for s in facts.staff]
    return "\n".join(lines)
