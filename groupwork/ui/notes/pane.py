"""A list of notes and the one that is open: side by side, or in a narrow window one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import NoteId
from groupwork.i18n import _
from groupwork.operations import notes
from groupwork.ui.focus import focus_now, in_tab_order, reveal
from groupwork.ui.gate import Gate
from groupwork.ui.notes.editor import NoteEditor
from groupwork.ui.notes.note_row import Entry, NoteRow
from groupwork.ui.notes.subject import Subject
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import EmptyState, InnerScroll, SectionHead

LIST = 400
LEAST = 340
"""Logical px of its height: a low page scrolls instead."""
NARROW_BELOW = 820
"""Logical px under which list and note take turns."""

Section = tuple[str, Sequence[Entry]]
"""A heading (may be empty) and the lines under it."""


class NotesPane(QWidget):
    """`signed` after a signature, when the next line is open already."""

    signed = Signal()

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__()
        self._gate, self._go = gate, go
        self.rows: list[NoteRow] = []
        self._at: int | None = None
        self._reading = False
        self.editor = NoteEditor(gate)
        self.editor.bind_keys(self)
        self._list = column(gap=0)
        self._empty = EmptyState("notebook-pen")
        self.to_list = Button("", "ghost", "arrow-left", small=True)
        inside = column(row(self.to_list, None), self.editor, gap=4, margins=(20, 14, 20, 14))
        self._sheet = Card(InnerScroll(box(inside)), pad=(0, 4, 0, 4))
        self._nothing = Card(self._empty, pad=(20, 36, 20, 36))
        lines = Card(self._list, pad=(0, 6, 0, 6))
        self._left = InnerScroll(box(column(lines, None, gap=0, margins=(3, 0, 3, 3))))
        self.setLayout(
            row(self._left, (self._sheet, 1), (self._nothing, 1), gap=14, align=Qt.AlignmentFlag(0))
        )
        self.editor.left.connect(self.back_to_list)
        self.editor.signed.connect(self._on_signed)
        self.editor.printed.connect(lambda part: go(Place("preview", part=part)))
        self.to_list.clicked.connect(self.back_to_list)
        self.editor.keeping.saved.connect(self._stored)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("F4"), self, context=context).activated.connect(self.editor.first_draft.fill)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=context)
            shortcut.activated.connect(partial(self.step, step, into=True))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use; the lines follow with the next reading."""
        self.to_list.set_words(_("Back to the list"))
        self.editor.retranslate()

    def say_nothing(self, title: str, sentence: str) -> None:
        """What stands there when there is no note."""
        self._empty.set_words(title, sentence)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these lines; the one that is open stays open, its words untouched while somebody types."""
        before = self.rows[self._at].entry.key if self._at is not None and self.rows else None
        had_focus = any(each.hasFocus() for each in self.rows)
        clear(self._list)
        self.rows = []
        for head, entries in sections:
            if head and entries:
                self._list.add(box(row(SectionHead(head), None, margins=(20, 8, 20, 4))))
            for entry in entries:
                self._add(entry)
        self._find(before)
        self._fit()
        in_tab_order(*self.rows, self.to_list, *self.editor.stops())
        if had_focus and self._at is not None:
            focus_now(self.rows[self._at])

    def begin(self, subject: Subject) -> None:
        """Write a new note."""
        self._mark(None)
        self._reading = True
        self.editor.show_note(subject, None)
        if subject.participant is not None:
            self.editor.show_last(self._gate.ask(notes.last_note, subject.participant, subject.day))
        self._fit()
        QTimer.singleShot(0, self, self._into)

    def open(self, at: int, *, into: bool = False) -> None:
        """Open a line; `into` puts the keyboard in the note."""
        if not 0 <= at < len(self.rows):
            return
        self._mark(at)
        entry = self.rows[at].entry
        self._reading = self._reading or into
        self.editor.show_note(entry.subject, entry.note)
        self._show_last(entry)
        self._fit()
        if into:
            QTimer.singleShot(0, self, self._into)

    def step(self, by: int, *, into: bool = False) -> None:
        """The next line or the one before."""
        at = (self._at if self._at is not None else -1) + by
        if 0 <= at < len(self.rows):
            self.open(at, into=into)
            if not into:
                self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def back_to_list(self) -> None:
        """The keyboard goes to the open line."""
        self._reading = False
        self._fit()
        if self.rows:
            focus_now(self.rows[self._at or 0])

    def first_focus(self) -> QWidget | None:
        """The open line, else the first."""
        return self.rows[self._at or 0] if self.rows else None

    def forget(self) -> None:
        """Other notes follow: none is open."""
        self._at, self._reading = None, False
        self.editor.forget()

    def restyle(self) -> None:
        """Widths at the present text size."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _add(self, entry: Entry) -> None:
        line, at = NoteRow(entry), len(self.rows)
        line.clicked.connect(lambda _on=False: self.open(at, into=True))
        line.stepped.connect(lambda by: self._step_from(at, by))
        self.rows.append(line)
        self._list.add(line)

    def _step_from(self, at: int, by: int) -> None:
        self._at = at
        self.step(by)

    def _find(self, before: tuple[str, int] | None) -> None:
        """The line that was open; when it is gone the one in its place."""
        open_now, old = self.editor.keeping.note, self._at
        for at, line in enumerate(self.rows):
            note = line.entry.note
            if note is not None and note.id == open_now and self.editor.subject is not None:
                self._mark(at)
                self.editor.follow_note(note)
                return
        keys = [line.entry.key for line in self.rows]
        if before is None and self.editor.subject is not None and open_now is None:
            self._mark(None)  # a new note that is not stored yet
            return
        if not self.rows:
            self._at = None
            return
        self.open(keys.index(before) if before in keys else min(old or 0, len(keys) - 1))

    def _mark(self, at: int | None) -> None:
        self._at = at
        for n, line in enumerate(self.rows):
            line.setChecked(n == at)
            line.update()

    def _show_last(self, entry: Entry) -> None:
        person = entry.subject.participant
        if person is not None and (entry.note is None or entry.note.signed_at is None):
            self.editor.show_last(self._gate.ask(notes.last_note, person, entry.subject.day))

    def _stored(self, number: NoteId) -> None:
        """A new note has its number now: its line is the open one."""
        for at, line in enumerate(self.rows):
            if line.entry.note is not None and line.entry.note.id == number:
                self._mark(at)

    def _on_signed(self) -> None:
        """The page has read again by now: the line in the same place is the next."""
        self.signed.emit()

    def _into(self) -> None:
        field = self.editor.first_focus()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(field)

    def _fit(self) -> None:
        narrow = self.width() / theme.scale < NARROW_BELOW
        there = bool(self.rows) or (self.editor.subject is not None and self._reading)
        self._left.setVisible(bool(self.rows) and not (narrow and self._reading))
        self._sheet.setVisible(there and (self._reading or not narrow))
        self._nothing.setVisible(not there)
        self.to_list.setVisible(narrow)
        self.setMinimumHeight(theme.size(LEAST))
        self._left.setMinimumWidth(0 if narrow else theme.size(LIST))
        self._left.setMaximumWidth(16_777_215 if narrow else theme.size(LIST))
