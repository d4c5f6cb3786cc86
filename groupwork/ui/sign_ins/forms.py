"""Forms of the sign-ins, in place: a new one, the own passphrase, and a passphrase that is shown once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from groupwork.i18n import N_, _
from groupwork.operations.sign_ins import Given
from groupwork.ui.sign_ins.words import role_options
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.fields import Choice, PassphraseField, TextField, labelled
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import row
from groupwork.ui.widgets.new_passphrase import NewPassphrase, WordTiles
from groupwork.ui.widgets.page import Refusal

PAD = (18, 12, 18, 14)


class AddForm(Card):
    """Name, sign-in name (suggested until typed), role. `wanted` when it is to be added, `left` on cancel."""

    wanted = Signal()
    left = Signal()
    name_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__(fill="rail", line="", radius=14, pad=PAD, gap=10)
        self.name, self.sign_in, self.role = TextField(), TextField(), Choice()
        self.refusal = Refusal()
        self.go, self.cancel = Button("", "primary", small=True), Button("", "ghost", small=True)
        self._labels = []
        for field in (self.name, self.sign_in, self.role):
            box, label = labelled("", field)
            self._labels.append(label)
            self.body.add(box)
        self._note = Label("", "text2", 13, wrap=True)
        self.add(self._note, self.refusal, row(self.go, self.cancel, None, gap=6))
        self.name.textEdited.connect(self._named)
        self.go.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self.left)
        for line in (self.name, self.sign_in):
            line.returnPressed.connect(self.wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use."""
        words = (_("Name"), _("Sign-in name"), _("Role"))
        for label, field, text in zip(self._labels, (self.name, self.sign_in, self.role), words, strict=True):
            label.set_words(text)
            field.setAccessibleName(text)
        self.role.set_options(role_options())
        self.go.set_words(_("Add sign-in"))
        self.cancel.set_words(_("Cancel"))
        self._note.set_words(_("A passphrase of four words is drawn and shown once."))

    def begin(self) -> None:
        """Empty, with the role of a facilitator."""
        self.name.clear()
        self.sign_in.clear()
        self.sign_in.setModified(False)
        self.role.choose("facilitator")
        self.refusal.say("")
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def suggest(self, sign_in_name: str) -> None:
        """Fill in the sign-in name, unless somebody typed one."""
        if not self.sign_in.isModified():
            self.sign_in.setText(sign_in_name)

    def _named(self, typed: str) -> None:
        self.name_typed.emit(typed)


class OwnForm(Card):
    """The present passphrase and a new one. `wanted` when it is to be changed, `left` on cancel."""

    wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(fill="surface", line="line2", radius=14, pad=PAD, gap=10)
        self.old, self.new = PassphraseField(), NewPassphrase(N_("Your new passphrase"))
        self.refusal = Refusal()
        self.go, self.cancel = Button("", "primary", small=True), Button("", "ghost", small=True)
        field, self._label = labelled("", self.old)
        self._note = Label("", "text2", 13, wrap=True)
        self.add(field, self.new, self._note, self.refusal, row(self.go, self.cancel, None, gap=6))
        self.go.clicked.connect(self.wanted)
        self.old.returnPressed.connect(self.wanted)
        self.new.submitted.connect(self.wanted)
        self.cancel.clicked.connect(self.left)
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._label.set_words(_("Present passphrase"))
        self.old.setAccessibleName(_("Present passphrase"))
        self.old.retranslate()
        self.new.retranslate()
        self._note.set_words(_("Backups made until now still open with the old passphrase."))
        self.go.set_words(_("Change passphrase"))
        self.cancel.set_words(_("Cancel"))

    def begin(self) -> None:
        """Empty, with other words."""
        self.old.clear()
        self.new.draw()
        self.refusal.say("")
        self.show()
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Away, and nothing of it stays."""
        self.old.clear()
        self.new.forget()
        self.hide()


class GivenCard(Card):
    """A passphrase that was drawn for somebody: shown until it is written down, then gone. `left` then."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(fill="good_soft", line="", radius=14, pad=PAD, gap=10)
        self._name = ""
        self._title, self._note = Label("", "text", 15.5, 700, wrap=True), Label("", "text2", 13, wrap=True)
        self.tiles = WordTiles()
        self.done = Button("", "primary", "check", small=True)
        head = row(Icon("key-round", "accent", 20), (self._title, 1), gap=8)
        self.add(head, self.tiles, self._note, row(self.done, None))
        self.done.clicked.connect(self.end)
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._title.set_words(_("Passphrase for the sign-in name “{name}”").format(name=self._name))
        note = _("Write it down for this person now: it is not shown again.")
        self._note.set_words(note + " " + _("It can be changed in the settings after signing in."))
        self.done.set_words(_("I have written it down"))

    def give(self, given: Given) -> None:
        """Show it."""
        self._name = given.name
        self.tiles.set_words(tuple(given.passphrase.split()))
        self.tiles.setAccessibleName(_("Passphrase: {passphrase}").format(passphrase=given.passphrase))
        self.retranslate()
        self.show()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Away with it."""
        self.tiles.set_words(())
        self._name = ""
        self.hide()
        self.left.emit()
