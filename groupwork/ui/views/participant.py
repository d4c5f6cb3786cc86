"""One person: who they are, what to know, how they come; everything about them behind tabs."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.domain.participants import Record
from groupwork.i18n import N_, _
from groupwork.operations import participants as operations
from groupwork.operations import person_history
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.participant.head import PersonHead
from groupwork.ui.participant.overview import OverviewTab
from groupwork.ui.place import Place
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.layouts import box, column
from groupwork.ui.widgets.page import EmptyState, Refusal
from groupwork.ui.widgets.tabs import Tabs

PARTS = ("overview", "profile", "groups", "attendance", "tasks", "notes")
WHOLE = ("overview", "profile")
"""The tabs that show the person's lists; the others need the head alone."""
TAB_WORDS = (N_("Overview"), N_("Profile"), N_("Groups and days"), N_("Attendance"), N_("Tasks"), N_("Notes"))


class PersonTab(Protocol):
    """What the tabs about a person's groups, attendance and tasks can do."""

    def show_person(self, person: ParticipantId) -> None:
        """Show another person."""

    def refresh(self) -> None:
        """Read again."""

    def retranslate(self) -> None:
        """Every word in the language in use."""

    def first_focus(self) -> QWidget | None:
        """What gets the focus when the tab is entered."""


class ParticipantView(View):
    """Head and tabs; a tab is made when it is first shown."""

    tables = frozenset(
        {
            "participant",
            "episode",
            "alert",
            "trait",
            "contact",
            "consent",
            "membership",
            "waiting",
            "agreed_day",
            "planned_absence",
            "follow_up",
            "follow_up_call",
            "attendance",
            "result",
            "session",
            "group_",
            "facilitator",
            "setting",
            "note",
            "note_amendment",
            "incident",
            "incident_person",
        }
    )

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._person: ParticipantId | None = None
        self._record: Record | None = None
        self._tabs: dict[int, QWidget] = {}
        self.head, self.refusal = PersonHead(), Refusal()
        self.tabs = Tabs([_(words) for words in TAB_WORDS])
        self._stack = QStackedWidget()
        self._nobody = EmptyState("user-round")
        self._closed = Card(self._nobody, pad=(20, 40, 20, 40))
        self._inside = box(column(self.tabs, 10, self.refusal, (self._stack, 1), gap=0))
        page = column(self.head, 4, (self._inside, 1), (self._closed, 1), gap=0, margins=(21, 4, 16, 0))
        self.setLayout(page)
        self.head.back.clicked.connect(self._to_list)
        self.head.end.clicked.connect(self._end)
        self.tabs.chosen.connect(self._choose)
        for number in range(len(PARTS)):
            self._shortcut(f"Alt+{number + 1}", lambda n=number: self._choose(n))
        self.retranslate()

    def _shortcut(self, keys: str, slot: object) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(keys), self, context=context).activated.connect(slot)

    def title(self) -> str:
        """The page's name: never the person's, it stands in the window's title."""
        return _("Person")

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.tabs.set_words([_(words) for words in TAB_WORDS], _("Show"))
        self.head.retranslate()
        self._nobody.set_words(
            _("Nobody is shown here"), _("Choose somebody in the list, or search with Ctrl+K.")
        )
        for tab in self._tabs.values():
            tab.retranslate()  # type: ignore[attr-defined]  # every tab has it
        if self._record is not None:
            self.refresh()

    def here(self, place: Place) -> Place:
        """The tab that is looked at now."""
        return replace(place, part=PARTS[self.tabs.current()])

    def show_place(self, place: Place) -> None:
        """A person, and the tab that `part` names."""
        self.refusal.say("")
        if place.participant is not None:
            other = place.participant != self._person
            if other:
                self.gate.unfinished.keep(self.unfinished())
            self._person = place.participant
            part = place.part if place.part in PARTS else "overview" if other else ""
            if part:
                self.tabs.select(PARTS.index(part))
            if other and self.gate.desk().may(Right.RECORDS):
                self.gate.ask(person_history.looked_at, place.participant)
        self._show_tab()

    def refresh(self) -> None:
        """Read the person again, and the tab that is shown."""
        self._show_tab(again=True)

    def refused(self, sentence: str) -> bool:
        """A refusal stands under the tabs."""
        self.refusal.say(sentence)
        return self._record is not None

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("Alt+1 … 6", _("Show a tab")),
            KeyLine("Esc", _("Back to the list")),
            KeyLine("Ctrl+Enter", _("Save an entry")),
        )

    def unfinished(self) -> dict[str, Words]:
        """Entries begun on the overview, among the groups and days, and in the notes, and not saved."""
        found: dict[str, Words] = {}
        for part in ("overview", "groups", "notes"):
            kept = getattr(self._tabs.get(PARTS.index(part)), "unfinished", dict)  # once it was shown
            found |= kept()
        return found

    def first_focus(self) -> QWidget | None:
        """The tab's word: arrows go on from there."""
        return self.tabs.tab(self.tabs.current()) if self._record is not None else self.head.back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that no form needed for itself leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self._to_list()
            return
        super().keyPressEvent(event)

    def _choose(self, index: int) -> None:
        self.tabs.select(index)
        self._show_tab()

    def _show_tab(self, *, again: bool = False) -> None:
        self._read()
        shown = self._record is not None
        self._inside.setVisible(shown)
        self._closed.setVisible(not shown)
        if self._record is None:
            return
        index = self.tabs.current()
        tab = self._tab(index)
        self._stack.setCurrentWidget(tab)
        if isinstance(tab, OverviewTab):
            history = self.gate.ask(person_history.attendance_history, self._record.profile.id)
            tab.show_record(self._record, history, may=self._may())
            if self._may():
                tab.take_up()
        elif PARTS[index] == "profile":
            staff = self.gate.ask(operations.key_workers) or ()
            tab.show_record(self._record, staff, may=self._may())  # type: ignore[attr-defined]  # ProfileTab
        elif again and tab.property("person") == self._person:
            tab.refresh()  # type: ignore[attr-defined]  # a PersonTab
        else:
            tab.setProperty("person", self._person)
            tab.show_person(self._person)  # type: ignore[attr-defined]  # a PersonTab

    def _read(self) -> None:
        self._record = None
        if self._person is None or not self.gate.desk().may(Right.RECORDS):
            closed = self._person is not None
            self._nobody.set_words(
                _("People's records are not open to you") if closed else _("Nobody is shown here"),
                _("Your sign-in may not open people's records. Ask a lead of your centre.")
                if closed
                else _("Choose somebody in the list, or search with Ctrl+K."),
            )
        else:
            whole = PARTS[self.tabs.current()] in WHOLE
            self._record = self.gate.ask(operations.record, self._person, whole=whole)
            merged = self._record.profile.merged_into if self._record is not None else None
            if merged is not None:  # a duplicate leads to the record that was kept
                self._person = merged
                self._record = self.gate.ask(operations.record, merged, whole=whole)
        if self._record is not None:
            self.head.show_record(self._record, self.gate.today, may=self._may())
        self.head.show_person(shown=self._record is not None)

    def _may(self) -> bool:
        return self.gate.desk().may(Right.PEOPLE) and not self.gate.read_only

    def _tab(self, index: int) -> QWidget:
        if index not in self._tabs:
            tab = self._make(PARTS[index])
            self._tabs[index] = tab
            self._stack.addWidget(tab)
        return self._tabs[index]

    def _make(self, part: str) -> QWidget:
        if part == "overview":
            tab = OverviewTab(self.gate, self.go)
            tab.attendance.more.clicked.connect(lambda: self._choose(PARTS.index("attendance")))
            tab.groups.more.clicked.connect(lambda: self._choose(PARTS.index("groups")))
            return tab
        if part == "profile":
            from groupwork.ui.participant.profile import ProfileTab

            return ProfileTab(self.gate)
        return _later(part, self.gate, self.go)

    def _end(self) -> None:
        self._choose(0)
        tab = self._tabs[0]
        if isinstance(tab, OverviewTab):
            tab.stays.end_now()

    def _to_list(self) -> None:
        self.go(Place("participants"))


def _later(part: str, gate: Gate, go: Go) -> QWidget:
    if part == "groups":
        from groupwork.ui.participant.places import PlacesTab

        return PlacesTab(gate, go)
    if part == "attendance":
        from groupwork.ui.participant.attendance import AttendanceTab

        return AttendanceTab(gate, go)
    if part == "notes":
        from groupwork.ui.participant.notes import NotesTab

        return NotesTab(gate, go)
    from groupwork.ui.participant.tasks import TasksTab

    return TasksTab(gate, go)
