"""The lists of a person as cards: alerts, strengths and needs, contacts, stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from groupwork.domain.contacts import Contact
from groupwork.domain.episodes import END_REASONS, STAGE_LABELS, first_free
from groupwork.domain.ids import AlertId, ContactId, EpisodeId, ParticipantId, TraitId
from groupwork.domain.participants import Record
from groupwork.domain.people import ALERT_LABELS, AlertKind
from groupwork.domain.traits import TRAIT_LABELS, Trait, TraitKind
from groupwork.i18n import N_, _
from groupwork.operations import alerts, contacts, episodes, traits
from groupwork.ui.gate import Gate
from groupwork.ui.models.person_words import stay_details, stay_words
from groupwork.ui.models.register_words import ALERT_LOOKS
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.day_field import DayField
from groupwork.ui.widgets.entry_card import EntryCard, Values
from groupwork.ui.widgets.entry_form import EntryForm, FormField
from groupwork.ui.widgets.entry_row import Entry
from groupwork.ui.widgets.fields import Choice, TextField
from groupwork.ui.widgets.switch import Tick

Person = Callable[[], ParticipantId | None]
TRAIT_ICONS: dict[TraitKind, tuple[str, str]] = {
    TraitKind.STRENGTH: ("sparkles", "good"),
    TraitKind.NEED: ("heart-handshake", "info"),
    TraitKind.ADAPTATION: ("sliders-horizontal", "accent"),
    TraitKind.INTEREST: ("target", "accent"),
    TraitKind.DIET: ("utensils", "warn"),
    TraitKind.OBSERVANCE: ("calendar-days", "text2"),
}
WORKING = (TraitKind.STRENGTH, TraitKind.NEED, TraitKind.ADAPTATION)
LIVING = (TraitKind.INTEREST, TraitKind.DIET, TraitKind.OBSERVANCE)


class Codes(Choice):
    """A choice of codes with their words."""

    def __init__(self, words: Mapping[Any, str], empty: str = "") -> None:
        super().__init__()
        self._codes, self._empty = dict(words), empty
        self.retranslate()

    def retranslate(self) -> None:
        """The words in the language in use."""
        first: list[tuple[object, str]] = [("", _(self._empty))] if self._empty else []
        self.set_options([*first, *((str(code), _(words)) for code, words in self._codes.items())])


class AlertsCard(EntryCard):
    """ "Know before you start": what staff must know; tinted while there is something."""

    def __init__(self, gate: Gate, person: Person) -> None:
        fields = (
            FormField("kind", N_("Kind of alert"), Codes(ALERT_LABELS)),
            FormField("words", N_("What to know"), TextField()),
            FormField("printed", N_("Stands on printed sheets"), Tick()),
        )
        super().__init__(
            N_("Know before you start"),
            N_("Add an alert"),
            N_("Nothing that must be known."),
            EntryForm(fields),
            icon="triangle-alert",
        )
        self._gate, self._person = gate, person
        self.save, self.remove = self._write, lambda key: gate.write(alerts.remove_alert, AlertId(key))
        self.defaults = lambda: {"kind": AlertKind.SAFETY.value, "printed": True}

    def show_record(self, record: Record, *, may: bool) -> None:
        """Show this person's alerts, the most urgent first."""
        some = bool(record.alerts)
        self.set_look(fill="warn_soft" if some else "surface", line=_edge(some=some))
        self.set_ink("warn_ink" if some else "text")
        entries = [
            Entry(
                key=alert.id,
                words=alert.words or _(ALERT_LABELS[alert.kind]),
                below=_kind_line(alert.kind, printed=alert.printed),
                icon=ALERT_LOOKS[alert.kind][0],
                icon_role="warn_ink",
                role="warn_ink",
                below_role="warn_ink",
            )
            for alert in record.alerts
        ]
        values: dict[int, Values] = {
            a.id: {"kind": a.kind.value, "words": a.words, "printed": a.printed} for a in record.alerts
        }
        self.show_entries(entries, values, may=may)

    def _write(self, key: int | None, values: Values) -> object:
        person = self._person()
        said = {"kind": str(values["kind"]), "words": values["words"], "printed": values["printed"]}
        if key is not None:
            return self._gate.write(alerts.change_alert, AlertId(key), **said)
        return self._gate.write(alerts.add_alert, person, **said) if person is not None else None


class TraitsCard(EntryCard):
    """Strengths, needs and adaptations; or interests, diet and observances."""

    def __init__(
        self, gate: Gate, person: Person, kinds: tuple[TraitKind, ...], title: str, empty: str
    ) -> None:
        kind = Codes({each: TRAIT_LABELS[each] for each in kinds})
        fields = (FormField("words", N_("In a few words"), TextField()), FormField("kind", N_("Kind"), kind))
        super().__init__(title, N_("Add an entry"), empty, EntryForm(fields))
        self._gate, self._person, self._kinds = gate, person, kinds
        self.save, self.remove = self._write, lambda key: gate.write(traits.remove_trait, TraitId(key))
        self.defaults = lambda: {"kind": kinds[0].value}

    def show_record(self, record: Record, *, may: bool) -> None:
        """Show this person's entries of these kinds, by kind."""
        shown = [t for kind in self._kinds for t in record.traits if t.kind is kind]
        values: dict[int, Values] = {t.id: {"kind": t.kind.value, "words": t.words} for t in shown}
        self.show_entries([_trait(t) for t in shown], values, may=may)

    def _write(self, key: int | None, values: Values) -> object:
        person, kind, words = self._person(), str(values["kind"]), values["words"]
        if key is not None:
            return self._gate.write(traits.change_trait, TraitId(key), kind, words)
        return self._gate.write(traits.add_trait, person, kind, words) if person is not None else None


class ContactsCard(EntryCard):
    """Whom to call, the emergency contacts first."""

    def __init__(self, gate: Gate, person: Person) -> None:
        fields = (
            FormField("name", N_("Name"), TextField()),
            FormField("relation", N_("Who that is"), TextField()),
            FormField("phone", N_("Telephone"), TextField()),
            FormField("email", N_("E-mail"), TextField()),
            FormField("note", N_("Note"), TextField()),
            FormField("emergency", N_("Call first in an emergency"), Tick()),
        )
        super().__init__(N_("Contacts"), N_("Add a contact"), N_("Nobody to call yet."), EntryForm(fields))
        self._gate, self._person = gate, person
        self.save, self.remove = (
            self._write,
            lambda key: gate.write(contacts.remove_contact, ContactId(key)),
        )

    def show_record(self, record: Record, *, may: bool) -> None:
        """Show this person's contacts."""
        values: dict[int, Values] = {c.id: vars(c) for c in record.contacts}
        self.show_entries([_contact(c) for c in record.contacts], values, may=may)

    def _write(self, key: int | None, values: Values) -> object:
        person, fields = self._person(), cast(contacts.ContactFields, dict(values))
        if key is not None:
            return self._gate.write(contacts.change_contact, ContactId(key), **fields)
        return self._gate.write(contacts.add_contact, person, **fields) if person is not None else None


class StaysCard(EntryCard):
    """Stays one after another: stage, days, why one ended."""

    def __init__(self, gate: Gate, person: Person) -> None:
        self._planned = PlannedChoice()
        reasons = {code: reason.label for code, reason in END_REASONS.items()}
        self._reason = Codes(reasons, N_("not said"))
        fields = (
            FormField("stage", N_("Stage"), Codes(STAGE_LABELS)),
            FormField("start", N_("First day"), DayField()),
            FormField("end", N_("Last day, empty while it goes on"), DayField()),
            FormField("reason", N_("Why it ended"), self._reason),
            FormField("planned", N_("Ending"), self._planned),
            FormField("referred_by", N_("Referred by"), TextField()),
            FormField("referred_on", N_("Referred on"), DayField()),
        )
        form = EntryForm(fields, wide=True)
        super().__init__(N_("Stays"), N_("Begin another stay"), N_("No stay yet."), form)
        self._gate, self._person = gate, person
        self._record: Record | None = None
        self.save, self.remove = self._write, lambda key: gate.write(episodes.remove_stay, EpisodeId(key))
        self.defaults = self._fresh
        self._reason.picked.connect(self._usual)

    def show_record(self, record: Record, *, may: bool) -> None:
        """Show this person's stays, the newest first."""
        self._record, today = record, self._gate.today
        entries = [
            Entry(
                stay.id,
                stay_words(stay),
                stay_details(stay, today),
                "log-out" if stay.over(today) else "door-open",
                "text3" if stay.over(today) else "good",
                "text2" if stay.over(today) else "text",
            )
            for stay in reversed(record.stays)
        ]
        values: dict[int, Values] = {stay.id: vars(stay) for stay in record.stays}
        self.show_entries(entries, values, may=may)

    def end_now(self) -> None:
        """Open the present stay with today as its last day."""
        going = [stay for stay in self._record.stays if stay.end is None] if self._record else []
        if going:
            self.edit(going[-1].id)
            for field in self.form.fields:
                if field.name == "end" and isinstance(field.control, DayField):
                    field.control.set_value(self._gate.today)
                    field.control.setFocus()

    def _fresh(self) -> Values:
        stays = self._record.stays if self._record is not None else ()
        return {"stage": "active", "start": first_free(stays, self._gate.today)}

    def _usual(self, reason: object) -> None:
        found = END_REASONS.get(str(reason))
        if found is not None and found.planned is not None:
            self._planned.select(0 if found.planned else 1)

    def _write(self, key: int | None, values: Values) -> object:
        person, start = self._person(), values["start"] or self._gate.today
        if key is not None:
            fields = cast(episodes.StayFields, {**values, "start": start})
            return self._gate.write(episodes.change_stay, EpisodeId(key), **fields)
        if person is None:
            return None
        return self._gate.write(
            episodes.begin_stay,
            person,
            start,
            str(values["stage"]),
            end=values["end"],
            referred_on=values["referred_on"],
            referred_by=values["referred_by"],
        )


class PlannedChoice(Segments):
    """Planned or unplanned, or neither said."""

    def __init__(self) -> None:
        super().__init__([_("planned"), _("unplanned")], current=None)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.set_words([_("planned"), _("unplanned")], _("Ending"))


def _edge(*, some: bool) -> str:
    """A tinted card has no edge but in contrast."""
    if some:
        return "warn" if theme.on("contrast") else ""
    return "line"


def _kind_line(kind: AlertKind, *, printed: bool) -> str:
    text = _("{kind} · on printed sheets") if printed else _("{kind} · not printed")
    return text.format(kind=_(ALERT_LABELS[kind]))


def _trait(trait: Trait) -> Entry:
    icon, role = TRAIT_ICONS[trait.kind]
    spoken = _("{kind}: {words}").format(kind=_(TRAIT_LABELS[trait.kind]), words=trait.words)
    return Entry(trait.id, trait.words, "", icon, role, spoken=spoken)


def _contact(contact: Contact) -> Entry:
    words = f"{contact.relation}, {contact.name}" if contact.relation else contact.name
    below = " · ".join(part for part in (contact.phone, contact.email, contact.note) if part)
    icon, role = ("phone-call", "bad") if contact.emergency else ("phone-call", "text2")
    first = [_("call first")] if contact.emergency else []
    return Entry(contact.id, words, " · ".join([*first, *([below] if below else [])]), icon, role)
