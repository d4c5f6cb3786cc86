"""What can be chosen about a sheet before it is printed; each kind of sheet shows what it knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.note_sheet import NameShown
from groupwork.i18n import _
from groupwork.ui.preview.wish import FORMS, LANGUAGES, PAPERS, Wish
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.date_field import DateField
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column

PACKS, NOTES, ONE_NOTE = ("day", "week"), "notes", "note"
NAMES = (NameShown.FULL, NameShown.SHORT, NameShown.CODE)
MONTHS_BACK = timedelta(days=91)
"""How far back the span of notes begins until somebody says otherwise."""


class _Option(QWidget):
    """A labelled control and the kinds of sheet that have it; none named: all."""

    def __init__(self, control: QWidget, kinds: tuple[str, ...]) -> None:
        super().__init__()
        self.label, self.control, self.kinds = Label("", "text2", 12.5, 600), control, kinds
        self.setLayout(column(self.label, control, gap=6))

    def show_for(self, kind: str) -> None:
        """Stand there for the kinds that have it."""
        self.setVisible(not self.kinds or kind in self.kinds)


class Options(QWidget):
    """A card of switches. `changed`: draw again; `turned`: day or week; `shown_as`: pages or text."""

    changed = Signal()
    turned = Signal(int)
    shown_as = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.kind = ""
        two = ("", "")
        self.span, self.form, self.plans, self.days, self.versions, self.paper, self.language = (
            Segments(words, small=True) for words in (two, two, two, two, two, PAPERS, two)
        )
        self.large, self.as_text = Segments(two, small=True), Segments(two, small=True)
        self.name = Segments(("", "", ""), small=True)
        self.first, self.last = DateField(today - MONTHS_BACK), DateField(today)
        kinds: Sequence[tuple[QWidget, tuple[str, ...]]] = (
            (self.span, PACKS),
            (self.form, ("session", *PACKS)),
            (self.plans, PACKS),
            (self.days, (NOTES,)),
            (self.first, (NOTES,)),
            (self.last, (NOTES,)),
            (self.name, (NOTES, ONE_NOTE)),
            (self.versions, (NOTES, ONE_NOTE)),
            (self.paper, ()),
            (self.language, ()),
            (self.large, ()),
            (self.as_text, ()),
        )
        self._options = tuple(_Option(each, of) for each, of in kinds)
        self.hint = Label("", "text2", 12.5, wrap=True)
        self.card = Card(pad=(16, 14, 16, 14), gap=14)
        for option in self._options:
            self.card.add(option)
        self.card.add(self.hint, None)
        self.setLayout(column(self.card, None, gap=0))
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        again = (self.form, self.plans, self.name, self.versions, self.paper, self.language, self.large)
        for control in again:
            control.chosen.connect(self.changed)
        self.days.chosen.connect(self._on_days)
        for field in (self.first, self.last):
            field.changed.connect(self.changed)
        self.span.chosen.connect(self.turned)
        self.as_text.chosen.connect(self.shown_as)

    def retranslate(self) -> None:
        """Words in the language in use."""
        named: tuple[tuple[Segments, tuple[str, ...], str], ...] = (
            (self.span, (_("Day"), _("Week")), _("For")),
            (self.form, (_("To fill in"), _("Record")), _("What")),
            (self.plans, (_("Without"), _("With")), _("Session plans")),
            (self.days, (_("All notes"), _("From … to")), _("Notes about")),
            (self.name, (_("Full name"), _("Short"), _("Code")), _("Name in the head")),
            (self.versions, (_("Without"), _("With")), _("Earlier versions")),
            (self.paper, PAPERS, _("Paper")),
            (self.language, ("English", "Deutsch"), _("Language of the sheet")),
            (self.large, (_("Normal"), _("Large print")), _("Size")),
            (self.as_text, (_("Pages"), _("Text")), _("Show")),
        )
        words = {id(control): name for control, _choices, name in named}
        words |= {id(self.first): _("First day"), id(self.last): _("Last day")}
        for control, choices, name in named:
            control.set_words(choices, name)
        for option in self._options:
            option.label.set_words(words[id(option.control)])
        for field in (self.first, self.last):
            field.retranslate()
            field.setAccessibleName(words[id(field)])
        self._say_hint()

    def show_kind(self, kind: str, *, versions: bool = False) -> None:
        """The switches of this kind of sheet, each as it is when nobody has chosen."""
        self.kind = kind
        self.form.select(0 if kind in PACKS else None)
        self.span.select(1 if kind == "week" else 0)
        self.versions.select(int(versions))
        for option in self._options:
            option.show_for(kind)
        self._show_days()
        self._say_hint()

    def show_name(self, shown: bool) -> None:
        """Whether somebody stands in the head of these notes: a group note has nobody."""
        for option in self._options:
            if option.control is self.name:
                option.setVisible(shown and self.kind in option.kinds)

    def choose(self, paper: str, language: str) -> None:
        """What the centre and the window use."""
        self.paper.select(PAPERS.index(paper) if paper in PAPERS else 0)
        self.language.select(LANGUAGES.index(language))

    def wish(self) -> Wish:
        """What is chosen."""
        form = self.form.current()
        spanned = self.kind == NOTES and bool(self.days.current())
        return Wish(
            LANGUAGES[self.language.current() or 0],
            PAPERS[self.paper.current() or 0],
            "auto" if form is None else FORMS[form],
            bool(self.large.current()),
            plans=bool(self.plans.current()),
            first=self.first.value() if spanned else None,
            last=self.last.value() if spanned else None,
            name=NAMES[self.name.current() or 0],
            versions=bool(self.versions.current()),
        )

    def wide(self) -> int:
        """The width in device-independent pixels that the card needs."""
        return self.card.sizeHint().width() + theme.size(16)

    def _on_days(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        """The two days only where they say something."""
        for option in self._options:
            if option.control in (self.first, self.last):
                option.setVisible(self.kind in option.kinds and bool(self.days.current()))

    def _say_hint(self) -> None:
        if self.kind in (NOTES, ONE_NOTE):
            said = _("Each print is kept in the history. The words of the notes stay as they were written.")
        else:
            said = _("Each print gets a number of its own. Looking at the preview stores nothing.")
        self.hint.set_words(said)
