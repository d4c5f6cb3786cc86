"""Follow-ups: who stayed away, what was tried, and how those before them ended."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.i18n import _
from groupwork.operations import follow_ups
from groupwork.operations.desk import REFUSALS, Right
from groupwork.ui.focus import focus_now, focused
from groupwork.ui.follow_ups.cards import FollowUpCards
from groupwork.ui.follow_ups.closed import ClosedList
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import EmptyState, Scroll, SectionHead, Title

ONE_COLUMN_BELOW = 900
SIDE = 400


class FollowUpsView(View):
    """Open ones at the left, closed ones at the right; below one another when narrow."""

    tables = frozenset(
        {"follow_up", "follow_up_call", "participant", "contact", "attendance", "session", "sign_in"}
    )

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._title, self._summary = Title(""), Label("", "text2", 14, wrap=True)
        self._open_head, self._closed_head = SectionHead(), SectionHead()
        self.cards, self.closed = FollowUpCards(gate), ClosedList()
        self._nobody = EmptyState("circle-check", role="good")
        self._empty = Card(self._nobody, pad=(20, 30, 20, 30))
        left = box(column(self._open_head, self.cards, self._empty, None, gap=8))
        self._side = box(column(self._closed_head, self.closed, None, gap=8))
        self._body: Box = row((left, 1), self._side, gap=20)
        head = column(self._title, self._summary, gap=2)
        page = box(column(head, 10, self._body, None, gap=0, margins=(28, 6, 24, 16)))
        self.setLayout(column(Scroll(page), gap=0))
        for part in (self.cards, self.closed):
            part.opened.connect(self._to_person)
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return _("Follow-ups")

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(_("Follow-ups"))
        self._open_head.set_words(_("To follow up"))
        self._closed_head.set_words(_("Finished"))
        self.cards.retranslate()
        self.refresh()

    def restyle(self) -> None:
        """The side column at the present text size."""
        self._arrange()

    def refresh(self) -> None:
        """Read again and show."""
        may = self.gate.desk().may(Right.RECORDS)
        found = (self.gate.ask(follow_ups.open_follow_ups) or ()) if may else ()
        closed = (self.gate.ask(follow_ups.closed_follow_ups) or ()) if may else ()
        had = focused(self.cards) is not None
        self.cards.show_follow_ups(found)
        self.closed.show_closed(closed)
        self.cards.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._open_head.setVisible(bool(found))
        self._side.setVisible(bool(closed))
        self._say(may=may)
        self.cards.take_up()
        if had and not found and self.closed.lines():  # the last one was finished: there it stands now
            focus_now(self.closed.lines()[0])

    def first_focus(self) -> QWidget | None:
        """Writing down a call to the first person."""
        first = self.cards.first()
        return first.call if first is not None else None

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("Ctrl+Enter", _("Save an entry")),
            KeyLine("Esc", _("Give an entry up")),
        )

    def unfinished(self) -> dict[str, Words]:
        """A form begun and not saved."""
        return self.cards.unfinished()

    def resizeEvent(self, event: object) -> None:
        """Under 900 px at 100 % text everything stands in one column."""
        self._arrange()

    def _say(self, *, may: bool) -> None:
        words = _("Somebody is followed up after {n} absent days in a row without a word.")
        number = self._number()
        self._summary.set_words(words.format(n=number) if may else "")
        if may:
            self._nobody.set_words(
                _("Nobody needs to be followed up"),
                _("When somebody stays away {n} days in a row without a word, they stand here.").format(
                    n=number
                ),
            )
        else:
            self._nobody.set_words(_("People's records are not open to you"), _(REFUSALS[Right.RECORDS]))

    def _number(self) -> int:
        from groupwork.operations.settings import centre

        found = self.gate.ask(centre)
        return found.absent_days if found is not None else 3

    def _arrange(self) -> None:
        one = self.width() / theme.scale < ONE_COLUMN_BELOW
        direction = Box.Direction
        self._body.setDirection(direction.TopToBottom if one else direction.LeftToRight)
        self._side.setMinimumWidth(0 if one else theme.size(SIDE))
        self._side.setMaximumWidth(16_777_215 if one else theme.size(SIDE))

    def _to_person(self, person: ParticipantId) -> None:
        self.go(Place("participant", participant=person))
