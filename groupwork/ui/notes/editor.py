"""One note: written while it is a draft, read and amended once it is signed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from groupwork.domain.ids import NoteId
from groupwork.domain.notes import NoteInfo, Template
from groupwork.domain.phrases import PhraseInfo
from groupwork.i18n import _
from groupwork.operations import notes, phrases, settings
from groupwork.operations.desk import Right
from groupwork.ui.focus import in_tab_order, reveal
from groupwork.ui.gate import Gate
from groupwork.ui.notes import words
from groupwork.ui.notes.amend_form import AmendForm
from groupwork.ui.notes.first_draft import FirstDraft
from groupwork.ui.notes.guard_watch import GuardWatch
from groupwork.ui.notes.guards import Warnings
from groupwork.ui.notes.keeping import Keeping
from groupwork.ui.notes.last_note import LastNote
from groupwork.ui.notes.note_form import NoteForm
from groupwork.ui.notes.reading import SignedNote
from groupwork.ui.notes.sign_bar import SignBar
from groupwork.ui.notes.subject import Subject, typed_of
from groupwork.ui.notes.versions import VersionList
from groupwork.ui.notes.whole_note import WholeNote
from groupwork.ui.unfinished import Words, kept_line
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row
from groupwork.ui.widgets.page import Refusal

SIGN_KEYS = ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")


class NoteEditor(QWidget):
    """Saves by itself. `signed` with the note's id; `left` on Esc; `printed` with the `part` of a place."""

    signed = Signal(object)
    left = Signal()
    printed = Signal(str)

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self.subject: Subject | None = None
        self.note: NoteInfo | None = None
        self._phrases: tuple[PhraseInfo, ...] | None = None
        self.form = NoteForm(self._known)
        self.keeping = Keeping(gate, self.form.typed)
        self._who, self._chip = Label("", "text2", 13, 600, wrap=True, typed=True), Chip("")
        self._kept, self.refusal = kept_line(), Refusal()
        self.warnings, self.paper, self.amend = Warnings(), SignedNote(), AmendForm()
        self.bar, self.version_list, self.last = SignBar(), VersionList(), LastNote()
        head = row((self._who, 1), self._chip, gap=6)
        parts = (self._kept, self.form, self.paper, self.warnings, self.refusal, self.amend)
        self.setLayout(column(head, *parts, self.bar, self.last, self.version_list, None, gap=9))
        self.guard = GuardWatch(gate, self, self)
        self._whole, self.first_draft = WholeNote(gate, self), FirstDraft(gate, self)
        self._connect()

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.paused.connect(self._paused)
        self.form.submitted.connect(self.keeping.save)
        self.form.late.edited.connect(lambda: self.refusal.say(""))  # what was asked for is being given
        self.form.draft_wanted.connect(self.first_draft.fill)
        for built in (self.form.built, self.warnings.built):
            built.connect(lambda: in_tab_order(*self.stops()))
        self.keeping.refused.connect(self.refusal.say)
        self.keeping.saved.connect(self._saved)
        self.bar.sign.connect(self.sign)
        self.bar.cosign.connect(self._whole.cosign)
        self.bar.amend.connect(self.amend.begin)
        self.bar.versions.connect(self._whole.versions)
        self.bar.printed.connect(self._print)
        self.amend.wanted.connect(self._whole.amend)
        self.amend.left.connect(self.amend.hide)

    def bind_keys(self, page: QWidget) -> None:
        """Ctrl+Shift+Enter signs wherever the keyboard is on the page."""
        for keys in SIGN_KEYS:
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), page, context=context).activated.connect(self.sign)

    def show_note(self, subject: Subject, note: NoteInfo | None) -> None:
        """Show a subject's note, or empty fields for one; what was typed for another is saved first."""
        if subject.same(self.subject):
            self.subject = subject
            self.follow_note(note)
            return
        self.flush()
        self.subject, self.note = subject, note
        self._whole.begin(note)
        self.keeping.begin(subject, note)
        self.form.begin(subject, self._template(note))
        self.form.show_typed(typed_of(note, self._template(note)))
        for each in (self.amend, self.version_list, self._kept):
            each.hide()
        self.refusal.say("")
        self.warnings.show_found((), may=True)
        self.last.show_note(None)
        self._take_up()
        self._show()
        reveal(self._who)  # the note before may have been scrolled
        if self.form.typed().filled:
            self.guard.soon()

    def show_last(self, note: NoteInfo | None) -> None:
        """The person's note before this one."""
        self._whole.seen(note)
        self.last.show_note(note)

    def flush(self) -> bool:
        """Save what is typed; True when nothing is left unsaved."""
        return self.keeping.save()

    def unfinished(self) -> dict[str, Words]:
        """What is typed and not stored: of the note, and of an amendment."""
        found = self.keeping.words()
        added = self.amend.typed()
        if added and self.subject is not None:
            found[f"amend.{self.subject.kind}"] = dict(added)
        return found

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for each in (self.form, self.paper, self.amend, self.bar, self.version_list, self.last):
            each.retranslate()
        self._kept.set_words(_("Kept from before"))
        self.warnings.retranslate()
        self._show()

    def tell_signed(self, number: NoteId) -> None:
        """It was signed."""
        self.signed.emit(number)

    def forget(self) -> None:
        """Nothing is open any more; what was typed was saved."""
        self.subject = self.note = None
        self.keeping.begin(None, None)

    def forget_phrases(self) -> None:
        """They were changed: read again when next asked for."""
        self._phrases = None

    def first_focus(self) -> QWidget:
        """The first empty part; of a signed note what can be done with it."""
        if self.draft_shown:
            return self.form.first_field()
        return self.bar.amend_button if not self.bar.amend_button.isHidden() else self.bar.versions_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to where one came from."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page or part is shown: what is typed is saved."""
        super().hideEvent(event)
        if self._gate.open:
            self.flush()

    def sign(self) -> None:
        """Save and sign; what is pointed out is brought up first, once."""
        self._whole.sign()

    def look(self) -> None:
        """Let the guards look at what is typed."""
        if self.draft_shown:
            self.guard.look()

    def done_with(self, number: NoteId) -> None:
        """Something final was done with the note: show it as it is now, unless the next is open already."""
        self.refusal.say("")
        if self.note is not None and self.note.id == number:
            self.follow_note(self._gate.ask(notes.note, number))

    @property
    def draft_shown(self) -> bool:
        """Whether the note may still be written."""
        return self.subject is not None and (self.note is None or self.note.signed_at is None)

    @property
    def may(self) -> bool:
        """Whether this sign-in may write notes now."""
        return self._gate.desk().may(Right.NOTES) and not self._gate.read_only

    def follow_note(self, note: NoteInfo | None) -> None:
        """The same note was written: words that are being typed stay."""
        typing = self.keeping.dirty
        changed, self.note = note != self.note, note
        self.keeping.stored(note)
        if changed and not typing:
            self.form.show_typed(typed_of(note, self._template(note)))
        self._show()

    def _template(self, note: NoteInfo | None) -> Template:
        if note is not None:
            return note.template
        if self.subject is not None and self.subject.group:
            return Template.GROUP
        centre = self._gate.ask(settings.centre)
        return centre.note_template if centre is not None else Template.GIRP

    def _take_up(self) -> None:
        """Words that were kept when the window was locked go back into their fields."""
        kept = self.keeping.kept() if self.draft_shown else None
        if kept is not None and kept.differs(self.note):
            self.form.show_typed(kept)
            self._kept.show()
        if self.subject is not None:
            added = self._gate.unfinished.of(f"amend.{self.subject.kind}")
            if added and not self.draft_shown:
                self.amend.retype({key: str(text) for key, text in added.items()})

    def _show(self) -> None:
        if self.subject is None:
            return
        draft, focus = self.draft_shown, QApplication.focusWidget()
        held = focus is not None and (self.form.isAncestorOf(focus) or focus is self.bar.sign_button)
        self.form.setVisible(draft)
        self.paper.setVisible(not draft)
        if not draft and self.note is not None:
            self.paper.show_note(self.note)
            self.warnings.show_found((), may=False)
        self.form.set_may(self.may)
        self.form.show_times(self.note, self._gate.desk().now, may=self.may)
        self._head()
        begun = bool(self.form.typed().filled)
        self.bar.show_note(self.note, self._gate.actor_name, begun=begun, may=self.may)
        if held and not draft:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)  # what had it is hidden

    def _head(self) -> None:
        subject, note = self.subject, self.note
        self._who.set_words(
            _("About the whole group, without names") if subject is None or subject.group else subject.name
        )
        self._chip.setVisible(note is not None)
        if note is not None:
            tone, icon = words.STATE_LOOKS[note.state]
            self._chip.set_words(words.state(note), tone, icon)

    def _edited(self) -> None:
        self.keeping.touched()
        self.guard.soon()
        begun = bool(self.form.typed().filled)
        self.form.show_times(self.note, self._gate.desk().now, may=self.may)
        self.bar.show_note(self.note, self._gate.actor_name, begun=begun, may=self.may)

    def _paused(self) -> None:
        """A field was left: the guards look; and when the note itself was left, it is saved."""
        self.guard.soon(0)
        QTimer.singleShot(0, self, self._perhaps_left)

    def _perhaps_left(self) -> None:
        focus = QApplication.focusWidget()
        if QApplication.activePopupWidget() is None and (focus is None or not self.isAncestorOf(focus)):
            self.flush()

    def _saved(self, number: NoteId) -> None:
        self._kept.hide()
        if self.note is None or self.note.id != number:  # the page tells the rest when it reads again
            self.follow_note(self._gate.ask(notes.note, number))

    def _known(self) -> Sequence[PhraseInfo]:
        if self._phrases is None:
            self._phrases = self._gate.ask(phrases.phrases) or ()
        return self._phrases

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in the order it is seen."""
        parts = (self.form.stops(), self.warnings.stops(), self.amend.stops(), self.bar.stops)
        return (*chain.from_iterable(parts), self.last.head)

    def _print(self) -> None:
        self.flush()
        if self.note is not None:
            shown = "" if self.version_list.isHidden() else ".versions"
            self.printed.emit(f"note.{self.note.id}{shown}")
