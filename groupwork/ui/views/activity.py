"""One activity: read at a glance, edited where it stands, each field a step that can be undone."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.activities import ActivityInfo, PartKind, minutes_left
from groupwork.domain.ids import ActivityId
from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.operations import activities as operations
from groupwork.operations import activity_parts as parts
from groupwork.operations.coming_tasks import renew_coming_tasks
from groupwork.operations.desk import Right
from groupwork.ui.activity.behind_bar import BehindBar
from groupwork.ui.activity.facts import FactsCard
from groupwork.ui.activity.part_list import PartList
from groupwork.ui.activity.phase_band import PhaseBand
from groupwork.ui.activity.uses import UsesCard
from groupwork.ui.activity.words import minutes_words
from groupwork.ui.gate import Gate
from groupwork.ui.place import BACK, Place
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.chip import CategoryTile, Chip
from groupwork.ui.widgets.flow import FlowLayout
from groupwork.ui.widgets.in_place import InPlaceField
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import EmptyState, Refusal, Scroll
from groupwork.ui.widgets.text_area import TextArea

TWO_COLUMNS_FROM = 860
WIDEST = 1240


class ActivityView(View):
    """Two columns: what happens at the left; facts, material, hazards and uses at the right."""

    tables = frozenset(
        {
            *("activity", "activity_task", "activity_phase", "activity_material", "activity_hazard"),
            *("group_", "session", "session_task", "result"),
        }
    )

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._activity: ActivityId | None = None
        self.info: ActivityInfo | None = None
        self._back = Button("", "secondary", "arrow-left", small=True)
        self._tile = CategoryTile("craft", 44)
        self.name = InPlaceField(size=23, weight=700, height=44)
        self._archived = Chip("", "neutral", "lock")
        self.copy = Button("", "ghost", "copy", small=True)
        self.archive = Button("", "ghost", small=True)
        self._refusal = Refusal()
        self._gone = EmptyState("library")
        self._aims_title = Label("", "text", 15.5, 700)
        self.aims = TextArea(lines=2, most=14, quiet=True, size=14.5)
        self.band, self.behind = PhaseBand(), BehindBar()
        self.lists = {kind: PartList(kind) for kind in PartKind}
        self.facts, self.uses = FactsCard(), UsesCard()
        self._lay_out()
        self._connect()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        buttons = FlowLayout(4)
        for widget in (self.copy, self.archive):
            buttons.addWidget(widget)
        names = row(self._back, self._tile, (self.name, 1), self._archived, gap=10)
        self._head: Box = row((names, 1), box(buttons), gap=8, margins=(-3, 0, 0, 0))
        self._aims_title.setContentsMargins(8, 0, 0, 0)
        aims = Card(self._aims_title, self.aims, pad=(10, 12, 10, 8), gap=2)
        self.lists[PartKind.PHASE].above.add(row(self.band, margins=(8, 2, 8, 6)))
        self.lists[PartKind.TASK].above.add(row(self.behind, margins=(8, 2, 8, 4)))
        lists = self.lists
        left = column(aims, lists[PartKind.PHASE], lists[PartKind.TASK], self.uses, None, gap=14)
        right = column(self.facts, lists[PartKind.MATERIAL], lists[PartKind.HAZARD], None, gap=14)
        self._columns: Box = row((box(left), 16), (box(right), 10), gap=16)
        self._content = box(self._columns)
        page = column(self._head, self._refusal, self._content, self._gone, None, gap=10)
        page.set_margins((24, 6, 20, 16))
        self._inner = box(page)
        self._scroll = Scroll(box(row((self._inner, 100), (QWidget(), 1), gap=0)))
        self.setLayout(column(self._scroll, gap=0))

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.go(BACK))
        self.name.editingFinished.connect(self._save_name)
        self.aims.finished.connect(self._save_aims)
        self.copy.clicked.connect(self._duplicate)
        self.archive.clicked.connect(self._turn_archive)
        self.facts.changed.connect(self._change)
        self.behind.wanted.connect(self._renew)
        self.uses.wanted.connect(self.go)
        for each in self.lists.values():
            each.added.connect(self._add)
            each.changed.connect(self._change_part)
            each.moved.connect(self._move)
            each.removed.connect(lambda kind, part: self.gate.do(parts.remove_part, kind, part))
            each.refused.connect(self._refusal.say)

    def title(self) -> str:
        """The activity's name."""
        return self.info.line.name if self.info is not None else _("Activity")

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys."""
        return (
            KeyLine("Alt+Up  Alt+Down", _("Move the phase, task, material or hazard up or down")),
            KeyLine("Alt+Del", _("Remove it")),
            KeyLine("Enter", _("In the last line of a list: add what is typed, and go on")),
        )

    def first_focus(self) -> QWidget | None:
        """A new activity begins with its aims; one that is there is read first."""
        if self.info is not None and self._may() and not self.info.aims:
            return self.aims
        return None

    def restyle(self) -> None:
        """Widths at the present text size."""
        self._inner.setMaximumWidth(theme.size(WIDEST))
        self._arrange()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._back.set_name(_("Back"))
        self.name.setAccessibleName(_("Name of the activity"))
        self._archived.set_words(_("archived"))
        self.copy.set_words(_("Make a copy"))
        self._aims_title.set_words(_("Aims"))
        self.aims.setAccessibleName(_("Aims"))
        self.aims.setPlaceholderText(_("What it is for, and what people can gain from it"))
        self._gone.set_words(_("This activity is not there"), _("It was removed, or its making was undone."))
        self.facts.retranslate()
        for each in self.lists.values():
            each.retranslate()
        if self.info is not None:
            self._show(self.info)

    def show_place(self, place: Place) -> None:
        """Enter at an activity."""
        if place.activity is not None and place.activity != self._activity:
            self.unfinished()  # what is typed belongs to the one before
            self._activity, self.info = place.activity, None
            self._scroll.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Read the activity again."""
        self._refusal.say("")
        self.info = None
        if self._activity is not None:
            try:
                self.info = operations.activity(self.gate.desk(), self._activity)
            except UserError as error:
                self._gone.set_words(_("This activity is not there"), say(error))
        there = self.info is not None
        for widget in (self._content, self.copy, self.archive, self._tile, self.name, self._archived):
            widget.setVisible(there)
        self._gone.setVisible(not there)
        if self.info is not None:
            self._show(self.info)

    def unfinished(self) -> dict[str, Words]:
        """The window goes away: what is typed in a field is saved as if the field were left."""
        self._save_name()
        self._save_aims()
        for each in self.lists.values():
            each.save()
        return {}

    def refused(self, sentence: str) -> bool:
        """Refusals stand above the cards."""
        self._refusal.say(sentence)
        self._scroll.ensureWidgetVisible(self._refusal)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _may(self) -> bool:
        return self.gate.desk().may(Right.PLAN) and not self.gate.read_only

    def _arrange(self) -> None:
        wide = self.width() / theme.scale >= TWO_COLUMNS_FROM
        direction = Box.Direction.LeftToRight if wide else Box.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._head.setDirection(direction)

    def _show(self, info: ActivityInfo) -> None:
        may, line = self._may(), info.line
        self._tile.set_category(line.category.value)
        if not self.name.being_typed():
            self.name.set_words(line.name)
        self.name.set_editable(may)
        self._archived.setVisible(not line.active)
        self.archive.set_words(_("Archive") if line.active else _("Bring back"))
        for button in (self.copy, self.archive):
            button.setVisible(may)
        if not self.aims.being_typed():
            self.aims.set_words(info.aims)
        self.aims.setReadOnly(not may)
        self.facts.show_activity(info)
        self.facts.set_editable(may)
        for kind, each in self.lists.items():
            each.show_parts(info.parts(kind))
            each.set_editable(may)
        self._show_plan(info)
        self.behind.show_behind(len(info.behind), editable=may)
        self.uses.show_activity(info)
        self._order_stops()

    def _order_stops(self) -> None:
        """Tab goes through the left column, then through the right one: rows come and go."""
        lists = self.lists
        stops = (
            *(self._back, self.name, self.copy, self.archive, self.aims),
            *(*lists[PartKind.PHASE].stops(), self.behind.renew, *lists[PartKind.TASK].stops()),
            *(*self.uses.stops(), *self.facts.stops()),
            *(*lists[PartKind.MATERIAL].stops(), *lists[PartKind.HAZARD].stops()),
        )
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _show_plan(self, info: ActivityInfo) -> None:
        """The band, and in words when the phases are not as long as the activity."""
        self.band.show_plan(info.phases, info.line.minutes, info.line.category.value)
        left, whole = minutes_left(info.line.minutes, info.phases), minutes_words(info.line.minutes)
        if not info.phases or left == 0:
            words, role = whole if info.phases else "", "text2"
        elif left > 0:
            words, role = _("{n} min of {whole} not planned yet").format(n=left, whole=whole), "warn_ink"
        else:
            words, role = _("{n} min longer than {whole}").format(n=-left, whole=whole), "bad_ink"
        self.lists[PartKind.PHASE].say_aside(words, role)

    def _change(self, column: str, value: Any) -> None:
        if self._activity is None:
            return
        self._refusal.say("")
        fields: Any = {column: value}
        if self.gate.do(operations.change_activity, self._activity, **fields) is None and self.info:
            self.facts.show_activity(self.info)
            self.name.set_words(self.info.line.name)

    def _save_name(self) -> None:
        typed = self.name.text().strip()
        if self.info is not None and typed != self.info.line.name:
            self._change("name", typed)

    def _save_aims(self) -> None:
        typed = self.aims.text().strip()
        if self.info is not None and typed != self.info.aims:
            self._change("aims", typed)

    def _add(self, kind: PartKind, typed: str) -> None:
        if self._activity is None or self.info is None:
            return
        fields: Any = {"hazard" if kind is PartKind.HAZARD else "name": typed}
        if kind is PartKind.PHASE:
            fields["minutes"] = max(5, minutes_left(self.info.line.minutes, self.info.phases))
        if self.gate.do(parts.add_part, self._activity, kind, **fields) is None:
            self.lists[kind].give_back(typed)

    def _change_part(self, kind: PartKind, part: int, fields: Any) -> None:
        self._refusal.say("")
        self.gate.do(parts.change_part, kind, part, **fields)

    def _move(self, kind: PartKind, part: int, by: int) -> None:
        self.gate.do(parts.move_part, kind, part, by)

    def _duplicate(self) -> None:
        if self._activity is not None:
            self.unfinished()  # a click leaves the focus where it is
            made = self.gate.do(operations.duplicate_activity, self._activity)
            if made is not None:
                self.go(Place("activity", activity=made.id))

    def _turn_archive(self) -> None:
        if self.info is not None:
            act = operations.archive_activity if self.info.line.active else operations.bring_back_activity
            self.gate.do(act, self.info.id)

    def _renew(self) -> None:
        if self._activity is not None:
            self.gate.do(renew_coming_tasks, self._activity)
