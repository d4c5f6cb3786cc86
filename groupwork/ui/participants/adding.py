"""Adding a person by the form: pointing out who is there already, saving, keeping what was begun."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import FacilitatorId
from groupwork.errors import UserError
from groupwork.i18n import say
from groupwork.operations import participants as operations
from groupwork.operations import profiles
from groupwork.ui.gate import Gate
from groupwork.ui.participants.new_person import NewPerson
from groupwork.ui.unfinished import Words

DRAFT = "person"


class Adding(QObject):
    """Between the form and the gate. `added` carries the new person."""

    added = Signal(object)

    def __init__(self, gate: Gate, form: NewPerson) -> None:
        super().__init__(form)
        self._gate, self._form = gate, form
        self._back: QWidget | None = None
        form.wanted.connect(self._add)
        form.left.connect(self._give_up)
        form.named.connect(self._look)

    def begin(self, back: QWidget) -> None:
        """Open the form; given up, the focus goes back to this widget."""
        self._back = back
        self._form.begin(self._gate.ask(operations.key_workers) or (), self._gate.today)
        kept = self._gate.unfinished.of(DRAFT)
        if kept is not None:
            self._form.take(kept)

    def unfinished(self) -> dict[str, Words]:
        """A person begun and not added."""
        words = self._form.words()
        return {DRAFT: words} if words else {}

    def _look(self) -> None:
        form = self._form
        same = self._gate.ask(
            profiles.same_people,
            given=form.given.text(),
            family=form.family.text(),
            birth_date=form.birth_or_none(),
            family_first=form.family_first.isChecked(),
        )
        form.point_out(same or ())

    def _add(self) -> None:
        form = self._form
        form.refusal.say("")
        worker = form.worker.value()
        try:
            added = self._gate.write(
                profiles.add_person,
                given=form.given.text(),
                family=form.family.text(),
                family_first=form.family_first.isChecked(),
                birth_date=form.birth_date(),
                language=str(form.language.value() or ""),
                key_worker=FacilitatorId(worker) if isinstance(worker, int) else None,
                start=form.start.value(),
                stage=str(form.stage.value()),
            )
        except UserError as error:
            form.refusal.say(say(error))
            return
        self._gate.unfinished.drop(DRAFT)
        form.hide()
        self.added.emit(added.participant)

    def _give_up(self) -> None:
        self._gate.unfinished.drop(DRAFT)
        self._form.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
