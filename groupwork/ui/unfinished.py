"""Words that were not saved when the window was locked or closed: kept, and given back to their form."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from groupwork.errors import UserError
from groupwork.i18n import _
from groupwork.operations import drafts
from groupwork.ui.widgets.label import Label

if TYPE_CHECKING:
    from groupwork.operations.desk import Desk

Words = dict[str, Any]
"""What is in a form, as JSON can hold it."""

log = logging.getLogger(__name__)


class Unfinished:
    """What the person signed in had begun, by kind of form. Read once, when the file is opened."""

    def __init__(self, desk: Callable[[], Desk]) -> None:
        self._desk = desk
        self._kept: dict[str, Words] = {}
        self._offered: set[str] = set()

    def read(self) -> None:
        """Look what was kept; called when the file is opened."""
        try:
            found = drafts.all_kept(self._desk())
        except UserError as error:
            log.info("unfinished words not read: %s", type(error).__name__)
            return
        self._kept = {kind: words for kind, words in found.items() if isinstance(words, dict)}

    def of(self, kind: str) -> Words | None:
        """What was begun in this form, None for nothing."""
        self._offered.add(kind)
        return self._kept.get(kind)

    def first(self, *forms: str) -> str | None:
        """A form of these that has words and was not opened yet: "plan" also finds "plan.217"."""
        waiting = (kind for kind in sorted(self._kept) if kind not in self._offered)
        return next((kind for kind in waiting if kind.partition(".")[0] in forms), None)

    def keep(self, words: Mapping[str, Words]) -> None:
        """Keep what is in the forms now; the page or the window goes away."""
        for kind, value in words.items():
            if self._kept.get(kind) == value:
                continue
            self._try(drafts.keep, kind, value)
            self._kept[kind] = value

    def drop(self, kind: str) -> None:
        """The form was saved or given up."""
        if self._kept.pop(kind, None) is not None:
            self._try(drafts.drop, kind)

    def _try(self, operation: Callable[..., None], *words: object) -> None:
        """The window locks and closes even when the disk takes nothing."""
        try:
            operation(self._desk(), *words)
        except UserError as error:
            log.info("unfinished words not written: %s", type(error).__name__)


def kept_line() -> Label:
    """Says in a form where its words come from."""
    return Label(_("Kept from before"), "text2", 13, wrap=True)


def session_of(kind: str) -> int:
    """The session in "plan.217"; 0 for a new one."""
    number = kind.partition(".")[2]
    return int(number) if number.isdigit() else 0
