"""Merge duplicates: who may be here twice; two records side by side; one button, one undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.domain.merging import Fate, MergeChoices, MergePreview
from groupwork.domain.people import PersonBrief
from groupwork.i18n import _
from groupwork.operations import merging
from groupwork.operations.desk import REFUSALS, Right
from groupwork.operations.people import find_people
from groupwork.ui.focus import focus_now
from groupwork.ui.gate import Gate
from groupwork.ui.merge import words
from groupwork.ui.merge.compared import Compared
from groupwork.ui.merge.pairs import PairsPart
from groupwork.ui.place import BACK, Place
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.theme import theme
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.chip import Avatar
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Elided, Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import EmptyState, Refusal, Scroll, Title

WIDEST = 1000


class _Side(Card):
    """One of the two records."""

    def __init__(self, head: str, person: PersonBrief, *, kept: bool) -> None:
        super().__init__(pad=(16, 12, 16, 12), gap=6, line="accent" if kept else "line")
        self.setAccessibleName(f"{head}: {words.person_words(person)}, {words.about(person)}")
        names = column(
            Label(head, "accent_ink" if kept else "text2", 12.5, 600),
            Label(person.name.full, "text", 16, 700, wrap=True, typed=True),
            Elided(words.about(person), "text2", 13, typed=False),
            gap=1,
        )
        self.add(row(Avatar(person.name.full, 38), (names, 1), gap=12))


class MergeView(View):
    """`part` is "5+9": the record to keep and its duplicate; without it the likely pairs."""

    tables = frozenset({"participant", "attendance", "membership", "setting"})

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._two: tuple[ParticipantId, ParticipantId] | None = None
        self._preview: MergePreview | None = None
        self.compared: Compared | None = None
        self._compared_of: MergePreview | None = None
        self._back = Button("", "secondary", "arrow-left", small=True)
        self._title, self._about = Title(), Label("", "text2", 14, wrap=True)
        self.refusal, self.pairs, self.late = Refusal(), PairsPart(self._find), LateAsk(gate)
        self._caution = Label("", "warn_ink", 14, 500, wrap=True)
        self._two_births = Card(self._caution, fill="warn_soft", line="", radius=10, pad=(16, 10, 16, 10))
        self._sides, self._sheet, self._what = row(gap=10), column(gap=10), Label("", "text", 14, wrap=True)
        self._after, self._settled = Label("", "text2", 13.5, wrap=True), Label("", "text2", 13.5, wrap=True)
        self.swap, self.merge = Button("", "ghost", "repeat", small=True), Button("", "primary", "check")
        self._closed = EmptyState("lock", role="text2")
        self._build()
        self._back.clicked.connect(lambda: self.go(BACK))
        self.pairs.opened.connect(self._open)
        self.swap.clicked.connect(self._swap)
        self.merge.clicked.connect(self._merge)
        self.late.done.connect(self._merged_late)
        self.late.left.connect(self.merge.setFocus)
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        head = row(self._back, (column(self._title, self._about, gap=1), 1), gap=10, margins=(-3, 0, 0, 0))
        end = Card(self._what, self._after, Flow(self.merge, gap=6), self.late, pad=(18, 14, 18, 12), gap=6)
        self._two_part = box(
            column(
                box(self._sides),
                self._two_births,
                row(None, self.swap),
                box(self._sheet),
                self._settled,
                end,
                gap=10,
            )
        )
        page = column(head, 6, self.refusal, self._closed, self.pairs, self._two_part, None, gap=8)
        page.set_margins((24, 6, 20, 16))
        self._inner = box(page)
        self._scroll = Scroll(box(row((self._inner, 100), (QWidget(), 1), gap=0)))
        self.setLayout(column(self._scroll, gap=0))

    def title(self) -> str:
        """The page's name."""
        return _("Merge duplicates")

    def restyle(self) -> None:
        """Widest at the present text size."""
        self._inner.setMaximumWidth(theme.size(WIDEST))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._back.set_name(_("Back"))
        self._title.set_words(self.title())
        self.swap.set_words(_("Keep the other one"))
        self._closed.set_words(_("Not for this sign-in"), _(REFUSALS[Right.PEOPLE]))
        self.pairs.retranslate()
        self.late.retranslate()
        self._show()

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("← →", _("Choose between the two")),
            KeyLine("Ctrl+Enter", _("Merge")),
            KeyLine("Esc", _("Back")),
        )

    def show_place(self, place: Place) -> None:
        """The two records of `part`, or the likely pairs."""
        self._two = _read(place.part)
        self.refusal.say("")
        self.late.leave()
        self._scroll.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Read again, but not while the lock asks why; choices stay while both records are as they were."""
        if self.late.waiting:
            return
        self._preview = None
        if self._allowed() and self._two is not None:
            self._preview = self.gate.ask(merging.compare, *self._two)
        if self._preview is None and self._allowed():
            self.pairs.show_pairs(self.gate.ask(merging.likely_duplicates) or ())
        self._show()

    def first_focus(self) -> QWidget | None:
        """The first choice, the first pair, or the field for a name."""
        if not self._allowed():
            return self._back
        if self._preview is not None:
            picks = self.compared.picks if self.compared is not None else []
            return picks[0].keep if picks else self.merge
        return self.pairs.rows[0] if self.pairs.rows else self.pairs.first

    def refused(self, sentence: str) -> bool:
        """Refusals stand above the records."""
        self.refusal.say(sentence)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter merges, Esc goes back."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._may():
            self._merge()
        elif event.key() == Qt.Key.Key_Escape:
            self.go(BACK)
        else:
            super().keyPressEvent(event)

    def _find(self, typed: str) -> tuple[PersonBrief, ...]:
        return self.gate.ask(find_people, typed) or ()

    def _allowed(self) -> bool:
        return self.gate.desk().may(Right.PEOPLE)

    def _may(self) -> bool:
        return self._preview is not None and self.gate.desk().may(Right.PEOPLE) and not self.gate.read_only

    def _show(self) -> None:
        preview = self._preview
        self._closed.setVisible(not self._allowed())
        self.pairs.setVisible(preview is None and self._allowed())
        self._two_part.setVisible(preview is not None)
        if preview is None:
            self._about.set_words(_("Records that may be one person. Nothing changes before you say so."))
            return
        self._about.set_words(_("Choose what counts where both differ. Everything else is joined."))
        self._compare(preview)
        self._show_sides(preview)
        for label, said in (
            (self._settled, words.marks_settled(preview)),
            (self._what, words.moves(preview)),
            (self._after, words.stays(preview)),
        ):
            label.set_words(said)
            label.setVisible(bool(said))
        self.merge.set_words(_("Merge into {person}").format(person=words.person_words(preview.keep)))
        self.merge.setVisible(self._may())

    def _compare(self, preview: MergePreview) -> None:
        """The lines anew, in other words or signs perhaps; what was chosen and the keyboard stay."""
        before, chosen, at = self.compared, MergeChoices(), None
        if before is not None and preview == self._compared_of:
            chosen, at = before.choices, before.standing()
        clear(self._sheet)
        made = Compared(preview, self.gate.signs(), chosen)
        self.compared, self._compared_of = made, preview
        self._sheet.add(made)
        for line in made.picks:
            self.late.ends_with(line.chosen)
        if at is not None:
            focus_now(made.picks[at].chosen_one())

    def _show_sides(self, preview: MergePreview) -> None:
        clear(self._sides)
        kept = _Side(_("This record is kept"), preview.keep, kept=True)
        gone = _Side(_("This one is merged into it"), preview.drop, kept=False)
        self._sides.add((kept, 1), (gone, 1))
        births = any(f.field == "birth_date" and f.fate is Fate.CONFLICT for f in preview.fields)
        self._two_births.setVisible(births)
        self._caution.set_words(_("These two have different dates of birth. Are they really one person?"))

    def _open(self, keep: ParticipantId, drop: ParticipantId) -> None:
        self.go(Place("merge", part=f"{keep}+{drop}"))

    def _swap(self) -> None:
        if self._two is not None:
            self._open(self._two[1], self._two[0])

    def _merge(self) -> None:
        if self._two is None or self.compared is None:
            return
        keep, drop = self._two
        shown, self._two, self._preview = self._preview, None, None
        if self.late.do(merging.merge, keep, drop, self.compared.choices):
            self.go(Place("participant", participant=keep))
            return
        self._two, self._preview = (keep, drop), shown
        self.refresh()

    def _merged_late(self) -> None:
        if self._two is not None:
            self.go(Place("participant", participant=self._two[0]))


def _read(part: str) -> tuple[ParticipantId, ParticipantId] | None:
    """Two different numbers out of "5+9"; else None."""
    keep, _plus, drop = part.partition("+")
    if not (keep.isdecimal() and drop.isdecimal()) or keep == drop:
        return None
    return ParticipantId(int(keep)), ParticipantId(int(drop))
