"""A sheet before it is printed: the pages as they will be, the same as text, print and save."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from groupwork.errors import UserError
from groupwork.i18n import _, current, ngettext, say
from groupwork.operations import settings
from groupwork.operations import sheets as operations
from groupwork.ui import messages, paper
from groupwork.ui.background import Report
from groupwork.ui.gate import Gate
from groupwork.ui.place import BACK, Place
from groupwork.ui.preview.kinds import Drawing, kind_of, options_of, title_of, turned
from groupwork.ui.preview.options import Options
from groupwork.ui.preview.wish import Wish
from groupwork.ui.theme import theme
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.label import Elided, Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import Scroll
from groupwork.ui.widgets.pdf_pages import PdfPages

OPTIONS = 250
LEAST_PAGE = 320
ONE_COLUMN_BELOW = 900


def _send(data: bytes, printer: QPrinter, report: Report) -> int:
    """The job of printing, on a thread of its own."""
    return paper.send(data, printer, report.progress, report.cancelled)


class PreviewView(View):
    """The session sheet of a session, all sheets of a day or a week in one, or the fire list."""

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._place = Place("preview")
        self._sheet: operations.Sheet | None = None
        self._pages = PdfPages()
        self._document, self._text = self._pages.document, self._pages.words
        self._drawing = Drawing(gate, self._refuse, self)
        self._printing = Drawing(gate, gate.refused.emit, self)
        self._options = Options(gate.today)
        self._span, self._form, self._large = self._options.span, self._options.form, self._options.large
        self._paper, self._as_text = self._options.paper, self._options.as_text
        self._options.changed.connect(self._on_option)
        self._options.turned.connect(self._on_span)
        self._options.shown_as.connect(self._on_kind)
        self._title = Elided("", "text", 23, 700)
        self._summary = Label("", "text2", 13.5, typed=True)
        self._back = Button("", "secondary", "arrow-left", small=True)
        self._before = Button("", "secondary", "chevron-left", small=True)
        self._after = Button("", "secondary", "chevron-right", small=True)
        self._print = Button("", "primary", "printer", small=True)
        self._save = Button("", "secondary", "download", small=True)
        self._back.clicked.connect(self._leave)
        self._before.clicked.connect(partial(self._turn, -1))
        self._after.clicked.connect(partial(self._turn, 1))
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        turn = box(row(self._before, self._after, gap=0))
        title = column(self._title, self._summary, gap=1)
        head = row(self._back, (title, 1), turn, self._save, self._print, gap=8)
        self._body: Box = row(self._options, (self._pages, 1), gap=18)
        content = column(head, 12, (self._body, 1), gap=0, margins=(22, 2, 20, 12))
        self.setLayout(column(Scroll(box(content)), gap=0))
        for keys, slot in (
            ("Ctrl+P", self._on_print),
            ("Ctrl+S", self._on_save),
            ("Ctrl+PgUp", partial(self._turn, -1)),
            ("Ctrl+PgDown", partial(self._turn, 1)),
            ("Esc", self._leave),
        ):
            shortcut = QShortcut(
                QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(slot)
        self._choose_defaults()
        self.restyle()
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return _("Print preview")

    def show_place(self, place: Place) -> None:
        """Show the sheet of a session or of a day; blank while nothing is recorded, else the record."""
        self._place = place
        kind = kind_of(place)
        self._options.show_kind(options_of(place), versions=place.part.endswith(".versions"))
        self._name_turns(kind)
        self.refresh()

    def refresh(self) -> None:
        """Draw the sheet again with the chosen options."""
        if kind_of(self._place):
            self._drawing.draw(self._place, self._wish(), self._show, preview=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Somebody went elsewhere: sheets of a week that are still being drawn are given up."""
        super().hideEvent(event)
        self._drawing.stop()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._back.set_name(_("Back"))
        self._print.set_words(_("Print …"))
        self._save.set_words(_("Save PDF …"))
        self._options.retranslate()
        self._name_turns(kind_of(self._place))
        self._pages.retranslate()
        self.refresh()

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("Ctrl+P", _("Print")),
            KeyLine("Ctrl+S", _("Save as PDF")),
            KeyLine("Ctrl+PgUp  Ctrl+PgDown", _("Sheets of the day or week before, or after")),
            KeyLine("Esc", _("Back")),
        )

    def first_focus(self) -> QWidget | None:
        """Enter prints; where there is nothing to print it looks at the next day or week."""
        turns = self._sheet is None and self._after.isVisibleTo(self)
        return self._after if turns else self._print

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under 900 px at 100 % text the options stand above the pages."""
        self._arrange()

    def restyle(self) -> None:
        """The options follow the text size."""
        self._arrange()

    def _arrange(self) -> None:
        one = self.width() / theme.scale < ONE_COLUMN_BELOW
        # in one column the sheet comes first
        self._body.setDirection(Box.Direction.BottomToTop if one else Box.Direction.LeftToRight)
        width = max(theme.size(OPTIONS), self._options.wide())
        self._options.setMinimumWidth(0 if one else width)
        self._options.setMaximumWidth(16_777_215 if one else width)
        self._pages.setMinimumHeight(theme.size(LEAST_PAGE) if one else 0)

    def _choose_defaults(self) -> None:
        centre = settings.centre(self.gate.desk())
        self._options.choose(centre.paper, current().language)

    def _wish(self) -> Wish:
        return self._options.wish()

    def _show(self, sheet: operations.Sheet) -> None:
        self._sheet = sheet
        title, when = title_of(self._place, sheet, self.gate)
        self._title.set_words(title)
        self._options.show_name(sheet.person)
        if self._form.current() is None and sheet.session is not None:
            self._form.select(1 if sheet.record else 0)
        self._pages.show_pdf(sheet.data, sheet.text, as_text=bool(self._as_text.current()))
        pages = ngettext("{n} page", "{n} pages", sheet.pages).format(n=sheet.pages)
        summary = f"{when}  ·  {pages}"
        if sheet.not_printable:
            left_out = _("printed in Latin letters only: {codes}").format(
                codes=", ".join(sheet.not_printable)
            )
            summary = f"{summary}  ·  {left_out}"
        self._summary.set_words(summary)
        for button in (self._print, self._save):
            button.setEnabled(True)

    def _refuse(self, sentence: str) -> None:
        self._sheet = None
        title, when = title_of(self._place, None, self.gate) if self._place.session is None else ("", "")
        self._title.set_words(title)
        self._summary.set_words(when)
        self._pages.refuse(sentence)
        for button in (self._print, self._save):
            button.setEnabled(False)

    def _on_option(self) -> None:
        self.refresh()

    def _on_kind(self) -> None:
        if self._sheet is not None:
            self._pages.choose(as_text=bool(self._as_text.current()))

    def _on_print(self) -> None:
        if self._sheet is None:
            return
        printer = messages.choose_printer(self)
        if printer is None:
            return
        self._final(partial(self._print_out, printer))

    def _print_out(self, printer: QPrinter, sheet: operations.Sheet) -> None:
        self.gate.long(_("Printing"), partial(_send, sheet.data, printer), self._sent)

    def _sent(self, pages: int) -> None:
        words = ngettext("{n} page sent to the printer", "{n} pages sent to the printer", pages)
        self.gate.announce(words.format(n=pages))

    def _on_save(self) -> None:
        if self._sheet is None:
            return
        path = messages.choose_save(self, _("Save PDF"), Path(self._sheet.file_name), _("PDF files (*.pdf)"))
        if path is None:
            return
        self._final(partial(self._keep, path))

    def _keep(self, path: Path, sheet: operations.Sheet) -> None:
        try:
            operations.save(self.gate.desk(), path, sheet.data)
        except (UserError, OSError) as error:
            told = say(error) if isinstance(error, UserError) else ""
            where = _("The PDF could not be written there. Choose another folder.")
            self.gate.refused.emit(f"{told} {where}".strip())
            return
        self.gate.announce(_("Saved: {name}").format(name=path.name))

    def _final(self, then: Callable[[operations.Sheet], None]) -> None:
        """The sheet for paper: with its own number, stored and in the journal."""
        self._printing.draw(self._place, self._wish(), then, preview=False)

    def _on_span(self, at: int) -> None:
        self.show_place(replace(self._place, part="week" if at else ""))

    def _turn(self, by: int) -> None:
        """The sheets of the day or week before or after; a session and the fire list stand for themselves."""
        if kind_of(self._place) in ("day", "week"):
            self.show_place(turned(self._place, by, self.gate))

    def _name_turns(self, kind: str) -> None:
        week = kind == "week"
        for button in (self._before, self._after):
            button.setVisible(kind in ("day", "week"))
        self._before.set_name(_("Week before") if week else _("Day before"))
        self._after.set_name(_("Week after") if week else _("Day after"))

    def _leave(self) -> None:
        self.go(BACK)
