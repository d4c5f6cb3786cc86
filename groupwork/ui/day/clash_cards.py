"""Clashes beside a session or a form: a red card a kind, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt

from groupwork.domain.clashes import Clash, ClashKind
from groupwork.domain.ids import RoomId
from groupwork.domain.schedule import RoomBrief
from groupwork.i18n import _
from groupwork.ui.day import words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import column, row

MOST_ROOMS = 2
"""So many free rooms are offered."""


def clash_cards(clashes: Sequence[Clash]) -> list[Card]:
    """One red card a kind of clash: what it is, then each one in words."""
    return [_card(kind, sentences) for kind, sentences in _by_kind(clashes).items()]


def offering_cards(
    clashes: Sequence[Clash],
    rooms: Sequence[RoomBrief],
    take: Callable[[RoomId], None],
    keep: Callable[[ClashKind], None],
) -> list[Card]:
    """The same with offers: rooms that are free, and to leave it as it is."""
    cards = []
    for kind, sentences in _by_kind(clashes).items():
        card = _card(kind, sentences)
        offers = Flow(gap=0)
        for room in rooms[:MOST_ROOMS] if kind in (ClashKind.ROOM, ClashKind.CAPACITY) else ():
            use = Button(_("Use {room}").format(room=room.name), "secondary", "door-open", small=True)
            use.clicked.connect(partial(_take, take, room.id))
            offers.add(use)
        leave = Button(_("Keep"), "ghost", small=True)
        leave.setAccessibleName(_("Keep: {what}").format(what=_(words.CLASH_LABELS[kind])))
        leave.setToolTip(_("Leave it as it is; the warning goes until this page is opened again."))
        leave.clicked.connect(partial(_keep, keep, kind))
        offers.add(leave)
        card.add(column(offers, margins=(-3, 0, 0, 0)))
        cards.append(card)
    return cards


def _take(take: Callable[[RoomId], None], room: RoomId, _checked: bool = False) -> None:
    take(room)


def _keep(keep: Callable[[ClashKind], None], kind: ClashKind, _checked: bool = False) -> None:
    keep(kind)


def _by_kind(clashes: Sequence[Clash]) -> dict[ClashKind, list[str]]:
    kinds: dict[ClashKind, list[str]] = {}
    for clash in clashes:
        kinds.setdefault(clash.kind, []).append(words.clash_words(clash))
    return kinds


def _card(kind: ClashKind, sentences: Sequence[str]) -> Card:
    title = _(words.CLASH_LABELS[kind])
    lines = column(gap=1)
    for sentence in sentences:
        lines.add(Label(sentence, "text", 13.5, wrap=True, typed=True))
    card = Card(fill="bad_soft", line="", radius=10, pad=(12, 10, 12, 5), gap=2)
    head = row(Icon("triangle-alert", "bad", 18), (Label(title, "bad_ink", 14.5, 700, wrap=True), 1), gap=8)
    head.setAlignment(Qt.AlignmentFlag.AlignTop)
    card.add(head, lines)
    card.setAccessibleName(f"{title}: {'; '.join(sentences)}")
    return card
