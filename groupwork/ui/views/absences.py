"""Who is away: the quick entry of the telephone, today's absences and those to come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId, StepId
from groupwork.i18n import N_, _, ngettext
from groupwork.operations import absences, choices
from groupwork.operations.absences import Planned
from groupwork.operations.desk import Right
from groupwork.ui.away.card import AwayCard
from groupwork.ui.away.note import AwayNote
from groupwork.ui.away.quick import QuickAway
from groupwork.ui.done import Done
from groupwork.ui.gate import Gate
from groupwork.ui.place import BACK, Place
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import Scroll, Title

DRAFT, LISTED = "absence", "absence_lists"
RETURN = "back"
"""A place's `part`: once it is entered, back to where one came from."""
ONE_COLUMN_BELOW = 820


class AbsencesView(View):
    """Entering an absence needs the right to record, the list none."""

    tables = frozenset({"planned_absence", "participant", "episode", "attendance", "setting"})

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._returns = False
        self._noted: StepId | None = None
        self._title, self._summary = Title(""), Label("", "text2", 14, wrap=True)
        self.quick, self.note = QuickAway(gate), AwayNote()
        self.today = AwayCard(gate, N_("Away today"), N_("Nobody is away today as far as is known."))
        self.coming = AwayCard(gate, N_("Away later"), N_("Nothing is known of later days."))
        self._body: Box = row((box(column(self.today, None)), 1), (box(column(self.coming, None)), 1), gap=16)
        head = column(self._title, self._summary, gap=2)
        parts = column(head, self.quick, self.note, self._body, None, gap=12, margins=(28, 6, 24, 16))
        self.setLayout(column(Scroll(box(parts)), gap=0))
        self.quick.entered.connect(self._entered)
        self.quick.left.connect(self._leave)
        for card in (self.today, self.coming):
            card.told = self._tell
        self.quick.begin()
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return _("Who is away")

    def show_place(self, place: Place) -> None:
        """With a person the entry begins with their name."""
        self._returns = place.part == RETURN
        self.note.hide()
        self.refresh()
        self._take_up()
        self._begin(place.participant)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(_("Who is away"))
        self.quick.retranslate()
        for card in (self.today, self.coming):
            card.retranslate()
        self.refresh()

    def restyle(self) -> None:
        """Columns at the present text size."""
        self._arrange()

    def refresh(self) -> None:
        """Read again and show."""
        may = self._may()
        found, day = self.gate.ask(absences.absences) or (), self.gate.today
        now = [each for each in found if each.span.first <= day]
        self.today.show_absences(now, may=may)
        self.coming.show_absences([each for each in found if each.span.first > day], may=may)
        self.quick.setVisible(may)
        self.quick.set_signs()
        if may:
            self.quick.set_people(self.gate.ask(choices.people_here) or ())
        n = len({each.participant for each in now})
        text = ngettext("{n} person is away today", "{n} people are away today", n)
        self._summary.set_words(text.format(n=n))

    def first_focus(self) -> QWidget | None:
        """The name in the quick entry."""
        return self.quick.first_focus() if self.quick.isVisibleTo(self) else None

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("Enter", _("Take the name, then the days, then enter it")),
            KeyLine("U O X V H N", _("Why somebody is away (as in the register)")),
            KeyLine("Ctrl+Enter", _("Enter it from any field")),
            KeyLine("Esc", _("Give an entry up")),
        )

    def unfinished(self) -> dict[str, Words]:
        """An absence begun and not entered, and those being changed in the lists."""
        typed = self.quick.typed()
        changed = [words for card in (self.today, self.coming) if (words := card.begun()) is not None]
        return ({DRAFT: typed} if typed else {}) | ({LISTED: {"changed": changed}} if changed else {})

    def resizeEvent(self, event: object) -> None:
        """Under 820 px at 100 % text everything stands in one column."""
        self._arrange()

    def follow(self, done: Done) -> None:
        """What an entry left as it was is said once: not beside what was done after it."""
        if done.step is not None and done.step != self._noted:
            self.note.hide()
        super().follow(done)

    def _begin(self, person: ParticipantId | None) -> None:
        kept = self.gate.unfinished.of(DRAFT)
        if kept is not None and person is None:
            self.quick.take(kept)
            self.gate.unfinished.drop(DRAFT)
        elif person is not None or not self.quick.typed():
            self.quick.begin(person)

    def _take_up(self) -> None:
        """What was being changed is open again, in the list it is in today; what is gone by now is not."""
        kept = self.gate.unfinished.of(LISTED)
        if kept is None or not self._may():
            return
        for words in kept["changed"]:
            for card in (self.today, self.coming):
                if card.lists(words["key"]):
                    card.take(words)
        self.gate.unfinished.drop(LISTED)

    def _may(self) -> bool:
        return self.gate.desk().may(Right.RECORD) and not self.gate.read_only

    def _entered(self, planned: Planned) -> None:
        self._tell(planned)
        if self._returns:
            self.go(BACK)

    def _tell(self, planned: Planned) -> None:
        self._noted = planned.done.step
        self.note.tell(planned, self.gate.signs())

    def _leave(self) -> None:
        if self._returns:
            self.go(BACK)

    def _arrange(self) -> None:
        one = self.width() / theme.scale < ONE_COLUMN_BELOW
        self._body.setDirection(Box.Direction.TopToBottom if one else Box.Direction.LeftToRight)
        self.quick.arrange(self.width())
