"""Finding people by what is typed: folded case and accents, any script, code or called name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from groupwork.domain.text import fold

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_SILENT = str.maketrans(dict.fromkeys("'’ʼ`´ʻ\u200c\u200d\u200e\u200f\u00ad"))
MAX_TYPED = 80


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents, apostrophes and punctuation.

    "Łąckorzyński" → lackorzynski; "O'Farrelly" → ofarrelly; "al-Kharrat" → al, kharrat;
    "الخرّاط" → الخراط. Other scripts keep their letters.
    """
    bare = fold(text.translate(_SILENT))
    return tuple("".join(c if _in_a_word(c) else " " for c in bare).split())


def _in_a_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def search_key(parts: Iterable[str]) -> str:
    """The stored key over every form of a name and the code: each folded word once, blanks around.

    A name with ä, ö or ü is also found as it is written without them: "jurgen" and "juergen".
    """
    words: dict[str, None] = {}
    for part in parts:
        spelled = unicodedata.normalize("NFC", part).casefold().translate(_UMLAUTS)
        words.update(dict.fromkeys((*folded_words(part), *folded_words(spelled))))
    return " " + " ".join(words) + " " if words else ""


def typed_words(typed: str) -> tuple[str, ...]:
    """The folded words of what was typed, at most 80 characters of it."""
    return folded_words(typed[:MAX_TYPED])


def rank(key: str, words: Iterable[str]) -> int:
    """How well a stored key answers: 0 each word starts a word, 1 some only inside one."""
    return int(any(f" {word}" not in key for word in words))
