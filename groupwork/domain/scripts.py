"""Scripts of the world in one line of text: which font a name goes to is decided here, once.

Screen and paper both ask this module. It knows which letters the shipped fonts have (a test compares
the tables with the font files), splits a text into runs of one font and one direction, and puts the
runs into the order in which they stand on a line read from left to right.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache


class Face(StrEnum):
    """The shipped font families."""

    ATKINSON = "atkinson"
    NOTO = "noto"
    ARABIC = "arabic"
    DEVANAGARI = "devanagari"
    HAN = "han"


@dataclass(frozen=True)
class Run:
    """A piece of text in one font and one direction; `rtl` text is stored in logical order."""

    text: str
    face: Face
    rtl: bool = False


SOFT_HYPHEN = "\u00ad"
_JOINERS = "\u200c\u200d"
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_COMPLEX: tuple[tuple[Face, str], ...] = (
    (Face.ARABIC, "600-6FF 750-77F 870-8FF FB50-FDFF FE70-FEFE"),
    (Face.DEVANAGARI, "900-97F 1CD0-1CFF A8E0-A8FF"),
    (Face.HAN, "2E80-312F 3190-9FFF F900-FAFF FF00-FFEF"),
)
_GREEK_CYRILLIC = "370-52F 1F00-1FFF 2DE0-2DFF A640-A69F"
COVERED: dict[Face, str] = {
    Face.ATKINSON: (
        "20-7E A0-AC AE-B4 B6-107 10A-113 116-11B 11E-123 126-127 12A-12B 12E-133 136-137 139-13E "
        "141-148 150-155 158-15B 15E-165 16A-16B 16E-17E 192 218-21B 237 2C6-2C7 2C9 2D8-2DD 300-304 "
        "306-308 30A-30C 312 326-328 394 3A9 3BC 3C0 1E80-1E85 1E9E 1EF2-1EF3 2009 2013-2014 "
        "2018-201A 201C-201E 2020-2022 2026 2030 2039-203A 2044 20AC 20B9 2113 2122 212E 2202 220F "
        "2211-2212 2215 2219-221A 221E 222B 2248 2260 2264-2265 25CA 266A"
    ),
    Face.NOTO: (
        "20-7E A0-377 37A-37F 384-38A 38C 38E-3A1 3A3-3E1 3F0-52F 1AB0-1AC0 1C80-1C88 1D00-1DF9 1DFB-1F15 "
        "1F18-1F1D 1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4 1FC6-1FD3 "
        "1FD6-1FDB 1FDD-1FEF 1FF2-1FF4 1FF6-1FFE 2000-2064 2066-2071 2074-208E 2090-209C 20A0-20C0 20F0 "
        "2100-215F 2183-2184 2189 2212 25CC 2C60-2C7F A701-A7CA AB30-AB6B FB00-FB06"
    ),
    Face.ARABIC: (
        "20 600-6FF 750-77F 870-88E 898-8FF 200C-200D FB50-FBC2 FBD3-FD8F FD92-FDC7 FDF0-FDFF FE70-FE74 "
        "FE76-FEFC"
    ),
    Face.DEVANAGARI: "20 900-97F 1CD0-1CF6 1CF8-1CF9 200C-200D A8E0-A8FF",
}
"""Code points each family has, in every shipped weight. Han is GB 2312, which Python's codec knows."""


@cache
def _points(ranges: str) -> frozenset[int]:
    found: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


@lru_cache(4096)
def covers(face: Face, letter: str) -> bool:
    """True when the family has a glyph for the letter."""
    if face is not Face.HAN:
        return ord(letter) in _points(COVERED[face])
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def clean(text: str) -> str:
    """The text composed (NFC), without what cannot be drawn: control characters and bidi controls.

    Line ends become spaces, surrogates and private-use letters go. Soft hyphens and joiners stay.
    """
    kept = []
    for letter in unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode("utf-8")):
        category = unicodedata.category(letter)
        if letter in "\n\r\t\u2028\u2029":
            kept.append(" ")
        elif letter == SOFT_HYPHEN or letter in _JOINERS or category not in ("Cc", "Cf", "Cs", "Co", "Cn"):
            kept.append(letter)
    return "".join(kept)


@lru_cache(4096)
def _script(letter: str) -> Face | None:
    """The family of a letter's script, Atkinson for Latin, None for neutral: spaces, digits, signs."""
    point = ord(letter)
    for face, ranges in _COMPLEX:
        if point in _points(ranges):
            return face
    if point in _points(_GREEK_CYRILLIC):
        return Face.NOTO
    if unicodedata.category(letter)[0] in "LM":
        return Face.ATKINSON
    return None


def _pieces(text: str) -> list[Run]:
    """Runs of one script each; neutrals stay Latin, a joiner or accent stays with what it follows."""
    pieces: list[Run] = []
    for letter in text:
        face = _script(letter)
        follows = letter in _JOINERS or unicodedata.combining(letter) != 0
        if pieces and (follows or (face or Face.ATKINSON) == pieces[-1].face):
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text + letter)
        else:
            face = face or Face.ATKINSON
            pieces.append(Run(letter, face, rtl=face is Face.ARABIC))
    return pieces


def _joined_spaces(pieces: list[Run]) -> list[Run]:
    """A space between two words of one complex script belongs to their run."""
    joined: list[Run] = []
    for piece in pieces:
        between = len(joined) > 1 and joined[-1].text == " " and joined[-2].face == piece.face
        if between and piece.face is not Face.ATKINSON:
            space = joined.pop().text
            joined[-1] = replace(joined[-1], text=joined[-1].text + space + piece.text)
        else:
            joined.append(piece)
    return joined


def _neutral(run: Run) -> bool:
    return all(_script(letter) is None for letter in run.text)


def _ordered(pieces: list[Run]) -> list[Run]:
    """Visual order: Arabic, neutral, Arabic … is one phrase and stands from right to left."""
    out: list[Run] = []
    at = 0
    while at < len(pieces):
        end = at + 1
        if pieces[at].rtl:
            while end + 1 < len(pieces) and _neutral(pieces[end]) and pieces[end + 1].rtl:
                end += 2
        out.extend(_turned(run) for run in reversed(pieces[at:end]))
        at = end
    return out


def _turned(run: Run) -> Run:
    """A neutral inside a right-to-left phrase is mirrored; numbers keep their own order."""
    if run.rtl or not _neutral(run) or any(letter.isdigit() for letter in run.text):
        return run
    return replace(run, text=run.text[::-1].translate(_MIRRORED)) if run.text.strip() else run


def _latin_face(text: str) -> Face:
    letters = (c for c in text if c != SOFT_HYPHEN and _script(c) in (Face.ATKINSON, None))
    return Face.ATKINSON if all(covers(Face.ATKINSON, c) for c in letters) else Face.NOTO


@lru_cache(8192)
def runs(text: str, *, whole: bool = True) -> tuple[Run, ...]:
    """The runs of a text in the order in which they stand from left to right.

    `whole`: when one Latin letter is missing in Atkinson, all Latin of the text goes to Noto Sans, so
    that no name mixes two fonts; False decides word by word, for sentences. Expects `clean` text.
    """
    if not whole and " " in text:
        words = text.split(" ")
        spaced = [word + " " for word in words[:-1]] + [words[-1]]
        pieces = [run for word in spaced for run in _faced(_pieces(word), _latin_face(word))]
    else:
        pieces = _faced(_pieces(text), _latin_face(text))
    return tuple(_merged(_ordered(_joined_spaces(_merged(pieces)))))


def _faced(pieces: list[Run], latin: Face) -> list[Run]:
    return [replace(p, face=latin) if p.face is Face.ATKINSON and not p.text.isspace() else p for p in pieces]


def _merged(pieces: list[Run]) -> list[Run]:
    """Neighbours of one font become one run; a lone space takes the font it follows (not Arabic)."""
    out: list[Run] = []
    for piece in pieces:
        if not piece.text:
            continue
        same = out and out[-1].face == piece.face and not piece.rtl
        if same or (out and piece.text.isspace() and out[-1].face in (Face.NOTO, Face.ATKINSON)):
            out[-1] = replace(out[-1], text=out[-1].text + piece.text)
        else:
            out.append(piece)
    return out


@lru_cache(8192)
def printable(text: str) -> bool:
    """True when every letter has a glyph in the font it goes to: never a box on screen or paper."""
    return all(
        covers(run.face, letter) for run in runs(clean(text)) for letter in run.text if letter != SOFT_HYPHEN
    )


@lru_cache(8192)
def font_family(name: str) -> Face:
    """The family for a whole name or label: of its Latin letters, or of its script when it has none.

    All shipped weights of a family have the same letters (Han only Regular), so weight does not matter.
    """
    found = [run for run in runs(clean(name)) if run.text.strip()]
    for run in found:
        if run.face in (Face.ATKINSON, Face.NOTO) and any(_script(c) for c in run.text):
            return run.face
    return found[0].face if found else Face.ATKINSON
