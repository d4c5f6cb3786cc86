"""Consents as a card: chips for what counts now, the history under them; given and withdrawn in place."""

from __future__ import annotations

from PySide6.QtCore import Qt

from groupwork.domain.consents import (
    ANSWER_LABELS,
    PURPOSE_LABELS,
    Answer,
    Consent,
    Photos,
    Purpose,
    latest,
    photos,
)
from groupwork.domain.ids import ConsentId
from groupwork.domain.participants import Record
from groupwork.errors import Refused
from groupwork.i18n import N_, _
from groupwork.operations import consents
from groupwork.ui.gate import Gate
from groupwork.ui.models.person_words import short
from groupwork.ui.participant.lists import Codes, Person
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.day_field import DayField
from groupwork.ui.widgets.entry_card import EntryCard, Values
from groupwork.ui.widgets.entry_form import EntryForm, FormField
from groupwork.ui.widgets.entry_row import Entry
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import IconLabel

NOT_CHOSEN = N_("Choose what was asked, and whether the person agrees or refuses.")
TONES = {
    Answer.YES: ("good", "check"),
    Answer.NO: ("bad", "x"),
    Answer.WITHDRAWN: ("warn", "undo-2"),
}


class YesNo(Segments):
    """Agrees or refuses."""

    def __init__(self) -> None:
        super().__init__([_("agrees"), _("refuses")])

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.set_words([_("agrees"), _("refuses")], _("Answer"))


class ConsentsCard(EntryCard):
    """Chips say what counts; "All answers" unfolds the history, in which one is withdrawn or removed."""

    def __init__(self, gate: Gate, person: Person) -> None:
        self._purpose = Codes(PURPOSE_LABELS, N_("Choose …"))
        fields = (
            FormField("purpose", N_("Consent for"), self._purpose),
            FormField("words", N_("What exactly"), TextField()),
            FormField("given", N_("Answer"), YesNo()),
            FormField("day", N_("Said on"), DayField()),
            FormField("said_by", N_("Said by, when not the person"), TextField()),
        )
        super().__init__(N_("Consents"), N_("Add an answer"), N_("Nothing asked yet."), EntryForm(fields))
        self._gate, self._person = gate, person
        self._record: Record | None = None
        self._unfolded = False
        self._chips = Flow(gap=6)
        self._photo = IconLabel("camera-off", "", "warn")
        self._fold = Button("", "ghost", "chevron-down", small=True)
        self.withdraw = EntryForm(
            (
                FormField("day", N_("Withdrawn on"), DayField()),
                FormField("by", N_("Withdrawn by"), TextField()),
            )
        )
        self._withdrawing: int | None = None
        self.above.add(self._chips, self._photo)
        self.below.add(self.withdraw, self._fold)
        self.below.setAlignment(self._fold, Qt.AlignmentFlag.AlignLeft)
        self.save = self._write
        self.defaults = lambda: {"purpose": "", "given": None, "day": gate.today}
        self._purpose.currentIndexChanged.connect(self._only_other)
        self._fold.clicked.connect(self._toggle)
        self.withdraw.wanted.connect(self._withdraw)
        self.withdraw.left.connect(self._leave_withdrawal)
        self.withdraw.remove_wanted.connect(self._remove_answer)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        super().retranslate()
        if hasattr(self, "withdraw"):  # called by the base before the second form exists
            self.withdraw.retranslate()
            self.withdraw.save.set_words(_("Withdraw"))
            self._name_fold()

    def show_record(self, record: Record, *, may: bool) -> None:
        """Show what counts now, and the answers when they are unfolded."""
        self._record, self._may = record, may
        today = self._gate.today
        self._chips.clear()
        for (purpose, words), consent in latest(record.consents).items():
            answer = consent.answer(today)
            tone, icon = TONES[answer]
            self._chips.add(Chip(_answer_words(purpose, words, answer), tone, _icon(purpose, answer) or icon))
        self._tell_photos(record)
        history = sorted(record.consents, key=lambda c: (c.date, c.id), reverse=True)
        entries = [_entry(consent) for consent in history] if self._unfolded else []
        self.show_entries(entries, {c.id: {} for c in history}, may=may)
        self._empty.setVisible(not record.consents)
        self._fold.setVisible(bool(record.consents))
        self._name_fold()

    def begin(self) -> None:
        """Open the form for a new answer."""
        self.withdraw.hide()
        super().begin()
        self._only_other()

    def edit(self, key: int) -> None:
        """Open what can be done with an answer: withdraw it, or remove it when it was a mistake."""
        consent = self._consent(key)
        if consent is None:
            return
        self.form.hide()
        self._withdrawing = key
        can = consent.given and consent.withdrawn_on is None
        self.withdraw.begin({"day": self._gate.today}, existing=True)
        for name in ("day", "by"):
            self.withdraw.show_field(name, on=can)
        self.withdraw.save.setVisible(can)
        if not can:
            self.withdraw.remove.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, _key: int | None, values: Values) -> object:
        person = self._person()
        if person is None:
            return None
        purpose = str(values["purpose"])
        if not purpose or values["given"] is None:
            raise Refused(NOT_CHOSEN)
        return self._gate.write(
            consents.record_consent,
            person,
            purpose,
            given=bool(values["given"]),
            day=values["day"],
            words=values["words"] if purpose == Purpose.OTHER else "",
            said_by=values["said_by"],
        )

    def _withdraw(self) -> None:
        key = self._withdrawing
        if key is None or not self.withdraw.save.isVisibleTo(self.withdraw):
            return

        def work() -> object:
            values = self.withdraw.values()
            return self._gate.write(
                consents.withdraw_consent, ConsentId(key), day=values["day"], by=values["by"]
            )

        if self.attempt(self.withdraw, work):
            self._leave_withdrawal()

    def _remove_answer(self) -> None:
        key = self._withdrawing
        if key is not None and self.attempt(
            self.withdraw, lambda: self._gate.write(consents.remove_consent, ConsentId(key))
        ):
            self._leave_withdrawal()

    def _leave_withdrawal(self) -> None:
        self.withdraw.hide()
        back = next((r for r in self.rows() if r.entry.key == self._withdrawing), None)
        self._withdrawing = None
        (back or self._fold).setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self.withdraw.hide()
        if self._record is not None:
            self.show_record(self._record, may=self._may)

    def _name_fold(self) -> None:
        words = _("Hide the answers") if self._unfolded else _("All answers, withdraw one")
        self._fold.set_words(words)
        self._fold.icon_name = "chevron-up" if self._unfolded else "chevron-down"

    def _only_other(self) -> None:
        self.form.show_field("words", on=self._purpose.value() == Purpose.OTHER)

    def _consent(self, key: int) -> Consent | None:
        found = self._record.consents if self._record is not None else ()
        return next((consent for consent in found if consent.id == key), None)

    def _tell_photos(self, record: Record) -> None:
        unclear = photos(record.consents, record.alerts, self._gate.today) is Photos.UNCLEAR
        self._photo.set_words(_("An alert says no photos: it counts") if unclear else "")
        self._photo.setVisible(unclear)


def _answer_words(purpose: Purpose, words: str, answer: Answer) -> str:
    what = words or _(PURPOSE_LABELS[purpose])
    return _("{purpose}: {answer}").format(purpose=what, answer=_(ANSWER_LABELS[answer]))


def _icon(purpose: Purpose, answer: Answer) -> str:
    return "camera-off" if purpose is Purpose.PHOTOS and answer is not Answer.YES else ""


def _entry(consent: Consent) -> Entry:
    answer = Answer.YES if consent.given else Answer.NO
    said = [_("said on {day}").format(day=short(consent.date))]
    if consent.said_by:
        said.append(_("by {who}").format(who=consent.said_by))
    if consent.withdrawn_on is not None:
        said.append(_("withdrawn on {day}").format(day=short(consent.withdrawn_on)))
        said += [_("by {who}").format(who=consent.withdrawn_by)] if consent.withdrawn_by else []
    tone, icon = TONES[answer]
    return Entry(
        consent.id, _answer_words(consent.purpose, consent.words, answer), " · ".join(said), icon, tone
    )
