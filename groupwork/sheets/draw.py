"""The door of the package: facts in, a PDF out. One sheet is drawn at a time.

ReportLab's font objects are shared and number glyphs in the order of their first use, so bytes are a
function of the facts only in a fresh process; text and pixels always are.
"""

from __future__ import annotations

from groupwork.domain.layout import Layout
from groupwork.domain.layout_session import session_layout
from groupwork.domain.layout_sizes import PAPERS
from groupwork.domain.sheet_facts import DayFacts, Look, SessionFacts, Stamp
from groupwork.i18n import N_, words
from groupwork.sheets.day_pack import draw_first_pages, plan_first_pages
from groupwork.sheets.drawn import LOCK, Drawn
from groupwork.sheets.page import Paper
from groupwork.sheets.whole import whole


def layout_of(facts: SessionFacts, look: Look) -> Layout:
    """The layout these facts need. Raises Refused for more than a sheet can hold."""
    register = facts.register
    return session_layout(
        len(register.rows),
        len(register.tasks),
        paper=look.paper,
        large=look.large,
        mood=register.records_mood,
        record=facts.record,
    )


def session_sheet(facts: SessionFacts, *, look: Look, stamp: Stamp) -> Drawn:
    """One session's sheet as a PDF: blank for the pen, or the record copy when `facts.record`."""
    sheet = whole(facts, layout_of(facts, look), look, stamp)
    with LOCK:
        layout = sheet.sheet.layout
        paper = Paper(
            layout.width, layout.height, words(look.language).text(N_("Session sheet")), look.language
        )
        sheet.draw(paper)
        return Drawn(paper.save(), sheet.texts)


def day_pack(facts: DayFacts, *, look: Look, stamps: tuple[Stamp, ...], preview: bool = False) -> Drawn:
    """The first page "Read before you start" and every session's sheet; one stamp for each session.

    A pack of record copies has no codes and is no preview: `preview` says which it is.
    """
    sheets = [
        whole(session, layout_of(session, look), look, stamp)
        for session, stamp in zip(facts.sessions, stamps, strict=True)
    ]
    with LOCK:
        first = plan_first_pages(facts, look)
        title = words(look.language).text(N_("Day pack"))
        paper = Paper(*PAPERS[look.paper], title, look.language)
        draw_first_pages(paper, facts, look, first, preview=preview)
        for sheet in sheets:
            sheet.draw(paper)
        texts = [text for sheet in sheets for text in sheet.texts]
        return Drawn(paper.save(), (*first.texts, *texts))
