"""The grid's menus: every entry is a key, so that mouse and keyboard do the same thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from groupwork.domain.attendance import TYPED, Mark, Status
from groupwork.domain.mood import MOOD_LABELS, PART_LABELS
from groupwork.domain.signs import Signs, plain_signs
from groupwork.domain.tasks import HELP_LABELS, REASON_LABELS, NotDoneReason
from groupwork.i18n import _, current
from groupwork.ui.models.register_columns import Column, Kind
from groupwork.ui.register.mark import draw_mark
from groupwork.ui.theme import theme

ICON = 22


@dataclass(frozen=True)
class Choice:
    """One entry: words, the key shown beside them, what it does; `mark` gives it a picture."""

    words: str
    key: str
    does: Callable[[], object]
    mark: Mark | None = None


def mark_icon(mark: Mark, signs: Signs) -> QIcon:
    """A mark as a picture for a menu."""
    icon = QIcon()
    for ratio in (1.0, 2.0):
        side = theme.size(ICON)
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        inset = side * 0.06
        draw_mark(painter, QRectF(inset, inset, side - 2 * inset, side - 2 * inset), mark, signs)
        painter.end()
        icon.addPixmap(picture)
    return icon


def fill(menu: QMenu, choices: list[Choice | None], signs: Signs | None = None) -> QMenu:
    """Put entries into a menu; None is a line between them. `signs` are those of pictured marks."""
    shown = signs or plain_signs(current().language)
    for choice in choices:
        if choice is None:
            menu.addSeparator()
            continue
        words = choice.words.replace("&", "&&")
        action = menu.addAction(f"{words}\t{choice.key}" if choice.key else words)
        if choice.mark is not None:
            action.setIcon(mark_icon(choice.mark, shown))
        action.triggered.connect(partial(_run, choice.does))
    return menu


def _run(does: Callable[[], object], _checked: bool = False) -> None:
    does()


class Marked(Protocol):
    """A row or cell with a mark."""

    @property
    def mark(self) -> Mark:
        """Its mark."""


def mark_choices(
    row: Marked, press: Callable[[str], object], signs: Signs | None = None
) -> list[Choice | None]:
    """What may become of a mark: all statuses, late, early, as last time, not recorded."""
    said = signs or plain_signs(current().language)
    late, early = said.late, said.early
    walk_in = row.mark.status is Status.WALK_IN
    came = Status.WALK_IN if walk_in else Status.PRESENT
    present = said.key_for(Status.PRESENT)
    choices: list[Choice | None] = [
        Choice(said.label(came, _), present, partial(press, present), Mark(came)),
        Choice(_("late"), late, partial(press, late), Mark(came, late_min=0)),
        Choice(_("left early"), early, partial(press, early), Mark(came, early_min=0)),
    ]
    if not walk_in:
        others = [status for status in TYPED if status is not Status.PRESENT]
        choices.append(None)
        for status in others:
            key = said.key_for(status)
            choices.append(Choice(said.label(status, _), key, partial(press, key), Mark(status)))
    words = _("Take off the register") if walk_in else _("not recorded")
    choices += [
        None,
        Choice(_("as last time"), ".", partial(press, ".")),
        Choice(words, _("Del"), partial(press, "Delete"), None if walk_in else Mark()),
    ]
    return choices


def value_choices(column: Column, press: Callable[[str], object]) -> list[Choice | None]:
    """What may be typed into a task, participation or mood cell."""
    choices: list[Choice | None] = []
    if column.kind is Kind.TASK:
        choices = [
            Choice(
                _("{level} {words}").format(level=n, words=_(HELP_LABELS[n])), str(n), partial(press, str(n))
            )
            for n in (6, 5, 4, 3, 2, 1)
        ]
        choices += [
            Choice(_("not done …"), "0", partial(press, "0")),
            Choice(_("not offered"), "-", partial(press, "-")),
            None,
            Choice(_("as last time"), ".", partial(press, ".")),
        ]
    elif column.kind is Kind.PART:
        choices = _numbers(PART_LABELS, press)
    elif column.kind in (Kind.BEFORE, Kind.AFTER):
        choices = _numbers(MOOD_LABELS, press)
    return [*choices, Choice(_("not recorded"), _("Del"), partial(press, "Delete"))]


def _numbers(labels: dict[int, str], press: Callable[[str], object]) -> list[Choice | None]:
    line = _("{level} {words}")
    return [
        Choice(line.format(level=n, words=_(said)), str(n), partial(press, str(n)))
        for n, said in labels.items()
    ]


class ReasonMenu(QMenu):
    """Why a task was not done, answered by one key; a digit closes it and goes on in the grid."""

    def __init__(
        self, parent: QWidget, give: Callable[[NotDoneReason], object], go_on: Callable[[QKeyEvent], object]
    ) -> None:
        super().__init__(parent)
        self._give, self._go_on = give, go_on
        self._keys: dict[str, NotDoneReason] = {}
        for reason, key in zip(NotDoneReason, reason_keys(), strict=True):
            self._keys[key] = reason
            action = self.addAction(f"{_(REASON_LABELS[reason])}\t{key}")
            action.triggered.connect(partial(_run, partial(give, reason)))
        self.addSeparator()
        nothing = self.addAction("\t".join((_("no reason"), _("Enter"))))
        self.setActiveAction(nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().upper()
        if typed in self._keys:
            self.close()
            self._give(self._keys[typed])
        elif typed and typed in "0123456789-.":
            self.close()
            self._go_on(event)
        else:
            super().keyPressEvent(event)


def reason_keys() -> tuple[str, ...]:
    """A letter for each reason: the first of its words that is still free, in the language in use."""
    taken: list[str] = []
    for reason in NotDoneReason:
        letters = [c.upper() for c in _(REASON_LABELS[reason]) if c.isalpha()]
        taken.append(next((c for c in letters if c not in taken), str(len(taken) + 1)))
    return tuple(taken)


def open_at(menu: QMenu, point: QPoint) -> None:
    """Show a menu without blocking; it goes away when it is closed."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(point)
