"""The bundled font files: loading them, and one QFont of a family. Bold Han is drawn from the Regular."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from groupwork import paths
from groupwork.domain.scripts import Face

FAMILIES: dict[Face, str] = {
    Face.ATKINSON: "Atkinson Hyperlegible Next",
    Face.NOTO: "Noto Sans",
    Face.ARABIC: "Noto Sans Arabic",
    Face.DEVANAGARI: "Noto Sans Devanagari",
    Face.HAN: "Noto Sans SC",
}
_loaded: list[int] = []


def load() -> None:
    """Load every bundled font, once, before the first widget. Raises FileNotFoundError when none is there."""
    if _loaded:
        return
    files = sorted((paths.resources() / "fonts").glob("*.ttf"))
    _loaded.extend(QFontDatabase.addApplicationFont(str(file)) for file in files)
    if not _loaded:
        raise FileNotFoundError("fonts")


@cache
def face(family: Face, pixels: int, weight: int, italic: bool = False) -> QFont:
    """A font in px whose letters come from `family`, those it lacks from the other bundled ones.

    The object is shared: copy it before changing it.
    """
    result = QFont()
    result.setFamilies([FAMILIES[family], *(name for key, name in FAMILIES.items() if key is not family)])
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight(weight))
    result.setItalic(italic)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result
