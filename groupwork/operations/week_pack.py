"""The registers of a whole week on paper.

What stands on the sheets is read on the caller's thread; drawing them needs nothing of the file, so that
the window can leave it to a worker; what was printed is kept afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from groupwork.domain.schedule import monday as monday_of
from groupwork.domain.sessions import DayInfo, SessionStatus
from groupwork.domain.sheet_facts import DayFacts, Look, Stamp, WeekFacts
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations import sessions
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.kept_prints import Printed, centre_key, keep_prints, new_stamp
from groupwork.operations.logo import on_paper
from groupwork.operations.settings import read_centre
from groupwork.operations.sheet_look import chosen_look, look_name
from groupwork.operations.sheets import Sheet, session_facts, sheet_of, with_plan

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class WeekPack:
    """A week ready to be drawn."""

    facts: WeekFacts
    look: Look
    stamps: tuple[Stamp, ...]
    preview: bool

    @property
    def sheets(self) -> int:
        """How many session sheets it has."""
        return len(self.stamps)

    def draw(self, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None) -> Sheet:
        """The PDF, on any thread; `progress` gets sheets done and in all. Raises Cancelled."""
        from groupwork.sheets.week_pack import week_pack as draw

        drawn = draw(
            self.facts,
            self.look,
            self.stamps,
            preview=self.preview,
            progress=progress,
            cancelled=cancelled,
        )
        name = f"{look_name(self.look, 'week')}-{self.facts.days[0].date.isoformat()}.pdf"
        return sheet_of(drawn, name, [s for day in self.facts.days for s in day.sessions])


@allowed(Right.PRINT)
def prepare(
    desk: Desk,
    monday: date,
    *,
    language: str | None = None,
    paper: str | None = None,
    form: str = "auto",
    large: bool = False,
    preview: bool = False,
    plans: bool = False,
) -> WeekPack:
    """Read everything for the week in which the day lies; options as for `sheets.day_pack`.

    Sessions that do not take place get no sheet; the contents say why. Refused in words for a week
    without a session.
    """
    look = chosen_look(desk.store, language, paper, large)
    first = monday_of(monday)
    days = tuple(_day(desk, info, form, look, plans, preview) for info in sessions.week(desk, first))
    coded = [session for day in days for session in day.sessions]
    if not coded:
        raise Refused(N_("There are no sessions in the week from {date}."), date=first)
    key = b"" if preview else centre_key(desk.store)
    stamps = tuple(Stamp() if preview or facts.record else new_stamp(key) for facts in coded)
    centre = read_centre(desk.store).name
    return WeekPack(WeekFacts(centre, days, desk.now, on_paper(desk.store)), look, stamps, preview)


@allowed(Right.PRINT)
def keep(desk: Desk, pack: WeekPack) -> None:
    """Keep what was drawn as printed, in one step of the journal; a preview keeps nothing."""
    if pack.preview:
        return
    from groupwork.sheets import draw

    coded = [session for day in pack.facts.days for session in day.sessions]
    prints = [
        Printed(facts, draw.layout_of(facts, pack.look), stamp)
        for facts, stamp in zip(coded, pack.stamps, strict=True)
    ]
    keep_prints(prints, pack.look, desk, "week.printed", date=pack.facts.days[0].date)


@allowed(Right.PRINT)
def week_pack(
    desk: Desk,
    monday: date,
    *,
    language: str | None = None,
    paper: str | None = None,
    form: str = "auto",
    large: bool = False,
    preview: bool = False,
    plans: bool = False,
) -> Sheet:
    """All of it at once, on this thread."""
    pack = prepare(
        desk, monday, language=language, paper=paper, form=form, large=large, preview=preview, plans=plans
    )
    sheet = pack.draw()
    keep(desk, pack)
    return sheet


def _day(desk: Desk, info: DayInfo, form: str, look: Look, plans: bool, preview: bool) -> DayFacts:
    found = [session_facts(desk, session.id, form, look.language) for session in info.sessions]
    facts = [with_plan(desk, each, look, plans, preview) for each in found]
    held = tuple(f for f in facts if f.register.session.status is not SessionStatus.NOT_HELD)
    lost = tuple(f for f in facts if f.register.session.status is SessionStatus.NOT_HELD)
    centre = read_centre(desk.store).name
    return DayFacts(centre, info.date, info.closure, held, desk.now, on_paper(desk.store), lost)
