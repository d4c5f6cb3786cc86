"""What of the list is shown: typed words, who is here, a group, a key worker, only with alerts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from groupwork.domain.episodes import Standing
from groupwork.domain.participants import PersonLine
from groupwork.domain.search import rank, typed_words
from groupwork.i18n import N_, WEEKDAYS, _, current
from groupwork.operations.participants import People
from groupwork.ui import fonts
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.fields import Choice
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.layouts import column

STANDINGS: tuple[Standing | None, ...] = (Standing.HERE, Standing.WAITING, Standing.ENDED, None)
STANDING_WORDS = (N_("Active"), N_("Waiting"), N_("Ended"), N_("Everybody"))
EVERYBODY, NONE = -1, -2
WIDE = 150


class Filters(QWidget):
    """The row of filters; `changed` when one of them was touched."""

    changed = Signal()

    def __init__(self, search: QWidget) -> None:
        """`search` is the field that stands before them."""
        super().__init__()
        self.standing = Segments([_(words) for words in STANDING_WORDS])
        self.group, self.worker = Choice(), Choice()
        self.alerts = QCheckBox()
        self._people: People | None = None
        self._flow = Flow(search, self.standing, self.group, self.worker, self.alerts, gap=10, centred=True)
        self.setLayout(column(self._flow, gap=0))
        self.standing.chosen.connect(lambda _index: self.changed.emit())
        self.group.picked.connect(lambda _value: self.changed.emit())
        self.worker.picked.connect(lambda _value: self.changed.emit())
        self.alerts.toggled.connect(lambda _on: self.changed.emit())
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        """Fonts and widths at the present text size."""
        self.alerts.setFont(fonts.font(14))
        self.alerts.setMinimumHeight(theme.size(34))
        for choice in (self.group, self.worker):
            choice.setMinimumWidth(theme.size(WIDE))
            choice.setMaximumWidth(theme.size(WIDE + 44))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.standing.set_words([_(words) for words in STANDING_WORDS], _("Who is shown"))
        self.group.setAccessibleName(_("Group"))
        self.worker.setAccessibleName(_("Key worker"))
        self.alerts.setText(_("With alerts"))
        if self._people is not None:
            self.offer(self._people)

    def offer(self, people: People) -> None:
        """What the list can be filtered by; what was chosen stays when it is still there."""
        self._people = people
        days = WEEKDAYS[current().language]
        groups = [(g.id, f"{g.name}, {days[g.weekday]} {g.start}") for g in people.groups]
        workers = [(worker.id, worker.name) for worker in people.staff]
        self.group.set_options([(EVERYBODY, _("All groups")), (NONE, _("In no group")), *groups])
        self.worker.set_options([(EVERYBODY, _("All key workers")), (NONE, _("No key worker")), *workers])

    def show_all(self) -> None:
        """Nothing is left out."""
        self.standing.select(STANDINGS.index(None))
        self.group.choose(EVERYBODY)
        self.worker.choose(EVERYBODY)
        self.alerts.setChecked(False)

    def filtered(self, lines: Iterable[PersonLine], typed: str) -> tuple[PersonLine, ...]:
        """Those who answer to every filter and to what was typed, better answers first."""
        words = typed_words(typed)
        code = typed.strip().casefold()
        kept = [line for line in lines if self._keeps(line)]
        if not words:
            return tuple(kept)
        found = [line for line in kept if _answers(line, words, code)]
        return tuple(sorted(found, key=lambda line: rank(line.key, words)))

    def _keeps(self, line: PersonLine) -> bool:
        wanted = STANDINGS[self.standing.current() or 0]
        if wanted is not None and line.standing is not wanted:
            return False
        if self.alerts.isChecked() and not line.alerts:
            return False
        worker = line.key_worker.id if line.key_worker is not None else NONE
        if self.worker.value() not in (EVERYBODY, None, worker):
            return False
        return self._in_group(line)

    def _in_group(self, line: PersonLine) -> bool:
        group = self.group.value()
        if group in (EVERYBODY, None):
            return True
        return not line.groups if group == NONE else group in line.groups


def _answers(line: PersonLine, words: tuple[str, ...], code: str) -> bool:
    return line.code.casefold().startswith(code) or all(word in line.key for word in words)
