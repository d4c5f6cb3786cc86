"""The first pages of the day pack: "Read before you start" – every printed alert in words.

Big and calm: session by session, person by person, so that somebody who stands in knows what matters.
Not read by machine, so its places are here and not in a layout.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from groupwork.domain.layout import Slot
from groupwork.domain.layout_sizes import PAPERS
from groupwork.domain.people import ALERT_LABELS, Alert
from groupwork.domain.register import RegisterRow
from groupwork.domain.sheet_facts import DayFacts, Look, SessionFacts, printed_alerts, unprinted
from groupwork.i18n import N_, Words, words
from groupwork.sheets import labels, signs
from groupwork.sheets.logo import draw_logo
from groupwork.sheets.page import Paper
from groupwork.sheets.rows import shown_names
from groupwork.sheets.session_sheet import draw_tag, put
from groupwork.sheets.text import Fitted, Room, fit

LEFT, TOP, BOTTOM = 16.0, 42.0, 19.0
HEAD, NAME, BODY = 14.0, 12.0, 11.0
LINE = 5.2
INDENT = 9.0
MOST_LINES = 40
TITLE = N_("Read before you start")


@dataclass(frozen=True)
class _Block:
    """A piece of the page that is not broken: its height, how it is drawn at a y, what it says."""

    height: float
    draw: Callable[[Paper, float], None]
    text: str
    opens: bool = False
    """A session's head: it does not stay alone at the foot of a page."""


@dataclass(frozen=True)
class FirstPages:
    """The planned pages with their texts, ready to be drawn."""

    pages: tuple[tuple[_Block, ...], ...]
    texts: tuple[str, ...]


def plan_first_pages(facts: DayFacts, look: Look) -> FirstPages:
    """What stands on which page. At least one page, also for a day without sessions or alerts."""
    language = words(look.language)
    width, height = PAPERS[look.paper]
    scale = 1.25 if look.large else 1.0
    blocks = _blocks(facts, language, width - 2 * LEFT, scale)
    room = height - TOP - BOTTOM
    pages: list[list[_Block]] = [[]]
    used = 0.0
    for at, block in enumerate(blocks):
        if pages[-1] and used + _kept_together(blocks, at) > room:
            pages.append([])
            used = 0.0
        pages[-1].append(block)
        used += block.height
    title = f"{language.text(TITLE)} – {_day(facts, language)}"
    texts = tuple("\n".join([title, *(b.text for b in page)]) for page in pages)
    return FirstPages(tuple(tuple(page) for page in pages), texts)


def _kept_together(blocks: list[_Block], at: int) -> float:
    """The height of a block and, for heads, of what must stand under it."""
    height = blocks[at].height
    while blocks[at].opens and at + 1 < len(blocks):
        at += 1
        height += blocks[at].height
    return height


def draw_first_pages(
    paper: Paper, facts: DayFacts, look: Look, planned: FirstPages, *, preview: bool
) -> None:
    """Draw the planned pages with header and footer."""
    language = words(look.language)
    width, height = PAPERS[look.paper]
    for number, blocks in enumerate(planned.pages, 1):
        paper.turn(width, height)
        _header(paper, facts, language, width)
        y = TOP
        for block in blocks:
            block.draw(paper, y)
            y += block.height
        _footer(paper, facts, language, (number, len(planned.pages)), preview)
        paper.end_page()


def _day(facts: DayFacts, language: Words) -> str:
    weekday = language.day(facts.date).split()[0].rstrip(".,")
    return f"{weekday} {language.short_day(facts.date)}"


def _header(paper: Paper, facts: DayFacts, language: Words, width: float) -> None:
    right = width - LEFT
    draw_tag(paper, Slot("tag", LEFT, 12.7, 60.0, 7.5, 700), language)
    beside = draw_logo(paper, facts.logo, right)
    put(paper, Slot("centre", beside, 12.7, 90.0, 8.0, align="right", floor=6.0), facts.centre)
    put(paper, Slot("title", LEFT, 25.5, 116.0, 22.0, 700, floor=16.0), language.text(TITLE))
    put(paper, Slot("date", right, 25.5, 58.0, 14.0, 700, "right", floor=10.0), _day(facts, language))
    sub = language.text(N_("What the signs on today’s sheets mean for whom. Keep it in the team room."))
    put(paper, Slot("sub", LEFT, 32.0, right - LEFT, 11.0, floor=8.0), sub)
    paper.rule(LEFT, 35.5, right, 35.5, 0.5)


def _footer(paper: Paper, facts: DayFacts, language: Words, page: tuple[int, int], preview: bool) -> None:
    y = paper.height - 9.0
    printed = language.text(N_("Day pack, printed {day} {time}"))
    text = printed.format(day=language.short_day(facts.printed.date()), time=f"{facts.printed:%H:%M}")
    if preview:
        text = f"{text} · {language.text(labels.PREVIEW)}"
    paper.text(LEFT, y, text, 7.5)
    number = language.text(N_("page {n} of {of}")).format(n=page[0], of=page[1])
    paper.text(paper.width - LEFT, y, number, 7.5, 500, align="right")


def _blocks(facts: DayFacts, language: Words, width: float, scale: float) -> list[_Block]:
    blocks = []
    if facts.closure:
        blocks.append(
            _notice(language.text(N_("Closed today: {name}")).format(name=facts.closure), width, scale)
        )
    if not facts.sessions:
        blocks.append(_notice(language.text(N_("No sessions are planned for this day.")), width, scale))
    for session in facts.sessions:
        blocks += _session(session, language, width, scale)
    return blocks


def _notice(text: str, width: float, scale: float) -> _Block:
    fitted = _lines(text, width - 8.0, HEAD * scale, 700)
    line = LINE * 1.25 * scale
    high = line * len(fitted.lines) + 5.0

    def draw(paper: Paper, y: float) -> None:
        paper.frame(LEFT, y, width, high, 0.5)
        for at, words_ in enumerate(fitted.lines):
            paper.text(LEFT + 4.0, y + 2.0 + line * (at + 0.75), words_, fitted.size, 700, whole=False)

    return _Block(high + 6.0, draw, text)


def _session(facts: SessionFacts, language: Words, width: float, scale: float) -> list[_Block]:
    session = facts.register.session
    time = labels.time_span(session, language)
    where = " · ".join(part for part in (session.room_name, ", ".join(p.name for p in session.staff)) if part)
    people = [row for row in facts.register.rows if printed_alerts(row.alerts)]
    title = f"{time}  {session.title}"

    def draw(paper: Paper, y: float) -> None:
        put(paper, Slot("head", LEFT, y + 5.0 * scale, width, HEAD * scale, 700, floor=10.0), title)
        put(paper, Slot("where", LEFT, y + 10.0 * scale, width, 10.0 * scale, floor=7.0), where)
        paper.rule(LEFT, y + 12.2 * scale, LEFT + width, y + 12.2 * scale, 0.35)

    head = _Block(14.0 * scale, draw, f"{title}\n{where}", opens=True)
    kept = unprinted(row.alerts for row in facts.register.rows)
    more = labels.kept_off(kept, language)
    if not people:
        return [head, _plain(more or language.text(N_("No alerts.")), width, scale)]
    blocks = [head]
    for row in people:
        blocks += _person(row, language, width, scale)
    return [*blocks, *([_plain(more, width, scale)] if more else [_space(5.0 * scale)])]


def _space(height: float) -> _Block:
    return _Block(height, lambda _paper, _y: None, "")


def _plain(text: str, width: float, scale: float) -> _Block:
    slot = Slot("plain", LEFT, 0.0, width, BODY * scale, floor=8.0)

    def draw(paper: Paper, y: float) -> None:
        put(paper, Slot("plain", slot.x, y + 4.6 * scale, slot.width, slot.size, floor=slot.floor), text)

    return _Block(11.0 * scale, draw, text)


def _person(row: RegisterRow, language: Words, width: float, scale: float) -> list[_Block]:
    called, second = shown_names(row)

    def draw(paper: Paper, y: float) -> None:
        base = y + 5.0 * scale
        room = Room(width * 0.6, NAME * scale, 7.0, 1, 700, name=True)
        fitted = fit(called, room) or Fitted((row.code,), NAME * scale)
        wide = paper.text(LEFT, base, fitted.lines[0], fitted.size, 700)
        beside = (
            fit(second, Room(width - wide - 3.0, 9.0 * scale, 6.0, 1, 400, name=True)) if second else None
        )
        if beside is not None:
            paper.text(LEFT + wide + 2.5, base, beside.lines[0], beside.size)

    head = _Block(6.4 * scale, draw, " ".join(part for part in (called, second) if part), opens=True)
    return [head, *(_alert(alert, language, width, scale) for alert in printed_alerts(row.alerts))]


def _alert(alert: Alert, language: Words, width: float, scale: float) -> _Block:
    kind = language.text(ALERT_LABELS[alert.kind])
    size, line = BODY * scale, LINE * scale
    text = f"{kind}: {alert.words}" if alert.words else kind
    fitted = _lines(text, width - INDENT * scale, size, 400)

    def draw(paper: Paper, y: float) -> None:
        signs.ALERTS[alert.kind](paper, LEFT + INDENT * scale / 2 - 0.6, y + line * 0.55, 1.75 * scale)
        for at, words_ in enumerate(fitted.lines):
            paper.text(LEFT + INDENT * scale, y + line * (at + 0.78), words_, fitted.size, whole=False)

    return _Block(line * len(fitted.lines) + 1.2 * scale, draw, f"  {text}")


def _lines(text: str, width: float, size: float, weight: int) -> Fitted:
    """All of the words, in as many lines as a page can take."""
    return fit(text, Room(width, size, size - 2.0, MOST_LINES, weight)) or Fitted((text,), size)
