"""After one session of a group was moved: offer to move those that follow too."""

from __future__ import annotations

from collections.abc import Callable

from groupwork.i18n import _, ngettext
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import column, row


def following_card(n: int, move: Callable[[], None]) -> Card:
    """Says that only this one was moved, and moves the following with one button."""
    card = Card(fill="accent_soft", line="", radius=10, pad=(12, 10, 12, 8), gap=4)
    words = Label(_("Only this session was moved."), "accent_ink", 13.5, wrap=True)
    card.add(row(Icon("repeat", "accent_ink", 16), (words, 1), gap=8))
    button = Button(
        ngettext("Move the following too ({n})", "Move the following too ({n})", n).format(n=n),
        "secondary",
        small=True,
    )
    button.clicked.connect(lambda _checked=False: move())
    card.add(column(row(button, None), margins=(-3, 0, 0, 0)))
    return card
