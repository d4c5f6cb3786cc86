"""The page of faces a participant touches alone: one called name, five faces, and no way on but by staff."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from groupwork import i18n
from groupwork.domain.mood import Guest, Round
from groupwork.errors import UserError
from groupwork.i18n import N_, Words, _, current, say
from groupwork.operations.mood import answer_mood
from groupwork.ui.accessibility import announce
from groupwork.ui.gate import Gate
from groupwork.ui.mood.ask import Ask, Thanks
from groupwork.ui.mood.hold_button import HoldButton
from groupwork.ui.mood.staff_check import StaffCheck
from groupwork.ui.preferences import preferences
from groupwork.ui.widgets.card import Ground
from groupwork.ui.widgets.layouts import column, row

LET_GO_MS = 150
"""A key that repeats comes up and goes down again at once, and not every system says that it repeats."""
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class FacePage(Ground):
    """`finished` when staff took it back. `answers` counts what was stored, `problem` says what was not."""

    finished = Signal()

    def __init__(self, gate: Gate, asked: Round) -> None:
        super().__init__("canvas")
        self._gate, self._round, self._at = gate, asked, 0
        self.answers, self.problem = 0, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ask, self.thanks, self.check = Ask(), Thanks(), StaffCheck(gate)
        self.corner = HoldButton()
        self.corner.held.connect(self._staff)
        self._let_go = QTimer(self)
        self._let_go.setSingleShot(True)
        self._let_go.setInterval(LET_GO_MS)
        self._let_go.timeout.connect(self.corner.give_up)
        self._stack = QStackedWidget()
        for part in (self.ask, self.thanks, self.check):
            self._stack.addWidget(part)
        self.setLayout(
            column((self._stack, 1), row(None, self.corner, gap=0), gap=0, margins=(18, 16, 18, 8))
        )
        self.ask.answered.connect(self._answer)
        self.thanks.on.connect(self._next)
        self.thanks.again.connect(self._ask)
        self.check.proved.connect(self.finished)
        self.check.given_up.connect(self._ask)
        self.corner.set_words(_("Staff: hold here or Esc for 2 seconds"))

    def begin(self) -> None:
        """Ask the first person."""
        self._ask()

    @property
    def guest(self) -> Guest:
        """Who is asked now."""
        return self._round.guests[self._at]

    def _words(self) -> Words:
        """The language of the person's sheets, else the window's."""
        return i18n.words(self.guest.language) if self.guest.language else current()

    def _ask(self) -> None:
        self._stack.setCurrentWidget(self.ask)
        self._settle(self.ask.show_guest(self.guest, self._round.moment, self._words()))

    def _answer(self, face: int | None) -> None:
        """Store it at once; a person who would rather not say leaves no trace."""
        words, more = self._words(), self._at + 1 < len(self._round.guests)
        said = self.thanks.show_answer(self.guest, face, words, more=more)
        if face is not None and not self._stored(face):
            said = words.text(N_("This could not be stored. Please tell the staff."))
            self.thanks.say(said)
        self._stack.setCurrentWidget(self.thanks)
        self._settle(said)

    def _stored(self, face: int) -> bool:
        asked = self._round
        try:
            self._gate.write(answer_mood, asked.session, self.guest.participant, asked.moment, face)
        except UserError as error:
            self.problem = say(error)
            return False
        self.answers += 1
        return True

    def _next(self) -> None:
        if self._at + 1 < len(self._round.guests):
            self._at += 1
            self._ask()

    def _settle(self, said: str) -> None:
        """No button is lit before somebody uses Tab: a stray Enter answers nothing."""
        self.setAccessibleName(said)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, said)

    def _staff(self) -> None:
        if not preferences.values.face_lock:
            self.finished.emit()
            return
        self._stack.setCurrentWidget(self.check)
        self.check.begin()

    def event(self, event: QEvent) -> bool:
        """Every key is this page's before it is a command of the window, but Ctrl+L."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            locks = event.key() == Qt.Key.Key_L and event.modifiers() & (CTRL | SHIFT) == CTRL
            if not locks:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1–5 and arrows answer, Esc held leaves; every other key does nothing at all."""
        event.accept()
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self._let_go.stop()
            self.corner.begin()
        elif not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | SHIFT):
            self._plain(event)

    def _plain(self, event: QKeyEvent) -> None:
        if self._stack.currentWidget() is self.ask:
            self.ask.key(event)
        elif self._stack.currentWidget() is self.thanks and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            self._next()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._let_go.start()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu here."""
        event.accept()
