"""Colours against the WCAG formula, text sizes, and the walk that restyles widgets."""

import pytest
from PySide6.QtGui import QPalette

from groupwork.domain.sessions import Category
from groupwork.ui.roles import (
    CATEGORY_ICONS,
    COLOUR_TONES,
    TEXT_GROUNDS,
    TEXT_ROLES,
    THEMES,
    TONES,
    ink_role,
    ratio,
    soft_role,
)
from groupwork.ui.theme import LARGEST, SMALLEST, theme
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column

TABLES = list(THEMES.values())


@pytest.fixture(params=TABLES, ids=lambda table: table.name)
def table(request):
    return request.param


def test_ratio_is_the_formula_of_wcag():
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", TEXT_GROUNDS)
@pytest.mark.parametrize("role", TEXT_ROLES)
def test_every_text_role_is_readable_on_every_ground(table, role, ground):
    assert ratio(table[role], table[ground]) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("accent", "canvas"),
        ("accent", "surface"),
        ("accent", "rail"),
        ("accent", "hover"),
        ("accent_ink", "accent_soft"),
        ("on_sel", "sel"),
        ("on_toast", "toast"),
        ("toast_accent", "toast"),
        ("on_solid", "good"),
        ("on_solid", "warn"),
        ("on_solid", "bad"),
        *((f"{tone}_ink", f"{tone}_soft") for tone in TONES),
        *((f"{c.value}:ink", f"{c.value}:tint") for c in Category),
    ],
)
def test_inks_are_readable_on_their_fills(table, ink, ground):
    assert ratio(table[ink], table[ground]) >= 4.5


@pytest.mark.parametrize("role", ["control", "focus", *TONES, "toast_good"])
def test_edges_and_signs_are_visible(table, role):
    for ground in ("toast",) if role.startswith("toast") else ("surface", "canvas"):
        assert ratio(table[role], table[ground]) >= 3


@pytest.mark.parametrize("tone", COLOUR_TONES.values(), ids=list(COLOUR_TONES))
def test_every_colour_of_a_mark_goes_with_every_shape(table, tone):
    soft, ink = table[soft_role(tone)], table[ink_role(tone)]
    assert ratio(table["on_solid"], table[tone]) >= 4.5
    assert ratio(ink, soft) >= 4.5
    assert ratio(table[tone], soft) >= 3
    for ground in TEXT_GROUNDS:
        assert ratio(ink, table[ground]) >= 4.5  # the struck letter stands on the row itself
        assert ratio(table[tone], table[ground]) >= 3


@pytest.mark.parametrize("level", range(1, 7))
def test_help_levels_carry_text_and_stair(table, level):
    fill, solid = table[f"help:{level}"], table.name == "contrast" and level == 6
    assert ratio(table["on_accent" if solid else "text"], fill) >= 4.5
    assert ratio(table["on_accent" if solid else "stair"], fill) >= 3


@pytest.mark.parametrize("category", [c.value for c in Category])
def test_category_signs_are_visible_on_tint_and_card(table, category):
    assert category in CATEGORY_ICONS
    for ground in (f"{category}:tint", "surface"):
        assert ratio(table[f"{category}:strong"], table[ground]) >= 3


def test_every_theme_has_the_same_roles():
    first, *rest = (set(table.roles) for table in TABLES)
    assert all(roles == first for roles in rest)


def test_sizes_follow_the_text_size(qapp):
    theme.set_percent(200)
    assert theme.size(44) == 88
    assert theme.size(0) == 0
    assert theme.size(0.1) == 1
    theme.set_percent(1000)
    assert theme.percent == LARGEST
    theme.set_percent(1)
    assert theme.percent == SMALLEST


def test_a_change_of_theme_reaches_labels_that_are_already_there(qtbot):
    label = Label("word", "text2")
    frame = box(column(label, gap=10, margins=(4, 4, 4, 4)))
    qtbot.addWidget(frame)
    theme.set_mode("dark")
    theme.set_percent(150)
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.color("text2")
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == THEMES["dark"]["text2"]
    assert label.font().pixelSize() == 21
    assert frame.layout().spacing() == 15


def test_an_unknown_mode_counts_as_system():
    theme.set_mode("pink")
    assert theme.mode == "system"
    assert theme.name in THEMES
