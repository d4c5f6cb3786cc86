"""What the plan of a session says on paper."""

from __future__ import annotations

from groupwork.domain.session_plan import PlanFacts
from groupwork.domain.sessions import SessionInfo
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.logo import on_paper
from groupwork.operations.session_plan import plan
from groupwork.operations.settings import read_centre


@allowed(Right.PRINT)
def plan_facts(desk: Desk, session: SessionInfo, language: str, *, preview: bool) -> PlanFacts:
    """The plan's facts in the sheet's language; as many SELECTs for every session."""
    centre = read_centre(desk.store)
    return PlanFacts(
        centre=centre.name,
        plan=plan(desk, session.id),
        printed=desk.now,
        number=session.number,
        signs=centre.signs(language),
        logo=on_paper(desk.store),
        preview=preview,
    )
