"""Head and foot of the sheets that are made of blocks, and the drawing of their pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from groupwork.domain.layout import Slot
from groupwork.domain.layout_sizes import PAPERS
from groupwork.domain.logo import Logo
from groupwork.domain.sheet_facts import Look
from groupwork.i18n import N_, Words, words
from groupwork.sheets import labels
from groupwork.sheets.blocks import Placing
from groupwork.sheets.drawn import LOCK, Drawn
from groupwork.sheets.logo import draw_logo
from groupwork.sheets.page import Paper
from groupwork.sheets.session_sheet import draw_tag, put

LEFT, TOP, BOTTOM = 16.0, 39.0, 14.0


@dataclass(frozen=True)
class Frame:
    """What stands round the blocks, in the sheet's language. `title` of the file names its kind only."""

    kind: str
    title: str
    when: str
    sub: str
    centre: str
    foot: str
    """Source text of the foot line, with {day} and {time}."""
    printed: datetime
    logo: Logo | None = None
    preview: bool = False
    tag: str = labels.STAFF_ONLY


def placing(look: Look) -> Placing:
    """Empty pages of this paper."""
    return Placing(TOP, PAPERS[look.paper][1] - BOTTOM)


def draw(frame: Frame, placed: Placing, look: Look) -> Drawn:
    """The pages as a PDF, and their content as text. One sheet is drawn at a time."""
    with LOCK:
        paper = Paper(*PAPERS[look.paper], frame.kind, look.language)
        draw_onto(paper, frame, placed, look)
        return Drawn(paper.save(), texts(frame, placed))


def draw_onto(paper: Paper, frame: Frame, placed: Placing, look: Look) -> None:
    """The pages behind what is on the paper already."""
    language = words(look.language)
    for number in range(len(placed.pages)):
        paper.turn(*PAPERS[look.paper])
        _head(paper, frame, language)
        placed.draw(paper, number)
        _foot(paper, frame, language, (number + 1, len(placed.pages)))
        paper.end_page()


def texts(frame: Frame, placed: Placing) -> tuple[str, ...]:
    """The same as text, page by page."""
    title = " – ".join(part for part in (frame.title, frame.when, frame.sub) if part)
    return tuple(f"{title}\n{text}" for text in placed.texts())


def day_words(day: date, language: Words) -> str:
    """ "Tue 29 Sep 2026", "Di 29.09.2026"."""
    weekday = language.day(day).split()[0].rstrip(".,")
    return f"{weekday} {language.short_day(day)}"


def _head(paper: Paper, frame: Frame, language: Words) -> None:
    right = paper.width - LEFT
    draw_tag(paper, Slot("tag", LEFT, 12.7, 80.0, 7.5, 700), language, frame.tag)
    beside = draw_logo(paper, frame.logo, right)
    put(paper, Slot("centre", beside, 12.7, 80.0, 8.0, align="right", floor=6.0), frame.centre)
    put(paper, Slot("title", LEFT, 25.5, 118.0, 22.0, 700, floor=13.0), frame.title)
    put(paper, Slot("date", right, 25.5, 58.0, 14.0, 700, "right", floor=10.0), frame.when)
    put(paper, Slot("sub", LEFT, 32.0, right - LEFT, 11.0, floor=8.0), frame.sub)
    paper.rule(LEFT, 35.5, right, 35.5, 0.5)


def _foot(paper: Paper, frame: Frame, language: Words, page: tuple[int, int]) -> None:
    y, at = paper.height - 9.0, frame.printed
    text = language.text(frame.foot).format(day=language.short_day(at.date()), time=f"{at:%H:%M}")
    if frame.preview:
        text = f"{text} · {language.text(labels.PREVIEW)}"
    paper.text(LEFT, y, text, 7.5)
    number = language.text(N_("page {n} of {of}")).format(n=page[0], of=page[1])
    paper.text(paper.width - LEFT, y, number, 7.5, 500, align="right")
