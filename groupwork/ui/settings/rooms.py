"""Rooms: how many places, what happens in them this week; added, changed and archived in place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from groupwork.domain.centre import Hours, open_minutes
from groupwork.domain.ids import RoomId
from groupwork.errors import Refused
from groupwork.i18n import N_, _, current, ngettext
from groupwork.operations import library, settings
from groupwork.operations import rooms as operations
from groupwork.operations.desk import Right
from groupwork.operations.rooms import RoomInfo
from groupwork.ui.settings.entries import EntriesPart
from groupwork.ui.settings.entry import Entry, EntryField

NO_NUMBER = N_("“{typed}” is no number of places. Leave the field empty when the room is not limited.")


class RoomsPart(EntriesPart):
    """Each line: name, places, hours and people of this week."""

    KIND = "new_room"
    tables = frozenset({"room", "session", "setting"})
    right = Right.PLAN

    def words(self) -> tuple[str, str]:
        """The button, and the empty list."""
        return _("Add a room"), _("There are no rooms yet. Sessions are planned in the rooms added here.")

    def entries(self) -> tuple[Entry, ...]:
        """All rooms, those in use first."""
        centre = self.gate.ask(settings.centre)
        hours: Hours = centre.hours if centre is not None else {}
        found = self.gate.ask(operations.rooms) or ()
        return tuple(
            Entry(each.id, each.name, about(each, hours), each.note, each.active, _fields(each), "door-open")
            for each in found
        )

    def new_fields(self) -> tuple[EntryField, ...]:
        """Name and places."""
        return (EntryField("name", _("Name"), ""), EntryField("capacity", _("Places"), "", short=True))

    def put(self, values: Mapping[str, str]) -> None:
        """A new room."""
        self.gate.write(library.add_room, values["name"], _number(values["capacity"]))

    def change(self, number: int, code: str, text: str) -> None:
        """One field of one room."""
        field: Any = {code: _number(text) if code == "capacity" else text}
        self.gate.write(operations.change_room, RoomId(number), **field)

    def act(self, number: int, code: str) -> None:
        """Archive, bring back or remove."""
        acts = {
            "archive": operations.archive_room,
            "bring_back": operations.bring_back_room,
            "remove": operations.remove_room,
        }
        self.gate.write(acts[code], RoomId(number))

    def is_removable(self, number: int) -> bool:
        """Entered by mistake."""
        return bool(self.gate.ask(partial(operations.is_removable, room=RoomId(number))))


def about(room: RoomInfo, hours: Hours) -> str:
    """ "8 places · this week 5 sessions, 10 h of 35 h (29 %) · 24 of 40 places taken (60 %)"."""
    parts = [_places(room), _week(room, hours)]
    if room.places:
        parts.append(
            _("{n} of {of} places taken ({percent} %)").format(
                n=room.people, of=room.places, percent=_percent(room.people, room.places)
            )
        )
    return " · ".join(part for part in parts if part)


def _places(room: RoomInfo) -> str:
    if room.capacity is None:
        return _("not limited")
    return ngettext("{n} place", "{n} places", room.capacity).format(n=room.capacity)


def _week(room: RoomInfo, hours: Hours) -> str:
    if not room.sessions:
        return _("nothing this week")
    words = ngettext("this week {n} session", "this week {n} sessions", room.sessions).format(n=room.sessions)
    opened = open_minutes(hours)
    if not opened:
        return _("{sessions}, {hours} h").format(sessions=words, hours=_hours(room.minutes))
    return _("{sessions}, {hours} h of {open} h ({percent} %)").format(
        sessions=words,
        hours=_hours(room.minutes),
        open=_hours(opened),
        percent=_percent(room.minutes, opened),
    )


def _hours(minutes: int) -> str:
    return current().number(minutes / 60, 2).rstrip("0").rstrip(",.")


def _percent(part: int, whole: int) -> int:
    """Rounded half up."""
    return (200 * part + whole) // (2 * whole)


def _number(typed: str) -> int | None:
    text = typed.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit()):
        raise Refused(NO_NUMBER, typed=text)
    return int(text[:6])


def _fields(room: RoomInfo) -> tuple[EntryField, ...]:
    return (
        EntryField("name", _("Name"), room.name),
        EntryField("capacity", _("Places"), str(room.capacity or ""), short=True),
        EntryField("note", _("Note"), room.note),
    )
