"""The fire list of a day on paper. Printing one is an event in the journal and changes nothing."""

from __future__ import annotations

from datetime import date as _date
from datetime import time
from typing import TYPE_CHECKING

from groupwork.domain.fire_list import FireFacts, StaffLine, basis, fire_lines, not_yet
from groupwork.domain.ids import ParticipantId
from groupwork.domain.people import AlertKind
from groupwork.operations import presence
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.logo import on_paper
from groupwork.operations.settings import read_centre
from groupwork.operations.sheet_look import chosen_look, look_name
from groupwork.operations.sheets import Sheet
from groupwork.store import reads_presence as reads

if TYPE_CHECKING:
    from groupwork.store.database import Store


@allowed(Right.PRINT)
def fire_list(
    desk: Desk,
    date: _date | None = None,
    *,
    language: str | None = None,
    paper: str | None = None,
    large: bool = False,
    preview: bool = False,
) -> Sheet:
    """Who is here at this moment, or who is expected while nothing is known of the day; says which.

    Language and paper are the centre's unless given. A preview says so on the sheet and is no event.
    """
    from groupwork.sheets.fire_list import fire_list as draw

    day = date or desk.today
    look = chosen_look(desk.store, language, paper, large)
    drawn = draw(facts(desk, day, preview=preview), look)
    if not preview:
        desk.store.journal.event("fire_list.printed", {"date": day}, desk.actor)
    name = f"{look_name(look, 'fire_list')}-{day.isoformat()}-{desk.now:%H%M}.pdf"
    return Sheet(drawn.data, drawn.pages, drawn.text, name)


@allowed(Right.PRINT)
def facts(desk: Desk, date: _date, *, preview: bool = False) -> FireFacts:
    """What the list of a day says. Few SELECTs."""
    page = presence.day(desk, date)
    centre = read_centre(desk.store)
    return FireFacts(
        centre=centre.name,
        date=date,
        printed=desk.now,
        basis=basis(page),
        lines=fire_lines(page, _alerts(desk.store)),
        not_yet=not_yet(page),
        staff=_staff(desk, date),
        meeting_point=centre.meeting_point,
        logo=on_paper(desk.store),
        preview=preview,
    )


def _alerts(store: Store) -> dict[ParticipantId, tuple[AlertKind, ...]]:
    found: dict[ParticipantId, tuple[AlertKind, ...]] = {}
    for person, kind, _words in reads.alerts(store.db):
        found[ParticipantId(person)] = (*found.get(ParticipantId(person), ()), AlertKind(kind))
    return found


def _staff(desk: Desk, day: _date) -> tuple[StaffLine, ...]:
    """Everybody who runs a session that day, once: where they are now, else their next session.

    When nobody runs one, all who work at the centre.
    """
    now = desk.now.time() if day == desk.today else time.min
    found: dict[int, StaffLine] = {}
    over: dict[int, StaffLine] = {}
    for person, name, start, end, title, room in reads.staff(desk.store.db, day):
        line = StaffLine(name, room or title, time.fromisoformat(start))
        kept = found if time.fromisoformat(end) > now else over
        kept.setdefault(person, line)
    if not found and not over:
        return tuple(StaffLine(name) for (name,) in reads.all_staff(desk.store.db))
    return tuple(sorted((over | found).values(), key=lambda line: line.name))
