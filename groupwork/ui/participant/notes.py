"""A person's notes: newest first, with what they say; new ones without a session are written here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.i18n import _, ngettext
from groupwork.operations import note_lists
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.notes.note_row import of_line
from groupwork.ui.notes.pane import NotesPane
from groupwork.ui.notes.subject import Subject
from groupwork.ui.participant.incidents_card import IncidentsCard
from groupwork.ui.place import Place
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.page import Scroll


class NotesTab(QWidget):
    """Reads few SELECTs; a note is opened by Enter or a click."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__()
        self._gate, self._go = gate, go
        self._person: ParticipantId | None = None
        self._summary = Label("", "text2", 13.5, wrap=True)
        self.new, self.print_all = Button("", "secondary", "plus", small=True), Button("", "ghost", "printer")
        self.print_all.small = True
        self.print_all.restyle()
        self.pane = NotesPane(gate, go)
        head = row((self._summary, 1), self.new, self.print_all, gap=4)
        self.incidents = IncidentsCard(gate, go)
        inside = column(head, self.incidents, 4, (self.pane, 1), gap=2, margins=(0, 4, 4, 14))
        self.setLayout(column(Scroll(box(inside)), gap=0))
        self.new.clicked.connect(self.begin)
        self.print_all.clicked.connect(self._print)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.new.set_words(_("New note"), _("Write a note without a session"))
        self.print_all.set_words(_("Print"), _("Print this person’s notes"))
        self.pane.retranslate()
        self.incidents.retranslate()
        self._say_nothing()
        if self._person is not None:
            self.refresh()

    def show_person(self, person: ParticipantId) -> None:
        """Another person; what was typed about the one before is saved."""
        self.pane.editor.flush()
        self.pane.forget()
        self._person = person
        self.incidents.show_person(person)
        self.refresh()

    def refresh(self) -> None:
        """Read again and show."""
        may = self._gate.desk().may(Right.NOTES)
        self.new.setVisible(may and not self._gate.read_only)
        if self._person is None or not may:
            self._say_nothing()
            self.print_all.setVisible(False)
            self.pane.show_sections(())
            return
        lines = self._gate.ask(note_lists.lines_of, self._person) or ()
        self.print_all.setVisible(bool(lines) and self._gate.desk().may(Right.PRINT))
        self._summary.set_words(ngettext("{n} note", "{n} notes", len(lines)).format(n=len(lines)))
        self.pane.show_sections((("", [of_line(line, person=True) for line in lines]),))

    def first_focus(self) -> QWidget | None:
        """The open note's line, else the button for a new one."""
        return self.pane.first_focus() or self.new

    def begin(self) -> None:
        """Write a note without a session."""
        if self._person is not None:
            name = self._gate.ask(note_lists.called, self._person) or ""
            self.pane.begin(Subject(self._gate.today, participant=self._person, name=name))

    def unfinished(self) -> dict[str, Words]:
        """What is typed and not stored."""
        return self.pane.editor.unfinished()

    def _say_nothing(self) -> None:
        if self._gate.desk().may(Right.NOTES):
            self.pane.say_nothing(
                _("No notes yet"),
                _("Notes are written beside the register of a session, or here without one."),
            )
            return
        self.pane.say_nothing(
            _("Notes are not open to you"),
            _("Your sign-in may not read or write notes. Ask a lead of your centre."),
        )

    def _print(self) -> None:
        if self._person is not None:
            self._go(Place("preview", participant=self._person, part="notes"))
