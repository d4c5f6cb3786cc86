"""The keyboard in the week: arrows walk, Alt moves, Shift+Alt stretches, letters and the rest do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from groupwork.i18n import _
from groupwork.ui.preferences import preferences
from groupwork.ui.view import KeyLine
from groupwork.ui.week.drag import STEP, shifted, stretched
from groupwork.ui.week.facts import Facts
from groupwork.ui.week.frame import Slot
from groupwork.ui.week.grid import WeekGrid
from groupwork.ui.week.mouse import GridMouse
from groupwork.ui.week.walk import HOUR, Stop

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class GridKeys:
    """Every key of the grid; an event that is not ours stays unaccepted."""

    def __init__(self, grid: WeekGrid, mouse: GridMouse) -> None:
        self._grid, self._mouse = grid, mouse
        grid.keyed.connect(self.press)
        grid.plan_wanted.connect(self.plan_here)
        self._kept: Facts | None = None
        self._plain: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Home: lambda: self._edge(end=False),
            Qt.Key.Key_End: lambda: self._edge(end=True),
            Qt.Key.Key_Return: self._open,
            Qt.Key.Key_Enter: self._open,
            Qt.Key.Key_F2: self._edit,
            Qt.Key.Key_Delete: self._call_off,
        }
        self._letters: dict[int, Callable[[], None]] = {
            Qt.Key.Key_N: self.plan_here,
            Qt.Key.Key_E: self._edit,
        }
        self._with_ctrl: dict[int, Callable[[], None]] = {
            Qt.Key.Key_C: self._copy,
            Qt.Key.Key_V: self.paste,
            Qt.Key.Key_D: self.double,
        }

    def press(self, event: QKeyEvent) -> None:
        """Do what the key says and accept it, or leave it."""
        key, held = Qt.Key(event.key()), event.modifiers() & (ALT | CTRL | SHIFT)
        if self._mouse.dragging:
            if key == Qt.Key.Key_Escape:
                self._mouse.stop()
            event.accept()
            return
        does = self._action(key, held)
        event.setAccepted(does is not None)
        if does is not None:
            does()

    @property
    def has_copy(self) -> bool:
        """Something was copied that can be pasted."""
        return self._kept is not None

    def plan_here(self) -> None:
        """Plan an hour where the keyboard stands: at the empty time, or beside the block."""
        grid = self._grid
        if grid.stop is None or not grid.may_plan:
            return
        facts = grid.facts_at_stop()
        start = facts.slot.start if facts is not None else grid.stop.minute
        end = facts.slot.end if facts is not None else start + HOUR
        grid.planned.emit(Slot(grid.stop.day, start, min(end, 24 * 60 - 1)))

    def _action(self, key: Qt.Key, held: Qt.KeyboardModifier) -> Callable[[], None] | None:
        if key in ARROWS:
            return self._arrow(key, held)
        if held == CTRL:
            return self._with_ctrl.get(key)
        if held:
            return None
        if key in self._letters and preferences.single_letter_keys:
            return self._letters[key]
        return self._plain.get(key)

    def _arrow(self, key: Qt.Key, held: Qt.KeyboardModifier) -> Callable[[], None] | None:
        step, aside = ARROWS[key], key in SIDEWAYS
        if not held:
            return lambda: self._walk(step, aside)
        if held == ALT:
            return (lambda: self._move_day(step)) if aside else (lambda: self._move(step * STEP))
        if held == ALT | SHIFT and not aside:
            return lambda: self._stretch(step * STEP)
        return None

    def _walk(self, step: int, aside: bool) -> None:
        grid, walk = self._grid, self._grid.walk()
        if grid.stop is None:
            return
        if aside:
            grid.go_to(walk.sideways(grid.stop, step))
        else:
            grid.go_to(walk.down(grid.stop) if step > 0 else walk.up(grid.stop))

    def _edge(self, *, end: bool) -> None:
        if self._grid.stop is not None:
            self._grid.go_to(self._grid.walk().edge(self._grid.stop, end=end))

    def _move(self, by: int) -> None:
        facts = self._movable()
        if facts is not None and shifted(facts.slot, by) != facts.slot:
            self._grid.moved.emit(facts.session.id, shifted(facts.slot, by))

    def _move_day(self, step: int) -> None:
        facts = self._movable()
        if facts is not None:
            to = self._grid.walk().sideways(Stop(facts.session.date, facts.slot.start), step).day
            self._grid.moved.emit(facts.session.id, Slot(to, facts.slot.start, facts.slot.end))

    def _stretch(self, by: int) -> None:
        facts = self._movable()
        if facts is not None and stretched(facts.slot, by) != facts.slot:
            self._grid.moved.emit(facts.session.id, stretched(facts.slot, by))

    def _movable(self) -> Facts | None:
        return self._grid.facts_at_stop() if self._grid.may_plan else None

    def _open(self) -> None:
        facts = self._grid.facts_at_stop()
        if facts is not None:
            self._grid.opened.emit(facts.session.id)
        else:
            self.plan_here()

    def _edit(self) -> None:
        facts = self._movable()
        if facts is not None:
            self._grid.edited.emit(facts.session.id)

    def _call_off(self) -> None:
        facts = self._movable()
        if facts is not None:
            self._grid.called_off.emit(facts.session.id)

    def _copy(self) -> None:
        self._kept = self._grid.facts_at_stop() or self._kept

    def paste(self) -> None:
        """The kept session again, where the keyboard stands."""
        stop, kept = self._grid.stop, self._kept
        if stop is None or kept is None or not self._grid.may_plan:
            return
        at = self._grid.facts_at_stop()
        slot = Slot(stop.day, kept.slot.start, kept.slot.end)
        begin = at.slot.start if at is not None else stop.minute
        self._grid.copied.emit(kept.session.id, shifted(slot, begin - slot.start))

    def double(self) -> None:
        """The session again on the next day, at its time."""
        facts = self._movable()
        if facts is not None:
            to = self._grid.walk().sideways(Stop(facts.session.date, facts.slot.start), 1).day
            self._grid.copied.emit(facts.session.id, Slot(to, facts.slot.start, facts.slot.end))


def key_lines() -> tuple[KeyLine, ...]:
    """The week's keys for F1."""
    return (
        KeyLine("Left  Right  Up  Down", _("From session to session, and over empty hours")),
        KeyLine("Home  End", _("First and last session of the day")),
        KeyLine("PgUp  PgDown", _("Week before, week after")),
        KeyLine("Enter", _("Open the register; at an empty time plan a session")),
        KeyLine("Space", _("Show the session beside the week")),
        KeyLine("N  Ctrl+N" if preferences.single_letter_keys else "Ctrl+N", _("Plan a session here")),
        KeyLine("Alt+Up  Alt+Down", _("Move the session by 15 minutes")),
        KeyLine("Alt+Left  Alt+Right", _("Move the session by a day")),
        KeyLine("Shift+Alt+Up  Shift+Alt+Down", _("Make the session shorter or longer")),
        KeyLine("Ctrl+C  Ctrl+V", _("Copy the session to where you stand, as a one-off")),
        KeyLine("Ctrl+D", _("Copy the session to the next day, as a one-off")),
        KeyLine("Del", _("Cancel the session, or remove one that is nobody’s yet")),
        KeyLine("F2  E" if preferences.single_letter_keys else "F2", _("Change the session")),
        KeyLine("Ctrl+G", _("Go to a date")),
        KeyLine("Ctrl+T", _("Show this week")),
        KeyLine("Ctrl+P", _("Print day pack")),
        KeyLine("Esc", _("Stop a drag; close the panel")),
    )
