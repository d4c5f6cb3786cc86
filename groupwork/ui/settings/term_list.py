"""The list of terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from groupwork.domain.schedule import Term, monday, week_of_term
from groupwork.errors import UserError
from groupwork.i18n import _, current, ngettext, say
from groupwork.operations import terms as operations
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.settings.span_forms import TermForm, term_key
from groupwork.ui.settings.spans import SpanLine, SpanList
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.page import Refusal

USUAL_WEEKS = 12


class TermList(SpanList):
    """By date; the one that runs is marked."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self.refusal = Refusal()
        self.body.insertWidget(0, self.refusal)
        self.new = Button("", "secondary", "plus", small=True)
        self.foot.add(self.new)
        self.new.clicked.connect(self.begin)
        self.change.connect(self._change)
        self.remove.connect(self._remove)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.new.set_words(_("Add a term"))

    def refresh(self) -> None:
        """Read and show."""
        found = self._gate.ask(operations.terms) or ()
        may = self._gate.desk().may(Right.SETTINGS) and not self._gate.read_only
        nothing = _("Without a term, groups are planned 26 weeks ahead and sessions are numbered by year.")
        self.show_lines([self._shown(term) for term in found], nothing, may=may)

    def begin(self) -> None:
        """The form for a new one: it begins on the Monday after the last one ends."""
        found = self._gate.ask(operations.terms) or ()
        first = monday(found[-1].last + timedelta(days=7)) if found else monday(self._gate.today)
        self._open(TermForm(None, first, first + timedelta(weeks=USUAL_WEEKS, days=-3)))

    def take(self, kept: Words) -> None:
        """Open the form that was kept; of a term that is gone or was changed as a new one."""
        found = self._gate.ask(operations.terms) or ()
        term = next((each for each in found if term_key(each) == kept.get("term")), None)
        if term is not None:
            self._change(term)
        else:
            self.begin()
        if self.form is not None:
            self.form.retype(kept)

    def _shown(self, term: Term) -> SpanLine:
        now = term.covers(self._gate.today)
        return SpanLine(term, "calendar-days", term.name, about(term), self._week(term) if now else "")

    def _week(self, term: Term) -> str:
        week = week_of_term(self._gate.today, term)
        return _("Week {n} of {of}").format(n=week[0], of=week[1]) if week is not None else ""

    def _change(self, term: Term) -> None:
        self._open(TermForm(term, term.first, term.last), term)

    def _open(self, form: TermForm, at: Term | None = None) -> None:
        self.refusal.say("")
        form.wanted.connect(partial(self._save, form))
        form.left.connect(self._leave)
        self.open_form(form, at)

    def _save(self, form: TermForm) -> None:
        days: tuple[date, date] = (form.first.value(), form.last.value())
        try:
            if form.term is None:
                self._gate.write(operations.add_term, form.name.text(), *days)
            else:
                self._gate.write(operations.change_term, form.term, form.name.text(), *days)
        except UserError as error:
            form.refusal.say(say(error))
            return
        self._leave()

    def _leave(self) -> None:
        self.close_form()
        self.refresh()
        self.focus_back(self.new)

    def _remove(self, term: Term) -> None:
        self.close_form()
        try:
            self._gate.write(operations.remove_term, term)
        except UserError as error:
            self.refusal.say(say(error))
        self.refresh()
        self.focus_back(self.new)


def about(term: Term) -> str:
    """ "31 Aug 2026 – 20 Nov 2026, 12 weeks"."""
    weeks = (monday(term.last) - monday(term.first)).days // 7 + 1
    number = ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)
    return _("{days}, {weeks}").format(days=days_of(term.first, term.last), weeks=number)


def days_of(first: date, last: date) -> str:
    """One day or two, with the year."""
    shown: Sequence[str] = [current().day(day, year=True) for day in dict.fromkeys((first, last))]
    return " – ".join(shown)
