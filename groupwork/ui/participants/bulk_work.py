"""The actions for several chosen people: each one step, one Undo; what is refused stands in its form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from groupwork.domain.groups import PastRegister
from groupwork.domain.ids import FacilitatorId, GroupId, ParticipantId
from groupwork.errors import UserError
from groupwork.i18n import WEEKDAYS, _, current, ngettext, say
from groupwork.operations import participants as operations
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.models.participants import PeopleModel
from groupwork.ui.participants.bulk import BulkForm, BulkStrip
from groupwork.ui.place import Place
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.view import Go

T = TypeVar("T")


class BulkWork(QObject):
    """Between strip, gate and list. `chosen_changed` when nobody is chosen any more."""

    chosen_changed = Signal()

    def __init__(self, gate: Gate, go: Go, model: PeopleModel, strip: BulkStrip) -> None:
        super().__init__(strip)
        self._gate, self._go, self._model, self._strip = gate, go, model, strip
        self._past: tuple[PastRegister, ...] = ()
        self.late = LateAsk(gate)
        strip.ask_below(self.late)
        self.late.done.connect(lambda: strip.past.say(""))
        strip.past.leave.clicked.connect(self.late.leave)
        strip.join_wanted.connect(self._begin_join)
        strip.worker_wanted.connect(self._begin_worker)
        strip.end_wanted.connect(self._begin_end)
        strip.merge_wanted.connect(self._merge)
        strip.none_wanted.connect(self.choose_nobody)
        strip.past.add_.clicked.connect(self._add_to_past)
        strip.join_form.wanted.connect(self._join)
        strip.worker_form.wanted.connect(self._set_worker)
        strip.end_form.wanted.connect(self._end)

    def tell(self) -> None:
        """Say in the strip how many are shown and chosen, and what this sign-in may do with them."""
        desk, free = self._gate.desk(), not self._gate.read_only
        may = (free and desk.may(Right.PEOPLE), free and desk.may(Right.PLAN))
        self._strip.tell(len(self._model.lines), len(self._model.chosen), may)

    def choose_nobody(self) -> None:
        """Nobody is chosen any more."""
        self._model.choose(range(len(self._model.lines)), on=False)
        self.tell()
        self.chosen_changed.emit()

    def _people(self) -> list[ParticipantId]:
        """The chosen ones, in the order shown."""
        return [line.id for line in self._model.lines if line.id in self._model.chosen]

    def _begin_join(self) -> None:
        from groupwork.operations.groups import groups

        days = WEEKDAYS[current().language]
        options = [
            (g.id, f"{g.name}, {days[g.weekday]} {g.start:%H:%M}") for g in self._gate.ask(groups) or ()
        ]
        self._strip.begin(self._strip.join_form, options, self._gate.today)

    def _begin_worker(self) -> None:
        staff = self._gate.ask(operations.key_workers) or ()
        options = [*((worker.id, worker.name) for worker in staff), (None, _("none"))]
        self._strip.begin(self._strip.worker_form, options, self._gate.today)

    def _begin_end(self) -> None:
        self._strip.begin(self._strip.end_form, self._strip.end_options(), self._gate.today)

    def _merge(self) -> None:
        first, second = sorted(self._people())
        self._go(Place("merge", part=f"{first}+{second}"))

    def _join(self) -> None:
        from groupwork.operations.memberships import join

        form, group = self._strip.join_form, self._strip.join_form.choice.value()
        if not isinstance(group, int):
            form.refusal.say(_("There is no group yet. Make one on the page Groups."))
            return
        people, day = self._people(), form.chosen_day(self._gate.today)
        joined = self._try(form, lambda: self._gate.write(join, GroupId(group), people, day), keep=True)
        self._past = joined.past if joined is not None else ()
        if self._past:
            n = len(self._past)
            words = ngettext(
                "{n} register since then was taken already, without them.",
                "{n} registers since then were taken already, without them.",
                n,
            )
            self._strip.past.say(words.format(n=n))

    def _add_to_past(self) -> None:
        from groupwork.operations.past_registers import add_missed

        if self.late.do(add_missed, self._past):
            self._strip.past.say("")

    def _set_worker(self) -> None:
        from groupwork.operations.profiles import set_key_worker

        form = self._strip.worker_form
        chosen = form.choice.value()
        worker = FacilitatorId(chosen) if isinstance(chosen, int) else None
        self._try(form, lambda: self._gate.write(set_key_worker, self._people(), worker), keep=True)

    def _end(self) -> None:
        from groupwork.operations.episodes import end_stays

        form = self._strip.end_form
        planned, day = form.chosen_planned(), form.chosen_day(self._gate.today)
        reason = str(form.choice.value() or "")
        self._try(form, lambda: self._gate.write(end_stays, self._people(), day, reason, planned))

    def _try(self, form: BulkForm, work: Callable[[], T], *, keep: bool = False) -> T | None:
        form.refusal.say("")
        try:
            result = work()
        except UserError as error:
            form.refusal.say(say(error))
            return None
        self._strip.end_forms()
        if not keep:
            self.choose_nobody()
        return result
