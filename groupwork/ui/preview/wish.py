"""How a sheet is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groupwork.domain.note_sheet import NameShown

PAPERS = ("A4", "Letter")
LANGUAGES = ("en", "de")
FORMS = ("blank", "record")


@dataclass(frozen=True)
class Wish:
    """The choices of the page; each kind of sheet takes those it knows."""

    language: str
    paper: str
    form: str = "auto"
    large: bool = False
    plans: bool = False
    first: date | None = None
    """Of notes: the first day of the span; None for all."""
    last: date | None = None
    name: NameShown = NameShown.FULL
    versions: bool = False
