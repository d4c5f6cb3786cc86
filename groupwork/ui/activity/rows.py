"""The four kinds of rows: phase, task, material or tool, hazard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from groupwork.domain.activities import LibraryTask, Material, Part, PartKind, Permission
from groupwork.i18n import _
from groupwork.ui.activity.part_row import PartRow
from groupwork.ui.activity.words import material_choices, plain
from groupwork.ui.theme import theme
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.chip_menu import ChipMenu
from groupwork.ui.widgets.in_place import InPlaceField
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, column, row
from groupwork.ui.widgets.number import NumberField
from groupwork.ui.widgets.text_area import TextArea

SIDE_BY_SIDE_FROM = 480
MARGINS, INSET = (8, 4, 6, 4), (10, 0, 0, 0)


class PhaseRow(PartRow):
    """Minutes, name, and what happens."""

    def __init__(self) -> None:
        super().__init__()
        name, words = InPlaceField(weight=600), TextArea(lines=1, most=8, quiet=True, size=14, role="text2")
        minutes = NumberField(most=720, step=5, weight=700)
        self.words, self.numbers = {"name": name, "words": words}, {"minutes": minutes}
        self._unit = Label("", "text2", 13)
        length = column(2, row(minutes, self._unit, gap=0), None, gap=0)
        what = column(row((name, 1), self.more, gap=4), words, gap=0)
        self.setLayout(row(length, (what, 1), gap=8, margins=MARGINS))
        self.follow_fields()

    def name_fields(self) -> None:
        """Names and placeholders."""
        super().name_fields()
        self._unit.set_words(_("min"))
        self.words["name"].setAccessibleName(_("Phase"))
        self.words["words"].setAccessibleName(_("{name}: what happens").format(name=self.name()))
        self.words["words"].setPlaceholderText(_("What happens"))
        self.numbers["minutes"].setAccessibleName(_("{name}: minutes").format(name=self.name()))


class TaskRow(PartRow):
    """Name, and how it is made easier or harder."""

    def __init__(self) -> None:
        super().__init__()
        name = InPlaceField(weight=600)
        easier, harder = (TextArea(lines=1, most=6, quiet=True, size=14, role="text2") for _n in range(2))
        self.words = {"name": name, "easier": easier, "harder": harder}
        self._easier, self._harder = Label("", "good_ink", 12.5, 600), Label("", "info_ink", 12.5, 600)
        self._seldom = Chip("", "neutral")
        down, up = Icon("arrow-down", "good_ink", 14), Icon("arrow-up", "info_ink", 14)
        left = column(row(down, self._easier, None, gap=5, margins=INSET), easier, None, gap=0)
        right = column(row(up, self._harder, None, gap=5, margins=INSET), harder, None, gap=0)
        self._sides: Box = row((left, 1), (right, 1), gap=8)
        line = row((name, 1), self._seldom, self.more, gap=6)
        self.setLayout(column(line, self._sides, gap=0, margins=MARGINS))
        self.follow_fields()

    def show_part(self, part: Part) -> None:
        """Without soft hyphens: they are for narrow columns, and are given back when the name is saved."""
        super().show_part(part)
        self._seldom.setVisible(isinstance(part, LibraryTask) and not part.usual)
        name = self.words["name"]
        if isinstance(part, LibraryTask) and name.text() == part.name:
            name.set_words(plain(part.name))

    def typed(self) -> Mapping[str, Any]:
        """What stands in the fields; a name that only lost its soft hyphens has not changed."""
        typed = dict(super().typed())
        if isinstance(self.part, LibraryTask) and typed["name"] == plain(self.part.name):
            typed["name"] = self.part.name
        return typed

    def name(self) -> str:
        """The task, without soft hyphens."""
        return plain(super().name())

    def name_fields(self) -> None:
        """Names and placeholders."""
        super().name_fields()
        self._easier.set_words(_("Easier"))
        self._harder.set_words(_("Harder"))
        self._seldom.set_words(_("only when chosen"))
        self.words["name"].setAccessibleName(_("Task"))
        for column_, words in (("easier", _("{name}: easier")), ("harder", _("{name}: harder"))):
            self.words[column_].setAccessibleName(words.format(name=self.name()))
            self.words[column_].setPlaceholderText("–")

    def menu(self) -> QMenu:
        """Also whether every session begins with it."""
        menu = super().menu()
        menu.addSeparator()
        usual = menu.addAction(_("In every new session"))
        usual.setCheckable(True)
        usual.setChecked(isinstance(self.part, LibraryTask) and self.part.usual)
        usual.triggered.connect(lambda on: self.changed.emit({"usual": on}))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / theme.scale >= SIDE_BY_SIDE_FROM
        self._sides.setDirection(Box.Direction.LeftToRight if wide else Box.Direction.TopToBottom)


class MaterialRow(PartRow):
    """Name, how much, and for a tool what it asks of the one who takes it."""

    def __init__(self) -> None:
        super().__init__()
        name, quantity = InPlaceField(weight=600), InPlaceField(size=14, role="text2")
        self.words = {"name": name, "quantity": quantity}
        self.kind = ChipMenu()
        self.kind.picked.connect(self._pick)
        line = row((name, 1), self.more, gap=4)
        self.setLayout(column(line, row((quantity, 1), self.kind, 4, gap=6), gap=0, margins=MARGINS))
        self.follow_fields()

    def show_part(self, part: Part) -> None:
        """What is stored."""
        super().show_part(part)
        if isinstance(part, Material):
            self.kind.choose((part.tool, part.permission if part.tool else Permission.FREE))

    def set_editable(self, editable: bool) -> None:
        """Whether it may be changed here."""
        super().set_editable(editable)
        self.kind.set_fixed(not editable)

    def name_fields(self) -> None:
        """Names and placeholders."""
        super().name_fields()
        self.words["name"].setAccessibleName(_("Material or tool"))
        self.words["quantity"].setAccessibleName(_("{name}: how much").format(name=self.name()))
        self.words["quantity"].setPlaceholderText(_("How much") if self.editable else "")
        self.kind.set_options(material_choices(), _("{name}: kind").format(name=self.name()))

    def stops(self) -> tuple[QWidget, ...]:
        """Also the chip that says what it is."""
        return (*self.words.values(), self.kind, self.more)

    def _pick(self, value: object) -> None:
        if isinstance(value, tuple):
            self.changed.emit({"tool": value[0], "permission": value[1]})


class HazardRow(PartRow):
    """What can go wrong, and what is done about it."""

    def __init__(self) -> None:
        super().__init__()
        hazard = InPlaceField(weight=600)
        control = TextArea(lines=1, most=8, quiet=True, size=14, role="text2")
        self.words = {"hazard": hazard, "control": control}
        sign = Icon("triangle-alert", "warn", 16)
        line = row(sign, (hazard, 1), self.more, gap=4)
        self.setLayout(column(line, row(16, (control, 1), gap=4), gap=0, margins=(12, 4, 6, 4)))
        self.follow_fields()

    def name_fields(self) -> None:
        """Names and placeholders."""
        super().name_fields()
        self.words["hazard"].setAccessibleName(_("Hazard"))
        self.words["control"].setAccessibleName(_("{name}: what is done about it").format(name=self.name()))
        self.words["control"].setPlaceholderText(_("What is done about it"))


ROWS: dict[PartKind, type[PartRow]] = {
    PartKind.PHASE: PhaseRow,
    PartKind.TASK: TaskRow,
    PartKind.MATERIAL: MaterialRow,
    PartKind.HAZARD: HazardRow,
}
