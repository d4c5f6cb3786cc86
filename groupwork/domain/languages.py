"""Languages that people speak: a code each, words for it in the language in use, typed words read back."""

from __future__ import annotations

import re
from collections.abc import Callable

from groupwork.domain.import_cells import read_language
from groupwork.domain.text import clean_line
from groupwork.errors import UserError
from groupwork.i18n import N_

LANGUAGE_WORDS: dict[str, str] = {
    "ar": N_("Arabic"),
    "bg": N_("Bulgarian"),
    "bn": N_("Bengali"),
    "bs": N_("Bosnian"),
    "cs": N_("Czech"),
    "da": N_("Danish"),
    "de": N_("German"),
    "el": N_("Greek"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "et": N_("Estonian"),
    "fa": N_("Persian"),
    "fi": N_("Finnish"),
    "fr": N_("French"),
    "he": N_("Hebrew"),
    "hi": N_("Hindi"),
    "hr": N_("Croatian"),
    "hu": N_("Hungarian"),
    "it": N_("Italian"),
    "ja": N_("Japanese"),
    "ko": N_("Korean"),
    "ku": N_("Kurdish"),
    "lt": N_("Lithuanian"),
    "lv": N_("Latvian"),
    "mk": N_("Macedonian"),
    "nl": N_("Dutch"),
    "no": N_("Norwegian"),
    "pa": N_("Punjabi"),
    "pl": N_("Polish"),
    "ps": N_("Pashto"),
    "pt": N_("Portuguese"),
    "ro": N_("Romanian"),
    "ru": N_("Russian"),
    "sk": N_("Slovak"),
    "sl": N_("Slovene"),
    "so": N_("Somali"),
    "sq": N_("Albanian"),
    "sr": N_("Serbian"),
    "sv": N_("Swedish"),
    "sw": N_("Swahili"),
    "ta": N_("Tamil"),
    "th": N_("Thai"),
    "ti": N_("Tigrinya"),
    "tl": N_("Tagalog"),
    "tr": N_("Turkish"),
    "uk": N_("Ukrainian"),
    "ur": N_("Urdu"),
    "vi": N_("Vietnamese"),
    "zh": N_("Chinese"),
}
"""Code → gettext source text."""

MOST_SPOKEN = 300
_BETWEEN = re.compile(r"[,;/+&\n]|\s(?:und|and)\s")


def language_words(code: str, text: Callable[[str], str]) -> str:
    """A language in words; what is no code of ours is shown as it was typed."""
    return text(LANGUAGE_WORDS[code]) if code in LANGUAGE_WORDS else code


def read_spoken(typed: str) -> str:
    """Languages as typed ("German, some English") as they are stored: "de, some English".

    A language that is known becomes its code, so that it is shown in the language in use; other words
    stay. UserError when too long or broken.
    """
    parts = [part.strip() for part in _BETWEEN.split(clean_line(typed, MOST_SPOKEN)) if part.strip()]
    return ", ".join(dict.fromkeys(map(_code_or_words, parts)))


def spoken(stored: str, text: Callable[[str], str]) -> tuple[str, ...]:
    """The stored languages in words, one each."""
    parts = [part.strip() for part in stored.split(",") if part.strip()]
    return tuple(language_words(part, text) for part in parts)


def _code_or_words(part: str) -> str:
    if part in LANGUAGE_WORDS or " " in part:
        return part
    try:
        return read_language(part)
    except UserError:
        return part
