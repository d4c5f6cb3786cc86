"""Icons: every name the program uses is shipped, in the right colour, sharp at every ratio."""

import re
from pathlib import Path

import pytest

import groupwork
from groupwork import paths
from groupwork.ui import icons
from groupwork.ui.theme import theme

SHIPPED = {file.stem for file in (paths.resources() / "icons").glob("*.svg")}


def _names_in_the_program():
    """Strings that look like icon names where icons are asked for."""
    words = set()
    for file in (Path(groupwork.__file__).parent / "ui").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        words |= set(
            re.findall(
                r'(?:Icon|IconLabel|EmptyState|PickCard|pixmap|icons?\.draw\w*)\(\s*(?:painter,\s*)?"([a-z0-9-]+)"',
                text,
            )
        )
        words |= set(re.findall(r'Button\([^,()]*(?:\(.*?\))?,\s*"\w+",\s*"([a-z0-9-]+)"', text))
        words |= set(re.findall(r'(?:after|icon)="([a-z0-9-]+)"', text))
    return sorted(words)


@pytest.mark.parametrize("name", _names_in_the_program())
def test_every_icon_the_program_names_is_shipped(name):
    assert name in SHIPPED


def test_an_unknown_icon_is_refused():
    with pytest.raises(KeyError):
        icons.pixmap("no-such-icon", "text")


def test_an_icon_has_the_roles_colour_and_the_screens_ratio(qapp):
    picture = icons.pixmap("square-check", "accent", 20, ratio=2.0)
    assert picture.width() == 40
    assert picture.devicePixelRatio() == 2.0
    image = picture.toImage()
    strongest = max(
        (image.pixelColor(x, y) for x in range(40) for y in range(40)), key=lambda colour: colour.alpha()
    )
    assert strongest.rgb() == theme.color("accent").rgb()


def test_icons_grow_with_the_text(qapp):
    theme.set_percent(200)
    assert icons.pixmap("check", "text", 16).width() == 32
