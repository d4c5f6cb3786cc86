"""Which category a title of one's own most likely is: "Holz am Montag" is craft, "Cooking" daily living."""

from __future__ import annotations

from groupwork.domain.sessions import Category
from groupwork.domain.text import fold

_WORDS: dict[Category, tuple[str, ...]] = {
    Category.CRAFT: (
        *("holz", "wood", "werk", "ton", "clay", "pottery", "topf", "keram", "ceram", "naeh", "nah", "sew"),
        *("strick", "knit", "flecht", "basket", "handarbeit", "craft", "bastel", "metall", "leder", "filz"),
    ),
    Category.ART: (
        *("mal", "paint", "zeich", "draw", "kunst", "art", "musik", "music", "chor", "choir", "sing"),
        *("theater", "theatre", "drama", "foto", "photo", "schreib", "writ", "trommel", "drum"),
    ),
    Category.DAILY: (
        *("koch", "cook", "back", "bak", "fruhstuck", "breakfast", "haushalt", "household", "einkauf"),
        *("shop", "wasch", "laundry", "geld", "money", "kuche", "kitchen"),
    ),
    Category.WORK: (
        *("garten", "gartner", "garden", "arbeit", "work", "montage", "computer", "pc", "buro", "office"),
        *("bewerb", "laden", "montier", "verpack"),
    ),
    Category.PROJECT: ("projekt", "project", "zeitung", "newspaper", "magazin", "ausstellung", "exhibition"),
    Category.TALK: ("gesprach", "talk", "rede", "gruppentherapie", "psychoeduk", "recovery", "morgenrunde"),
    Category.WELLBEING: (
        *("yoga", "sport", "beweg", "mov", "tanz", "danc", "schwimm", "swim", "gymnast", "entspann"),
        *("relax", "achtsam", "mindful", "spazier", "walk", "wander", "fussball", "football"),
    ),
    Category.COMMUNITY: ("ausflug", "trip", "outing", "spiel", "game", "cafe", "kaffee", "coffee", "fest"),
}


def guess_category(title: str) -> Category | None:
    """The category of the first word of a title that tells one, or None."""
    for word in fold(title).replace("-", " ").split():
        for category, begins in _WORDS.items():
            if word.startswith(begins):
                return category
    return None
