"""What was begun on a register and not saved: why it was not held, and a name in the row for drop-ins."""

from __future__ import annotations

from collections.abc import Callable

from groupwork.domain.register import Register
from groupwork.i18n import _
from groupwork.ui.gate import Gate
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.register.drop_in import DropInRow
from groupwork.ui.register.reason_bar import ReasonBar
from groupwork.ui.unfinished import Words

REASON, NAME = "reason", "drop_in"


class RegisterWords:
    """Reads the two fields for the lock, gives them their words back, and drops what is done with."""

    def __init__(
        self,
        gate: Gate,
        model: RegisterModel,
        reason: ReasonBar,
        drop_in: DropInRow,
        say: Callable[[str, str], object],
    ) -> None:
        self._gate, self._model, self._say = gate, model, say
        self._reason, self._drop_in = reason, drop_in
        reason.given.connect(lambda _words: self._drop(REASON))
        reason.given_up.connect(lambda: self._drop(REASON))
        drop_in.edit.textEdited.connect(self._on_name)
        drop_in.cleared.connect(lambda: self._drop(NAME))

    def words(self) -> dict[str, Words]:
        """What stands in the fields and is not saved, by kind."""
        register = self._model.register
        if register is None:
            return {}
        typed = {REASON: self._reason_typed(register), NAME: self._drop_in.edit.text().strip()}
        return {f"{kind}.{register.session.id}": {"words": text} for kind, text in typed.items() if text}

    def keep(self) -> None:
        """Another register will be shown: what was begun stays with this one."""
        self._gate.unfinished.keep(self.words())

    def restore(self) -> None:
        """Another register is shown: put back what was begun on it."""
        reason, name = self._kept(REASON), self._kept(NAME)
        if reason:
            self._reason.ask(reason)
        self._drop_in.edit.setText(name)
        if reason or name:
            self._say(_("Kept from before"), "info")

    def _reason_typed(self, register: Register) -> str:
        text = self._reason.edit.text().strip()
        return "" if self._reason.isHidden() or text == register.session.reason else text

    def _kept(self, kind: str) -> str:
        register = self._model.register
        words = self._gate.unfinished.of(f"{kind}.{register.session.id}") if register is not None else None
        return str(words.get("words", "")) if words is not None else ""

    def _on_name(self, text: str) -> None:
        if not text.strip():
            self._drop(NAME)

    def _drop(self, kind: str) -> None:
        register = self._model.register
        if register is not None:
            self._gate.unfinished.drop(f"{kind}.{register.session.id}")
