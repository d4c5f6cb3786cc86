"""Settings of the centre: a declared table of keys, their defaults and what may be put in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from groupwork.domain import late_changes
from groupwork.domain.centre import Hours, Region, check_hours, check_reasons, clean_email, hours_of
from groupwork.domain.notes import DEFAULT, INDIVIDUAL, Template
from groupwork.domain.schedule import Term
from groupwork.domain.signs import Signs, checked_statuses, signs_of
from groupwork.domain.terms import put_term, term_near, term_on
from groupwork.domain.text import clean_line, clean_name, clean_text
from groupwork.errors import Refused
from groupwork.i18n import LANGUAGES, N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_sessions as reads
from groupwork.store.tables import Setting

if TYPE_CHECKING:
    from groupwork.store.database import Store
    from groupwork.store.journal import Done, Step

PAPERS = ("A4", "Letter")
LONGEST_ADDRESS = 400
NO_TERM = N_("A term needs a name, a first and a last day.")


@dataclass(frozen=True)
class Centre:
    """What the centre has set. `demo_day` is the day a demo file plays on, else None."""

    name: str
    language: str
    paper: str
    terms: tuple[Term, ...]
    """By date; no two overlap."""
    absent_days: int
    """Absent days in a row that make a follow-up."""
    demo_day: date | None
    address: str
    phone: str
    email: str
    hours: Hours
    """Weekday (Monday 0) → opening and closing; a day that is not in it is closed."""
    region: Region | None
    """Whose public holidays hold here; None while nobody said."""
    not_held_reasons: tuple[str, ...]
    """The centre's own reasons; empty while it uses the usual ones."""
    absence_reasons: tuple[str, ...]
    hint_closed: bool
    """True once somebody closed the Schedule's first hint about terms and holidays."""
    today: date
    meeting_point: str = ""
    """Where everybody gathers when the building is left, for the fire list."""
    lock_days: int = 0
    """After so many days a register is changed with a reason; 0 locks nothing."""
    statuses: object = None
    """Labels, signs, keys and colours of the statuses as they are stored; read through `signs`."""
    note_template: Template = DEFAULT
    """How a person's note is divided unless somebody chooses otherwise."""

    def signs(self, language: str) -> Signs:
        """What the statuses are called, shown as and typed as in a language."""
        return signs_of(self.statuses, language)

    @property
    def term(self) -> Term | None:
        """The term of the desk's day, else the next to come, else None."""
        return term_near(self.today, self.terms)

    def term_on(self, day: date) -> Term | None:
        """The term a day lies in, or None."""
        return term_on(day, self.terms)

    @property
    def demo(self) -> bool:
        """True for the demo centre, whose clock is its own."""
        return self.demo_day is not None


@dataclass(frozen=True)
class Declared:
    """One setting: its default, its label (gettext source) and the check that cleans a typed value."""

    default: object
    label: str
    check: Callable[[object], object]
    fixed: bool = False
    """Written when the file is made, never from the settings page."""


def _name(value: object) -> object:
    return clean_name(str(value))


def _one_of(*choices: str) -> Callable[[object], object]:
    def check(value: object) -> object:
        if value not in choices:
            raise Refused(N_("Choose one of: {choices}."), choices=", ".join(choices))
        return value

    return check


def _days(value: object) -> object:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 30:
        raise Refused(N_("Type a number of days from 1 to 30."))
    return value


def _term(value: object) -> object:
    """None, a Term, or {"name", "from", "to"} with ISO days."""
    if value is None:
        return None
    term = value if isinstance(value, Term) else _term_of(value)
    if term is None:
        raise Refused(NO_TERM)
    return stored_terms(put_term((), term))[0]


def _terms(value: object) -> object:
    """A list of terms, each as above."""
    terms: tuple[Term, ...] = ()
    for each in value if isinstance(value, list | tuple) else (value,):
        term = each if isinstance(each, Term) else _term_of(each)
        if term is None:
            raise Refused(NO_TERM)
        terms = put_term(terms, term)
    return stored_terms(terms)


def stored_terms(terms: Iterable[Term]) -> list[dict[str, str]]:
    """Terms as they are stored."""
    return [
        {"name": term.name, "from": term.first.isoformat(), "to": term.last.isoformat()} for term in terms
    ]


def _day(value: object) -> object:
    return date.fromisoformat(str(value)).isoformat()


def _address(value: object) -> object:
    lines = clean_text(str(value), LONGEST_ADDRESS).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _hours(value: object) -> object:
    return check_hours(value if isinstance(value, dict) else {})


def _reasons(value: object) -> object:
    """None for the usual ones."""
    return check_reasons(value) if isinstance(value, list | tuple) else None


def _region(value: object) -> object:
    if not isinstance(value, Region):
        return None
    return {"country": value.country, "part": value.part}


SETTINGS: dict[str, Declared] = {
    "centre": Declared("", N_("Name of the centre"), _name),
    "language": Declared("en", N_("Language of the sheets"), _one_of(*LANGUAGES)),
    "paper": Declared("A4", N_("Paper"), _one_of(*PAPERS)),
    "term": Declared(None, N_("Term"), _term),
    "terms": Declared(None, N_("Terms"), _terms),
    "absent_days": Declared(3, N_("Absent days in a row before a follow-up"), _days),
    "address": Declared("", N_("Address"), _address),
    "phone": Declared("", N_("Telephone"), lambda value: clean_line(str(value), 60)),
    "email": Declared("", N_("E-mail"), lambda value: clean_email(str(value))),
    "hours": Declared(None, N_("Opening hours"), _hours),
    "region": Declared(None, N_("Region of the public holidays"), _region),
    "not_held_reasons": Declared(None, N_("Reasons why a session is not held"), _reasons),
    "absence_reasons": Declared(None, N_("Reasons for being away"), _reasons),
    "hint_closed": Declared(False, N_("Hint about terms and holidays"), bool),
    "meeting_point": Declared("", N_("Meeting point"), lambda value: clean_line(str(value), 120)),
    "statuses": Declared(None, N_("Signs of the statuses"), lambda value: checked_statuses(value) or None),
    "note_template": Declared(DEFAULT.value, N_("Usual kind of note"), _one_of(*INDIVIDUAL)),
    "lock_days": Declared(0, N_("Days until registers are locked"), late_changes.lock_days),
    "demo_day": Declared(None, N_("Day of the demo"), _day, fixed=True),
}


@allowed(Right.READ)
def centre(desk: Desk) -> Centre:
    """The centre's settings, defaults where nothing is set (one SELECT, none while nothing was written)."""
    return replace(read_centre(desk.store), today=desk.today)


def read_centre(store: Store) -> Centre:
    """The same for whoever has only the store; for operations. Its `term` is the last one: ask `term_on`."""
    return store.unchanged("centre", partial(_read_centre, store))


def _read_centre(store: Store) -> Centre:
    stored = {key: Setting.value.python_value(value) for key, value in reads.settings(store.db)}
    values = {key: stored.get(key, declared.default) for key, declared in SETTINGS.items()}
    day, terms = values["demo_day"], _terms_of(values)
    return Centre(
        name=str(values["centre"] or ""),
        language=str(values["language"] or "en"),
        paper=str(values["paper"] or "A4"),
        terms=terms,
        absent_days=_number(values["absent_days"], 3),
        demo_day=date.fromisoformat(str(day)[:10]) if day else None,
        address=str(values["address"] or ""),
        phone=str(values["phone"] or ""),
        email=str(values["email"] or ""),
        hours=hours_of(values["hours"]),
        region=_region_of(values["region"]),
        not_held_reasons=_words_of(values["not_held_reasons"]),
        absence_reasons=_words_of(values["absence_reasons"]),
        hint_closed=values["hint_closed"] is True,
        today=terms[-1].last if terms else date.min,
        meeting_point=str(values["meeting_point"] or ""),
        lock_days=_number(values["lock_days"], 0),
        statuses=values["statuses"],
        note_template=_template(values["note_template"]),
    )


@allowed(Right.SETTINGS)
def set_setting(desk: Desk, key: str, value: object) -> Done:
    """Set one declared setting; refused in words when the value does not fit. Undoable.

    "term" stands for a list of one term, or of none: files of the first version had a single one.
    """
    declared = SETTINGS.get(key)
    if declared is None or declared.fixed:
        raise Refused(N_("There is no setting of that name."))
    checked = declared.check(value)
    with desk.step("setting.changed", key=key) as step:
        if key == "term":
            put_terms(step, [checked] if checked is not None else [])
        else:
            put_setting(step, key, checked)
    return step.done


def put_setting(step: Step, key: str, value: object) -> None:
    """Store a checked value as part of a step; None goes back to the default."""
    row = Setting.get_or_none(Setting.key == key)
    if value is None:
        if row is not None:
            step.delete(row)
        return
    row = row or Setting(key=key)
    row.value = value
    step.save(row)


def put_terms(step: Step, stored: list[object]) -> None:
    """Store terms that were checked; the single term of an older file goes with it."""
    put_setting(step, "term", None)
    put_setting(step, "terms", stored)


def _terms_of(values: Mapping[str, object]) -> tuple[Term, ...]:
    """The list, else the single term of an older file."""
    listed = values["terms"] if values["terms"] is not None else [values["term"]]
    found = (_term_of(each) for each in listed) if isinstance(listed, list) else ()
    return tuple(sorted((term for term in found if term is not None), key=lambda term: term.first))


def _term_of(value: object) -> Term | None:
    if not isinstance(value, dict):
        return None
    try:
        first, last = (date.fromisoformat(str(value.get(key))) for key in ("from", "to"))
    except ValueError:
        return None
    return Term(str(value.get("name") or ""), first, last)


def _region_of(value: object) -> Region | None:
    if not isinstance(value, dict) or not value.get("country"):
        return None
    return Region(str(value["country"]), str(value.get("part") or ""))


def _words_of(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


def _template(value: object) -> Template:
    return Template(str(value)) if value in INDIVIDUAL else DEFAULT


def _number(value: object, default: int) -> int:
    return value if isinstance(value, int) else default
