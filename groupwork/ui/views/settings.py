"""Settings: what this screen looks like, what the centre is called, and the way to the history."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from groupwork.i18n import LANGUAGES, N_, _
from groupwork.operations import settings as operations
from groupwork.operations.desk import Right
from groupwork.ui import fonts
from groupwork.ui.backups.part import BackupPart
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.sign_ins.lock_after import LockAfter
from groupwork.ui.sign_ins.part import SignInPart
from groupwork.ui.theme import LARGEST, MODES, SMALLEST, theme
from groupwork.ui.view import View
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.form import Field, FieldTable
from groupwork.ui.widgets.front import LANGUAGE_NAMES
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.page import Refusal, Scroll, SectionHead, Title

MODE_WORDS = {
    "system": N_("As the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}
WIDEST = 860
FIELD_WIDTH = 300
SETTLE_MS = 400


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


class SettingsView(View):
    """Two tables of fields: this computer, and the centre."""

    tables = frozenset({"setting", "sign_in"})

    def __init__(self, gate: Gate, go: Callable[[Place], None], parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._language = Segments([LANGUAGE_NAMES[code] for code in LANGUAGES])
        self._palette = Segments([_(MODE_WORDS[mode]) for mode in MODES])
        self._size, self._letters, self._lock_after = TextSize(), Switch(), LockAfter()
        self._name = TextField()
        self._sheets = Segments([LANGUAGE_NAMES[code] for code in LANGUAGES])
        self._paper = Segments(list(operations.PAPERS))
        self._history = Button("", "secondary", "history", after="chevron-right")
        self._recovery = Button("", "secondary", "key-round", after="chevron-right")
        self._refusal = Refusal()
        self._screen = FieldTable(self._screen_fields())
        self._centre = FieldTable(self._centre_fields())
        self._record = FieldTable(self._record_fields())
        self._backups, self._people = BackupPart(gate), SignInPart(gate)
        self._heads = (SectionHead(), SectionHead(), SectionHead(), SectionHead())
        self._title = Title()
        first, second, third, fourth = self._heads
        page = column(
            self._title, 14, first, self._screen, 12, second, self._refusal, self._centre, 12, third, gap=8
        )
        page.add(self._backups, 12, self._people, 12, fourth, self._record, None)
        page.set_margins((24, 6, 20, 16))
        inner = box(page)
        self._inner = inner
        self._scroll = Scroll(box(row((inner, 100), (QWidget(), 1), gap=0)))
        self.setLayout(column(self._scroll, gap=0))
        self._target: QWidget | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._to_part)
        self._connect()
        self.restyle()
        self.retranslate()

    def _screen_fields(self) -> tuple[Field, ...]:
        about = N_("Letters such as P and L in the register, and ? for the keys, act without Ctrl")
        return (
            Field(N_("Language"), self._language, N_("Of this window; sheets have their own")),
            Field(N_("Colours"), self._palette),
            Field(
                N_("Text size"), self._size, N_("Also with Ctrl and + or −; Ctrl and 0 goes back to 100 %")
            ),
            Field(N_("Single-letter keys"), self._letters, about),
            Field(
                N_("Lock by itself"),
                self._lock_after,
                N_("When nobody was at this computer; at once with Ctrl+L"),
            ),
        )

    def _centre_fields(self) -> tuple[Field, ...]:
        return (
            Field(N_("Name of the centre"), self._name, N_("Stands on every sheet")),
            Field(N_("Language of the sheets"), self._sheets),
            Field(N_("Paper"), self._paper),
            Field(
                N_("Recovery sheet"),
                self._recovery,
                N_("Opens the centre when the passphrase is forgotten. A new one makes the old one useless"),
            ),
        )

    def _record_fields(self) -> tuple[Field, ...]:
        return (
            Field(N_("History"), self._history, N_("Every change, by whom and when; most can be undone")),
        )

    def _connect(self) -> None:
        self._language.chosen.connect(lambda index: preferences.set_language(LANGUAGES[index]))
        self._palette.chosen.connect(lambda index: preferences.set_palette(MODES[index]))
        self._size.stepped.connect(preferences.step_text)
        self._letters.toggled.connect(preferences.set_single_letter_keys)
        self._name.editingFinished.connect(self._rename)
        self._sheets.chosen.connect(lambda index: self._set("language", LANGUAGES[index]))
        self._paper.chosen.connect(lambda index: self._set("paper", operations.PAPERS[index]))
        self._history.clicked.connect(lambda: self.go(Place("history")))
        self._recovery.clicked.connect(lambda: self.go(Place("recovery")))
        preferences.changed.connect(self._show_screen)

    def title(self) -> str:
        """The page's name."""
        return _("Settings")

    def restyle(self) -> None:
        """Widths at the present text size."""
        self._inner.setMaximumWidth(theme.size(WIDEST))
        self._name.setMinimumWidth(theme.size(FIELD_WIDTH))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(self.title())
        words = (_("This computer"), _("The centre"), _("Backups"), _("What was done"))
        for head, text in zip(self._heads, words, strict=True):
            head.set_words(text)
        names = [LANGUAGE_NAMES[code] for code in LANGUAGES]
        self._language.set_words(names, _("Language"))
        self._sheets.set_words(names, _("Language of the sheets"))
        self._palette.set_words([_(MODE_WORDS[mode]) for mode in MODES], _("Colours"))
        self._paper.set_words(list(operations.PAPERS), _("Paper"))
        self._history.set_words(_("Open history"))
        self._recovery.set_words(_("Open recovery sheet"))
        for table in (self._screen, self._centre, self._record, self._backups, self._people):
            table.retranslate()
        self._lock_after.retranslate()
        self._history.set_name("")
        self._recovery.set_name("")
        self._show_screen()

    def refresh(self) -> None:
        """Show what is set."""
        self._show_screen()
        self._people.refresh()
        self._refusal.say("")
        centre = self.gate.ask(operations.centre)
        if centre is None:
            return
        self._name.setText(centre.name)
        self._sheets.select(LANGUAGES.index(centre.language) if centre.language in LANGUAGES else None)
        self._paper.select(
            operations.PAPERS.index(centre.paper) if centre.paper in operations.PAPERS else None
        )
        may = self.gate.desk().may(Right.SETTINGS) and not self.gate.read_only
        for control in (self._name, self._sheets, self._paper):
            control.setEnabled(may)
        self._recovery.setEnabled(self.gate.desk().may(Right.VAULT) and not self.gate.read_only)

    def show_place(self, place: Place) -> None:
        """The top of the page, or its part about backups or sign-ins."""
        self._people.leave()
        self.refresh()
        shown = self.gate.backups.shown
        self._heads[2].setVisible(shown)
        self._backups.setVisible(shown)
        if shown:
            self._backups.tell("")
            self.gate.backups.look()
        self._scroll.verticalScrollBar().setValue(0)
        self._target = {"backups": self._heads[2] if shown else None, "sign_ins": self._people}.get(
            place.page
        )
        if self._target is not None:
            self._settling.start()
            QTimer.singleShot(0, self._to_part)  # the page gets its size first

    def _to_part(self) -> None:
        """Scroll to the wanted part, and again while the lines above still find their height."""
        if self._settling.isActive() and self._target is not None:
            self._scroll.verticalScrollBar().setValue(self._target.y())
            button = self._people.own if self._target is self._people else self._backups.now
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        if self.isHidden():  # another page, not only the blur over all of them
            self._people.leave()
        super().hideEvent(event)

    def refused(self, sentence: str) -> bool:
        """Refusals of the centre's fields stand above them."""
        self._refusal.say(sentence)
        return True

    def _show_screen(self) -> None:
        values = preferences.values
        self._language.select(LANGUAGES.index(values.language_in_use))
        self._palette.select(MODES.index(theme.mode))
        self._size.show_percent(theme.percent)
        blocked = self._letters.blockSignals(True)
        self._letters.setChecked(values.single_letter_keys)
        self._letters.blockSignals(blocked)

    def _rename(self) -> None:
        centre = self.gate.ask(operations.centre)
        if centre is not None and self._name.text().strip() != centre.name:
            self._set("centre", self._name.text())

    def _set(self, key: str, value: object) -> None:
        self._refusal.say("")
        self.gate.do(operations.set_setting, key, value)
