"""The list of backups to restore from: one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup

from groupwork import paths
from groupwork.domain.backups import BackupInfo
from groupwork.i18n import _, ngettext
from groupwork.ui import fonts, paint
from groupwork.ui.backups import words
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, row

SHOWN = 5


class BackupRow(PaintedButton):
    """One backup: a round mark, when, how large, in which folder."""

    def __init__(self, backup: BackupInfo, now: datetime) -> None:
        super().__init__(54, inset=6)
        self.backup = backup
        own = backup.folder.parent.parent == paths.data_folder() / "backups"
        where = _("on this computer") if own else str(backup.folder.parent)
        self._second = f"{words.about(backup)} · {where}"
        self.setCheckable(True)
        self.setText(words.when(backup.made_at, now))
        self.setAccessibleName(f"{self.text()}, {words.about(backup)}")
        self.setToolTip(str(backup.folder))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Mark, two lines."""
        px = theme.size
        mark = QRectF(px(16), (rect.height() - px(20)) / 2, px(20), px(20))
        edge = "accent" if self.isChecked() else "control"
        paint.rounded(painter, mark, 10, "surface", edge, theme.sizef(2))
        if self.isChecked():
            paint.rounded(painter, mark.adjusted(px(5), px(5), -px(5), -px(5)), 5, "accent")
        width = rect.width() - px(64)
        first, second = QRectF(px(50), px(8), width, px(20)), QRectF(px(50), px(28), width, px(18))
        ink = "text" if self.isEnabled() else "text3"
        paint.text(painter, first, self.text(), fonts.font(14, 600), ink)
        paint.text(painter, second, self._second, fonts.font(12.5, 400, self._second), "text2")


class BackupPick(Card):
    """The newest few, all on demand; the newest is chosen until somebody chooses another: `picked`."""

    picked = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(pad=(0, 4, 0, 4), gap=0)
        self._now = now
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda _button: self.picked.emit())
        self._backups: tuple[BackupInfo, ...] = ()
        self._all = False

    def chosen(self) -> BackupInfo | None:
        """The backup chosen, None when there is none."""
        button = self._group.checkedButton()
        return button.backup if isinstance(button, BackupRow) else None

    def show_backups(self, backups: tuple[BackupInfo, ...], chosen: BackupInfo | None = None) -> None:
        """Show these, newest first; `chosen` is chosen when it is among them."""
        self._backups = backups
        self._show(chosen if chosen in backups else None)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._show(self.chosen())

    def set_enabled(self, on: bool) -> None:
        """Whether another may be chosen."""
        for button in self._group.buttons():
            button.setEnabled(on)

    def _show(self, chosen: BackupInfo | None) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear(self.body)
        late = chosen is not None and self._backups.index(chosen) >= SHOWN
        shown = self._backups if self._all or late else self._backups[:SHOWN]
        for number, backup in enumerate(shown):
            if number:
                self.add(Separator("line", 50, 14))
            line = BackupRow(backup, self._now())
            line.setChecked(backup == (chosen or self._backups[0]))
            self._group.addButton(line)
            self.add(line)
        if not shown:
            text = _("No backup is known on this computer. Plug in the stick or drive and choose its folder.")
            self.add(box(row((Label(text, "text2", 14, wrap=True), 1), margins=(16, 10, 16, 10))))
        self._add_more(len(self._backups) - len(shown))

    def _add_more(self, hidden: int) -> None:
        if not hidden:
            return
        more = ngettext("Show {n} older one", "Show {n} older ones", hidden).format(n=hidden)
        button = Button(more, "ghost", "chevron-down", small=True)
        button.clicked.connect(self._show_all)
        self.add(box(row(button, None, margins=(10, 2, 16, 2))))

    def _show_all(self) -> None:
        self._all = True
        self._show(self.chosen())
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus()
