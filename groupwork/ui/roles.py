"""The colours of LOOK.md section 1 as frozen tables. Paint code names roles, never hex values.

A role is a plain name (`"text"`, `"good_soft"`), a category's part (`"craft:strong"`, `"craft:tint"`,
`"craft:ink"`) or a help level's fill (`"help:6"`).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from groupwork.domain.mark_colours import Colour
from groupwork.domain.sessions import Category

CATEGORY_ICONS: MappingProxyType[str, str] = MappingProxyType(
    {
        Category.CRAFT.value: "hammer",
        Category.ART.value: "paintbrush",
        Category.PROJECT.value: "paint-roller",
        Category.DAILY.value: "cooking-pot",
        Category.WORK.value: "briefcase",
        Category.TALK.value: "message-circle",
        Category.WELLBEING.value: "flower-2",
        Category.COMMUNITY.value: "coffee",
    }
)
"""Category code → icon name; with the band's pattern the icon carries the category."""

TONES = ("good", "warn", "bad", "info", "pause")
"""Tones with three roles each: `good`, `good_soft`, `good_ink`."""

COLOUR_TONES: MappingProxyType[Colour, str] = MappingProxyType(
    {
        Colour.GREEN: "good",
        Colour.OCHRE: "warn",
        Colour.RED: "bad",
        Colour.SLATE: "info",
        Colour.VIOLET: "pause",
        Colour.GREY: "text3",
    }
)
"""A mark's colour → the tone it is painted in."""

TEXT_ROLES = ("text", "text2", "text3")
TEXT_GROUNDS = ("canvas", "surface", "rail", "hover", "accent_soft", "sunken", "raised")


def soft_role(tone: str) -> str:
    """The soft fill of a mark's tone; grey has the quiet one."""
    return f"{tone}_soft" if tone in TONES else "sunken"


def ink_role(tone: str) -> str:
    """What is written in on a tone's soft fill; grey writes in itself."""
    return f"{tone}_ink" if tone in TONES else tone


@dataclass(frozen=True)
class Colours:
    """One theme: every role as "#rrggbb"."""

    name: str
    roles: MappingProxyType[str, str]

    def __getitem__(self, role: str) -> str:
        return self.roles[role]


def _table(name: str, plain: str, categories: str, help_fills: str) -> Colours:
    roles = dict(line.split() for line in plain.split("\n") if line.strip())
    for line in categories.strip().split("\n"):
        category, strong, tint, ink = line.split()
        roles |= {f"{category}:strong": strong, f"{category}:tint": tint, f"{category}:ink": ink}
    for level, fill in enumerate(help_fills.split(), 1):
        roles[f"help:{level}"] = fill
    return Colours(name, MappingProxyType(roles))


LIGHT = _table(
    "light",
    """
    canvas #F7F4EF
    rail #EFEAE2
    surface #FFFFFF
    raised #FFFFFF
    sunken #F3EFE8
    hover #F1ECE4
    line #E4DDD2
    line2 #CFC6B8
    control #8A8175
    text #25211C
    text2 #575048
    text3 #6E665B
    accent #12636F
    accent_hover #0E525D
    on_accent #FFFFFF
    accent_soft #DDEEF0
    accent_ink #0D4A54
    focus #12636F
    sel #12636F
    on_sel #FFFFFF
    good #2C6E3F
    good_soft #E0F0E2
    good_ink #1D5130
    warn #A15C00
    warn_soft #FDEFD3
    warn_ink #6B3D00
    bad #B3312A
    bad_soft #FCE6E2
    bad_ink #86201B
    info #4C6178
    info_soft #E8EDF3
    info_ink #34475C
    pause #6A55A0
    pause_soft #EEEAF7
    pause_ink #4B3A7C
    shadow #3A2E1E
    on_solid #FFFFFF
    stair #12636F
    toast #25211C
    on_toast #FFFFFF
    toast_good #8FD3A2
    toast_accent #9FDCE6
    toast_warn #F7D08F
    """,
    """
    craft #A5630A #FCF1DD #5E3A03
    art #B8407F #FBE8F1 #6E1C48
    project #1F6BC0 #E6F0FC #123F77
    daily #44590B #EDF2D8 #35460A
    work #2E3B54 #E7EAF0 #222D42
    talk #0B6B62 #DDF2EF #084D47
    wellbeing #7A3DAA #F2E8F9 #552A77
    community #6B635A #EFEBE5 #423C35
    """,
    "#F3F6F6 #E7F0F1 #D8E8EB #C6DEE3 #B0D2D9 #94C3CC",
)

DARK = _table(
    "dark",
    """
    canvas #1B1917
    rail #151311
    surface #252220
    raised #2E2A27
    sunken #1F1C1A
    hover #312D29
    line #38332E
    line2 #4B453E
    control #8F877B
    text #F2EDE5
    text2 #C6BEB2
    text3 #B2AA9E
    accent #6CC5D3
    accent_hover #86D3DF
    on_accent #08272C
    accent_soft #1D3F45
    accent_ink #A5E1EA
    focus #6CC5D3
    sel #2A6F7B
    on_sel #FFFFFF
    good #7BC98F
    good_soft #22392A
    good_ink #ABE3B8
    warn #EDB354
    warn_soft #43331A
    warn_ink #F7D08F
    bad #F28B7F
    bad_soft #4A2722
    bad_ink #FBB8AF
    info #9DB4CC
    info_soft #2B3540
    info_ink #C4D5E6
    pause #B7A4E6
    pause_soft #352D4B
    pause_ink #D5C9F5
    shadow #000000
    on_solid #14110F
    stair #F2EDE5
    toast #2E2A27
    on_toast #F2EDE5
    toast_good #7BC98F
    toast_accent #6CC5D3
    toast_warn #EDB354
    """,
    """
    craft #E5B25E #3D301A #F5D9A6
    art #F08DB9 #44243A #FAC6DD
    project #68A8F5 #1D3049 #BBD7FA
    daily #C6DD78 #333B1D #E3EFBB
    work #CBD3E2 #2D323C #E1E6EF
    talk #5FCBBD #183936 #A6E6DD
    wellbeing #C08BEC #38284A #E3CBF7
    community #BDB3A6 #35312C #E0D9CE
    """,
    "#272A2A #263436 #263F43 #274B51 #285861 #2A6772",
)

CONTRAST = _table(
    "contrast",
    """
    canvas #000000
    rail #000000
    surface #000000
    raised #000000
    sunken #000000
    hover #2B2B2B
    line #FFFFFF
    line2 #FFFFFF
    control #FFFFFF
    text #FFFFFF
    text2 #FFFFFF
    text3 #E6E6E6
    accent #FFE14D
    accent_hover #FFF0A0
    on_accent #000000
    accent_soft #000000
    accent_ink #FFE14D
    focus #FFE14D
    sel #FFE14D
    on_sel #000000
    good #7CFF9B
    good_soft #000000
    good_ink #7CFF9B
    warn #FFC24D
    warn_soft #000000
    warn_ink #FFC24D
    bad #FF9C94
    bad_soft #000000
    bad_ink #FF9C94
    info #BFD9FF
    info_soft #000000
    info_ink #BFD9FF
    pause #DCC8FF
    pause_soft #000000
    pause_ink #DCC8FF
    shadow #000000
    on_solid #000000
    stair #FFFFFF
    toast #000000
    on_toast #FFFFFF
    toast_good #7CFF9B
    toast_accent #FFE14D
    toast_warn #FFC24D
    """,
    """
    craft #E5B25E #000000 #FFFFFF
    art #F08DB9 #000000 #FFFFFF
    project #68A8F5 #000000 #FFFFFF
    daily #C6DD78 #000000 #FFFFFF
    work #CBD3E2 #000000 #FFFFFF
    talk #5FCBBD #000000 #FFFFFF
    wellbeing #C08BEC #000000 #FFFFFF
    community #BDB3A6 #000000 #FFFFFF
    """,
    "#000000 #000000 #000000 #000000 #000000 #FFE14D",
)

THEMES: MappingProxyType[str, Colours] = MappingProxyType({t.name: t for t in (LIGHT, DARK, CONTRAST)})


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.x definition)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two "#rrggbb" colours, 1 to 21 (WCAG 2.x definition)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
