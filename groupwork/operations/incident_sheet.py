"""The incident form on paper, filled in or blank. Printing one is an event in the journal."""

from __future__ import annotations

from groupwork.domain.ids import IncidentId
from groupwork.domain.incident_sheet import IncidentFacts
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.incident_changes import changes_of
from groupwork.operations.incidents import incident as read
from groupwork.operations.logo import on_paper
from groupwork.operations.settings import read_centre
from groupwork.operations.sheet_look import chosen_look, look_name
from groupwork.operations.sheets import Sheet


@allowed(Right.PRINT)
def incident_sheet(
    desk: Desk,
    incident: IncidentId | None = None,
    *,
    changes: bool = False,
    language: str | None = None,
    paper: str | None = None,
    large: bool = False,
    preview: bool = False,
) -> Sheet:
    """The form of an entry, for those who may read notes; without one a blank form for the clipboard.

    With `changes` what was changed in it stands at its end. Language and paper are the centre's unless
    given. A preview says so on the sheet and is no event.
    """
    from groupwork.sheets.incident_form import incident_form as draw

    look = chosen_look(desk.store, language, paper, large)
    found = read(desk, incident) if incident is not None else None
    facts = IncidentFacts(
        centre=read_centre(desk.store).name,
        printed=desk.now,
        incident=found,
        changes=changes_of(desk, found.id) if found is not None and changes else (),
        logo=on_paper(desk.store),
        preview=preview,
    )
    drawn = draw(facts, look)
    if not preview:
        desk.store.journal.event("incident.printed", {"incident": incident or 0}, desk.actor)
    name = look_name(look, "incident")
    if found is not None:
        name = f"{name}-{found.text.date.isoformat()}-{found.id}"
    return Sheet(drawn.data, drawn.pages, drawn.text, f"{name}.pdf")
