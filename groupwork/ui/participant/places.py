"""Where a person belongs: groups by date, waiting lists, agreed days, days here this month."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from groupwork.domain.groups import GroupLine, PastRegister
from groupwork.domain.ids import GroupId, MembershipId, ParticipantId, WaitingId
from groupwork.errors import Refused
from groupwork.i18n import N_, _, ngettext
from groupwork.operations import absences, agreed_days, groups, memberships, presence
from groupwork.operations.desk import Right
from groupwork.operations.past_registers import add_missed
from groupwork.ui.away.card import AwayCard
from groupwork.ui.day.words import clash_words
from groupwork.ui.gate import Gate
from groupwork.ui.participant import place_words as words
from groupwork.ui.participant.agreed_card import AgreedCard
from groupwork.ui.participant.history_words import plain
from groupwork.ui.participant.kept_cards import KeepsWords, KeptCards
from groupwork.ui.participant.waiting_card import WaitingCard
from groupwork.ui.place import Place
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.roles import CATEGORY_ICONS
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.day_field import DayField
from groupwork.ui.widgets.entry_card import EntryCard, Values
from groupwork.ui.widgets.entry_form import EntryForm, FormField
from groupwork.ui.widgets.entry_row import Entry
from groupwork.ui.widgets.fields import Choice, DateField
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import Scroll

NARROW = 760
SIDE = 330
NOBODY = ParticipantId(0)
DRAFT = "person_places"
NO_GROUP = N_("Choose a group first.")


class PlacesTab(QWidget):
    """Memberships and waiting lists at the left, days at the right; below one another when narrow."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__()
        self.gate, self.go = gate, go
        self._person = NOBODY
        self._lines: dict[int, GroupLine] = {}
        self._past: tuple[PastRegister, ...] = ()
        self.group, self.first, self.last = Choice(), DateField(gate.today), DayField()
        fields = (
            FormField("group", N_("Group"), self.group, new_only=True),
            FormField("first", N_("From"), self.first),
            FormField("last", N_("Last day, empty for none"), self.last),
        )
        form = EntryForm(fields)
        self.groups = EntryCard(N_("Groups"), N_("Join a group"), N_("In no group."), form)
        self.before = EntryCard(N_("Groups before"), "", N_("No groups before."), EntryForm(()))
        self.waiting, self.agreed = WaitingCard(gate.today), AgreedCard(gate.today)
        self._warnings = Label("", "warn_ink", 13, wrap=True)
        self.groups.below.add(self._warnings)
        self._warnings.hide()
        self.offer, self.late = self._make_offer(), LateAsk(gate)
        self.late.done.connect(lambda: self._offer(()))
        self.days, self._days_title = column(gap=3), Label("", "text", 15.5, 700)
        self.open_presence = Button("", "ghost", "calendar-days", small=True)
        self._days_card = Card(
            self._days_title, self.days, row(self.open_presence, None), pad=(17, 13, 13, 13)
        )
        self.away = AwayCard(gate, N_("Away"), N_("No absence is planned."), lambda: self._person)
        cards: dict[str, KeepsWords] = {
            "groups": self.groups,
            "away": self.away,
            "waiting": self.waiting,
            "agreed": self.agreed,
        }
        self._kept = KeptCards(gate, DRAFT, cards)
        left = box(
            column(self.offer, self.late, self.groups, self.away, self.waiting, self.before, None, gap=12)
        )
        self._side = box(column(self.agreed, self._days_card, None, gap=12))
        self._body = row((left, 1), self._side, gap=14)
        self._scroll = Scroll(box(column(self._body, None, margins=(0, 6, 0, 16))))
        self.setLayout(column(self._scroll, gap=0))
        self._connect()
        self.restyle()
        self.retranslate()

    def _make_offer(self) -> Card:
        self._offer_words = Label("", "info_ink", 14, 500, wrap=True)
        self.add_past, self.leave_past = Button("", "secondary", small=True), Button("", "ghost", small=True)
        self.add_past.clicked.connect(self._add_to_past)
        self.leave_past.clicked.connect(lambda: self._offer(()))
        buttons = Flow(self.add_past, self.leave_past, gap=4)
        card = Card(
            self._offer_words, buttons, fill="info_soft", line="", radius=10, pad=(16, 11, 16, 11), gap=6
        )
        card.hide()
        return card

    def _connect(self) -> None:
        self.groups.defaults = self._join_defaults
        self.groups.save, self.groups.remove = self._save_membership, self._remove_membership
        self.waiting.defaults = self._wait_defaults
        self.waiting.save = self._wait
        self.waiting.admit, self.waiting.give_up = self._admit, self._give_up
        self.agreed.save = self._agree
        self.group.picked.connect(lambda _group: self._warn())
        self.first.changed.connect(lambda _day: self._warn())
        self.groups.form.left.connect(lambda: self._say_warnings(""))
        self.open_presence.clicked.connect(lambda: self.go(Place("presence", self.gate.today)))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for card in (self.groups, self.before, self.waiting, self.agreed, self.away, self.late):
            card.retranslate()
        self.groups.add_button.set_words(_("Join a group"))
        self.last.setPlaceholderText(_("no last day"))
        self._days_title.set_words(_("Days here"))
        self.open_presence.set_words(_("Open presence"))
        self.leave_past.set_words(_("Leave them as they are"))
        self._offer(self._past)

    def restyle(self) -> None:
        """Width of the side at the present text size."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() / theme.scale < NARROW
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._side.setMinimumWidth(0 if narrow else theme.size(SIDE))
        self._side.setMaximumWidth(16_777_215 if narrow else theme.size(SIDE))

    def show_person(self, person: ParticipantId) -> None:
        """Another person; forms of the one before are closed."""
        if person != self._person:
            self._person = person
            self._offer(())
            for card in (self.groups, self.waiting, self.away):
                card.form.hide()
            self.away.late.leave()
            self.agreed.give_up()
        self.refresh()
        self._kept.take_up(person)

    def unfinished(self) -> dict[str, Words]:
        """What is typed in the open forms."""
        return self._kept.begun(self._person)

    def refresh(self) -> None:
        """Read again and show."""
        if self._person == NOBODY:
            return
        found = self.gate.ask(memberships.groups_of, self._person)
        if found is None:
            return
        today, may = self.gate.today, self._may(Right.PLAN)
        self._lines = {int(line.id): line for line in found.memberships}
        now = [line for line in found.memberships if line.to_date is None or line.to_date >= today]
        before = [line for line in found.memberships if line not in now]
        self.groups.show_entries([self._entry(line) for line in now], _values(now), may=may)
        self.before.show_entries([self._entry(line) for line in reversed(before)], {}, may=False)
        self.before.setVisible(bool(before))
        self.waiting.show_waiting(found.waiting, may=may)
        self.away.show_absences(
            self.gate.ask(absences.absences_of, self._person) or (), may=self._may(Right.RECORD)
        )
        self._show_days()

    def first_focus(self) -> QWidget | None:
        """The first group, else joining one."""
        rows = self.groups.rows()
        if rows and self._may(Right.PLAN):
            return rows[0]
        return self.groups.add_button if self._may(Right.PLAN) else self.open_presence

    def _may(self, right: Right) -> bool:
        return self.gate.desk().may(right) and not self.gate.read_only

    def _entry(self, line: GroupLine) -> Entry:
        coming = line.from_date > self.gate.today
        return Entry(
            key=int(line.id),
            words=plain(line.name),
            below=words.membership_below(line, self.gate.today),
            icon=CATEGORY_ICONS[line.category.value],
            icon_role=f"{line.category.value}:strong",
            role="text2" if coming else "text",
        )

    def _show_days(self) -> None:
        if self._person == NOBODY:
            return
        agreed = self.gate.ask(agreed_days.agreed_days, self._person)
        line = self.gate.ask(presence.month_of, self._person, self.gate.today)
        if agreed is None or line is None:
            return
        self.agreed.show_agreed(agreed, self.gate.today, may=self._may(Right.PEOPLE))
        clear(self.days)
        for number, said in enumerate(words.month_words(line, self.gate.today, self.gate.signs())):
            self.days.add(Label(said, "text" if number else "text2", 14 if number else 13, wrap=True))

    def _options(self) -> list[tuple[object, str]]:
        found = self.gate.ask(groups.group_list) or ()
        options: list[tuple[object, str]] = [(None, _("Choose a group …"))]
        options += [(g.id, f"{plain(g.title)}, {words.rhythm_words(g.rhythm)}") for g in found]
        return options

    def _join_defaults(self) -> Values:
        self.group.set_options(self._options())
        return {"group": None, "first": self.gate.today, "last": None}

    def _wait_defaults(self) -> Values:
        self.waiting.group.set_options(self._options())
        return {"group": None, "since": self.gate.today, "words": ""}

    def _warn(self) -> None:
        group = self.group.value()
        if not isinstance(group, int) or not self.groups.form.isVisible():
            return
        found = self.gate.ask(memberships.join_warnings, GroupId(group), [self._person], self.first.value())
        self._say_warnings("\n".join(clash_words(clash) for clash in found or ()))

    def _say_warnings(self, sentence: str) -> None:
        self._warnings.set_words(sentence)
        self._warnings.setVisible(bool(sentence))

    def _save_membership(self, key: int | None, values: Values) -> None:
        first, last = values["first"], values["last"]
        if key is not None:
            self.gate.write(memberships.change_membership, MembershipId(key), first, last)
            self._offer(self.gate.ask(memberships.past_registers, MembershipId(key)) or ())
        else:
            joined: Any = self.gate.write(memberships.join, _chosen(values), [self._person], first, last)
            self._offer(joined.past)
        self._say_warnings("")

    def _remove_membership(self, key: int) -> None:
        self.gate.write(memberships.remove_membership, MembershipId(key))

    def _wait(self, _key: int | None, values: Values) -> None:
        group, since, said = _chosen(values), values["since"], values["words"]
        self.gate.write(memberships.wait, group, self._person, since, said)

    def _admit(self, waiting: WaitingId) -> None:
        joined = self.gate.do(memberships.admit, waiting, self.gate.today)
        if joined is not None:
            self._offer(joined.past)

    def _give_up(self, waiting: WaitingId) -> None:
        self.gate.do(memberships.give_up, waiting)

    def _agree(self, weekdays: frozenset[int], first: Any) -> None:
        self.gate.write(agreed_days.set_weekdays, self._person, weekdays, first)

    def _offer(self, past: tuple[PastRegister, ...]) -> None:
        """Offer to put the person on registers that were taken before they joined."""
        self._past, n = past, len(past)
        self.late.leave()
        self.offer.setVisible(bool(past))
        text = ngettext(
            "{n} register was already taken without this person: {registers}.",
            "{n} registers were already taken without this person: {registers}.",
            n,
        )
        self._offer_words.set_words(text.format(n=n, registers=words.past_words(past)))
        add = ngettext("Add to {n} past register", "Add to these {n} past registers", n)
        self.add_past.set_words(add.format(n=n))
        if past:
            self.add_past.setFocus()

    def _add_to_past(self) -> None:
        if self.late.do(add_missed, self._past):
            self._offer(())


def _chosen(values: Values) -> Any:
    if values["group"] is None:
        raise Refused(NO_GROUP)
    return values["group"]


def _values(lines: list[GroupLine]) -> dict[int, Values]:
    return {int(line.id): {"first": line.from_date, "last": line.to_date} for line in lines}
