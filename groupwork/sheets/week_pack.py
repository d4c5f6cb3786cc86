"""The registers of a week: a page of contents, then day by day "Read before you start" and the sheets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from groupwork.domain.layout import Slot
from groupwork.domain.layout_sizes import PAPERS
from groupwork.domain.sheet_facts import DayFacts, Look, SessionFacts, Stamp, WeekFacts
from groupwork.errors import Cancelled
from groupwork.i18n import N_, Words, words
from groupwork.sheets import labels
from groupwork.sheets.day_pack import FirstPages, draw_first_pages, plan_first_pages
from groupwork.sheets.draw import layout_of
from groupwork.sheets.drawn import LOCK, Drawn
from groupwork.sheets.logo import draw_logo
from groupwork.sheets.page import Paper
from groupwork.sheets.session_sheet import draw_tag, put
from groupwork.sheets.whole import Whole, whole

LEFT, TOP, BOTTOM = 16.0, 42.0, 19.0
HEAD, LINE = 9.4, 5.6
TITLE = N_("Registers of the week")
STOPPED = N_("The sheets of the week were stopped. Nothing was printed.")
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Day:
    """A day with its planned first pages and its sheets."""

    facts: DayFacts
    first: FirstPages
    jobs: tuple[Whole, ...]

    @property
    def pages(self) -> int:
        """How many pages the day has."""
        return len(self.first.pages) + sum(each.pages for each in self.jobs)


def week_pack(
    facts: WeekFacts,
    look: Look,
    stamps: tuple[Stamp, ...],
    *,
    preview: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Drawn:
    """The whole week in one PDF; one stamp for each sheet, in order. Raises Cancelled between two sheets."""
    with LOCK:
        days = _days(facts, look, stamps)
        language = words(look.language)
        lines = _contents(facts, days, language, PAPERS[look.paper][1])
        paper = Paper(*PAPERS[look.paper], language.text(TITLE), look.language)
        _draw_contents(paper, facts, look, lines, preview=preview)
        texts = [_contents_text(facts, page, language) for page in lines]
        done, of = 0, sum(len(day.jobs) for day in days)
        for day in days:
            draw_first_pages(paper, day.facts, look, day.first, preview=preview)
            texts += day.first.texts
            for each in day.jobs:
                if cancelled is not None and cancelled():
                    raise Cancelled(STOPPED)
                each.draw(paper)
                texts += each.texts
                done += 1
                if progress is not None:
                    progress(done, of)
        return Drawn(paper.save(), tuple(texts))


def _days(facts: WeekFacts, look: Look, stamps: tuple[Stamp, ...]) -> list[_Day]:
    days, left = [], list(stamps)
    for day in facts.days:
        jobs = tuple(_job(session, look, left.pop(0)) for session in day.sessions)
        if jobs:
            days.append(_Day(day, plan_first_pages(day, look), jobs))
    return days


def _job(session: SessionFacts, look: Look, stamp: Stamp) -> Whole:
    return whole(session, layout_of(session, look), look, stamp)


@dataclass(frozen=True)
class _Line:
    """A line of the contents: a day's head, or a session with its page."""

    text: str
    page: int = 0
    beside: str = ""


def _contents(facts: WeekFacts, days: list[_Day], language: Words, height: float) -> list[tuple[_Line, ...]]:
    """The lines page by page; how many pages they fill moves every number."""
    room = height - TOP - BOTTOM
    pages: list[tuple[_Line, ...]] = [()]
    for _again in range(3):
        before = len(pages)
        pages = _broken(_lines(facts, days, language, before), room)
        if len(pages) == before:
            break
    return pages


def _broken(lines: list[_Line], room: float) -> list[tuple[_Line, ...]]:
    pages: list[list[_Line]] = [[]]
    used = 0.0
    for at, line in enumerate(lines):
        high = LINE if line.page or line.beside else HEAD
        needed = high + (LINE if high == HEAD and at + 1 < len(lines) else 0.0)
        if pages[-1] and used + needed > room:
            pages.append([])
            used = 0.0
        pages[-1].append(line)
        used += high
    return [tuple(page) for page in pages]


def _lines(facts: WeekFacts, days: list[_Day], language: Words, own: int) -> list[_Line]:
    lines: list[_Line] = []
    page, by_date = own + 1, {day.facts.date: day for day in days}
    for facts_of_day in facts.days:
        head = language.day(facts_of_day.date, long=True)
        closed = f" · {facts_of_day.closure}" if facts_of_day.closure else ""
        day = by_date.get(facts_of_day.date)
        if day is None and not closed and not facts_of_day.lost:
            continue
        lines.append(_Line(f"{head}{closed}"))
        if day is not None:
            lines.append(_Line(language.text(N_("Read before you start")), page))
            page += len(day.first.pages)
            for each in day.jobs:
                lines.append(_Line(_session_line(each, language), page, _people(each, language)))
                page += each.pages
        lines += [_lost(session, language) for session in facts_of_day.lost]
    return lines


def _session_line(each: Whole, language: Words) -> str:
    session = each.sheet.facts.register.session
    parts = (session.title, session.room_name)
    return f"{language.span(session.start, session.end)}  " + " · ".join(part for part in parts if part)


def _people(each: Whole, language: Words) -> str:
    n = len(each.sheet.facts.register.rows)
    return language.plural("{n} person", "{n} people", n).format(n=n)


def _lost(session: SessionFacts, language: Words) -> _Line:
    info = session.register.session
    words_ = language.text(N_("does not take place: {reason}")).format(reason=info.reason)
    return _Line(f"{language.span(info.start, info.end)}  {info.title}", 0, words_)


def _draw_contents(
    paper: Paper, facts: WeekFacts, look: Look, pages: list[tuple[_Line, ...]], *, preview: bool
) -> None:
    language = words(look.language)
    width, height = PAPERS[look.paper]
    for number, lines in enumerate(pages, 1):
        paper.turn(width, height)
        _header(paper, facts, language)
        y = TOP
        for line in lines:
            y += _draw_line(paper, line, y)
        foot = language.text(N_("Registers of the week, printed {day} {time}"))
        text = foot.format(day=language.short_day(facts.printed.date()), time=f"{facts.printed:%H:%M}")
        said = f"{text} · {language.text(labels.PREVIEW)}" if preview else text
        paper.text(LEFT, height - 9.0, said, 7.5)
        of = language.text(N_("page {n} of {of}")).format(n=number, of=len(pages))
        paper.text(width - LEFT, height - 9.0, of, 7.5, 500, align="right")
        paper.end_page()


def _draw_line(paper: Paper, line: _Line, y: float) -> float:
    right = paper.width - LEFT
    if not line.page and not line.beside:
        put(paper, Slot("day", LEFT, y + 6.8, right - LEFT, 12.5, 700, floor=9.0), line.text)
        paper.rule(LEFT, y + 8.4, right, y + 8.4, 0.35)
        return HEAD
    put(paper, Slot("session", LEFT + 4.0, y + 4.3, 108.0, 10.5, floor=7.0), line.text)
    put(paper, Slot("people", LEFT + 115.0, y + 4.3, 48.0, 9.5, floor=6.5), line.beside)
    if line.page:
        paper.text(right, y + 4.3, str(line.page), 10.5, 700, align="right")
    return LINE


def _header(paper: Paper, facts: WeekFacts, language: Words) -> None:
    right = paper.width - LEFT
    draw_tag(paper, Slot("tag", LEFT, 12.7, 80.0, 7.5, 700), language)
    beside = draw_logo(paper, facts.logo, right)
    put(paper, Slot("centre", beside, 12.7, 90.0, 8.0, align="right", floor=6.0), facts.centre)
    put(paper, Slot("title", LEFT, 25.5, 116.0, 22.0, 700, floor=16.0), language.text(TITLE))
    put(paper, Slot("date", right, 25.5, 58.0, 14.0, 700, "right", floor=9.0), _span(facts, language))
    put(paper, Slot("sub", LEFT, 32.0, right - LEFT, 11.0, floor=8.0), _summary(facts, language))
    paper.rule(LEFT, 35.5, right, 35.5, 0.5)
    paper.text(right, 41.0, language.text(N_("page")), 8.5, 500, align="right")


def _span(facts: WeekFacts, language: Words) -> str:
    return f"{language.short_day(facts.days[0].date)} – {language.short_day(facts.days[-1].date)}"


def _summary(facts: WeekFacts, language: Words) -> str:
    sheets = sum(len(day.sessions) for day in facts.days)
    text = language.plural("Week {week}: {n} sheet", "Week {week}: {n} sheets", sheets)
    return text.format(week=facts.days[0].date.isocalendar().week, n=sheets)


def _contents_text(facts: WeekFacts, lines: tuple[_Line, ...], language: Words) -> str:
    head = f"{language.text(TITLE)} – {_span(facts, language)}"
    told = (" | ".join(p for p in (e.text, e.beside, str(e.page or "")) if p) for e in lines)
    return "\n".join([head, _summary(facts, language), *told])
