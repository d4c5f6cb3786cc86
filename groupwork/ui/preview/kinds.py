"""Which sheet a place asks for, and how it is drawn: at once, or for a whole week by a worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer

from groupwork.domain.ids import IncidentId
from groupwork.domain.schedule import monday
from groupwork.errors import UserError
from groupwork.i18n import _, current, ngettext, say
from groupwork.operations import fire_list, incident_sheet, plan_sheet, sheets, week_pack
from groupwork.operations.desk import Desk
from groupwork.operations.sheets import Sheet
from groupwork.operations.week_pack import WeekPack
from groupwork.ui.background import Job, Report
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.preview.notes import NOTES, is_notes, notes_sheet, notes_title
from groupwork.ui.preview.wish import Wish

Then = Callable[[Sheet], None]


def kind_of(place: Place) -> str:
    """ "session", "plan", "incident", "day", "week", "fire_list", or empty while the place says nothing."""
    if place.part in ("fire_list", "week", "plan"):
        return place.part
    if place.part.partition(".")[0] == "incident":
        return "incident"
    if is_notes(place):
        return NOTES
    if place.session is not None:
        return "session"
    return "day" if place.date is not None else ""


def options_of(place: Place) -> str:
    """The kind whose switches the page shows: one note has no span of days."""
    kind = kind_of(place)
    return "note" if kind == NOTES and place.participant is None else kind


def incident_of(place: Place) -> IncidentId | None:
    """The entry in "incident.12" or "incident.12.changes"; None for a blank form."""
    number = place.part.partition(".")[2].partition(".")[0]
    return IncidentId(int(number)) if number.isdigit() else None


def turned(place: Place, by: int, gate: Gate) -> Place:
    """The same sheets a day, or for a week a week, earlier or later."""
    days = timedelta(days=7 * by if kind_of(place) == "week" else by)
    return replace(place, date=(place.date or gate.today) + days)


def title_of(place: Place, sheet: Sheet | None, gate: Gate) -> tuple[str, str]:
    """What it is, and when; without a sheet of what could not be drawn."""
    words, day = current(), place.date or gate.today
    if is_notes(place):
        return notes_title(place)
    if sheet is not None and sheet.session is not None:
        session = sheet.session
        title = (
            _("{session}: plan").format(session=session.title) if kind_of(place) == "plan" else session.title
        )
        return title, f"{words.day(session.date)}, {session.start:%H:%M}"
    if kind_of(place) == "incident":
        number = incident_of(place)
        entry = _("Entry {number}").format(number=number) if number is not None else _("To fill in")
        return _("Incident form"), entry
    if kind_of(place) == "fire_list":
        return _("Fire list"), f"{words.day(day, long=True)}, {gate.desk().now:%H:%M}"
    if kind_of(place) == "week":
        first = monday(day)
        span = f"{words.day(first)} – {words.day(first + timedelta(days=6), year=True)}"
        week = _("Week {week}").format(week=first.isocalendar().week)
        return _("Registers of the week"), f"{week}  ·  {span}"
    return _("Day pack"), words.day(day, long=True)


class Drawing(QObject):
    """Draws the sheet of a place. `then` gets it; a refusal goes to `refused`."""

    def __init__(self, gate: Gate, refused: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._gate, self._refused = gate, refused
        self._job: Job | None = None
        self._next: Callable[[], None] | None = None
        gate.busy_changed.connect(self._busy)

    def draw(self, place: Place, wish: Wish, then: Then, *, preview: bool) -> None:
        """Draw it; a preview of a week that is still being drawn is given up for a newer one."""
        if self._job is not None:
            self._next = partial(self.draw, place, wish, then, preview=preview)
            self._job.cancel()
            return
        try:
            if kind_of(place) == "week":
                self._week(place, wish, then, preview=preview)
            else:
                then(self._at_once(place, wish, preview=preview))
        except UserError as error:
            self._refused(say(error))

    def stop(self) -> None:
        """The page is left: nobody waits any more."""
        self._next = None
        if self._job is not None:
            self._job.cancel()

    def _at_once(self, place: Place, wish: Wish, *, preview: bool) -> Sheet:
        desk = self._gate.desk()
        plain = {"language": wish.language, "paper": wish.paper, "large": wish.large, "preview": preview}
        make: Callable[..., Sheet]
        alone = self._alone(desk, place, wish)
        if alone is not None:
            return alone(**plain)
        if place.session is not None:
            make = partial(sheets.session_sheet, desk, place.session)
        else:
            make = partial(sheets.day_pack, desk, place.date or self._gate.today, plans=wish.plans)
        return make(form=wish.form, **plain)

    @staticmethod
    def _alone(desk: Desk, place: Place, wish: Wish) -> Callable[..., Sheet] | None:
        """Sheets that are never to fill in or a record: they have no form to choose."""
        kind = kind_of(place)
        if kind == NOTES:
            return partial(notes_sheet, desk, place, wish)
        if kind == "plan" and place.session is not None:
            return partial(plan_sheet.plan_sheet, desk, place.session)
        if kind == "incident":
            changes = place.part.endswith(".changes")
            return partial(incident_sheet.incident_sheet, desk, incident_of(place), changes=changes)
        return partial(fire_list.fire_list, desk, place.date) if kind == "fire_list" else None

    def _week(self, place: Place, wish: Wish, then: Then, *, preview: bool) -> None:
        pack = week_pack.prepare(
            self._gate.desk(),
            place.date or self._gate.today,
            language=wish.language,
            paper=wish.paper,
            form=wish.form,
            large=wish.large,
            preview=preview,
            plans=wish.plans,
        )
        words = ngettext("Drawing {n} sheet", "Drawing {n} sheets", pack.sheets).format(n=pack.sheets)
        self._job = self._gate.long(words, partial(_draw, pack), partial(self._drawn, pack, then))
        if not self._gate.job:  # it ran at once
            self._job = None

    def _drawn(self, pack: WeekPack, then: Then, sheet: Sheet) -> None:
        self._job = None
        if self._next is not None:
            return  # `_busy` begins the newer one
        try:
            week_pack.keep(self._gate.desk(), pack)
        except UserError as error:
            self._refused(say(error))
            return
        then(sheet)

    def _busy(self, busy: bool) -> None:
        """A job has ended, perhaps given up: the newer wish begins."""
        if busy or not self._gate.open:
            return
        self._job = None
        wanted, self._next = self._next, None
        if wanted is not None:
            QTimer.singleShot(0, self, wanted)


def _draw(pack: WeekPack, report: Report) -> Sheet:
    """The job of drawing a week, on a thread of its own."""
    return pack.draw(report.progress, report.cancelled)
