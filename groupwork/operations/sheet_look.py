"""How a sheet is to be printed: what was chosen, else what the centre has set; and its file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groupwork.domain.sheet_facts import Look
from groupwork.errors import Refused
from groupwork.i18n import LANGUAGES, N_
from groupwork.operations.settings import PAPERS, read_centre

if TYPE_CHECKING:
    from groupwork.store.database import Store

NAMES = {
    ("en", "session"): "session-sheet",
    ("en", "day"): "day-pack",
    ("en", "week"): "week-registers",
    ("en", "fire_list"): "fire-list",
    ("en", "plan"): "session-plan",
    ("en", "incident"): "incident-form",
    ("de", "session"): "sitzungsblatt",
    ("de", "day"): "tagesmappe",
    ("de", "week"): "wochenlisten",
    ("de", "fire_list"): "evakuierungsliste",
    ("de", "plan"): "ablaufplan",
    ("de", "incident"): "vorfallbogen",
}


def chosen_look(store: Store, language: str | None, paper: str | None, large: bool) -> Look:
    """The look of a sheet; refused in words for a language or a paper there is not."""
    centre = read_centre(store)
    look = Look(language or centre.language, paper or centre.paper, large)
    if look.language not in LANGUAGES:
        raise Refused(N_("Sheets are printed in English or German."))
    if look.paper not in PAPERS:
        raise Refused(N_("Choose one of: {choices}."), choices=", ".join(PAPERS))
    return look


def look_name(look: Look, kind: str) -> str:
    """The beginning of a file name: what it is, never who is on it."""
    return NAMES[look.language, kind]
