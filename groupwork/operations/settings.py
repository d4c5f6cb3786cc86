"""Settings of the centre: a declared table of keys, their defaults and what may be put in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from groupwork.domain import schedule
from groupwork.domain.schedule import Term
from groupwork.domain.text import clean_name
from groupwork.errors import Refused
from groupwork.i18n import LANGUAGES, N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_sessions as reads
from groupwork.store.tables import Setting

if TYPE_CHECKING:
    from groupwork.store.database import Store
    from groupwork.store.journal import Done

PAPERS = ("A4", "Letter")


@dataclass(frozen=True)
class Centre:
    """What the centre has set. `demo_day` is the day a demo file plays on, else None."""

    name: str
    language: str
    paper: str
    term: Term | None
    absent_days: int
    """Absent days in a row that make a follow-up."""
    demo_day: date | None

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
        raise Refused(N_("A term needs a name, a first and a last day."))
    schedule.check_term(term.first, term.last)
    return {"name": clean_name(term.name), "from": term.first.isoformat(), "to": term.last.isoformat()}


def _day(value: object) -> object:
    return date.fromisoformat(str(value)).isoformat()


SETTINGS: dict[str, Declared] = {
    "centre": Declared("", N_("Name of the centre"), _name),
    "language": Declared("en", N_("Language of the sheets"), _one_of(*LANGUAGES)),
    "paper": Declared("A4", N_("Paper"), _one_of(*PAPERS)),
    "term": Declared(None, N_("Term"), _term),
    "absent_days": Declared(3, N_("Absent days in a row before a follow-up"), _days),
    "demo_day": Declared(None, N_("Day of the demo"), _day, fixed=True),
}


@allowed(Right.READ)
def centre(desk: Desk) -> Centre:
    """The centre's settings, defaults where nothing is set (one SELECT)."""
    return read_centre(desk.store)


def read_centre(store: Store) -> Centre:
    """The same for whoever has only the store; for operations. No SELECT while nothing was written."""
    return store.unchanged("centre", partial(_read_centre, store))


def _read_centre(store: Store) -> Centre:
    stored = {key: Setting.value.python_value(value) for key, value in reads.settings(store.db)}
    values = {key: stored.get(key, declared.default) for key, declared in SETTINGS.items()}
    day = values["demo_day"]
    return Centre(
        name=str(values["centre"] or ""),
        language=str(values["language"] or "en"),
        paper=str(values["paper"] or "A4"),
        term=_term_of(values["term"]),
        absent_days=_number(values["absent_days"], 3),
        demo_day=date.fromisoformat(str(day)[:10]) if day else None,
    )


@allowed(Right.SETTINGS)
def set_setting(desk: Desk, key: str, value: object) -> Done:
    """Set one declared setting; refused in words when the value does not fit. Undoable."""
    declared = SETTINGS.get(key)
    if declared is None or declared.fixed:
        raise Refused(N_("There is no setting of that name."))
    checked = declared.check(value)
    with desk.step("setting.changed", key=key) as step:
        row = Setting.get_or_none(Setting.key == key) or Setting(key=key)
        row.value = checked
        step.save(row)
    return step.done


def _term_of(value: object) -> Term | None:
    if not isinstance(value, dict):
        return None
    try:
        first, last = (date.fromisoformat(str(value.get(key))) for key in ("from", "to"))
    except ValueError:
        return None
    return Term(str(value.get("name") or ""), first, last)


def _number(value: object, default: int) -> int:
    return value if isinstance(value, int) else default
