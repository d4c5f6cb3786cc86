"""What the search field offers for what was typed: hits as lines, screens and commands, under headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from groupwork import i18n
from groupwork.domain.search import search_key, typed_words
from groupwork.i18n import _, current, ngettext
from groupwork.operations.desk import Desk, Right
from groupwork.operations.search import Hit, HitKind, search
from groupwork.ui.actions import key_words
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.roles import CATEGORY_ICONS
from groupwork.ui.search.ways import COMMAND_WAYS, SCREENS, Way

EACH = 4
"""Lines under one heading."""


@dataclass(frozen=True)
class Offer:
    """One line of the list: it leads to a place, or carries out a command of the window."""

    icon: str
    words: str
    below: str = ""
    native: str = ""
    tone: str = "accent"
    place: Place | None = None
    command: str = ""
    keys: str = ""

    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.words, self.native, self.below, self.keys) if part)


@dataclass(frozen=True)
class OfferGroup:
    """Lines under a heading."""

    heading: str
    offers: tuple[Offer, ...]


def offers(gate: Gate, typed: str) -> tuple[OfferGroup, ...]:
    """Everything found, grouped in the order it is shown; headings without lines are left out."""
    desk = gate.desk()
    hits = gate.ask(search, typed, EACH) or ()
    groups = (
        OfferGroup(_("People"), tuple(_person(h, desk) for h in _of(hits, HitKind.PERSON))),
        OfferGroup(
            _("Groups and activities"),
            (
                *(_group(h, desk.today) for h in _of(hits, HitKind.GROUP, HitKind.ACTIVITY)),
                *_all_dates(hits, desk),
            ),
        ),
        OfferGroup(_("Sessions"), tuple(_session(h) for h in _of(hits, HitKind.SESSION))),
        OfferGroup(_("Screens"), tuple(_ways(SCREENS, typed, desk))),
        OfferGroup(_("Commands"), tuple(_ways(COMMAND_WAYS, typed, desk))),
        OfferGroup(_("Dates"), tuple(_date(h, desk.today) for h in _of(hits, HitKind.DATE))),
    )
    filled = tuple(group for group in groups if group.offers)
    if any(hit.kind is HitKind.DATE for hit in hits) and any(c.isdigit() for c in typed):
        return (filled[-1], *filled[:-1])  # with a number in it a date is meant
    return filled


def count_words(groups: Iterable[OfferGroup]) -> str:
    """ "5 found", for a screen reader."""
    number = sum(len(group.offers) for group in groups)
    return ngettext("{n} found", "{n} found", number).format(n=number)


def _of(hits: Iterable[Hit], *kinds: HitKind) -> list[Hit]:
    return [hit for hit in hits if hit.kind in kinds][:EACH]


def _ways(ways: Iterable[Way], typed: str, desk: Desk) -> Iterator[Offer]:
    words = typed_words(typed)
    found = [way for way in ways if words and desk.may(way.right) and _answers(way, words)]
    for way in found[:EACH]:
        place = Place(way.page, desk.today, part=way.part) if way.page else None
        yield Offer(
            way.icon,
            _(way.words),
            place=place,
            command=way.command,
            keys=key_words(way.keys) if way.keys else "",
        )


def _answers(way: Way, words: Iterable[str]) -> bool:
    """Whether every typed word begins one of its words, in English or German."""
    sources = (way.words, way.also)
    key = search_key(i18n.words(language).text(source) for language in i18n.LANGUAGES for source in sources)
    return all(f" {word}" in key for word in words)


def _lead(hit: Hit, today: date) -> Place:
    if hit.group is not None:
        return Place("group", group=hit.group)
    if hit.kind is HitKind.ACTIVITY:
        return Place("activity", activity=hit.activity)
    if hit.spot is None:
        return Place("schedule", hit.day or today)
    return Place("schedule", hit.spot.date, hit.spot.id)


def _when(hit: Hit, title: str) -> str:
    """ "next: Wood workshop, Wed 18 Nov"; for a group without its own title again."""
    if hit.spot is None:
        return _("in no session yet") if hit.kind is HitKind.PERSON else _("no session yet")
    day = current().day(hit.spot.date)
    session = f"{title}, {day}" if title else day
    return (_("next: {session}") if hit.coming else _("last: {session}")).format(session=session)


def _person(hit: Hit, desk: Desk) -> Offer:
    """To the person's page for whoever may open records, else to the session they are in."""
    name = hit.name
    opens = hit.person is not None and desk.may(Right.RECORDS)
    place = Place("participant", participant=hit.person) if opens else _lead(hit, desk.today)
    return Offer(
        "user-round",
        hit.title,
        below=f"{hit.code} · {_when(hit, hit.spot.title if hit.spot is not None else '')}",
        native=name.native if name is not None else "",
        place=place,
    )


def _group(hit: Hit, today: date) -> Offer:
    time = ""
    if hit.weekday is not None and hit.start is not None and hit.end is not None:
        weekday = i18n.WEEKDAYS[current().language][hit.weekday]
        time = f"{weekday} {current().span(hit.start, hit.end)}"
    below = " · ".join(part for part in (time, hit.place, _when(hit, "")) if part)
    return Offer(_icon(hit), hit.title, below=below, tone=_tone(hit), place=_lead(hit, today))


def _all_dates(hits: Iterable[Hit], desk: Desk) -> Iterator[Offer]:
    """The registers of the group that answers best, side by side."""
    best = next((hit for hit in hits if hit.kind is HitKind.GROUP), None)
    if best is not None and best.group is not None and desk.may(Right.RECORDS):
        words = _("All dates: {group}").format(group=best.title)
        place = Place("block", desk.today, group=best.group)
        yield Offer("list-checks", words, below=_("registers side by side"), tone=_tone(best), place=place)


def _session(hit: Hit) -> Offer:
    time = ""
    if hit.spot is not None:
        time = f"{current().day(hit.spot.date)}, {current().span(hit.spot.start, hit.spot.end)}"
    off = "" if hit.held else _("not held")
    below = " · ".join(part for part in (time, hit.place, off) if part)
    place = Place("schedule", hit.spot.date, hit.spot.id) if hit.spot is not None else None
    return Offer(_icon(hit), hit.title, below=below, tone=_tone(hit), place=place)


def _icon(hit: Hit) -> str:
    return CATEGORY_ICONS.get(hit.category, "calendar")


def _tone(hit: Hit) -> str:
    return f"{hit.category}:strong" if hit.category in CATEGORY_ICONS else "accent"


def _date(hit: Hit, today: date) -> Offer:
    day = hit.day or today
    if hit.week:
        words = _("Week {n}, from {day}").format(n=day.isocalendar().week, day=current().day(day, year=True))
        return Offer("calendar-days", words, place=Place("schedule", day))
    words = current().day(day, year=True, long=True)
    return Offer("calendar", words, below=_away((day - today).days), place=Place("schedule", day))


def _away(days: int) -> str:
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in near:
        return near[days]
    if days > 0:
        return ngettext("in {n} day", "in {n} days", days).format(n=days)
    return ngettext("{n} day ago", "{n} days ago", -days).format(n=-days)
