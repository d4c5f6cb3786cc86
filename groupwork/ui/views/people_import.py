"""Import people from a file: drop or choose it, see what will be stored, add all of them in one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from groupwork.domain.imports import Table
from groupwork.i18n import _, say
from groupwork.operations import imports
from groupwork.operations.desk import REFUSALS, Desk, Right
from groupwork.operations.imports import ImportReport
from groupwork.ui import messages
from groupwork.ui.background import Report
from groupwork.ui.done import Done
from groupwork.ui.gate import Gate
from groupwork.ui.importing import words
from groupwork.ui.importing.body import ImportBody
from groupwork.ui.importing.draft import Draft
from groupwork.ui.importing.drop_zone import DropZone
from groupwork.ui.importing.drops import FileDrops
from groupwork.ui.importing.finished import Finished
from groupwork.ui.place import BACK, Place
from groupwork.ui.theme import theme
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.page import EmptyState, Refusal, Scroll, Title

ONE_COLUMN_BELOW = 900
AT_ONCE = 300
"""More people than these are written off the window's thread, with a count and Cancel."""


class ImportView(View):
    """One page, three states: no file yet, a file looked through, done."""

    tables = frozenset({"participant", "facilitator", "group_"})

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._draft: Draft | None = None
        self._done: Done | None = None
        self._back = Button("", "secondary", "arrow-left", small=True)
        self._title, self._about = Title(), Label("", "text2", 14, wrap=True)
        self.act = Button("", "primary", "user-plus")
        self._refusal = Refusal()
        self.zone, self.body, self.finished = DropZone(), ImportBody(), Finished()
        self._closed = EmptyState("lock", role="text2")
        zone = row((box(column(6, self.zone, None, gap=0)), 100), (QWidget(), 1), gap=0)
        self._states = QStackedWidget()
        for state in (Scroll(box(zone)), self.body, self.finished, self._closed):
            self._states.addWidget(state)
        self._head = row((column(self._title, self._about, gap=1), 1), self.act, gap=14)
        head = row(self._back, (box(self._head), 1), gap=10, margins=(-3, 0, 0, 0))
        head.setAlignment(self._back, Qt.AlignmentFlag.AlignTop)
        page = column(head, self._refusal, (self._states, 1), gap=8, margins=(24, 6, 20, 16))
        self.setLayout(page)
        self._drops = FileDrops(self)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.go(BACK))
        self.act.clicked.connect(self.import_now)
        self.zone.choose.clicked.connect(self.choose_file)
        self.body.file.another.connect(self.choose_file)
        self.body.file.sheet.connect(self._other_sheet)
        self.body.decided.connect(self._again)
        self._drops.over.connect(self.zone.set_hot)
        self._drops.dropped.connect(self._dropped)
        self.finished.people.connect(lambda: self.go(Place("participants")))
        self.finished.another.connect(self.begin)

    def title(self) -> str:
        """The page's name."""
        return _("Import people")

    def restyle(self) -> None:
        """Fit again at the present text size."""
        self._fit()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._back.set_words("", _("Back"))
        self._title.set_words(self.title())
        self.zone.set_words(
            _("Drop the list of your people here"), words.takes(), _("Choose a file"), words.knows()
        )
        self._closed.set_words(_("Not for this sign-in"), _(REFUSALS[Right.PEOPLE]))
        self.body.retranslate()
        self.finished.retranslate()
        self._show()

    def refresh(self) -> None:
        """Look again: somebody may have been added meanwhile."""
        if self._draft is not None and self._done is None and self._open():
            self._draft.look(self.gate)
        self._show()

    def show_place(self, place: Place) -> None:
        """What was begun is still there; what was finished makes room for the next file."""
        self._refusal.say("")
        if self._done is not None and not self.isVisible():
            self._draft = self._done = None
        self.refresh()

    def follow(self, done: Done) -> None:
        """An import that is undone can be looked at again."""
        if self._done is not None and "participant" in done.tables and done.step != self._done.step:
            self._done = None
        super().follow(done)

    def refused(self, sentence: str) -> bool:
        """Refusals stand above what they are about; a file that cannot be read leaves the page as it was."""
        self._refusal.say(sentence)
        return True

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("Ctrl+O", _("Choose a file")),
            KeyLine("Ctrl+Enter", _("Import the people that are shown")),
        )

    def first_focus(self) -> QWidget | None:
        """The next thing to press."""
        if not self._open():
            return self._back
        if self._done is not None:
            return self.finished.lead
        return self.zone.choose if self._draft is None else self.act

    def choose_file(self) -> None:
        """Ask for a file; cancelled, all stays."""
        found = messages.choose_people(self.window(), _start(self._draft))
        if found is not None:
            self.take_file(found)

    def take_file(self, path: Path) -> bool:
        """Read a file that was dropped or chosen, off the window's thread."""
        if self._open():
            self._read(path, "")
        return True

    def begin(self) -> None:
        """Back to the start."""
        self._draft = self._done = None
        self._refusal.say("")
        self._show()
        self._focus()

    def import_now(self) -> None:
        """Add everybody who is shown as new, in one step."""
        draft = self._draft
        if draft is None or draft.preview is None or draft.report is None or not draft.report.added:
            return
        self._refusal.say("")
        if draft.report.added > AT_ONCE:
            job = words.importing(draft.report.added)
            work = partial(_import, self.gate.desk(), draft)
            self.gate.long(job, work, partial(self._imported, draft))
            return
        report = self.gate.do(imports.import_people, draft.preview, anyway=draft.anyway)
        if report is not None:
            self._imported(draft, report)

    def _imported(self, draft: Draft, report: ImportReport) -> None:
        if report.done is None:
            return
        self._done = report.done
        self.finished.show_report(report, draft)
        self._show()
        self._focus()

    def _dropped(self, path: Path | None) -> None:
        if path is None:
            self.refused(_("Drop one file of this computer, not several and no link."))
        else:
            self.take_file(path)

    def _read(self, path: Path, sheet: str) -> None:
        self._refusal.say("")
        job = _("Reading {file}").format(file=path.name)
        self.gate.long(job, partial(_table, path, sheet), partial(self._was_read, path))

    def _was_read(self, path: Path, table: Table) -> None:
        self._done = None
        self._draft = Draft(path, table)
        self._draft.look(self.gate)
        self.body.show_file(self._draft)
        self._show()
        self._focus()

    def _other_sheet(self, name: str) -> None:
        if self._draft is not None:
            self._read(self._draft.path, name)
            self.body.file.show_draft(self._draft)

    def _again(self) -> None:
        self._refusal.say("")
        self.refresh()

    def _open(self) -> bool:
        return self.gate.desk().may(Right.PEOPLE) and not self.gate.file.store.read_only

    def _show(self) -> None:
        """The state the page is in."""
        self._drops.wanted = self._open()
        if not self._open():
            state, about = 3, ""
        elif self._done is not None:
            state, about = 2, ""
        elif self._draft is None:
            state, about = 0, _("A list that you have already becomes your participants, in one step.")
        else:
            state, about = 1, words.before(self._draft.report)
        self._about.set_words(about)
        self._about.setVisible(bool(about))
        self.act.setVisible(state == 1)
        self._states.setCurrentIndex(state)
        if state == 1 and self._draft is not None:
            self._show_draft(self._draft)

    def _show_draft(self, draft: Draft) -> None:
        self.body.show_draft(draft)
        number = draft.report.added if draft.report is not None else 0
        self.act.set_words(words.import_button(number))
        self.act.setEnabled(number > 0)
        if draft.error is not None:
            self._refusal.say(say(draft.error))

    def _focus(self) -> None:
        target = self.first_focus()
        if target is not None and self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.import_now()
        elif control and event.key() == Qt.Key.Key_O and self._open():
            self.choose_file()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() / theme.scale < ONE_COLUMN_BELOW
        self.body.set_narrow(narrow)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._head.direction() != wanted:
            self._head.setDirection(wanted)


def _table(path: Path, sheet: str, report: Report) -> Table:
    return imports.read_table(path, sheet, progress=report.progress, cancelled=report.cancelled)


def _import(desk: Desk, draft: Draft, report: Report) -> ImportReport:
    if draft.preview is None:
        raise RuntimeError("nothing was looked through")
    return imports.import_people(
        desk, draft.preview, anyway=draft.anyway, progress=report.progress, cancelled=report.cancelled
    )


def _start(draft: Draft | None) -> Path:
    """Where the file was chosen last, else the documents."""
    if draft is not None:
        return draft.path.parent
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()
