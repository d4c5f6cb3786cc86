"""A session's whole sheet: its plan where it was asked for, the register, what a copy says beside it."""

from __future__ import annotations

from dataclasses import dataclass

from groupwork.domain.layout import Layout, Slot
from groupwork.domain.sheet_facts import Look, SessionFacts, Stamp
from groupwork.i18n import N_
from groupwork.sheets import block_page, labels
from groupwork.sheets.also_recorded import LEFT, TITLE
from groupwork.sheets.page import Paper
from groupwork.sheets.reading import session_texts
from groupwork.sheets.session_plan import PlanPages, plan_pages
from groupwork.sheets.session_sheet import Job, draw_session, draw_tag, job, notice, put


@dataclass(frozen=True)
class Whole:
    """Everything that is printed for one session, ready to be drawn."""

    sheet: Job
    plan: PlanPages | None = None

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return self.sheet.pages + (len(self.plan.placed.pages) if self.plan is not None else 0)

    @property
    def texts(self) -> tuple[str, ...]:
        """The same as text, page by page."""
        before = block_page.texts(self.plan.frame, self.plan.placed) if self.plan is not None else ()
        return (*before, *session_texts(self.sheet))

    def draw(self, paper: Paper) -> None:
        """The plan first: who stands in reads it before the people come."""
        if self.plan is not None:
            block_page.draw_onto(paper, self.plan.frame, self.plan.placed, self.sheet.look)
        draw_session(paper, self.sheet)
        _draw_also(paper, self.sheet)


def whole(facts: SessionFacts, layout: Layout, look: Look, stamp: Stamp) -> Whole:
    """Everything these facts need."""
    plan = plan_pages(facts.plan, look) if facts.plan is not None else None
    return Whole(job(facts, layout, look, stamp), plan)


def _draw_also(paper: Paper, sheet: Job) -> None:
    also = sheet.also
    for number in range(also.pages if also is not None else 0):
        paper.turn(sheet.layout.width, sheet.layout.height)
        _head(paper, sheet)
        if also is not None:
            also.placed.draw(paper, number)
        _foot(paper, sheet, number)
        paper.end_page()


def _head(paper: Paper, sheet: Job) -> None:
    session = sheet.facts.register.session
    right, half = paper.width - LEFT, paper.width / 2
    draw_tag(paper, Slot("tag", LEFT, 12.7, 80.0, 7.5, 700), sheet.words)
    put(paper, Slot("centre", right, 12.7, 90.0, 8.0, align="right", floor=6.0), sheet.facts.centre)
    put(paper, Slot("title", LEFT, 25.5, half - LEFT, 20.0, 700, floor=11.0), session.title)
    when = labels.date_line(session, sheet.words)
    put(paper, Slot("date", right, 25.5, half - LEFT - 4.0, 14.0, 700, "right", floor=9.0), when)
    put(paper, Slot("sub", LEFT, 32.0, 60.0, 11.0, 500, floor=8.0), sheet.words.text(TITLE))
    put(paper, Slot("notice", right, 32.0, 100.0, 8.0, 700, "right", floor=6.5), notice(sheet))
    paper.rule(LEFT, 35.5, right, 35.5, 0.5)


def _foot(paper: Paper, sheet: Job, number: int) -> None:
    at = len(sheet.layout.pages) + number + 1
    text = sheet.words.text(N_("page {n} of {of}")).format(n=at, of=sheet.pages)
    paper.text(paper.width - LEFT, paper.height - 9.0, text, 7.5, 500, align="right")
