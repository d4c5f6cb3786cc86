"""Incidents and near misses: the list, open ones first, and beside it the form in place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import IncidentId, SessionId
from groupwork.domain.incidents import Incident
from groupwork.domain.people import PersonBrief
from groupwork.errors import UserError
from groupwork.i18n import _, ngettext, say
from groupwork.operations import incidents as operations
from groupwork.operations import sessions
from groupwork.operations.desk import Right
from groupwork.ui.focus import focus_now, reveal
from groupwork.ui.gate import Gate
from groupwork.ui.incidents.changes import ChangesList
from groupwork.ui.incidents.form import IncidentForm
from groupwork.ui.incidents.incident_list import IncidentList
from groupwork.ui.incidents.incident_row import IncidentRow
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import EmptyState, Scroll, Title

LIST = 380
ONE_COLUMN_BELOW = 900
DRAFT = "incident"


class IncidentsView(View):
    """Rows open an entry in the form; Ctrl+N begins one. Ctrl+Enter saves, Esc gives up."""

    tables = frozenset({"incident", "incident_person"})

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._entries: tuple[Incident, ...] = ()
        self._people: tuple[PersonBrief, ...] = ()
        self._open: IncidentId | None = None
        self._title, self._about = Title(), Label("", "text2", 13.5)
        self.new = Button("", "primary", "plus")
        self.blank = Button("", "secondary", "printer")
        self.form = IncidentForm()
        self.form.hide()
        self.changes = ChangesList(gate)
        self.list = IncidentList()
        self._nothing = EmptyState("clipboard-list")
        self._nothing_card = Card(self._nothing)
        side = column(self.form, self.changes, (self._nothing_card, 9), None, gap=6)
        self._body: Box = row(self.list, (box(side), 1), gap=20)
        head = row(
            (column(self._title, self._about, gap=1), 1), row(self.blank, self.new, None, gap=6), gap=12
        )
        self._head: Box = head
        self._scroll = Scroll(box(column(head, (self._body, 1), gap=14, margins=(24, 6, 20, 16))))
        self.setLayout(column(self._scroll, gap=0))
        self._connect()
        self.restyle()
        self.retranslate()

    def _connect(self) -> None:
        self.new.clicked.connect(lambda: self._begin(None))
        self.blank.clicked.connect(lambda: self.go(Place("preview", part="incident")))
        self.list.chosen.connect(self._choose)
        self.form.wanted.connect(self._save)
        self.form.left.connect(self._give_up)
        self.form.close_wanted.connect(self._turn)
        self.form.reopen_wanted.connect(self._turn)
        self.form.printed.connect(self._print)
        for keys, slot in (("Ctrl+N", lambda: self._begin(None)), ("Ctrl+P", self._print)):
            shortcut = QShortcut(
                QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(slot)

    @property
    def rows(self) -> list[IncidentRow]:
        """The rows of the list, in order."""
        return self.list.rows

    def title(self) -> str:
        """The page's name."""
        return _("Incidents")

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("Ctrl+N", _("New entry")),
            KeyLine("Ctrl+Enter", _("Save the entry")),
            KeyLine("Esc", _("Give up what was typed")),
            KeyLine("Ctrl+P", _("Print the form")),
        )

    def first_focus(self) -> QWidget | None:
        """What is open in the form, else the first row, else the button for a new entry."""
        if not self.form.isHidden():
            reveal(self.form.head)
            return self.form.what
        return self.rows[0] if self.rows else self.new

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(self.title())
        self.new.set_words(_("New entry"))
        self.blank.set_words(_("Print a blank form"))
        self.form.retranslate()
        self.changes.retranslate()
        if self._may():
            self.refresh()

    def restyle(self) -> None:
        """Widths at the present text size."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_place(self, place: Place) -> None:
        """The list; with a number the entry, with "new" a new one, from a session when one is given."""
        self.refresh()
        if not self._may():
            return
        if place.part == "new":
            self._begin(place.session)
        elif place.part.isdigit():
            self._choose(IncidentId(int(place.part)))
        elif self.form.isHidden():
            self._take_draft()

    def refresh(self) -> None:
        """Read the entries; an open form keeps what is typed in it."""
        may = self._may()
        self._entries = operations.incidents(self.gate.desk()) if may else ()
        self.new.setVisible(may and not self.gate.read_only)
        self.blank.setVisible(self.gate.desk().may(Right.PRINT))
        shown = next((e for e in self._entries if e.id == self._open), None)
        if self._open is not None and shown is None:
            self._shut()  # it was taken back
        elif shown is not None and not self.form.typed() and shown != self.form.incident:
            self.form.show_incident(shown, self._people)
        self._show()

    def unfinished(self) -> dict[str, Words]:
        """What is typed and not saved."""
        words = {} if self.form.isHidden() else self.form.typed()
        return {DRAFT: {**words, "incident": self._open}} if words else {}

    def _may(self) -> bool:
        return self.gate.desk().may(Right.NOTES)

    def _arrange(self) -> None:
        one = self.width() / theme.scale < ONE_COLUMN_BELOW
        direction = Box.Direction.TopToBottom if one else Box.Direction.LeftToRight
        self._body.setDirection(direction)
        self._head.setDirection(Box.Direction.TopToBottom if one else Box.Direction.LeftToRight)
        self.list.setMinimumWidth(0 if one else theme.size(LIST))
        self.list.setMaximumWidth(16_777_215 if one else theme.size(LIST))
        # in one column the form takes the list's place; Cancel leads back
        self.list.setVisible(bool(self._entries) and not (one and not self.form.isHidden()))

    def _show(self) -> None:
        self.list.show_entries(self._entries, self._open, self.gate.today)
        still = [e for e in self._entries if e.open]
        self.changes.show_of(self._open if not self.form.isHidden() else None)
        self._arrange()
        said = ngettext("{n} open", "{n} open", len(still)).format(n=len(still))
        self._about.set_words(said if self._entries else "")
        self._say_nothing()

    def _say_nothing(self) -> None:
        self._nothing_card.setVisible(self.form.isHidden())
        if not self._may():
            self._nothing.set_words(
                _("Not for this sign-in"),
                _("Your sign-in may not read or write notes. Ask a lead of your centre."),
            )
        elif self._entries:
            self._nothing.set_words(_("Choose an entry"), _("Or begin a new one with Ctrl+N."))
        else:
            self._nothing.set_words(
                _("Nothing has happened yet"),
                _("Injuries, near misses and conflicts are written down here."),
            )

    def _load_people(self) -> None:
        if not self._people:
            found = self.gate.ask(sessions.choices)
            self._people = found.people if found is not None else ()

    def _begin(self, session: SessionId | None) -> None:
        if not self._may() or self.gate.read_only or not self._let_go():
            return
        self._load_people()
        info = self.gate.ask(sessions.session, session) if session is not None else None
        self._open = None
        self.form.show()
        self.form.begin(self._people, self.gate.today, info)
        self._take_draft()
        self._show()

    def _choose(self, number: IncidentId) -> None:
        if number == self._open or not self._let_go():
            self._show()  # the row that was pressed is checked by that alone
            if self._open is not None:
                self._to_row(self._open)
            return
        entry = next((e for e in self._entries if e.id == number), None)
        if entry is None:
            return
        self._load_people()
        self._open = number
        self.form.show_incident(entry, self._people)
        self.form.show()
        self._show()
        self._to_row(number)

    def _to_row(self, number: IncidentId) -> None:
        """The keyboard on the entry's row, from where Tab leads into the form; else in the form."""
        line = self.list.row_of(number)
        focus_now(line if line is not None and not self.list.isHidden() else self.form.kind)

    def _let_go(self) -> bool:
        """Whether the form may show something else: not while something is typed in it."""
        if self.form.isHidden() or not self.form.typed():
            return True
        self.gate.announce(_("Save the entry first, or cancel it."), tone="info")
        return False

    def _take_draft(self) -> None:
        kept = self.gate.unfinished.of(DRAFT)
        if kept is None:
            return
        number = kept.get("incident")
        self._load_people()
        entry = next((e for e in self._entries if e.id == number), None)
        self._open = entry.id if entry is not None else None
        if entry is not None:
            self.form.show_incident(entry, self._people)
        elif self.form.isHidden():
            self.form.begin(self._people, self.gate.today)
        self.form.retype(kept)
        self.form.show()
        self._show()

    def _save(self) -> None:
        self.form.refusal.say("")
        try:
            text = self.form.text()
            if self._open is None:
                written = self.gate.write(operations.write, text)
            else:
                written = self.gate.write(operations.change, self._open, text)
        except UserError as error:
            self.form.refusal.say(say(error))
            return
        self.gate.unfinished.drop(DRAFT)
        self.form.saved()
        self._open = written.incident
        self.refresh()
        self._to_row(written.incident)

    def _give_up(self) -> None:
        self.gate.unfinished.drop(DRAFT)
        self._shut()
        self._show()
        back = self.rows[0] if self.rows else self.new
        focus_now(back)

    def _shut(self) -> None:
        self._open = None
        self.form.hide()

    def _turn(self) -> None:
        """Close an open entry, open a closed one again."""
        incident = self.form.incident
        if incident is not None and self._let_go():
            self.gate.do(operations.close if incident.open else operations.reopen, incident.id)

    def _print(self) -> None:
        if self._open is not None and not self.form.isHidden():
            changes = ".changes" if self.changes.shown else ""
            self.go(Place("preview", part=f"incident.{self._open}{changes}"))
