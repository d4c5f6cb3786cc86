"""Parts of a page: scroll area without a ground of its own, header, empty state, refusal in place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, box, column, row


class Scroll(QScrollArea):
    """Scrolls one widget downwards; no frame, no ground of its own, not in the Tab order.

    Pages are made to fit sideways; where large text on a small screen leaves too little room all the same, a
    bar appears, so that nothing is out of reach.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)


class InnerScroll(Scroll):
    """A scroll within a page: it takes the height that is there and never makes the page longer."""

    def sizeHint(self) -> QSize:
        """As wide as its content, as low as can be."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())


class Snug(QWidget):
    """A page with a grid in a scroll area: with lines that wrap in it, it still asks for its least height.

    Qt asks such a page for the height it would like: the grid would take its whole height and the page would
    scroll instead of it, with the row for the next name out of sight.
    """

    def __init__(self, layout: Box) -> None:
        super().__init__()
        self.setLayout(layout)
        self._body = layout

    def heightForWidth(self, width: int) -> int:
        """The least height at a width."""
        return self._body.minimumHeightForWidth(width)


class Title(Label):
    """The page's title: 27 px on Today, 23 elsewhere."""

    def __init__(self, text: str = "", size: float = 23) -> None:
        super().__init__(text, "text", size, 700, typed=True)


class SectionHead(Label):
    """The small grey word above a card."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, "text2", 13.5, 600)


class EmptyState(QWidget):
    """One 36 px icon, one short title, one sentence, one primary and at most one ghost button, centred."""

    def __init__(self, icon: str, title: str = "", sentence: str = "", role: str = "accent") -> None:
        super().__init__()
        self.icon = Icon(icon, role, 36)
        self.title = Label(title, "text", 16, 700, wrap=True)
        self.sentence = Label(sentence, "text2", 14, 400, wrap=True)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = Flow(gap=2)
        self._line = row(None, self._buttons, None)
        body: Box = column(None, row(None, self.icon, None), 6, self.title, self.sentence, 8, gap=4)
        body.add(self._line, None)
        body.set_margins((20, 22, 20, 18))
        self.setLayout(body)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_words(self, title: str, sentence: str) -> None:
        """Other words."""
        self.title.set_words(title)
        self.sentence.set_words(sentence)

    def add_button(self, button: Button) -> Button:
        """Append a button below the sentence."""
        self._buttons.add(button)
        return button


class Refusal(QWidget):
    """A sentence in place when something was refused; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._card = Card(fill="warn_soft", line="", radius=10, pad=(12, 9, 12, 9), gap=8, across=True)
        self._words = Label("", "warn_ink", 13.5, 500, wrap=True, typed=True)
        self._card.add(Icon("triangle-alert", "warn_ink", 16), (self._words, 1))
        self.setLayout(column(self._card, gap=0))
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence and announce it; an empty one hides the card."""
        from groupwork.ui.accessibility import announce

        self._words.set_words(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, urgent=True)

    def go_on(self, sentence: str) -> None:
        """Another sentence without announcing it again: a number that runs."""
        self._words.set_words(sentence)
        self.setAccessibleName(sentence)

    def text(self) -> str:
        """The sentence shown, or empty."""
        return self._words.text()


def page(
    header: QWidget | Box, body: QWidget, *, margins: tuple[int, int, int, int] = (24, 6, 20, 16)
) -> Box:
    """Header above body with the page's margins."""
    head = header if isinstance(header, QWidget) else box(header)
    return column(head, (body, 1), gap=12, margins=margins)
