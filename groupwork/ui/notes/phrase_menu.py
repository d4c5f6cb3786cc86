"""The centre's phrases as a menu: those of the part first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from groupwork.domain.phrases import BEGINS, PhraseInfo
from groupwork.i18n import _

LONGEST = 60
MOST = 24


def open_menu(
    parent: QWidget,
    at: QPoint,
    known: Sequence[PhraseInfo],
    part: str,
    take: Callable[[str], None],
) -> QMenu | None:
    """Show the menu at a global point; None when there are no phrases."""
    own = [phrase for phrase in known if phrase.part == part]
    others = [phrase for phrase in known if phrase.part != part]
    if not known:
        return None
    menu = QMenu(parent)
    menu.setAccessibleName(_("Phrases"))
    for phrase in own[:MOST]:
        _add(menu, phrase, take)
    if own and others:
        menu.addSeparator()
    for phrase in others[: max(0, MOST - len(own))]:
        _add(menu, phrase, take)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
    return menu


def _add(menu: QMenu, phrase: PhraseInfo, take: Callable[[str], None]) -> None:
    text = phrase.words.replace("\n", " ")
    shown = f"{text[: LONGEST - 1]}…" if len(text) > LONGEST else text
    short = phrase.short if phrase.short != BEGINS else ""
    action = menu.addAction(f"{shown}\t{short}".replace("&", "&&") if short else shown.replace("&", "&&"))
    action.setToolTip(text)
    action.triggered.connect(partial(take, phrase.words))
