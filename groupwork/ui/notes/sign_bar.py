"""What can be done with a whole note: sign, co-sign, amend, look at versions, print."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.notes import NoteInfo, NoteState
from groupwork.i18n import _
from groupwork.ui.actions import key_words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column

SIGN_KEY = "Ctrl+Shift+Enter"


class SignBar(QWidget):
    """The words of what signing means stand above the button, always."""

    sign = Signal()
    cosign = Signal()
    amend = Signal()
    versions = Signal()
    printed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._actor = self._author = ""
        self.meaning = Label("", "text2", 12.5, wrap=True, typed=True)
        self.sign_button = Button("", "soft", "check", small=True)
        self.cosign_button = Button("", "soft", "check-check", small=True)
        self.amend_button = Button("", "ghost", "pencil", small=True)
        self.versions_button = Button("", "ghost", "history", small=True)
        self.print_button = Button("", "ghost", "printer", small=True)
        buttons = (
            (self.sign_button, self.sign),
            (self.cosign_button, self.cosign),
            (self.amend_button, self.amend),
            (self.versions_button, self.versions),
            (self.print_button, self.printed),
        )
        for button, signal in buttons:
            button.clicked.connect(signal)
        self.stops: tuple[QWidget, ...] = tuple(button for button, _signal in buttons)
        self.setLayout(column(self.meaning, Flow(*(button for button, _s in buttons), gap=2), gap=5))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.sign_button.set_words(_("Sign note"))
        self.sign_button.setToolTip(_("Sign this note ({key})").format(key=key_words(SIGN_KEY)))
        self.cosign_button.set_words(_("Co-sign"))
        self.amend_button.set_words(_("Amend"))
        self.versions_button.set_words(_("Versions"))
        self.print_button.set_words(_("Print"))
        self._words()

    def show_note(self, note: NoteInfo | None, actor: str, *, begun: bool, may: bool) -> None:
        """What can be done with it now; `begun`: something is typed that could be signed."""
        self._actor = actor
        self._author = note.author if note is not None and note.author != actor else ""
        draft = note is None or note.state is NoteState.DRAFT
        signed = note is not None and note.state is NoteState.SIGNED
        self.sign_button.setVisible(draft and may and (begun or note is not None))
        self.cosign_button.setVisible(signed and may and note is not None and note.signed_by != actor)
        self.meaning.setVisible(not (self.sign_button.isHidden() and self.cosign_button.isHidden()))
        self.amend_button.setVisible(not draft and may)
        self.versions_button.setVisible(note is not None)
        self.print_button.setVisible(note is not None)
        self._words()

    def _words(self) -> None:
        if not self.cosign_button.isHidden():
            self.meaning.set_words(
                _(
                    "You co-sign as {name} and say with it that you read this note. It cannot be undone."
                ).format(name=self._actor)
            )
            return
        said = _(
            "You sign as {name} and say with it that this is what you saw and did. Afterwards the note "
            "stays as it is; more can only be added."
        ).format(name=self._actor)
        if self._author:
            said = " ".join((_("{name} wrote this note.").format(name=self._author), said))
        self.meaning.set_words(said)
