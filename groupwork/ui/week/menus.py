"""The menus of the week: every entry is also a button or a key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from groupwork.domain.sessions import SessionStatus
from groupwork.i18n import _
from groupwork.ui.actions import key_words
from groupwork.ui.week.facts import Facts

Does = Callable[[], object]


@dataclass(frozen=True)
class BlockDeeds:
    """What can be done with a block."""

    register: Does
    show: Does
    sheet: Does
    edit: Does
    copy: Does
    call_off: Does
    remove: Does
    reopen: Does


def block_menu(parent: QWidget, facts: Facts, deeds: BlockDeeds, *, may_plan: bool) -> QMenu:
    """For a session."""
    menu = QMenu(parent)
    _add(menu, _("Register"), key_words("Enter"), deeds.register)
    _add(menu, _("Show beside the week"), key_words("Space"), deeds.show)
    _add(menu, _("Print the session sheet"), "", deeds.sheet)
    if not may_plan:
        return menu
    menu.addSeparator()
    _add(menu, _("Edit"), "F2", deeds.edit)
    _add(menu, _("Copy to the next day"), key_words("Ctrl+D"), deeds.copy)
    menu.addSeparator()
    if facts.session.status is SessionStatus.NOT_HELD:
        _add(menu, _("It does take place"), "", deeds.reopen)
    else:
        _add(menu, _("Cancel session"), key_words("Del"), deeds.call_off)
    if not facts.session.recorded:
        _add(menu, _("Remove"), "", deeds.remove)
    return menu


def empty_menu(parent: QWidget, plan: Does, paste: Does | None, close: Does | None) -> QMenu:
    """For an empty time."""
    menu = QMenu(parent)
    _add(menu, _("Plan a session here"), "N", plan)
    if paste is not None:
        _add(menu, _("Paste the copied session"), key_words("Ctrl+V"), paste)
    if close is not None:
        menu.addSeparator()
        _add(menu, _("Close this day …"), "", close)
    return menu


def day_menu(
    parent: QWidget, show: Does, pack: Does | None, close: Does | None, reopen: Does | None
) -> QMenu:
    """For the head of a day; what cannot be done is None."""
    menu = QMenu(parent)
    _add(menu, _("Show this day"), "", show)
    if pack is not None:
        _add(menu, _("Print day pack"), "", pack)
    if close is not None or reopen is not None:
        menu.addSeparator()
    if close is not None:
        _add(menu, _("Close this day …"), "", close)
    if reopen is not None:
        _add(menu, _("Open this day again"), "", reopen)
    return menu


def _add(menu: QMenu, words: str, keys: str, does: Does) -> None:
    action = menu.addAction(f"{words}\t{keys}" if keys else words)
    action.triggered.connect(lambda _checked=False: does())
