"""The centre: what it is called and how it is reached, when it is open, its sheets and its logo."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from groupwork.domain.pictures import ReadPicture
from groupwork.i18n import LANGUAGES, N_, _
from groupwork.operations import logo
from groupwork.operations import settings as operations
from groupwork.operations.settings import Centre
from groupwork.ui import messages
from groupwork.ui.background import Report
from groupwork.ui.gate import Gate
from groupwork.ui.settings.hours import HoursField
from groupwork.ui.settings.logo import LogoField
from groupwork.ui.settings.part import SettingsPart
from groupwork.ui.theme import theme
from groupwork.ui.view import Go
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.form import Field, FieldTable
from groupwork.ui.widgets.front import LANGUAGE_NAMES
from groupwork.ui.widgets.page import SectionHead
from groupwork.ui.widgets.text_area import TextArea

FIELD_WIDTH = 300
LINES = ("centre", "phone", "email", "meeting_point")

NAMED = {"centre": "name"}
"""What a line's setting is called in `Centre`, where that differs."""


class CentrePart(SettingsPart):
    """Each field saves when one leaves it."""

    tables = frozenset({"setting", "picture"})

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(gate, go)
        self.lines = {key: TextField() for key in LINES}
        self.address = TextArea(lines=2, most=5)
        self.sheets = Segments([LANGUAGE_NAMES[code] for code in LANGUAGES])
        self.paper = Segments(list(operations.PAPERS))
        self.hours, self.logo = HoursField(), LogoField()
        self._tables = tuple(FieldTable(fields) for fields in self._fields())
        self._heads = tuple(SectionHead() for _table in self._tables)
        for head, table in zip(self._heads, self._tables, strict=True):
            self.page.add(head, table, 10)
        self.page.add(None)
        self._connect()
        self.restyle()

    def _fields(self) -> tuple[tuple[Field, ...], ...]:
        about_logo = N_("On the day pack and the recovery sheet, in black and white. PNG, JPEG, BMP or WebP")
        return (
            (
                Field(N_("Name of the centre"), self.lines["centre"], N_("Stands on every sheet")),
                Field(N_("Address"), self.address),
                Field(N_("Telephone"), self.lines["phone"]),
                Field(N_("E-mail"), self.lines["email"]),
                Field(
                    N_("Meeting point"), self.lines["meeting_point"], N_("Where all gather; on the fire list")
                ),
                Field(N_("Logo"), self.logo, about_logo),
            ),
            (
                Field(
                    N_("Opening hours"),
                    self.hours,
                    N_("For the week view, the use of rooms, and which holidays matter"),
                ),
            ),
            (
                Field(N_("Language of the sheets"), self.sheets, N_("People may have one of their own")),
                Field(N_("Paper"), self.paper),
            ),
        )

    def _connect(self) -> None:
        for key, line in self.lines.items():
            line.editingFinished.connect(partial(self._line_left, key))
        self.address.finished.connect(self._address_left)
        self.sheets.chosen.connect(lambda index: self._set("language", LANGUAGES[index]))
        self.paper.chosen.connect(lambda index: self._set("paper", operations.PAPERS[index]))
        self.hours.changed.connect(lambda hours: self._set("hours", hours))
        self.logo.wanted.connect(self._read_logo)
        self.logo.choose.clicked.connect(self._choose_logo)
        self.logo.remove.clicked.connect(self._remove_logo)

    def restyle(self) -> None:
        """Widths at the present text size."""
        for field in (*self.lines.values(), self.address):
            field.setMinimumWidth(theme.size(FIELD_WIDTH))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        words = (_("Name and address"), _("Opening hours"), _("Sheets"))
        for head, text in zip(self._heads, words, strict=True):
            head.set_words(text)
        names = [LANGUAGE_NAMES[code] for code in LANGUAGES]
        self.sheets.set_words(names, _("Language of the sheets"))
        self.paper.set_words(list(operations.PAPERS), _("Paper"))
        self.hours.retranslate()
        self.logo.retranslate()
        for table in self._tables:
            table.retranslate()

    def refresh(self) -> None:
        """Show what is set."""
        centre = self.gate.ask(operations.centre)
        if centre is None:
            return
        self._show_lines(centre)
        self.sheets.select(LANGUAGES.index(centre.language) if centre.language in LANGUAGES else None)
        known = centre.paper in operations.PAPERS
        self.paper.select(operations.PAPERS.index(centre.paper) if known else None)
        self.hours.show_hours(centre.hours)
        may = self.may()
        for control in (*self.lines.values(), self.address, self.sheets, self.paper, self.hours):
            control.setEnabled(may)
        stored = self.gate.ask(logo.logo)
        self.logo.show_data(stored.data if stored is not None else None, may=may)

    def first_focus(self) -> QWidget | None:
        """The name."""
        return self.lines["centre"]

    def _show_lines(self, centre: Centre) -> None:
        stored = {key: getattr(centre, NAMED.get(key, key)) for key in LINES}
        for key, line in self.lines.items():
            if not line.hasFocus():
                line.setText(stored[key])
        if not self.address.hasFocus():
            self.address.set_words(centre.address)

    def _line_left(self, key: str) -> None:
        centre = self.gate.ask(operations.centre)
        if centre is None:
            return
        if self.lines[key].text().strip() != getattr(centre, NAMED.get(key, key)):
            self._set(key, self.lines[key].text())

    def _address_left(self) -> None:
        centre = self.gate.ask(operations.centre) if self.gate.open else None
        if centre is not None and self.address.text().strip() != centre.address:
            self._set("address", self.address.text())

    def _set(self, key: str, value: object) -> None:
        self.attempt(partial(self.gate.write, operations.set_setting, key, value))

    def _choose_logo(self) -> None:
        path = messages.choose_picture(self.window(), Path.home())
        if path is not None:
            self._read_logo(path)

    def _read_logo(self, path: Path) -> None:
        """Off the window's thread: a large photograph takes its time."""
        self.refusal.say("")
        desk = self.gate.desk()

        def work(_report: Report) -> ReadPicture:
            return logo.read_logo(desk, path)

        self.gate.long(_("Reading the picture"), work, self._keep_logo)

    def _keep_logo(self, picture: ReadPicture) -> None:
        self.attempt(partial(self.gate.write, logo.set_logo, picture))

    def _remove_logo(self) -> None:
        if self.attempt(partial(self.gate.write, logo.remove_logo)):
            self.logo.choose.setFocus()
