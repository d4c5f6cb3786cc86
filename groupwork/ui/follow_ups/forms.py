"""The small forms of a follow-up: a try, who sees to it and when, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from groupwork.domain.absence_words import read_day
from groupwork.domain.follow_ups import OUTCOME_LABELS, RESULT_LABELS, WAY_LABELS, FollowUp
from groupwork.domain.ids import FollowUpId, SignInId
from groupwork.i18n import N_, _
from groupwork.operations import follow_ups
from groupwork.ui.gate import Gate
from groupwork.ui.widgets.day_field import typed_day
from groupwork.ui.widgets.entry_form import EntryForm, FormField
from groupwork.ui.widgets.fields import Choice, TextField

Values = Mapping[str, Any]


class FollowUpForm(EntryForm):
    """A form about one follow-up: `begin_with` opens it, `store` writes what it says (raises UserError)."""

    code = ""

    def begin_with(self, found: FollowUp) -> None:
        """Open it, empty or with what is known."""
        raise NotImplementedError

    def store(self, gate: Gate, number: FollowUpId) -> None:
        """Write it in one step."""
        raise NotImplementedError


class CallForm(FollowUpForm):
    """One try: what came of it, how, in words, and when again."""

    code = "call"

    def __init__(self) -> None:
        self.result, self.way, self.words, self.next = Choice(), Choice(), TextField(), TextField()
        super().__init__(
            (
                FormField("result", N_("What came of it"), self.result),
                FormField("way", N_("How"), self.way),
                FormField("words", N_("In a few words"), self.words),
                FormField("next", N_("Try again"), self.next),
            )
        )

    def retranslate(self) -> None:
        """Every word in the language in use."""
        super().retranslate()
        self.result.set_options([(each.value, _(label)) for each, label in RESULT_LABELS.items()])
        self.way.set_options([(each.value, _(label)) for each, label in WAY_LABELS.items()])
        self.next.setPlaceholderText(_("tomorrow, fri, 2.11. … or empty"))

    def begin_with(self, found: FollowUp) -> None:
        """Empty, as it is most often: by telephone, not reached."""
        self.begin({"result": "not_reached", "way": "phone"}, existing=False)

    def store(self, gate: Gate, number: FollowUpId) -> None:
        """Write the try down."""
        said = self.values()
        again = read_day(said["next"], gate.today)
        gate.write(follow_ups.log_call, number, said["way"], said["result"], said["words"], again)


class PlanForm(FollowUpForm):
    """Who sees to it, and when to try again."""

    code = "plan"

    def __init__(self, callers: Callable[[], Sequence[tuple[SignInId, str]]]) -> None:
        self._callers = callers
        self._before: FollowUp | None = None
        self.owner, self.next = Choice(), TextField()
        super().__init__(
            (
                FormField("owner", N_("Who sees to it"), self.owner),
                FormField("next", N_("Try again"), self.next),
            )
        )

    def retranslate(self) -> None:
        """Every word in the language in use."""
        super().retranslate()
        self.next.setPlaceholderText(_("tomorrow, fri, 2.11. … or empty"))

    def begin_with(self, found: FollowUp) -> None:
        """With what is known."""
        self._before = found
        self.owner.set_options([(None, _("nobody yet")), *self._callers()])
        self.begin({"owner": found.owner, "next": typed_day(found.next_date)}, existing=False)

    def store(self, gate: Gate, number: FollowUpId) -> None:
        """Write what was changed, each a step of its own."""
        said, before = self.values(), self._before
        day = _read(said["next"], gate.today, before.next_date if before is not None else None)
        if before is None or day != before.next_date:
            gate.write(follow_ups.set_next, number, day)
        if before is None or said["owner"] != before.owner:
            gate.write(follow_ups.assign, number, said["owner"])


class CloseForm(FollowUpForm):
    """How it ended, and in words."""

    code = "close"

    def __init__(self) -> None:
        self.outcome, self.words = Choice(), TextField()
        super().__init__(
            (
                FormField("outcome", N_("How it ended"), self.outcome),
                FormField("words", N_("In a few words"), self.words),
            )
        )

    def retranslate(self) -> None:
        """Every word in the language in use."""
        super().retranslate()
        self.outcome.set_options([(each.value, _(label)) for each, label in OUTCOME_LABELS.items()])
        self.save.set_words(_("Finish the follow-up"))

    def begin_with(self, found: FollowUp) -> None:
        """With the outcome one hopes for."""
        self.begin({"outcome": "agreed"}, existing=False)

    def store(self, gate: Gate, number: FollowUpId) -> None:
        """Close it."""
        said = self.values()
        gate.write(follow_ups.close, number, said["outcome"], said["words"])


def _read(typed: str, today: date, before: date | None) -> date | None:
    """The day typed; one that stood there and was left alone may be past."""
    if typed.strip() == typed_day(before):
        return before
    return read_day(typed, today)
