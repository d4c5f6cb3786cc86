"""The list of closures and public holidays, each with what is lost to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from groupwork.domain.centre import Region
from groupwork.domain.closures import ClosureInfo
from groupwork.domain.holidays import Holiday
from groupwork.domain.ids import ActivityId, ClosureId, RoomId
from groupwork.errors import UserError
from groupwork.i18n import _, ngettext, say
from groupwork.operations import closures as operations
from groupwork.operations import holidays, sessions, settings
from groupwork.operations.desk import Right
from groupwork.operations.register_lock import NeedsReason
from groupwork.ui.focus import focus_now
from groupwork.ui.gate import Gate
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.settings.holiday_form import HolidayForm
from groupwork.ui.settings.span_forms import ClosureForm
from groupwork.ui.settings.spans import SpanForm, SpanLine, SpanList
from groupwork.ui.settings.term_list import days_of
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.page import Refusal

AHEAD, BEHIND = timedelta(days=5 * 365), timedelta(days=10 * 365)


class ClosureList(SpanList):
    """What comes, by date; what is over on demand."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self._all = False
        self._found: dict[ClosureId, ClosureInfo] = {}
        self.refusal, self.late = Refusal(), LateAsk(gate)
        self.body.insertWidget(0, self.refusal)
        self.body.insertWidget(1, self.late)
        self.late.done.connect(self._leave)
        self.late.left.connect(self._back_to_form)
        self.new = Button("", "secondary", "calendar-x", small=True)
        self.holidays = Button("", "secondary", "sparkles", small=True)
        self.foot.add(self.new, self.holidays)
        self.new.clicked.connect(self.begin)
        self.holidays.clicked.connect(self.begin_holidays)
        self.more.clicked.connect(self._show_all)
        self.change.connect(self._change)
        self.remove.connect(self._remove)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.new.set_words(_("Add a closure"))
        self.holidays.set_words(_("Public holidays …"))
        self.late.retranslate()

    def refresh(self) -> None:
        """Read and show."""
        desk, today = self._gate.desk(), self._gate.today
        found = self._gate.ask(operations.closures, today - BEHIND, today + AHEAD) or ()
        self._found = {each.id: each for each in found}
        shown = [each for each in found if self._all or each.last >= today]
        may = desk.may(Right.PLAN) and not self._gate.read_only
        nothing = _("No closures are planned. Sessions on closed days do not take place and are not counted.")
        self.show_lines([self._line_of(each) for each in shown], nothing, may=may)
        hidden = len(found) - len(shown)
        words = ngettext("Show {n} that is over", "Show {n} that are over", hidden).format(n=hidden)
        self.more.set_words(words)
        self.more.setVisible(hidden > 0 and self.form is None)

    def begin(self) -> None:
        """The form for a new closure."""
        self._open(self._form_for(None))

    def begin_holidays(self) -> None:
        """The form for the public holidays."""
        centre = self._gate.ask(settings.centre)
        offered = self._gate.ask(holidays.countries)
        if centre is None or offered is None:
            return
        form = HolidayForm(offered, centre.region, self._gate.today, centre.hours, self._read)
        form.wanted.connect(partial(self._add_holidays, form))
        self._open_any(form, None)

    def take(self, kept: Words) -> None:
        """Open the form that was kept; of a closure that is gone as a new one."""
        number = kept.get("closure")
        if "country" in kept:
            self.begin_holidays()
        elif number in self._found:
            self._change(ClosureId(int(str(number))))
        else:
            self.begin()
        if self.form is not None:
            self.form.retype(kept)

    def _read(self, region: Region, first: date, last: date) -> Sequence[Holiday]:
        return self._gate.ask(holidays.public_holidays, region, first, last) or ()

    def _line_of(self, each: ClosureInfo) -> SpanLine:
        parts = [days_of(each.first, each.last)]
        if each.room is not None:
            parts.append(_("only {room}").format(room=each.room_name))
        if each.allowed is not None:
            parts.append(_("{activity} may go on").format(activity=each.allowed_name))
        lost = ngettext("{n} session lost", "{n} sessions lost", each.lost).format(n=each.lost)
        icon = "sparkles" if each.kind == holidays.KIND else "calendar-x"
        if each.room is not None:
            icon = "door-open"
        return SpanLine(each.id, icon, each.name, " · ".join(parts), lost if each.lost else "", "warn")

    def _form_for(self, closure: ClosureInfo | None) -> ClosureForm:
        choices = sessions.choices(self._gate.desk())
        return ClosureForm(closure, self._gate.today, choices.rooms, choices.activities, self._lost)

    def _lost(self, form: ClosureForm) -> str:
        """What the form's days would take, beside what the closure has taken."""
        try:
            found = operations.what_would_be_lost(
                self._gate.desk(), form.first.value(), form.last.value(), _room(form), _allowed(form)
            )
        except UserError as error:
            return say(error)
        words = ngettext(
            "{n} planned session would not take place.",
            "{n} planned sessions would not take place.",
            len(found),
        )
        return words.format(n=len(found)) if found else ""

    def _change(self, closure: ClosureId) -> None:
        self._open(self._form_for(self._found[closure]), closure)

    def _open(self, form: ClosureForm, at: ClosureId | None = None) -> None:
        form.wanted.connect(partial(self._save, form))
        self._open_any(form, at)

    def _open_any(self, form: SpanForm, at: ClosureId | None) -> None:
        self.refusal.say("")
        self.late.leave()
        form.left.connect(self._leave)
        self.late.ends_with(form.edited)
        self.open_form(form, at)
        self.more.hide()

    def _save(self, form: ClosureForm) -> None:
        name, days = form.name.text(), (form.first.value(), form.last.value())
        room, spared = _room(form), _allowed(form)
        try:
            if form.closure is None:
                self.late.write(operations.add_closure, name, *days, room=room, allowed=spared)
            else:
                kind, number = form.closure.kind, form.closure.id
                self.late.write(
                    operations.change_closure, number, name, *days, room=room, allowed=spared, kind=kind
                )
        except NeedsReason:
            return  # the question stands above
        except UserError as error:
            form.refusal.say(say(error))
            return
        self._leave()

    def _add_holidays(self, form: HolidayForm) -> None:
        try:
            self.late.write(holidays.add_holidays, form.region, form.chosen())
        except NeedsReason:
            return  # the question stands above
        except UserError as error:
            form.refusal.say(say(error))
            return
        self._leave()

    def _leave(self) -> None:
        button = self.holidays if isinstance(self.form, HolidayForm) else self.new
        self.late.leave()
        self.close_form()
        self.refresh()
        self.focus_back(button)

    def _remove(self, closure: ClosureId) -> None:
        self.close_form()
        try:
            self.late.write(operations.remove_closure, closure)
        except NeedsReason:
            return
        except UserError as error:
            self.refusal.say(say(error))
        self.refresh()
        self.focus_back(self.new)

    def _back_to_form(self) -> None:
        """Nothing was said and nothing changed: what is typed in an open form is still there."""
        self.refresh()
        if self.form is not None:
            focus_now(self.form.first_field())
        else:
            self.focus_back(self.new)

    def _show_all(self) -> None:
        self._all = True
        self.refresh()


def _room(form: ClosureForm) -> RoomId | None:
    value = form.room.value()
    return RoomId(value) if isinstance(value, int) else None


def _allowed(form: ClosureForm) -> ActivityId | None:
    value = form.allowed.value()
    return ActivityId(value) if isinstance(value, int) else None
