"""The plan of a session on paper. Printing one is an event in the journal and changes nothing."""

from __future__ import annotations

from groupwork.domain.ids import SessionId
from groupwork.operations import sessions
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.plan_facts import plan_facts
from groupwork.operations.sheet_look import chosen_look, look_name
from groupwork.operations.sheets import Sheet


@allowed(Right.PRINT)
def plan_sheet(
    desk: Desk,
    session: SessionId,
    *,
    language: str | None = None,
    paper: str | None = None,
    large: bool = False,
    preview: bool = False,
) -> Sheet:
    """The plan as a PDF; alerts that may not be on paper and notes are not on it.

    Language and paper are the centre's unless given. A preview says so on the sheet and is no event.
    """
    from groupwork.sheets.session_plan import session_plan as draw

    look = chosen_look(desk.store, language, paper, large)
    info = sessions.session(desk, session)
    drawn = draw(plan_facts(desk, info, look.language, preview=preview), look)
    if not preview:
        desk.store.journal.event("plan.printed", {"session": session}, desk.actor)
    name = f"{look_name(look, 'plan')}-{info.date.isoformat()}-{session}.pdf"
    return Sheet(drawn.data, drawn.pages, drawn.text, name, session=info)
