"""What the tests of backups in the window look at."""

from PySide6.QtWidgets import QPushButton

from groupwork.operations import backups, settings
from groupwork.ui.place import Place


def change(kept, paper="Letter"):
    """Something is recorded."""
    kept.gate.do(settings.set_setting, "paper", paper)


def part(kept):
    """The part of the settings about backups."""
    kept.go(Place("backups"))
    return kept.view.part("backups").backups


def made(kept):
    """The backups in the first folder."""
    return backups.state(kept.gate.desk()).backups


def restores(found):
    """The buttons of the list."""
    return [b for b in found.findChildren(QPushButton) if b.text() == "Restore …" and b.isVisibleTo(found)]
