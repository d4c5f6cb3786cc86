"""Which keys the strip of a register shows: those of the place where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from groupwork.domain.sessions import SessionStatus
from groupwork.i18n import _
from groupwork.ui.actions import key_words
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.preferences import preferences
from groupwork.ui.register.key_strip import KeyStrip, strip_keys
from groupwork.ui.register.side import RegisterSide

Keys = tuple[tuple[str, str], ...]


class StripTurn(QObject):
    """The grid's keys, the note's while somebody writes one; who only reads is shown no recording keys."""

    def __init__(self, strip: KeyStrip, model: RegisterModel, side: RegisterSide, *grid: QWidget) -> None:
        """`grid`: the stops of the register itself."""
        super().__init__(strip)
        self._strip, self._model, self._side = strip, model, side
        self.writable = True
        for stop in grid:
            stop.installEventFilter(self)
        side.editor.form.entered.connect(lambda: strip.set_keys(note_keys()))
        preferences.changed.connect(self.show_keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard is in the register again."""
        if event.type() == QEvent.Type.FocusIn:
            self._strip.set_keys(self._of_register())
        return super().eventFilter(watched, event)

    def show_keys(self) -> None:
        """Another register, other rights, or another language."""
        self._strip.set_keys(note_keys() if self._side.has_focus() else self._of_register())

    def _of_register(self) -> Keys:
        register = self._model.register
        if register is None or not register.rows or register.session.status is SessionStatus.NOT_HELD:
            return ()
        if not self.writable:
            return reading_keys()
        letters, tasks = preferences.single_letter_keys, bool(register.tasks)
        return strip_keys(letters=letters, tasks=tasks, signs=self._model.signs)


def note_keys() -> Keys:
    """The keys of a note beside the register, most used first."""
    return (
        (key_words("Ctrl+Space"), _("Phrases")),
        (key_words("Ctrl+PgDown"), _("Next person")),
        (key_words("Ctrl+Shift+Enter"), _("Sign the note")),
        ("Esc", _("Back to the register")),
        ("F1", _("all keys")),
    )


def reading_keys() -> Keys:
    """The keys for a sign-in that records nothing."""
    return (("F1", _("all keys")),)
