"""Notes: how a person's note is divided unless chosen otherwise, and the centre's phrases."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import PhraseId
from groupwork.domain.notes import INDIVIDUAL, TEMPLATE_LABELS, Template
from groupwork.i18n import N_, _
from groupwork.operations import phrases as operations
from groupwork.operations import settings
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.settings.part import SettingsPart
from groupwork.ui.settings.phrase_list import PhraseList
from groupwork.ui.theme import theme
from groupwork.ui.view import Go
from groupwork.ui.widgets.fields import Choice
from groupwork.ui.widgets.form import Field, FieldTable
from groupwork.ui.widgets.page import SectionHead


class NotesPart(SettingsPart):
    """The usual kind of note; phrases with short form and part."""

    tables = frozenset({"setting", "phrase"})

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(gate, go)
        self.template = Choice()
        self._table = FieldTable(
            (
                Field(
                    N_("Usual kind of note"),
                    self.template,
                    N_("For notes about one person; each note can be of another kind"),
                ),
            )
        )
        self._phrases_head = SectionHead()
        self.phrases = PhraseList()
        self.page.add(self._table, 10, self._phrases_head, self.phrases, None)
        self.template.picked.connect(self._set_template)
        self.phrases.added.connect(lambda words: self._do(operations.add_phrase, words))
        self.phrases.changed.connect(self._change)
        self.phrases.moved.connect(lambda phrase, to: self._do(operations.move_phrase, phrase, to))
        self.phrases.removed.connect(lambda phrase: self._do(operations.remove_phrase, phrase))
        self.restyle()

    def restyle(self) -> None:
        """Widths at the present text size."""
        self.template.setMinimumWidth(theme.size(240))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._phrases_head.set_words(_("Phrases"))
        self.template.set_options([(code, _(TEMPLATE_LABELS[code])) for code in INDIVIDUAL])
        self._table.retranslate()
        self.phrases.retranslate()
        self.phrases.show_phrases((), may=False)

    def refresh(self) -> None:
        """Show what is set, and the phrases."""
        centre = self.gate.ask(settings.centre)
        if centre is not None:
            self.template.choose(centre.note_template)
        self.template.setEnabled(self.may())
        notes = self.gate.desk().may(Right.NOTES)
        found = (self.gate.ask(operations.phrases) or ()) if notes else ()
        self.phrases.show_phrases(found, may=notes and not self.gate.read_only)

    def enter(self) -> None:
        """No old refusal."""
        self.phrases.refusal.say("")
        super().enter()

    def first_focus(self) -> QWidget | None:
        """The usual kind of note."""
        return self.template

    def _set_template(self, template: object) -> None:
        if isinstance(template, Template):
            self.attempt(partial(self.gate.write, settings.set_setting, "note_template", template.value))

    def _change(self, phrase: PhraseId, words: str, short: str, part: str) -> None:
        self._do(partial(operations.change_phrase, short=short, part=part), phrase, words)

    def _do(self, operation: object, *values: object) -> None:
        work = partial(self.gate.write, operation, *values)  # type: ignore[arg-type]  # of phrases
        self.attempt(work, self.phrases.refusal)
