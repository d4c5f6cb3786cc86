"""Participants: everybody in one list, found by typing, chosen to do one thing for several."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.attendance import Mark
from groupwork.domain.episodes import Standing
from groupwork.domain.ids import ParticipantId
from groupwork.i18n import _, ngettext
from groupwork.operations import participants as operations
from groupwork.operations.desk import Right
from groupwork.operations.participants import People
from groupwork.ui.gate import Gate
from groupwork.ui.participants.adding import DRAFT, Adding
from groupwork.ui.participants.bulk_work import BulkWork
from groupwork.ui.participants.filters import Filters
from groupwork.ui.participants.list_card import ListCard
from groupwork.ui.participants.new_person import NewPerson
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import Refusal, Scroll, Title

SETTLE_MS = 120
FIND = 232
LEAST = 300
"""Logical px: width of the search field, least height of the list; then the page scrolls."""
ONE_LINE_FROM = 700
"""Logical width from which title and buttons stand in one line."""


class ParticipantsView(View):
    """The list, its filters, the form for a new person above it, and the strip for several below it."""

    tables = frozenset(
        {
            "participant",
            "episode",
            "alert",
            "membership",
            "attendance",
            "session",
            "facilitator",
            "group_",
            "setting",
        }
    )

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._people: People | None = None
        self._marks: dict[ParticipantId, tuple[Mark, ...]] = {}
        self._opened: ParticipantId | None = None
        self._title, self._about = Title(), Label("", "text2", 14)
        self.search = TextField()
        self.filters = Filters(self.search)
        self.new = Button("", "primary", "user-plus")
        self.import_ = Button("", "secondary", "upload")
        self.presence = Button("", "secondary", "user-check")
        self.form, self.refusal = NewPerson(gate.today), Refusal()
        self.list = ListCard(gate.today)
        self.adding = Adding(gate, self.form)
        self.bulk = BulkWork(gate, go, self.list.model, self.list.strip)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(SETTLE_MS)
        self._buttons = Flow(self.presence, self.import_, self.new, gap=4)
        ends = box(row(self._buttons, gap=0, margins=(0, 0, -3, 0)))
        self._head: Box = row((box(column(self._title, self._about, gap=2)), 1), ends, gap=8)
        page = column(box(self._head), self.filters, self.refusal, self.form, (self.list, 1), gap=12)
        page.set_margins((24, 6, 20, 16))
        self.setLayout(column(Scroll(box(page)), gap=0))
        self._connect()
        self.restyle()
        self.retranslate()

    def _connect(self) -> None:
        table = self.list.table
        self._typing.timeout.connect(self._show)
        self.search.textChanged.connect(lambda _typed: self._typing.start())
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self.filters.changed.connect(self._show)
        table.opened.connect(self._open)
        table.chosen_changed.connect(self.bulk.tell)
        table.left_up.connect(lambda: self.search.setFocus(Qt.FocusReason.OtherFocusReason))
        self.bulk.chosen_changed.connect(lambda: table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.adding.added.connect(self._open)
        for button in (self.new, self.list.add_first):
            button.clicked.connect(self.begin_new)
        for button in (self.import_, self.list.import_first):
            button.clicked.connect(lambda: self.go(Place("import")))
        self.presence.clicked.connect(lambda: self.go(Place("presence", self.gate.today)))
        self.list.show_all.clicked.connect(self._everybody)
        for key, slot in (("Ctrl+F", self._to_find), ("Ctrl+N", self.begin_new)):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(key), self, context=context).activated.connect(slot)

    def title(self) -> str:
        """The page's name."""
        return _("Participants")

    def restyle(self) -> None:
        """The search field's width and the list's least height at the present text size."""
        self.search.setFixedWidth(theme.size(FIND))
        narrow = self.width() / theme.scale < ONE_LINE_FROM
        self._head.setDirection(Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight)
        self._buttons.keep_line(not narrow)
        self.list.setMinimumHeight(theme.size(LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(self.title())
        self.search.setPlaceholderText(_("Find by name or code"))
        self.search.setAccessibleName(_("Find by name or code"))
        self.new.set_words(_("New person"))
        self.import_.set_words(_("Import"))
        self.presence.set_words(_("Who is here"))
        for part in (self.filters, self.form, self.list):
            part.retranslate()
        self._show()

    def show_place(self, place: Place) -> None:
        """The list as it was left; part "new", and one that was begun before the lock, opens the form."""
        self.refusal.say("")
        self.refresh()
        if place.part == "new" or self.gate.unfinished.first(DRAFT) is not None:
            self.begin_new()

    def refresh(self) -> None:
        """Read everybody again; who may not see records gets the page's own words, no refusal above it."""
        from groupwork.operations.person_history import sparklines

        self._people, self._marks = None, {}
        if self.gate.desk().may(Right.RECORDS):
            self._people = self.gate.ask(operations.people)
        if self._people is not None:
            self.filters.offer(self._people)
            self._marks = self.gate.ask(sparklines, [line.id for line in self._people.lines]) or {}
        self._show()

    def refused(self, sentence: str) -> bool:
        """A refusal stands above the list."""
        self.refusal.say(sentence)
        return True

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("Ctrl+F", _("Find somebody")),
            KeyLine("Ctrl+N", _("New person")),
            KeyLine("Enter", _("Open the person's page")),
            KeyLine(_("Space"), _("Choose, or no longer")),
            KeyLine("Shift+↓", _("Choose several in a row")),
            KeyLine("Ctrl+A", _("Choose everybody shown")),
        )

    def unfinished(self) -> dict[str, Words]:
        """A person begun and not added."""
        return self.adding.unfinished()

    def first_focus(self) -> QWidget | None:
        """The list where it was left, the search field at first."""
        if self.form.isVisibleTo(self):
            return self.form.given
        if self._opened is not None and self.list.model.row_of(self._opened) >= 0:
            return self.list.table
        return self.search if self.search.isVisibleTo(self) else self.list.add_first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the search field goes into the list, Esc empties it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self._show_now()
                self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def begin_new(self) -> None:
        """Open the form for a new person."""
        if self._may(Right.PEOPLE):
            self.refusal.say("")
            self.adding.begin(self.new)

    def _may(self, right: Right) -> bool:
        return self.gate.desk().may(right) and not self.gate.read_only

    def _show_now(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self._show()

    def _show(self) -> None:
        people, shown = self._people, self.list
        anybody, may = people is not None and bool(people.lines), self._may(Right.PEOPLE)
        lines = self.filters.filtered(people.lines, self.search.text()) if people is not None else ()
        at = shown.table.person() or self._opened
        shown.show_people(lines, self._marks, self.gate.today, at, self.gate.signs())
        shown.show_state(open_=people is not None, anybody=anybody, may_add=may)
        self.filters.setVisible(anybody)
        self.new.setVisible(may and anybody)
        self.import_.setVisible(may and anybody)
        self._about.set_words(_here_words(people) if people is not None else "")
        self.bulk.tell()

    def _to_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _open_first(self) -> None:
        """Enter in the search field opens the best found."""
        self._show_now()
        if self.list.model.lines:
            self._open(self.list.model.lines[0].id)

    def _everybody(self) -> None:
        self.search.clear()
        self.filters.show_all()
        self._show()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, person: ParticipantId) -> None:
        self._opened = person
        self.go(Place("participant", participant=person))


def _here_words(people: People) -> str:
    here = sum(line.standing is Standing.HERE for line in people.lines)
    return ngettext("{n} active person", "{n} active people", here).format(n=here)
