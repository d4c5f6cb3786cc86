"""Planned absences as a card: changed where they stand, cut short, removed; for one person also entered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from groupwork.domain.absence_words import read_away, read_day
from groupwork.domain.absences import PLANNED, Absence, Span
from groupwork.domain.ids import AbsenceId, ParticipantId
from groupwork.errors import Refused
from groupwork.i18n import N_, _
from groupwork.operations import absences
from groupwork.operations.absences import Planned
from groupwork.operations.desk import Right
from groupwork.operations.register_lock import NeedsReason
from groupwork.ui.away import words
from groupwork.ui.away.note import AwayNote
from groupwork.ui.gate import Gate
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.widgets.day_field import DayField
from groupwork.ui.widgets.entry_card import EntryCard, Values
from groupwork.ui.widgets.entry_form import EntryForm, FormField
from groupwork.ui.widgets.entry_row import Entry
from groupwork.ui.widgets.fields import Choice, TextField

ONE_SPAN = N_("An absence that is there has one first and one last day. Enter further dates as new ones.")
HIDDEN = ("words", "by", "told")


class AwayCard(EntryCard):
    """`person()` whose absences they are, None for everybody's; `told` gets what an entry did."""

    def __init__(
        self, gate: Gate, title: str, empty: str, person: Callable[[], ParticipantId | None] | None = None
    ) -> None:
        self._gate, self._whose = gate, person
        self.when, self.status, self.said = TextField(), Choice(), TextField()
        self.by, self.told_on, self.back = TextField(), DayField(), TextField()
        self.note, self.late = AwayNote(), LateAsk(gate)
        self._known: dict[int, Absence] = {}
        form = EntryForm(
            (
                FormField("when", N_("When"), self.when),
                FormField("status", N_("Why"), self.status),
                FormField("words", N_("What was said"), self.said),
                FormField("by", N_("Told by"), self.by),
                FormField("told", N_("Told on"), self.told_on),
                FormField("back", N_("Back earlier, from"), self.back),
            )
        )
        super().__init__(
            title, N_("Enter an absence"), empty, form, icon="calendar-x" if person is not None else ""
        )
        self.below.add(self.late, self.note)
        self.late.done.connect(self._done_late)
        self.late.left.connect(self.when.setFocus)
        self.form.left.connect(self.late.leave)
        lines = (self.when, self.said, self.by, self.told_on, self.back)
        self.late.ends_with(self.status.picked, *(line.textEdited for line in lines))
        self.told: Callable[[Planned], object] = self._tell
        self.defaults, self.save, self.remove = self._defaults, self._store, self._take_away

    def retranslate(self) -> None:
        """Every word in the language in use."""
        super().retranslate()
        self.late.retranslate()
        self.when.setPlaceholderText(_("today, until fri, 2.11.–6.11., today from 13:00 …"))
        self.back.setPlaceholderText(_("a day, or empty"))

    def show_absences(self, found: Sequence[Absence], *, may: bool) -> None:
        """Show these in their order."""
        today, signs = self._gate.today, self._gate.signs()
        self.status.set_options([(each.value, signs.label(each, _)) for each in PLANNED])
        self._known = {int(each.id): each for each in found}
        entries = [self._entry(each, words.below_words(each, signs, today)) for each in found]
        self.show_entries(entries, {int(each.id): _values(each) for each in found}, may=may)
        if self._whose is None:
            self.add_button.hide()

    def edit(self, key: int) -> None:
        """Open the form of an absence; what was said only for who may read it."""
        self.late.leave()
        super().edit(key)
        reads = self._gate.desk().may(Right.RECORDS)
        for field in HIDDEN:
            self.form.show_field(field, on=reads)
        self.form.show_field("back", on=True)

    def attempt(self, form: EntryForm, work: Callable[[], object]) -> bool:
        """As every card; what a lock refused stays typed, and is asked about below."""

        def asking() -> None:
            with suppress(NeedsReason):  # the question stands there
                work()

        return super().attempt(form, asking) and not self.late.waiting

    def _done_late(self) -> None:
        """What waited in the open form is done."""
        if isinstance(self.late.result, Planned):
            self.told(self.late.result)
        self._leave()

    def _tell(self, planned: Planned) -> None:
        self.note.tell(planned, self._gate.signs())

    def _entry(self, each: Absence, below: str) -> Entry:
        when = words.when_words(each, self._gate.today)
        over = each.span.last < self._gate.today
        role = "text2" if over else "text"
        icon = "calendar-x"
        if self._whose is None:
            return Entry(int(each.id), f"{each.name.full}, {when}", below, icon=icon, role=role)
        return Entry(int(each.id), words.span_words(each.span) if over else when, below, icon=icon, role=role)

    def _defaults(self) -> Values:
        self.late.leave()
        self.form.show_field("back", on=False)
        for field in HIDDEN:
            self.form.show_field(field, on=True)
        return {"when": _("today"), "status": PLANNED[0].value, "told": self._gate.today}

    def _store(self, key: int | None, values: Values) -> None:
        away = read_away(values["when"], self._gate.today)
        if key is not None:
            self._change(self._known[key], values)
            return
        person = self._whose() if self._whose is not None else None
        if person is not None:
            self.told(
                self.late.write(
                    absences.add_absence,
                    [person],
                    away.spans,
                    values["status"],
                    hours=away.hours,
                    words=values["words"],
                    told_by=values["by"],
                    told_at=values["told"],
                )
            )

    def _change(self, before: Absence, values: Values) -> None:
        """Back earlier is a change of its own; else only the fields that differ."""
        back = read_day(values["back"], self._gate.today)
        if back is not None:
            self.told(self.late.write(absences.back_earlier, before.id, back))
            return
        changed = self._changed(before, values)
        if changed:
            self.told(self.late.write(absences.change_absence, before.id, **changed))

    def _changed(self, before: Absence, values: Values) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if values["when"].strip() != words.typed_when(before.span, before.hours):
            away = read_away(values["when"], self._gate.today)
            if len(away.spans) != 1:
                raise Refused(ONE_SPAN)
            found |= {"span": Span(away.spans[0].first, away.spans[0].last), "hours": away.hours}
        if values["status"] != before.status.value:
            found["status"] = values["status"]
        for field, name in (("words", "words"), ("by", "told_by")):
            if values[field].strip() != getattr(before, name):
                found[name] = values[field]
        if values["told"] != before.told_at:
            found["told_at"] = values["told"]
        return found

    def _take_away(self, key: int) -> None:
        self.late.write(absences.remove_absence, AbsenceId(key))


def _values(each: Absence) -> Values:
    return {
        "when": words.typed_when(each.span, each.hours),
        "status": each.status.value,
        "words": each.words,
        "by": each.told_by,
        "told": each.told_at,
        "back": "",
    }
