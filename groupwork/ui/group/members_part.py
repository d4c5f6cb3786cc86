"""The members of a group: who is in it, who comes later, who waits, who was there before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from groupwork.domain.groups import GroupInfo, MemberLine, PastRegister, WaitingLine
from groupwork.domain.ids import MembershipId, ParticipantId, WaitingId
from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.operations import memberships as operations
from groupwork.operations.desk import Right
from groupwork.operations.past_registers import add_missed
from groupwork.operations.waiting import change_remark
from groupwork.ui.focus import focus_now
from groupwork.ui.gate import Gate
from groupwork.ui.group.join_form import JoinForm
from groupwork.ui.group.member_row import MemberRow, PersonLine, WaitingRow
from groupwork.ui.group.missed_card import MissedCard
from groupwork.ui.place import Place
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.layouts import clear, column, row
from groupwork.ui.widgets.page import EmptyState, Refusal, SectionHead


class MembersPart(QWidget):
    """Everything in place; each change is a step with Undo."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__()
        self._gate, self._go = gate, go
        self._group: GroupInfo | None = None
        self._past_shown = False
        self._staying: frozenset[ParticipantId] = frozenset()
        self.rows: list[PersonLine] = []
        self.form: JoinForm | None = None
        self.add = Button("", "secondary", "user-plus", small=True)
        self.past = Button("", "ghost", "chevron-down", small=True)
        self._refusal, self.missed = Refusal(), MissedCard()
        self.late = LateAsk(gate)
        self._form_place, self._list = column(gap=0), column(gap=8)
        head = row(self.add, None, margins=(-3, 0, 0, 0))
        self.setLayout(
            column(
                *(head, self._form_place, self._refusal, self.missed, self.late, self._list),
                row(self.past, None),
                gap=10,
            )
        )
        self.add.clicked.connect(self.begin)
        self.past.clicked.connect(self._turn_past)
        self.missed.wanted.connect(self._add_to_registers)
        self.missed.left.connect(self.late.leave)
        for over in (self.missed.left, self.late.done):
            over.connect(lambda: self.missed.offer(()))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.add.set_words(_("Add people"))
        self.late.retranslate()
        self._close_form()
        if self._group is not None:
            self.show_group(self._group)

    def first_focus(self) -> QWidget | None:
        """The open form, else the first person, else the button to add one."""
        if self.form is not None:
            return self.form.first_field()
        link = self.rows[0].open if self.rows else None
        return link or (self.add if self.add.isVisible() else None)

    def show_group(self, group: GroupInfo) -> None:
        """Read who belongs to the group. Two SELECTs."""
        if self._group is None or self._group.id != group.id:
            self._past_shown = False
            self.late.leave()
            self.missed.offer(())
            self._close_form()
        self._group = group
        self._refusal.say("")
        members = self._gate.ask(operations.members, group.id) or ()
        waiting = self._gate.ask(operations.waiting, group.id) or ()
        self._staying = frozenset(line.participant for line in members if line.to_date is None)
        may = self._gate.desk().may(Right.PLAN) and not self._gate.read_only
        self.add.setVisible(may and not group.ended(self._gate.today))
        self._show(members, waiting, may)
        self._take_up(may and not group.ended(self._gate.today))

    def unfinished(self) -> dict[str, Words]:
        """Who was about to join, when the form is open."""
        begun = self.form.begun() if self.form is not None else {}
        return {self._kind(): begun} if begun else {}

    def _kind(self) -> str:
        return f"join.{self._group.id}" if self._group is not None else "join"

    def _take_up(self, may: bool) -> None:
        """A form that was open when the window was locked is open again with its words."""
        kept = self._gate.unfinished.of(self._kind()) if may and self.form is None else None
        if kept is not None:
            self.begin()
        if kept is not None and self.form is not None:
            self.form.take(kept)

    def begin(self) -> None:
        """Open the form for joining."""
        if self._group is None or self.form is not None:
            return
        day = max(self._gate.today, self._group.from_date)
        self.form = JoinForm(self._gate, self._group, day, self._staying)
        self.form.joined.connect(self._joined)
        self.form.left.connect(self._left_form)
        self._form_place.add(self.form)
        focus_now(self.form.first_field())

    def _close_form(self) -> None:
        self.form = None
        clear(self._form_place)

    def _left_form(self) -> None:
        self._gate.unfinished.drop(self._kind())
        self._close_form()
        self.add.setFocus()

    def _joined(self, joined: operations.Joined) -> None:
        self._gate.unfinished.drop(self._kind())
        self._close_form()
        self.missed.offer(joined.past)
        (self.missed.add_them if joined.past else self.add).setFocus()

    def _add_to_registers(self, past: Sequence[PastRegister]) -> None:
        """Each register gets those it was offered for; a locked one asks why."""
        if self.late.do(add_missed, past):
            self.missed.offer(())

    def _show(self, members: Sequence[MemberLine], waiting: Sequence[WaitingLine], may: bool) -> None:
        clear(self._list)
        self.rows, today = [], self._gate.today
        now = [line for line in members if line.covers(today)]
        later = [line for line in members if line.from_date > today]
        before = [line for line in members if line.to_date is not None and line.to_date < today]
        if not now and not later and not waiting:
            self._list.add(self._nobody(may))
        self._section(_("In the group"), [self._member(line, may) for line in now])
        self._section(_("Joining later"), [self._member(line, may) for line in later])
        self._section(_("Waiting for a place"), [self._waits(line, may) for line in waiting])
        if self._past_shown:
            self._section(_("Earlier"), [self._member(line, may) for line in before])
        self.past.setVisible(bool(before))
        self.past.icon_name = "chevron-up" if self._past_shown else "chevron-down"
        self.past.set_words(_("Hide who was here before") if self._past_shown else _("Who was here before"))

    def _section(self, title: str, lines: Sequence[PersonLine]) -> None:
        if not lines:
            return
        card = Card(pad=(0, 4, 0, 4), gap=0)
        for number, line in enumerate(lines):
            if number:
                card.add(Separator("line", 18, 18))
            line.opened.connect(self._open_person)
            card.add(line)
            self.rows.append(line)
        self._list.add(SectionHead(f"{title} ({len(lines)})"), card, 4)

    def _member(self, line: MemberLine, may: bool) -> MemberRow:
        shown = MemberRow(line, self._gate.today, may, linked=self._linked())
        shown.dated.connect(partial(self._change, line.id))
        shown.refused.connect(self._refusal.say)
        shown.left_.connect(partial(self._leave, line.id))
        shown.removed.connect(partial(self._remove, line.id))
        return shown

    def _waits(self, line: WaitingLine, may: bool) -> WaitingRow:
        shown = WaitingRow(line, may, linked=self._linked())
        shown.noted.connect(partial(self._remark, line.id))
        shown.admitted.connect(partial(self._admit, line.id))
        shown.given_up.connect(partial(self._give_up, line.id))
        return shown

    def _nobody(self, may: bool) -> Card:
        empty = EmptyState(
            "users-round",
            _("Nobody yet"),
            _("Whoever is in the group stands on its registers by themselves."),
        )
        if may:
            empty.add_button(Button(_("Add people"), "primary", "user-plus")).clicked.connect(self.begin)
        return Card(empty)

    def _linked(self) -> bool:
        """Whether a name leads to the person: only for who may open records."""
        return self._gate.desk().may(Right.RECORDS)

    def _open_person(self, person: ParticipantId) -> None:
        self._go(Place("participant", participant=person))

    def _turn_past(self) -> None:
        self._past_shown = not self._past_shown
        if self._group is not None:
            self.show_group(self._group)

    def _change(self, membership: MembershipId, first: date, last: date | None) -> None:
        if self._try(partial(self._gate.write, operations.change_membership, membership, first, last)):
            self.missed.offer(self._gate.ask(operations.past_registers, membership) or ())

    def _leave(self, membership: MembershipId) -> None:
        self._try(partial(self._gate.write, operations.leave, membership, self._gate.today))

    def _remove(self, membership: MembershipId) -> None:
        self._try(partial(self._gate.write, operations.remove_membership, membership))

    def _give_up(self, waiting: WaitingId) -> None:
        self._try(partial(self._gate.write, operations.give_up, waiting))

    def _remark(self, waiting: WaitingId, words: str) -> None:
        self._try(partial(self._gate.write, change_remark, waiting, words))

    def _admit(self, waiting: WaitingId) -> None:
        self._try(partial(self._gate.write, operations.admit, waiting, self._gate.today))

    def _try(self, work: partial[object]) -> bool:
        """Do it; what is refused stands above the list, which shows again what is stored."""
        try:
            work()
        except UserError as error:
            if self._group is not None:
                self.show_group(self._group)
            self._refusal.say(say(error))
            return False
        return True
