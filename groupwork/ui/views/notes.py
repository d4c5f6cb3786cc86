"""Notes to sign and to write: read one, sign it, and the next one is there."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from groupwork.i18n import _, ngettext
from groupwork.operations import note_lists
from groupwork.operations.desk import Right
from groupwork.ui.actions import key_words
from groupwork.ui.gate import Gate
from groupwork.ui.notes.note_row import of_line, of_missing
from groupwork.ui.notes.pane import NotesPane
from groupwork.ui.place import BACK, Place
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.page import Refusal, Scroll, Title


class NotesView(View):
    """What nobody signed yet, and held sessions without a group note, the oldest day first."""

    tables = frozenset({"note", "note_version", "note_amendment", "session", "participant"})

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self.back = Button("", "secondary", "arrow-left", small=True)
        self._title, self._summary = Title(), Label("", "text2", 13.5, wrap=True)
        self.refusal, self.pane = Refusal(), NotesPane(gate, go)
        head = row(self.back, (column(self._title, self._summary, gap=0), 1), gap=8)
        inside = column(head, self.refusal, 8, (self.pane, 1), gap=4, margins=(21, 4, 16, 14))
        self.setLayout(column(Scroll(box(inside)), gap=0))
        self.back.clicked.connect(lambda: self.go(BACK))
        self.pane.signed.connect(lambda: QTimer.singleShot(0, self, self._next))
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return _("Notes")

    def refresh(self) -> None:
        """Read again and show."""
        if not self.gate.desk().may(Right.NOTES):
            self._say_closed()
            return
        found = self.gate.ask(note_lists.to_do)
        if found is None:
            return
        unsigned = [of_line(line, person=False) for line in found.unsigned]
        missing = [of_missing(line) for line in found.missing]
        self._summary.set_words(summary(note_lists.Counts(len(unsigned), len(missing))))
        self.pane.show_sections(((_("To sign"), unsigned), (_("Group notes missing"), missing)))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(_("Notes"))
        self.back.set_name(_("Back"))
        self.pane.say_nothing(
            _("All notes are signed"), _("Notes are written beside the register and on a person’s page.")
        )
        self.pane.retranslate()
        if self.pane.rows:
            self.refresh()

    def show_place(self, place: Place) -> None:
        """The list, the first line open."""
        self.refusal.say("")
        self.refresh()

    def first_focus(self) -> QWidget | None:
        """The open line."""
        return self.pane.first_focus() or self.back

    def refused(self, sentence: str) -> bool:
        """A refusal stands above the list."""
        self.refusal.say(sentence)
        return True

    def unfinished(self) -> dict[str, Words]:
        """What is typed and not stored."""
        return self.pane.editor.unfinished()

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("↑ ↓", _("Another note, in the list")),
            KeyLine(key_words("Enter"), _("From the list into the note")),
            KeyLine(key_words("Ctrl+Shift+Enter"), _("Sign the note and go to the next")),
            KeyLine(key_words("Ctrl+PgDown"), _("Next note, without signing")),
            KeyLine("Esc", _("Back to the list")),
        )

    def _next(self) -> None:
        """The line in the place of the signed one is open; the keyboard stays at signing."""
        if self.pane.rows:
            self.pane.first_focus()
            sign = self.pane.editor.bar.sign_button
            (sign if not sign.isHidden() else self.pane.rows[0]).setFocus()

    def _say_closed(self) -> None:
        self.pane.say_nothing(
            _("Notes are not open to you"),
            _("Your sign-in may not read or write notes. Ask a lead of your centre."),
        )
        self._summary.set_words("")
        self.pane.show_sections(())


def summary(counts: note_lists.Counts) -> str:
    """ "3 notes to sign · 2 group notes missing"."""
    said = []
    if counts.unsigned:
        text = ngettext("{n} note to sign", "{n} notes to sign", counts.unsigned)
        said.append(text.format(n=counts.unsigned))
    if counts.missing:
        text = ngettext("{n} group note missing", "{n} group notes missing", counts.missing)
        said.append(text.format(n=counts.missing))
    return " · ".join(said)
