"""What the search field offers for what was typed: hits as lines, screens and commands, under headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from groupwork import i18n
from groupwork.domain.search import search_key, typed_words
from groupwork.i18n import N_, _, current, ngettext
from groupwork.operations.desk import Desk, Right
from groupwork.operations.search import Hit, HitKind, search
from groupwork.ui.actions import COMMANDS, key_words
from groupwork.ui.gate import Gate
from groupwork.ui.pages import RAIL
from groupwork.ui.place import Place
from groupwork.ui.roles import CATEGORY_ICONS

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


@dataclass(frozen=True)
class _Way:
    """A screen or command that is found by its words in either language, and by other words."""

    icon: str
    words: str
    page: str = ""
    part: str = ""
    command: str = ""
    keys: str = ""
    also: str = ""
    right: Right = Right.READ


_SCREENS = (
    *(_Way(item.icon, item.label, page=item.page, keys=f"Ctrl+{item.digit}") for item in RAIL),
    _Way(
        "user-check",
        N_("Who is here"),
        page="presence",
        keys="Ctrl+H",
        also=N_("presence, arrived, left, here now, day list"),
    ),
    _Way("history", N_("History"), page="history", also=N_("changes, journal")),
    _Way("key-round", N_("Recovery sheet"), page="recovery", right=Right.VAULT),
    _Way("hard-drive", N_("Backups"), page="backups", also=N_("copies, restore")),
    *(
        _Way(icon, words, page="settings", part=part, also=also)
        for icon, words, part, also in (
            ("monitor", N_("This computer"), "computer", N_("language, colours, text size, lock")),
            ("house", N_("The centre"), "centre", N_("name, address, opening hours, logo, paper")),
            ("calendar-off", N_("Terms and closures"), "terms", N_("public holidays, vacation, closed")),
            ("users", N_("Staff"), "staff", N_("facilitators, team, telephone")),
            ("door-open", N_("Rooms"), "rooms", N_("places, capacity")),
            ("list-checks", N_("Signs and reasons"), "reasons", N_("keys of the register, not held, away")),
            ("key-round", N_("Sign-ins"), "sign_ins", N_("passphrase, roles, who may do what")),
            ("info", N_("About"), "about", N_("version, licences, help, support")),
        )
    ),
)
_SHOWN_AS_SCREENS = frozenset({"search", "presence", "fire_list", *(item.page for item in RAIL)})
_ICONS = {
    "back": "arrow-left",
    "larger": "zoom-in",
    "smaller": "zoom-out",
    "normal": "type",
    "full": "maximize",
    "quit": "x",
}
_COMMANDS = (
    _Way("calendar-plus", N_("Plan a session"), page="plan", also=N_("new, add"), right=Right.PLAN),
    _Way("users-round", N_("New group"), page="group", part="new", also=N_("add"), right=Right.PLAN),
    _Way(
        "upload", N_("Import people"), page="import", also=N_("Excel, CSV, spreadsheet"), right=Right.PEOPLE
    ),
    _Way(
        "user-plus",
        N_("New person"),
        page="participants",
        part="new",
        also=N_("participant, add"),
        right=Right.PEOPLE,
    ),
    _Way("printer", N_("Print day pack"), page="preview", also=N_("sheets, registers"), right=Right.PRINT),
    _Way(
        "printer",
        N_("Print registers of the week"),
        page="preview",
        part="week",
        also=N_("sheets, attendance lists"),
        right=Right.PRINT,
    ),
    _Way(
        "printer",
        N_("Fire list"),
        page="preview",
        part="fire_list",
        keys="Ctrl+Shift+F",
        also=N_("evacuation, alarm, emergency"),
        right=Right.PRINT,
    ),
    *(
        _Way(c.icon or _ICONS.get(c.code, "keyboard"), c.words, command=c.code, keys=c.keys[0])
        for c in COMMANDS
        if c.code not in _SHOWN_AS_SCREENS
    ),
    _Way("languages", "Deutsch", command="language:de", also=N_("language, German")),
    _Way("languages", "English", command="language:en", also=N_("language, English")),
    _Way("sun", N_("Light"), command="palette:light", also=N_("colours")),
    _Way("moon", N_("Dark"), command="palette:dark", also=N_("colours")),
    _Way("contrast", N_("High contrast"), command="palette:contrast", also=N_("colours")),
)


def offers(gate: Gate, typed: str) -> tuple[OfferGroup, ...]:
    """Everything found, grouped in the order it is shown; headings without lines are left out."""
    desk = gate.desk()
    hits = gate.ask(search, typed, EACH) or ()
    groups = (
        OfferGroup(_("People"), tuple(_person(h, desk) for h in _of(hits, HitKind.PERSON))),
        OfferGroup(
            _("Groups and activities"),
            tuple(_group(h, desk.today) for h in _of(hits, HitKind.GROUP, HitKind.ACTIVITY)),
        ),
        OfferGroup(_("Sessions"), tuple(_session(h) for h in _of(hits, HitKind.SESSION))),
        OfferGroup(_("Screens"), tuple(_ways(_SCREENS, typed, desk))),
        OfferGroup(_("Commands"), tuple(_ways(_COMMANDS, typed, desk))),
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


def _ways(ways: Iterable[_Way], typed: str, desk: Desk) -> Iterator[Offer]:
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


def _answers(way: _Way, words: Iterable[str]) -> bool:
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
