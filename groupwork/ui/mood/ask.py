"""What a participant sees: the question with five faces, then the thanks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.mood import FACES, GREETINGS, MOOD_LABELS, Guest, Moment
from groupwork.i18n import N_, Words
from groupwork.ui.mood.big_button import BigButton
from groupwork.ui.mood.face_button import FaceButton
from groupwork.ui.theme import theme
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row

GREETING, HINT = 36, 20
"""Sizes in logical px: 27 pt and 15 pt."""
SEEN_MS = 4000
"""How long a participant sees their own answer before somebody else may."""
LOW = 470
"""Logical height under which only what matters is shown, without the pictures around it."""


def centred(size: float, weight: int = 400) -> Label:
    """A wrapping line in the middle, in the script of the name it holds."""
    label = Label("", "text", size, weight, wrap=True, typed=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


class _Part(QWidget):
    """What both show: it gives up what is not needed on a low window or at large text."""

    def __init__(self, *spare: QWidget) -> None:
        super().__init__()
        self._spare, self._shown = spare, dict.fromkeys(spare, True)

    def _show_spare(self, widget: QWidget, wanted: bool) -> None:
        self._shown[widget] = wanted
        widget.setVisible(wanted and self.height() / theme.scale >= LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """Fit at the present text size."""
        for widget in self._spare:
            self._show_spare(widget, self._shown[widget])


class Ask(_Part):
    """`answered` with 1–5, or None for "rather not say"."""

    answered = Signal(object)

    def __init__(self) -> None:
        self._greeting, self._hint = centred(GREETING, 700), centred(HINT)
        super().__init__(self._hint)
        self.faces = [FaceButton(face) for face in FACES]
        for button in self.faces:
            button.clicked.connect(partial(self._touched, button.face))
        self.skip = BigButton()
        self.skip.clicked.connect(lambda: self.answered.emit(None))
        faces = Box(Box.Direction.LeftToRight, 10, (0, 0, 0, 0))
        for button in self.faces:
            faces.add((button, 1))
        middle = row(None, self.skip, None, gap=0)
        self.setLayout(
            column(
                (QWidget(), 2), self._greeting, self._hint, 8, (faces, 60), 8, middle, (QWidget(), 3), gap=4
            )
        )

    def show_guest(self, guest: Guest, moment: Moment, words: Words) -> str:
        """Greet somebody in their language; returns the greeting for a screen reader."""
        greeting = words.text(GREETINGS[moment]).format(name=guest.called)
        self._greeting.set_words(greeting)
        self._hint.set_words(words.text(N_("Touch the face that fits.")))
        for button in self.faces:
            button.set_words(words.text(MOOD_LABELS[button.face]))
            button.set_chosen(False)
        self.skip.set_words(words.text(N_("I would rather not say")))
        self.setAccessibleName(greeting)
        return greeting

    def key(self, event: QKeyEvent) -> bool:
        """1–5 answer, arrows move between the faces; False when the key means nothing here."""
        text = event.text()
        if text in ("1", "2", "3", "4", "5"):
            self._touched(int(text))
            return True
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            at = next((n for n, button in enumerate(self.faces) if button.hasFocus()), -1 if step > 0 else 5)
            self.faces[min(max(at + step, 0), 4)].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(step)

    def _touched(self, face: int, _on: bool = False) -> None:
        self.answered.emit(face)


class Thanks(_Part):
    """`on` to the next person, `again` to choose another face."""

    on = Signal()
    again = Signal()

    def __init__(self) -> None:
        self._face = FaceButton(3, side=104)
        stays = self._face.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self._face.setSizePolicy(stays)
        self._picture = box(row(None, self._face, None))
        super().__init__(self._picture)
        self._face.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._face.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._thanks, self._hint = centred(GREETING, 700), centred(HINT)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(SEEN_MS)
        self._fade.timeout.connect(self._face.hide)
        self.next_button, self.again_button = BigButton("arrow-right", kind="primary"), BigButton()
        self.next_button.clicked.connect(self.on)
        self.again_button.clicked.connect(self.again)
        buttons = row(None, self.again_button, self.next_button, None, gap=14)
        self.setLayout(
            column(
                (QWidget(), 2),
                self._picture,
                8,
                self._thanks,
                2,
                self._hint,
                22,
                buttons,
                (QWidget(), 3),
                gap=4,
            )
        )

    def show_answer(self, guest: Guest, face: int | None, words: Words, *, more: bool) -> str:
        """Thank somebody; with `more` another person is next, else it is handed back.

        The answer is theirs: it is gone before the next person has the page in hand.
        """
        thanks = words.text(N_("Thank you, {name}!")).format(name=guest.called)
        after = (
            N_("Please pass it on to the next person.") if more else N_("Please hand this back to the staff.")
        )
        self._thanks.set_words(thanks)
        self._hint.set_words(words.text(after))
        self._show_spare(self._picture, face is not None)
        self._face.show()
        self._fade.stop()
        if more:
            self._fade.start()
        if face is not None:
            self._face.face = face
            self._face.set_words(words.text(MOOD_LABELS[face]))
        self.next_button.setVisible(more)
        self.next_button.set_words(words.text(N_("Next person")))
        self.again_button.set_words(words.text(N_("Choose again")))
        return f"{thanks} {words.text(after)}"

    def say(self, sentence: str) -> None:
        """Words in place of the thanks: it could not be stored."""
        self._thanks.set_words(sentence)
