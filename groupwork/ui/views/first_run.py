"""First run: one page from nothing to an open centre. Three fields, one of them already filled."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from groupwork.errors import UserError
from groupwork.i18n import N_, _, current, say
from groupwork.operations import first_run
from groupwork.operations.vault import OpenFile
from groupwork.ui import background, fonts, messages
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.choice_card import ChoiceCard
from groupwork.ui.widgets.fields import TextField, labelled
from groupwork.ui.widgets.front import Front
from groupwork.ui.widgets.label import Elided, Icon, Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.new_passphrase import NewPassphrase
from groupwork.ui.widgets.page import Refusal, SectionHead

ONE_COLUMN_BELOW = 560
CARDS_ONE_COLUMN_BELOW = 720


class Radio(QRadioButton):
    """A radio button whose words follow the text size."""

    def __init__(self) -> None:
        super().__init__()
        self.restyle()

    def restyle(self) -> None:
        """Font at the present text size."""
        self.setFont(fonts.font(14))


class Make(Protocol):
    """Makes the centre at a path, with its name, the person, the passphrase and the language."""

    def __call__(
        self, path: Path, centre: str, your_name: str, passphrase: str, language: str, *, examples: bool
    ) -> OpenFile:
        """The new centre, open."""


class FirstRunView(Front):
    """`opened` carries the OpenFile and whether the recovery sheet is wanted now; `demo` a language;
    `elsewhere` when there is a centre already."""

    opened = Signal(object, bool)
    demo = Signal(str)
    elsewhere = Signal()

    def __init__(self, make: Make = first_run.make_centre) -> None:
        super().__init__()
        self._make, self._path = make, first_run.suggested_path()
        self._busy = False
        self._error: UserError | None = None
        self._title, self._about = Label("", "text", 30, 700), Label("", "text2", 15, wrap=True)
        self.head.add((column(self._title, self._about, gap=2), 1))
        self._build_fields()
        self._build_place()
        self._build_start()
        self.secret.add(box(self._sheet))
        self.body.add(20, self._names, 18, self.secret, 18, self._start_head, 6)
        self.body.add(self._starts, 10, box(self._where), 6, self._refusal, 6, box(self._foot))
        self._name.returnPressed.connect(self._person.setFocus)
        self._person.returnPressed.connect(self.submit)
        self.secret.submitted.connect(self.submit)
        self._choose.clicked.connect(self._choose_place)
        self._go.clicked.connect(self.submit)
        self._other.clicked.connect(self.elsewhere)
        self.retranslate()

    def _build_fields(self) -> None:
        self._name, self._person = TextField(), TextField()
        name, self._name_label = labelled("", self._name)
        person, self._person_label = labelled("", self._person)
        self._names: Box = row((box(name), 1), (box(person), 1), gap=16)
        self.secret = NewPassphrase()
        self._now, self._later = Radio(), Radio()
        self._sheets = QButtonGroup(self)
        for radio in (self._now, self._later):
            self._sheets.addButton(radio)
        self._now.setChecked(True)
        self._sheet: Box = row(self._now, 10, self._later, None, gap=8)

    def _build_place(self) -> None:
        self._place = Elided("", "text2", 13.5)
        self._choose = Button("", "ghost", "folder-open", small=True)
        self._where: Box = row(Icon("hard-drive", "text2", 18), (self._place, 1), self._choose, gap=8)

    def _build_start(self) -> None:
        self._start_head = SectionHead()
        self._empty, self._examples = ChoiceCard("file-plus"), ChoiceCard("library")
        self._demo = ChoiceCard("sparkles")
        self._cards = (self._empty, self._examples, self._demo)
        self._choices = QButtonGroup(self)
        for card in self._cards:
            self._choices.addButton(card)
        self._empty.setChecked(True)
        self._choices.buttonClicked.connect(self._show_choice)
        self._starts: Box = row(*((card, 1) for card in self._cards), gap=12)
        self._refusal = Refusal()
        self._note = Label("", "text2", 13, wrap=True)
        self._other = Button("", "ghost", "log-in")
        self._go = Button("", "primary", after="arrow-right")
        self._foot: Box = row((self._note, 1), self._other, self._go, gap=4, margins=(0, 0, -3, 0))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.show_language()
        self._title.set_words(_("Set up your centre"))
        self._about.set_words(_("One page, about a minute. Names and sheets can be changed later."))
        for label, field, words in (
            (self._name_label, self._name, _("Name of your centre")),
            (self._person_label, self._person, _("Your name")),
        ):
            label.set_words(words)
            field.setAccessibleName(words)
        self.secret.retranslate()
        self._now.setText(_("Print the recovery sheet now"))
        self._later.setText(_("Remind me every day"))
        self._start_head.set_words(_("Start with"))
        self._empty.set_words(_("Empty centre"), _("Your own people, activities and sessions"))
        self._examples.set_words(
            _("With the example library"), _("Activities with phases, tasks and materials, yours to change")
        )
        self._demo.set_words(_("Demo centre"), _("Look around first, with invented people and sessions"))
        self._choose.set_words(_("Choose another place …"))
        self._note.set_words(_("Without the passphrase or the recovery sheet nobody can open the data."))
        self._other.set_words(_("Open a centre …"))
        self._show_place()
        self._show_choice()
        if self._error is not None:
            self._refusal.say(say(self._error))

    def begin(self) -> None:
        """Typing starts with the centre's name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Make the centre with what is typed, off the window's thread, or ask for the demo."""
        if self._busy:
            return
        if self._demo.isChecked():
            self.demo.emit(current().language)
            return
        self._refuse(None)
        for field in (self._name, self._person):
            if not field.text().strip():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                self._refuse(UserError(self._missing(field)))
                return
        told = (self._path, self._name.text(), self._person.text(), self.secret.text(), current().language)
        examples = self._examples.isChecked()
        self._set_busy(True)
        background.run(lambda _report: self._made(*told, examples), self._done, self._failed)

    def _missing(self, field: QWidget) -> str:
        return N_("Type the name of your centre.") if field is self._name else N_("Type your name.")

    def _made(
        self, path: Path, centre: str, person: str, secret: str, language: str, examples: bool
    ) -> OpenFile:
        file = self._make(path, centre, person, secret, language, examples=examples)
        file.detach()
        return file

    def _done(self, file: OpenFile) -> None:
        self.secret.forget()
        file.attach()
        self.opened.emit(file, self._now.isChecked())

    def _failed(self, error: UserError) -> None:
        self._set_busy(False)
        self._refuse(error)
        field = self.secret.field if self.secret.own else self._name
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_place(self) -> None:
        kinds = _("Groupwork centres ({pattern})").format(pattern=f"*{first_run.SUFFIX}")
        chosen = messages.choose_save(self, _("Where the centre’s file lies"), Path(self._path.name), kinds)
        if chosen is None:
            return
        try:
            self._path = first_run.require_place(chosen)
        except UserError as error:
            self._refuse(error)
            return
        self._refuse(None)
        self._show_place()

    def _refuse(self, error: UserError | None) -> None:
        self._error = error
        self._refusal.say(say(error) if error is not None else "")

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show_choice()

    def _show_place(self) -> None:
        self._place.set_words(_("The data will lie in {file}").format(file=self._path))

    def _show_choice(self) -> None:
        demo = self._demo.isChecked()
        for widget in (self._name, self._person, self.secret, self._now, self._later, self._choose):
            widget.setEnabled(not demo and not self._busy)
        for card in (*self._cards, self._other, self._go):
            card.setEnabled(not self._busy)
        words = _("Open the demo centre") if demo else _("Start")
        self._go.set_words(_("Making your centre …") if self._busy else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Columns at the present text size."""
        super().restyle()
        self._arrange()

    def _arrange(self) -> None:
        one = self.content_width() < ONE_COLUMN_BELOW
        direction = Box.Direction.TopToBottom if one else Box.Direction.LeftToRight
        for line in (self._names, self._sheet, self._where, self._foot):
            line.setDirection(direction)
        one = self.content_width() < CARDS_ONE_COLUMN_BELOW
        self._starts.setDirection(Box.Direction.TopToBottom if one else Box.Direction.LeftToRight)
