"""What the statuses are called, shown as, typed as and painted in: the centre's own for each language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.signs import (
    CODES,
    EARLY,
    KEYED,
    LABELLED,
    LATE,
    MOST_LABEL,
    MOST_SIGN,
    Signs,
    default_key,
    signs_of,
)
from groupwork.errors import UserError
from groupwork.i18n import LANGUAGES, _, current, say, words
from groupwork.operations import settings
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.register.mark import draw_mark
from groupwork.ui.settings.colour_choice import ColourChoice
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import Refusal

SETTING = "statuses"
STACK_BELOW = 740
"""Logical px under which the fields stand below the meaning."""
BESIDE = {"label": (190, 190), "sign": (64, 64), "key": (56, 56), "colour": (132, 132)}
BELOW = {"label": (66, 420), "sign": (54, 64), "key": (48, 56), "colour": (126, 132)}
"""Least and most width of each column."""
_LONGEST = {"label": MOST_LABEL, "sign": MOST_SIGN, "key": 1}


def example(code: str) -> Mark:
    """A mark that shows a code's sign."""
    if code in (LATE, EARLY):
        return Mark(
            Status.PRESENT, late_min=0 if code == LATE else None, early_min=0 if code == EARLY else None
        )
    return Mark(Status(code))


class _Picture(QWidget):
    """A mark as it is shown in the register."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._mark, self._signs = example(code), signs_of(None, current().language)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_signs(self, signs: Signs) -> None:
        """Other signs."""
        self._signs = signs
        self.update()

    def sizeHint(self) -> QSize:
        """As in the register's grid."""
        return QSize(theme.size(34), theme.size(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme.sizef(28)
        area = QRectF(theme.sizef(3), (self.height() - side) / 2, side, side)
        draw_mark(painter, area, self._mark, self._signs)


class StatusRow(QWidget):
    """One status: picture, meaning and code; label, sign and key to type, a colour to choose."""

    changed = Signal(str)
    """A field was left with something else in it: the code."""

    def __init__(self, code: str, *, first: bool = False) -> None:
        super().__init__()
        self.code, self._first = code, first
        self._picture = _Picture(code)
        self._meaning, self._code = Label("", "text", 14, 600, wrap=True), Label("", "text2", 12.5)
        names = [name for name in _LONGEST if code in {"label": LABELLED, "key": KEYED}.get(name, CODES)]
        self.fields = {name: TextField() for name in names}
        self.colour = ColourChoice()
        self.colour.picked.connect(self._picked)
        self._heads = {name: Label("", "text2", 12, 600) for name in BESIDE}
        columns = []
        for name in BESIDE:
            control = self.colour if name == "colour" else self.fields.get(name)
            columns.append(box(column(self._heads[name], control or QWidget(), gap=1)))
            self._heads[name].setVisible(first and control is not None)
        for name, field in self.fields.items():
            field.setMaxLength(_LONGEST[name])
            field.editingFinished.connect(partial(self._left, name))
        self._columns = dict(zip(BESIDE, columns, strict=True))
        said = column(None, self._meaning, self._code, None, gap=0)
        self._right = box(row(*columns, gap=8))
        self._line: Box = row(row(self._picture, (said, 1), gap=10), self._right, gap=12)
        self._line.setStretch(0, 1)
        self._line.set_margins((16, 6, 14, 8))
        self.setLayout(self._line)
        self._shown: dict[str, str] = {}
        self.restyle()

    def restyle(self) -> None:
        """Widths at the present text size."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow: the fields go below."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside or below the meaning; below, the label takes what the others leave."""
        narrow = self.width() / theme.scale < STACK_BELOW
        self._line.setDirection(Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight)
        for name, (least, most) in (BELOW if narrow else BESIDE).items():
            self._columns[name].setMinimumWidth(theme.size(least))
            self._columns[name].setMaximumWidth(theme.size(most))
        for name in (*self.fields, "colour"):
            self._heads[name].setVisible(narrow or self._first)

    def show_signs(self, signs: Signs, *, may: bool) -> None:
        """What is in force; our own words stand as a hint in an empty label."""
        self._picture.show_signs(signs)
        told = words(signs.language)
        self._shown = {
            "label": signs.own_label(self.code),
            "sign": signs.letter(self.code),
            "key": signs.key(self.code),
            "colour": signs.colour(self.code).value,
        }
        plain = signs_of(None, signs.language)
        meaning = plain.said(self.code, _)
        self._meaning.set_words(meaning)
        self._code.set_words(_("code {code}").format(code=self.code))
        heads = {"label": _("Label"), "sign": _("Sign"), "key": _("Key"), "colour": _("Colour")}
        for name, head in self._heads.items():
            head.set_words(heads[name])
        self.colour.set_words(f"{meaning}: {heads['colour']}")
        self.colour.choose(self._shown["colour"])
        self.colour.setEnabled(may)
        for name, field in self.fields.items():
            if field.text() != self._shown[name]:
                field.setText(self._shown[name])
            field.setReadOnly(not may)
            field.setAccessibleName(f"{meaning}: {heads[name]}")
        if "label" in self.fields:
            self.fields["label"].setPlaceholderText(plain.said(self.code, told.text))

    def typed(self, language: str) -> dict[str, str]:
        """What the fields say, as the setting holds it; a sign that followed its key goes on following."""
        found = {name: field.text().strip() for name, field in self.fields.items()}
        own = default_key(self.code, language)
        followed = self._shown["sign"] in (self._shown["key"], "" if own else self.code)
        if found.get("sign") == self._shown["sign"] and followed:
            found["sign"] = ""
        return {**found, "sign": found["sign"].upper(), "colour": str(self.colour.value())}

    def give_back(self) -> None:
        """Show again what is in force."""
        for name, field in self.fields.items():
            field.setText(self._shown[name])
        self.colour.choose(self._shown["colour"])

    def _left(self, name: str) -> None:
        typed, shown = self.fields[name].text().strip(), self._shown.get(name, "")
        if (typed if name == "label" else typed.upper()) != shown:
            self.changed.emit(self.code)

    def _picked(self, colour: object) -> None:
        if colour != self._shown.get("colour"):
            self.changed.emit(self.code)


class StatusSigns(QWidget):
    """The table of one language; every change is saved when its field is left, and can be undone."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self._about = Label("", "text2", 13.5, wrap=True)
        self.language = Segments(("English", "Deutsch"), small=True)
        self.language.select(LANGUAGES.index(current().language))
        self.language.chosen.connect(lambda _at: self.refresh())
        self.reset_button = Button("", "secondary", "undo-2", small=True)
        self.reset_button.clicked.connect(self._reset)
        kept = self.reset_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the rows do not move when it appears
        self.reset_button.setSizePolicy(kept)
        self.refusal = Refusal()
        self.rows = {code: StatusRow(code, first=not n) for n, code in enumerate(CODES)}
        card = Card(pad=(0, 4, 0, 4), gap=0)
        for n, (code, line) in enumerate(self.rows.items()):
            if n:
                card.add(Separator("line", 16, 16))
            line.changed.connect(partial(self._save, code))
            card.add(line)
        tools = row(self.language, None, self.reset_button, gap=8)
        self.setLayout(column(self._about, tools, self.refusal, card, gap=6))
        gate.changed.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._about.set_words(
            _("The meaning and shape of a status never change. Its label, sign, key and colour are yours.")
        )
        self.language.set_words(("English", "Deutsch"), _("Signs of this language"))
        self.reset_button.set_words(
            _("Back to ours"), _("Labels, signs, keys and colours back to the program’s own")
        )
        self.refresh()

    def refresh(self) -> None:
        """Show what is in force in the chosen language."""
        signs = signs_of(self._stored(), self._language())
        may = self._gate.desk().may(Right.SETTINGS) and not self._gate.read_only
        for line in self.rows.values():
            line.show_signs(signs, may=may)
        self.reset_button.setVisible(may and not signs.plain)

    def first_focus(self) -> QWidget | None:
        """The first label."""
        return self.rows[CODES[0]].fields["label"]

    def _language(self) -> str:
        return LANGUAGES[self.language.current() or 0]

    def _stored(self) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
        centre = self._gate.ask(settings.centre)
        stored = centre.statuses if centre is not None else None
        return stored if isinstance(stored, Mapping) else {}

    def _save(self, code: str, _code: str = "") -> None:
        language, stored = self._language(), self._stored()
        mine = {**stored.get(language, {}), code: self.rows[code].typed(language)}
        self._write({**stored, language: mine}, self.rows[code])

    def _reset(self) -> None:
        language = self._language()
        self._write({other: said for other, said in self._stored().items() if other != language}, None)
        self.language.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, value: Mapping[str, object], line: StatusRow | None) -> None:
        try:
            self._gate.write(settings.set_setting, SETTING, value)
        except UserError as error:
            self.refusal.say(say(error))
            if line is not None:
                line.give_back()
            return
        self.refusal.say("")
        self.refresh()

    def _follow(self, done: object) -> None:
        """An undo, or the settings of another page."""
        if self.isVisible() and "setting" in getattr(done, "tables", ()):
            self.refresh()
