"""Where a group meets: a room found by typing, a new room, or a place outside."""

from __future__ import annotations

from PySide6.QtCore import Signal

from groupwork.domain.ids import RoomId
from groupwork.i18n import N_, _
from groupwork.operations import sessions
from groupwork.ui.day.finder import Extra, Finder, Option
from groupwork.ui.gate import Gate

OFF_SITE, NEW_ROOM = "off_site", "new_room"


class PlaceField(Finder):
    """`room` is the room chosen, else `place` what is typed; `changed` after each change."""

    changed = Signal()

    def __init__(self, gate: Gate) -> None:
        super().__init__(
            _("Where"), (Extra(NEW_ROOM, N_("New room: {word}")), Extra(OFF_SITE, N_("Off-site: {word}")))
        )
        self._gate = gate
        self._rooms: dict[str, int] = {}
        self.room: RoomId | None = None
        self.place = ""
        self.setPlaceholderText(_("Room, or a place outside"))
        self.taken.connect(self._on_taken)
        self.extra.connect(self._take_extra)
        self.textEdited.connect(self._typed)

    def set_rooms(self, rooms: list[Option]) -> None:
        """The rooms that can be found."""
        self._rooms = {room.words.casefold(): room.id for room in rooms}
        self.set_options(rooms)

    def show_place(self, room: RoomId | None, words: str) -> None:
        """Show a room or a place without telling anyone."""
        self.room, self.place = room, "" if room is not None else words
        self.setText(words)

    def _on_taken(self, option: Option) -> None:
        self.show_place(RoomId(option.id), option.words)
        self.changed.emit()

    def _typed(self, typed: str) -> None:
        """Free words are a place outside until they are a room's name."""
        number = self._rooms.get(typed.strip().casefold())
        self.room = None if number is None else RoomId(number)
        self.place = "" if self.room is not None else typed.strip()
        self.changed.emit()

    def _take_extra(self, code: str, word: str) -> None:
        if code == NEW_ROOM:
            added = self._gate.do(sessions.add_room, word)
            if added is None:
                return
            rooms = sessions.choices(self._gate.desk()).rooms
            self.set_rooms([Option(room.id, room.name, room.code) for room in rooms])
            self.show_place(RoomId(added.id), word)
        else:
            self.show_place(None, word)
        self.changed.emit()
