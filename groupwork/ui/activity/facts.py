"""An activity's facts: category, length, people, staff, method, care, where, and its short name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from groupwork.domain.activities import ActivityInfo
from groupwork.domain.activity_fields import MOST_MINUTES, MOST_PLACES, MOST_STAFF
from groupwork.i18n import N_, _
from groupwork.ui import fonts
from groupwork.ui.activity.words import category_choices, hazard_choices, method_choices, plain
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.chip_menu import ChipMenu
from groupwork.ui.widgets.in_place import InPlaceField
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Item, box, row
from groupwork.ui.widgets.number import NumberField

LABELS = {
    "category": N_("Category"),
    "minutes": N_("Length"),
    "people": N_("People"),
    "staff": N_("Staff"),
    "ratio": N_("One staff for every"),
    "method": N_("Method"),
    "hazard": N_("Care needed"),
    "short": N_("Short name"),
}
NUMBERS = {
    "minutes": N_("Length in minutes"),
    "min_people": N_("At least so many people"),
    "max_people": N_("At most so many people"),
    "staff": N_("Staff at least"),
    "people_per_staff": N_("So many people for each of the staff"),
}


class Truth(QCheckBox):
    """A check box with words that follow the text size."""

    def __init__(self) -> None:
        super().__init__()
        self.restyle()

    def restyle(self) -> None:
        """Font at the present text size."""
        self.setFont(fonts.font(14))


class FactsCard(Card):
    """`changed` carries a column and its new value."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(pad=(16, 12, 12, 12), gap=6)
        self.chips = {"category": ChipMenu(), "method": ChipMenu(), "hazard": ChipMenu()}
        self.numbers = {
            "minutes": NumberField(most=MOST_MINUTES, step=5),
            "min_people": NumberField(most=MOST_PLACES, optional=True, width=40),
            "max_people": NumberField(most=MOST_PLACES, optional=True, width=40),
            "staff": NumberField(most=MOST_STAFF, width=40),
            "people_per_staff": NumberField(most=MOST_PLACES, optional=True, width=40),
        }
        self.short = InPlaceField()
        self.truths = {"off_site": Truth(), "records_mood": Truth()}
        self._labels = {code: Label("", "text2", 14) for code in LABELS}
        self._units = [Label("", "text2", 14) for _n in range(4)]
        self._stored_short = ""
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        n, (minutes, to, people, share) = self.numbers, self._units
        lines: dict[str, tuple[Item, ...]] = {
            "category": (self.chips["category"], None),
            "minutes": (n["minutes"], minutes, None),
            "people": (n["min_people"], to, n["max_people"], people, None),
            "staff": (n["staff"], None),
            "ratio": (n["people_per_staff"], share, None),
            "method": (self.chips["method"], None),
            "hazard": (self.chips["hazard"], None),
            "short": ((self.short, 1),),
        }
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self._grid = grid
        for number, (code, controls) in enumerate(lines.items()):
            grid.addWidget(self._labels[code], number, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(box(row(*controls, gap=4)), number, 1)
        self.add(box(grid))
        for truth in self.truths.values():
            self.add(truth)
        self.restyle()

    def _connect(self) -> None:
        for column, chip in self.chips.items():
            chip.picked.connect(lambda value, c=column: self.changed.emit(c, value))
        for column, number in self.numbers.items():
            number.changed.connect(lambda value, c=column: self.changed.emit(c, value))
        for column, truth in self.truths.items():
            truth.clicked.connect(lambda on, c=column: self.changed.emit(c, on))
        self.short.editingFinished.connect(self._save_short)

    def restyle(self) -> None:
        """Gaps at the present text size."""
        if hasattr(self, "_grid"):
            self._grid.setHorizontalSpacing(theme.size(10))
            self._grid.setVerticalSpacing(theme.size(1))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for code, label in self._labels.items():
            label.set_words(_(LABELS[code]))
        for unit, words in zip(self._units, (_("minutes"), "–", _("people"), _("people")), strict=True):
            unit.set_words(words)
        self.chips["category"].set_options(category_choices(), _("Category"))
        self.chips["method"].set_options(method_choices(), _("Method"))
        self.chips["hazard"].set_options(hazard_choices(), _("Care needed"))
        for column, number in self.numbers.items():
            number.setAccessibleName(_(NUMBERS[column]))
        self.short.setAccessibleName(_("Short name for the calendar"))
        self.short.setPlaceholderText(_("For narrow blocks of the calendar"))
        self.truths["off_site"].setText(_("Outside of the centre"))
        self.truths["records_mood"].setText(_("Mood before and after is recorded"))

    def show_activity(self, info: ActivityInfo) -> None:
        """Show what is stored."""
        line = info.line
        self.chips["category"].choose(line.category)
        self.chips["method"].choose(info.method)
        self.chips["hazard"].choose(line.hazard)
        for column, number in self.numbers.items():
            number.set_value(getattr(line, column))
        self._stored_short = line.short
        self.short.set_words(plain(line.short))
        for column, truth in self.truths.items():
            truth.setChecked(bool(getattr(info, column)))

    def set_editable(self, editable: bool) -> None:
        """Whether the facts may be changed here."""
        for chip in self.chips.values():
            chip.set_fixed(not editable)
        for field in (*self.numbers.values(), self.short):
            field.set_editable(editable)
        for truth in self.truths.values():
            truth.setEnabled(editable)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in the order it is seen."""
        n = self.numbers
        return (
            self.chips["category"],
            *(n[c] for c in NUMBERS),
            self.chips["method"],
            self.chips["hazard"],
            self.short,
            *self.truths.values(),
        )

    def _save_short(self) -> None:
        """A short name that only lost its soft hyphens has not changed."""
        typed = self.short.text().strip()
        if typed not in (self._stored_short, plain(self._stored_short)):
            self.changed.emit("short", typed)
