"""The file that was read: its name, how long it is, which sheet, how its dates are written, another file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from groupwork.domain.import_cells import DayOrder
from groupwork.i18n import _
from groupwork.ui.importing import words
from groupwork.ui.importing.columns import Meaning
from groupwork.ui.importing.draft import Draft
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Elided, Icon, Label
from groupwork.ui.widgets.layouts import box, column, row


class FileBar(Card):
    """`sheet` with a sheet's name, `order` with a DayOrder, `another` when another file is wanted."""

    sheet = Signal(object)
    order = Signal(object)
    another = Signal()

    def __init__(self) -> None:
        super().__init__(pad=(16, 10, 12, 10), gap=6)
        self._name, self._about = Elided("", "text", 15, 600), Elided("", "text2", 13)
        self._another = Button("", "secondary", "folder-open", small=True)
        self._sheets, self._orders = Meaning(), Meaning()
        self._sheet_words, self._order_words = Label("", "text", 13.5, 600), Label("", "text", 13.5, 600)
        self._sheet_box = box(row(self._sheet_words, self._sheets, gap=8))
        self._order_box = box(row(self._order_words, self._orders, gap=8))
        file = row(Icon("file-text", "text2", 22), (column(self._name, self._about, gap=1), 1), gap=12)
        self._across = row((box(file), 1), self._order_box, self._sheet_box, self._another, gap=14)
        self.add(self._across)
        self._another.clicked.connect(self.another)
        self._sheets.picked.connect(self.sheet)
        self._orders.picked.connect(lambda code: self.order.emit(DayOrder(code)))

    def show_draft(self, draft: Draft) -> None:
        """A file, in the language in use."""
        table = draft.table
        self._name.set_words(draft.path.name)
        kind = " · ".join(part for part in (table.encoding, table.sheet) if part)
        self._about.set_words(f"{words.rows_read(len(table.rows))} · {kind}")
        self._another.set_words(_("Another file"))
        self._sheet_words.set_words(_("Sheet"))
        self._sheets.setAccessibleName(_("Sheet of the workbook"))
        self._sheets.set_options([(name, name) for name in table.sheets])
        self._sheets.choose(table.sheet)
        self._order_words.set_words(_("Dates such as 3/4/1980"))
        self._orders.setAccessibleName(_("How dates are written"))
        self._orders.set_options(
            [
                (DayOrder.DAY_FIRST.value, _("day / month / year")),
                (DayOrder.MONTH_FIRST.value, _("month / day / year")),
            ]
        )
        self._orders.choose((draft.order or DayOrder.DAY_FIRST).value)
        unsure = draft.preview is not None and draft.preview.unsure_dates
        self._sheet_box.setVisible(len(table.sheets) > 1)
        self._order_box.setVisible(unsure)

    def set_narrow(self, narrow: bool) -> None:
        """Below one another, or in a line."""
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._across.direction() != wanted:
            self._across.setDirection(wanted)
            self._across.invalidate()
