"""This computer: language, colours, text size, single letters, and when it locks. Acts at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from groupwork.i18n import LANGUAGES, N_, _
from groupwork.operations.desk import Right
from groupwork.ui import fonts
from groupwork.ui.gate import Gate
from groupwork.ui.preferences import preferences
from groupwork.ui.settings.part import SettingsPart
from groupwork.ui.sign_ins.lock_after import LockAfter
from groupwork.ui.theme import LARGEST, MODES, SMALLEST, theme
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.form import Field, FieldTable
from groupwork.ui.widgets.front import LANGUAGE_NAMES
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import row

MODE_WORDS = {
    "system": N_("As the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}


class TextSize(QWidget):
    """Smaller, the percentage, larger."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._smaller = Button("", "secondary", "minus", small=True)
        self._larger = Button("", "secondary", "plus", small=True)
        self._words = Label("", "text", 14.5, 600)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._smaller.clicked.connect(lambda: self.stepped.emit(-1))
        self._larger.clicked.connect(lambda: self.stepped.emit(1))
        self.setLayout(row(self._smaller, self._words, self._larger, gap=4))
        self.restyle()

    def restyle(self) -> None:
        """Width of the number at the present text size."""
        self._words.setMinimumWidth(theme.size(58))

    def show_percent(self, percent: int) -> None:
        """Show a percentage; the ends switch their button off."""
        self._words.set_words(_("{n} %").format(n=percent))
        self._smaller.set_name(_("Smaller text"))
        self._larger.set_name(_("Larger text"))
        self._smaller.setEnabled(percent > SMALLEST)
        self._larger.setEnabled(percent < LARGEST)


class Switch(QCheckBox):
    """A check box without words of its own; its line names it."""

    def __init__(self) -> None:
        super().__init__()
        self.restyle()

    def restyle(self) -> None:
        """Font at the present text size."""
        self.setFont(fonts.font(14))


class ComputerPart(SettingsPart):
    """Settings of this machine: they are in no centre's file."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(gate, go)
        self._language = Segments([LANGUAGE_NAMES[code] for code in LANGUAGES])
        self._palette = Segments([_(MODE_WORDS[mode]) for mode in MODES])
        self._size, self._letters, self._lock_after = TextSize(), Switch(), LockAfter()
        self._tablet, self._cards, self._face_lock = Switch(), Switch(), Switch()
        self._table = FieldTable(self._fields())
        self.page.add(self._table, None)
        self._language.chosen.connect(lambda index: preferences.set_language(LANGUAGES[index]))
        self._palette.chosen.connect(lambda index: preferences.set_palette(MODES[index]))
        self._size.stepped.connect(preferences.step_text)
        self._letters.toggled.connect(preferences.set_single_letter_keys)
        self._tablet.toggled.connect(preferences.set_tablet)
        self._cards.toggled.connect(preferences.set_cards)
        self._face_lock.toggled.connect(preferences.set_face_lock)
        preferences.changed.connect(self.refresh)

    def _fields(self) -> tuple[Field, ...]:
        about = N_("Letters such as P and L in the register, and ? for the keys, act without Ctrl")
        return (
            Field(N_("Language"), self._language, N_("Of this window; sheets have their own")),
            Field(N_("Colours"), self._palette),
            Field(
                N_("Text size"), self._size, N_("Also with Ctrl and + or −; Ctrl and 0 goes back to 100 %")
            ),
            Field(N_("Single-letter keys"), self._letters, about),
            Field(
                N_("Tablet mode"),
                self._tablet,
                N_("Larger rows, cells and fields, for fingers; Ctrl+Shift+T"),
            ),
            Field(
                N_("One person per card"),
                self._cards,
                N_("The register shows one large card after the other"),
            ),
            Field(
                N_("Passphrase after the faces"),
                self._face_lock,
                N_("Leaving the page that participants touch asks for your own passphrase"),
            ),
            Field(
                N_("Lock by itself"),
                self._lock_after,
                N_("When nobody was at this computer; at once with Ctrl+L"),
            ),
        )

    def retranslate(self) -> None:
        """Every word in the language in use."""
        names = [LANGUAGE_NAMES[code] for code in LANGUAGES]
        self._language.set_words(names, _("Language"))
        self._palette.set_words([_(MODE_WORDS[mode]) for mode in MODES], _("Colours"))
        self._table.retranslate()
        self._lock_after.retranslate()

    def refresh(self) -> None:
        """Show what is set on this machine."""
        values = preferences.values
        self._lock_after.let_lengthen(self.gate.open and self.gate.desk().may(Right.ADMIN))
        self._language.select(LANGUAGES.index(values.language_in_use))
        self._palette.select(MODES.index(theme.mode))
        self._size.show_percent(theme.percent)
        for switch, on in (
            (self._letters, values.single_letter_keys),
            (self._tablet, values.tablet),
            (self._cards, values.cards),
            (self._face_lock, values.face_lock),
        ):
            blocked = switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(blocked)
