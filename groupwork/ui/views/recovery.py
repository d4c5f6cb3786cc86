"""The recovery sheet: how it will look, print or save it, and confirm that it is on paper.

The code is drawn on the printed sheet only and never stands on the screen.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.errors import UserError
from groupwork.i18n import LANGUAGES, _, current, say
from groupwork.operations import recovery, settings
from groupwork.operations import sheets as operations
from groupwork.operations.recovery import Recovery, SheetState
from groupwork.ui import messages, paper
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.fields import TextField, labelled
from groupwork.ui.widgets.front import LANGUAGE_NAMES
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import Refusal, Scroll, Title
from groupwork.ui.widgets.pdf_pages import PdfPages

SIDE, LEAST_PAGE, ONE_COLUMN_BELOW = 330, 420, 900


class RecoveryView(View):
    """Printing makes a new code, and an older sheet useless: that is said before, and asked."""

    tables = frozenset({"setting"})

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._made: Recovery | None = None
        self._state: SheetState | None = None
        self._title, self._summary = Title(), Label("", "text2", 13.5, wrap=True)
        self._back = Button("", "secondary", "arrow-left", small=True)
        self._save = Button("", "secondary", "download", small=True)
        self._print = Button("", "primary", "printer", small=True)
        self._pages, self._refusal = PdfPages(), Refusal()
        self._build_confirm()
        self._build_options()
        titles = row(self._back, (column(self._title, self._summary, gap=1), 1), gap=8)
        self._head: Box = row((titles, 1), row(self._save, self._print, None, gap=8), gap=8)
        self._side = box(column(self._confirm, self._options, None, gap=12))
        self._body: Box = row(self._side, (self._pages, 1), gap=18)
        content = column(self._head, 10, self._refusal, (self._body, 1), gap=2, margins=(22, 2, 20, 12))
        self.setLayout(column(Scroll(box(content)), gap=0))
        self._connect()
        centre = settings.centre(self.gate.desk())
        self._paper.select(settings.PAPERS.index(centre.paper) if centre.paper in settings.PAPERS else 0)
        self._language.select(LANGUAGES.index(current().language))
        self.restyle()
        self.retranslate()

    def _build_confirm(self) -> None:
        self._confirm_head = Label("", "text", 15, 700, wrap=True)
        self._confirm_words = Label("", "text2", 13.5, wrap=True)
        self._group = TextField()
        field, self._group_label = labelled("", self._group)
        self._printed = Button("", "secondary", "check")
        line = row(self._printed, None, margins=(-3, 0, 0, 0))
        self._confirm = Card(
            self._confirm_head, self._confirm_words, box(field), box(line), gap=8, pad=(16, 14, 16, 14)
        )

    def _build_options(self) -> None:
        self._labels = [Label("", "text2", 12.5, 600) for _n in range(3)]
        self._paper = Segments(settings.PAPERS, small=True)
        self._language = Segments([LANGUAGE_NAMES[code] for code in LANGUAGES], small=True)
        self._as_text = Segments(("", ""), small=True)
        self._hint = Label("", "text2", 12.5, wrap=True)
        self._options = Card(pad=(16, 14, 16, 14), gap=6)
        for label, control in zip(self._labels, (self._paper, self._language, self._as_text), strict=True):
            self._options.add(label, control, 4)
            control.chosen.connect(self._draw)
        self._options.add(self._hint)

    def _connect(self) -> None:
        self._back.clicked.connect(self._leave)
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self._printed.clicked.connect(self._on_confirm)
        self._group.returnPressed.connect(self._on_confirm)
        for keys, slot in (("Ctrl+P", self._on_print), ("Ctrl+S", self._on_save), ("Esc", self._leave)):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(slot)

    def title(self) -> str:
        """The page's name."""
        return _("Recovery sheet")

    def show_place(self, place: Place) -> None:
        """Enter the page: a code made at an earlier visit is forgotten."""
        self._made = None
        self._group.clear()
        self._refusal.say("")
        self.refresh()

    def refresh(self) -> None:
        """Read how it stands and draw the sheet without a code."""
        self._state = self.gate.ask(recovery.sheet_state)
        self._show_state()
        self._draw()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._title.set_words(self.title())
        self._back.set_name(_("Back"))
        self._print.set_words(_("Print …"))
        self._save.set_words(_("Save PDF …"))
        words = (_("Paper"), _("Language of the sheet"), _("Show"))
        for label, text in zip(self._labels, words, strict=True):
            label.set_words(text)
        self._paper.set_words(settings.PAPERS, _("Paper"))
        self._language.set_words([LANGUAGE_NAMES[code] for code in LANGUAGES], _("Language of the sheet"))
        self._as_text.set_words((_("Pages"), _("Text")), _("Show"))
        self._hint.set_words(_("The code stands on the printed sheet only, never on the screen."))
        self._printed.set_words(_("I have printed it"))
        self._pages.retranslate()
        self.refresh()

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return (
            KeyLine("Ctrl+P", _("Print")),
            KeyLine("Ctrl+S", _("Save as PDF")),
            KeyLine("Esc", _("Back")),
        )

    def first_focus(self) -> QWidget | None:
        """Enter prints; a sheet that waits for its confirmation is confirmed first."""
        return self._group if self._waits() else self._print

    def refused(self, sentence: str) -> bool:
        """Refusals stand under the head."""
        self._refusal.say(sentence)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under 900 px at 100 % text everything stands in one column."""
        self._arrange()

    def restyle(self) -> None:
        """The side column follows the text size."""
        self._arrange()

    def _arrange(self) -> None:
        one = self.width() / theme.scale < ONE_COLUMN_BELOW
        for line in (self._head, self._body):
            line.setDirection(Box.Direction.TopToBottom if one else Box.Direction.LeftToRight)
        self._side.setMinimumWidth(0 if one else theme.size(SIDE))
        self._side.setMaximumWidth(16_777_215 if one else theme.size(SIDE))
        self._pages.setMinimumHeight(theme.size(LEAST_PAGE) if one else 0)

    def _waits(self) -> bool:
        return self._state is not None and self._state.made is not None and self._state.confirmed is None

    def _show_state(self) -> None:
        state = self._state
        if state is None:
            return
        self._summary.set_words(_summary(state, again=self._made is not None))
        self._confirm.setVisible(self._waits())
        self._print.set_kind("secondary" if self._waits() else "primary")
        self._printed.set_kind("primary" if self._waits() else "secondary")
        self._confirm_head.set_words(_("Is the sheet on paper?"))
        self._confirm_words.set_words(
            _("Type group {n} of the code from the printed sheet. Until then Today reminds you.").format(
                n=state.group
            )
        )
        words = _("Group {n} of the code").format(n=state.group)
        self._group_label.set_words(words)
        self._group.setAccessibleName(words)

    def _draw(self) -> None:
        try:
            sheet = self._sheet(None)
        except UserError as error:
            self._pages.refuse(say(error))
            return self._allow(False)
        self._pages.show_pdf(sheet.data, sheet.text, as_text=bool(self._as_text.current()))
        return self._allow(not self.gate.read_only)

    def _allow(self, allowed: bool) -> None:
        for control in (self._print, self._save, self._printed):
            control.setEnabled(allowed)

    def _sheet(self, made: Recovery | None) -> operations.Sheet:
        return recovery.recovery_sheet(
            self.gate.desk(),
            made,
            language=LANGUAGES[self._language.current() or 0],
            paper=settings.PAPERS[self._paper.current() or 0],
        )

    def _agreed(self) -> bool:
        """Whether a new code may be made; the sheet of this visit is printed again with its own code."""
        if self._made is not None or self._state is None or self._state.made is None:
            return True
        return messages.ask(
            self,
            _("Recovery sheet"),
            _("A new sheet makes the one of {day} useless: it will no longer open the centre.").format(
                day=current().day(self._state.made, year=True)
            ),
            _("Make a new sheet"),
        )

    def _final(self) -> operations.Sheet | None:
        """The sheet with its code, made at the first print or save of this visit."""
        self._refusal.say("")
        try:
            if self._made is None:
                self._made = self.gate.write(recovery.new_recovery)
            sheet = self._sheet(self._made)
        except UserError as error:
            self._refusal.say(say(error))
            return None
        self.refresh()
        return sheet

    def _on_print(self) -> None:
        if not self._print.isEnabled() or not self._agreed():
            return
        printer = messages.choose_printer(self)
        sheet = self._final() if printer is not None else None
        if printer is not None and sheet is not None:
            paper.send(sheet.data, printer)
            self.gate.announce(_("Sent to the printer"))
            self._group.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        if not self._save.isEnabled() or not self._agreed():
            return
        name = Path(recovery.FILE_NAMES[LANGUAGES[self._language.current() or 0]])
        path = messages.choose_save(self, _("Save PDF"), name, _("PDF files (*.pdf)"))
        sheet = self._final() if path is not None else None
        if path is None or sheet is None:
            return
        try:
            operations.save(self.gate.desk(), path, sheet.data)
        except (UserError, OSError) as error:
            told = say(error) if isinstance(error, UserError) else ""
            self._refusal.say(
                f"{told} {_('The PDF could not be written there. Choose another folder.')}".strip()
            )
            return
        self.gate.announce(_("Saved: {name}").format(name=path.name))

    def _on_confirm(self) -> None:
        self._refusal.say("")
        done = self.gate.do(partial(recovery.confirm_sheet, typed=self._group.text()))
        if done is not None:
            self._made = None
            self.go(Place("today", self.gate.today))

    def _leave(self) -> None:
        """To Today while it reminds, else to the settings: where one came from."""
        waits = self._state is not None and self._state.wanted
        self.go(Place("today", self.gate.today) if waits else Place("settings"))


def _summary(state: SheetState, *, again: bool) -> str:
    if state.made is None:
        return _("It opens the centre when the passphrase is forgotten. None was made yet.")
    if state.confirmed is None:
        day = current().day(state.made, year=True)
        if again:
            return _("Made on {day}, not confirmed yet.").format(day=day)
        return _("Made on {day}, not confirmed yet. A new sheet makes that one useless.").format(day=day)
    day = current().day(state.confirmed, year=True)
    return _("On paper since {day}. A new sheet makes that one useless.").format(day=day)
