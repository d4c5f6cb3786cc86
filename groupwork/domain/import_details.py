"""What a row of an imported table says beside name, dates and code; what cannot be read is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from groupwork.domain.alerts import MOST_WORDS as MOST_ALERT
from groupwork.domain.contacts import clean_mail, clean_phone
from groupwork.domain.import_cells import read_yes, shown
from groupwork.domain.import_headers import HEADERS, WEEKDAYS, Column
from groupwork.domain.languages import read_spoken
from groupwork.domain.participants import MOST_ADDRESS, MOST_NOTE
from groupwork.domain.people import AlertKind
from groupwork.domain.search import folded_words
from groupwork.domain.text import clean_line, clean_text
from groupwork.domain.traits import MOST_WORDS as MOST_TRAIT
from groupwork.domain.traits import TraitKind
from groupwork.errors import UserError
from groupwork.i18n import N_

NO_DAYS = N_("“{cell}” names no weekday and was left out.")
SAID_YES = N_("“{cell}” was read as yes.")

_NOTHING = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "/",
        "./.",
        "?",
        "k.a.",
        "k. a.",
        "n/a",
        "na",
        "none",
        "nein",
        "keine",
        "kein",
        "no",
        "nichts",
        "unbekannt",
        "unknown",
        "entfällt",
    }
)
_BETWEEN = re.compile(r"\s*[;\n•]\s*")
_GROUPS = re.compile(r"\s*[,;\n/+&]\s*|\s+(?:und|and)\s+")
_PHONE_AFTER = re.compile(
    r"^(.*?)[\s,;:(]*(?:Tel\.?|Telefon|Phone|Mobil|Handy)?[\s.:]*((?:\+|00?)[\d\s/()\-]{5,})\)?\s*$"
)
_DIGITS = re.compile(r"(?:\d\D?){5}")
"""A telephone number has at least so many: looked for first, because it is quick."""
_DAY = re.compile(r"[^\W\d_]+")
_RANGE = re.compile(r"([^\W\d_]+)\.?\s*(?:-|–|bis|to)\s*([^\W\d_]+)")
_SHORT = re.compile(r"\d{1,3}\s?[a-zA-Z]?")
_POSTCODE = re.compile(r"\d{4,5}|[A-Z]{1,2}\d.*")


@dataclass(frozen=True)
class ContactDetail:
    """Somebody to call, from one row."""

    name: str
    relation: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Details:
    """Everything else of a person; `key_worker` and `groups` are words still to be found at the centre."""

    pronunciation: str = ""
    speaks: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    note: str = ""
    key_worker: str = ""
    groups: tuple[str, ...] = ()
    contact: ContactDetail | None = None
    alerts: tuple[tuple[AlertKind, str], ...] = ()
    traits: tuple[tuple[TraitKind, str], ...] = ()
    photos: bool | None = None
    days: tuple[int, ...] = ()
    """Weekdays, 0 is Monday."""


class DetailReader:
    """Reads the cells of one row. `cells` gives every filled cell of a meaning with its header.

    `remark` is told (header, error) of each cell that is left out.
    """

    def __init__(
        self,
        cells: Callable[[Column], list[tuple[str, str]]],
        remark: Callable[[str, UserError], None],
    ) -> None:
        self._cells, self._remark = cells, remark

    def read(self) -> Details:
        """All of it; never raises UserError."""
        line = self._line
        return Details(
            pronunciation=line(Column.PRONUNCIATION, clean_line),
            speaks=line(Column.SPEAKS, read_spoken),
            phone=", ".join(self._each(Column.PHONE, clean_phone)),
            email=line(Column.EMAIL, clean_mail),
            address=_address(self._each(Column.ADDRESS, lambda cell: clean_text(cell, MOST_ADDRESS).strip())),
            note=self._note(),
            key_worker=line(Column.KEY_WORKER, clean_line),
            groups=self._groups(),
            contact=self._contact(),
            alerts=self._alerts(),
            traits=self._traits(),
            photos=self._photos(),
            days=self._days(),
        )

    def _line(self, column: Column, clean: Callable[[str], str]) -> str:
        return next(iter(self._each(column, clean)), "")

    def _each(self, column: Column, clean: Callable[[str], str]) -> list[str]:
        found = []
        for header, cell in self._cells(column):
            if cell.casefold() in _NOTHING:
                continue
            try:
                found.append(clean(cell))
            except UserError as error:
                self._remark(header, error)
        return [words for words in found if words]

    def _note(self) -> str:
        """One column as it is; of several each under its header."""
        cells = [
            (header, cell) for header, cell in self._cells(Column.NOTE) if cell.casefold() not in _NOTHING
        ]
        several = len(cells) > 1
        words = "\n".join(f"{header}: {cell}" if several else cell for header, cell in cells)
        try:
            return clean_text(words, MOST_NOTE).strip()
        except UserError as error:
            self._remark(cells[0][0], error)
            return ""

    def _groups(self) -> tuple[str, ...]:
        cells = self._each(Column.GROUPS, clean_line)
        return tuple(dict.fromkeys(part for cell in cells for part in _GROUPS.split(cell) if part))

    def _contact(self) -> ContactDetail | None:
        name = self._line(Column.CONTACT_NAME, clean_line)
        relation = self._line(Column.CONTACT_RELATION, clean_line)
        phone = self._line(Column.CONTACT_PHONE, clean_phone)
        found = _PHONE_AFTER.match(name) if not phone and _DIGITS.search(name) else None
        if found:
            name, phone = found[1].strip(" ,;:(") or name, " ".join(found[2].split())
        if not (name or relation or phone):
            return None
        return ContactDetail(name or relation or phone, relation, phone)

    def _alerts(self) -> tuple[tuple[AlertKind, str], ...]:
        found: list[tuple[AlertKind, str]] = []
        for column, kind in ((Column.ALERT, AlertKind.SAFETY), (Column.ALLERGY, AlertKind.FOOD)):
            found += ((_kind_of(words, kind), words) for words in self._words(column, MOST_ALERT))
        return tuple(dict.fromkeys(found))

    def _traits(self) -> tuple[tuple[TraitKind, str], ...]:
        return tuple(
            (kind, words)
            for column, kind in _TRAITS.items()
            for words in dict.fromkeys(self._words(column, MOST_TRAIT))
        )

    def _words(self, column: Column, most: int) -> Iterable[str]:
        for cell in self._each(column, lambda cell: clean_text(cell, 20 * most)):
            for part in _BETWEEN.split(cell):
                if part.strip() and part.strip().casefold() not in _NOTHING:
                    yield clean_line(part[:most])

    def _photos(self) -> bool | None:
        for header, cell in self._cells(Column.PHOTOS):
            if not cell.strip("-–/? "):
                continue
            try:
                return read_yes(cell) == "yes"
            except UserError as error:
                self._remark(header, error)
        return None

    def _days(self) -> tuple[int, ...]:
        days = {day for day, column in enumerate(WEEKDAYS) if self._is_agreed(column)}
        for header, cell in self._cells(Column.DAYS):
            named = read_days(cell)
            days |= named
            if not named and cell.casefold() not in _NOTHING:
                self._remark(header, UserError(NO_DAYS, cell=shown(cell)))
        return tuple(sorted(days))

    def _is_agreed(self, column: Column) -> bool:
        for header, cell in self._cells(column):
            if cell.casefold() in _NOTHING:
                continue
            try:
                return read_yes(cell) == "yes"
            except UserError:  # "9-13 Uhr", "vormittags": somebody comes then
                self._remark(header, UserError(SAID_YES, cell=shown(cell)))
                return True
        return False


def read_days(cell: str) -> frozenset[int]:
    """The weekdays a cell names: "Mo, Mi", "Mon-Thu", "täglich"; 0 is Monday."""
    if {"taglich", "daily", "every day"} & {" ".join(folded_words(cell))}:
        return frozenset(range(5))
    days = {_WEEKDAY[word] for word in _folded(_DAY.findall(cell)) if word in _WEEKDAY}
    for first, last in _RANGE.findall(cell):
        ends = [_WEEKDAY.get(word) for word in _folded((first, last))]
        if len(ends) == 2 and ends[0] is not None and ends[1] is not None and ends[0] < ends[1]:
            days |= set(range(ends[0], ends[1] + 1))
    return frozenset(days)


def _folded(words: Iterable[str]) -> list[str]:
    return ["".join(folded_words(word)) for word in words]


def _kind_of(words: str, kind: AlertKind) -> AlertKind:
    """An allergy is about food, wherever it is written."""
    text = " ".join(folded_words(words))
    return AlertKind.FOOD if "allerg" in text or "unvertraglich" in text else kind


def _address(parts: list[str]) -> str:
    """Street and number on one line, postcode and town on the next."""
    lines: list[str] = []
    for part in parts:
        number = bool(lines) and _SHORT.fullmatch(part) is not None
        town = bool(lines) and _POSTCODE.fullmatch(lines[-1]) is not None
        if number or town:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return "\n".join(lines)[:MOST_ADDRESS]


_TRAITS = {
    Column.STRENGTH: TraitKind.STRENGTH,
    Column.NEED: TraitKind.NEED,
    Column.INTEREST: TraitKind.INTEREST,
    Column.DIET: TraitKind.DIET,
}
_UNSURE = frozenset(["die", "mit", "don", "fre", "sam", "son"])
"""Weekdays above a column; in a sentence they are other words."""
_WEEKDAY = {
    word: day
    for day, column in enumerate(WEEKDAYS)
    for word in HEADERS[column].split()
    if word not in _UNSURE
}
