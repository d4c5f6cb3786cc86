"""The shipped fonts for paper, registered when a page first needs them (Han costs 28 ms and memory)."""

from __future__ import annotations

from functools import cache
from typing import Any

from groupwork import paths
from groupwork.domain.scripts import Face

FILES: dict[Face, dict[int, str]] = {
    Face.ATKINSON: {
        400: "AtkinsonHyperlegibleNext_400Regular.ttf",
        500: "AtkinsonHyperlegibleNext_500Medium.ttf",
        700: "AtkinsonHyperlegibleNext_700Bold.ttf",
    },
    Face.NOTO: {400: "NotoSans_400Regular.ttf", 700: "NotoSans_700Bold.ttf"},
    Face.ARABIC: {400: "NotoSansArabic_400Regular.ttf", 700: "NotoSansArabic_700Bold.ttf"},
    Face.DEVANAGARI: {400: "NotoSansDevanagari_400Regular.ttf", 700: "NotoSansDevanagari_700Bold.ttf"},
    Face.HAN: {400: "NotoSansSC_400Regular_GB2312.ttf"},
}
SCALE = {Face.HAN: 0.95}
"""Han letters fill their square: a little smaller they stand level with the others."""


def weight_of(face: Face, weight: int) -> int:
    """The nearest shipped weight: Medium and Bold of a family without Medium are Regular and Bold."""
    have = FILES[face]
    return weight if weight in have else max((w for w in have if w <= weight), default=400)


@cache
def font(face: Face, weight: int) -> str:
    """ReportLab's name of the font; registers it on first use. Call it under `draw.LOCK`."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    weight = weight_of(face, weight)
    name = f"{face}-{weight}"
    if name not in pdfmetrics.getRegisteredFontNames():
        file = paths.resources() / "fonts" / FILES[face][weight]
        pdfmetrics.registerFont(TTFont(name, str(file), shapable=True))
    return name


def metrics(name: str) -> Any:
    """ReportLab's font object of a registered font."""
    from reportlab.pdfbase import pdfmetrics

    return pdfmetrics.getFont(name)
