"""What a note said from sitting to sitting, as a list one can read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from groupwork.domain.notes import Version
from groupwork.i18n import _
from groupwork.ui.notes import words
from groupwork.ui.notes.reading import Parts
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import clear, column
from groupwork.ui.widgets.page import SectionHead


class VersionList(QWidget):
    """The newest first; hidden while nobody asked for it."""

    def __init__(self) -> None:
        super().__init__()
        self._versions: tuple[Version, ...] = ()
        self._column = column(gap=8)
        self.setLayout(self._column)
        self.hide()

    def show_versions(self, found: Sequence[Version]) -> None:
        """Show these, oldest first as they come."""
        self._versions = tuple(found)
        clear(self._column)
        self._column.add(SectionHead(_("Versions of this note")))
        for number in range(len(self._versions) - 1, -1, -1):
            self._column.add(self._card(number + 1, self._versions[number]))
        self.show()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        if not self.isHidden():
            self.show_versions(self._versions)

    def _card(self, number: int, version: Version) -> Card:
        parts = Parts(13)
        parts.show_parts(version.parts)
        head = _("Version {n} · {kind}").format(n=number, kind=words.template(version.template))
        return Card(
            Label(head, "text", 13, 600, wrap=True),
            Label(words.version(version), "text2", 12.5, wrap=True, typed=True),
            parts,
            radius=10,
            pad=(12, 9, 12, 10),
            gap=4,
        )
