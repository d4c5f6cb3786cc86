"""Invented names for a file with more people than the demo describes."""

from __future__ import annotations

CALLED = [
    "Alva",
    "Benno",
    "Carla",
    "Dorian",
    "Edda",
    "Falk",
    "Gesa",
    "Hanno",
    "Ilka",
    "Jonte",
    "Karla",
    "Levin",
    "Mara",
    "Nils",
    "Oda",
    "Piet",
    "Ronja",
    "Sven",
    "Thea",
    "Ulf",
    "Vera",
    "Wanja",
    "Xenia",
    "Yara",
    "Zeno",
    "Amir",
    "Bao",
    "Chidi",
    "Dunja",
    "Emre",
    "Fatma",
]
FAMILY = [
    "Ahrenholt",
    "Bockelkamp",
    "Curslack",
    "Drewnick",
    "Eschenbrink",
    "Fohrwald",
    "Gellersen",
    "Hinnerksen",
    "Immenthal",
    "Jaspersen",
    "Kolkrath",
    "Lüttringen",
    "Morgenroth",
    "Niebuhrt",
    "Ohlendiek",
    "Pappelmann",
    "Quastenberg",
    "Rosenhag",
    "Siebenbaum",
    "Tiedenkamp",
    "Uhlenbrook",
    "Vierlanden",
    "Wackerbarth",
    "Ysenhagen",
    "Zinnkamp",
    "Ackerblom",
    "Birkenthal",
    "Dahlgrün",
    "Elbeshaus",
    "Feldkirchner",
    "Grönemoor",
]


def invented(number: int) -> tuple[str, str]:
    """Called name and family name; each number up to 29,000 gives another pair."""
    called = CALLED[number % len(CALLED)]
    first = FAMILY[number // len(CALLED) % len(FAMILY)]
    turn = number // (len(CALLED) * len(FAMILY))
    return called, first if turn == 0 else f"{first}-{FAMILY[turn % len(FAMILY)]}"
