"""What stands beside the register: the session's plan, its group note, the note of the person in the row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from groupwork.domain.register import Register, RegisterRow
from groupwork.i18n import _
from groupwork.operations import notes
from groupwork.operations.desk import Right
from groupwork.operations.notes import SessionNotes
from groupwork.ui import fonts
from groupwork.ui.done import Done
from groupwork.ui.gate import Gate
from groupwork.ui.notes.editor import NoteEditor
from groupwork.ui.notes.subject import Subject
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.page import EmptyState, InnerScroll

if TYPE_CHECKING:
    from groupwork.ui.register.plan_panel import PlanPanel

PLAN, GROUP, PERSON = range(3)
WAIT_MS = 120
"""So long the cursor rests in a row before its note is read: arrow keys stay quick."""
NAME_WIDTH = 70
"""Logical px for the name of the person in the row."""
NOTE_TABLES = frozenset({"note", "note_version", "note_amendment"})
PLAN_TABLES = frozenset(
    {
        "session",
        "session_facilitator",
        "activity_phase",
        "activity_material",
        "activity_hazard",
        "alert",
        "planned_absence",
    }
)


class RegisterSide(Card):
    """`closed` by its button; `left` when the keyboard goes back to the grid; `chosen` with the part."""

    closed = Signal()
    left = Signal()
    chosen = Signal(int)

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(pad=(14, 12, 8, 12), gap=10)
        self._gate, self._go = gate, go
        self._register: Register | None = None
        self._row: RegisterRow | None = None
        self._notes: SessionNotes | None = None
        self._plan: PlanPanel | None = None
        self._stale = True
        self.parts = Segments(["", "", ""], small=True)
        self.close_button = Button("", "ghost", "x", small=True)
        self._nobody = EmptyState("user-round")
        self.editor = NoteEditor(gate)
        self.editor.bind_keys(self)
        self._plan_layout = column(gap=0, margins=(2, 0, 8, 4))
        self._stack = QStackedWidget()
        scroll = InnerScroll(box(column(self.editor, None, gap=0, margins=(2, 0, 8, 4))))
        for page in (InnerScroll(box(self._plan_layout)), scroll, self._nobody):
            self._stack.addWidget(page)
        self.add(row(self.parts, None, self.close_button, gap=2), (self._stack, 1))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._show)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.parts.chosen.connect(self._choose)
        self.close_button.clicked.connect(self.closed)
        self.editor.left.connect(self.left)
        self.editor.printed.connect(self._print)

    @property
    def part(self) -> int:
        """PLAN, GROUP or PERSON; the plan for a sign-in without notes, whatever this computer remembers."""
        return (self.parts.current() or PLAN) if self._gate.open and self._may else PLAN

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._words()
        self.close_button.set_name(_("Close (F9)"))
        self._nobody.set_words(_("No row is chosen"), _("Choose somebody in the register."))
        self.editor.retranslate()
        if self._plan is not None:
            self._plan.retranslate()

    def restyle(self) -> None:
        """The name is cut anew at the present text size."""
        self._words()

    def show_register(self, register: Register, at: RegisterRow | None) -> None:
        """Another register, or the same read again."""
        old = self._register
        self._register = register
        if old is None or old.session.id != register.session.id:
            self._notes, self._stale = None, True
        self.show_row(at)

    def show_row(self, at: RegisterRow | None) -> None:
        """The person the cursor is on; read when it rests there."""
        other = self._person(at) != self._person(self._row)
        self._row = at
        if other:
            self._words()
        if self._stale or (other and self.part == PERSON):
            self._wait.start()

    def open_part(self, part: int, *, focus: bool) -> None:
        """Show a part now, with the keyboard in it when `focus`."""
        part = part if self._may else PLAN
        self.parts.select(part)
        self._show()
        if focus and part != PLAN and self._stack.currentIndex() == 1:
            self.editor.first_focus().setFocus()
        self.chosen.emit(part)

    def follow(self, done: Done) -> None:
        """A note or a phrase was written."""
        if "phrase" in done.tables:
            self.editor.forget_phrases()
        if not done.tables or NOTE_TABLES & done.tables:
            self._notes, self._stale = None, True
        marks = "attendance" in done.tables  # the plan does not show them, and they must stay quick
        if self.part == PLAN and not marks and PLAN_TABLES & done.tables:
            self._stale = True
        if self._stale and self.isVisible():
            self._show()

    def unfinished(self) -> dict[str, Words]:
        """What is typed and not stored."""
        found = self.editor.unfinished()
        line = self._plan.unfinished() if self._plan is not None else ""
        if line and self._register is not None:
            found[f"next_time.{self._register.session.id}"] = {"words": line}
        return found

    def has_focus(self) -> bool:
        """Whether the keyboard is in the note."""
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus() and self.editor.isAncestorOf(focus)

    @property
    def _may(self) -> bool:
        return self._gate.desk().may(Right.NOTES)

    @staticmethod
    def _person(at: RegisterRow | None) -> object:
        return at.participant if at is not None else None

    def _words(self) -> None:
        name = self._row.name.called if self._row is not None else _("Person")
        self.parts.set_words([_("Plan"), _("Group"), _shortened(name)], _("Beside the register"))

    def _choose(self, part: int) -> None:
        self.open_part(part, focus=False)

    def _show(self) -> None:
        """Read and show the chosen part; nothing is read while the panel is closed."""
        self._wait.stop()
        register = self._register
        if register is None or not self.isVisible():
            return
        self.parts.setVisible(self._may)
        self._stale = False
        if self.part == PLAN:
            self.editor.flush()
            self._show_plan(register)
        elif self.part == PERSON and self._row is None:
            self._stack.setCurrentIndex(2)
        else:
            self._show_note(register)

    def _show_plan(self, register: Register) -> None:
        if self._plan is None:
            from groupwork.ui.register.plan_panel import PlanPanel

            self._plan = PlanPanel(self._gate)
            self._plan.wanted.connect(self._go)
            self._plan_layout.add((self._plan, 1))
        self._plan.show_session(register.session.id)
        kept = self._gate.unfinished.of(f"next_time.{register.session.id}")
        if kept and not self._plan.unfinished():
            self._plan.next_time.setPlainText(str(kept.get("words", "")))
            self._gate.unfinished.drop(f"next_time.{register.session.id}")
        self._stack.setCurrentIndex(PLAN)

    def _show_note(self, register: Register) -> None:
        session = register.session
        self._stack.setCurrentIndex(1)
        if self._notes is None:
            self._notes = self._gate.ask(notes.session_notes, session.id)
        if self._notes is None:
            return
        subject = Subject(session.date, session.id)
        if self.part == GROUP or self._row is None:
            self.editor.show_note(subject, self._notes.group)
            return
        subject = replace(subject, participant=self._row.participant, name=self._row.name.full)
        other = not subject.same(self.editor.subject)
        self.editor.show_note(subject, self._notes.of(self._row.participant))
        if other:
            self.editor.show_last(self._gate.ask(notes.last_note, self._row.participant, session.date))

    def _print(self, part: str) -> None:
        self._go(Place("preview", part=part))

    def showEvent(self, event: object) -> None:
        """What was not read while it was closed, once the register itself stands there."""
        if self._stale:
            self._wait.start()


def _shortened(name: str) -> str:
    """The name, cut where it would be too wide for its place."""
    short = name
    while len(short) > 1 and fonts.width(short, 13.5, 600) > theme.size(NAME_WIDTH):
        short = short.removesuffix("…")[:-1] + "…"
    return short
